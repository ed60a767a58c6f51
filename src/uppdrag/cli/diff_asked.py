"""The words of a command line of `uppdrag diff` in; what it asks for, once it makes sense, out."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from uppdrag.cli.terminal import Volume, is_terminal

if TYPE_CHECKING:
    from collections.abc import Iterator

FORMATS = ("text", "html", "docx", "pdf", "md", "json")
PAPER = frozenset({"docx", "pdf"})
STANDARD_OUTPUT = "-"

_READ_AT_ONCE = frozenset({"text", "md", "json"})
"""Formats that are written to standard output when no file is named."""
_OF_SUFFIX = {
    ".txt": "text",
    ".html": "html",
    ".htm": "html",
    ".docx": "docx",
    ".pdf": "pdf",
    ".md": "md",
    ".json": "json",
}
_MOST_NAMES = 2
_MANDATES = frozenset({"", ".yaml", ".yml"})
"""How names of mandates end: of files, groups and revisions."""
_LONGEST_AUTHOR = 255
"""Characters that Word has room for."""


@dataclass(frozen=True, slots=True)
class Word:
    """What only concerns Word: how moves are written, and whose and from when changes are."""

    moves: str | None = None
    author: str | None = None
    day: str | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be compared, how it is to be shown, and where."""

    names: tuple[str, ...]
    git: str | None
    base: str | None
    by: tuple[str, str] | None
    format: str
    output: str | None
    extent: str | None
    word: Word
    exit_code: bool
    volume: Volume
    tracked: str | None = None

    @property
    def is_shown(self) -> bool:
        """Tell whether it is written to standard output, not to files."""
        is_read_at_once = self.output is None and self.format in _READ_AT_ONCE
        return self.output == STANDARD_OUTPUT or is_read_at_once

    @property
    def has_one_each(self) -> bool:
        """Tell whether each mandate of a branch is shown by itself, with no page for them all."""
        return self.format in PAPER or self.extent is not None

    def refuse_what_makes_no_sense(self) -> None:
        """Raise `click.UsageError` with the first thing that cannot be meant."""
        for message in (*self._wrong_names(), *self._idle(), *self._unfit_place(), *self._word()):
            raise click.UsageError(message)

    def _wrong_names(self) -> Iterator[str]:
        count = len(self.names)
        if count > _MOST_NAMES:
            yield "Ange högst två att jämföra: först den gamla, sedan den nya."
        if [*self.names, self.base].count("-") > 1:
            yield "Standard input (-) kan bara anges en gång."
        if self.git is not None and self.base is not None:
            yield "--git och --base kan inte anges tillsammans."
        if self.git is not None and count > 1:
            yield "Ange högst ett namn med --git: versionen i git är den gamla."
        if self.base is not None and count != _MOST_NAMES:
            yield "Med --base anges två: vad den ena och den andra har gjort av filen efter --base."
        if self.by is not None and self.base is None:
            yield "--names hör till --base. Ange också vad båda utgick från."
        if self.git is None and not count:
            yield (
                "Ange vad som ska jämföras: en grupp, två filer, eller --git main för allt som "
                "grenen har ändrat."
            )

    def _idle(self) -> Iterator[str]:
        """Yield what is said of options that would do nothing: a person expects them to."""
        is_table = self.extent == "table"
        if self.extent == "whole" and self.format != "text":
            yield "--whole gäller text i terminalen; de andra formaten har hela texten ändå."
        if is_table and self.format == "json":
            yield "--changes går inte med json, som redan är en förteckning av ändringarna."
        is_given = any((self.word.moves, self.word.author is not None, self.word.day is not None))
        if is_given and (self.format != "docx" or is_table):
            yield "--moves, --author och --date gäller ändringar i Word. Lägg till --format docx."
        is_of_two = self.git is None and self.base is None and len(self.names) == _MOST_NAMES
        if self.tracked is not None and not (is_of_two and any(map(_is_document, self.names))):
            yield (
                "--tracked gäller när den ena av två som jämförs är ett dokument, till exempel en "
                "Word-fil."
            )

    def _unfit_place(self) -> Iterator[str]:
        suffix = Path(self.output or "").suffix.lower()
        is_folder = Path(self.output or "").is_dir() or (self.output or "").endswith(("/", os.sep))
        if not is_folder and suffix in _OF_SUFFIX and _OF_SUFFIX[suffix] != self.format:
            yield f"{self.output} slutar på {suffix} men --format är {self.format}. Ändra den ena."
        if self.output == STANDARD_OUTPUT and self.format in PAPER and is_terminal(sys.stdout):
            yield "Word och PDF kan inte visas i terminalen. Ange en fil eller en mapp efter -o."

    def _word(self) -> Iterator[str]:
        from uppdrag.schema.load import is_date

        author, day = self.word.author, self.word.day
        if author is not None and not (author.strip() and author.isprintable()):
            yield "Namnet efter --author är tomt eller går inte att skriva. Ange ett namn."
        elif author is not None and len(author) > _LONGEST_AUTHOR:
            yield f"Namnet efter --author är för långt: högst {_LONGEST_AUTHOR} tecken."
        if day is not None and not is_date(day):
            yield f"”{day}” är inget datum. Skriv det som ÅÅÅÅ-MM-DD, till exempel 2026-06-16."


def _is_document(name: str) -> bool:
    return Path(name).suffix.lower() not in _MANDATES


def format_of(given: str | None, output: str | None) -> str:
    """Return the format that was asked for: by name, else by the end of the file's name.

    Raises `click.UsageError` for a file whose name tells of no format.
    """
    if output == "":
        message = "Namnet efter -o är tomt. Ange en fil eller en mapp."
        raise click.UsageError(message)
    if given is not None:
        return given
    if output is None or output == STANDARD_OUTPUT:
        return "text"
    found = _OF_SUFFIX.get(Path(output).suffix.lower())
    if found is None:
        message = (
            f"Av namnet {output} framgår inte vilket format det ska bli. Ange --format, eller ett "
            f"namn som slutar på {', '.join(list(_OF_SUFFIX)[:-1])} eller {list(_OF_SUFFIX)[-1]}."
        )
        raise click.UsageError(message)
    return found
