"""Findings, a document's excuses and a folder's weights in; what remains to be told out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from uppdrag.findings import BINDING, Finding, Severity
from uppdrag.model import Undantag
from uppdrag.rules.catalogue import GUARDS, RULES, is_excusable
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


def excuses(undantag: Sequence[Undantag], source: Source) -> tuple[Excuse, ...]:
    """Return the excuses of a file, one for each rule that can be excused."""
    return tuple(
        Excuse(rule, _told(source, index, UNNEEDED, Severity.WARNING, _needless(rule)))
        for rule, (index, *_) in _by_rule(undantag).items()
        if is_excusable(rule)
    )


def misplaced_excuses(undantag: Sequence[Undantag], source: Source) -> Iterator[Finding]:
    """Yield a finding for each excuse that cannot hold, and each but the first from one rule."""
    for rule, (first, *others) in _by_rule(undantag).items():
        if not is_excusable(rule):
            for index in (first, *others):
                yield _told(source, index, "S014", Severity.ERROR, _impossible(rule))
            continue
        line = source.lines.line(source.range_of(_path(first)).start)
        for index in others:
            message = f"Regeln {rule} är redan undantagen på rad {line}. Behåll ett av undantagen."
            yield _told(source, index, UNNEEDED, Severity.WARNING, message)


def judge(
    found: Iterable[Finding],
    excused: Iterable[Excuse],
    weights: Mapping[str, Severity | None],
    untried: Collection[str] = (),
) -> Verdict:
    """Return the findings of one file without the excused, in the folder's weights.

    A weight of None is a rule that is off. `untried` names rules that have not looked (they need
    more files): whether an excuse from one is needed is not known, nor from one that is off.
    """
    off = {rule for rule, weight in weights.items() if weight is None and is_excusable(rule)}
    findings = [finding for finding in found if finding.rule not in off]
    excused = tuple(excused)
    rules = {excuse.rule for excuse in excused}
    kept = [finding for finding in findings if finding.rule not in rules]
    silent = {finding.rule for finding in findings} | off | set(untried)
    unneeded = [excuse.unneeded for excuse in excused if excuse.rule not in silent]
    weighed = tuple(_weighed(finding, weights) for finding in (*kept, *unneeded))
    return Verdict(weighed, len(findings) - len(kept))


def _weighed(finding: Finding, weights: Mapping[str, Severity | None]) -> Finding:
    """Return a finding in its weight; no folder settles what rules weigh that bind."""
    weight = weights.get(finding.rule)
    if weight is None or weight is finding.severity or not is_excusable(finding.rule):
        return finding
    return replace(finding, severity=weight)


def _by_rule(undantag: Sequence[Undantag]) -> Mapping[str, list[int]]:
    """Return where among the excuses each rule stands."""
    found: dict[str, list[int]] = {}
    for index, excuse in enumerate(undantag):
        found.setdefault(excuse.regel, []).append(index)
    return found


def _needless(rule: str) -> str:
    return f"Undantaget från {rule} behövs inte: regeln hittar inget här. Ta bort undantaget."


def _impossible(rule: str) -> str:
    if rule not in RULES:
        fault = "finns inte"
    elif rule.startswith(BINDING):
        fault = "kan inte undantas: den gäller sådant som inte går att läsa eller trycka"
    elif rule in GUARDS:
        fault = "kan inte undantas: den vakar över det som är beslutat"
    else:
        fault = "kan inte undantas: den gäller bara importen"
    return f"Regeln {rule} {fault}. Rätta det som regeln hittar, eller ta bort undantaget."


def _told(source: Source, index: int, rule: str, severity: Severity, message: str) -> Finding:
    path = _path(index)
    return Finding.at(source, rule, severity, message, source.range_of(path), path=pointer(path))


def _path(index: int) -> tuple[str | int, ...]:
    return ("undantag", index, "regel")
