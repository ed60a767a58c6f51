"""`uppdrag import`: the text of an uppdragshandling in; a mandate in YAML out."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from uppdrag.cli.terminal import (
    Volume,
    column_width,
    volume_option,
    wants_colour,
    write,
    write_note,
)


@click.command("import")
@click.argument("file", metavar="FIL")
@click.option("-o", "--output", metavar="FIL.yaml", help="Fil att skriva till, i stället för ut.")
@click.option("--force", is_flag=True, help="Skriv över filen om den finns.")
@volume_option
def command(file: str, output: str | None, force: bool, volume: Volume) -> int:
    """Gör en handling i YAML av texten i en uppdragshandling.

    FIL är en textfil med det som fås när man kopierar en Word-fil eller PDF; ett bindestreck
    betyder standard input. Inga ord går förlorade. Det som är osäkert visas efteråt.
    """
    from uppdrag.findings import UppdragError
    from uppdrag.findings import text as terminal_text
    from uppdrag.source import MAX_BYTES
    from uppdrag.workspace.bounded import read_at_most, read_standard_input
    from uppdrag.workspace.importing import import_file
    from uppdrag.workspace.writing import write_safe

    target = Path(output) if output else None
    if target is not None and target.exists() and not force:
        message = f"{output} finns redan. Välj ett annat namn, eller skriv över med --force."
        raise UppdragError(message)
    if file == "-":
        name, content = "standard input", read_standard_input(MAX_BYTES)
    else:
        name, content = Path(file).as_posix(), read_at_most(Path(file), MAX_BYTES)
    imported = import_file(content, name)
    if target is None:
        write(imported.yaml)
    else:
        write_safe(target, imported.yaml.encode("utf-8"))
    if imported.findings and volume is not Volume.QUIET:
        style = terminal_text.COLOUR if wants_colour(sys.stderr) else terminal_text.PLAIN
        lines = {imported.source.name: imported.source.lines}
        write_note(terminal_text.render(imported.findings, lines, 1, style, column_width()))
    return 0
