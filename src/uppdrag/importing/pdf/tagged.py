"""The structure that a PDF states, and its stretches of text, in; blocks of the tree out.

Source: ISO 32000-1, 14.7 and 14.8: structure elements, marked content, standard types.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from uppdrag.document.text import inline_text
from uppdrag.document.tree import (
    Block,
    Heading,
    Inlines,
    Item,
    ListBlock,
    Origin,
    Paragraph,
    Row,
    Run,
    Table,
)
from uppdrag.findings import UppdragError
from uppdrag.importing.html.inlines import folded
from uppdrag.importing.pdf.piece import Piece
from uppdrag.source.characters import normalised

MOST_ELEMENTS = 200_000
DEEPEST = 100

_HEADING = re.compile(r"/H([1-6])?")
_NUMBER = re.compile(r"(\d{1,9})[.)]?")
_TEXTS = frozenset({"/P", "/Lbl", "/LBody", "/Caption", "/Quote", "/TOCI", "/Note", "/Code"})
_GROUPS = frozenset(
    {"/Document", "/Part", "/Art", "/Sect", "/Div", "/BlockQuote", "/TOC", "/NonStruct", "/Index"}
)


class Structure:
    """Reads the structure of a file."""

    def __init__(self, reader: Any, pieces: Sequence[Piece], name: str) -> None:
        self.name = name
        self.count = 0
        self.used: set[tuple[int, int]] = set()
        self.marked: dict[tuple[int, int], list[Piece]] = defaultdict(list)
        for piece in pieces:
            if piece.mark >= 0:
                self.marked[piece.page, piece.mark].append(piece)
        self.pages = {
            page.indirect_reference.idnum: number for number, page in enumerate(reader.pages)
        }
        root = reader.root_object["/StructTreeRoot"].get_object()
        roles = root.get("/RoleMap")
        self.roles: dict[str, str] = dict(roles.get_object()) if roles else {}
        self.root = root

    def blocks(self) -> tuple[Block, ...]:
        """Return the blocks in the order of the structure."""
        return tuple(self._blocks(self.root, None, 0))

    @property
    def covers(self) -> float:
        """Return how much of the marked text the structure has told of, from 0 to 1."""
        total = sum(len(p.text) for found in self.marked.values() for p in found)
        used = sum(len(p.text) for key in self.used for p in self.marked.get(key, ()))
        return used / total if total else 0.0

    def _kind(self, element: Any) -> str:
        kind = str(element.get("/S", ""))
        for _ in range(4):
            if kind not in self.roles:
                break
            kind = str(self.roles[kind])
        return kind

    def _kids(self, element: Any, page: int | None) -> Iterator[tuple[Any, int | None]]:
        """Yield the children of an element: elements, or numbers of marked text."""
        self.count += 1
        if self.count > MOST_ELEMENTS:
            message = f"{self.name} har för många element för att läsas. Är det rätt fil?"
            raise UppdragError(message)
        page = self._page(element, page)
        kids = element.get("/K")
        kids = kids.get_object() if hasattr(kids, "get_object") else kids
        for kid in kids if isinstance(kids, list) else [kids]:
            found = kid.get_object() if hasattr(kid, "get_object") else kid
            if isinstance(found, int):
                yield found, page
            elif isinstance(found, dict) and found.get("/Type") == "/MCR":
                yield int(found["/MCID"]), self._page(found, page)
            elif isinstance(found, dict) and "/S" in found:
                yield found, page

    def _page(self, element: Any, page: int | None) -> int | None:
        stated = element.raw_get("/Pg") if "/Pg" in element else None
        return self.pages.get(stated.idnum, page) if stated is not None else page

    def _blocks(self, element: Any, page: int | None, depth: int) -> Iterator[Block]:
        if depth > DEEPEST:
            return
        loose: list[Run] = []
        for kid, at in self._kids(element, page):
            if isinstance(kid, int):
                loose.extend(self._text(kid, at))
                continue
            kind = self._kind(kid)
            if kind in _GROUPS or _HEADING.fullmatch(kind) or kind in {"/L", "/Table", *_TEXTS}:
                yield from _paragraph(loose)
                loose = []
                yield from self._block(kid, kind, at, depth + 1)
            else:
                loose.extend(self._runs(kid, at, depth + 1))
        yield from _paragraph(loose)

    def _block(self, element: Any, kind: str, page: int | None, depth: int) -> Iterator[Block]:
        if found := _HEADING.fullmatch(kind):
            words = folded(tuple(self._runs(element, page, depth)))
            plain = tuple(replace(run, bold=False) for run in words)
            if plain:
                yield Heading(int(found[1] or 2), _joined(plain))
        elif kind == "/L":
            yield from self._list(element, page, depth)
        elif kind == "/Table":
            yield from self._table(element, page, depth)
        elif kind in _TEXTS and not self._holds_blocks(element):
            yield from _paragraph(list(self._runs(element, page, depth)))
        else:
            yield from self._blocks(element, page, depth)

    def _holds_blocks(self, element: Any) -> bool:
        kids = (kid for kid, _ in self._kids(element, None) if not isinstance(kid, int))
        return any(self._kind(kid) in {"/P", "/L", "/Table", *_GROUPS} for kid in kids)

    def _runs(
        self, element: Any, page: int | None, depth: int, target: str | None = None
    ) -> Iterator[Run]:
        if depth > DEEPEST:
            return
        if self._kind(element) == "/Link":
            target = _target(element) or target
        for kid, at in self._kids(element, page):
            if isinstance(kid, int):
                yield from (replace(run, target=target) for run in self._text(kid, at))
            else:
                yield from self._runs(kid, at, depth + 1, target)

    def _text(self, mark: int, page: int | None) -> Iterator[Run]:
        if page is None:
            return
        self.used.add((page, mark))
        for piece in self.marked.get((page, mark), ()):
            # A line that ends at a space has it in the text; one that does not goes on as it is.
            words = normalised(piece.text.replace("\n", "").replace("\u00ad", ""))
            if words:
                yield Run(words, piece.bold, piece.italic, origin=Origin((), round(piece.x)))

    def _list(self, element: Any, page: int | None, depth: int) -> Iterator[Block]:
        items: list[Item] = []
        numbers: list[int | None] = []
        for kid, at in self._kids(element, page):
            if isinstance(kid, int):
                continue
            if self._kind(kid) == "/L":
                inner = tuple(self._list(kid, at, depth + 1))
                lists = tuple(block for block in inner if isinstance(block, ListBlock))
                if items:
                    items[-1] = Item((*items[-1].blocks, *lists))
                continue
            label, blocks = self._item(kid, at, depth + 1)
            if blocks:
                items.append(Item(blocks))
                found = _NUMBER.fullmatch(label)
                numbers.append(int(found[1]) if found else None)
        if items:
            first = numbers[0]
            yield ListBlock(tuple(items), first is not None, first or 1)

    def _item(
        self, element: Any, page: int | None, depth: int
    ) -> tuple[str, tuple[Paragraph | ListBlock, ...]]:
        label = ""
        blocks: list[Block] = []
        for kid, at in self._kids(element, page):
            if isinstance(kid, int):
                blocks.extend(_paragraph(list(self._text(kid, at))))
            elif self._kind(kid) == "/Lbl":
                label = inline_text(tuple(self._runs(kid, at, depth))).strip()
            else:
                blocks.extend(self._block(kid, self._kind(kid), at, depth))
        return label, tuple(b for b in blocks if isinstance(b, Paragraph | ListBlock))

    def _table(self, element: Any, page: int | None, depth: int) -> Iterator[Block]:
        rows = [
            tuple(
                _joined(folded(tuple(self._cell(cell, where, depth))))
                for cell, where in self._kids(row, at)
                if not isinstance(cell, int)
            )
            for row, at in self._rows(element, page, depth)
        ]
        width = max(map(len, rows), default=0)
        if width:
            full = [Row((*row, *(() for _ in range(width - len(row))))) for row in rows]
            head = Row(tuple(tuple(replace(r, bold=False) for r in c) for c in full[0].cells))
            yield Table(head, tuple(full[1:]))

    def _cell(self, element: Any, page: int | None, depth: int) -> Iterator[Run]:
        for kid, at in self._kids(element, page):
            if isinstance(kid, int):
                yield from self._text(kid, at)
            else:
                yield from self._runs(kid, at, depth)
                yield Run(" ")

    def _rows(self, element: Any, page: int | None, depth: int) -> Iterator[tuple[Any, int | None]]:
        for kid, at in self._kids(element, page):
            if not isinstance(kid, int) and depth < DEEPEST:
                if self._kind(kid) == "/TR":
                    yield kid, at
                else:
                    yield from self._rows(kid, at, depth + 1)


def _target(element: Any) -> str | None:
    """Return where a link leads; it is said by the annotation that it refers to."""
    kids = element.get("/K")
    kids = kids.get_object() if hasattr(kids, "get_object") else kids
    for kid in kids if isinstance(kids, list) else [kids]:
        found = kid.get_object() if hasattr(kid, "get_object") else kid
        if isinstance(found, dict) and found.get("/Type") == "/OBJR":
            action = found["/Obj"].get_object().get("/A")
            address = action.get_object().get("/URI") if action else None
            return str(address) if address else None
    return None


def _paragraph(runs: Sequence[Run]) -> Iterator[Paragraph]:
    words = _joined(folded(tuple(runs)))
    if words:
        # How far in it begins is all that tells a second value from a paragraph.
        yield Paragraph(words, origin=words[0].origin)


def _joined(runs: Inlines) -> Inlines:
    out: list[Run] = []
    for run in runs:
        if out and replace(out[-1], text=run.text) == run:
            out[-1] = replace(run, text=out[-1].text + run.text)
        else:
            out.append(run)
    return tuple(out)
