"""The parts of a Word file in; what a reader sees of them, line by line, out.

Two files that a reader cannot tell apart have the same lines, however their XML cuts the text into
runs and whatever numbers their lists have inside the file.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import PurePosixPath
from typing import NamedTuple

from lxml import etree
from redline_resolver import W

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_VAL = f"{W}val"
GAP = "Tabellskiljare"
"""The style of paragraphs that hold tables apart."""

_SIGNS = {"tab": "\t", "br": "\n", "drawing": "⟨drawing⟩"}
_FORMATS = {"decimal": str, "lowerLetter": lambda n: chr(96 + n)}
_OUTSIDE_THE_LOOK = frozenset(f"{W}{name}" for name in ("pStyle", "numPr", "rPr", "sectPr"))
_OTHER_SCRIPTS = frozenset(f"{W}{name}" for name in ("bCs", "iCs", "szCs"))


class Line(NamedTuple):
    """A paragraph, or a row of a table with its cells between ` | `.

    `style` is a style's name, `label` what a list puts before the text, with its level. `look` is
    all that a paragraph has beyond its style: spacing, indents, what it is kept with.
    """

    place: str
    style: str
    label: str
    text: str
    look: str = ""

    def __str__(self) -> str:
        """Return the line without its look."""
        return f"{self.style} | {self.label} | {self.text}"


class Piece(NamedTuple):
    """A stretch of text, its form as the names of what it has, and where it leads."""

    text: str
    form: tuple[str, ...]
    target: str


def lines(parts: Mapping[str, bytes]) -> list[Line]:
    """Return the lines of the text, then those of the heads and feet that its pages have."""
    document = etree.fromstring(parts["word/document.xml"])
    body = document.find(f"{W}body")
    assert body is not None
    reader = _Reader.of(parts)
    found = list(reader.blocks(body, "text", _relations(parts, "word/document.xml")))
    relations = _relations(parts, "word/document.xml")
    for reference in body.iter(f"{W}headerReference", f"{W}footerReference"):
        kind = etree.QName(reference).localname.removesuffix("Reference")
        place = f"{kind} {reference.get(f'{W}type')}"
        name = f"word/{relations[str(reference.get(f'{_R}id'))]}"
        found += reader.blocks(etree.fromstring(parts[name]), place, _relations(parts, name))
    return found


def without_look(found: list[Line]) -> list[Line]:
    """Return the lines with their words, forms, styles and labels only.

    A paragraph without words that only holds tables apart is left out: Word cannot take away the
    last one before or after a table, so one may be left over where a table came or went.
    """
    return [line._replace(look="") for line in found if line.text or line.style != GAP]


def difference(expected: list[Line], actual: list[Line]) -> str:
    """Return the first place where two lists of lines part; empty when they are the same."""
    for number in range(max(len(expected), len(actual))):
        want = expected[number] if number < len(expected) else None
        have = actual[number] if number < len(actual) else None
        if want != have:
            looks = ""
            if want and have and want[:-1] == have[:-1]:
                looks = f"\n  look: {want.look}\n     is: {have.look}"
            return f"line {number + 1}\n  want: {want}\n  have: {have}{looks}"
    return ""


@dataclass(slots=True)
class _Level:
    number: str
    text: str
    start: int


@dataclass(slots=True)
class _Reader:
    """Knows the styles and the numbering of a file, and counts on through it."""

    styles: Mapping[str, etree._Element]
    levels: Mapping[str, Mapping[int, _Level]]
    abstract: Mapping[str, str]
    restarts: dict[str, dict[int, int]]
    counts: dict[str, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))

    @classmethod
    def of(cls, parts: Mapping[str, bytes]) -> "_Reader":
        styles = {
            str(style.get(f"{W}styleId")): style
            for style in etree.fromstring(parts["word/styles.xml"]).iter(f"{W}style")
        }
        root = etree.fromstring(parts.get("word/numbering.xml", b"<none/>"))
        levels = {
            str(abstract.get(f"{W}abstractNumId")): {
                int(str(level.get(f"{W}ilvl"))): _level(level) for level in abstract.iter(f"{W}lvl")
            }
            for abstract in root.iter(f"{W}abstractNum")
        }
        abstract, restarts = {}, {}
        for num in root.iter(f"{W}num"):
            name = str(num.get(f"{W}numId"))
            abstract[name] = _value(num, "abstractNumId")
            restarts[name] = {
                int(str(one.get(f"{W}ilvl"))): int(_value(one, "startOverride"))
                for one in num.iter(f"{W}lvlOverride")
                if one.find(f"{W}startOverride") is not None
            }
        return cls(styles, levels, abstract, restarts)

    def blocks(
        self, parent: etree._Element, place: str, links: Mapping[str, str]
    ) -> Iterator[Line]:
        for child in parent:
            if child.tag == f"{W}p":
                yield self._paragraph(child, place, links)
            elif child.tag == f"{W}tbl":
                yield from self._rows(child, place, links)
            elif child.tag in {f"{W}sdt", f"{W}sdtContent"}:
                yield from self.blocks(child, place, links)
            elif child.tag in {f"{W}r", f"{W}hyperlink"}:
                yield Line(place, "", "", f"a run outside every paragraph: {child.tag}")

    def _rows(self, table: etree._Element, place: str, links: Mapping[str, str]) -> Iterator[Line]:
        style = self._name(_value(table.find(f"{W}tblPr"), "tblStyle"))
        grid = ",".join(str(column.get(f"{W}w")) for column in table.iter(f"{W}gridCol"))
        for row in table.iterchildren(f"{W}tr"):
            cells = [
                " / ".join(f"{line.style}: {line.text}" for line in self.blocks(cell, place, links))
                for cell in row.iterchildren(f"{W}tc")
            ]
            properties = row.find(f"{W}trPr")
            look = [] if properties is None else list(map(_markup, properties))
            yield Line(place, style, "row", " | ".join(cells), f"{grid} {' '.join(look)}")

    def _paragraph(self, paragraph: etree._Element, place: str, links: Mapping[str, str]) -> Line:
        properties = paragraph.find(f"{W}pPr")
        style = _value(properties, "pStyle")
        look = (
            []
            if properties is None
            else [_markup(child) for child in properties if child.tag not in _OUTSIDE_THE_LOOK]
        )
        text = _shown(_pieces(paragraph, (), "", links))
        return Line(place, self._name(style), self._label(properties, style), text, " ".join(look))

    def _name(self, style: str) -> str:
        return _value(self.styles.get(style), "name") if style else "Normal"

    def _label(self, properties: etree._Element | None, style: str) -> str:
        """Return the number or bullet of a paragraph as printed, with its level (17.9)."""
        number, level = self._numbering(properties, style)
        if number in {"", "0"}:
            return ""
        abstract = self.abstract[number]
        counts = self.counts[abstract]
        levels = self.levels[abstract]
        for deeper in [one for one in counts if one > level]:
            del counts[deeper]
        restart = self.restarts[number].pop(level, None)
        if restart is not None:
            counts[level] = restart
        else:
            counts[level] = counts.get(level, levels[level].start - 1) + 1
        shape = levels[level]
        if shape.number == "bullet":
            return f"{shape.text} level {level}"
        label = shape.text
        for one, at in levels.items():
            count = counts.get(one, at.start)
            label = label.replace(f"%{one + 1}", _FORMATS.get(at.number, str)(count))
        return f"{label} level {level}"

    def _numbering(self, properties: etree._Element | None, style: str) -> tuple[str, int]:
        """Return a paragraph's list and level: its own, or those of the style it stands in."""
        own = None if properties is None else properties.find(f"{W}numPr")
        if own is not None:
            return _value(own, "numId"), int(_value(own, "ilvl") or 0)
        while style in self.styles:
            own = self.styles[style].find(f"{W}pPr/{W}numPr")
            if own is not None:
                return _value(own, "numId"), int(_value(own, "ilvl") or 0)
            style = _value(self.styles[style], "basedOn")
        return "", 0


def _level(level: etree._Element) -> _Level:
    start = int(_value(level, "start") or 0)
    return _Level(_value(level, "numFmt"), _value(level, "lvlText"), start)


def _value(parent: etree._Element | None, name: str) -> str:
    child = None if parent is None else parent.find(f"{W}{name}")
    return "" if child is None else str(child.get(_VAL, ""))


def _markup(element: etree._Element) -> str:
    """Return an element and its attributes, short: `spacing(after=120)`."""
    values = ",".join(
        f"{etree.QName(name).localname}={value}" for name, value in sorted(element.items())
    )
    inner = "".join(map(_markup, element))
    return f"{etree.QName(element).localname}{f'({values})' if values else ''}{inner}"


def _form(properties: etree._Element) -> tuple[str, ...]:
    """Return the form that run properties give, without what they say twice for other scripts."""
    return tuple(sorted(_markup(one) for one in properties if one.tag not in _OTHER_SCRIPTS))


def _pieces(
    parent: etree._Element, form: tuple[str, ...], target: str, links: Mapping[str, str]
) -> Iterator[Piece]:
    for child in parent:
        match etree.QName(child).localname:
            case "r":
                properties = child.find(f"{W}rPr")
                own = () if properties is None else _form(properties)
                yield from _pieces(child, own, target, links)
            case "hyperlink":
                address = links.get(str(child.get(f"{_R}id")), "a link to nowhere")
                yield from _pieces(child, form, address, links)
            case "t" | "delText":
                yield Piece(child.text or "", form, target)
            case "tab" | "br" | "drawing" as name:
                yield Piece(_SIGNS[name], form, target)
            case "instrText" | "fldSimple":
                code = child.text or child.get(f"{W}instr")
                yield Piece(f"⟨{' '.join(str(code).split())}⟩", form, target)
            case "AlternateContent":
                yield from _pieces(child[0], form, target, links)
            case "ins" | "del" | "moveFrom" | "moveTo" as name:
                yield Piece(f"⟨{name}⟩", (), "")
                yield from _pieces(child, form, target, links)
            case "sdt" | "sdtContent" | "smartTag":
                yield from _pieces(child, form, target, links)


def _shown(pieces: Iterator[Piece]) -> str:
    """Return the text with its forms in brackets, each stretch of one form once."""
    out = []
    seen = [piece for piece in pieces if piece.text]
    for (form, target), group in groupby(seen, lambda piece: (piece.form, piece.target)):
        words = "".join(piece.text for piece in group)
        if form:
            words = f"⟨{' '.join(form)}: {words}⟩"
        out.append(f"[{words}]({target})" if target else words)
    return "".join(out)


def _relations(parts: Mapping[str, bytes], name: str) -> dict[str, str]:
    path = PurePosixPath(name)
    content = parts.get(f"{path.parent}/_rels/{path.name}.rels", b"<none/>")
    return {str(one.get("Id")): str(one.get("Target")) for one in etree.fromstring(content)}
