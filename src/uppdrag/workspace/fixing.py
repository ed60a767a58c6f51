"""A mandate file that is still a draft in; its text with what is mechanical put right out."""

from __future__ import annotations

import codecs
import difflib
import errno
import os
import stat
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from uppdrag.findings import Finding, UppdragError
from uppdrag.rules.rule import DRAFTS
from uppdrag.source import Lines, Range, Source
from uppdrag.source.edit import Edit, edited, smallest, with_values_edited
from uppdrag.workspace.checking import Checked, Held, check
from uppdrag.workspace.mandates import MandateFile
from uppdrag.workspace.writing import write_safe

_MOST_ROUNDS = 20
"""One mending can uncover another: `ggr/år` after an interval. Real texts need two or three."""

_MARKS = (
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (codecs.BOM_UTF8, "utf-8"),
)


class LeftAlone(Enum):
    """Why a file is not mended, in words that go on after its name."""

    BROKEN = "filen har fel som måste rättas först. Kör uppdrag check på den."
    DECIDED = "handlingen är inget utkast och ändras inte."


@dataclass(frozen=True, slots=True)
class Mended:
    """A file as it was read, its text before and after, and the findings that were mended.

    `left_alone` says why nothing was done, where nothing may be.
    """

    file: MandateFile
    content: bytes
    before: str
    after: str
    mended: tuple[Finding, ...] = ()
    left_alone: LeftAlone | None = None

    @property
    def new_content(self) -> bytes:
        """Return the mended text in the encoding, and with the byte order mark, of the file."""
        if self.after == self.before:
            return self.content
        for mark, encoding in _MARKS:
            if self.content.startswith(mark):
                return mark + self.after.encode(encoding)
        return self.after.encode("utf-8")

    def diff(self) -> str:
        """Return the difference as a unified diff, empty where there is none."""
        lines = difflib.unified_diff(
            self.before.splitlines(keepends=True),
            self.after.splitlines(keepends=True),
            self.file.name,
            self.file.name,
            n=1,
        )
        return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)


def mend(content: bytes, file: MandateFile, held: Held, rules: Collection[str] = ()) -> Mended:
    """Return the file with everything mended that has one right form.

    Each edit is the smallest one; comments, order, quotation marks and line endings stay. `rules`
    limits it to those. A file that is decided, or cannot be read, is left alone.
    """
    checked = check(content, file, held)
    before = checked.source.text
    if (reason := _left_alone(checked)) is not None:
        return Mended(file, content, before, before, (), reason)
    mended: list[Finding] = []
    for _ in range(_MOST_ROUNDS):
        done = _possible(checked.source, [], list(_edits(checked, rules)))
        if not done:
            break
        mended.extend(finding for finding, _ in done)
        text = edited(checked.source.text, (edit for _, edit in done))
        checked = check(text.encode("utf-8"), file, held)
    return Mended(file, content, before, checked.source.text, tuple(mended))


def save(item: Mended) -> None:
    """Write a mended file over the one that it was made of, the very one that a link leads to.

    Raises `OSError` when it cannot be written or is write-protected, `UppdragError` when it is
    another than was mended.
    """
    if item.file.path is None:
        return
    path = Path(os.path.realpath(item.file.path))
    if path.read_bytes() != item.content:
        message = f"{item.file.name} har ändrats av någon annan under tiden och skrevs inte."
        raise UppdragError(message)
    if not path.stat().st_mode & stat.S_IWUSR:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), item.file.name)
    write_safe(path, item.new_content)


def _left_alone(checked: Checked) -> LeftAlone | None:
    if checked.handling is None:
        return LeftAlone.BROKEN
    return None if checked.handling.status in DRAFTS else LeftAlone.DECIDED


_Wanted = tuple[Finding, Edit]


def _possible(source: Source, known: Sequence[_Wanted], wanted: Sequence[_Wanted]) -> list[_Wanted]:
    """Return the known edits and those of the wanted that do no more than they say beside them."""
    together = [*known, *wanted]
    if not wanted or with_values_edited(source, [edit for _, edit in together]) is not None:
        return together
    if len(wanted) == 1:
        return list(known)
    half = len(wanted) // 2
    return _possible(source, _possible(source, known, wanted[:half]), wanted[half:])


def _edits(checked: Checked, rules: Collection[str]) -> Iterator[_Wanted]:
    """Yield the smallest edit for each finding that has one, none that overlaps another."""
    text, lines = checked.source.text, checked.source.lines
    last = Range(-1, -1)
    for finding in checked.told:
        if finding.fix is None or (rules and finding.rule not in rules):
            continue
        place = _range(finding, lines)
        edit = smallest(Edit(place, finding.fix), text)
        is_free = place.start >= last.end and place != last
        if is_free and edit.words != text[edit.range.start : edit.range.end]:
            last = place
            yield finding, edit


def _range(finding: Finding, lines: Lines) -> Range:
    return Range(
        lines.range_of_line(finding.line).start + finding.column - 1,
        lines.range_of_line(finding.end_line).start + finding.end_column - 1,
    )
