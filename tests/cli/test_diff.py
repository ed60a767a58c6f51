"""`uppdrag diff`: what a reviewer sees, where it ends up, and what is refused."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.working_folder import write
from tests.workspace.git_folder import commit_all, git
from tests.workspace.revisions import NEW, OLD, OTHER, decided, draft

from uppdrag.findings import UppdragError
from uppdrag.render.docx import redline

from .command import Gave, uppdrag

MADE = "build/rad/2024-01-01--2026-01-01"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a repository: two revisions of a group, the later changed since main, and another."""
    write(
        tmp_path,
        {
            OLD: decided("2024-01-01"),
            NEW: draft("2026-01-01", "rådet", replaces="2024-01-01"),
            OTHER: decided("2025-01-01", title="Råd Exempel"),
        },
    )
    git(tmp_path, "init", "-q", "-b", "main")
    commit_all(tmp_path)
    git(tmp_path, "switch", "-q", "-c", "min-gren")
    write(tmp_path, {NEW: draft("2026-01-01", replaces="2024-01-01")})
    return tmp_path


def diff(folder: Path, *arguments: str, stdin: bytes = b"") -> Gave:
    return uppdrag(folder, "diff", *arguments, stdin=stdin)


def files(folder: Path) -> list[str]:
    """Return what has been made in the folder."""
    return sorted(
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and not {".git", "mandates"} & set(path.parts)
    )


def became(text: str, old: str, new: str) -> bool:
    """Tell whether a line says that something took the place of another."""
    return any(old in line and new in line.partition(old)[2] for line in text.splitlines())


@pytest.mark.parametrize(
    "names",
    [
        ("rad",),
        (NEW,),
        ("rad/2026-01-01",),
        (OLD, NEW),
        ("rad/2024-01-01", "rad"),
        ("rad/2024-01-01", "mandates/rad/2026-01-01"),
    ],
    ids=" ".join,
)
def test_two_revisions_have_many_names(folder: Path, names: tuple[str, ...]) -> None:
    code, out, err = diff(folder, *names)
    assert (code, err) == (0, "")
    assert became(out, "koncernledning", "ledningsgrupp")
    assert files(folder) == []


@pytest.mark.parametrize(("names", "content"), [((OLD, "-"), NEW), (("-", NEW), OLD)])
def test_standard_input_is_one_of_the_two(
    folder: Path, names: tuple[str, ...], content: str
) -> None:
    code, out, err = diff(folder, *names, stdin=(folder / content).read_bytes())
    assert (code, err) == (0, "")
    assert became(out, "koncernledning", "ledningsgrupp")


def test_a_file_is_compared_with_a_version_in_git(folder: Path) -> None:
    code, out, err = diff(folder, NEW, "--git", "main")
    assert (code, err) == (0, "")
    assert became(out, "rådet", "ledningsgrupp")


def test_all_that_a_branch_has_changed_is_shown(folder: Path) -> None:
    write(folder, {"mandates/ny/2026-02-02.yaml": draft("2026-02-02")})
    code, out, err = diff(folder, "--git", "main")
    assert (code, err) == (0, "")
    assert became(out, "rådet", "ledningsgrupp")
    assert "ny handling" in out
    only = diff(folder, "rad", "--git", "main").out
    assert became(only, "rådet", "ledningsgrupp")
    assert "ny handling" not in only


def test_what_two_have_made_of_one_is_shown_with_who_made_it(folder: Path) -> None:
    write(folder, {"anna.yaml": draft("2026-01-01", "Annas råd", replaces="2024-01-01")})
    write(folder, {"bo.yaml": draft("2026-02-02", replaces="2024-01-01")})
    code, out, err = diff(folder, "anna.yaml", "bo.yaml", "--base", NEW, "--names", "Anna", "Bo")
    assert (code, err) == (0, "")
    assert "Annas råd" in out
    assert "2026-02-02" in out


@pytest.mark.parametrize("format_", ["text", "md", "json"])
def test_what_is_read_at_once_goes_to_standard_output(folder: Path, format_: str) -> None:
    code, out, err = diff(folder, "rad", "--format", format_)
    assert (code, err, files(folder)) == (0, "", [])
    assert "ledningsgrupp" in out


@pytest.mark.parametrize("format_", ["html", "docx", "pdf"])
def test_the_others_become_a_file_in_build(folder: Path, format_: str) -> None:
    code, out, err = diff(folder, "rad", "--format", format_)
    assert (code, err) == (0, "")
    assert f"Skrev {MADE}.{format_}." in out
    assert files(folder) == [f"{MADE}.{format_}"]


def test_build_is_beside_mandates_wherever_one_stands(folder: Path) -> None:
    code, out, _ = diff(folder / "mandates/rad", "rad", "--format", "html")
    assert (code, files(folder)) == (0, [f"{MADE}.html"])
    assert f"Skrev ../../{MADE}.html." in out


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("a.txt", b"Uppdragshandling"),
        ("a.md", b"##"),
        ("a.json", b"{"),
        ("a.html", b"<!DOCTYPE html>"),
        ("a.HTM", b"<!DOCTYPE html>"),
        ("a.docx", b"PK"),
        ("a.pdf", b"%PDF"),
    ],
)
def test_the_name_of_a_file_tells_the_format(folder: Path, name: str, begins: bytes) -> None:
    code, out, err = diff(folder, "rad", "-o", name)
    assert (code, err) == (0, "")
    assert f"Skrev {name}." in out
    assert (folder / name).read_bytes().upper().startswith(begins.upper())


def test_the_same_input_gives_the_same_bytes(folder: Path) -> None:
    for format_ in ("html", "docx", "pdf", "md", "json", "text"):
        for name in ("a", "b"):
            assert diff(folder, "rad", "--format", format_, "-o", name).code == 0
        assert (folder / "a").read_bytes() == (folder / "b").read_bytes(), format_


def test_what_is_made_is_made_again_in_its_place(folder: Path) -> None:
    write(folder, {"a.html": "något gammalt"})
    assert diff(folder, "rad", "-o", "a.html").code == 0
    assert (folder / "a.html").read_bytes().startswith(b"<!")


@pytest.mark.parametrize("place", ["ut/", "finns"])
def test_a_folder_gets_the_file_under_its_group(folder: Path, place: str) -> None:
    (folder / "finns").mkdir()
    assert diff(folder, "rad", "--format", "md", "-o", place).code == 0
    assert files(folder) == [f"{place.rstrip('/')}/rad/2024-01-01--2026-01-01.md"]


def test_a_branch_is_one_page_or_one_word_file_a_mandate(folder: Path) -> None:
    write(folder, {OTHER: decided("2025-01-01", "rådet", "Råd Exempel")})
    assert diff(folder, "--git", "main", "--format", "html").code == 0
    assert files(folder) == ["build/andringar-main.html"]
    code, _, err = diff(folder, "--git", "main", "--format", "docx", "-o", "ut/")
    assert code == 0
    assert err.startswith(f"Varning: {OTHER}")
    assert [name for name in files(folder) if name.startswith("ut/")] == [
        "ut/annan/2025-01-01-main--2025-01-01.docx",
        "ut/rad/2026-01-01-main--2026-01-01.docx",
    ]
    code, _, err = diff(folder, "--git", "main", "-o", "a.docx")
    assert (code, (folder / "a.docx").exists()) == (2, False)
    assert "Ange en mapp" in err


@pytest.mark.parametrize("extent", ["--whole", "--changes"])
def test_what_a_branch_has_taken_away_is_told_beside_each_mandate(
    folder: Path, extent: str
) -> None:
    (folder / OTHER).unlink()
    gave = diff(folder, "--git", "main", extent)
    assert gave.code == 0
    assert f"Varning: {OTHER}" in gave.err


def test_a_document_may_go_to_standard_output_when_no_person_reads_it(folder: Path) -> None:
    environment = {**os.environ, "PYTHONUTF8": "0"}
    done = subprocess.run(
        [sys.executable, "-m", "uppdrag", "diff", "rad", "--format", "docx", "-o", "-"],
        cwd=folder,
        capture_output=True,
        env=environment,
        check=True,
    )
    assert zipfile.is_zipfile(io.BytesIO(done.stdout))
    assert done.stderr == b""


@pytest.mark.parametrize("format_", ["docx", "pdf"])
def test_a_document_is_not_thrown_at_a_terminal(
    folder: Path, monkeypatch: pytest.MonkeyPatch, format_: str
) -> None:
    monkeypatch.setattr("uppdrag.cli.diff_asked.is_terminal", lambda _stream: True)
    code, out, err = diff(folder, "rad", "--format", format_, "-o", "-")
    assert (code, out) == (2, "")
    assert "terminalen" in err


def test_the_table_of_changes_alone(folder: Path) -> None:
    code, out, err = diff(folder, "rad", "--changes")
    assert (code, err) == (0, "")
    assert "koncernledning" in out
    for format_ in ("md", "html", "docx", "pdf"):
        assert diff(folder, "rad", "--changes", "--format", format_, "-o", "ut/").code == 0
    assert [name.rpartition("/")[2] for name in files(folder)] == [
        f"2024-01-01--2026-01-01.forteckning.{end}" for end in ("docx", "html", "md", "pdf")
    ]


def test_the_whole_text_is_shown_when_asked_for(folder: Path) -> None:
    kept = "Forumet ska samordna vården i länet."
    assert kept not in diff(folder, "rad").out
    assert kept in diff(folder, "rad", "--whole").out


def test_word_is_told_who_and_when(folder: Path) -> None:
    def document(*arguments: str) -> str:
        assert diff(folder, "rad", "-o", "a.docx", *arguments).code == 0
        with zipfile.ZipFile(folder / "a.docx") as archive:
            return archive.read("word/document.xml").decode("utf-8")

    given = document("--author", "Kim <Exempelsson>", "--date", "2026-07-01")
    assert 'w:author="Kim &lt;Exempelsson&gt;" w:date="2026-07-01T00:00:00Z"' in given
    own = document()
    assert 'w:author="Västra Götalandsregionen" w:date="2026-01-01T00:00:00Z"' in own


def test_moves_are_written_as_asked(folder: Path) -> None:
    items = [f"  - Punkt nummer {word} om vården i länet.\n" for word in ("ett", "två", "tre")]
    section = "avsnitt_punkter: |\n"
    write(folder, {OLD: draft("2024-01-01") + section + "".join(items)})
    write(folder, {NEW: draft("2026-01-01") + section + "".join([items[2], *items[:2]])})
    for moves, is_native in (("native", True), ("plain", False)):
        assert diff(folder, OLD, NEW, "-o", "a.docx", "--moves", moves).code == 0
        with zipfile.ZipFile(folder / "a.docx") as archive:
            assert (b"moveTo" in archive.read("word/document.xml")) is is_native


def test_one_word_file_that_would_not_be_exact_is_not_written(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def inexact(*_: object) -> bytes:
        raise UppdragError("Word-filen blev inte exakt.")

    monkeypatch.setattr(redline, "render_redline", inexact)
    code, out, err = diff(folder, "rad", "--format", "docx")
    assert (code, out, files(folder)) == (2, "", [])
    assert err == "Word-filen blev inte exakt.\n"


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("rad",), 0),
        (("rad", "--exit-code"), 1),
        (("rad", "--exit-code", "-o", "a.html"), 1),
        ((OLD, OLD, "--exit-code"), 0),
        (("--git", "main", "--exit-code"), 1),
        (("--git", "HEAD", "annan", "--exit-code"), 0),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else None,
)
def test_the_exit_code_tells_a_program(folder: Path, arguments: tuple[str, ...], code: int) -> None:
    assert diff(folder, *arguments).code == code


def test_a_branch_with_one_that_cannot_be_read_ends_with_2_but_shows_the_rest(folder: Path) -> None:
    write(folder, {OTHER: "titel: ["})
    code, out, _ = diff(folder, "--git", "main", "--exit-code")
    assert code == 2
    assert "går inte att läsa" in out
    assert became(out, "rådet", "ledningsgrupp")


REFUSED = [
    ((), "Ange vad som ska jämföras"),
    (("a", "b", "c"), "högst två"),
    (("-", "-"), "bara anges en gång"),
    (("-", OLD, "--base", "-"), "bara anges en gång"),
    (("-",), "Standard input har ingen tidigare revision"),
    (("-", "--git", "main"), "Standard input finns inte i git"),
    (("annan",), "ingen tidigare revision"),
    (("finns-inte",), "finns inte"),
    ((OLD, "finns-inte.yaml"), "finns inte"),
    ((OLD, "2026-01-01"), "Skriv GRUPP/2026-01-01"),
    (("mandates",), "flera grupper"),
    (("rad", "--git", "finns-inte"), "finns inte i git"),
    (("--git", "--output=x"), "finns inte i git"),
    (("--git", ""), "finns inte i git"),
    ((OLD, NEW, "--git", "main"), "högst ett namn med --git"),
    ((OLD, NEW, "--git", "main", "--base", OLD), "--git och --base"),
    ((NEW, "--base", OLD), "Med --base anges två"),
    ((OLD, NEW, "--names", "A", "B"), "--names hör till --base"),
    (("rad", "-o", "a.yaml"), "namnet på en handling"),
    (("rad", "-o", "a.YML", "--format", "html"), "namnet på en handling"),
    (("rad", "-o", "a"), "framgår inte vilket format"),
    (("rad", "-o", ""), "tomt"),
    (("rad", "-o", "a.pdf", "--format", "docx"), "Ändra den ena"),
    (("rad", "--whole", "--format", "html"), "--whole gäller text"),
    (("rad", "--changes", "--format", "json"), "--changes går inte med json"),
    (("rad", "--author", "Kim"), "gäller ändringar i Word"),
    (("rad", "--tracked", "accept"), "--tracked gäller när"),
    ((OLD, NEW, "--tracked", "reject"), "--tracked gäller när"),
    (("rad", "--moves", "plain", "--format", "docx", "--changes"), "gäller ändringar i Word"),
    (("rad", "--format", "docx", "--author", " "), "--author"),
    (("rad", "--format", "docx", "--author", "a\x07"), "--author"),
    (("rad", "--format", "docx", "--author", "a" * 300), "för långt"),
    (("rad", "--format", "docx", "--date", "2026-02-30"), "inget datum"),
    (("rad", "--format", "docx", "--date", ""), "inget datum"),
    (("rad", "--format", "exe"), "inget av"),
    (("rad", "-o", "finns/inte/"), "framgår inte"),
]


@pytest.mark.parametrize(
    ("arguments", "told"), REFUSED, ids=[" ".join(arguments) for arguments, _ in REFUSED]
)
def test_what_cannot_be_done_is_refused_in_swedish(
    folder: Path, arguments: tuple[str, ...], told: str
) -> None:
    code, out, err = diff(folder, *arguments)
    assert (code, out) == (2, "")
    assert told in err
    assert files(folder) == []


@pytest.mark.parametrize("name", ["handling.txt", "länk.txt"])
def test_what_is_compared_is_never_written_over(folder: Path, name: str) -> None:
    write(folder, {"handling.txt": draft("2026-01-01")})
    if name == "länk.txt":
        try:
            (folder / name).symlink_to(folder / "handling.txt")
        except OSError:
            pytest.skip("links may not be made here")
    code, out, err = diff(folder, OLD, "handling.txt", "-o", name)
    assert (code, out) == (2, "")
    assert "en av filerna som jämförs" in err
    assert (folder / "handling.txt").read_text(encoding="utf-8") == draft("2026-01-01")


@pytest.mark.parametrize("content", ["titel: [", "", "- a\n", "\x00", "format: 2\n"])
def test_what_is_no_mandate_is_refused_and_nothing_is_written(folder: Path, content: str) -> None:
    write(folder, {NEW: content})
    for arguments in (("rad",), (OLD, NEW), (NEW, OLD), (NEW, "--git", "main")):
        code, out, err = diff(folder, *arguments, "-o", "a.html")
        assert (code, out, files(folder)) == (2, "", [])
        assert NEW in err


def test_a_place_that_cannot_be_written_is_told(folder: Path) -> None:
    write(folder, {"fil": ""})
    code, out, err = diff(folder, "rad", "-o", "fil/a.html")
    assert (code, out) == (2, "")
    assert "fil" in err


def test_little_or_much_is_told_of_a_file(folder: Path) -> None:
    assert diff(folder, "rad", "-o", "a.html", "--quiet").out == ""
    assert "i sak" in diff(folder, "rad", "-o", "a.html").out
    assert diff(folder, "rad", "--verbose").err == f"Jämför {OLD} med {NEW}.\n"


_NAMES = st.sampled_from(
    ["rad", "annan", OLD, NEW, OTHER, "rad/2024-01-01", "-", "mandates", ".", "", "x", "2024-01-01"]
) | st.text(max_size=8)
_VALUES = st.sampled_from(["main", "HEAD", "html", "md", "text", "json", "2026-01-01", "Kim"])
_OPTIONS = st.sampled_from(
    ["--git", "--base", "--format", "--moves", "--author", "--date", "--whole", "--changes", "-q"]
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.lists(_NAMES | _OPTIONS | _VALUES, max_size=6))
def test_no_command_line_ends_in_a_crash(folder: Path, arguments: list[str]) -> None:
    safe = [word.replace("\x00", "") for word in arguments]
    gave = diff(folder, *safe, "-o", "-", stdin=b"titel: x\n")
    assert gave.code in {0, 2}
    assert bool(gave.err) >= (gave.code == 2)
