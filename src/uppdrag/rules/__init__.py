"""A mandate and its source in; findings about what the mandate says out, rule by rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from uppdrag.findings import Finding
from uppdrag.model import Uppdragshandling
from uppdrag.rules.f004_tomt_avsnitt import empty_section
from uppdrag.source import Source

Rule: TypeAlias = Callable[[Uppdragshandling, Source], Iterator[Finding]]

RULES: tuple[Rule, ...] = (empty_section,)


def findings(handling: Uppdragshandling, source: Source) -> Iterator[Finding]:
    """Yield what every rule finds in a mandate."""
    for rule in RULES:
        yield from rule(handling, source)
