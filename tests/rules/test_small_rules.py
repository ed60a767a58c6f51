"""The small rules: what each finds, where, and what it leaves alone."""

from pathlib import Path

import pytest

from uppdrag.workspace.checking import check, held_to
from uppdrag.workspace.mandates import MandateFile
from uppdrag.workspace.resources import Folder

SMALL = {"L001", "M001", "S014", "T001"}
HEAD = "format: 1\ntyp: samverkansorgan\nstatus: utkast\ntitel: T\n"


def found(lines: str) -> list[tuple[str, str]]:
    """Return the rule of each finding, and the words that it stands at."""
    file = MandateFile(None, "h.yaml", "grupp/h")
    told = check((HEAD + lines).encode("utf-8"), file, held_to(Folder(Path("ingen")))).told
    return [(item.rule, item.words) for item in told if item.rule in SMALL]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("arbetsorganisation:\n  mötesfrekvens: {minst: 9, högst: 8}\n", ("M001", "9")),
        ("syfte: |\n  Åäö\n  • ett\n", ("T001", "•")),
        ("syfte: |\n  # Rubrik\n", ("T001", "#")),
        ("syfte: |\n  Se [rutinen](www.exempel.se).\n", ("L001", "www.exempel.se")),
        ("syfte: |\n  Se [rutinen]().\n", ("L001", "]()")),
        ("syfte: 'Se [rutinen](#).'\n", ("L001", "#")),
        (
            "undantag: [{regel: S005, motivering: Det är bra ändå.}]\nsyfte: S\n",
            ("S014", "S005"),
        ),
    ],
)
def test_each_fault_is_found_at_its_words(lines: str, expected: tuple[str, str]) -> None:
    assert found(lines) == [expected]


def test_a_list_in_folded_text_is_found() -> None:
    assert [rule for rule, _ in found("syfte: >\n  Rådet ska\n\n  - ett\n  - två\n")] == ["T001"]


@pytest.mark.parametrize(
    "lines",
    [
        "arbetsorganisation:\n  mötesfrekvens: {minst: 8, högst: 8}\n",
        "syfte: |\n  - ett\n  - två · tre\n\n  #14 är klart – i tid.\n",
        "syfte: >\n  Rådet ska samordna - och följa upp - arbetet.\n",
        "syfte: |\n  [a](https://exempel.se), [b](mailto:x@exempel.se) och [c](tel:+4631000000).\n",
        "undantag: [{regel: F002, motivering: Beslutet finns på papper.}]\nsyfte: S\n",
    ],
)
def test_what_is_right_is_left_alone(lines: str) -> None:
    assert found(lines) == []
