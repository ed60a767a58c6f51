"""`uppdrag build`: files, folders and groups in; Word, PDF and other files out."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from uppdrag.cli.proposals import group_names
from uppdrag.cli.terminal import (
    Volume,
    column_width,
    progress,
    volume_option,
    wants_colour,
    write_note,
    write_shown,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from uppdrag.workspace.building import Built

FORMATS = ("docx", "pdf", "html", "md", "txt")
DEFAULT_FORMATS = ("docx", "pdf", "html")


@click.command("build")
@click.argument("paths", nargs=-1, metavar="[SÖKVÄG]...", shell_complete=group_names)
@click.option(
    "--format",
    "formats",
    type=click.Choice(FORMATS),
    multiple=True,
    default=DEFAULT_FORMATS,
    help="Vad som ska göras; kan anges flera gånger. Annars docx, pdf och html.",
)
@click.option(
    "-o",
    "--output",
    metavar="MAPP",
    help="Mapp att skriva i; filerna heter MAPP/GRUPP/DATUM.FORMAT. Annars build, bredvid "
    "mandates.",
)
@click.option(
    "--pdf-engine",
    type=click.Choice(["typst", "libreoffice"]),
    default="typst",
    help="Vad PDF görs med: det inbyggda typst, eller LibreOffice ur Word-filen.",
)
@click.option(
    "--review",
    is_flag=True,
    help="Gör också en Word-fil med det som hittats som kommentarer: DATUM.granskning.docx.",
)
@click.option(
    "--changes",
    is_flag=True,
    help="Lägg till ”Ändrat sedan föregående beslut” sist i handlingar som ersätter en tidigare.",
)
@click.option(
    "--embed-source",
    is_flag=True,
    help="Lägg handlingens YAML i Word-filen och PDF:en (som då blir PDF/A-3a), så att den kan "
    "hämtas tillbaka med uppdrag import.",
)
@volume_option
def command(
    paths: tuple[str, ...],
    formats: tuple[str, ...],
    output: str | None,
    pdf_engine: str,
    review: bool,
    changes: bool,
    embed_source: bool,
    volume: Volume,
) -> int:
    """Gör Word, PDF och HTML av handlingar, efter att ha prövat dem.

    SÖKVÄG är filer, mappar eller gruppers namn; utan sökväg görs allt i mappen mandates. En
    handling som inte går att läsa eller trycka görs inte; de andra görs ändå.
    """
    from tempfile import TemporaryDirectory

    from uppdrag.findings import UppdragError
    from uppdrag.workspace.building import Changes, Order, SourceText, build_all
    from uppdrag.workspace.mandates import find_mandates, refuse_clashes
    from uppdrag.workspace.rendering import REVIEW
    from uppdrag.workspace.resources import find_folder

    if embed_source and pdf_engine != "typst" and "pdf" in formats:
        message = (
            "Med --embed-source görs PDF med typst. Ta bort --pdf-engine, eller ange --format docx."
        )
        raise UppdragError(message)
    folder = find_folder(Path.cwd())
    files = find_mandates(folder, paths)
    refuse_clashes(files)
    # From inside mandates/ too: what is made is never mixed with what it is made of.
    target = Path(output or os.path.relpath(folder.root / "build", Path.cwd().resolve()))
    wanted = (*dict.fromkeys(formats), *([REVIEW] if review else []))
    with (
        TemporaryDirectory(prefix="uppdrag-", ignore_cleanup_errors=True) as scratch,
        progress("Bygger", len(files), volume) as bar,
    ):
        annexed = Changes.ANNEXED if changes else Changes.LEFT_OUT
        embedded = SourceText.EMBEDDED if embed_source else SourceText.LEFT_OUT
        order = Order(folder, wanted, target, pdf_engine, Path(scratch), annexed, embedded)
        built = list(build_all(order, files, bar.advance))
    _show_findings(built)
    for item in built:
        if told := item.refusal or item.note:
            write_note(f"{item.file.name}: {told}\n")
    if volume is not Volume.QUIET:
        write_shown(_summary(built, wanted, order.output, volume))
    if any(item.refusal for item in built):
        return 2
    return int(any(item.has_errors for item in built))


def _show_findings(built: Sequence[Built]) -> None:
    from uppdrag.findings import Severity, Summary, text
    from uppdrag.source import Lines
    from uppdrag.source.decode import decode

    found = [finding for item in built for finding in item.findings]
    told = [finding for finding in found if finding.severity is not Severity.INFO]
    names = {finding.file for finding in told}
    lines = {}
    for item in built:
        # A file that cannot be read again has its findings without the lines they speak of.
        with suppress(OSError):
            if item.file.name in names and item.file.path is not None:
                lines[item.file.name] = Lines(decode(item.file.read()).text)
    style = text.COLOUR if wants_colour(sys.stderr) else text.PLAIN
    if told:
        write_note(text.render(told, lines, len(built), style, column_width()))
    if len(told) < len(found):
        rest = Summary.of(set(found) - set(told), len(built)).sentence()
        write_note(f"{rest} De visas av uppdrag check.\n")


def _summary(built: Sequence[Built], formats: Sequence[str], output: Path, volume: Volume) -> str:
    made = [item for item in built if item.written and not item.refusal]
    lines = []
    if volume is Volume.VERBOSE:
        lines = [path.as_posix() for item in made for path in item.written]
    noun = "handling" if len(built) == 1 else "handlingar"
    names = {"docx": "Word", "pdf": "PDF", "html": "HTML", "md": "Markdown", "txt": "text"}
    listed = [names.get(name, "Word med kommentarer") for name in formats]
    kinds = f"{', '.join(listed[:-1])} och {listed[-1]}" if len(listed) > 1 else listed[0]
    if not built:
        lines.append("Inga handlingar att bygga. Skapa en med uppdrag new.")
    elif made:
        share = f"{len(made)} av {len(built)}" if len(made) < len(built) else str(len(built))
        lines.append(f"{share} {noun} blev {kinds} i {output.as_posix()}.")
    failed = [item for item in built if not item.written or item.refusal]
    if failed:
        lines.append(f"Ej gjorda: {', '.join(item.file.name for item in failed)}.")
    if built and not failed and not any(item.findings for item in built):
        lines.append("Inga fel.")
    return "\n".join(lines) + "\n"
