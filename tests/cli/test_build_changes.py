"""`build --changes` ends a mandate with what it changed, says why where it cannot, and is known."""

from pathlib import Path

import pytest
from tests.cli.command import uppdrag
from tests.working_folder import DECIDED, write

OLD = "mandates/forum/2026-01-12.yaml"
NEW = "mandates/forum/2026-06-16.yaml"
REVISED = (
    DECIDED.replace("2026-01-12", "2026-06-16")
    .replace("samordna vården", "samordna vård och omsorg")
    .replace("titel: Upp", "revidering: {ersätter: 2026-01-12}\ntitel: Upp", 1)
)
HEADING = "Ändrat sedan föregående beslut"
LEFT_OUT = f"Förteckningen ”{HEADING}” är inte med. Revisionen 2026-01-12, som revidering anger, "

ANNEX = f"""\
## {HEADING}

Handlingen ersätter den från 2026-01-12 (RS 2026-00017). Ändrade ord står i fet stil. \
Datum, status och anmärkningar om handlingen är inte med.

| Avsnitt | Tidigare lydelse | Ny lydelse |
| --- | --- | --- |
| **Beslut** | 2026-01-12 | 2026-06-16 |
| **Syfte med uppdraget** | Forumet ska samordna **vården** i länet. \
| Forumet ska samordna **vård och omsorg** i länet. |
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path, {OLD: DECIDED, NEW: REVISED})
    return tmp_path


def built(folder: Path, *arguments: str) -> str:
    gave = uppdrag(folder, "build", NEW, "--format", "md", "-o", "ut", *arguments)
    assert gave.code == 0, gave.err
    return (folder / "ut/forum/2026-06-16.md").read_text(encoding="utf-8")


def test_the_annex_stands_last(folder: Path) -> None:
    text = built(folder, "--changes")
    assert text.endswith(ANNEX)
    assert text.startswith(built(folder).rstrip("\n"))


def test_without_the_option_there_is_no_annex(folder: Path) -> None:
    assert HEADING not in built(folder)


def test_a_mandate_that_replaces_none_has_no_annex_and_no_note(folder: Path) -> None:
    gave = uppdrag(folder, "build", OLD, "--format", "md", "-o", "ut", "--changes")
    assert HEADING not in (folder / "ut/forum/2026-01-12.md").read_text(encoding="utf-8")
    assert "Förteckningen" not in gave.err


@pytest.mark.parametrize(
    ("old", "reason"),
    [
        (None, "finns inte i samma mapp."),
        (DECIDED.replace("beslutad", "utkast"), "är inte beslutad."),
        (
            DECIDED.replace("vården", "vården ✓"),
            (
                "går inte att trycka. Tecknet ”✓” (U+2713) kan inte tryckas med dokumentets "
                "typsnitt. Skriv det med ord, eller ta bort det."
            ),
        ),
        (
            "format: 1\ndatum: 2026-01-12\n",
            (
                f"går inte att läsa. {OLD} går inte att läsa som en handling. Kör uppdrag "
                "check och rätta den."
            ),
        ),
    ],
)
def test_what_stands_in_the_way_is_told_and_the_mandate_is_made(
    folder: Path, old: str | None, reason: str
) -> None:
    (folder / OLD).unlink()
    if old is not None:
        write(folder, {OLD: old})
    gave = uppdrag(folder, "build", NEW, "--format", "md", "-o", "ut", "--changes")
    assert f"{NEW}: {LEFT_OUT}{reason}\n" in gave.err
    assert gave.code == 0
    assert HEADING not in (folder / "ut/forum/2026-06-16.md").read_text(encoding="utf-8")


def test_from_standard_input_nothing_earlier_is_found(folder: Path) -> None:
    arguments = ("build", "-", "--format", "md", "-o", "ut", "--changes")
    gave = uppdrag(folder, *arguments, stdin=REVISED.encode("utf-8"))
    assert f"{LEFT_OUT}hittas inte när handlingen läses från standard in." in gave.err
    assert gave.code == 0


def test_the_same_files_give_the_same_bytes(folder: Path) -> None:
    made = []
    for name in ("ett", "två"):
        gave = uppdrag(folder, "build", NEW, "-o", name, "--changes")
        assert gave.code == 0
        made.append([path.read_bytes() for path in sorted((folder / name).rglob("*.*"))])
    assert len(made[0]) == 3
    assert made[0] == made[1]


@pytest.fixture
def sealed(folder: Path) -> Path:
    """Return the folder with its new revision decided by the program, so that copies are known."""
    draft = REVISED.replace("beslutad", "utkast").partition("beslut:")[0]
    write(folder, {NEW: f"{draft}sändlista: [Ordförande i forumet]\n"})
    decision = ("--datum", "2026-06-17", "--namn", "Kim Exempelsson", "--titel", "Direktör")
    gave = uppdrag(folder, "decide", NEW, *decision)
    assert gave.code == 0, gave.err
    return folder


@pytest.mark.parametrize("kind", ["docx", "pdf", "html"])
def test_a_copy_with_the_annex_is_known(sealed: Path, kind: str) -> None:
    uppdrag(sealed, "build", NEW, "--format", kind, "-o", "ut", "--changes")
    gave = uppdrag(sealed, "verify", f"ut/forum/2026-06-16.{kind}")
    assert gave.code == 0, gave.out
    assert "oförändrad, byte för byte" in gave.out
    assert f"förteckningen ”{HEADING}”" in gave.out


def test_a_word_changed_in_the_annex_is_found(sealed: Path) -> None:
    uppdrag(sealed, "build", NEW, "--format", "html", "-o", "ut", "--changes")
    copy = sealed / "ut/forum/2026-06-16.html"
    text = copy.read_text(encoding="utf-8")
    assert text.count("<strong>vården</strong>") == 1
    copy.write_text(text.replace("<strong>vården</strong>", "<strong>skolan</strong>"), "utf-8")
    gave = uppdrag(sealed, "verify", "ut/forum/2026-06-16.html")
    assert gave.code == 1
    assert "[-vården-] {+skolan+}" in gave.out


def test_a_copy_without_the_annex_is_known_as_before(sealed: Path) -> None:
    uppdrag(sealed, "build", NEW, "--format", "html", "-o", "ut")
    gave = uppdrag(sealed, "verify", "ut/forum/2026-06-16.html")
    assert gave.code == 0
    assert "förteckningen" not in gave.out
