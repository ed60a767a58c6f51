"""Programs get the same changes as people, in the documented form."""

import json
import re
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from tests.compare.two_revisions import ROOT, comparisons, every_kind, real_pairs

from uppdrag.compare import Comparison
from uppdrag.render.revision.json import render, render_branch

SCHEMA = json.loads((ROOT / "schemas/jamforelse.schema.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)


def told(comparison: Comparison) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(render(comparison))
    return found


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_a_change_has_all_that_is_known_of_it() -> None:
    found = next(each for each in told(every_kind())["changes"] if each["new"] == "4–6")
    assert found == {
        "number": 12,
        "kind": "reworded",
        "path": "/arbetsorganisation/mötesfrekvens",
        "section": "Arbetsorganisation, Mötesfrekvens",
        "subject": "Mötesfrekvens",
        "old": "4–8",
        "new": "4–6",
        "before": "",
        "after": "gånger per år",
        "what": "",
        "saklig": True,
        "matter": "limit",
        "printed": True,
        "by": None,
        "conflict": None,
    }


def test_both_sides_are_told() -> None:
    found = told(every_kind())
    assert found["old"] == {
        "namn": "gammal.yaml",
        "titel": "Uppdragshandling för rådet",
        "datum": "2026-01-01",
        "diarienummer": "RS 2026-00001",
        "status": "beslutad",
        "beslut": "2026-01-02, Kim Exempelsson, Direktör",
    }
    assert found["new"]["status"] == "utkast"
    assert found["new"]["beslut"] is None


def test_changes_of_substance_come_first_and_numbers_tell_the_reading_order() -> None:
    changes = told(every_kind())["changes"]
    substance = [change["saklig"] for change in changes]
    assert substance == sorted(substance, reverse=True)
    assert sorted(change["number"] for change in changes) == list(range(1, len(changes) + 1))
    assert [change["number"] for change in changes] != sorted(c["number"] for c in changes)


def test_the_page_shows_what_the_program_says() -> None:
    page = (ROOT / "docs/jamforelse.md").read_text(encoding="utf-8")
    example = re.search(r"```json\n(.*?)```", page, re.DOTALL)
    assert example
    shown = json.loads(example[1])
    VALIDATOR.validate(shown)
    real = told(real_pairs()[1])
    folder = "mandates/vvg/"
    assert {**shown["old"], "namn": ""} == {**real["old"], "namn": ""}
    assert {**shown["new"], "namn": ""} == {**real["new"], "namn": ""}
    assert shown["old"]["namn"] == folder + real["old"]["namn"]
    [change] = shown["changes"]
    assert change in real["changes"]


@given(comparisons(st.text(min_size=1, max_size=40).filter(str.strip)))
def test_the_output_keeps_to_the_schema(comparison: Comparison) -> None:
    VALIDATOR.validate(told(comparison))
    VALIDATOR.validate(json.loads(render_branch([comparison, comparison], ["Not."])))
    counts = told(comparison)["counts"]
    assert counts == comparison.counts
    kinds = {key: number for key, number in counts.items() if key not in {"total", "saklig"}}
    assert sum(kinds.values()) == counts["total"] == len(comparison.changes)


def test_a_terminal_obeys_nothing_in_it() -> None:
    assert "\x1b" not in render(every_kind())
    assert render(every_kind()).endswith("}\n")


def test_a_branch_has_its_comparisons_and_notes() -> None:
    pairs = real_pairs()
    found = json.loads(render_branch(pairs, ["a.yaml är ny."]))
    assert found == {"comparisons": [told(pair) for pair in pairs], "notes": ["a.yaml är ny."]}
