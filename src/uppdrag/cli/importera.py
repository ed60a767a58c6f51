"""`uppdrag import`: the text of an uppdragshandling in; a mandate in YAML out."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from uppdrag.cli.terminal import (
    Volume,
    column_width,
    volume_option,
    wants_colour,
    write,
    write_note,
)

if TYPE_CHECKING:
    from uppdrag.workspace.importing import ImportedFile


@click.command("import")
@click.argument("file", metavar="FIL")
@click.option("-o", "--output", metavar="FIL.yaml", help="Fil att skriva till, i stället för ut.")
@click.option("--force", is_flag=True, help="Skriv över filen om den finns.")
@click.option(
    "--changes",
    type=click.Choice(["accept", "reject"]),
    help="Vad som gäller för spårade ändringar i Word: alla godkända, eller alla avvisade. Utan "
    "val importeras ingen sådan fil.",
)
@click.option(
    "--review",
    metavar="FIL.html",
    help="Skriv också en sida som visar var varje rad hamnade, och hur säkert det är.",
)
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
@click.option("--onto", metavar="HANDLING", help="För in en redigerad Word-fil i den handlingen.")
@click.option(
    "--base",
    metavar="FIL",
    help="Med --onto: handlingen som Word-filen gjordes av, om den inte hittas.",
)
@click.option(
    "--prefer",
    type=click.Choice(["word", "fil"]),
    help="Med --onto: vad som gäller där både Word-filen och handlingen är ändrade.",
)
@click.option("--datum", "day", metavar="DATUM", help="Med --onto: det nya utkastets datum.")
@click.option("--yes", is_flag=True, help="Med --onto: gör ändringarna utan att fråga.")
@volume_option
def command(
    file: str,
    output: str | None,
    force: bool,
    changes: str | None,
    review: str | None,
    writes: bool,
    places: tuple[str, ...],
    output_format: str,
    onto: str | None,
    base: str | None,
    prefer: str | None,
    day: str | None,
    yes: bool,
    volume: Volume,
) -> int:
    """Gör en handling i YAML av texten i en uppdragshandling.

    FIL är en Word-fil, en PDF med text, ett OpenDocument, en webbsida, Markdown eller en textfil;
    vilket framgår av innehållet. Ett bindestreck betyder standard input. Inga ord går förlorade.
    Det som är osäkert visas efteråt.

    FIL kan också vara en mapp. Då visas en plan för alla dokument i den: vilken grupp och dag
    varje fil hör till, vad som är kopior, och vad som är gissat. Inget skrivs utan --write eller
    ett ja; ingen fil skrivs över.
    """
    from uppdrag.findings import UppdragError
    from uppdrag.importing.tracked import Changes
    from uppdrag.workspace.importing import import_file

    if onto is not None:
        from uppdrag.cli.import_onto import Wanted, import_onto
        from uppdrag.importing.onto.merge import Prefer

        chosen = Prefer(prefer) if prefer else None
        settled = Changes(changes) if changes else None
        return import_onto(Wanted(file, onto, output, settled, base, day, chosen, yes, volume))
    if file != "-" and Path(file).is_dir():
        from uppdrag.cli.import_folder import Asked, import_folder

        if force:
            message = "När en mapp importeras skrivs ingen fil över. Ta bort --force."
            raise UppdragError(message)
        how = Changes(changes or Changes.REFUSE)
        asked = Asked(Path(file), output, places, how, output_format, writes, volume)
        return import_folder(asked)
    if places or writes:
        message = "--write och --place gäller en mapp. Ange var filen ska skrivas med -o."
        raise UppdragError(message)
    target = Path(output) if output else None
    if not force:
        _refuse_taken(output, review)
    name, content = _read(file)
    if source := _source_in(content, name, volume):
        _deliver(source, target)
        if review is not None:
            write_note(
                "Handlingen är hämtad ur källan i filen, så ingen granskningssida gjordes.\n"
            )
        return 0
    imported = import_file(content, name, Changes(changes or Changes.REFUSE))
    _deliver(imported.yaml, target)
    if review is not None:
        _review(imported, name, Path(review))
    if volume is not Volume.QUIET:
        _show_findings(imported)
    return 0


def _refuse_taken(*names: str | None) -> None:
    """Raise `UppdragError` for the name of a file that is there."""
    from uppdrag.findings import UppdragError

    for taken in names:
        if taken and Path(taken).exists():
            message = f"{taken} finns redan. Välj ett annat namn, eller skriv över med --force."
            raise UppdragError(message)


def _read(file: str) -> tuple[str, bytes]:
    """Return what messages call a file, and its bytes."""
    from uppdrag.workspace.bounded import read_at_most, read_standard_input
    from uppdrag.workspace.copies import LARGEST

    if file == "-":
        return "standard input", read_standard_input(LARGEST)
    return Path(file).as_posix(), read_at_most(Path(file), LARGEST)


def _source_in(content: bytes, name: str, volume: Volume) -> str:
    """Return the YAML that a file carries where the file shows the same; tell where it does not."""
    from uppdrag.findings.visible import visible
    from uppdrag.workspace.embedded import EmbeddedReader
    from uppdrag.workspace.resources import find_folder

    embedded = EmbeddedReader(find_folder(Path.cwd())).read(content, name)
    if embedded is None:
        return ""
    if volume is not Volume.QUIET:
        write_note("".join(f"{visible(sentence)}\n" for sentence in embedded.told))
    return embedded.yaml if embedded.handling is not None else ""


def _show_findings(imported: ImportedFile) -> None:
    from uppdrag.findings import text as terminal_text

    if imported.findings:
        style = terminal_text.COLOUR if wants_colour(sys.stderr) else terminal_text.PLAIN
        lines = {imported.source.name: imported.source.lines}
        write_note(terminal_text.render(imported.findings, lines, 1, style, column_width()))


def _review(imported: ImportedFile, name: str, target: Path) -> None:
    """Write the page that shows where each line went; a mandate's own file is never written."""
    from uppdrag.importing.review import placed
    from uppdrag.importing.review_page import review_page
    from uppdrag.workspace.delivering import refuse_source
    from uppdrag.workspace.writing import write_safe

    refuse_source(target)
    rows = placed(imported.imported, imported.source.text)
    write_safe(target, review_page(name, rows))


def _deliver(yaml: str, target: Path | None) -> None:
    """Write a mandate where it was asked for: to standard output, or to a file."""
    from uppdrag.workspace.writing import write_safe

    if target is None:
        write(yaml)
    else:
        write_safe(target, yaml.encode("utf-8"))
