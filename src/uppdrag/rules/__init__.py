"""A mandate and its source in; findings about what the mandate says out, rule by rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from uppdrag.findings import Finding, Severity
from uppdrag.model import Uppdragshandling
from uppdrag.rules.f004_tomt_avsnitt import empty_section
from uppdrag.rules.l001_lankens_adress import address_leads_somewhere
from uppdrag.rules.m001_tal_i_fel_ordning import numbers_in_order
from uppdrag.rules.t001_marken_ur_word import marks_without_meaning
from uppdrag.source import Source, pointer

Rule: TypeAlias = Callable[[Uppdragshandling, Source], Iterator[Finding]]

RULES: tuple[Rule, ...] = (
    empty_section,
    numbers_in_order,
    address_leads_somewhere,
    marks_without_meaning,
)

EXCUSABLE = frozenset({"F001", "F002", "F004", "L001", "M001", "T001"})
"""The rules that a document can be excused from, with a reason; F001 and F002 are the schema's."""


def findings(handling: Uppdragshandling, source: Source) -> Iterator[Finding]:
    """Yield what every rule finds in a mandate."""
    for rule in RULES:
        yield from rule(handling, source)
    yield from _excuses(handling, source)


def _excuses(handling: Uppdragshandling, source: Source) -> Iterator[Finding]:
    """Yield a finding for each excuse from a rule that does not exist or cannot be excused."""
    for index, excuse in enumerate(handling.undantag):
        if excuse.regel not in EXCUSABLE:
            path = ("undantag", index, "regel")
            known = ", ".join(sorted(EXCUSABLE))
            yield Finding.at(
                source,
                "S014",
                Severity.ERROR,
                f"Regeln {excuse.regel} finns inte eller kan inte undantas. Undantas kan: {known}.",
                source.range_of(path),
                path=pointer(path),
            )
