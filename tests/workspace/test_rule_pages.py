"""Each rule is known by its page, however its number is written."""

import pytest

from uppdrag.findings import UppdragError
from uppdrag.rules import RULES
from uppdrag.workspace.rule_pages import all_rules, known_rule, page, titles


def test_the_rules_that_have_a_page_are_the_rules_there_are() -> None:
    assert all_rules() == tuple(RULES)


def test_every_rule_has_a_title() -> None:
    found = titles([*RULES, "X999"])
    assert list(found) == list(RULES)
    assert found["T003"] == "Intervall skrivs med tankstreck"


def test_the_number_may_be_written_in_small_letters() -> None:
    assert page(" t003") == page("T003")


@pytest.mark.parametrize(
    ("written", "part"),
    [
        ("T0003", "Regeln ”T0003” finns inte. Menade du T003?"),
        ("T03", "Menade du T013 eller T003?"),
        ("../../README", "Se uppdrag explain --list."),
        ("", "Regeln ”” finns inte."),
    ],
)
def test_a_rule_that_does_not_exist_is_refused(written: str, part: str) -> None:
    with pytest.raises(UppdragError) as caught:
        known_rule(written)
    assert part in str(caught.value)
