"""What the formatters show: a mandate's report, and what it is compared with, in one value."""

from __future__ import annotations

from dataclasses import dataclass

from uppdrag.readability.compare import Comparison
from uppdrag.readability.report import Report


@dataclass(frozen=True, slots=True)
class Reading:
    """How one mandate reads; `earlier` names the file of the revision before it, where known."""

    file: str
    title: str
    report: Report
    earlier: str | None = None
    comparison: Comparison | None = None
