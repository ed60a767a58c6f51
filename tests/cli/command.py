"""A folder and a command line in; what the command gave, without a process of its own, out."""

from __future__ import annotations

from contextlib import chdir
from pathlib import Path
from typing import NamedTuple

import click
from click.testing import CliRunner

from uppdrag.cli import main

ENVIRONMENT = {"COLUMNS": "100", "NO_COLOR": "1", "FORCE_COLOR": None, "GITHUB_ACTIONS": None}


class Gave(NamedTuple):
    """The exit code, and what was written to each stream."""

    code: int
    out: str
    err: str


def uppdrag(folder: Path, *arguments: str, stdin: bytes = b"", **environment: str) -> Gave:
    """Return what the command gives when it is run in the folder; raises what is no refusal."""
    with chdir(folder):
        result = CliRunner().invoke(
            main, arguments, stdin, {**ENVIRONMENT, **environment}, standalone_mode=False
        )
    if isinstance(result.exception, click.ClickException):
        error = result.exception
        return Gave(error.exit_code, result.stdout, f"{result.stderr}{error.format_message()}\n")
    if result.exception is not None:
        raise result.exception
    code = result.return_value if isinstance(result.return_value, int) else 0
    return Gave(code, result.stdout, result.stderr)
