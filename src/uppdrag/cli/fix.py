"""`uppdrag fix`: files, folders and groups in; drafts with what is mechanical put right out."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from uppdrag.cli.terminal import (
    Volume,
    may_ask,
    progress,
    volume_option,
    wants_colour,
    write,
    write_note,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from uppdrag.workspace.fixing import Mended

_COLOURS = {"+": "\x1b[32m", "-": "\x1b[31m", "@": "\x1b[36m"}
_END = "\x1b[0m"


@click.command("fix")
@click.argument("paths", nargs=-1, metavar="[SÖKVÄG]...")
@click.option(
    "--rule",
    "rules",
    multiple=True,
    metavar="REGEL",
    help="Bara det som den regeln hittar; kan anges flera gånger.",
)
@click.option("--yes", is_flag=True, help="Gör ändringarna utan att fråga.")
@volume_option
def command(paths: tuple[str, ...], rules: tuple[str, ...], yes: bool, volume: Volume) -> int:
    """Rättar det som bara kan skrivas på ett sätt, i utkast.

    Tankstreck i intervall, diarienummer, VGR:s, förkortningar, onödiga blanksteg och liknande.
    Ändringarna visas först; utan terminal görs de bara med --yes. Allt annat i filen står kvar som
    det är. En beslutad handling ändras aldrig. Med ett bindestreck i stället för sökväg rättas
    standard input till standard output.
    """
    from uppdrag.workspace.checking import held_to
    from uppdrag.workspace.fixing import encoded, mend
    from uppdrag.workspace.mandates import find_mandates
    from uppdrag.workspace.resources import find_folder
    from uppdrag.workspace.rule_pages import page
    from uppdrag.workspace.writing import write_safe

    wanted = frozenset(rule.upper() for rule in rules)
    for rule in wanted:
        page(rule)  # says which rule does not exist
    folder = find_folder(Path.cwd())
    held = held_to(folder)
    files = find_mandates(folder, paths)
    contents = {}
    found = []
    with progress("Läser", len(files), volume) as bar:
        for file in files:
            content = file.read()
            contents[file.name] = content
            found.append(mend(content, file, held, wanted))
            bar.advance()
    changed = [item for item in found if item.after != item.before]
    if volume is not Volume.QUIET:
        write_note(_left_alone(found, named=bool(paths)))
    if not changed:
        write("Det finns inget att rätta.\n")
        return 0
    if files[0].path is None:
        write(changed[0].after)
        return 0
    write(_shown(changed))
    count = sum(len(item.mended) for item in changed)
    if not yes and not (may_ask() and click.confirm(_question(count), err=True)):
        write_note("Inget är ändrat. Skriv uppdrag fix --yes för att göra ändringarna.\n")
        return 0
    for item in changed:
        if item.file.path is not None:
            write_safe(item.file.path, encoded(item.after, contents[item.file.name]))
    what = "fil" if len(changed) == 1 else "filer"
    write_note(f"{_changes(count)} i {len(changed)} {what}.\n")
    return 0


def _question(count: int) -> str:
    return "Göra ändringen?" if count == 1 else f"Göra {count} ändringar?"


def _changes(count: int) -> str:
    return "1 ändring gjord" if count == 1 else f"{count} ändringar gjorda"


def _left_alone(found: Sequence[Mended], *, named: bool) -> str:
    """Return a line for each file that was left alone; without names given, only what is wrong."""
    return "".join(
        f"{item.file.name}: {item.refusal}.\n"
        for item in found
        if item.refusal and (named or "utkast" not in item.refusal)
    )


def _shown(changed: Sequence[Mended]) -> str:
    from uppdrag.findings.visible import visible

    coloured = wants_colour(sys.stdout)
    lines = []
    for item in changed:
        for line in item.diff().splitlines():
            shown = visible(line)
            colour = _COLOURS.get(line[:1], "") if coloured else ""
            lines.append(f"{colour}{shown}{_END if colour else ''}")
    return "\n".join(lines) + "\n"
