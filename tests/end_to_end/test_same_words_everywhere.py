"""Every mandate says the same, word for word and in the same order, in every format."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.end_to_end.conftest import ROOT
from tests.end_to_end.readings import (
    Page,
    first_difference,
    markdown_text,
    pdf_body,
    word_text,
    words,
)
from tests.render.pdf.strategies import running_head

from uppdrag.document.text import lines
from uppdrag.workspace.checking import Checked
from uppdrag.workspace.rendering import Renderers

MANDATES = sorted(
    path
    for folder in (ROOT / "mandates", ROOT / "tests" / "interop" / "mandates")
    for path in folder.glob("*/*.yaml")
)


@pytest.mark.parametrize("path", MANDATES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_format_has_the_words_of_the_tree_in_its_order_and_no_others(
    path: Path, checked: Callable[[bytes], Checked], renderers: Renderers
):
    document = checked(path.read_bytes()).document
    assert document is not None
    made = {kind: renderers.render(document, kind) for kind in ("docx", "html", "txt", "md", "pdf")}

    wanted = words("\n".join(lines(document)))
    seen = {
        "docx": word_text(made["docx"]),
        "html": Page(made["html"]).text,
        "txt": made["txt"].decode("utf-8"),
        "md": markdown_text(made["md"]),
        "pdf": pdf_body(made["pdf"], running_head(document.metadata)),
    }
    differing = {kind: first_difference(wanted, words(text)) for kind, text in seen.items()}
    assert differing == dict.fromkeys(seen)


def test_there_are_mandates_of_both_kinds():
    assert {path.parents[1].parent.name for path in MANDATES} >= {ROOT.name, "interop"}
