"""`uppdrag editor`: a working folder in; settings so that VS Code helps while one writes out."""

from __future__ import annotations

from pathlib import Path

import click

from uppdrag.cli.terminal import write


@click.command("editor")
@click.option("--force", is_flag=True, help="Skriver över inställningar som redan finns.")
def command(force: bool) -> int:
    """Förbereder mappen för Visual Studio Code.

    Lägger hjälpen om varje fält i mappen schemas och inställningar i mappen .vscode. Då får du
    förslag och förklaringar medan du skriver, och allt som reglerna hittar i fönstret Problem när
    uppgiften ”uppdrag: bevaka” körs. Kör kommandot igen när programmet har uppdaterats.
    """
    from uppdrag.workspace.editor import set_up
    from uppdrag.workspace.resources import find_folder

    done = set_up(find_folder(Path.cwd()), overwrite=force)
    lines = [f"Skrev {path.as_posix()}.\n" for path in done.written]
    lines += [f"{path.as_posix()} är mappens eget schema och rördes inte.\n" for path in done.own]
    lines += [
        f"{path.as_posix()} finns redan och rördes inte. Skriv över den med --force.\n"
        for path in done.kept
    ]
    write("".join(lines) or "Allt är redan på plats.\n")
    return 0
