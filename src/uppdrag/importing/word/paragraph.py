"""A paragraph of WordprocessingML in; its runs with their form, its place and its marks out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from uppdrag.document.tree import Inlines, Run
from uppdrag.importing.word.fields import CLOCKS, Field
from uppdrag.importing.word.file import ListPlace, WordComment, WordParagraph
from uppdrag.importing.word.markup import MATH, MC, W, is_on, number, value
from uppdrag.importing.word.numbering import Numbering
from uppdrag.importing.word.package import Relation, relation_id
from uppdrag.importing.word.styles import BODY_LEVEL, Styles
from uppdrag.importing.word.symbols import UNKNOWN, readable, symbol

if TYPE_CHECKING:
    from lxml.etree import _Element

_AROUND = frozenset(
    f"{W}{name}"
    for name in ("smartTag", "customXml", "ins", "moveTo", "bdo", "dir", "sdtContent", "rubyBase")
)
_SIGNS = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "\u2011",
}
_TEXTS = frozenset({f"{W}t", f"{W}delText"})
_FIELD = frozenset({f"{W}fldChar", f"{W}instrText"})
_NOTES = frozenset({f"{W}footnoteReference", f"{W}endnoteReference"})
_DRAWINGS = frozenset({f"{W}drawing", f"{W}pict", f"{W}object"})
_SPACES = re.compile(r"[\t\r\n]+")
_UNDERSTOOD = frozenset({"wps", "wpg", "wpc", "wp14", "w14", "w15", "v"})
"""Prefixes that a choice may require and be read all the same: they are about looks."""

_PICTURE = "En bild är inte med i handlingen{about}."
_EMBEDDED = "Ett inbäddat objekt (till exempel ett kalkylblad eller ett diagram) är inte med."
_CLOCK = "Datumet ”{text}” är ett fält som Word skriver om. Kontrollera vilken dag som ska stå."
_SYMBOL = "Ett specialtecken ur ett teckensnitt med egna tecken kunde inte läsas och blev □."


@dataclass(frozen=True, slots=True)
class Context:
    """What the paragraphs of one part are read with.

    `footnotes` are texts by the tag of what refers to them and their id. Words of the fields in
    `dropped` are left out.
    """

    styles: Styles
    numbering: Numbering
    relations: Mapping[str, Relation]
    footnotes: Mapping[tuple[str, str], str] = field(default_factory=dict)
    comments: Mapping[str, WordComment] = field(default_factory=dict)
    dropped: frozenset[str] = frozenset()


@dataclass(slots=True)
class Read:
    """A paragraph, and what is to be told of it: notes, hidden words, its text boxes."""

    paragraph: WordParagraph
    notes: list[str]
    hidden: list[str]
    boxes: list[_Element]


@dataclass(frozen=True, slots=True)
class _Form:
    """How the letters of a run look, and where it leads."""

    bold: bool = False
    italic: bool = False
    target: str | None = None


@dataclass(slots=True)
class _Gathering:
    """The runs of one paragraph so far."""

    said: list[tuple[_Form, list[str]]] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    boxes: list[_Element] = field(default_factory=list)
    clock: list[str] = field(default_factory=list)
    sizes: set[int] = field(default_factory=set)

    def add(self, text: str, form: _Form) -> None:
        if not text:
            return
        if not self.said or self.said[-1][0] != form:
            self.said.append((form, []))
        self.said[-1][1].append(text)

    def runs(self) -> Inlines:
        """Return the runs, neighbours of one form as one."""
        return tuple(
            Run("".join(parts), form.bold, form.italic, form.target) for form, parts in self.said
        )


@dataclass(slots=True)
class ParagraphReader:
    """Reads paragraphs in reading order: a field may begin in one and end in another."""

    context: Context
    fields: list[Field] = field(default_factory=list)

    def read(self, element: _Element, waiting: Iterable[_Element] = ()) -> Read:
        """Return what a paragraph says; `waiting` are marks that stand right before it."""
        found = _Gathering()
        own = element.find(f"{W}pPr")
        style_id = "" if own is None else value(own.find(f"{W}pStyle"))
        for mark in waiting:
            self._mark(mark, found)
        self._inline(element, _Form(), found)
        if found.clock:
            found.notes.append(_CLOCK.format(text="".join(found.clock).strip()[:80]))
        styles = self.context.styles
        paragraph = WordParagraph(
            runs=found.runs(),
            style=styles.name(style_id),
            heading=self._heading(own, style_id),
            item=self._item(own, style_id),
            marks=tuple(found.marks),
            comments=tuple(
                self.context.comments[name]
                for name in dict.fromkeys(found.comments)
                if name in self.context.comments
            ),
            after=_after(own),
            size=max(found.sizes, default=0) or styles.letters(style_id),
            indent=_indent(own),
            is_bold=styles.bold(style_id),
        )
        return Read(paragraph, found.notes, found.hidden, found.boxes)

    def _heading(self, own: _Element | None, style_id: str) -> int | None:
        styled = self.context.styles.heading(style_id)
        outline = None if own is None else own.find(f"{W}outlineLvl")
        if styled is not None and styled <= BODY_LEVEL:
            return styled
        level = number(outline, default=BODY_LEVEL)
        return level + 1 if 0 <= level < BODY_LEVEL else None

    def _item(self, own: _Element | None, style_id: str) -> ListPlace | None:
        styled = self.context.styles.numbering(style_id)
        numbering = None if own is None else own.find(f"{W}numPr")
        if numbering is None and styled is None:
            return None
        list_id, level = styled or ("", 0)
        if numbering is not None:
            list_id = value(numbering.find(f"{W}numId")) or list_id
            level = number(numbering.find(f"{W}ilvl"), default=level)
        return None if list_id in {"", "0"} else self.context.numbering.place(list_id, level)

    def _inline(self, parent: _Element, form: _Form, found: _Gathering) -> None:
        for child in parent:
            match child.tag:
                case tag if tag == f"{W}r":
                    self._run(child, form, found)
                case tag if tag == f"{W}hyperlink":
                    self._inline(child, replace(form, target=self._target(child)), found)
                case tag if tag == f"{W}fldSimple":
                    self.fields.append(Field(value(child, "instr"), has_result=True))
                    self._inline(child, form, found)
                    self.fields.pop()
                case tag if tag == f"{W}sdt":
                    for content in child.iterfind(f"{W}sdtContent"):
                        self._inline(content, form, found)
                case tag if tag in _AROUND:
                    self._inline(child, form, found)
                case tag if tag == f"{MC}AlternateContent":
                    self._inline(chosen(child), form, found)
                case tag if isinstance(tag, str) and tag.startswith(MATH):
                    self._say("".join(t.text or "" for t in child.iter(f"{MATH}t")), form, found)
                case _:
                    self._mark(child, found)

    def _mark(self, element: _Element, found: _Gathering) -> None:
        if element.tag == f"{W}bookmarkStart":
            found.marks.append(value(element, "name"))
        elif element.tag in {f"{W}commentRangeStart", f"{W}commentReference"}:
            found.comments.append(value(element, "id"))

    def _target(self, link: _Element) -> str | None:
        relation = self.context.relations.get(relation_id(link))
        if relation is None or not relation.is_external:
            return None
        anchor = value(link, "anchor")
        return f"{relation.target}#{anchor}" if anchor else relation.target

    def _run(self, run: _Element, form: _Form, found: _Gathering) -> None:
        own = run.find(f"{W}rPr")
        form = self._form(own, form)
        if own is not None and is_on(own.find(f"{W}vanish")):
            found.hidden.append("".join(t.text or "" for t in run.iter(f"{W}t")))
            return
        for child in run:
            self._piece(child, form, found)
        size = None if own is None else own.find(f"{W}sz")
        if size is not None and any((t.text or "").strip() for t in run.iterfind(f"{W}t")):
            found.sizes.add(number(size))

    def _form(self, own: _Element | None, form: _Form) -> _Form:
        if own is None:
            return form
        styles = self.context.styles
        style_id = value(own.find(f"{W}rStyle"))
        bold, italic = is_on(own.find(f"{W}b")), is_on(own.find(f"{W}i"))
        if style_id:
            bold = styles.bold(style_id) if bold is None else bold
            italic = styles.italic(style_id) if italic is None else italic
        return _Form(bold or False, italic or False, form.target)

    def _piece(self, child: _Element, form: _Form, found: _Gathering) -> None:
        tag = str(child.tag)
        if tag in _TEXTS:
            self._say(readable(_SPACES.sub(" ", child.text or "")), form, found)
        elif tag in _SIGNS:
            self._say(_SIGNS[tag], form, found)
        elif tag == f"{W}sym":
            self._symbol(child, form, found)
        elif tag in _FIELD:
            self._field(child)
        elif tag in _NOTES:
            if text := self.context.footnotes.get((tag, value(child, "id"))):
                self._say(f" ({text})", form, found)
        elif tag in _DRAWINGS:
            _drawing(child, found)
        else:
            self._rare(child, form, found)

    def _rare(self, child: _Element, form: _Form, found: _Gathering) -> None:
        if child.tag == f"{MC}AlternateContent":
            for inner in chosen(child):
                self._piece(inner, form, found)
        elif child.tag == f"{W}ruby":
            for base in child.iterfind(f"{W}rubyBase"):
                self._inline(base, form, found)
        else:
            self._mark(child, found)

    def _symbol(self, child: _Element, form: _Form, found: _Gathering) -> None:
        code = value(child, "char")
        is_code = re.fullmatch(r"[0-9A-Fa-f]{1,6}", code) is not None
        sign = symbol(value(child, "font"), int(code, 16) % 0x110000) if is_code else UNKNOWN
        if sign == UNKNOWN:
            found.notes.append(_SYMBOL)
        self._say(sign, form, found)

    def _field(self, element: _Element) -> None:
        kind = value(element, "fldCharType")
        if element.tag == f"{W}instrText":
            if self.fields:
                self.fields[-1].instruction += element.text or ""
        elif kind == "begin":
            self.fields.append(Field())
        elif self.fields and kind == "separate":
            self.fields[-1].has_result = True
        elif self.fields and kind == "end":
            self.fields.pop()

    def _say(self, text: str, form: _Form, found: _Gathering) -> None:
        """Add a text, unless it stands in the instruction of a field or in one that is dropped."""
        for one in self.fields:
            if not one.has_result or one.kind in self.context.dropped:
                return
            if one.kind in CLOCKS:
                found.clock.append(text)
            if one.address is not None:
                form = replace(form, target=one.address)
        found.add(text, form)


def _after(own: _Element | None) -> int | None:
    spacing = None if own is None else own.find(f"{W}spacing")
    return None if spacing is None or not value(spacing, "after") else number(spacing, "after")


def _indent(own: _Element | None) -> int:
    indent = None if own is None else own.find(f"{W}ind")
    if indent is None:
        return 0
    return number(indent, "left") or number(indent, "start")


def chosen(alternate: _Element) -> _Element:
    """Return the one branch that is read of several that say the same."""
    for branch in alternate.iterfind(f"{MC}Choice"):
        if set((branch.get("Requires") or "").split()) <= _UNDERSTOOD:
            return branch
    return next(alternate.iterfind(f"{MC}Fallback"), alternate)


def _drawing(element: _Element, found: _Gathering) -> None:
    """Note what a drawing is; its text boxes are read after the paragraph that it hangs on."""
    boxes = list(_boxes(element))
    found.boxes.extend(boxes)
    if boxes:
        return
    if element.tag == f"{W}object" or any(_is_chart(child) for child in element.iter()):
        found.notes.append(_EMBEDDED)
        return
    words = next((e.get("descr") or "" for e in element.iter() if e.get("descr")), "")
    about = f" (beskrivning: ”{words[:200]}”)" if words else ""
    found.notes.append(_PICTURE.format(about=about))


def _boxes(element: _Element) -> Iterator[_Element]:
    for child in element:
        if child.tag == f"{W}txbxContent":
            yield child
        elif child.tag == f"{MC}AlternateContent":
            yield from _boxes(chosen(child))
        else:
            yield from _boxes(child)


def _is_chart(element: _Element) -> bool:
    uri = element.get("uri") or ""
    return uri.endswith(("/chart", "/diagram", "/ole"))


def joined_texts(paragraphs: Iterable[WordParagraph]) -> str:
    """Return the words of some paragraphs on one line."""
    return " ".join(" ".join(p.text.split()) for p in paragraphs if p.text.strip())
