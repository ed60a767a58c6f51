"""`uppdrag explain`: a rule's number in; the page about it out."""

from __future__ import annotations

import click

from uppdrag.cli.terminal import write


@click.command("explain")
@click.argument("rule", required=False, metavar="[REGEL]")
@click.option("--list", "as_list", is_flag=True, help="Visar alla regler, en på varje rad.")
def command(rule: str | None, as_list: bool) -> int:
    """Förklarar en regel: vad den hittar, varför, och hur det ska skrivas.

    REGEL är numret, till exempel T003. Utan regel visas en lista över alla.
    """
    from uppdrag.rules import RULES
    from uppdrag.workspace.rule_pages import page, titles

    if rule is None or as_list:
        write("".join(f"{name}  {title}\n" for name, title in titles(RULES).items()))
    else:
        write(page(rule))
    return 0
