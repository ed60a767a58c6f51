"""A subject, or a register, in; what every rule that applies finds there out."""

from __future__ import annotations

from collections.abc import Iterator

from uppdrag.findings import Finding
from uppdrag.register import Register
from uppdrag.rules.catalogue import RULES
from uppdrag.rules.data import RuleData
from uppdrag.rules.rule import Reach, Rule
from uppdrag.rules.subject import Remark, Subject
from uppdrag.source import pointer


def findings(subject: Subject) -> Iterator[Finding]:
    """Yield what every rule finds in one mandate."""
    for rule in RULES.values():
        if rule.look is not None:
            for remark in rule.look(subject):
                yield _finding(subject, rule, remark)


def across(register: Register, data: RuleData, reach: Reach) -> Iterator[Finding]:
    """Yield what the rules find that look at all revisions of a group, or at all groups."""
    for rule in RULES.values():
        if rule.across is not None and rule.reach is reach:
            yield from rule.across(register, data)


def _finding(subject: Subject, rule: Rule, remark: Remark) -> Finding:
    return Finding.at(
        subject.source,
        rule.id,
        remark.severity or rule.weight(subject.handling.status),
        remark.message,
        remark.range,
        path=pointer(remark.path),
        fix=remark.fix,
    )
