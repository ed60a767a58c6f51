"""Paragraphs, and lines that were meant to be lines, in; the parts of a printed document out.

For formats that show a head, facts and a decision only as lines: what each is, is told by where it
stands, by labels in bold, and by what a label says.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from uppdrag.document.text import inline_text
from uppdrag.document.tree import (
    Block,
    Fact,
    Facts,
    Heading,
    Inlines,
    Letterhead,
    Paragraph,
    Role,
    Run,
    Signature,
)
from uppdrag.importing.decision import decision_date
from uppdrag.importing.people import is_role
from uppdrag.importing.printed.head import is_fact


@dataclass(frozen=True, slots=True)
class Rows:
    """Lines that are not one paragraph, though nothing stands between them."""

    rows: tuple[Inlines, ...]


Shown: TypeAlias = Block | Rows


def alike_blocks(found: Sequence[Shown]) -> Iterator[Block]:
    """Yield the blocks; what stands before the first section is the head."""
    title = next((at for at, block in enumerate(found) if _level(block) == 1), None)
    section = next((at for at, block in enumerate(found) if _level(block) > 1), len(found))
    for at, block in enumerate(found):
        rows = block.rows if isinstance(block, Rows) else ()
        if isinstance(block, Paragraph):
            rows = (block.inlines,)
        if not rows:
            assert not isinstance(block, Rows)  # noqa: S101 - it has rows
            yield block
        elif at < section:
            yield from _head(rows, at, title)
        elif len(rows) > 1 and decision_date(inline_text(rows[0])) is None and _label(rows[0]):
            yield Facts(tuple(_facts(rows)))
        elif len(rows) > 1 or decision_date(inline_text(rows[0])) is not None:
            yield Signature(tuple(_signature(rows)))
        else:
            yield Paragraph(rows[0], Role.LABELLED if _label(rows[0]) else Role.BODY)


def _level(block: Shown) -> int:
    return block.level if isinstance(block, Heading) else 0


def _head(rows: Sequence[Inlines], at: int, title: int | None) -> Iterator[Block]:
    label = _label(rows[0])
    if label and (len(rows) > 1 or is_fact(label, inline_text(rows[0][1:]).strip())):
        yield Facts(tuple(_facts(rows)))
    elif at == 0 and title:
        yield Letterhead(tuple(_letterhead(rows)))
    elif decision_date(inline_text(rows[0])) is not None:
        yield Signature(tuple(_signature(rows)))
    else:
        is_lead = title is not None and at > title
        yield from (Paragraph(row, Role.LEAD if is_lead else Role.BODY) for row in rows)


def _label(row: Inlines) -> str:
    """Return the label in bold that a line begins with, or ''."""
    first = row[0]
    is_label = first.bold and first.text.rstrip().endswith((":", "?")) and len(row) > 1
    return first.text.strip() if is_label else ""


def _facts(rows: Sequence[Inlines]) -> Iterator[Fact]:
    """Yield a fact for each label; a line without one is one more value."""
    label: Inlines = ()
    values: list[Inlines] = []
    for row in rows:
        if _label(row):
            if values:
                yield Fact(label, tuple(values))
            label, values = (Run(row[0].text.strip(), bold=True),), [_stripped(row[1:])]
        else:
            values.append(row)
    yield Fact(label, tuple(values))


def _letterhead(rows: Sequence[Inlines]) -> Iterator[Fact]:
    """Yield the type and the standing, in bold, then labelled facts, then the organisation."""
    held: list[Inlines] = []
    for row in rows:
        label, _, value = inline_text(row).partition(" ")
        is_labelled = bool(value) and not _is_bold(row) and is_fact(label, value)
        if held and (is_labelled or _is_bold(held[0]) is not _is_bold(row)):
            yield Fact((), tuple(held))
            held = []
        if is_labelled:
            yield Fact((Run(label),), ((Run(value),),))
        else:
            held.append(row)
    if held:
        yield Fact((), tuple(held))


def _is_bold(row: Inlines) -> bool:
    return all(run.bold for run in row)


def _signature(rows: Sequence[Inlines]) -> Iterator[Paragraph]:
    """Yield the day, then names and titles; a name comes first of those."""
    before: Role | None = None
    for at, row in enumerate(rows):
        if at == 0 and decision_date(inline_text(row)) is not None:
            yield Paragraph(row, Role.DECISION_DATE)
            continue
        is_title = before is Role.SIGNER_NAME or (before is None and is_role(inline_text(row)))
        before = Role.SIGNER_TITLE if is_title else Role.SIGNER_NAME
        yield Paragraph(row, before)


def _stripped(row: Inlines) -> Inlines:
    first, *rest = row
    return (Run(first.text.lstrip(), first.bold, first.italic, first.target), *rest)
