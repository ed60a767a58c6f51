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
    "build": LazyCommand("uppdrag.cli.build", "command", "Gör Word, PDF och HTML av handlingar."),
    "new": LazyCommand("uppdrag.cli.new", "command", "Skapar en ny handling att fylla i."),
    "list": LazyCommand("uppdrag.cli.list", "command", "Listar handlingarna."),
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
