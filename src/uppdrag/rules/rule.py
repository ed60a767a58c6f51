"""What a rule is: its number, how much it weighs, and the function that finds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from uppdrag.findings import Finding, Severity
from uppdrag.model import Status
from uppdrag.register import Register
from uppdrag.rules.data import RuleData
from uppdrag.rules.subject import Remark, Subject
from uppdrag.source import Source

Look: TypeAlias = Callable[[Subject], Iterator[Remark]]
LookInNote: TypeAlias = Callable[[Source, RuleData], Iterator[Remark]]
Across: TypeAlias = Callable[[Register, RuleData], Iterator[Finding]]

DRAFTS = frozenset({Status.UTKAST, Status.REMISS})
"""Statuses in which a document is not decided yet."""


class Reach(Enum):
    """How much a rule must see: a file, a group's revisions, all groups, or what was before."""

    FILE = "file"
    GROUP = "group"
    FOLDER = "folder"
    HISTORY = "history"


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: registered once, with a page in `docs/regler/` and a folder in `tests/cases/`.

    `look` finds in one mandate, `in_note` in the meeting note of a meeting plan, `across` in the
    register of many. They are None where the finding comes out of the reading itself (families Y,
    S and I) or of the files' history. `in_draft` is what the finding weighs in a document that is
    not decided.
    """

    id: str
    severity: Severity
    look: Look | None = None
    in_draft: Severity | None = None
    across: Across | None = None
    in_note: LookInNote | None = None
    reach: Reach = Reach.FILE

    @property
    def family(self) -> str:
        """Return the letter that the rule's number begins with."""
        return self.id[0]

    def weight(self, status: Status) -> Severity:
        """Return what a finding of this rule weighs in a document of that status."""
        if self.in_draft is not None and status in DRAFTS:
            return self.in_draft
        return self.severity
