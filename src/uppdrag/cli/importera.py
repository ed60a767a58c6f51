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
@click.option("--write", "writes", is_flag=True, help="Med en mapp: skriv utan att fråga.")
@click.option(
    "--place",
    "places",
    multiple=True,
    metavar="FIL=GRUPP/DATUM",
    help="Med en mapp: var en fil ska ligga; kan anges flera gånger.",
)
@click.option(
    "--format",
    "output_format",
    type=click.Choice(["text", "json"]),
    default="text",
    help="Med en mapp: hur planen visas, text för människor eller json för program.",
)
@volume_option
def command(
    file: str,
    output: str | None,
    force: bool,
    writes: bool,
    places: tuple[str, ...],
    output_format: str,
    volume: Volume,
) -> int:
    """Gör en handling i YAML av texten i en uppdragshandling.

    FIL är en textfil med det som fås när man kopierar en Word-fil eller PDF; ett bindestreck
    betyder standard input. Inga ord går förlorade. Det som är osäkert visas efteråt.

    FIL kan också vara en mapp. Då visas en plan för alla dokument i den: vilken grupp och dag
    varje fil hör till, vad som är kopior, och vad som är gissat. Inget skrivs utan --write eller
    ett ja; ingen fil skrivs över.
    """
    from uppdrag.findings import UppdragError
    from uppdrag.findings import text as terminal_text
    from uppdrag.source import MAX_BYTES
    from uppdrag.workspace.bounded import read_at_most, read_standard_input
    from uppdrag.workspace.importing import import_file
    from uppdrag.workspace.writing import write_safe

    if file != "-" and Path(file).is_dir():
        from uppdrag.cli.import_folder import Asked, import_folder
        from uppdrag.importing.word.file import Changes

        if force:
            message = "När en mapp importeras skrivs ingen fil över. Ta bort --force."
            raise UppdragError(message)
        choices = (Changes.REFUSE, output_format, writes, volume)
        return import_folder(Asked(Path(file), output, places, *choices))
    if places or writes:
        message = "--write och --place gäller en mapp. Ange var filen ska skrivas med -o."
        raise UppdragError(message)
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
