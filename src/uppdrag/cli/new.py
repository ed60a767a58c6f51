"""`uppdrag new`: a type or a group in; a file to fill in out."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import click

from uppdrag.cli.terminal import may_ask, write, write_note

if TYPE_CHECKING:
    from uppdrag.workspace.resources import Folder

UNNAMED = "[ange gruppens namn]"
"""Stands for a group's name in a draft that was begun without one."""

LAST_DATE = "9999-12-31"
TYPES = ("samordningsråd", "samordningsgrupp", "samverkansorgan", "projektuppdrag")


@click.command("new")
@click.argument("name", required=False, metavar="[TYP|GRUPP]")
@click.option("--typ", type=click.Choice(TYPES), help="Handlingens typ, när gruppen är ny.")
@click.option("--grupp", help="Gruppens namn, när det första ordet är en typ.")
@click.option("--titel", help="Handlingens titel.")
@click.option("--datum", help="Handlingens datum, ÅÅÅÅ-MM-DD; annars i dag.")
@click.option(
    "-o", "--output", metavar="FIL", help="Fil att skriva, annars mandates/GRUPP/DATUM.yaml."
)
@click.option("--force", is_flag=True, help="Skriv över filen om den finns.")
def command(
    name: str | None,
    typ: str | None,
    grupp: str | None,
    titel: str | None,
    datum: str | None,
    output: str | None,
    force: bool,
) -> int:
    """Skapar en ny handling att fylla i.

    \b
    uppdrag new samordningsråd --grupp "Samordningsråd rehabilitering"
        ger en mall med hjälp i varje del
    uppdrag new samordningsrad-rehabilitering
        ger en ny version av gruppens senaste handling

    Det som inte anges frågas det efter, om kommandot körs i en terminal. Ett bindestreck efter -o
    skriver till standard output.
    """
    from uppdrag.findings import UppdragError
    from uppdrag.schema.load import is_date
    from uppdrag.workspace.mandates import group_folder, groups
    from uppdrag.workspace.resources import find_folder

    folder = find_folder(Path.cwd())
    date = datum or dt.datetime.now().astimezone().date().isoformat()
    if not is_date(date):
        message = f"”{date}” är inget datum. Skriv det som ÅÅÅÅ-MM-DD, till exempel 2026-06-16."
        raise UppdragError(message)
    if name in TYPES:
        name, typ = grupp, typ or name
    else:
        name = name or grupp
    if name is None and may_ask():
        name = click.prompt("Gruppens namn", err=True)
    if name is None and typ is not None:
        name = UNNAMED
    if name is None:
        message = (
            "Ange en typ och en grupp, till exempel: uppdrag new samordningsråd --grupp "
            "”Samordningsråd rehabilitering”. Ange bara gruppen för en ny version av dess handling."
        )
        raise UppdragError(message)
    if not name.strip():
        message = "Gruppens namn är tomt. Ange det med --grupp."
        raise UppdragError(message)
    known = name in groups(folder)
    text = _revision(folder, name, date) if known else _skeleton(folder, typ, name, titel, date)
    place = "ny-grupp" if name == UNNAMED else group_folder(name)
    target = output or str(folder.mandates / place / f"{date}.yaml")
    if target == "-":
        write(text)
        return 0
    _save(Path(target), text, force=force)
    return 0


def _revision(folder: Folder, name: str, date: str) -> str:
    from uppdrag.findings import UppdragError
    from uppdrag.workspace.mandates import find_mandates
    from uppdrag.workspace.revision import new_revision

    files = find_mandates(folder, [str(folder.mandates / name)])
    if not files:
        message = f"Gruppen {name} har ingen handling att utgå från. Ange --typ för en ny."
        raise UppdragError(message)
    latest = max(files, key=lambda file: file.output)
    if date <= latest.output.rpartition("/")[2] <= LAST_DATE:
        message = (
            f"{latest.name} är från samma dag eller senare. Ange ett senare datum med --datum."
        )
        raise UppdragError(message)
    return new_revision(latest.read(), latest.name, date)


def _skeleton(folder: Folder, typ: str | None, name: str, titel: str | None, date: str) -> str:
    from uppdrag.findings import UppdragError
    from uppdrag.model import Typ
    from uppdrag.workspace.schemas import mandate_schema
    from uppdrag.workspace.skeleton import Start, skeleton
    from uppdrag.workspace.theming import load_theme

    if typ is None and may_ask():
        typ = click.prompt("Typ", type=click.Choice(TYPES), default=TYPES[0], err=True)
    if typ is None:
        message = (
            f"Gruppen ”{name}” finns inte. Ange --typ ({', '.join(TYPES)}) för att skapa en ny, "
            "eller se vilka grupper som finns med uppdrag list."
        )
        raise UppdragError(message)
    suggested = f"Uppdragshandling för {name[:1].lower()}{name[1:]}"
    if titel is None and may_ask():
        titel = click.prompt("Titel", default=suggested, err=True)
    organisation = (load_theme(folder).sender.organisation,)
    start = Start(Typ(typ), titel or suggested, name, date, organisation)
    return skeleton(start, mandate_schema(folder).content)


def _save(target: Path, text: str, *, force: bool) -> None:
    from uppdrag.findings import UppdragError
    from uppdrag.workspace.writing import write_safe

    if target.exists() and not force:
        message = f"{target} finns redan. Ange ett annat --datum, eller skriv över med --force."
        raise UppdragError(message)
    write_safe(target, text.encode("utf-8"))
    shown = _from_here(target)
    write_note(f"Skapade {shown}. Fyll i den och kör: uppdrag check {shown}\n")


def _from_here(path: Path) -> str:
    """Return a path as one would type it here."""
    try:
        return path.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return str(path)
