"""The bytes of a Word file that `build` wrote in; its paragraphs, as `read_word` gives them, out."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING

from lxml import etree

from uppdrag.document.tree import Run
from uppdrag.findings import UppdragError
from uppdrag.importing.word.file import (
    ListPlace,
    WordBlock,
    WordComment,
    WordFile,
    WordParagraph,
    WordTable,
)

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True)
_LARGEST = 60_000_000
_OFF = {"0", "false", "off"}


def read_built(data: bytes, name: str) -> WordFile:
    """Return what a Word file says, tracked changes accepted."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            if sum(part.file_size for part in archive.infolist()) > _LARGEST:
                message = f"{name} är för stor när den packas upp och läses därför inte."
                raise UppdragError(message)
            parts = {part: _tree(archive, part) for part in _PARTS}
    except (zipfile.BadZipFile, etree.XMLSyntaxError, OSError) as error:
        message = f"{name} går inte att läsa som en Word-fil. Öppna den i Word och spara på nytt."
        raise UppdragError(message) from error
    document = parts[_PARTS[0]]
    body = document.find(f"{_W}body") if document is not None else None
    if body is None:
        message = f"{name} går inte att läsa som en Word-fil. Öppna den i Word och spara på nytt."
        raise UppdragError(message)
    return WordFile(name, tuple(_Reading(parts).blocks(body)))


_PARTS = (
    "word/document.xml",
    "word/styles.xml",
    "word/numbering.xml",
    "word/comments.xml",
    "word/_rels/document.xml.rels",
)


def _tree(archive: zipfile.ZipFile, part: str) -> _Element | None:
    try:
        return etree.fromstring(archive.read(part), _PARSER)
    except KeyError:
        return None


@dataclass(slots=True)
class _Reading:
    parts: dict[str, _Element | None]
    names: dict[str, str] = field(default_factory=dict)
    numbered: dict[str, tuple[str, int]] = field(default_factory=dict)
    levels: dict[tuple[str, int], tuple[str, int]] = field(default_factory=dict)
    targets: dict[str, str] = field(default_factory=dict)
    comments: dict[str, WordComment] = field(default_factory=dict)
    counts: dict[tuple[str, int], int] = field(default_factory=dict)
    based: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for style in self._all("word/styles.xml", "style"):
            key = style.get(f"{_W}styleId", "")
            name = style.find(f"{_W}name")
            self.names[key] = name.get(f"{_W}val", "") if name is not None else ""
            found = style.find(f"{_W}pPr/{_W}numPr")
            if found is not None and (number := _numbering(found)) is not None:
                self.numbered[key] = number
        self._numbers()
        root = self.parts["word/_rels/document.xml.rels"]
        for relation in root if root is not None else ():
            self.targets[relation.get("Id", "")] = relation.get("Target", "")
        for comment in self._all("word/comments.xml", "comment"):
            texts = ["".join(_words(p)) for p in comment.iter(f"{_W}p")]
            self.comments[comment.get(f"{_W}id", "")] = WordComment(
                comment.get(f"{_W}author", ""),
                comment.get(f"{_W}date", ""),
                " ".join(filter(None, texts)),
            )

    def _all(self, part: str, tag: str) -> list[_Element]:
        root = self.parts[part]
        return [] if root is None else list(root.iter(f"{_W}{tag}"))

    def _numbers(self) -> None:
        abstract = {
            a.get(f"{_W}abstractNumId", ""): a
            for a in self._all("word/numbering.xml", "abstractNum")
        }
        for num in self._all("word/numbering.xml", "num"):
            key = num.get(f"{_W}numId", "")
            at = num.find(f"{_W}abstractNumId")
            base = abstract.get(at.get(f"{_W}val", "") if at is not None else "")
            for level in base.findall(f"{_W}lvl") if base is not None else ():
                form, start = level.find(f"{_W}numFmt"), level.find(f"{_W}start")
                self.levels[key, int(level.get(f"{_W}ilvl", "0"))] = (
                    form.get(f"{_W}val", "") if form is not None else "",
                    int(start.get(f"{_W}val", "1")) if start is not None else 1,
                )
            for over in num.findall(f"{_W}lvlOverride"):
                place = key, int(over.get(f"{_W}ilvl", "0"))
                start = over.find(f"{_W}startOverride")
                if start is not None and place in self.levels:
                    self.levels[place] = self.levels[place][0], int(start.get(f"{_W}val", "1"))

    def blocks(self, parent: _Element) -> Iterator[WordBlock]:
        for child in parent:
            if child.tag == f"{_W}p":
                yield self.paragraph(child)
            elif child.tag == f"{_W}tbl":
                yield self.table(child)
            elif child.tag in {f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}customXml"}:
                yield from self.blocks(child)

    def table(self, table: _Element) -> WordTable:
        style = table.find(f"{_W}tblPr/{_W}tblStyle")
        name = self.names.get(style.get(f"{_W}val", ""), "") if style is not None else ""
        rows = tuple(
            tuple(
                tuple(p for p in self.blocks(cell) if isinstance(p, WordParagraph))
                for cell in row.findall(f"{_W}tc")
            )
            for row in table.findall(f"{_W}tr")
            if row.find(f"{_W}trPr/{_W}del") is None
        )
        return WordTable(rows, name)

    def paragraph(self, paragraph: _Element) -> WordParagraph:
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        key = style.get(f"{_W}val", "") if style is not None else ""
        own = paragraph.find(f"{_W}pPr/{_W}numPr")
        number = _numbering(own) if own is not None else None
        if own is None:
            number = self.numbered.get(key)
        marks = [b.get(f"{_W}name", "") for b in paragraph.iter(f"{_W}bookmarkStart")]
        comments = [
            self.comments[c.get(f"{_W}id", "")]
            for c in paragraph.iter(f"{_W}commentRangeStart")
            if c.get(f"{_W}id", "") in self.comments
        ]
        return WordParagraph(
            tuple(self.runs(paragraph)),
            self.names.get(key, "Normal") if key else "Normal",
            item=self.place(number),
            marks=tuple(marks),
            comments=tuple(comments),
        )

    def place(self, number: tuple[str, int] | None) -> ListPlace | None:
        if number is None or number[0] == "0" or number not in self.levels:
            return None
        form, start = self.levels[number]
        key, depth = number
        for deeper in [k for k in self.counts if k[0] == key and k[1] > depth]:
            del self.counts[deeper]
        if form in {"bullet", "none"}:
            return ListPlace(depth, None, list_id=key)
        self.counts[number] = self.counts.get(number, start - 1) + 1
        return ListPlace(depth, self.counts[number], list_id=key)

    def runs(self, parent: _Element, target: str | None = None) -> Iterator[Run]:
        for child in parent:
            match etree.QName(child).localname if isinstance(child.tag, str) else "":
                case "r":
                    words = "".join(_words(child))
                    if words:
                        props = child.find(f"{_W}rPr")
                        yield Run(words, _is_on(props, "b"), _is_on(props, "i"), target)
                case "hyperlink":
                    yield from self.runs(child, self.targets.get(child.get(f"{_R}id", "")))
                case "ins" | "moveTo" | "smartTag" | "sdt" | "sdtContent":
                    yield from self.runs(child, target)


def _numbering(properties: _Element) -> tuple[str, int] | None:
    number, level = properties.find(f"{_W}numId"), properties.find(f"{_W}ilvl")
    if number is None:
        return None
    return number.get(f"{_W}val", ""), int(level.get(f"{_W}val", "0")) if level is not None else 0


def _is_on(props: _Element | None, name: str) -> bool:
    found = props.find(f"{_W}{name}") if props is not None else None
    return found is not None and found.get(f"{_W}val", "1") not in _OFF


def _words(parent: _Element) -> Iterator[str]:
    for element in parent.iter(f"{_W}t", f"{_W}tab", f"{_W}br", f"{_W}noBreakHyphen"):
        run = element.getparent()
        if run is not None and run.tag == f"{_W}r":
            name = etree.QName(element).localname
            yield (element.text or "") if name == "t" else "\u2011" if name[0] == "n" else " "
