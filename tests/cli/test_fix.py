"""`uppdrag fix`: shows what it would do, does it when it may, and says what it left alone."""

from __future__ import annotations

import os
import stat
from contextlib import chdir
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.working_folder import DECIDED, DRAFT, HYPHEN, write

from uppdrag.cli import fix, main

from .command import uppdrag

A, B = "mandates/a/2026-01-02.yaml", "mandates/b/2026-01-02.yaml"
MENDED = HYPHEN.replace("6 - 10", "6–10")
SHOWN = """\
--- mandates/a/2026-01-02.yaml
+++ mandates/a/2026-01-02.yaml
@@ -6,2 +6,2 @@
 uppdragsbeskrivning: |
-  Forumet träffas 6 - 10 gånger per år. Det ska följa upp gemensamma avtal.
+  Forumet träffas 6–10 gånger per år. Det ska följa upp gemensamma avtal.
"""
BROKEN = "filen har fel som måste rättas först. Kör uppdrag check på den."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path, {A: HYPHEN})
    return tmp_path


def text(folder: Path, name: str = A) -> str:
    return (folder / name).read_bytes().decode("utf-8")


def test_without_a_terminal_it_only_shows(folder: Path) -> None:
    assert uppdrag(folder, "fix") == (
        0,
        SHOWN,
        "Inget är ändrat. Skriv uppdrag fix --yes för att göra ändringarna.\n",
    )
    assert text(folder) == HYPHEN


def test_with_yes_it_does_what_it_shows(folder: Path) -> None:
    assert uppdrag(folder, "fix", "--yes") == (0, SHOWN, "1 ändring gjord i 1 fil.\n")
    assert text(folder) == MENDED
    assert uppdrag(folder, "fix", "--yes") == (0, "Det finns inget att rätta.\n", "")


@pytest.mark.parametrize(
    ("answer", "after"),
    [("j", MENDED), (" Ja ", MENDED), ("y", MENDED), ("", HYPHEN), ("n", HYPHEN), ("NEJ", HYPHEN)],
)
def test_a_person_is_asked(
    folder: Path, monkeypatch: pytest.MonkeyPatch, answer: str, after: str
) -> None:
    monkeypatch.setattr(fix, "may_ask", lambda: True)
    code, out, err = uppdrag(folder, "fix", stdin=f"kanske\n{answer}\n".encode())
    assert (code, out) == (0, SHOWN)
    question = "Göra ändringen? [j/N] "
    done = "1 ändring gjord i 1 fil." if after == MENDED else "Inget är ändrat. Skriv uppdrag fix"
    assert err.startswith(f"{question}kanske\nFel: Svara j för ja eller n för nej.\n{question}")
    assert done in err
    assert text(folder) == after


def test_several_changes_are_one_question(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fix, "may_ask", lambda: True)
    write(folder, {B: HYPHEN})
    assert "Göra 2 ändringar? [j/N]" in uppdrag(folder, "fix", stdin=b"n\n").err


def test_changes_of_several_files_are_counted(folder: Path) -> None:
    write(folder, {B: HYPHEN.replace("vården", "vården 2 - 4 dagar"), "mandates/c/x.yaml": DRAFT})
    assert uppdrag(folder, "fix", "--yes").err == "3 ändringar gjorda i 2 filer.\n"


@pytest.mark.parametrize("names", [("a", A), (A, f"./{A}"), ("mandates", "a"), (A, A)])
def test_a_file_that_is_named_twice_is_mended_once(folder: Path, names: tuple[str, ...]) -> None:
    code, out, err = uppdrag(folder, "fix", "--yes", *names)
    assert (code, err) == (0, "1 ändring gjord i 1 fil.\n")
    assert out.count("@@ -") == 1
    assert text(folder) == MENDED


def test_only_the_rules_that_are_named_are_mended(folder: Path) -> None:
    write(folder, {A: HYPHEN.replace("gånger per år", "ggr/år")})
    uppdrag(folder, "fix", "--yes", "--rule", "t003")
    assert "6–10 ggr/år" in text(folder)
    assert uppdrag(folder, "fix", "--rule", "B001").out == "Det finns inget att rätta.\n"
    code, _, err = uppdrag(folder, "fix", "--rule", "T0003")
    assert (code, err) == (2, "Regeln ”T0003” finns inte. Menade du T003?\n")


def test_what_is_left_alone_is_told_of_when_it_is_named(folder: Path) -> None:
    write(folder, {B: DECIDED.replace("följa", "följa 6 - 10 gånger")})
    assert uppdrag(folder, "fix", "b") == (
        0,
        "Det finns inget att rätta.\n",
        f"{B}: handlingen är inget utkast och ändras inte.\n",
    )
    assert uppdrag(folder, "fix", "b", "-q").err == ""
    assert "inget utkast" not in uppdrag(folder, "fix").err


def test_a_meeting_plan_is_not_mended(folder: Path) -> None:
    name = "mandates/a/moten/2026.yaml"
    write(folder, {name: "format: 1\nmöten: []\n"})
    assert uppdrag(folder, "fix", name).code == 2
    assert uppdrag(folder, "fix", "--yes").err == "1 ändring gjord i 1 fil.\n"


def test_a_file_with_errors_stops_no_other_and_is_told_of(folder: Path) -> None:
    write(folder, {B: HYPHEN.replace("typ:", "typp:")})
    code, out, err = uppdrag(folder, "fix", "--yes")
    assert (code, out) == (1, SHOWN)
    assert err == f"{B}: {BROKEN}\n1 ändring gjord i 1 fil.\n"
    assert text(folder) == MENDED


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_file_that_cannot_be_read_stops_no_other(folder: Path) -> None:
    (folder / "mandates/a/borta.yaml").symlink_to("finns-inte.yaml")
    (folder / "mandates/a/ring.yaml").symlink_to("ring.yaml")
    code, _, err = uppdrag(folder, "fix", "--yes")
    assert code == 2
    assert err.count("mandates/a/borta.yaml' finns inte.") == 1
    assert "ring.yaml' kan inte nås: länkarna går runt i en ring." in err
    assert err.endswith("1 ändring gjord i 1 fil.\n")
    assert text(folder) == MENDED


def test_a_file_that_cannot_be_written_stops_no_other(folder: Path) -> None:
    write(folder, {B: HYPHEN})
    (folder / A).chmod(stat.S_IRUSR)
    code, _, err = uppdrag(folder, "fix", "--yes")
    assert code == 2
    assert err.startswith(f"Åtkomst till '{A}' nekades.")
    assert err.endswith("1 ändring gjord i 1 fil.\n")
    assert (text(folder), text(folder, B)) == (HYPHEN, MENDED)
    (folder / A).chmod(stat.S_IRUSR | stat.S_IWUSR)


@pytest.mark.parametrize(
    ("given", "expected", "code"),
    [
        (HYPHEN.encode(), MENDED.encode(), 0),
        (DRAFT.encode(), DRAFT.encode(), 0),
        (HYPHEN.replace("\n", "\r\n").encode("utf-8-sig"), None, 0),
        (DECIDED.replace("följa", "följa 6 - 10").encode(), None, 0),
        (b"titel: [\x1b[31m\xff\n", b"titel: [\x1b[31m\xff\n", 1),
        (b"", b"", 1),
    ],
)
def test_standard_input_is_passed_on_as_the_bytes_it_is(
    folder: Path, given: bytes, expected: bytes | None, code: int
) -> None:
    with chdir(folder):
        result = CliRunner().invoke(main, ["fix", "-"], given, standalone_mode=False)
    if expected is None:
        draft = b"status: utkast" in given
        expected = given.replace(b"6 - 10", "6–10".encode()) if draft else given
    assert (result.stdout_bytes, result.return_value) == (expected, code)


def test_standard_input_is_mended_alone(folder: Path) -> None:
    code, out, err = uppdrag(folder, "fix", "-", "a", stdin=HYPHEN.encode())
    assert (code, out) == (2, "")
    assert err.startswith("Standard input rättas för sig.")


def test_a_folder_without_mandates_has_nothing_to_mend(tmp_path: Path) -> None:
    (tmp_path / "mandates").mkdir()
    assert uppdrag(tmp_path, "fix") == (0, "Det finns inget att rätta.\n", "")
