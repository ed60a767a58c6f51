"""What paper cannot carry is refused at its place in the YAML."""

import pytest

from uppdrag.document import compose
from uppdrag.findings import Finding
from uppdrag.model import read
from uppdrag.render.limits import limits
from uppdrag.schema import prune
from uppdrag.source import load

HEAD = "format: 1\ntyp: samverkansorgan\nstatus: utkast\ntitel: T\n"


def found(lines: str) -> list[tuple[str, int, int, int]]:
    source = load(HEAD + lines, "h.yaml")
    data = source.data()
    assert isinstance(data, dict)
    document = compose(read(prune(data).data))
    return [_place(item) for item in limits(source, document)]


def _place(item: Finding) -> tuple[str, int, int, int]:
    return item.rule, item.line, item.column, item.end_column


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("grupp: åäö \N{PARTY POPPER} x\n", ("S010", 5, 12, 13)),
        ("syfte: |\n  Å ä.\n\n  Ett \N{HEBREW LETTER ALEF} b.\n", ("S010", 8, 7, 8)),
        ('grupp: "a\\U0001F389b"\n', ("S010", 5, 10, 20)),
        ("syfte: >\n  " + "a" * 1001 + "\n", ("S012", 6, 3, 1004)),
        ("syfte: |\n  - a\n    - b\n      - c\n        - d\n", ("S011", 9, 9, 12)),
        ("syfte: |\n  " + "|a" * 64 + "|\n  " + "|-" * 64 + "|\n", ("S013", 6, 3, 132)),
    ],
)
def test_the_finding_stands_at_the_characters(
    lines: str, expected: tuple[str, int, int, int]
) -> None:
    assert found(lines) == [expected]


def test_a_character_is_reported_once_in_a_value_but_in_every_value() -> None:
    party = "\N{PARTY POPPER}"
    assert len(found(f"grupp: {party}{party}\nsyfte: {party}\n")) == 2


def test_what_is_not_printed_may_hold_anything() -> None:
    assert found("kortnamn: [\N{PARTY POPPER}]\n# \N{PARTY POPPER}\n") == []


def test_common_typography_can_be_printed() -> None:
    assert found("syfte: ÅÄÖ åäö é ü ” ’ – — … § % € ½ → • ≤ ≥ ± × · \u00a0 K\u0151\n") == []
