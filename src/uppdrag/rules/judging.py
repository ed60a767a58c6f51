"""Findings, a document's excuses and a folder's weights in; what remains to be told out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from uppdrag.findings import Finding, Severity
from uppdrag.model import Uppdragshandling
from uppdrag.rules.catalogue import BINDING, RULES, is_excusable
from uppdrag.source import Source, pointer

UNNEEDED = "S015"
"""The rule that an excuse excuses something."""


@dataclass(frozen=True, slots=True)
class Excuse:
    """A rule that a document is excused from, and what to tell if it excuses nothing."""

    rule: str
    unneeded: Finding


@dataclass(frozen=True, slots=True)
class Verdict:
    """What remains to be told, and how many findings a stated reason excuses."""

    findings: tuple[Finding, ...]
    excused: int = 0


def excuses(handling: Uppdragshandling, source: Source) -> tuple[Excuse, ...]:
    """Return the excuses of a mandate that name a rule that can be excused."""
    return tuple(
        Excuse(excuse.regel, _unneeded(source, index, excuse.regel))
        for index, excuse in enumerate(handling.undantag)
        if is_excusable(excuse.regel)
    )


def misplaced_excuses(handling: Uppdragshandling, source: Source) -> Iterator[Finding]:
    """Yield a finding for each excuse from a rule that does not exist or cannot be excused."""
    for index, excuse in enumerate(handling.undantag):
        rule = excuse.regel
        if is_excusable(rule):
            continue
        path = ("undantag", index, "regel")
        if rule in RULES:
            what = f"Regeln {rule} kan inte undantas: den gäller sådant som inte går att läsa"
            what += " eller trycka."
        else:
            what = f"Regeln {rule} finns inte."
        advice = "Rätta det som regeln hittar, eller ta bort undantaget."
        yield Finding.at(
            source,
            "S014",
            Severity.ERROR,
            f"{what} {advice}",
            source.range_of(path),
            path=pointer(path),
        )


def judge(
    found: Iterable[Finding],
    excused: Iterable[Excuse],
    weights: Mapping[str, Severity | None],
    untried: Collection[str] = (),
) -> Verdict:
    """Return the findings of one file without the excused, in the folder's weights.

    `untried` names rules that have not looked (they need more files): whether an excuse from one
    is needed is not known then. Families Y and S keep their weight.
    """
    findings = tuple(found)
    hit = {finding.rule for finding in findings}
    rules = {excuse.rule for excuse in excused}
    kept = [finding for finding in findings if finding.rule not in rules]
    unneeded = (
        excuse.unneeded
        for excuse in excused
        if excuse.rule not in hit and excuse.rule not in untried
    )
    weighed = (_weighed(finding, weights) for finding in (*kept, *unneeded))
    return Verdict(tuple(filter(None, weighed)), len(findings) - len(kept))


def _weighed(finding: Finding, weights: Mapping[str, Severity | None]) -> Finding | None:
    if finding.rule.startswith(BINDING) or finding.rule not in weights:
        return finding
    weight = weights[finding.rule]
    return None if weight is None else replace(finding, severity=weight)


def _unneeded(source: Source, index: int, rule: str) -> Finding:
    path = ("undantag", index, "regel")
    message = f"Undantaget från {rule} behövs inte: regeln hittar inget här. Ta bort undantaget."
    return Finding.at(
        source, UNNEEDED, Severity.WARNING, message, source.range_of(path), path=pointer(path)
    )
