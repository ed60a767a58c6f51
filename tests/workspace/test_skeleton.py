"""The skeleton of each type is a draft that passes the check and explains its parts."""

from pathlib import Path

import pytest

from uppdrag.document import compose
from uppdrag.document.text import lines
from uppdrag.findings import Severity
from uppdrag.model import Typ, read
from uppdrag.schema import load_schema, prune, validate
from uppdrag.source import load
from uppdrag.workspace.skeleton import Start, skeleton

ROOT = Path(__file__).resolve().parents[2]
SCHEMA = load_schema(
    (ROOT / "schemas" / "uppdragshandling.schema.json").read_text(encoding="utf-8"), "schemat"
)


@pytest.mark.parametrize("typ", list(Typ))
def test_a_skeleton_is_a_draft_without_errors(typ: Typ) -> None:
    start = Start(typ, "Uppdrag: prövning #1", "Grupp: ny", "2026-11-22", ("Regionen",))
    text = skeleton(start, SCHEMA.content)
    source = load(text, "ny.yaml")
    assert source.defects == ()
    data = source.data()
    assert isinstance(data, dict)
    found = list(validate(source, prune(data), SCHEMA))
    assert [item for item in found if item.severity is Severity.ERROR] == []
    printed = list(lines(compose(read(data))))
    assert "Uppdrag: prövning #1" in printed
    assert "Utkast" in " ".join(printed)
    assert all(len(line) <= 100 for line in text.splitlines())


def test_the_help_in_the_skeleton_is_the_schemas_own() -> None:
    start = Start(Typ.PROJEKTUPPDRAG, "T", "G", "2026-11-22", ("Regionen",))
    text = " ".join(skeleton(start, SCHEMA.content).replace("\n# ", " ").split())
    assert SCHEMA.content["properties"]["ansvarsområde"]["description"] in text
