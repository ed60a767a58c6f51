"""A mandate file's bytes in; its source, findings and, where it can be made, its mandate out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from uppdrag import rules
from uppdrag.document import compose
from uppdrag.document.tree import Document
from uppdrag.findings import Finding, Severity, in_order
from uppdrag.findings.refusal import explain_os_error
from uppdrag.model import Uppdragshandling, read
from uppdrag.render.limits import limits
from uppdrag.schema import Schema, prune, validate
from uppdrag.source import Source, load
from uppdrag.workspace.mandates import MandateFile

UNREADABLE = "Y000"
"""The rule that a file can be opened."""

BINDING = ("Y", "S")
"""Families of rules that nothing excuses: what they find cannot be read, or cannot be printed."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A file that has been read; `handling` and `document` are None when it cannot be made."""

    source: Source
    findings: tuple[Finding, ...]
    handling: Uppdragshandling | None = None
    document: Document | None = None


def check_file(file: MandateFile, schema: Schema) -> Checked:
    """Return what is wrong with a mandate file; one that cannot be read is a finding too."""
    try:
        content = file.read()
    except OSError as error:
        source = load("", file.name)
        message = explain_os_error(error)
        found = Finding(UNREADABLE, Severity.ERROR, message, file.name, 1, 1, 1, 1, "")
        return Checked(source, (found,))
    return check(content, file.name, schema)


def check(content: bytes, name: str, schema: Schema) -> Checked:
    """Return what is wrong with a mandate file, and the mandate where it can be made."""
    source = load(content, name)
    found = [Finding.from_defect(source, defect) for defect in source.defects]
    data = source.data()
    if not isinstance(data, dict):
        return Checked(source, in_order(found))
    pruned = prune(data)
    unread = [item for item in found if item.severity is Severity.ERROR]
    found.extend(
        item
        for item in validate(source, pruned, schema)
        if not any(_overlap(item, other) for other in unread)
    )
    if _binding_errors(found):
        return Checked(source, in_order(found))
    handling = read(pruned.data)
    document = compose(handling)
    found.extend(limits(source, document))
    found.extend(rules.findings(handling, source))
    excused = {item.regel for item in handling.undantag}
    kept = [item for item in found if item.rule not in excused or item.rule.startswith(BINDING)]
    if _binding_errors(kept):
        return Checked(source, in_order(kept))
    return Checked(source, in_order(kept), handling, document)


def _overlap(one: Finding, other: Finding) -> bool:
    """Tell whether two findings share a character: the later one is then of the same cause."""
    return (one.line, one.column) <= (other.end_line, other.end_column) and (
        other.line,
        other.column,
    ) <= (one.end_line, one.end_column)


def _binding_errors(found: Iterable[Finding]) -> bool:
    return any(item.severity is Severity.ERROR and item.rule.startswith(BINDING) for item in found)
