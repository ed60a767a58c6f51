"""Findings, the checked files and the rules' titles in; the one value for formatters out."""

from collections.abc import Mapping
from dataclasses import dataclass

from uppdrag.findings.finding import Finding
from uppdrag.findings.summary import Summary
from uppdrag.source import Lines


@dataclass(frozen=True, slots=True)
class Report:
    """What a check found, and all that a formatter may tell of it.

    ``files`` are the names of all files that were checked, also of those without findings.
    ``titles`` holds the Swedish title of each rule by its id. ``lines`` holds the files by the
    name that the findings use; a finding whose file is not there is told without its line.
    """

    findings: tuple[Finding, ...]
    files: tuple[str, ...]
    titles: Mapping[str, str]
    lines: Mapping[str, Lines]

    @property
    def summary(self) -> Summary:
        """How many findings of each severity there are."""
        return Summary.of(self.findings, len(self.files))
