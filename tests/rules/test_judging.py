"""An excuse excuses its rule and is needed; a weight holds for rules that do not bind."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.working_folder import DECIDED, DRAFT, HYPHEN, ask, write

REASON = "Så heter blanketten."


def excuse(*rules: str) -> str:
    return "undantag:\n" + "".join(f"  - {{regel: {r}, motivering: {REASON}}}\n" for r in rules)


def check(folder: Path, text: str, *names: str, status: str | None = None) -> list[tuple[str, int]]:
    """Return the rule and the line of what is found in a file of that text."""
    write(folder, {"mandates/a/2026-01-02.yaml": text})
    return [(item.rule, item.line) for item in ask(folder, *names, status=status).findings]


def test_what_is_excused_is_not_told_but_counted(tmp_path: Path) -> None:
    write(tmp_path, {"mandates/a/2026-01-02.yaml": HYPHEN + excuse("T003")})
    answer = ask(tmp_path)
    assert (answer.findings, answer.excused) == ((), 1)


def test_an_excuse_that_excuses_nothing_is_told_of(tmp_path: Path) -> None:
    assert check(tmp_path, DRAFT + excuse("T003")) == [("S015", 9)]


def test_a_rule_that_does_not_exist_or_binds_cannot_be_excused(tmp_path: Path) -> None:
    found = check(tmp_path, DRAFT + excuse("T999", "S003", "R004", "I001", "T999"))
    assert found == [("S014", line) for line in range(9, 14)]


def test_the_second_excuse_from_a_rule_is_told_of_where_the_first_stands(tmp_path: Path) -> None:
    write(tmp_path, {"mandates/a/2026-01-02.yaml": HYPHEN + excuse("T003", "T003")})
    (found,) = ask(tmp_path).findings
    assert (found.rule, found.line, found.words) == ("S015", 10, "T003")
    assert found.message == ("Regeln T003 är redan undantagen på rad 9. Behåll ett av undantagen.")


def test_a_second_excuse_that_is_not_needed_either_is_told_of_twice(tmp_path: Path) -> None:
    assert check(tmp_path, DRAFT + excuse("T003", "T003")) == [("S015", 9), ("S015", 10)]


@pytest.mark.parametrize("rule", ["R001", "R002", "M002", "D002"])
def test_a_rule_that_has_not_looked_may_be_needed(tmp_path: Path, rule: str) -> None:
    write(tmp_path, {"ensam.yaml": DRAFT + excuse(rule)})
    assert ask(tmp_path, "ensam.yaml").findings == ()


def test_a_rule_that_looks_at_all_groups_has_not_looked_when_one_is_asked_about(
    tmp_path: Path,
) -> None:
    write(tmp_path, {"mandates/b/2026-01-02.yaml": DRAFT})
    text = DRAFT + excuse("D002", "R002")
    assert check(tmp_path, text, "a") == [("S015", 10)]
    assert check(tmp_path, text) == [("S015", 9), ("S015", 10)]


def test_an_excuse_from_a_rule_that_is_off_may_be_needed_when_it_is_on(tmp_path: Path) -> None:
    write(tmp_path, {"uppdrag.yaml": "format: 1\nregler: {T003: av}\n"})
    for text in (HYPHEN, DRAFT):
        write(tmp_path, {"mandates/a/2026-01-02.yaml": text + excuse("T003")})
        assert (ask(tmp_path).findings, ask(tmp_path).excused) == ((), 0)


def test_a_draft_may_be_excused_in_time_from_what_is_asked_of_a_decided_one(
    tmp_path: Path,
) -> None:
    text = DRAFT + excuse("F002")
    assert check(tmp_path, text) == []
    assert check(tmp_path, text, status="remiss") == []
    found = check(tmp_path, text, status="beslutad")
    assert "F002" not in {rule for rule, _ in found}
    assert "S015" not in {rule for rule, _ in found}


def test_a_decided_document_is_excused_only_from_what_is_found_in_it(tmp_path: Path) -> None:
    assert check(tmp_path, DECIDED + excuse("F002")) == [("S015", 15)]


def test_drafts_are_seen_as_decided_and_decided_ones_as_they_are(tmp_path: Path) -> None:
    write(tmp_path, {"mandates/b/2026-01-02.yaml": DECIDED})
    missing = check(tmp_path, DRAFT, "a", status="beslutad")
    assert {rule for rule, _ in missing} == {"F002"}
    assert check(tmp_path, DRAFT, "a") == []
    assert ask(tmp_path, "b", status="beslutad") == ask(tmp_path, "b")


@pytest.mark.parametrize("text", [HYPHEN, DRAFT])
def test_weights_are_no_matter_for_what_is_excused(tmp_path: Path, text: str) -> None:
    write(tmp_path, {"mandates/a/2026-01-02.yaml": text + excuse("T003")})
    before = ask(tmp_path)
    write(tmp_path, {"uppdrag.yaml": "format: 1\nregler: {T003: fel}\n"})
    assert ask(tmp_path).findings == before.findings
    assert ask(tmp_path).excused == before.excused
