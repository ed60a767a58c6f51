"""What a check finds in the documents that the project began with, each at its exact place."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.end_to_end.test_every_word import REAL

from uppdrag.findings import Severity
from uppdrag.workspace.checking import Checked
from uppdrag.workspace.importing import import_file

SAMORDNINGSGRUPP = """
13:9 B003 Karin Looström Muth
59:31 F003 deltagare
62:14 T004 Adjungerande
66:46 L006 1777
66:69 T005 NKK
66:78 T005 RCC
68:19 B006 Primärvårdsrådet
74:11 T003 6 – 10
77:17 M003 två- fyra gånger per år
77:17 T003 två- fyra
82:5 T002 Samordningsgrupp primärvårdsråd är …
88:64 L004 https://vgregion.se
91:89 T005 SOR
107:33 B006 samordningsgrupp primärvård
"""

SAMORDNINGSRAD = """
11:65 B008 reviderad
22:23 B002 hälso- och sjukvårdsutvecklingsdirektören
27:73 T009 lagen om valfrihet
50:44 T010 forsknings
62:14 T004 Adjungerande
106:50 L002 vregion.se
106:63 L004 https://vregion.se
106:71 L002 vregion.se
112:5 B005 koncernledning hälso- och sjukvård
114:91 D001 RS 2024 – 00370
135:13 B007 (ifylls av beslutsfattaren vid godkännande)
138:12 B001 Hälso- och sjukvårdsdirektör
"""

ERRORS = {"L002", "B007", "B001"}
_LONGEST = 60


@pytest.mark.parametrize(
    ("path", "expected"),
    [(REAL[0], SAMORDNINGSGRUPP), (REAL[1], SAMORDNINGSRAD)],
    ids=["samordningsgrupp", "samordningsrad"],
)
def test_every_warning_is_one_that_a_registrar_would_make_and_stands_at_its_words(
    path: Path, expected: str, checked: Callable[[str], Checked]
):
    if not path.is_file():
        pytest.skip("handlingarna som projektet utgick från finns inte här")
    mandate = checked(import_file(path.read_bytes(), path.name).yaml)
    told = [item for item in mandate.told if item.severity is not Severity.INFO]

    lines = [f"{item.line}:{item.column} {item.rule} {_short(item.words)}" for item in told]
    assert lines == expected.split("\n")[1:-1]
    assert {item.rule for item in told if item.severity is Severity.ERROR} == (
        ERRORS if path is REAL[1] else set()
    )


def _short(words: str) -> str:
    """Return the words on one line, of a whole paragraph only the first."""
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST else f"{' '.join(line.split()[:3])} …"
