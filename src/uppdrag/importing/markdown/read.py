"""The text of a Markdown file in; what it shows, its head and decision told apart, out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt

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
from uppdrag.importing.lines import FIXED_HYPHEN, SOFT_HYPHEN
from uppdrag.importing.markdown.tokens import Cursor, Found, Rows
from uppdrag.importing.page import Maker, Page, Told
from uppdrag.importing.people import is_role
from uppdrag.importing.printed.head import is_fact
from uppdrag.source.characters import normalised

DEEPEST = 3
"""Levels of headings that this program writes."""

_HEADING = re.compile(r"^#{1,6} +\S", re.MULTILINE)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_FOREIGN = frozenset({"html_block", "fence", "code_block", "hr"})
_HIDDEN = "Kommentarer i filen (<!-- … -->) syns inte och är inte med i handlingen."


def is_markdown(text: str, name: str) -> bool:
    """Tell whether a text is Markdown: by a heading with number signs, where no name denies it."""
    lowered = name.casefold()
    if lowered.endswith((".md", ".markdown")):
        return True
    return not lowered.endswith(".txt") and _HEADING.search(text) is not None


def read_markdown(text: str, name: str) -> Page:
    """Return what the text shows."""
    clean = text.removeprefix("\ufeff").replace(SOFT_HYPHEN, "").replace(FIXED_HYPHEN, "-")
    shown = _COMMENT.sub("", clean)
    parser = MarkdownIt("commonmark", {"maxNesting": 60}).enable("table")
    tokens = parser.parse("\n".join(map(normalised, shown.splitlines())))
    found = list(Cursor(tokens, name).blocks())
    told = (Told(_HIDDEN),) if shown != clean else ()
    alike = not any(token.type in _FOREIGN for token in tokens) and _is_headed_alike(found)
    maker = Maker.ALIKE if alike else Maker.OTHER
    return Page(tuple(_blocks(found)), told, maker)


def _is_headed_alike(found: Sequence[Found]) -> bool:
    levels = [block.level for block in found if isinstance(block, Heading)]
    return levels.count(1) == 1 and max(levels) <= DEEPEST


def _blocks(found: Sequence[Found]) -> Iterator[Block]:
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
            yield Paragraph(rows[0])


def _level(block: Found) -> int:
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
    plain: list[Inlines] = []
    bold: list[Inlines] = []
    for row in rows:
        words = inline_text(row)
        label, _, value = words.partition(" ")
        if all(run.bold for run in row):
            bold.append(row)
            continue
        if bold:
            yield Fact((), tuple(bold))
            bold = []
        if value and is_fact(label, value):
            if plain:
                yield Fact((), tuple(plain))
                plain = []
            yield Fact((Run(label),), ((Run(value),),))
        else:
            plain.append(row)
    yield from (Fact((), tuple(values)) for values in (bold, plain) if values)


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
