"""In GitHub Actions nothing that a mandate or a file name says is obeyed by the runner."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.command import uppdrag

HOSTILE = """\
format: 1
typ: samverkansorgan
status: utkast
titel: "##[add-mask]titel"
syfte: |
  ::add-mask::Forumet träffas 6 - 10 gånger per år.
"""
DECISION = ("--datum", "2026-01-03", "--namn", "Kim Exempelsson", "--titel", "Direktör")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "mandates" / "##[group]rad"
    place.mkdir(parents=True)
    (place / "2026-01-02.yaml").write_text(HOSTILE, encoding="utf-8", newline="\n")
    return tmp_path


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "--format", "text"],
        ["build", "--format", "txt"],
        ["fix"],
        ["fix", "--yes"],
        ["list"],
        ["readability"],
        ["decide", "mandates/##[group]rad/2026-01-02.yaml", *DECISION],
    ],
    ids=" ".join,
)
def test_what_is_shown_holds_no_command(folder: Path, arguments: list[str]) -> None:
    gave = uppdrag(folder, *arguments, GITHUB_ACTIONS="true")
    shown = gave.out + gave.err
    assert "add-mask" in shown or "group" in shown
    assert "##[" not in shown
    assert not [line for line in shown.splitlines() if line.lstrip().startswith("::")]


def test_elsewhere_the_words_are_shown_as_they_are(folder: Path) -> None:
    assert "\n      ::add-mask::Forumet" in uppdrag(folder, "check").out
