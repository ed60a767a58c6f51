"""The beginning of a word at the command line in; what it could become, for the shell, out."""

from __future__ import annotations

from pathlib import Path

import click
from click.shell_completion import CompletionItem

_SHELLS_OWN = "file"
"""The kind of proposal that leaves it to the shell to find files."""


def group_names(
    _ctx: click.Context, _parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Return the groups that begin so; files are proposed too, by the shell."""
    from uppdrag.workspace.mandates import groups
    from uppdrag.workspace.resources import find_folder

    try:
        found = groups(find_folder(Path.cwd()))
    except OSError:
        found = ()
    # First: bash forgets what was proposed before it.
    files = CompletionItem(incomplete, type=_SHELLS_OWN)
    return [files, *(CompletionItem(name) for name in found if name.startswith(incomplete))]


def rule_numbers(
    _ctx: click.Context, _parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Return the rules whose number begins so, with their titles."""
    from uppdrag.workspace.rule_pages import all_rules, titles

    begun = [rule for rule in all_rules() if rule.startswith(incomplete.upper())]
    return [CompletionItem(rule, help=title) for rule, title in titles(begun).items()]
