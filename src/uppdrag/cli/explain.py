"""`uppdrag explain`: a rule's number in; the page about it out."""

from __future__ import annotations

import sys

import click

from uppdrag.cli.proposals import rule_numbers
from uppdrag.cli.terminal import column_width, is_terminal, wants_colour, write

_WIDEST_PROSE = 80


@click.command("explain")
@click.argument("rule", required=False, metavar="[REGEL]", shell_complete=rule_numbers)
@click.option("--list", "as_list", is_flag=True, help="Visar alla regler, en på varje rad.")
def command(rule: str | None, as_list: bool) -> int:
    """Förklarar en regel: vad den hittar, varför, och hur det ska skrivas.

    REGEL är numret, till exempel T003. Utan regel visas en lista över alla.
    """
    from uppdrag.workspace.rule_pages import all_rules, page, titles

    if rule is None or as_list:
        write("".join(f"{name}  {title}\n" for name, title in titles(all_rules()).items()))
    else:
        write(_shown(page(rule)))
    return 0


def _shown(page: str) -> str:
    """Return the page for the one who reads: a person, or a program that knows Markdown."""
    from uppdrag.cli.page import COLOUR, PLAIN, laid_out

    if not is_terminal(sys.stdout):
        return page
    look = COLOUR if wants_colour(sys.stdout) else PLAIN
    return laid_out(page, min(column_width(), _WIDEST_PROSE), look)
