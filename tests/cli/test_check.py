"""`uppdrag check`: what is shown, what is written, and how the command ends."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import IO

import pytest
from tests.working_folder import DECIDED, DRAFT, HYPHEN, write

from .command import uppdrag

A = "mandates/a/2026-01-02.yaml"
BROKEN = DRAFT.replace("typ:", "typp:")
ALL_FORMATS = ("text", "json", "sarif", "junit", "github", "markdown")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path, {A: HYPHEN})
    return tmp_path


def rules(out: str) -> list[str]:
    return [finding["rule"] for finding in json.loads(out)["findings"]]


def test_a_warning_does_not_make_it_fail_but_an_error_does(folder: Path) -> None:
    assert uppdrag(folder, "check").code == 0
    write(folder, {A: BROKEN})
    assert uppdrag(folder, "check").code == 1


def test_what_is_excused_is_counted(folder: Path) -> None:
    write(folder, {A: HYPHEN + "undantag:\n  - {regel: T003, motivering: Så heter blanketten.}\n"})
    assert uppdrag(folder, "check") == (
        0,
        "Inga fel.\n1 fynd är undantaget med skäl i handlingen.\n",
        "",
    )
    assert uppdrag(folder, "check", "-q").out == "Inga fel.\n"
    code, out, err = uppdrag(folder, "check", "--format", "json")
    assert (code, rules(out)) == (0, [])
    assert err == "1 fynd är undantaget med skäl i handlingen.\n"


def test_reports_are_written_beside_what_is_shown(folder: Path) -> None:
    given = [part for name in ALL_FORMATS for part in ("--report", f"{name}=ut/fynd.{name}")]
    code, out, err = uppdrag(folder, "check", *given)
    assert (code, err) == (0, "")
    assert out.endswith("1 varning i 1 handling.\n")
    assert (folder / "ut/fynd.text").read_text(encoding="utf-8") == out
    for name in ALL_FORMATS[1:]:
        shown = uppdrag(folder, "check", "--format", name).out
        assert (folder / f"ut/fynd.{name}").read_bytes() == shown.encode("utf-8")


def test_a_report_has_no_colours_whatever_the_terminal_has(folder: Path) -> None:
    out = uppdrag(folder, "check", "--report", "text=fynd", FORCE_COLOR="1", NO_COLOR="").out
    assert "\x1b[" in out
    assert "\x1b" not in (folder / "fynd").read_text(encoding="utf-8")


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="there all names are Unicode")
def test_a_file_whose_name_is_no_text_is_told_of_in_every_format(folder: Path) -> None:
    place = Path(os.fsdecode(b"mandates/\xff\x1b[31m"))
    write(folder, {str(place / "2026-01-02.yaml"): HYPHEN})
    given = [part for name in ALL_FORMATS for part in ("--report", f"{name}=ut/fynd.{name}")]
    code, out, err = uppdrag(folder, "check", *given)
    assert (code, err) == (0, "")
    assert "\x1b" not in out
    for name in ALL_FORMATS:
        assert (folder / f"ut/fynd.{name}").read_bytes().decode("utf-8").count("T003") >= 2
    assert uppdrag(folder, "check", "--write-baseline").out.startswith("2 fynd")
    assert uppdrag(folder, "check").out.startswith("Inga fel.\n2 fynd fanns redan")


def test_a_report_that_cannot_be_written_stops_no_other(folder: Path) -> None:
    write(folder, {"fil": "", A: BROKEN})
    arguments = ("--report", "json=fil/fynd.json", "--report", "sarif=fynd.sarif")
    code, out, err = uppdrag(folder, "check", *arguments)
    assert code == 2
    assert "S001" in out
    assert err == "Fel: 'fil' finns redan.\n"
    assert (folder / "fynd.sarif").is_file()


@pytest.mark.parametrize(
    ("given", "part"),
    [
        ("sariff=fynd.json", "Menade du sarif=fynd.json?"),
        ("JSON=x", "Menade du json=x?"),
        ("json", "Menade du json=FIL?"),
        ("json=", "Menade du json=FIL?"),
        ("xlsx=fynd.xlsx", "Formaten är text, json, sarif, junit, github, markdown."),
        ("=x", "Formaten är"),
    ],
)
def test_a_report_that_does_not_exist_is_refused(folder: Path, given: str, part: str) -> None:
    code, out, err = uppdrag(folder, "check", "--report", given)
    assert (code, out) == (2, "")
    assert f"”{given}” är ingen rapport. Skriv --report FORMAT=FIL" in err
    assert part in err


def test_in_github_actions_the_findings_are_annotations(folder: Path) -> None:
    out = uppdrag(folder, "check", GITHUB_ACTIONS="true").out
    assert out == uppdrag(folder, "check", "--format", "github").out
    assert out.startswith("::warning file=mandates/a/2026-01-02.yaml,")
    shown = uppdrag(folder, "check", "--format", "text", GITHUB_ACTIONS="true").out
    assert shown == uppdrag(folder, "check", GITHUB_ACTIONS="false").out
    assert "::" not in shown


def test_before_it_is_public_a_persons_address_weighs_more(folder: Path) -> None:
    write(folder, {A: DRAFT.replace("avtal.", "avtal. Skriv till kim.exempelsson@vgregion.se.")})
    assert " upplysning P001 " in uppdrag(folder, "check").out
    assert " varning P001 " in uppdrag(folder, "check", "--publik").out
    write(folder, {"uppdrag.yaml": "format: 1\nregler: {P001: fel}\n"})
    assert " fel P001 " in uppdrag(folder, "check", "--publik").out


def test_the_day_can_be_another(folder: Path) -> None:
    write(folder, {A: DECIDED + "giltighet: {översyn: 2030-01-01}\n"})
    assert "R007" not in uppdrag(folder, "check", "--today", "2030-01-01").out
    assert "R007" in uppdrag(folder, "check", "--today", "2030-01-02").out


@pytest.mark.parametrize("day", ["i dag", "2026-02-30", "20260101", ""])
def test_a_day_that_is_none_is_refused(folder: Path, day: str) -> None:
    code, _, err = uppdrag(folder, "check", "--today", day)
    assert (code, err.split(".")[0]) == (2, f"”{day}” är inget datum")


def test_what_is_left_before_a_draft_can_be_decided(folder: Path) -> None:
    write(folder, {A: DRAFT, "mandates/b/2026-01-12.yaml": DECIDED})
    assert uppdrag(folder, "check").code == 0
    code, out, _ = uppdrag(folder, "check", "--as", "beslutad")
    lines = [line for line in out.splitlines() if " fel F002 " in line]
    assert (code, len(lines)) == (1, 4)
    assert all(line.startswith(A) for line in lines)


def test_a_version_in_git_that_cannot_be_asked_for_is_refused(folder: Path) -> None:
    code, out, err = uppdrag(folder, "check", "--base", "main")
    assert (code, out) == (2, "")
    assert err == "Mappen ligger inte i ett git-arkiv. Kör utan --base.\n"


def test_what_a_baseline_knows_is_not_shown_though_it_be_an_error(folder: Path) -> None:
    write(folder, {A: BROKEN})
    assert uppdrag(folder, "check", "--write-baseline") == (
        0,
        "1 fynd står nu i baslinjen uppdrag-baslinje.json och visas inte mer.\n",
        "",
    )
    assert uppdrag(folder, "check") == (
        0,
        "Inga fel.\n1 fynd fanns redan i baslinjen och visas inte.\n",
        "",
    )
    write(folder, {"mandates/b/2026-01-02.yaml": BROKEN})
    code, out, _ = uppdrag(folder, "check")
    assert code == 1
    assert "mandates/b/2026-01-02.yaml:2:1 fel S001" in out
    assert A not in out


def test_what_a_baseline_knows_and_is_not_found_is_told_of(folder: Path) -> None:
    uppdrag(folder, "check", "--write-baseline")
    write(folder, {A: DRAFT})
    said = (
        "1 fynd i baslinjen finns inte längre. Ta bort dem därifrån med uppdrag check "
        "--write-baseline.\n"
    )
    assert uppdrag(folder, "check").out == "Inga fel.\n" + said
    assert uppdrag(folder, "check", "-q").out == "Inga fel.\n"
    assert uppdrag(folder, "check", "--format", "json").err == said
    uppdrag(folder, "check", "--write-baseline")
    assert uppdrag(folder, "check").out == "Inga fel.\n"


def test_a_baseline_of_another_name_is_used_when_it_is_asked_for(folder: Path) -> None:
    given = ("--baseline", "känt/före.json")
    code, out, _ = uppdrag(folder, "check", "--write-baseline", *given)
    assert (code, "före.json" in out) == (0, True)
    assert "T003" not in uppdrag(folder, "check", *given).out
    assert "T003" in uppdrag(folder, "check").out


def test_the_settings_name_the_baseline_from_the_first_time(folder: Path) -> None:
    write(folder, {"uppdrag.yaml": "format: 1\nbaslinje: känt.json\n"})
    code, _, err = uppdrag(folder, "check")
    assert code == 2
    assert err.startswith("Baslinjen känt.json finns inte. Gör den med uppdrag check --write")
    assert uppdrag(folder, "check", "--write-baseline").code == 0
    assert (folder / "känt.json").is_file()
    assert "T003" not in uppdrag(folder, "check").out


def test_a_baseline_that_is_something_else_is_refused(folder: Path) -> None:
    write(folder, {"uppdrag-baslinje.json": "{}"})
    code, out, err = uppdrag(folder, "check")
    assert (code, out) == (2, "")
    assert err.startswith("uppdrag-baslinje.json är ingen baslinje")


def test_settings_that_are_not_right_stop_the_run_at_their_place(folder: Path) -> None:
    write(folder, {"uppdrag.yaml": "format: 1\nregler:\n  T033: av\n"})
    for command in ("check", "build", "fix"):
        code, out, err = uppdrag(folder, command)
        assert (code, out) == (2, "")
        assert "uppdrag.yaml:3:3 fel S001 Regeln ”T033” finns inte. Menade du" in err


@pytest.mark.parametrize(
    "arguments", [("-",), ("-", "a"), ("--write-baseline",), ("a", "--write-baseline")]
)
def test_what_cannot_be_watched_is_refused(folder: Path, arguments: tuple[str, ...]) -> None:
    code, out, err = uppdrag(folder, "check", "--watch", *arguments)
    assert (code, out) == (2, "")
    assert err.startswith("--watch bevakar filer")


def until(stream: IO[str], end: str) -> str:
    """Return what is written, up to and with the line that begins so."""
    lines = []
    for line in stream:
        lines.append(line)
        if line.startswith(end):
            break
    return "".join(lines)


@pytest.mark.skipif(os.name == "nt", reason="Windows sends no such signals")
def test_it_watches_through_thick_and_thin_until_it_is_stopped(folder: Path) -> None:
    running = subprocess.Popen(
        [sys.executable, "-m", "uppdrag", "check", "--watch"],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        env={**os.environ, "NO_COLOR": "1", "GITHUB_ACTIONS": ""},
    )
    assert running.stdout is not None
    waits = "Väntar på ändringar"
    alarm = threading.Timer(120, running.kill)
    alarm.start()
    try:
        assert until(running.stdout, waits).startswith(f"Prövar …\n{A}:7:19 varning T003")
        write(folder, {A: DRAFT})
        assert "Inga fel.\n" in until(running.stdout, waits)
        write(folder, {"uppdrag.yaml": "format: 1\nregler: {X: av}\n"})
        assert "Fel: uppdrag.yaml:2:10 fel S001" in until(running.stdout, waits)
        (folder / "uppdrag.yaml").unlink()
        assert "Inga fel.\n" in until(running.stdout, waits)
        (folder / A).unlink()
        assert "Inga fel." in until(running.stdout, waits)
    finally:
        running.send_signal(signal.SIGINT)
        rest = running.communicate()[0]
        alarm.cancel()
    assert (running.returncode, rest.strip()) == (130, "Avbrutet.")


def test_a_place_without_mandates_is_told_what_to_do(tmp_path: Path) -> None:
    code, out, err = uppdrag(tmp_path, "check")
    assert (code, out) == (2, "")
    assert err.startswith("Mappen mandates finns inte här.")
