"""A day's work at the command line: new, check, build, list, import, as a user meets them."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

GOOD = """\
format: 1
typ: samverkansorgan
status: utkast
titel: Uppdrag för prövogruppen
syfte: Att pröva.
uppdragsbeskrivning: |
  - Pröva åäö – ”så här”.
"""
DAY = "2030-01-02"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "mandates" / "provgrupp"
    place.mkdir(parents=True)
    (place / "2026-01-02.yaml").write_text(GOOD, encoding="utf-8", newline="\n")
    return tmp_path


def uppdrag(folder: Path, *arguments: str, stdin: bytes = b"") -> tuple[int, str, str]:
    environment = {**os.environ, "COLUMNS": "100"}
    environment.pop("FORCE_COLOR", None)
    done = subprocess.run(
        [sys.executable, "-m", "uppdrag", *arguments],
        cwd=folder,
        input=stdin,
        capture_output=True,
        env=environment,
        check=False,
    )
    out, err = done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
    assert "Traceback" not in out + err
    return done.returncode, out, err


def made(folder: Path) -> list[str]:
    return sorted(
        path.relative_to(folder).as_posix() for path in folder.rglob("*.*") if path.is_file()
    )


def test_check_of_good_mandates_is_clean(folder: Path) -> None:
    assert uppdrag(folder, "check") == (0, "Inga fel.\n", "")


def test_check_points_to_the_words_that_are_wrong(folder: Path) -> None:
    path = folder / "mandates/provgrupp/2026-01-02.yaml"
    path.write_text(GOOD.replace("samverkansorgan", "samverkansorgn"), encoding="utf-8")
    code, out, _ = uppdrag(folder, "check", "provgrupp")
    assert code == 1
    assert out == (
        "mandates/provgrupp/2026-01-02.yaml:2:6 fel S004 Typ kan inte vara ”samverkansorgn”. "
        "Menade du samverkansorgan?\n"
        "    typ: samverkansorgn\n"
        "         ^^^^^^^^^^^^^^\n"
        "\n"
        "1 fel i 1 handling.\n"
    )


def test_check_gives_json_for_programs(folder: Path) -> None:
    bad = GOOD.replace("titel: Uppdrag", "titell: Uppdrag").encode()
    code, out, _ = uppdrag(folder, "check", "-", "--format", "json", stdin=bad)
    found = json.loads(out)
    assert code == 1
    assert found["summary"] == {"files": 1, "errors": 1, "warnings": 0, "infos": 0}
    assert found["findings"][0] == {
        "rule": "S001",
        "severity": "error",
        "message": "Nyckeln ”titell” finns inte i formatet. Menade du titel?",
        "file": "standard input",
        "line": 4,
        "column": 1,
        "end_line": 4,
        "end_column": 7,
        "path": "/titell",
        "fingerprint": "79ccf8ac1444c71d0509bb8dfe58f173",
    }


def test_faults_of_the_text_and_of_the_content_come_in_one_run(folder: Path) -> None:
    bad = GOOD + "titel: en gång till\ndatum: 2026-13-01\n"
    code, out, _ = uppdrag(folder, "check", "-", "--format", "json", stdin=bad.encode())
    assert code == 1
    assert [item["rule"] for item in json.loads(out)["findings"]] == ["Y007", "S005"]


def test_build_makes_what_is_asked_for_and_says_so(folder: Path) -> None:
    code, out, err = uppdrag(folder, "build")
    assert (code, err) == (0, "")
    assert out == "1 handling blev Word, PDF och HTML i build.\nInga fel.\n"
    assert made(folder / "build") == [
        f"provgrupp/2026-01-02.{kind}" for kind in ("docx", "html", "pdf")
    ]


def test_build_from_inside_the_mandates_does_not_write_among_them(folder: Path) -> None:
    code, out, _ = uppdrag(folder / "mandates" / "provgrupp", "build", "--format", "txt")
    assert (code, out) == (0, "1 handling blev text i ../../build.\nInga fel.\n")
    assert "build/provgrupp/2026-01-02.txt" in made(folder)


def test_build_with_formats_and_a_folder_makes_only_those(folder: Path) -> None:
    formats = ("--format", "txt", "--format", "md")
    assert uppdrag(folder, "build", "provgrupp", *formats, "-o", "ut", "-q") == (0, "", "")
    assert made(folder / "ut") == ["provgrupp/2026-01-02.md", "provgrupp/2026-01-02.txt"]
    text = (folder / "ut/provgrupp/2026-01-02.txt").read_text(encoding="utf-8")
    assert "- Pröva åäö – ”så här”." in text


def test_the_same_mandate_gives_the_same_bytes(folder: Path) -> None:
    for out in ("ett", "två"):
        assert uppdrag(folder, "build", "-q", "-o", out)[0] == 0
    for name in made(folder / "ett"):
        assert (folder / "ett" / name).read_bytes() == (folder / "två" / name).read_bytes(), name


def test_a_mandate_that_cannot_be_read_is_not_built_but_the_others_are(folder: Path) -> None:
    bad = folder / "mandates/annan/2026-01-02.yaml"
    bad.parent.mkdir()
    bad.write_text("titel: [", encoding="utf-8")
    code, out, err = uppdrag(folder, "build", "--format", "txt")
    assert code == 1
    assert "mandates/annan/2026-01-02.yaml:1:8 fel Y028" in err
    assert out == (
        "1 av 2 handlingar blev text i build.\nEj gjorda: mandates/annan/2026-01-02.yaml.\n"
    )
    assert made(folder / "build") == ["provgrupp/2026-01-02.txt"]


def test_a_character_that_cannot_be_printed_is_reported_at_its_place(folder: Path) -> None:
    path = folder / "mandates/provgrupp/2026-01-02.yaml"
    path.write_text(GOOD.replace("så här", "så \N{PARTY POPPER}"), encoding="utf-8")
    code, out, err = uppdrag(folder, "build")
    assert code == 1
    assert "2026-01-02.yaml:7:21 fel S010 Tecknet ”\N{PARTY POPPER}” (U+1F389)" in err
    assert not (folder / "build").exists()
    assert "Ej gjorda" in out


def test_a_rule_can_be_excused_with_a_reason(folder: Path) -> None:
    path = folder / "mandates/provgrupp/2026-01-02.yaml"
    text = GOOD.replace("utkast", "beslutad")
    path.write_text(text, encoding="utf-8")
    assert uppdrag(folder, "check")[0] == 1
    reason = "undantag:\n  - {regel: F002, motivering: Beslutet finns bara på papper.}\n"
    path.write_text(text + reason, encoding="utf-8")
    assert uppdrag(folder, "check")[0] == 0


def test_windows_line_endings_and_a_byte_order_mark_change_nothing(folder: Path) -> None:
    other = folder / "mandates/windows/2026-01-02.yaml"
    other.parent.mkdir()
    other.write_bytes(GOOD.replace("\n", "\r\n").encode("utf-8-sig"))
    assert uppdrag(folder, "build", "-q")[0] == 0
    for kind in ("docx", "pdf", "html"):
        name = f"2026-01-02.{kind}"
        assert (folder / "build/windows" / name).read_bytes() == (
            folder / "build/provgrupp" / name
        ).read_bytes()


def test_list_shows_groups_and_revisions(folder: Path) -> None:
    code, out, err = uppdrag(folder, "list")
    assert (code, err) == (0, "")
    assert out.splitlines() == [
        "Grupp      Datum       Status  Diarienummer  Titel",
        "provgrupp  2026-01-02  utkast  –             Uppdrag för prövogruppen",
    ]
    listed = json.loads(uppdrag(folder, "list", "--format", "json")[1])["mandates"]
    assert listed[0]["fil"] == "mandates/provgrupp/2026-01-02.yaml"


def test_a_new_mandate_of_a_type_passes_the_check_and_builds(folder: Path) -> None:
    arguments = ("new", "samordningsråd", "--grupp", "Samordningsråd åldrande")
    code, _, err = uppdrag(folder, *arguments, "--datum", "2026-11-22")
    assert code == 0
    assert "samordningsrad-aldrande" in err
    code, out, _ = uppdrag(folder, "check", "samordningsrad-aldrande", "--format", "json")
    assert code == 0
    assert {item["rule"] for item in json.loads(out)["findings"]} == {"B007"}
    assert uppdrag(folder, "build", "samordningsrad-aldrande", "--format", "pdf", "-q")[0] == 0
    assert "finns redan" in uppdrag(folder, *arguments, "--datum", "2026-11-22")[2]


def test_a_new_revision_of_a_group_replaces_its_latest(folder: Path) -> None:
    path = folder / "mandates/provgrupp/2026-01-02.yaml"
    path.write_text(GOOD.replace("titel", "datum: 2026-01-02\ntitel"), encoding="utf-8")
    assert uppdrag(folder, "new", "provgrupp", "--datum", "2026-11-22")[0] == 0
    text = (folder / "mandates/provgrupp/2026-11-22.yaml").read_text(encoding="utf-8")
    assert "datum: 2026-11-22\n" in text
    assert "revidering:\n  ersätter: 2026-01-02\n" in text


def test_new_asks_nothing_where_there_is_no_terminal(folder: Path) -> None:
    code, _, err = uppdrag(folder, "new")
    assert code == 2
    assert "Ange en typ och en grupp" in err


@pytest.mark.parametrize("arguments", [("projektuppdrag",), ("--typ", "samordningsgrupp")])
def test_a_type_alone_gives_a_draft_whose_name_is_to_be_filled_in(
    folder: Path, arguments: tuple[str, ...]
) -> None:
    code, out, _ = uppdrag(folder, "new", *arguments, "-o", "-")
    assert code == 0
    assert "titel: Uppdragshandling för [ange gruppens namn]" in out
    assert uppdrag(folder, "check", "-", stdin=out.encode())[0] == 0


def test_import_writes_yaml_and_never_over_a_file_unasked(folder: Path) -> None:
    text = "Uppdragshandling för prövorådet\n\nDatum: 2026-01-02\n\nSyfte\n\nAtt pröva.\n"
    (folder / "in.txt").write_text(text, encoding="utf-8")
    code, out, _ = uppdrag(folder, "import", "in.txt")
    assert code == 0
    assert "datum: 2026-01-02" in out
    assert uppdrag(folder, "import", "in.txt", "-o", "ut.yaml")[0] == 0
    assert (folder / "ut.yaml").read_text(encoding="utf-8") == out
    code, _, err = uppdrag(folder, "import", "in.txt", "-o", "ut.yaml")
    assert (code, "finns redan" in err) == (2, True)


def test_import_reads_standard_input_and_old_windows_files(folder: Path) -> None:
    text = "Uppdragshandling för rådet\n\nSyfte\n\nAtt värna åldrande.\n"
    code, out, err = uppdrag(folder, "import", "-", stdin=text.encode("cp1252"))
    assert code == 0
    assert "åldrande" in out
    assert "Windows-1252" in err


def test_import_of_a_broken_word_file_says_what_to_do(folder: Path) -> None:
    (folder / "a.docx").write_bytes(b"PK\x03\x04resten")
    code, _, err = uppdrag(folder, "import", "a.docx")
    assert code == 2
    assert "a.docx är skadad eller inte hel" in err


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        (("check", "finns-inte"), "finns inte"),
        (("build", "--format", "exe"), "exe"),
        (("import", "finns-inte.txt"), "finns inte"),
        (("chek",), "check"),
        (("new", "provgrupp", "--datum", "i dag"), "ÅÅÅÅ-MM-DD"),
    ],
)
def test_what_cannot_be_run_is_said_in_swedish_and_ends_with_2(
    folder: Path, arguments: tuple[str, ...], part: str
) -> None:
    code, _, err = uppdrag(folder, *arguments)
    assert code == 2
    assert part in err


def test_a_folders_own_theme_changes_all_three(folder: Path) -> None:
    assert uppdrag(folder, "build", "-q", "-o", "vanlig")[0] == 0
    theme = folder / "templates" / "tema.yaml"
    theme.parent.mkdir()
    theme.write_text(
        'format: 1\nstorlek: {brödtext: 13}\nfärg: {linje: "#005B89"}\n'
        "avsändare: {organisation: Region Exempel}\n",
        encoding="utf-8",
    )
    assert uppdrag(folder, "build", "-q", "-o", "egen")[0] == 0
    for name in made(folder / "vanlig"):
        assert (folder / "vanlig" / name).read_bytes() != (folder / "egen" / name).read_bytes()


def test_a_theme_with_a_fault_is_refused_before_anything_is_written(folder: Path) -> None:
    theme = folder / "templates" / "tema.yaml"
    theme.parent.mkdir()
    theme.write_text("format: 1\nfärg:\n  linje: röd\n", encoding="utf-8")
    code, _, err = uppdrag(folder, "build")
    assert code == 2
    assert "templates/tema.yaml:3:10 fel S005" in err
    assert not (folder / "build").exists()


def test_many_mandates_are_shared_among_processes_with_the_same_result(folder: Path) -> None:
    for number in range(60):
        place = folder / f"mandates/grupp-{number:02}"
        place.mkdir()
        text = GOOD.replace("Att pröva", f"Att pröva {number}")
        (place / "2026-01-02.yaml").write_text(text, encoding="utf-8")
    assert (
        uppdrag(folder, "build", "--format", "docx", "--format", "pdf", "-o", "alla", "-q")[0] == 0
    )
    assert len(made(folder / "alla")) == 122
    assert uppdrag(folder, "build", "grupp-07", "--format", "pdf", "-o", "en", "-q")[0] == 0
    name = "grupp-07/2026-01-02.pdf"
    assert (folder / "alla" / name).read_bytes() == (folder / "en" / name).read_bytes()


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_file_that_cannot_be_read_stops_no_other(folder: Path) -> None:
    links = folder / "mandates" / "länkar"
    links.mkdir()
    (links / "borta.yaml").symlink_to("finns-inte.yaml")
    (links / "ring.yaml").symlink_to("ring.yaml")
    for command in ("check", "build"):
        code, out, err = uppdrag(folder, command)
        assert code == 1
        assert "mandates/länkar/borta.yaml:1:1 fel Y000" in out + err
        assert "mandates/länkar/ring.yaml:1:1 fel Y000" in out + err
    assert len(made(folder / "build")) == 3
    assert uppdrag(folder, "list")[0] == 0


def test_a_named_folder_without_mandates_is_no_clean_result(folder: Path) -> None:
    (folder / "tom").mkdir()
    for command in ("check", "build"):
        code, _, err = uppdrag(folder, command, "tom")
        assert (code, "inga handlingar" in err) == (2, True)


def test_a_colour_without_quotation_marks_is_refused(folder: Path) -> None:
    theme = folder / "templates" / "tema.yaml"
    theme.parent.mkdir()
    theme.write_text("format: 1\nfärg:\n  linje: #005B89\n", encoding="utf-8")
    code, _, err = uppdrag(folder, "build")
    assert (code, "templates/tema.yaml:3" in err) == (2, True)


def test_a_build_that_fails_says_nothing_of_no_faults(folder: Path) -> None:
    (folder / "ut").write_text("", encoding="utf-8")
    code, out, err = uppdrag(folder, "build", "-o", "ut")
    assert code == 2
    assert out == "Ej gjorda: mandates/provgrupp/2026-01-02.yaml.\n"
    assert "mandates/provgrupp/2026-01-02.yaml" in err


def test_a_new_revision_is_later_than_the_one_it_replaces(folder: Path) -> None:
    code, _, err = uppdrag(folder, "new", "provgrupp", "--datum", "2020-01-01")
    assert (code, "senare datum" in err) == (2, True)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_build_stops_when_it_is_told_to_and_leaves_nothing_half_done(
    folder: Path, number: signal.Signals
) -> None:
    for count in range(400):
        place = folder / f"mandates/grupp-{count:03}"
        place.mkdir()
        (place / "2026-01-02.yaml").write_text(GOOD, encoding="utf-8")
    scratch = folder / "tillfälligt"
    scratch.mkdir()
    running = subprocess.Popen(
        [sys.executable, "-m", "uppdrag", "build", "--format", "pdf", "-o", "ut"],
        cwd=folder,
        env={**os.environ, "TMPDIR": str(scratch)},
        stderr=subprocess.PIPE,
    )
    while not (folder / "ut").exists():
        time.sleep(0.02)
    running.send_signal(number)
    _, err = running.communicate(timeout=60)
    assert (running.returncode, err.decode("utf-8").strip()) == (130, "Avbrutet.")
    assert 0 < len(made(folder / "ut")) < 400
    assert all(name.endswith("/2026-01-02.pdf") for name in made(folder / "ut"))
    assert list(scratch.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "text", "part"),
    [
        ("uppdragshandling.typ", "#let x = (", "uppdragshandling.typ:1"),
        ("uppdragshandling.html.j2", "<html>{{ tittel }}</html>", "tittel"),
    ],
)
def test_a_fault_in_the_folders_own_template_is_told_once(
    folder: Path, name: str, text: str, part: str
) -> None:
    other = folder / "mandates" / "annan"
    other.mkdir()
    (other / "2026-01-02.yaml").write_text(GOOD, encoding="utf-8")
    (folder / "templates").mkdir()
    (folder / "templates" / name).write_text(text, encoding="utf-8")
    code, _, err = uppdrag(folder, "build")
    assert code == 2
    assert err.count(part) == 1
    assert not (folder / "build").exists()


def test_a_new_group_gets_a_folder_that_can_be_named_at_the_command_line(folder: Path) -> None:
    code, _, err = uppdrag(folder, "new", "samordningsråd", "--grupp", "- Rådet", "--datum", DAY)
    assert (code, err.split(". ", maxsplit=1)[0]) == (0, f"Skapade mandates/radet/{DAY}.yaml")


def test_two_folders_with_one_name_in_ascii_are_checked_and_listed_but_not_built(
    folder: Path,
) -> None:
    other = folder / "mandates" / "prövgrupp"
    other.mkdir()
    (other.parent / "provgrupp" / "2026-01-02.yaml").rename(other / "2026-01-02.yaml")
    (other.parent / "provgrupp" / "2026-01-02.yaml").write_text(GOOD, "utf-8", newline="\n")
    assert uppdrag(folder, "check")[0] == 0
    assert "\nprövgrupp " in uppdrag(folder, "list")[1]
    assert uppdrag(folder, "build")[0] == 2
    assert not (folder / "build").exists()
