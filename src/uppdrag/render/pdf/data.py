"""A document tree and a theme in; the JSON that the Typst template reads out.

The template reads it with `json(bytes(sys.inputs.…))`: nothing of it is ever template text. Every
block is an object with a `kind`; what is not set is left out. `measure` marks a block with words
that may be wider than their line: only there does the template take the time to measure.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING, TypeAlias

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
    Run,
    Signature,
    Table,
)
from uppdrag.render.columns import LEAST_GUTTER, letterhead_columns, text_columns
from uppdrag.render.pdf.marks import gone_items, is_changed
from uppdrag.render.running import fingerprint_words, keywords, running_head
from uppdrag.render.theme import Theme

if TYPE_CHECKING:
    from uppdrag.render.pdf.revision import RevisionPages

Json: TypeAlias = Mapping[str, "Json"] | list["Json"] | str | int | float | bool

LONGEST_URL = 8000
"""Characters; Typst takes no longer address for a link."""

WITHOUT_A_DATE = date(1980, 1, 1)
"""The day that the file states where the mandate has none: PDF/A-2 asks for one."""

_NUMBER = re.compile(r"(?<=\b[A-ZÅÄÖ]{2}) (?=\d{4}-\d)|(?<=\b[A-ZÅÄÖ]{3}) (?=\d{4}-\d)")
"""The space in a number of the register of documents, such as `RS 2024-00784`."""

_POINTS = 72 / 25.4

_LONG_SIGNATURE = 1500
"""Characters; more than this is no signature, and may not fit on one page."""

_LONG_ROW = 800
"""Characters; a row with less is kept whole on one page."""

_CELL_PADDING = 10 / _POINTS
_DEEPEST = 3

# Fewer letters than this surely fit: half as wide again as the average letter of a text face.
_WIDE_LETTER = 0.65


def document_json(document: Document, theme: Theme) -> str:
    """Return the document as JSON: `metadata` and `blocks`."""
    builder = _Builder(theme)
    blocks: list[Json] = [builder.block(block) for block in document.blocks]
    return _dump({"metadata": _metadata(document.metadata), "blocks": blocks})


def revision_json(pages: RevisionPages, theme: Theme) -> str:
    """Return the pages of a comparison as JSON: `metadata`, `front`, `marked` and `places`.

    There are no `blocks`: a template that cannot show marks fails, instead of printing what is gone
    as if it were not.
    """
    builder = _Builder(theme)
    front: list[Json] = [builder.block(block) for block in pages.front]
    marked: list[Json] = [builder.block(block) for block in pages.document]
    return _dump(
        {
            "metadata": _metadata(pages.metadata),
            "front": front,
            "marked": marked,
            "places": [*pages.places],
        }
    )


def theme_json(theme: Theme) -> str:
    """Return the theme as JSON, field by field as `Theme` has them."""
    return _dump(asdict(theme))


def logo_json(logo: bytes) -> str:
    """Return an image file as a JSON list of its bytes."""
    return _dump(list(logo))


def stated_date(metadata: Metadata) -> date:
    """Return the day of the mandate, or the fixed one where it has none that exists."""
    try:
        return date.fromisoformat(metadata.date or "")
    except ValueError:
        return WITHOUT_A_DATE


def _dump(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _metadata(metadata: Metadata) -> Json:
    day = stated_date(metadata)
    language, _, region = metadata.language.partition("-")
    return {
        "title": metadata.title,
        "subject": metadata.subject,
        "authors": list(metadata.organisation),
        "date": {"year": day.year, "month": day.month, "day": day.day},
        "language": language,
        "region": region,
        "running": running_head(metadata),
        "fingerprint": fingerprint_words(metadata),
        "keywords": [words] if (words := keywords(metadata)) else [],
    }


class _Builder:
    """Makes blocks into data, with the theme's measures at hand."""

    def __init__(self, theme: Theme) -> None:
        page = theme.page
        self.theme = theme
        self.width = page.width - page.left - page.right
        self.last_level = 0
        self.in_line = self.letters(self.width - _DEEPEST * theme.indents.item)
        self.in_value = self.letters(self.width - theme.indents.label)
        self.in_label = self.letters(theme.indents.label)
        self.in_heading = self.letters(self.width, theme.sizes.title)

    def letters(self, millimetres: float, size: float | None = None) -> int:
        """Return how many letters surely fit in a width."""
        points = millimetres * _POINTS
        return max(1, int(points / ((size or self.theme.sizes.body) * _WIDE_LETTER)))

    def block(self, block: Block) -> dict[str, Json]:
        data: dict[str, Json]
        match block:
            case Heading(level):
                data = _text("heading", block.inlines, self.in_heading)
                data |= {"look": level, "level": self._outlined(level)}
            case Paragraph():
                data = _text("paragraph", block.inlines, self.in_line) | {"role": block.role.value}
            case ListBlock():
                data = self._list(block)
            case Table():
                data = self._table(block)
            case Letterhead(facts):
                data = self._letterhead(facts)
            case Facts(facts):
                data = self._facts("facts", facts, [self.in_value] * len(facts))
            case Note():
                data = {"kind": "note", "blocks": [self.block(inner) for inner in block.blocks]}
            case Signature():
                data = self._signature(block)
        return data

    def _outlined(self, level: int) -> int:
        """Return the level that the tag of a heading has: none is skipped (ISO 14289-1, 7.4.2)."""
        self.last_level = min(level, self.last_level + 1)
        return self.last_level

    def _list(self, block: ListBlock) -> dict[str, Json]:
        data: dict[str, Json] = {
            "kind": "numbers" if block.ordered else "bullets",
            "start": block.start,
            "items": [[self.block(inner) for inner in item.blocks] for item in block.items],
        }
        gone = gone_items(block) if block.ordered else []
        return data | {"gone": [*gone]} if any(gone) else data

    def _table(self, block: Table) -> dict[str, Json]:
        every = [block.header.cells, *(row.cells for row in block.rows)]
        width = max(map(len, every))
        every = [(*cells, *((),) * (width - len(cells))) for cells in every]
        texts = [[inline_text(cells[at]) for cells in every] for at in range(width)]
        widths = text_columns(texts, self.theme.sizes.body, self.width * _POINTS)
        limits = [self.letters(part / _POINTS - _CELL_PADDING) for part in widths]
        rows = [
            [_inlines(cell, limit) for cell, limit in zip(cells, limits, strict=True)]
            for cells in every
        ]
        data: dict[str, Json] = {
            "kind": "table",
            "columns": [round(part, 2) for part in widths],
            "header": list(rows[0]),
            "rows": [list(row) for row in rows[1:]],
            "whole": all(sum(len(inline_text(cell)) for cell in row) <= _LONG_ROW for row in every),
        }
        changed = [any(map(is_changed, cells)) for cells in every]
        if any(changed):
            data |= {"changed": [*changed]}
        return data | _measured(chain.from_iterable(rows))

    def _letterhead(self, facts: Sequence[Fact]) -> dict[str, Json]:
        """Return the facts side by side, with `columns` where their texts must be broken."""
        texts = [[inline_text(inlines) for inlines in (f.label, *f.values)] for f in facts]
        size = self.theme.sizes.letterhead
        widths, gutter = letterhead_columns(texts, size, self.width * _POINTS)
        data = self._facts("letterhead", facts, [self.letters(part / _POINTS) for part in widths])
        data |= _changed(*(inlines for fact in facts for inlines in (fact.label, *fact.values)))
        if gutter > LEAST_GUTTER:
            return data
        return data | {"columns": [round(part, 2) for part in widths], "gutter": gutter}

    def _facts(self, kind: str, facts: Sequence[Fact], limits: Sequence[int]) -> dict[str, Json]:
        limited = list(zip(facts, limits, strict=True))
        labels = [_inlines(fact.label, limit) for fact, limit in limited]
        values = [[_inlines(value, limit) for value in fact.values] for fact, limit in limited]
        data: dict[str, Json] = {
            "kind": kind,
            "facts": [
                {"label": label, "values": [*found], **_changed(fact.label, *fact.values)}
                for fact, label, found in zip(facts, labels, values, strict=True)
            ],
        }
        if any(len(inline_text(fact.label)) > self.in_label for fact in facts):
            return data | {"measure": True}
        return data | _measured(chain(labels, *values))

    def _signature(self, block: Signature) -> dict[str, Json]:
        """Return the decision in groups with room for a signature between: date, each signer."""
        groups: list[list[Json]] = []
        previous = Role.DECISION_DATE
        for line in block.lines:
            if not groups or line.role is Role.SIGNER_NAME or previous is Role.DECISION_DATE:
                groups.append([])
            groups[-1].append(self.block(line))
            previous = line.role
        length = sum(len(inline_text(line.inlines)) for line in block.lines)
        data: dict[str, Json] = {
            "kind": "signature",
            "groups": list(groups),
            "whole": length <= _LONG_SIGNATURE,
        }
        return data | _measured(_inlines(line.inlines, self.in_line) for line in block.lines)


def _text(kind: str, inlines: Inlines, limit: int) -> dict[str, Json]:
    runs = _inlines(inlines, limit)
    data: dict[str, Json] = {"kind": kind, "inlines": runs}
    return data | _measured([runs]) | _changed(inlines)


def _changed(*lines: Inlines) -> dict[str, Json]:
    """Return the mark of a block, or fact, that a revision changed something in."""
    return {"changed": True} if any(map(is_changed, lines)) else {}


def _measured(inlines: Iterable[list[Json]]) -> dict[str, Json]:
    """Return the mark of a block that has a word too long for its line."""
    is_long = any(isinstance(run, Mapping) and "long" in run for runs in inlines for run in runs)
    return {"measure": True} if is_long else {}


def _inlines(inlines: Inlines, limit: int) -> list[Json]:
    return [dict(_run(run, limit)) for run in inlines]


def _run(run: Run, limit: int) -> Iterator[tuple[str, Json]]:
    # The template draws a no-break space as a plain one that no line ends at.
    yield "text", _NUMBER.sub("\u00a0", run.text)
    if run.bold:
        yield "bold", True
    if run.italic:
        yield "italic", True
    if run.target and len(run.target) <= LONGEST_URL:
        yield "target", run.target
    if run.mark is not None:
        yield "mark", run.mark.kind.value
        if run.mark.note:
            yield "sign", True
    if len(run.text) > limit and max(map(len, run.text.split(" "))) > limit:
        yield "long", True
