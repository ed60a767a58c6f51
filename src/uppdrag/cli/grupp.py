"""A table of commands in, a click group out that imports a command when it is run."""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from difflib import get_close_matches
from importlib import import_module
from typing import Any

import click
from click.shell_completion import CompletionItem

from uppdrag.cli.sprak import OPTIONS_METAVAR, SUBCOMMAND_METAVAR
from uppdrag.cli.terminal import CannotRun
from uppdrag.findings.error import UppdragError
from uppdrag.findings.refusal import explain_os_error, is_closed_pipe

_PLAIN_CLICK_EXIT_CODE = 1


@dataclass(frozen=True, slots=True)
class LazyCommand:
    """Where a command is (``module``, ``attribute``) and the line of help about it."""

    module: str
    attribute: str
    help: str

    def load(self) -> click.Command:
        """Return the command itself, its module imported."""
        command = getattr(import_module(self.module), self.attribute)
        if not isinstance(command, click.Command):
            raise TypeError(f"{self.module}:{self.attribute} is no click command")
        # Click's own default is English and not translated.
        command.options_metavar = OPTIONS_METAVAR
        return command


class LazyGroup(click.Group):
    """A group whose commands are imported one at a time, and whose errors are Swedish.

    What stops a run (``UppdragError``, ``OSError``) leaves the group as a click error with exit
    code 2: exit code 1 is kept for findings.
    """

    def __init__(self, *args: Any, lazy: Mapping[str, LazyCommand], **kwargs: Any) -> None:
        kwargs.setdefault("options_metavar", OPTIONS_METAVAR)
        kwargs.setdefault("subcommand_metavar", SUBCOMMAND_METAVAR)
        super().__init__(*args, **kwargs)
        self.lazy = lazy

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  click's signature
        """Return the names in the table's order, which is the order of the work."""
        return list(self.lazy)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  click's signature
        """Return the command of that name, imported now; None if the table does not have it."""
        entry = self.lazy.get(cmd_name)
        return entry.load() if entry else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002  click's signature
        """Write the table's lines of help, with no command imported."""
        with formatter.section("Kommandon"):
            formatter.write_dl([(name, entry.help) for name, entry in self.lazy.items()])

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Return the commands that begin so, with the table's help and none of them imported."""
        commands = [
            CompletionItem(name, help=entry.help)
            for name, entry in self.lazy.items()
            if name.startswith(incomplete)
        ]
        return [*commands, *click.Command.shell_complete(self, ctx, incomplete)]

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run the program, or complete a command line for a shell."""
        if "_UPPDRAG_COMPLETE" in os.environ:
            from uppdrag.cli.completion import know_powershell

            know_powershell()
        return super().main(*args, **kwargs)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that comes first; a mistyped one gets the nearest names."""
        name = args[0]
        if name not in self.lazy and not name.startswith("-") and not ctx.resilient_parsing:
            raise click.UsageError(_unknown_command(name, list(self.lazy)), ctx=ctx)
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command and return what it returns."""
        with _stops_explained():
            return super().invoke(ctx)

    def make_context(self, *args: Any, **kwargs: Any) -> click.Context:
        """Read the arguments, and write the help if they ask for it."""
        with _stops_explained():
            return super().make_context(*args, **kwargs)


@contextmanager
def _stops_explained() -> Iterator[None]:
    try:
        yield
    except UppdragError as error:
        raise CannotRun(error.message) from error
    except click.ClickException as error:
        if error.exit_code == _PLAIN_CLICK_EXIT_CODE:
            raise CannotRun(error.format_message()) from error
        raise
    except OSError as error:
        if is_closed_pipe(error):
            # Click would end with exit code 1 for it, which here means findings.
            raise click.exceptions.Exit(CannotRun.exit_code) from error
        raise CannotRun(explain_os_error(error)) from error


def _unknown_command(name: str, known: list[str]) -> str:
    near = get_close_matches(name.lower(), known, n=2)
    if near:
        return f"Kommandot '{name}' finns inte. Menade du {' eller '.join(map(repr, near))}?"
    return f"Kommandot '{name}' finns inte. Kommandona är {', '.join(known)}."
