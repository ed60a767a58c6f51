"""Findings in, how many of each severity out, as numbers and as a Swedish sentence."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from uppdrag.findings.finding import Finding, Severity


@dataclass(frozen=True, slots=True)
class Summary:
    """How many findings of each severity there are, in how many checked files."""

    files: int
    errors: int
    warnings: int
    infos: int

    @classmethod
    def of(cls, findings: Iterable[Finding], files: int) -> Self:
        """Count the findings in the files that were checked."""
        count = Counter(finding.severity for finding in findings)
        return cls(files, count[Severity.ERROR], count[Severity.WARNING], count[Severity.INFO])

    def sentence(self) -> str:
        """Return the count as a sentence such as ``1 fel och 2 varningar i 3 handlingar``."""
        counts = [
            _counted(number, one, many)
            for number, one, many in (
                (self.errors, "fel", "fel"),
                (self.warnings, "varning", "varningar"),
                (self.infos, "upplysning", "upplysningar"),
            )
            if number
        ]
        if not counts:
            return "Inga fel."
        *first, last = counts
        listed = f"{', '.join(first)} och {last}" if first else last
        return f"{listed} i {_counted(self.files, 'handling', 'handlingar')}."


def _counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
