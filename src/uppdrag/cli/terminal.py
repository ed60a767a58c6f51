"""Text for a person in, the right bytes for this terminal out; never a question without one."""

import os
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from enum import Enum
from typing import IO, Any, Protocol, TypeVar

import click

from uppdrag.findings.visible import visible, visible_lines

_Decorated = TypeVar("_Decorated", bound=Callable[..., Any])
_ANSWERS = {"j": True, "ja": True, "y": True, "yes": True, "n": False, "nej": False, "no": False}
_NARROWEST, _WIDEST, _UNKNOWN_WIDTH = 40, 120, 100


class CannotRun(click.ClickException):
    """A click error that ends the run with exit code 2 and one Swedish message."""

    exit_code = 2


class Volume(Enum):
    """How much a command tells about what it does; findings are told at every volume."""

    QUIET = "quiet"
    NORMAL = "normal"
    VERBOSE = "verbose"


class Progress(Protocol):
    """What a long piece of work tells about its steps."""

    def advance(self) -> None:
        """Take note that one step is done."""


def is_terminal(stream: IO[Any] | None) -> bool:
    """Return whether a person sees what is written to the stream."""
    return stream is not None and not stream.closed and stream.isatty()


def may_ask() -> bool:
    """Return whether there is a person who can read a question and answer it."""
    return is_terminal(sys.stdin) and is_terminal(sys.stderr)


def agrees(question: str) -> bool:
    """Return whether the person who is asked answers yes; a bare return key is no."""
    answer: bool = click.prompt(
        question,
        default="n",
        show_default=False,
        prompt_suffix=" [j/N] ",
        err=True,
        value_proc=_yes,
    )
    return answer


def _yes(answer: str) -> bool:
    given = answer.strip().casefold()
    if given not in _ANSWERS:
        message = "Svara j för ja eller n för nej."
        raise click.UsageError(message)
    return _ANSWERS[given]


def wants_colour(stream: IO[Any] | None, environment: Mapping[str, str] = os.environ) -> bool:
    """Return whether text to the stream is coloured: ``NO_COLOR`` first, then ``FORCE_COLOR``.

    A variable that is empty counts as not set (no-color.org).
    """
    if environment.get("NO_COLOR"):
        return False
    if forced := environment.get("FORCE_COLOR"):
        return forced != "0"
    return is_terminal(stream) and environment.get("TERM") != "dumb"


def column_width() -> int:
    """Return the number of columns to write in; ``COLUMNS`` is heeded, a pipe gets a wide page."""
    found = shutil.get_terminal_size(fallback=(_UNKNOWN_WIDTH, 24)).columns
    return max(_NARROWEST, min(found, _WIDEST))


def write(text: str) -> None:
    """Write finished text to standard output; its colours are dropped where none are wanted.

    Text that a person is to read, and that holds anyone's words, goes to `write_shown`.
    """
    click.echo(text, nl=False, color=wants_colour(sys.stdout))


def write_shown(text: str) -> None:
    """Write finished text for a person to standard output; in GitHub Actions nothing is obeyed."""
    write(_for_person(text))


def write_note(text: str) -> None:
    """Write finished text for a person to standard error, as `write_shown` does."""
    click.echo(_for_person(text), nl=False, err=True, color=wants_colour(sys.stderr))


def _for_person(text: str) -> str:
    if not in_github_actions():
        return text
    from uppdrag.findings.github import disarmed

    return disarmed(text)


def in_github_actions() -> bool:
    """Return whether GitHub's runner reads what is written."""
    return os.environ.get("GITHUB_ACTIONS") == "true"


def volume_option(function: _Decorated) -> _Decorated:
    """Add ``--quiet`` and ``--verbose``: the command gets ``volume: Volume``, the last wins."""
    quiet = click.option(
        "-q",
        "--quiet",
        "volume",
        flag_value=Volume.QUIET,
        type=click.UNPROCESSED,
        default=Volume.NORMAL,
        help="Visar bara det som är fel.",
    )
    verbose = click.option(
        "-v",
        "--verbose",
        "volume",
        flag_value=Volume.VERBOSE,
        type=click.UNPROCESSED,
        help="Berättar mer om vad som görs.",
    )
    return quiet(verbose(function))


@contextmanager
def progress(label: str, steps: int, volume: Volume = Volume.NORMAL) -> Iterator[Progress]:
    """Show a bar on standard error while the work goes on; nothing where no person sees it."""
    if volume is Volume.QUIET or steps <= 1 or not is_terminal(sys.stderr):
        yield _NoProgress()
        return
    # Rich takes 0.1 s to import: only when there is a bar to show.
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
    from rich.progress import Progress as Bar

    console = Console(stderr=True, no_color=not wants_colour(sys.stderr))
    columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn())
    with Bar(*columns, console=console, transient=True) as bar:
        task = bar.add_task(visible(label), total=steps)
        yield _BarProgress(lambda: bar.advance(task))


class _NoProgress:
    def advance(self) -> None:
        return


class _BarProgress:
    def __init__(self, step: Callable[[], None]) -> None:
        self._step = step

    def advance(self) -> None:
        self._step()


def show_click_error(error: click.ClickException) -> None:
    """Show one of click's errors on standard error, nothing in it obeyed by the terminal."""
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        write_note(error.format_message() + "\n")
        return
    lines = [f"Fel: {visible_lines(error.format_message())}"]
    context = getattr(error, "ctx", None)
    if isinstance(context, click.Context):
        path = visible(context.command_path)
        lines.append(f"Skriv '{path} --help' för hjälp.")
    write_note("\n".join(lines) + "\n")
