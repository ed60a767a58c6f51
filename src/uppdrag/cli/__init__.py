"""A command line in, one command run out: the group ``uppdrag`` and the table of its commands."""

import click

from uppdrag import __version__
from uppdrag.cli.grupp import LazyCommand, LazyGroup
from uppdrag.cli.sprak import speak_swedish

speak_swedish()

COMMANDS = {
    "check": LazyCommand(
        "uppdrag.cli.check", "command", "Prövar handlingar och visar vad som är fel."
    ),
    "explain": LazyCommand("uppdrag.cli.explain", "command", "Förklarar en regel."),
    "fix": LazyCommand(
        "uppdrag.cli.fix", "command", "Rättar det som bara kan skrivas på ett sätt, i utkast."
    ),
    "build": LazyCommand("uppdrag.cli.build", "command", "Gör Word, PDF och HTML av handlingar."),
    "diff": LazyCommand(
        "uppdrag.cli.diff", "command", "Visar vad som skiljer två revisioner av en handling."
    ),
    "verify": LazyCommand(
        "uppdrag.cli.verify", "command", "Visar om ett dokument är det som beslutades."
    ),
    "new": LazyCommand("uppdrag.cli.new", "command", "Skapar en ny handling att fylla i."),
    "decide": LazyCommand(
        "uppdrag.cli.decide", "command", "Beslutar ett utkast och sätter ett fingeravtryck."
    ),
    "list": LazyCommand("uppdrag.cli.list", "command", "Listar handlingarna."),
    "readability": LazyCommand(
        "uppdrag.cli.readability", "command", "Visar hur långa ord och meningar texten har (LIX)."
    ),
    "editor": LazyCommand(
        "uppdrag.cli.editor", "command", "Förbereder mappen för Visual Studio Code."
    ),
    "completion": LazyCommand(
        "uppdrag.cli.completion", "command", "Fyller i kommandon med tabbtangenten."
    ),
    "import": LazyCommand(
        "uppdrag.cli.importera", "command", "Gör en handling av texten i ett dokument."
    ),
}


def _show_version(ctx: click.Context, _parameter: click.Parameter, value: object) -> None:
    if not value or ctx.resilient_parsing:
        return
    click.echo(f"uppdrag {__version__}")
    ctx.exit()


@click.group(
    cls=LazyGroup,
    lazy=COMMANDS,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Skriv 'uppdrag KOMMANDO --help' för hjälp om ett kommando.",
)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_show_version,
    help="Visar programmets version.",
)
def main() -> None:
    """Prövar uppdragshandlingar skrivna i YAML och gör Word, PDF och HTML av dem.

    Kommandona slutar med 0 om allt är i sin ordning, 1 om det finns fel i en handling och 2 om
    programmet inte kunde köras.
    """
