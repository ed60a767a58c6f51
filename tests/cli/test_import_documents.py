"""What a person sees when documents of other formats are imported and compared."""

from pathlib import Path

import pytest
from tests.importing.rendered import MANDATES, ROOT, mandate, rendered

from .command import uppdrag

PATH = ROOT / "mandates" / "vvg" / "2026-06-01.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    group = tmp_path / "mandates" / "vvg"
    group.mkdir(parents=True)
    for path in MANDATES:
        if path.parent.name == "vvg":
            (group / path.name).write_bytes(path.read_bytes())
    return tmp_path


@pytest.mark.parametrize("format_", ["html", "pdf", "md"])
def test_a_document_is_compared_with_the_mandate_that_it_was_made_of(folder: Path, format_: str):
    (folder / f"svar.{format_}").write_bytes(rendered(mandate(PATH), format_))
    found = uppdrag(folder, "diff", "vvg/2026-06-01", f"svar.{format_}", "--exit-code")
    assert (found.code, "Inga ändringar." in found.out) == (0, True)
    assert "svar" in found.err


def test_what_a_document_says_otherwise_is_a_change(folder: Path):
    page = rendered(mandate(PATH), "html").decode().replace("tre uppgifter", "sju uppgifter")
    (folder / "svar.html").write_text(page, encoding="utf-8")
    found = uppdrag(folder, "diff", "svar.html", "vvg/2026-06-01", "--exit-code")
    assert found.code == 1
    assert "”sju” → ”tre”" in found.out


def test_a_document_with_tracked_changes_is_compared_by_choice(folder: Path):
    page = "<h1>Uppdrag</h1><h2>Syfte</h2><p>Att <del>leka</del><ins>vila</ins> mer.</p>"
    (folder / "svar.html").write_text(page, encoding="utf-8")
    refused = uppdrag(folder, "diff", "svar.html", "vvg/2026-06-01")
    assert (refused.code, refused.out) == (2, "")
    assert "--tracked accept" in refused.err
    found = uppdrag(folder, "diff", "svar.html", "vvg/2026-06-01", "--tracked", "accept", "--whole")
    assert "vila" in found.out
    assert "leka" not in found.out


def test_the_review_shows_where_each_line_went(folder: Path):
    text = (
        "Uppdragshandling för samordningsråd lek\n\nSyfte\n\nAtt leka.\n\nGungor\n\nRöda gungor.\n"
    )
    (folder / "lek.txt").write_text(text, encoding="utf-8")
    found = uppdrag(folder, "import", "lek.txt", "-o", "lek.yaml", "--review", "lek.html")
    assert found.code == 0
    page = (folder / "lek.html").read_text(encoding="utf-8")
    assert "<td>Att leka.</td><td><code>syfte › text</code></td>" in page
    assert "Formatet känner inte rubriken ”Gungor”" in page
    assert "? gissat" in page


def test_a_review_writes_nothing_over(folder: Path):
    (folder / "lek.html").write_text("<h1>Uppdrag</h1>", encoding="utf-8")
    refused = uppdrag(folder, "import", "lek.html", "--review", "lek.html")
    assert refused.code == 2
    assert "finns redan" in refused.err
    assert (folder / "lek.html").read_text(encoding="utf-8") == "<h1>Uppdrag</h1>"
