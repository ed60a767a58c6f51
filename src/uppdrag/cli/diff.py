"""`uppdrag diff`: revisions by any name in; what tells them apart out, to read or in a file."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from uppdrag.cli.diff_asked import FORMATS, PAPER, Asked, Word, format_of
from uppdrag.cli.proposals import group_names
from uppdrag.cli.terminal import (
    Volume,
    column_width,
    volume_option,
    wants_colour,
    write,
    write_note,
    write_shown,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from uppdrag.workspace.comparing import Compared, Pair
    from uppdrag.workspace.drawing import Drawn
    from uppdrag.workspace.resources import Folder

_PAGE_WIDTH = 100
"""Columns of text that is written to a file."""


@click.command("diff")
@click.argument("names", nargs=-1, metavar="[GAMMAL] [NY]", shell_complete=group_names)
@click.option(
    "--git",
    metavar="VERSION",
    help="Jämför med en version i git, till exempel main: filen som anges, eller allt som grenen "
    "har ändrat.",
)
@click.option(
    "--base",
    metavar="FIL",
    help="Det som båda utgick från: visar vad var och en har ändrat, och var de krockar.",
)
@click.option(
    "--names",
    "by",
    nargs=2,
    metavar="NAMN NAMN",
    help="Vad de två kallas när --base anges; annars filernas namn.",
)
@click.option(
    "--format",
    "output_format",
    type=click.Choice(FORMATS),
    help="Hur ändringarna visas. Annars efter filens namn, eller som text.",
)
@click.option(
    "-o",
    "--output",
    metavar="FIL|MAPP",
    help="Fil eller mapp att skriva i; ett bindestreck är standard output. Utan flaggan hamnar "
    "html, docx och pdf i build.",
)
@click.option(
    "--whole",
    "extent",
    flag_value="whole",
    type=click.UNPROCESSED,
    help="Visar hela texten i terminalen, inte bara det som är ändrat.",
)
@click.option(
    "--changes",
    "extent",
    flag_value="table",
    type=click.UNPROCESSED,
    help="Visar bara ändringsförteckningen, med tidigare och ny lydelse i en tabell.",
)
@click.option(
    "--moves",
    type=click.Choice(["native", "plain"]),
    help="Hur det som flyttats skrivs i Word: som flyttat, eller (plain) borttaget och tillagt.",
)
@click.option("--author", metavar="NAMN", help="Vem ändringarna i Word är av; annars avsändaren.")
@click.option(
    "--date",
    "day",
    metavar="ÅÅÅÅ-MM-DD",
    help="Dagen för ändringarna i Word; annars den nya handlingens datum.",
)
@click.option(
    "--tracked",
    type=click.Choice(["accept", "reject"]),
    help="Vad som gäller för spårade ändringar i en Word-fil som jämförs: alla godkända, eller "
    "alla avvisade.",
)
@click.option("--exit-code", is_flag=True, help="Slutar med 1 om något skiljer.")
@volume_option
def command(
    names: tuple[str, ...],
    git: str | None,
    base: str | None,
    by: tuple[str, str] | None,
    output_format: str | None,
    output: str | None,
    extent: str | None,
    moves: str | None,
    author: str | None,
    day: str | None,
    tracked: str | None,
    exit_code: bool,
    volume: Volume,
) -> int:
    """Visar vad som skiljer två revisioner, med det som ändrats i sak först.

    \b
    uppdrag diff vvg
        gruppens senaste revision mot den som den ersätter
    uppdrag diff vvg/2017-01-01 vvg/2026-06-01
        två revisioner; det kan också vara filer, grupper eller - (standard input)
    uppdrag diff mandates/vvg/2026-06-01.yaml --git main
        filen mot hur den är i versionen main
    uppdrag diff vvg/2026-06-01 svar.docx
        en revision mot en Word-fil, PDF, webbsida eller textfil; också åt andra hållet
    uppdrag diff --git main
        allt som grenen har ändrat sedan den lämnade main
    uppdrag diff anna.yaml bo.yaml --base vvg/2026-06-01
        vad två har ändrat i samma handling

    Word-filen har riktiga ändringsmarkeringar som kan godkännas eller avvisas en och en. Den
    skrivs bara om den är exakt: allt godkänt är den nya texten, allt avvisat den gamla.

    Kommandot slutar med 0, med 1 om något skiljer och --exit-code är angivet, och med 2 om
    jämförelsen inte kunde göras.
    """
    from uppdrag.workspace.delivering import refuse_source

    if output is not None:
        refuse_source(Path(output))
    asked = Asked(
        names,
        git,
        base,
        by,
        format_of(output_format, output),
        output,
        extent,
        Word(moves, author, day),
        exit_code,
        volume,
        tracked,
    )
    asked.refuse_what_makes_no_sense()
    return _diff(asked)


def _diff(asked: Asked) -> int:
    from uppdrag.workspace.delivering import deliver
    from uppdrag.workspace.resources import find_folder

    folder = find_folder(Path.cwd())
    compared = _compared(folder, asked)
    if asked.volume is Volume.VERBOSE:
        write_note("".join(f"{line}\n" for line in _named(compared)))
    if asked.volume is not Volume.QUIET:
        write_note("".join(f"{line}\n" for pair in compared.pairs for line in _told(pair)))
    drawn = _drawn(folder, compared, asked)
    if asked.is_shown:
        _show(drawn, asked)
    else:
        output = asked.output or f"{os.path.relpath(folder.root / 'build', Path.cwd().resolve())}/"
        files = [file for pair in compared.pairs for file in pair.files]
        written = deliver(drawn, output, files)
        if asked.volume is not Volume.QUIET:
            write_shown("".join(f"{line}\n" for line in _summary(compared, written)))
    if compared.since and asked.has_one_each:
        write_note("".join(f"{note}\n" for note in compared.notes))
    if not compared.is_whole:
        return 2
    return int(asked.exit_code and compared.differs)


def _compared(folder: Folder, asked: Asked) -> Compared:
    from uppdrag.workspace.comparing import (
        Compared,
        compare_since,
        compare_three,
        compare_two,
        compare_with_earlier,
    )

    match asked.names:
        case names if asked.git is not None:
            from uppdrag.workspace.branch import EVERYTHING, changed_since, scope_of
            from uppdrag.workspace.git import Version

            version = Version(folder.root, asked.git, "--git")
            scope = scope_of(folder, names[0]) if names else EVERYTHING
            if scope is not None:
                return changed_since(folder, version, scope)
            return Compared((compare_since(folder, names[0], version),))
        case (ours, theirs) if asked.base is not None:
            by = asked.by or ("", "")
            return Compared((compare_three(folder, asked.base, (ours, theirs), by),))
        case (old, new):
            from uppdrag.importing.tracked import Changes

            tracked = Changes(asked.tracked) if asked.tracked else None
            return Compared((compare_two(folder, old, new, tracked),))
        case (name, *_):
            return Compared((compare_with_earlier(folder, name),))
    raise AssertionError


def _drawn(folder: Folder, compared: Compared, asked: Asked) -> list[Drawn]:
    from uppdrag.findings import UppdragError
    from uppdrag.workspace.drawing import Extent, Manner, draw_all
    from uppdrag.workspace.rendering import Renderers

    manner = Manner(
        asked.format,
        Extent(asked.extent or "changed"),
        asked.is_shown and wants_colour(sys.stdout),
        column_width() if asked.is_shown else _PAGE_WIDTH,
        asked.word.author,
        asked.word.day,
        asked.word.moves or "native",
    )
    drawn = draw_all(compared, manner, Renderers(folder, "typst"))
    if asked.is_shown and asked.format in {"html", *PAPER} and len(drawn) > 1:
        message = f"Det blir {len(drawn)} filer, en för varje handling. Ange en mapp efter -o."
        raise UppdragError(message)
    return drawn


def _show(drawn: Sequence[Drawn], asked: Asked) -> None:
    if asked.format in PAPER:
        for item in drawn:
            click.echo(item.content, nl=False)
        return
    text = "\n".join(item.content.decode("utf-8") for item in drawn)
    show = write_shown if asked.format == "text" else write
    show(text)


def _named(compared: Compared) -> Iterator[str]:
    from uppdrag.findings.visible import visible

    for pair in compared.pairs:
        names = [visible(file.name) for file in pair.files]
        yield f"Jämför {names[0]} med {' och '.join(names[1:])}."


def _told(pair: Pair) -> Iterator[str]:
    from uppdrag.findings.visible import visible

    yield from map(visible, pair.told)


def _summary(compared: Compared, written: Sequence[Path]) -> Iterator[str]:
    from uppdrag.compare.telling.describe import branch_sentence, count_sentence
    from uppdrag.findings.visible import visible

    comparisons = [pair.comparison for pair in compared.pairs]
    if compared.since:
        yield branch_sentence(comparisons, compared.notes)
    else:
        yield from (count_sentence(comparison.changes) for comparison in comparisons)
    yield from (f"Skrev {visible(path.as_posix())}." for path in written)
