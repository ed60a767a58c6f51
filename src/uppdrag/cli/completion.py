"""`uppdrag completion`: the name of a shell in; the script that completes commands in it out."""

from __future__ import annotations

import os
from typing import Any, ClassVar

import click
from click.shell_completion import (
    CompletionItem,
    ShellComplete,
    add_completion_class,
    get_completion_class,
    split_arg_string,
)

from uppdrag.cli.terminal import write

SHELLS = ("bash", "zsh", "fish", "powershell")
_VARIABLE = "_UPPDRAG_COMPLETE"
_SHELLS_OWN = {"file", "dir"}
"""Kinds of proposals that say only: here a path may stand."""

_POWERSHELL = """\
Register-ArgumentCompleter -Native -CommandName %(prog_name)s -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $env:%(complete_var)s = "powershell_complete"
    $env:COMP_WORDS = $commandAst.ToString()
    $env:COMP_CWORD = $wordToComplete
    %(prog_name)s | ForEach-Object {
        $value, $help = $_ -split "`t", 2
        $kind = "ParameterValue"
        [System.Management.Automation.CompletionResult]::new($value, $value, $kind, $help)
    }
    Remove-Item Env:%(complete_var)s, Env:COMP_WORDS, Env:COMP_CWORD
}
"""


class PowerShellComplete(ShellComplete):
    """Completion in PowerShell, which click does not know: one line a proposal, tab, its help."""

    name: ClassVar[str] = "powershell"
    source_template: ClassVar[str] = _POWERSHELL

    def get_completion_args(self) -> tuple[list[str], str]:
        """Return the words before the one that is being written, and that one."""
        words = split_arg_string(os.environ.get("COMP_WORDS", ""))[1:]
        incomplete = os.environ.get("COMP_CWORD", "")
        if incomplete and words and words[-1] == incomplete:
            words.pop()
        return words, incomplete

    def format_completion(self, item: CompletionItem) -> str:
        """Return a proposal as the script reads it."""
        return f"{item.value}\t{item.help or item.value}"

    def get_completions(self, args: list[str], incomplete: str) -> list[CompletionItem]:
        """Return the proposals; where there are none, PowerShell itself proposes files."""
        found = super().get_completions(args, incomplete)
        return [item for item in found if item.type not in _SHELLS_OWN]


def know_powershell() -> None:
    """Let click complete in PowerShell too; asked for only while something is completed."""
    add_completion_class(PowerShellComplete)


@click.command("completion")
@click.argument("shell", type=click.Choice(SHELLS), metavar="SKAL")
@click.pass_context
def command(ctx: click.Context, shell: str) -> int:
    """Skriver ett skript som fyller i kommandon och flaggor med tabbtangenten.

    SKAL är bash, zsh, fish eller powershell.

    \b
    bash        uppdrag completion bash >> ~/.bashrc
    zsh         uppdrag completion zsh >> ~/.zshrc
    fish        uppdrag completion fish > ~/.config/fish/completions/uppdrag.fish
    powershell  uppdrag completion powershell >> $PROFILE
    """
    know_powershell()
    found: Any = get_completion_class(shell)
    made = found(ctx.find_root().command, {}, "uppdrag", _VARIABLE)
    # Not made.source(): for bash it runs bash, and says in English if there is none on this system.
    write(made.source_template % made.source_vars())
    return 0
