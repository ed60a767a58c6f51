"""`uppdrag readability`: files, folders and groups in; how their texts read out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from uppdrag.cli.proposals import group_names
from uppdrag.cli.terminal import (
    Volume,
    column_width,
    progress,
    volume_option,
    write,
    write_note,
    write_shown,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from uppdrag.readability.reading import Reading
    from uppdrag.schema import Schema
    from uppdrag.workspace.mandates import MandateFile
    from uppdrag.workspace.resources import Folder


@click.command("readability")
@click.argument("paths", nargs=-1, metavar="[SÖKVÄG]...", shell_complete=group_names)
@click.option(
    "--format",
    "output_format",
    type=click.Choice(["text", "json", "markdown"]),
    default="text",
    help="Hur måtten visas: text för människor, json för program, markdown för webbsidor.",
)
@volume_option
def command(paths: tuple[str, ...], output_format: str, volume: Volume) -> int:
    """Visar hur långa ord och meningar en handling har, med LIX för varje avsnitt.

    Handlingen jämförs med revisionen före: den som den ersätter, annars den närmast äldre i
    samma mapp. Måtten säger inte om texten är bra, bara var den är tung.

    SÖKVÄG är filer, mappar eller gruppers namn; utan sökväg mäts allt i mappen mandates. Ett
    bindestreck betyder standard input.
    """
    from uppdrag.findings.visible import visible
    from uppdrag.workspace.mandates import find_mandates
    from uppdrag.workspace.resources import find_folder
    from uppdrag.workspace.schemas import mandate_schema

    folder = find_folder(Path.cwd())
    files = find_mandates(folder, paths)
    schema = mandate_schema(folder)
    readings: list[Reading] = []
    refused: dict[str, None] = {}
    with progress("Mäter", len(files), volume) as bar:
        for file in files:
            reading, messages = _measured(file, folder, schema)
            readings.extend([reading] if reading else [])
            refused.update(dict.fromkeys(messages))
            bar.advance()
    if readings or output_format == "json":
        show = write if output_format == "json" else write_shown
        show(_rendered(readings, output_format))
    for message in refused:
        write_note(visible(message) + "\n")
    return int(bool(refused))


def _measured(
    file: MandateFile, folder: Folder, schema: Schema
) -> tuple[Reading | None, tuple[str, ...]]:
    """Return how a mandate reads beside the one before, and what could not be read."""
    from uppdrag.readability.compare import compare
    from uppdrag.readability.reading import Reading
    from uppdrag.readability.report import report
    from uppdrag.workspace.predecessor import UnreadableError, predecessor, read_revision

    try:
        revision = read_revision(file, schema)
    except UnreadableError as error:
        return None, (error.message,)
    now = report(revision.source, revision.document)
    title = revision.handling.titel
    earlier = predecessor(revision, folder)
    if earlier is None:
        return Reading(file.name, title, now), ()
    try:
        other = read_revision(earlier, schema)
    except UnreadableError as error:
        return Reading(file.name, title, now), (error.message,)
    before = report(other.source, other.document)
    return Reading(file.name, title, now, earlier.name, compare(now, before)), ()


def _rendered(readings: Sequence[Reading], output_format: str) -> str:
    from uppdrag.readability import json, markdown, text

    match output_format:
        case "json":
            return json.render(readings)
        case "markdown":
            return markdown.render(readings)
        case _:
            return text.render(readings, column_width())
