"""The bytes of a Word file in; its blocks in reading order, and what stands beside them, out.

Package → parts → tracked changes settled → comments and notes → blocks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from uppdrag.findings import Severity, UppdragError
from uppdrag.importing.tracked import Changes
from uppdrag.importing.word.asides import comments, footnotes, text_of
from uppdrag.importing.word.body import BodyReader
from uppdrag.importing.word.changes import settled
from uppdrag.importing.word.fields import PAGES
from uppdrag.importing.word.file import (
    Aside,
    AsideKind,
    Fate,
    WordBlock,
    WordFile,
    WordNote,
    WordProperties,
)
from uppdrag.importing.word.markup import W, value
from uppdrag.importing.word.numbering import Numbering, read_numbering
from uppdrag.importing.word.package import Package, opened
from uppdrag.importing.word.paragraph import Context
from uppdrag.importing.word.styles import read_styles
from uppdrag.render.docx.styles import Style

if TYPE_CHECKING:
    from lxml.etree import _Element

MOST_HEADS = 60
"""Heads and feet of pages of a document."""

LONGEST_PROPERTY = 2000

_MACROS = "Filen har makron. De har inte körts och är inte med."
_NO_BODY = "{name} har inget dokument i sig. Öppna filen i Word och spara den på nytt."
_HEADS = (("headerReference", AsideKind.HEADER), ("footerReference", AsideKind.FOOTER))
_CORE = "{http://purl.org/dc/elements/1.1/}"
_KEYWORDS = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}keywords"


def read_word(data: bytes, name: str, changes: Changes) -> WordFile:
    """Return what a Word file says.

    Raises `UppdragError` for what is no Word file, is broken, locked or too large, and for tracked
    changes when `changes` is to refuse them.
    """
    package = opened(data, name)
    main = package.main
    relations = package.relations(main)
    parts = {relation.kind: relation.target for relation in relations.values()}

    def related(kind: str) -> _Element | None:
        return package.root(parts[kind]) if kind in parts else None

    root = package.root(main)
    if root is None:
        raise UppdragError(_NO_BODY.format(name=name))
    styles = read_styles(related("styles"))
    noted = {kind: related(f"{kind}s") for kind in ("footnote", "endnote")}
    heads = list(_heads(root, package))
    roots = [root, *(r for r in noted.values() if r is not None), *(head for _, head, _ in heads)]
    clean = settled(roots, name, changes)
    document = clean[root]
    plain = Context(styles, Numbering(), relations)
    texts = {
        key: text
        for kind, part in noted.items()
        for key, text in footnotes(None if part is None else clean[part], kind, plain, name)
    }
    said = comments(related("comments"), document, plain, name)
    counted = read_numbering(related("numbering"))
    context = Context(styles, counted, relations, texts, said)
    body = document.find(f"{W}body")
    if body is None:
        raise UppdragError(_NO_BODY.format(name=name))
    reader = BodyReader(context, name)
    blocks = reader.read(body)
    is_active = any("vbaproject" in part for part in package.members)
    macros = [WordNote(_MACROS, Severity.WARNING)] if is_active else []
    asides = [*reader.asides, *_noted(texts), *_said(context)]
    heads_read: list[WordBlock] = []
    for kind, head, part in heads:
        inside = replace(plain, relations=package.relations(part), dropped=PAGES)
        found = BodyReader(inside, name).read(clean[head])
        heads_read.extend(found if kind is AsideKind.HEADER else ())
        if text := text_of(clean[head], inside, name):
            asides.append(Aside(kind, text, Fate.TOLD))
    return WordFile(
        name,
        blocks,
        tuple(dict.fromkeys(asides)),
        (*macros, *dict.fromkeys(reader.notes)),
        _properties(package),
        tuple(_letterhead(blocks, heads_read)),
        tuple(dict.fromkeys(heads_read)),
    )


def _letterhead(blocks: Sequence[WordBlock], heads: Sequence[WordBlock]) -> Iterator[WordBlock]:
    """Yield the letterhead of a template of ours that has it in the head of the first page."""
    if not any(block.style == Style.LETTERHEAD_TABLE for block in blocks):
        yield from (block for block in heads if block.style == Style.LETTERHEAD_TABLE)


def _heads(root: _Element, package: Package) -> Iterator[tuple[AsideKind, _Element, str]]:
    """Yield the heads and feet of pages that sections name, each part once, heads first."""
    relations = package.relations(package.main)
    seen: set[str] = set()
    for tag, kind in _HEADS:
        for reference in root.iter(f"{W}{tag}"):
            ids = (reference.get(name) or "" for name in reference.attrib if name.endswith("}id"))
            for relation in (relations[key] for key in ids if key in relations):
                if relation.target in seen or len(seen) >= MOST_HEADS:
                    continue
                seen.add(relation.target)
                part = package.root(relation.target)
                if part is not None:
                    yield kind, part, relation.target


def _noted(texts: dict[tuple[str, str], str]) -> Iterator[Aside]:
    for (tag, _), text in texts.items():
        kind = AsideKind.FOOTNOTE if tag == f"{W}footnoteReference" else AsideKind.ENDNOTE
        yield Aside(kind, text, Fate.IN_TEXT)


def _said(context: Context) -> Iterator[Aside]:
    for comment in context.comments.values():
        yield Aside(AsideKind.COMMENT, comment.text, Fate.TOLD, comment.author, comment.date)


def _properties(package: Package) -> WordProperties:
    parts = {relation.kind: relation.target for relation in package.relations("").values()}
    core = package.root(parts["core-properties"]) if "core-properties" in parts else None
    custom = package.root(parts["custom-properties"]) if "custom-properties" in parts else None
    return WordProperties(
        _first(core, f"{_CORE}title"), _first(core, _KEYWORDS), tuple(_custom(custom))
    )


def _first(root: _Element | None, tag: str) -> str:
    found = None if root is None else root.find(tag)
    return "" if found is None else " ".join((found.text or "").split())[:LONGEST_PROPERTY]


def _custom(root: _Element | None) -> Iterator[tuple[str, str]]:
    for element in () if root is None else root:
        text = "".join(str(part) for part in element.itertext())
        yield element.get("name") or value(element, "name"), text.strip()[:LONGEST_PROPERTY]
