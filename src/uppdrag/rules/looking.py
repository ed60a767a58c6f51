"""A subject, a meeting note or a register in; what every rule that applies finds there out."""

from __future__ import annotations

from collections.abc import Iterator

from uppdrag.findings import Finding, Severity
from uppdrag.register import Register
from uppdrag.rules.catalogue import RULES
from uppdrag.rules.data import RuleData
from uppdrag.rules.rule import Reach, Rule
from uppdrag.rules.subject import Remark, Subject
from uppdrag.source import Source, pointer


def findings(subject: Subject) -> Iterator[Finding]:
    """Yield what every rule finds in one mandate."""
    for rule in RULES.values():
        if rule.look is not None:
            for remark in rule.look(subject):
                yield _finding(subject.source, rule, rule.weight(subject.handling.status), remark)


def in_note(source: Source, data: RuleData) -> Iterator[Finding]:
    """Yield what the rules find that look at the meeting note of a meeting plan."""
    for rule in RULES.values():
        if rule.in_note is not None:
            for remark in rule.in_note(source, data):
                yield _finding(source, rule, rule.severity, remark)


def across(register: Register, data: RuleData, reach: Reach) -> Iterator[Finding]:
    """Yield what the rules find that look at all revisions of a group, or at all groups."""
    for rule in RULES.values():
        if rule.across is not None and rule.reach is reach:
            yield from rule.across(register, data)


def _finding(source: Source, rule: Rule, weight: Severity, remark: Remark) -> Finding:
    return Finding.at(
        source,
        rule.id,
        remark.severity or weight,
        remark.message,
        remark.range,
        path=pointer(remark.path),
        fix=remark.fix,
    )
