"""`uppdrag list`: a folder in; its groups and their revisions out."""

from __future__ import annotations

from pathlib import Path

import click

from uppdrag.cli.proposals import group_names
from uppdrag.cli.terminal import write, write_shown


@click.command("list")
@click.argument("paths", nargs=-1, metavar="[SÖKVÄG]...", shell_complete=group_names)
@click.option(
    "--format",
    "output_format",
    type=click.Choice(["text", "json"]),
    default="text",
    help="Hur listan visas: text för människor, json för program.",
)
def command(paths: tuple[str, ...], output_format: str) -> int:
    """Listar handlingarna: grupp, datum, status, diarienummer och titel."""
    from uppdrag.workspace.listing import as_json, as_text, list_mandates
    from uppdrag.workspace.mandates import find_mandates
    from uppdrag.workspace.resources import find_folder

    listed = list_mandates(find_mandates(find_folder(Path.cwd()), paths))
    if output_format == "json":
        write(as_json(listed))
    else:
        write_shown(as_text(listed))
    return 0
