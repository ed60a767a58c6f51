"""`uppdrag import --onto`: a Word file that someone edited in; its edits in the mandate out."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from uppdrag.cli.terminal import (
    Volume,
    agrees,
    may_ask,
    wants_colour,
    write,
    write_note,
    write_shown,
)

if TYPE_CHECKING:
    from uppdrag.importing.onto.merge import Prefer
    from uppdrag.importing.word import Changes
    from uppdrag.workspace.onto import Homecoming

_COLOURS = {"+": "\x1b[32m", "-": "\x1b[31m", "@": "\x1b[36m"}
_END = "\x1b[0m"
_CLASH = 1


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the options of the command say."""

    edited: str
    onto: str
    output: str | None
    changes: Changes | None
    base: str | None
    day: str | None
    prefer: Prefer | None
    yes: bool
    volume: Volume


def import_onto(wanted: Wanted) -> int:
    """Show what a Word file changes in a mandate, and change it if the one who asks agrees."""
    from uppdrag.workspace.onto import Asked, bring_home
    from uppdrag.workspace.resources import find_folder

    asked = Asked(
        Path(wanted.edited),
        wanted.onto,
        wanted.day or _today(),
        wanted.changes,
        wanted.base,
        wanted.prefer,
    )
    home = bring_home(find_folder(Path.cwd()), asked)
    if wanted.volume is not Volume.QUIET or home.clashes:
        _tell(home)
    if not home.is_changed and not home.clashes:
        write("Word-filen ändrar ingenting i handlingen.\n")
        return 0
    if wanted.output == "-":
        write(home.after)
        return _CLASH if home.clashes else 0
    write_shown(_coloured(home.diff()))
    if home.clashes:
        write_note(
            "Inget är ändrat. Välj vad som ska gälla med --prefer word eller --prefer fil.\n"
        )
        return _CLASH
    target = Path(wanted.output) if wanted.output else home.target
    question = f"Skapa {target}?" if home.is_new or wanted.output else f"Ändra {home.file.name}?"
    if not wanted.yes and not (may_ask() and agrees(question)):
        write_note("Inget är ändrat. Lägg till --yes för att göra ändringarna.\n")
        return 0
    _save(home, target)
    return 0


def _today() -> str:
    from datetime import date

    return date.today().isoformat()  # noqa: DTZ011 - the day where the user is


def _tell(home: Homecoming) -> None:
    from uppdrag.findings.visible import visible

    for sentence in home.told:
        write_note(f"{visible(sentence)}\n")
    if home.is_new and home.is_changed:
        write_note(
            f"{visible(home.file.name)} är beslutad och ändras inte. Ändringarna blir ett nytt "
            "utkast.\n"
        )


def _coloured(diff: str) -> str:
    from uppdrag.findings.visible import visible

    is_coloured = wants_colour(sys.stdout)
    out = []
    for line in diff.splitlines():
        colour = _COLOURS.get(line[:1], "") if is_coloured else ""
        out.append(f"{colour}{visible(line)}{_END if colour else ''}\n")
    return "".join(out)


def _save(home: Homecoming, target: Path) -> None:
    from uppdrag.findings import UppdragError
    from uppdrag.workspace.writing import write_safe

    is_same = home.file.path is not None and target.exists() and target.samefile(home.file.path)
    if is_same and home.is_new:
        message = f"{home.file.name} är beslutad och skrivs inte över. Ange en annan fil med -o."
        raise UppdragError(message)
    if is_same and target.read_bytes() != home.content:
        message = f"{home.file.name} har ändrats av någon annan under tiden och skrevs inte."
        raise UppdragError(message)
    if not is_same and target.exists():
        message = f"{target} finns redan. Ange en annan fil med -o."
        raise UppdragError(message)
    write_safe(target, home.after.encode("utf-8"))
    write_note(f"Skrev {target.as_posix()}.\n")
