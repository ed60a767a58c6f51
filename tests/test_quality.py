"""The code itself: style, types and the direction of imports, as tests."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.mark.parametrize(
    "arguments",
    [
        ("ruff", "check", "."),
        ("ruff", "format", "--check", "."),
        ("mypy",),
        ("importlinter.cli", "lint"),
    ],
    ids=lambda arguments: " ".join(arguments[:2]),
)
def test_the_tree_is_clean(arguments: tuple[str, ...]) -> None:
    program = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    command = ["-c", program] if arguments[0] == "importlinter.cli" else ["-m", *arguments]
    done = subprocess.run(
        [sys.executable, *command], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
