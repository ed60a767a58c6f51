"""A document tree and a theme in; the JSON that the Typst template reads out.

The template reads it with `json(bytes(sys.inputs.…))`: nothing of it is ever template text. Every
block is an object with a `kind`; what is not set is left out. Lengths are the theme's own.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from datetime import date
from typing import TypeAlias

from uppdrag.document.text import inline_text
from uppdrag.document.tree import (
    Block,
    Document,
    Fact,
    Facts,
    Heading,
    Inlines,
    Letterhead,
    ListBlock,
    Metadata,
    Note,
    Paragraph,
    Role,
    Row,
    Run,
    Signature,
    Table,
)
from uppdrag.render.theme import Theme

Json: TypeAlias = Mapping[str, "Json"] | list["Json"] | str | int | float | bool

LONGEST_URL = 8000
"""Characters; Typst takes no longer address for a link."""

RUNNING_TITLE = 60
"""Characters of the title at the head of the following pages."""

WITHOUT_A_DATE = date(1980, 1, 1)
"""The day that the file states where the mandate has none: PDF/A-2 asks for one."""

# A word so long may be wider than a line of text; the template measures it and breaks it.
_LONG_WORD = 30
_LONG_WORD_IN_CELL = 12

# A signature with more text than this is no signature, and would not fit on a page in one piece.
_LONG_SIGNATURE = 1500

_NARROWEST_COLUMN = 6
_WIDEST_COLUMN = 40


def document_json(document: Document) -> str:
    """Return the document as JSON: `metadata` and `blocks`."""
    return _dump(
        {
            "metadata": _metadata(document.metadata),
            "blocks": [_block(block) for block in document.blocks],
        }
    )


def theme_json(theme: Theme) -> str:
    """Return the theme as JSON, field by field as `Theme` has them."""
    return _dump(asdict(theme))


def logo_json(logo: bytes) -> str:
    """Return an image file as a JSON list of its bytes; the empty list is no logo."""
    return _dump(list(logo))


def stated_date(metadata: Metadata) -> date:
    """Return the day of the mandate, or the fixed one where it has none that exists."""
    try:
        return date.fromisoformat(metadata.date or "")
    except ValueError:
        return WITHOUT_A_DATE


def column_weights(table: Table) -> list[int]:
    """Return how wide the columns are in relation to one another, from the text in them."""
    rows = [table.header, *table.rows]
    columns = [[inline_text(row.cells[at]) for row in rows] for at in range(len(rows[0].cells))]
    return [
        min(max(len(text) for text in (*texts, " " * _NARROWEST_COLUMN)), _WIDEST_COLUMN)
        for texts in columns
    ]


def _dump(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _metadata(metadata: Metadata) -> Json:
    day = stated_date(metadata)
    language, _, region = metadata.language.partition("-")
    running = (
        metadata.document_type,
        metadata.status,
        metadata.identifier,
        _shortened(metadata.title),
    )
    return {
        "title": metadata.title,
        "subject": metadata.subject,
        "authors": list(metadata.organisation),
        "date": {"year": day.year, "month": day.month, "day": day.day},
        "language": language,
        "region": region,
        "running": [words for words in running if words],
    }


def _shortened(title: str) -> str:
    """Return the title, cut at a space where it is long."""
    if len(title) <= RUNNING_TITLE:
        return title
    kept = title[:RUNNING_TITLE]
    return f"{(kept.rpartition(' ')[0] or kept).rstrip(' ,;:.–-')} …"


def _block(block: Block) -> dict[str, Json]:
    match block:
        case Heading():
            return {
                "kind": "heading",
                "level": block.level,
                "inlines": _inlines(block.inlines, _LONG_WORD // 2),
            }
        case Paragraph():
            return {
                "kind": "paragraph",
                "role": block.role.value,
                "inlines": _inlines(block.inlines, _LONG_WORD),
            }
        case ListBlock():
            return _list(block)
        case Table():
            return _table(block)
        case Letterhead():
            return {"kind": "letterhead", "facts": _facts(block.facts)}
        case Facts():
            return {"kind": "facts", "facts": _facts(block.facts)}
        case Note():
            return {"kind": "note", "blocks": [_block(inner) for inner in block.blocks]}
        case Signature():
            return _signature(block)


def _list(block: ListBlock) -> dict[str, Json]:
    return {
        "kind": "numbers" if block.ordered else "bullets",
        "start": block.start,
        "items": [[_block(inner) for inner in item.blocks] for item in block.items],
    }


def _table(block: Table) -> dict[str, Json]:
    return {
        "kind": "table",
        "columns": list(column_weights(block)),
        "header": _row(block.header),
        "rows": [_row(row) for row in block.rows],
    }


def _row(row: Row) -> list[Json]:
    return [_inlines(cell, _LONG_WORD_IN_CELL) for cell in row.cells]


def _facts(facts: Iterable[Fact]) -> list[Json]:
    return [
        {
            "label": _inlines(fact.label, _LONG_WORD_IN_CELL),
            "values": [_inlines(value, _LONG_WORD_IN_CELL) for value in fact.values],
        }
        for fact in facts
    ]


def _signature(block: Signature) -> dict[str, Json]:
    """Return the decision in groups that belong together: the date and each signer."""
    groups: list[list[Json]] = []
    previous = Role.DECISION_DATE
    for line in block.lines:
        begins = line.role is Role.SIGNER_NAME or previous is Role.DECISION_DATE
        if begins or not groups:
            groups.append([])
        groups[-1].append(_block(line))
        previous = line.role
    length = sum(len(inline_text(line.inlines)) for line in block.lines)
    return {"kind": "signature", "groups": list(groups), "whole": length <= _LONG_SIGNATURE}


def _inlines(inlines: Inlines, longest: int) -> list[Json]:
    return [dict(_run(run, longest)) for run in inlines]


def _run(run: Run, longest: int) -> Iterator[tuple[str, Json]]:
    yield "text", run.text
    if run.bold:
        yield "bold", True
    if run.italic:
        yield "italic", True
    if run.target and len(run.target) <= LONGEST_URL:
        yield "target", run.target
    if len(run.text) > longest and max(map(len, run.text.split(" "))) > longest:
        yield "long", True
