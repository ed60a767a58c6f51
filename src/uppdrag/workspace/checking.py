"""A mandate file's bytes in; its source, findings and, where it can be made, its mandate out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from uppdrag import rules
from uppdrag.document import compose
from uppdrag.document.tree import Document
from uppdrag.findings import Finding, Severity, in_order
from uppdrag.findings.refusal import explain_os_error
from uppdrag.model import Status, Undantag, Uppdragshandling, read
from uppdrag.register import Card, Plan, card, plan
from uppdrag.render.limits import limits
from uppdrag.rules import BINDING, Excuse, RuleData
from uppdrag.rules.judging import misplaced_excuses
from uppdrag.rules.rule import DRAFTS
from uppdrag.rules.subject import Subject
from uppdrag.schema import Schema, prune, validate
from uppdrag.source import Source, load
from uppdrag.workspace.mandates import MandateFile
from uppdrag.workspace.resources import Folder
from uppdrag.workspace.schemas import mandate_schema, plan_schema
from uppdrag.workspace.settings import Settings, load_rule_data, load_settings

UNREADABLE = "Y000"
"""The rule that a file can be opened."""

_UNDECIDED = frozenset({"utkast", "remiss"})


@dataclass(frozen=True, slots=True)
class Held:
    """What files are held to: the schema, the rules' data, and perhaps a status to come.

    `status` is what a draft is looked at as (`--as beslutad`).
    """

    schema: Schema
    data: RuleData
    settings: Settings = field(default_factory=Settings)
    status: str | None = None


@dataclass(frozen=True, slots=True)
class Checked:
    """A file that has been read; `handling` and `document` are None when it cannot be made.

    `findings` is everything, before what is excused is left out; `told` is without it.
    """

    source: Source
    findings: tuple[Finding, ...]
    told: tuple[Finding, ...]
    handling: Uppdragshandling | None = None
    document: Document | None = None
    excuses: tuple[Excuse, ...] = ()
    card: Card | Plan | None = None


def held_to(folder: Folder, status: str | None = None) -> Held:
    """Return what the mandates of a folder are held to.

    Raises `UppdragError` when one of the folder's own files is broken.
    """
    return Held(mandate_schema(folder), load_rule_data(folder), load_settings(folder), status)


def check_file(file: MandateFile, held: Held) -> Checked:
    """Return what is wrong with a mandate file; one that cannot be read is a finding too."""
    try:
        content = file.read()
    except OSError as error:
        found = (unreadable(file.name, explain_os_error(error)),)
        return Checked(load("", file.name), found, found)
    return check(content, file, held)


def unreadable(name: str, message: str) -> Finding:
    """Return the finding that a file cannot be opened."""
    return Finding(UNREADABLE, Severity.ERROR, message, name, 1, 1, 1, 1, "")


def check(content: bytes, file: MandateFile, held: Held) -> Checked:
    """Return what is wrong with a mandate's text, and the mandate where it can be made."""
    source = load(content, file.name)
    if file.is_plan:
        return _check_plan(source, file, held)
    data, found = _read(source, held.schema, held.status)
    if data is None:
        return _unmade(source, found)
    handling = read(data)
    document = compose(handling)
    found.extend(limits(source, document))
    found.extend(misplaced_excuses(handling.undantag, source))
    found.extend(rules.findings(Subject(handling, source, document, held.data)))
    if _binding_errors(found):
        return _unmade(source, found)
    excuses = rules.excuses(handling.undantag, source)
    if handling.status in DRAFTS:
        as_decided = replace(held, status=Status.BESLUTAD.value)
        excuses = _not_early(excuses, found, lambda: check(content, file, as_decided))
    told = rules.judge(found, excuses, held.settings.weights, rules.UNTRIED_ALONE).findings
    made = card(handling, source, file.group, file.date)
    ordered = in_order(found)
    return Checked(source, ordered, in_order(told), handling, document, excuses, made)


def _not_early(
    excuses: tuple[Excuse, ...], found: Iterable[Finding], as_decided: Callable[[], Checked]
) -> tuple[Excuse, ...]:
    """Return a draft's excuses but those that it will not need before it is decided."""
    hit = {finding.rule for finding in found}
    if all(excuse.rule in hit for excuse in excuses):
        return excuses
    later = {finding.rule for finding in as_decided().findings}
    return tuple(item for item in excuses if item.rule in hit or item.rule not in later)


def _check_plan(source: Source, file: MandateFile, held: Held) -> Checked:
    """Return what is wrong with a meeting plan's text, and the plan where it can be read."""
    data, found = _read(source, plan_schema())
    if data is None:
        return _unmade(source, found)
    undantag = [Undantag(item["regel"], item["motivering"]) for item in data.get("undantag", ())]
    found.extend(misplaced_excuses(undantag, source))
    found.extend(rules.in_note(source, held.data))
    if _binding_errors(found):
        return _unmade(source, found)
    excuses = rules.excuses(undantag, source)
    told = rules.judge(found, excuses, held.settings.weights, rules.UNTRIED_ALONE).findings
    made = plan(source, file.group)
    return Checked(source, in_order(found), in_order(told), excuses=excuses, card=made)


def _read(
    source: Source, schema: Schema, status: str | None = None
) -> tuple[dict[str, Any] | None, list[Finding]]:
    """Return a file's data, and what is wrong with its text and form; no data where that binds.

    A draft's `status` is the one given.
    """
    found = [Finding.from_defect(source, defect) for defect in source.defects]
    data = source.data()
    if not isinstance(data, dict):
        return None, found
    pruned = prune(data)
    if status is not None and pruned.data.get("status") in _UNDECIDED:
        pruned.data["status"] = status
    unread = [item for item in found if item.severity is Severity.ERROR]
    found.extend(
        item
        for item in validate(source, pruned, schema)
        if not any(_overlap(item, other) for other in unread)
    )
    return None if _binding_errors(found) else pruned.data, found


def _unmade(source: Source, found: Iterable[Finding]) -> Checked:
    ordered = in_order(found)
    return Checked(source, ordered, ordered)


def _overlap(one: Finding, other: Finding) -> bool:
    """Tell whether two findings share a character: the later one is then of the same cause."""
    return (one.line, one.column) <= (other.end_line, other.end_column) and (
        other.line,
        other.column,
    ) <= (one.end_line, one.end_column)


def _binding_errors(found: Iterable[Finding]) -> bool:
    return any(item.severity is Severity.ERROR and item.rule.startswith(BINDING) for item in found)
