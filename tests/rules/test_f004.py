"""F004: a heading or label with nothing under it is an error at its key."""

from pathlib import Path

import pytest

from uppdrag.findings import Finding
from uppdrag.workspace.checking import check, held_to
from uppdrag.workspace.mandates import MandateFile
from uppdrag.workspace.resources import Folder

HEAD = "format: 1\ntyp: samverkansorgan\nstatus: utkast\ntitel: T\n"


def found(lines: str) -> list[Finding]:
    held = held_to(Folder(Path("ingen")))
    file = MandateFile(None, "h.yaml", "grupp/h")
    told = check((HEAD + lines).encode("utf-8"), file, held).told
    return [item for item in told if item.rule == "F004"]


@pytest.mark.parametrize(
    ("lines", "path"),
    [
        ("syfte: {rubrik: Syfte}\n", "/syfte"),
        ("arbetsorganisation:\n  ordförande: {etikett: Ledare}\n", "/arbetsorganisation"),
        (
            "arbetsorganisation:\n  text: A.\n  ordförande: {etikett: Ledare}\n",
            "/arbetsorganisation/ordförande",
        ),
        (
            "arbetsorganisation:\n  text: A.\n  mötesfrekvens: {etikett: Möten}\n",
            "/arbetsorganisation/mötesfrekvens",
        ),
    ],
)
def test_a_heading_without_text_is_found_once(lines: str, path: str) -> None:
    assert [(item.rule, item.path) for item in found(lines)] == [("F004", path)]


@pytest.mark.parametrize(
    "lines",
    [
        "syfte: S.\n",
        "syfte: {rubrik: Syfte, text: S.}\n",
        "arbetsorganisation:\n  ordförande: {utses_av: gruppen}\n  mötesfrekvens: {minst: 1}\n",
        "tidplan:\n  poster: [{tid: maj, händelse: Start}]\n",
    ],
)
def test_a_section_that_says_something_is_good(lines: str) -> None:
    assert found(lines) == []
