"""The bytes of an OpenDocument text in; what it shows, and what became of the rest, out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from uppdrag.document.tree import (
    Block,
    Heading,
    Inlines,
    Item,
    ListBlock,
    Paragraph,
    Row,
    Run,
    Table,
)
from uppdrag.findings import Severity, UppdragError
from uppdrag.importing.html.inlines import BREAK, cut_at_breaks, folded
from uppdrag.importing.odt.package import read_parts
from uppdrag.importing.odt.styles import (
    DRAW,
    OFFICE,
    STYLE,
    TABLE,
    TEXT,
    XLINK,
    Styles,
)
from uppdrag.importing.page import Page, Told
from uppdrag.importing.tracked import Changes, refuse_changes
from uppdrag.source.characters import normalised

MOST_ELEMENTS = 500_000
MOST_REPEATED = 60
DEEPEST = 100

_DC = "{http://purl.org/dc/elements/1.1/}"
_SHORT = 80
_RUNNING = ("header", "footer", "header-first", "footer-first", "header-left", "footer-left")


def read_odt(data: bytes, name: str, changes: Changes = Changes.REFUSE) -> Page:
    """Return what a text document shows. Raises `UppdragError` for one that cannot be read."""
    parts = read_parts(data, name)
    text = parts.content.find(f"{OFFICE}body/{OFFICE}text")
    if text is None:
        message = f"{name} är inget textdokument. Spara det som .odt eller .docx och importera det."
        raise UppdragError(message)
    if sum(1 for _ in zip(range(MOST_ELEMENTS + 1), text.iter(), strict=False)) > MOST_ELEMENTS:
        message = f"{name} har för många delar för att vara en handling. Är det rätt fil?"
        raise UppdragError(message)
    regions = list(text.iter(f"{TEXT}changed-region"))
    if regions and changes is Changes.REFUSE:
        authors = dict.fromkeys(who.text or "" for r in regions for who in r.iter(f"{_DC}creator"))
        refuse_changes(name, len(regions), [author for author in authors if author])
    reading = _Reading(Styles(parts.styles, parts.content), changes)
    reading.learn(regions)
    blocks = tuple(reading.blocks(text, 0))
    told = [*reading.told, *_running(parts.styles)]
    if parts.has_macros:
        told.append(Told("Filen har makron. De lästes inte och kördes inte."))
    return Page(blocks, tuple(told))


@dataclass(slots=True)
class _Reading:
    """Goes through the text; `dropped` are the insertions that are open and not accepted."""

    styles: Styles
    changes: Changes
    told: list[Told] = field(default_factory=list)
    inserted: set[str] = field(default_factory=set)
    deleted: dict[str, str] = field(default_factory=dict)
    dropped: set[str] = field(default_factory=set)

    def learn(self, regions: list[Any]) -> None:
        """Take note of what was inserted and deleted, for a reader who rejects it all."""
        if self.changes is not Changes.REJECT:
            return
        for region in regions:
            key = region.get(f"{TEXT}id", "")
            if region.find(f"{TEXT}insertion") is not None:
                self.inserted.add(key)
            deletion = region.find(f"{TEXT}deletion")
            if deletion is not None:
                paragraphs = (*deletion.iter(f"{TEXT}p"), *deletion.iter(f"{TEXT}h"))
                self.deleted[key] = BREAK.join("".join(p.itertext()) for p in paragraphs)

    def blocks(self, element: Any, depth: int) -> Iterator[Block]:
        if depth > DEEPEST:
            return
        for child in element:
            match child.tag:
                case tag if tag == f"{TEXT}h":
                    yield from self._heading(child)
                case tag if tag == f"{TEXT}p":
                    yield from self._paragraph(child, depth)
                case tag if tag == f"{TEXT}list":
                    yield from self._list(child, depth, 1, "")
                case tag if tag == f"{TABLE}table":
                    yield from self._table(child, depth)
                case tag if tag in _CONTAINERS:
                    yield from self.blocks(child, depth + 1)
                case tag if tag in {f"{TEXT}change-start", f"{TEXT}change-end", f"{TEXT}change"}:
                    words = "".join(run.text for run in self._change(child, Run("")))
                    yield from (Paragraph((Run(row),)) for row in words.split(BREAK) if row)
                case tag if tag == f"{DRAW}frame":
                    yield from self._frame(child, depth)

    def _heading(self, element: Any) -> Iterator[Block]:
        words = self._words(element)
        level = element.get(f"{TEXT}outline-level", "1")
        plain = tuple(replace(run, bold=False) for run in words)
        if plain:
            yield Heading(int(level) if level.isdecimal() else 1, plain)

    def _paragraph(self, element: Any, depth: int) -> Iterator[Block]:
        style = element.get(f"{TEXT}style-name", "")
        if self.styles.is_title(style):
            words = tuple(replace(run, bold=False) for run in self._words(element))
            if words:
                yield Heading(1, words)
        else:
            yield from map(Paragraph, cut_at_breaks(tuple(self._runs(element, self._base(style)))))
        for frame in element.iter(f"{DRAW}text-box"):
            yield from self.blocks(frame, depth + 1)

    def _frame(self, element: Any, depth: int) -> Iterator[Block]:
        for box in element.iter(f"{DRAW}text-box"):
            yield from self.blocks(box, depth + 1)

    def _words(self, element: Any) -> Inlines:
        base = self._base(element.get(f"{TEXT}style-name", ""))
        rows = cut_at_breaks(tuple(self._runs(element, base)))
        return folded(tuple(run for row in rows for run in (*row, Run(" "))))

    def _base(self, style: str) -> Run:
        return Run("", bool(self.styles.bold(style)), bool(self.styles.italic(style)))

    def _runs(self, element: Any, form: Run) -> Iterator[Run]:
        yield from self._text(element.text, form)
        for child in element:
            yield from self._child(child, form)
            yield from self._text(child.tail, form)

    def _child(self, child: Any, form: Run) -> Iterator[Run]:
        match child.tag:
            case tag if tag in {f"{TEXT}s", f"{TEXT}tab"}:
                yield from self._text(" ", form)
            case tag if tag == f"{TEXT}line-break":
                yield replace(form, text=BREAK)
            case tag if tag == f"{TEXT}span":
                yield from self._runs(child, self._formed(child, form))
            case tag if tag == f"{TEXT}a":
                address = child.get(f"{XLINK}href", "").strip()
                yield from self._runs(child, replace(form, target=address or None))
            case tag if tag == f"{TEXT}note":
                yield from self._note(child, form)
            case tag if tag == f"{OFFICE}annotation":
                self._comment(child)
            case tag if tag in {f"{TEXT}change-start", f"{TEXT}change-end", f"{TEXT}change"}:
                yield from self._change(child, form)
            case tag if isinstance(tag, str) and tag not in _SKIPPED:
                yield from self._runs(child, form)

    def _formed(self, span: Any, form: Run) -> Run:
        style = span.get(f"{TEXT}style-name", "")
        bold, italic = self.styles.bold(style), self.styles.italic(style)
        return replace(
            form,
            bold=form.bold if bold is None else bold,
            italic=form.italic if italic is None else italic,
        )

    def _text(self, text: str | None, form: Run) -> Iterator[Run]:
        if text and not self.dropped:
            yield replace(form, text=normalised(text.replace("\u00ad", "")))

    def _change(self, element: Any, form: Run) -> Iterator[Run]:
        key = element.get(f"{TEXT}change-id", "")
        if element.tag.endswith("}change"):
            if key in self.deleted:
                yield from self._text(self.deleted[key], form)
        elif key in self.inserted:
            if element.tag.endswith("}change-start"):
                self.dropped.add(key)
            else:
                self.dropped.discard(key)

    def _note(self, element: Any, form: Run) -> Iterator[Run]:
        body = element.find(f"{TEXT}note-body")
        words = " ".join("".join(body.itertext()).split()) if body is not None else ""
        if words:
            yield from self._text(f" ({words})", form)
            message = f"Fotnoten ”{_short(words)}” står nu inom parentes i texten."
            self.told.append(Told(message, words=words))

    def _comment(self, element: Any) -> None:
        who = element.findtext(f"{_DC}creator") or "okänd"
        words = " ".join(" ".join(p.itertext()) for p in element.iter(f"{TEXT}p"))
        message = f"Kommentar av {who}, inte med i handlingen: ”{_short(words)}”"
        self.told.append(Told(f"{message}.", Severity.WARNING))

    def _list(self, element: Any, depth: int, level: int, style: str) -> Iterator[Block]:
        if depth > DEEPEST:
            return
        style = element.get(f"{TEXT}style-name") or style
        ordered = level in self.styles.numbered.get(style, ())
        items: list[Item] = []
        start = 1
        for child in element:
            if child.tag not in {f"{TEXT}list-item", f"{TEXT}list-header"}:
                continue
            stated = child.get(f"{TEXT}start-value", "")
            if stated.isdecimal() and not items:
                start = int(stated)
            blocks = tuple(self._inside(child, depth, level, style))
            kept = tuple(b for b in blocks if isinstance(b, Paragraph | ListBlock))
            if kept:
                items.append(Item(kept))
            headings = [b for b in blocks if isinstance(b, Heading)]
            if headings:
                # A heading in a numbered list is a heading with a number.
                if items:
                    yield ListBlock(tuple(items), ordered, start)
                items = []
                yield from headings
        if items:
            yield ListBlock(tuple(items), ordered, start)

    def _inside(self, item: Any, depth: int, level: int, style: str) -> Iterator[Block]:
        for inner in item:
            if inner.tag == f"{TEXT}list":
                yield from self._list(inner, depth + 1, level + 1, style)
            elif inner.tag == f"{TEXT}h":
                yield from self._heading(inner)
            else:
                yield from self._one(inner, depth)

    def _one(self, element: Any, depth: int) -> Iterator[Block]:
        if element.tag == f"{TEXT}p":
            yield from self._paragraph(element, depth)
        else:
            yield from self.blocks(element, depth + 1)

    def _table(self, element: Any, depth: int) -> Iterator[Block]:
        found = [
            row
            for row in element.iter(f"{TABLE}table-row")
            if next(row.iterancestors(f"{TABLE}table")) is element
        ]
        if len(found) == 1:
            # One row alone sets things side by side, as a letterhead does.
            for cell in found[0].iterchildren(f"{TABLE}table-cell"):
                yield from self.blocks(cell, depth + 1)
            return
        rows = [cells for row in found if any(cells := tuple(self._cells(row, depth)))]
        width = max(map(len, rows), default=0)
        if width == 1:
            yield from (Paragraph(cell) for (cell,) in rows)
        elif width:
            full = [Row((*row, *(() for _ in range(width - len(row))))) for row in rows]
            head = tuple(tuple(replace(r, bold=False) for r in cell) for cell in full[0].cells)
            is_label = all(not cell or cell[0].bold for cell in full[0].cells)
            yield Table(Row(head) if is_label else full[0], tuple(full[1:]))

    def _cells(self, row: Any, depth: int) -> Iterator[Inlines]:
        for cell in row:
            if cell.tag not in {f"{TABLE}table-cell", f"{TABLE}covered-table-cell"}:
                continue
            repeated = cell.get(f"{TABLE}number-columns-repeated", "1")
            count = min(int(repeated) if repeated.isdecimal() else 1, MOST_REPEATED)
            words = tuple(
                run
                for block in self.blocks(cell, depth + 1)
                for runs in _spoken(block)
                for run in (*runs, Run(" "))
            )
            yield folded(words)
            yield from (() for _ in range(count - 1))


_CONTAINERS = frozenset(
    {f"{TEXT}section", f"{TEXT}index-body", f"{TEXT}numbered-paragraph", f"{DRAW}text-box"}
    | {f"{TEXT}list-item", f"{TEXT}alphabetical-index", f"{TEXT}table-of-content"}
    | {f"{TEXT}index-title"}
)
_SKIPPED = frozenset(
    {f"{TEXT}bookmark", f"{TEXT}bookmark-start", f"{TEXT}bookmark-end", f"{DRAW}frame"}
    | {f"{TEXT}soft-page-break", f"{OFFICE}annotation-end", f"{TEXT}tracked-changes"}
)


def _spoken(block: Block) -> Iterator[Inlines]:
    match block:
        case Paragraph() | Heading():
            yield block.inlines
        case ListBlock():
            for item in block.items:
                for inner in item.blocks:
                    yield from _spoken(inner)
        case Table():
            yield from (cell for row in (block.header, *block.rows) for cell in row.cells)


def _running(styles: Any | None) -> Iterator[Told]:
    """Yield what page heads and feet say: they are no part of the text."""
    if styles is None:
        return
    for kind in _RUNNING:
        for part in styles.iter(f"{STYLE}{kind}"):
            words = " ".join(" ".join(p.itertext()) for p in part.iter(f"{TEXT}p"))
            words = " ".join(words.split())
            if words:
                where = "Sidhuvudet" if kind.startswith("header") else "Sidfoten"
                yield Told(f"{where} är inte med i handlingen: ”{_short(words)}”.")


def _short(words: str) -> str:
    return words if len(words) <= _SHORT else f"{words[:_SHORT].rstrip()} …"
