"""Every word of a source text comes, in its order, through import, check and all renderings."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.end_to_end.conftest import ROOT
from tests.end_to_end.readings import (
    Page,
    first_missing,
    pdf_text,
    without_marks,
    word_text,
    words,
)

from uppdrag.findings import Severity
from uppdrag.importing import import_text
from uppdrag.rules import BINDING
from uppdrag.workspace.checking import Checked
from uppdrag.workspace.importing import import_file
from uppdrag.workspace.rendering import Renderers

OWN = sorted((ROOT / "tests" / "importing" / "texts").glob("*.txt"))
GIVEN = ROOT.parent / "shared" / "documents"
REAL = [
    GIVEN / "uppdragshandling-samordningsgrupp-primarvardsrad-2025.txt",
    GIVEN / "uppdragshandling-samordningsrad-halso-och-sjukvard-2026.txt",
    GIVEN / "primarvardsuppdraget-webbsida-2021.txt",
]
LEFT_OUT = {
    "primarvardsuppdraget-webbsida-2021.txt": [1, 2],
    "projekt.txt": [1, 2],
    "pdf-kopia.txt": [3, 26, 27, 28, 46, 47, 48],
}
"""The lines that are no part of a document: a web page's navigation, heads and page numbers."""

_KEY_OF_TWO_WORDS = re.compile(r"^(\s*)([a-zåäö]+)_([a-zåäö]+):", re.MULTILINE)


@pytest.mark.parametrize("path", [*OWN, *REAL], ids=lambda path: path.stem)
def test_every_word_of_the_source_is_in_the_file_and_in_every_rendering(
    path: Path, checked: Callable[[str], Checked], renderers: Renderers
):
    if not path.is_file():
        pytest.skip("handlingarna som projektet utgick från finns inte här")
    written = import_file(path.read_bytes(), path.name).yaml
    mandate = checked(written)
    assert _binding(mandate) == []
    assert mandate.document is not None

    made = {kind: renderers.render(mandate.document, kind) for kind in ("docx", "pdf", "html")}

    wanted = words(without_marks(_kept(path)))
    seen = {
        "yaml": _KEY_OF_TWO_WORDS.sub(r"\1\2 \3:", written),
        "docx": word_text(made["docx"]),
        "pdf": pdf_text(made["pdf"]),
        "html": Page(made["html"]).text,
    }
    missing = {kind: first_missing(wanted, words(text)) for kind, text in seen.items()}
    assert missing == dict.fromkeys(seen)


@pytest.mark.parametrize("path", [*OWN, *REAL], ids=lambda path: path.stem)
def test_only_navigation_and_the_furniture_of_pages_is_left_out_and_each_line_is_reported(
    path: Path,
):
    if not path.is_file():
        pytest.skip("handlingarna som projektet utgick från finns inte här")
    imported = import_file(path.read_bytes(), path.name)

    dropped = import_text(imported.source.text, path.name).dropped

    assert [line.number for line in dropped] == LEFT_OUT.get(path.name, [])
    reported = {item.line for item in imported.findings}
    assert reported.issuperset(line.number for line in dropped)


def _kept(path: Path) -> str:
    """Return the source without the lines that are known to be no part of the document."""
    rows = path.read_text(encoding="utf-8").split("\n")
    gone = LEFT_OUT.get(path.name, [])
    return "\n".join(row for number, row in enumerate(rows, 1) if number not in gone)


def _binding(mandate: Checked) -> list[str]:
    return [
        f"{item.line}:{item.column} {item.rule} {item.message}"
        for item in mandate.findings
        if item.severity is Severity.ERROR and item.rule.startswith(BINDING)
    ]
