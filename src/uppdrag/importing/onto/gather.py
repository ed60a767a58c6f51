"""The lines of an edited Word file, each with the line that it was, in; what each says where, out.

A line belongs where it stands: under the heading or label, or among the facts, that come before it.
Only where two running texts follow each other does it matter which of them a line came from.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from uppdrag.compare.lines import Container, Line, Shape, relined
from uppdrag.document.phrases import STATUS_WORDS
from uppdrag.document.tree import Inlines
from uppdrag.importing.headings import heading_words, section_of
from uppdrag.importing.keys import Keys
from uppdrag.importing.onto.inlines import split_label, words_of
from uppdrag.importing.onto.page import PageLine
from uppdrag.importing.onto.slots import TEXT_KEYS, Kind, Slot
from uppdrag.model.handling import Path
from uppdrag.model.rubriker import FACTS, LABELS, SUBSECTIONS

Group: TypeAlias = tuple[object, ...]

_HEAD: Group = ("head",)
_ORGANISATION = "arbetsorganisation"


@dataclass(slots=True)
class Gathered:
    """What an edited file says: the lines of each value, and the order of the keys.

    `texts` are running texts by their canonical paths, `order` the keys from the top, `parts` the
    keys of each section. `places` is the path that each line went to.
    """

    order: list[str] = field(default_factory=list)
    parts: dict[str, list[str]] = field(default_factory=dict)
    texts: dict[Path, list[Line]] = field(default_factory=dict)
    title: str | None = None
    facts: dict[str, list[Line]] = field(default_factory=dict)
    headings: dict[Path, str] = field(default_factory=dict)
    labels: dict[Path, Inlines] = field(default_factory=dict)
    sentences: dict[Path, str] = field(default_factory=dict)
    decision: list[int] = field(default_factory=list)
    recipients: list[int] = field(default_factory=list)
    rows: dict[str, list[int]] = field(default_factory=dict)
    places: dict[int, Path] = field(default_factory=dict)
    homeless: list[int] = field(default_factory=list)


def gather(
    slots: Sequence[Slot],
    keys: Sequence[str],
    new: Sequence[PageLine],
    partners: Sequence[int | None],
) -> Gathered:
    """Return what an edited file says; `keys` are those that the mandate has."""
    work = _Gathering(slots, _groups(slots), Keys(set(keys)), set(keys))
    for at, (page, partner) in enumerate(zip(new, partners, strict=True)):
        work.take(at, page.line, slots[partner] if partner is not None else None)
    return work.found


def _groups(slots: Sequence[Slot]) -> dict[Group, list[Path]]:
    """Return the running texts that follow each line that opens something."""
    groups: dict[Group, list[Path]] = {}
    group = _HEAD
    for slot in slots:
        if slot.kind.opens:
            group = _group(slot)
        texts = groups.setdefault(group, [])
        if slot.text is not None and slot.text not in texts:
            texts.append(slot.text)
    return groups


def _group(slot: Slot) -> Group:
    match slot.kind:
        case Kind.FACT | Kind.TITLE:
            return _HEAD
        case Kind.DECISION | Kind.RECIPIENT | Kind.RECIPIENTS | Kind.TIMETABLE:
            return (slot.kind, slot.path[0])
        case _:
            return ("part", *slot.path)


@dataclass(slots=True)
class _Gathering:
    slots: Sequence[Slot]
    groups: dict[Group, list[Path]]
    keys: Keys
    base_keys: set[str]
    found: Gathered = field(default_factory=Gathered)
    group: Group = _HEAD
    at: int = -1
    open_text: Path | None = None
    part: Path = ()
    seen: set[Path] = field(default_factory=set)

    def take(self, at: int, line: Line, slot: Slot | None) -> None:
        kinds = {frame.kind for frame in line.frames}
        if line.shape is Shape.HEADING:
            self._heading(at, line, slot)
        elif kinds & {Container.FACTS, Container.LETTERHEAD}:
            self._fact(at, line, slot)
        elif Container.SIGNATURE in kinds:
            self._open((Kind.DECISION, "beslut"), ())
            self._key("beslut")
            self.found.decision.append(at)
            self.found.places[at] = ("beslut",)
        elif slot is not None and slot.kind is Kind.TIMETABLE:
            self._row(at, str(slot.path[0]))
        elif self.group[0] is Kind.TIMETABLE and line.shape is Shape.ROW and slot is None:
            self._row(at, str(self.group[1]))
        elif self._is_recipient(line, slot):
            self._open((Kind.RECIPIENT, "sändlista"), ())
            self.found.recipients.append(at)
            self.found.places[at] = ("sändlista",)
        elif slot is not None and slot.kind is Kind.FACT and slot.path == ("dokumenttyp",):
            self._fact(at, line, slot)
        elif not self._label(at, line, slot) and not self._sentence(at, line, slot):
            self._prose(at, line, slot)

    def _key(self, key: str) -> None:
        if key not in self.found.order:
            self.found.order.append(key)
            self.keys.take(key)

    def _subkey(self, path: Path) -> None:
        parts = self.found.parts.setdefault(str(path[0]), [])
        if path[1] not in parts:
            parts.append(str(path[1]))

    def _open(self, group: Group, part: Path) -> None:
        if self.group != group:
            self.at, self.open_text = -1, None
        self.group, self.part = group, part

    def _heading(self, at: int, line: Line, slot: Slot | None) -> None:
        words = words_of(line.cells[0])
        if line.level == 1 and self.found.title is None:
            self.found.title = words
            self.found.places[at] = ("titel",)
            self._key("titel")
            self._open(_HEAD, ())
            return
        if slot is not None and slot.kind in _HEADINGS and slot.path not in self.seen:
            level = 3 if slot.kind is Kind.PART else 2
            path = slot.path
            is_elsewhere = level == 3 and self.part[:1] != path[:1]  # noqa: PLR2004 - Word's levels
            if is_elsewhere or level != line.level:
                path = self._new_heading(line, words)
        else:
            path = self._new_heading(line, words)
        self.seen.add(path)
        self._key(str(path[0]))
        if len(path) > 1:
            self._subkey(path)
        self.found.headings[path] = words
        self.found.places[at] = path
        if path[0] == "sändlista":
            self._open((Kind.RECIPIENTS, "sändlista"), ())
        else:
            self._open(("part", *path), path)

    def _new_heading(self, line: Line, words: str) -> Path:
        section = self.part[:1]
        if line.level > 2 and section:  # noqa: PLR2004 - Word's levels
            known = next((k for k, v in SUBSECTIONS.items() if v == words), None)
            parts = self.found.parts.setdefault(str(section[0]), [])
            if section[0] == "beslutsordning" and known and (*section, known) not in self.seen:
                return (*section, known)
            had = {str(s.path[1]) for s in self.slots if s.path[:1] == section and s.path[1:]}
            return (*section, Keys({*parts, *had}).own(words))
        key = section_of(words)
        if key is not None and key not in self.keys.taken and heading_words(words) == words:
            return (key,)
        return (self.keys.own(words),)

    def _fact(self, at: int, line: Line, slot: Slot | None) -> None:
        self._open(_HEAD, ())
        named = _named(line)
        if named is not None and (slot is None or slot.path[:1] != (named,)):
            is_free = named not in self.found.facts and (slot is None or named in self.base_keys)
            slot = Slot(Kind.FACT, (named,)) if is_free or named == "status" else slot
        if slot is None or slot.kind is not Kind.FACT:
            last = next(reversed(self.found.facts), None)
            if line.shape is Shape.VALUE and last is not None:
                self.found.facts[last].append(line)
                self.found.places[at] = (last,)
            else:
                self.found.homeless.append(at)
            return
        key = str(slot.path[0])
        if key != "status":
            self._key(key)
        self.found.facts.setdefault(key, []).append(line)
        self.found.places[at] = (key,)

    def _row(self, at: int, section: str) -> None:
        self._open((Kind.TIMETABLE, section), (section,))
        self._subkey((section, "poster"))
        self._key(section)
        self.found.rows.setdefault(section, []).append(at)
        self.found.places[at] = (section, "poster")

    def _is_recipient(self, line: Line, slot: Slot | None) -> bool:
        if self.group[0] not in {Kind.RECIPIENTS, Kind.RECIPIENT}:
            return False
        if slot is not None:
            return slot.kind is Kind.RECIPIENT
        return any(frame.kind is Container.ITEM for frame in line.frames)

    def _label(self, at: int, line: Line, slot: Slot | None) -> bool:
        if line.shape is not Shape.PARAGRAPH:
            return False
        label, rest = split_label(line.cells[0])
        if not label:
            return False
        path: Path | None = None
        if slot is not None and slot.kind is Kind.LABEL:
            path = slot.path
        elif slot is None and self.part[:1] == (_ORGANISATION,) and not line.frames:
            known = {f"{words}:": key for key, words in LABELS.items()}.get(label[0].text)
            path = (_ORGANISATION, known) if known else None
        if path is None or path in self.seen or self.part[:1] != path[:1]:
            return False
        self.seen.add(path)
        self._open(("part", *path), path)
        self._key(str(path[0]))
        self._subkey(path)
        self.found.labels[path] = label
        self.found.places[at] = path
        if slot is not None and slot.is_worded:
            self.found.sentences[path] = words_of(rest)
        elif rest:
            self._into(self._text_here(None), relined(line, (rest,)), at)
        return True

    def _sentence(self, at: int, line: Line, slot: Slot | None) -> bool:
        if slot is None or slot.kind is not Kind.SENTENCE or slot.path in self.seen:
            return False
        if self.part[:1] != slot.path[:1]:
            return False
        self.seen.add(slot.path)
        self._open(("part", *slot.path), slot.path)
        self._subkey(slot.path)
        self.found.sentences[slot.path] = words_of(line.cells[0])
        self.found.places[at] = slot.path
        return True

    def _prose(self, at: int, line: Line, slot: Slot | None) -> None:
        texts = self.groups.get(self.group, [])
        own = slot.text if slot is not None else None
        if own in texts and texts.index(own) >= self.at:
            self.at = texts.index(own)
            self.open_text = own
        is_note = any(frame.kind is Container.NOTE for frame in line.frames)
        if self.group == _HEAD and is_note is not (self.open_text == ("anmärkning",)):
            self.open_text = None
        if self.open_text is None:
            self.open_text = self._text_here(line)
        self._into(self.open_text, line, at)

    def _text_here(self, line: Line | None) -> Path:
        """Return the running text that goes on here, or a new one."""
        texts = self.groups.get(self.group, [])
        is_note = line is not None and any(f.kind is Container.NOTE for f in line.frames)
        for number, path in enumerate(texts):
            if number >= self.at and (path == ("anmärkning",)) is is_note:
                self.at = number
                self.open_text = path
                return path
        path = self._new_text(line, is_note=is_note)
        self.open_text = path
        return path

    def _new_text(self, line: Line | None, *, is_note: bool) -> Path:
        words = words_of(line.cells[0]) if line is not None else ""
        if is_note:
            return ("anmärkning",)
        if self.group == _HEAD and "ingress" not in self.keys.taken:
            return ("ingress",)
        if self.group[0] is Kind.RECIPIENTS:
            return ("sändlista", "text")
        if self.part:
            is_worded = self.part in self.found.sentences
            path = (*self.part[:1], "text") if is_worded else (*self.part, "text")
            if path not in self.found.texts and path not in {s.text for s in self.slots}:
                return path
            taken = Keys(set(self.found.parts.get(str(self.part[0]), [])))
            return (self.part[0], taken.own(words), "text")
        return (self.keys.own(words), "text")

    def _into(self, path: Path, line: Line, at: int) -> None:
        self._key(str(path[0]))
        if path[0] not in TEXT_KEYS and path[0] != "sändlista":
            self._subkey(path)
        self.found.texts.setdefault(path, []).append(line)
        self.found.places[at] = path


def _named(line: Line) -> str | None:
    """Return the key of the fact that the label of a line names, or that its words can only be."""
    if len(line.cells) > 1 and line.cells[0]:
        label = words_of(line.cells[0]).removesuffix(":")
        return next((key for key, words in FACTS.items() if words == label), None)
    return "status" if words_of(line.cells[-1]) in STATUS_WORDS.values() else None


_HEADINGS = frozenset({Kind.SECTION, Kind.PART, Kind.RECIPIENTS})
