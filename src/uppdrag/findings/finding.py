"""A rule, a place in a source and a message in, one frozen value out: what can be wrong."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Iterable

    from uppdrag.source import Defect, Range, Source

BINDING = ("Y", "S")
"""Families of rules that nothing excuses: what they find cannot be read, or cannot be printed."""


class Severity(StrEnum):
    """How much a finding weighs: only an error makes a run end with exit code 1."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong, where, and what to do instead, in Swedish.

    Lines and columns count from 1, columns in code points; the end is exclusive. ``path`` is the
    JSON Pointer (RFC 6901) of the value, empty for the whole file. ``words`` are the characters
    of the file that the range covers; ``fix`` is what may take their place, where that is
    mechanical.
    """

    rule: str
    severity: Severity
    message: str
    file: str
    line: int
    column: int
    end_line: int
    end_column: int
    path: str
    words: str = ""
    fix: str | None = None

    @classmethod
    def at(
        cls,
        source: Source,
        rule: str,
        severity: Severity,
        message: str,
        range: Range,  # noqa: A002  the word of the source package
        *,
        path: str = "",
        fix: str | None = None,
    ) -> Self:
        """Return the finding about a range of offsets in a source."""
        start, end = source.lines.position(range.start), source.lines.position(range.end)
        return cls(
            rule=rule,
            severity=severity,
            message=message,
            file=source.name,
            line=start.line,
            column=start.column,
            end_line=end.line,
            end_column=end.column,
            path=path,
            words=source.text[range.start : range.end],
            fix=fix,
        )

    @classmethod
    def from_defect(cls, source: Source, defect: Defect) -> Self:
        """Return the finding that tells of a defect found while reading the source."""
        severity = Severity(defect.severity)
        return cls.at(source, defect.rule.value, severity, defect.message, defect.range)


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings by file, line, column and rule, then by everything else they say."""
    return tuple(sorted(findings, key=_order))


def _order(finding: Finding) -> tuple[object, ...]:
    return (
        finding.file,
        finding.line,
        finding.column,
        finding.rule,
        finding.severity,
        finding.message,
        finding.end_line,
        finding.end_column,
        finding.path,
        finding.words,
        finding.fix or "",
    )
