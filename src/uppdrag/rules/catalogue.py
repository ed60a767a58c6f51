"""Nothing in; every rule there is, by number, out: the one place where a rule is registered."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from uppdrag.findings import Severity
from uppdrag.rules.f004_tomt_avsnitt import empty_section
from uppdrag.rules.l001_lankens_adress import address_leads_somewhere
from uppdrag.rules.m001_tal_i_fel_ordning import numbers_in_order
from uppdrag.rules.rule import Reach, Rule
from uppdrag.rules.t001_marken_ur_word import marks_without_meaning
from uppdrag.source import Rule as Defects

_ERROR, _WARNING, _INFO = Severity.ERROR, Severity.WARNING, Severity.INFO

BINDING = ("Y", "S")
"""Families of rules that nothing excuses: what they find cannot be read, or cannot be printed."""

_READING = (
    Rule("Y000", _ERROR),
    *(Rule(defect.value, _WARNING if defect is Defects.COMMENT else _ERROR) for defect in Defects),
    *(Rule(f"S{number:03}", _ERROR) for number in range(1, 8)),
    *(Rule(f"S{number:03}", _ERROR) for number in range(10, 15)),
    Rule("S015", _WARNING),
    Rule("F001", _ERROR, in_draft=_WARNING),
    Rule("F002", _ERROR),
    Rule("I001", _WARNING),
    Rule("I002", _WARNING),
)
"""Found by reading the file, by its schema, by its limits on paper, or by the import."""

_LOOKING = (
    Rule("F004", _ERROR, empty_section),
    Rule("L001", _WARNING, address_leads_somewhere),
    Rule("M001", _ERROR, numbers_in_order),
    Rule("T001", _WARNING, marks_without_meaning),
)
"""Found by looking at a mandate, or at many."""

RULES: Mapping[str, Rule] = MappingProxyType(
    {rule.id: rule for rule in sorted((*_READING, *_LOOKING), key=lambda rule: rule.id)}
)

UNTRIED_ALONE = frozenset(rule.id for rule in RULES.values() if rule.reach is not Reach.FILE)
"""Rules that have not looked when one file is seen alone."""


def is_excusable(rule: str) -> bool:
    """Tell whether a document can be excused from a rule, with a reason."""
    return rule in RULES and RULES[rule].family not in (*BINDING, "I")
