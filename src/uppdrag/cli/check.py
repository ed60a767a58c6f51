"""`uppdrag check`: files, folders and groups in; what is wrong with them out."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from uppdrag.cli.terminal import (
    Volume,
    column_width,
    progress,
    volume_option,
    wants_colour,
    write,
)
from uppdrag.findings import Finding, Severity

if TYPE_CHECKING:
    from uppdrag.source import Source


@click.command("check")
@click.argument("paths", nargs=-1, metavar="[SÖKVÄG]...")
@click.option(
    "--format",
    "output_format",
    type=click.Choice(["text", "json"]),
    default="text",
    help="Hur det som hittas visas: text för människor, json för program.",
)
@volume_option
def command(paths: tuple[str, ...], output_format: str, volume: Volume) -> int:
    """Prövar handlingar och visar vad som är fel, med fil, rad och kolumn.

    SÖKVÄG är filer, mappar eller gruppers namn; utan sökväg prövas allt i mappen mandates. Ett
    bindestreck betyder standard input.
    """
    from uppdrag.findings import json, text
    from uppdrag.workspace.checking import check_file
    from uppdrag.workspace.mandates import find_mandates
    from uppdrag.workspace.resources import find_folder
    from uppdrag.workspace.schemas import mandate_schema

    folder = find_folder(Path.cwd())
    files = find_mandates(folder, paths)
    schema = mandate_schema(folder)
    found: list[Finding] = []
    sources: dict[str, Source] = {}
    with progress("Prövar", len(files), volume) as bar:
        for file in files:
            checked = check_file(file, schema)
            found.extend(checked.findings)
            if checked.findings:
                sources[file.name] = checked.source
            bar.advance()
    if output_format == "json":
        write(json.render(found, len(files)))
    else:
        colour = wants_colour(sys.stdout)
        style = text.COLOUR if colour else text.PLAIN
        write(text.render(found, sources, len(files), style, column_width()))
    return int(any(item.severity is Severity.ERROR for item in found))
