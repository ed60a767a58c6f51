"""A draft is decided at the command line: only what is right, only once, and never half."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from uppdrag.cli import decide, main
from uppdrag.workspace.deciding import seal_in

DRAFT = """\
format: 1
typ: samverkansorgan
status: utkast  # efter remiss
datum: 2026-01-02
titel: Uppdrag för prövogruppen
syfte: Att pröva.
uppdragsbeskrivning: |
  - Pröva åäö – ”så här”.
sändlista:
  - Registrator
"""
DECISION = ("--datum", "2026-01-03", "--namn", "Kim Exempelsson", "--titel", "Direktör")
NUMBER = ("--diarienummer", "RS 2026-00001")
NAME = "mandates/provgrupp/2026-01-02.yaml"


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the one mandate, a draft, of the folder that the command is run in."""
    file = tmp_path / NAME
    file.parent.mkdir(parents=True)
    file.write_text(DRAFT, encoding="utf-8", newline="\n")
    monkeypatch.chdir(tmp_path)
    return file


def uppdrag(*arguments: str, answers: str = "") -> tuple[int, str]:
    """Run a command in this process; return its exit code and all that it says."""
    result = CliRunner().invoke(main, arguments, input=answers, standalone_mode=False)
    if isinstance(result.exception, click.ClickException):
        return result.exception.exit_code, result.exception.format_message()
    if result.exception is not None:
        raise result.exception
    return int(result.return_value), result.output


def test_a_decided_draft_is_clean_and_differs_only_in_the_decision(path: Path) -> None:
    code, said = uppdrag("decide", NAME, *DECISION, *NUMBER, "--delegation", "på delegation")
    text = path.read_text(encoding="utf-8")
    seal = seal_in(text)
    assert code == 0
    assert f"{NAME} är beslutad. Fingeravtryck: {seal[7:11]} {seal[11:15]}" in said
    assert text == DRAFT.replace("utkast", "beslutad").replace(
        "titel:", "diarienummer: RS 2026-00001\ntitel:"
    ).replace(
        "sändlista:",
        "beslut:\n  datum: 2026-01-03\n  beslutsfattare:\n    namn: Kim Exempelsson\n"
        f"    titel: Direktör\n    delegation: på delegation\nfingeravtryck: {seal}\nsändlista:",
    )
    assert uppdrag("check")[0] == 0


def test_what_the_file_says_need_not_be_said_again(path: Path) -> None:
    told = "beslut:\n  datum: 2026-01-03\n  beslutsfattare: {namn: Kim Ek, titel: Direktör}\n"
    path.write_text(f"{DRAFT}diarienummer: RS 2026-00001\n{told}", encoding="utf-8")
    assert uppdrag("decide", NAME)[0] == 0
    assert told in path.read_text(encoding="utf-8")


def test_a_draft_with_errors_is_not_touched(path: Path) -> None:
    code, said = uppdrag("decide", NAME, *DECISION)
    assert code == 1
    assert "fel F002 Diarienummer saknas" in said
    assert f"{NAME} är inte ändrad" in said
    assert path.read_text(encoding="utf-8") == DRAFT


def test_a_file_that_cannot_be_read_is_not_touched(path: Path) -> None:
    path.write_text("titel: [", encoding="utf-8")
    code, said = uppdrag("decide", NAME, *DECISION)
    assert code == 1
    assert "fel Y028" in said
    assert path.read_text(encoding="utf-8") == "titel: ["


def test_a_decision_is_made_once(path: Path) -> None:
    assert uppdrag("decide", NAME, *DECISION, *NUMBER)[0] == 0
    decided = path.read_bytes()
    code, said = uppdrag("decide", NAME)
    assert (code, "redan beslutad" in said) == (2, True)
    assert path.read_bytes() == decided


def test_one_decided_before_gets_its_fingerprint_and_no_more(path: Path) -> None:
    uppdrag("decide", NAME, *DECISION, *NUMBER)
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub("fingeravtryck:.*\n", "", text), encoding="utf-8", newline="\n")
    code, said = uppdrag("decide", NAME, "--namn", "Lo Ek")
    assert (code, "utan flaggor" in said) == (2, True)
    code, said = uppdrag("decide", NAME)
    assert (code, "var redan beslutad" in said) == (0, True)
    assert path.read_text(encoding="utf-8") == text


def test_a_fault_in_what_was_decided_is_to_be_excused_and_not_mended(path: Path) -> None:
    text = DRAFT.replace("utkast", "beslutad")
    path.write_text(text, encoding="utf-8", newline="\n")
    code, said = uppdrag("decide", NAME)
    assert (code, "under undantag" in said) == (1, True)
    reason = "undantag:\n  - {regel: F002, motivering: Beslutet finns bara på papper.}\n"
    path.write_text(text + reason, encoding="utf-8", newline="\n")
    assert uppdrag("decide", NAME)[0] == 0
    sealed = path.read_text(encoding="utf-8")
    assert sealed == f"{text}fingeravtryck: {seal_in(sealed)}\n{reason}"


def test_in_a_terminal_it_is_asked_for_what_is_missing(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(decide, "may_ask", lambda: True)
    answers = "2026-01-03\nKim  Exempelsson\nDirektör\nRS 2026-00001\n"
    assert uppdrag("decide", NAME, answers=answers)[0] == 0
    text = path.read_text(encoding="utf-8")
    assert "diarienummer: RS 2026-00001\n" in text
    assert "namn: Kim Exempelsson\n" in text


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        ((NAME,), "Ange --datum, --namn, --titel."),
        ((NAME, "--datum", "2026-01-03", "--namn", "Kim"), "Ange --titel."),
        ((NAME, *DECISION, "--datum", "i dag"), "inget datum"),
        ((NAME, *DECISION, "--namn", " "), "tomt värde"),
        ((NAME, *DECISION, "--namn", "Kim\x1b[31m"), "tecken"),
        (("finns-inte.yaml", *DECISION), "finns inte"),
        (("-", *DECISION), "Standard input"),
        (("mandates", *DECISION), "2 handlingar"),
    ],
)
def test_what_cannot_be_decided_is_said_and_nothing_is_written(
    path: Path, arguments: tuple[str, ...], part: str
) -> None:
    path.with_name("2027-01-02.yaml").write_text(DRAFT, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "uppdrag", "decide", *arguments],
        capture_output=True,
        input=b"",
        env={**os.environ, "COLUMNS": "200"},
        check=False,
    )
    assert done.returncode == 2
    assert part in done.stderr.decode("utf-8")
    assert path.read_text(encoding="utf-8") == DRAFT


def test_a_new_version_of_a_decided_mandate_has_no_fingerprint(path: Path) -> None:
    uppdrag("decide", NAME, *DECISION, *NUMBER)
    assert uppdrag("new", "provgrupp", "--datum", "2027-01-02")[0] == 0
    assert seal_in(path.with_name("2027-01-02.yaml").read_text(encoding="utf-8")) == ""
