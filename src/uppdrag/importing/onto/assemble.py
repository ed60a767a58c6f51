"""What an edited file says where, and the mandate that it was made of, in; the mandate's data out.

What did not change is not touched: its value is the very one of the mandate.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from uppdrag.compare.lines import Container, Line, Shape
from uppdrag.importing.onto import values
from uppdrag.importing.onto.decided import DecisionLine, decision_value
from uppdrag.importing.onto.fields import in_order, led_by, like
from uppdrag.importing.onto.gather import Gathered
from uppdrag.importing.onto.inlines import split_label, words_of
from uppdrag.importing.onto.page import PageLine
from uppdrag.importing.onto.slots import TEXT_KEYS, Kind, Slot, canonical
from uppdrag.importing.onto.texts import with_lines
from uppdrag.importing.onto.yaml_values import Data
from uppdrag.model.handling import Path, Typ
from uppdrag.model.rubriker import LABELS, RECIPIENTS, section_heading

_KEPT = frozenset({Container.LIST, Container.ITEM, Container.TABLE})
_APPOINTED = re.compile(r"Utses av (.+)\.")
_BEFORE_A_NUMBER = re.compile("\u00a0(?=\\d)")


@dataclass(frozen=True, slots=True)
class Base:
    """A mandate: its data, what each printed line stands for, and how Word shows those lines."""

    data: Mapping[str, Data]
    typ: Typ
    slots: Sequence[Slot]
    page: Sequence[PageLine]


@dataclass(frozen=True, slots=True)
class Assembled:
    """The data that an edited file says, and sentences about what could not be taken over."""

    data: dict[str, Data]
    told: tuple[str, ...]


def assemble(
    base: Base, found: Gathered, new: Sequence[PageLine], partners: Sequence[int | None]
) -> Assembled:
    """Return the data that an edited file says."""
    work = _Assembly(base, found, new, partners)
    made = {key: work.value(key) for key in found.order}
    printed = {str(slot.path[0]) for slot in base.slots} - {"status"}
    if not found.title:
        printed -= {"titel"}
        work.told.append("Titeln saknas i Word-filen. Den står kvar i handlingen.")
    kept = {key: value for key, value in base.data.items() if key not in printed}
    if (status := work.status()) is not None:
        kept["status"] = status
    values_by_key = {**kept, **{key: value for key, value in made.items() if value}}
    order = in_order(list(base.data), [k for k in found.order if made.get(k)], set(kept))
    work.tell_of_the_homeless()
    return Assembled({key: values_by_key[key] for key in order}, tuple(work.told))


@dataclass(slots=True)
class _Assembly:
    base: Base
    found: Gathered
    new: Sequence[PageLine]
    partners: Sequence[int | None]
    told: list[str] = field(default_factory=list)

    def value(self, key: str) -> Data:
        old = self.base.data.get(key)
        if key == "titel":
            was = self._was(Kind.TITLE, ("titel",))
            return _same(old, was, self.found.title or "")
        if key in self.found.facts:
            return self._fact(key, old)
        if key in TEXT_KEYS:
            return self._text((key,), old)
        if key == "beslut":
            return decision_value(old, self._decision_lines())
        if key == "sändlista":
            return self._recipients(old)
        return self._section(key, old)

    def status(self) -> str | None:
        lines = self.found.facts.get("status", [])
        was = [words_of(line.cells[-1]) for line in self._lines(Kind.FACT, ("status",))]
        now = [words_of(line.cells[-1]) for line in lines]
        if was == now or not was:
            return None
        found = values.status_value(now[0]) if now else None
        if found is None:
            self.told.append("Orden om status i brevhuvudet är ändrade. Ändra status i filen.")
        return found

    def tell_of_the_homeless(self) -> None:
        for at in self.found.homeless:
            words = " ".join(words_of(cell) for cell in self.new[at].line.cells).strip()
            self.told.append(
                f"Raden ”{words}” bland uppgifterna överst svarar inte mot något fält. "
                "Skriv in den i filen där den hör hemma."
            )

    # What the mandate said.

    def _lines(self, kind: Kind, path: Path) -> list[Line]:
        pairs = zip(self.base.slots, self.base.page, strict=True)
        return [page.line for slot, page in pairs if slot.kind is kind and slot.path == path]

    def _was(self, kind: Kind, path: Path) -> str:
        found = self._lines(kind, path)
        return words_of(found[0].cells[0]) if found else ""

    def _text_lines(self, path: Path) -> list[Line]:
        """Return the lines that a running text had, without the label before the first."""
        found = []
        for slot, page in zip(self.base.slots, self.base.page, strict=True):
            if slot.text == path:
                rest = split_label(page.line.cells[0])[1]
                is_labelled = slot.kind is Kind.LABEL
                cells = (rest,) if is_labelled else page.line.cells
                found.append(replace(page.line, cells=cells))
        return found

    def _decision_lines(self) -> list[DecisionLine]:
        slots, pages = self.base.slots, self.base.page
        found = [(self.new[at], self.partners[at]) for at in self.found.decision]
        return [
            DecisionLine(page, None, ())
            if partner is None
            else DecisionLine(page, slots[partner], pages[partner].line.cells[0])
            for page, partner in found
        ]

    # Values.

    def _text(self, path: Path, old: Data) -> Data:
        was = [_free(line) for line in self._text_lines(path)]
        now = [_free(line) for line in self.found.texts.get(path, [])]
        if not now:
            return None
        if isinstance(old, str) and _said(was) == _said(now):
            return old
        text = with_lines(old.rstrip("\n") if isinstance(old, str) else "", was, now)
        ends = old[len(old.rstrip("\n")) :] if isinstance(old, str) else ""
        return text + ends

    def _fact(self, key: str, old: Data) -> Data:
        was_lines = self._lines(Kind.FACT, (key,))
        lines = self.found.facts[key]
        was = [words_of(line.cells[-1]) for line in was_lines]
        now = [words_of(line.cells[-1]) for line in lines if words_of(line.cells[-1])]
        labels = [_fact_label(was_lines), _fact_label(lines)]
        if not now:
            return None
        value = old if was == now else self._fact_value(key, old, was, now)
        if labels[0] != labels[1] and labels[1]:
            value = self._relabelled(key, value, labels[1])
        return value

    def _fact_value(self, key: str, old: Data, was: Sequence[str], now: Sequence[str]) -> Data:
        match key:
            case "organisation":
                return list(now) if isinstance(old, list) or len(now) > 1 else now[0]
            case "uppdragsgivare" | "uppdragstagare":
                return values.parties_value(old, was, now)
            case "giltighet":
                return values.validity_value(old if old is not None else {}, now)
            case "utgår_från":
                return values.common_value(old, " ".join(now))
            case _:
                return _same(old, " ".join(was), " ".join(now))

    def _relabelled(self, key: str, value: Data, label: str) -> Data:
        words = label.removesuffix(":")
        if key in {"uppdragsgivare", "uppdragstagare"}:
            if isinstance(value, str):
                return {"etikett": words, "text": value}
            if isinstance(value, Mapping):
                return led_by(value, "etikett", words)
        self.told.append(
            f"Etiketten ”{label}” för fältet {key} har ändrats i Word. Den är bestämd av formatet "
            "och tas inte över."
        )
        return value

    def _section(self, key: str, old: Data) -> Data:
        fields: dict[str, Data] = {"text": old} if isinstance(old, str) else dict(old or {})
        seen = self.found.parts.get(key, [])
        made: dict[str, Data] = {}
        for name in seen:
            value = (
                self._text((key, "text"), fields.get("text"))
                if name == "text"
                else self._part((key, name), fields.get(name))
            )
            if value:
                made[name] = value
        heading = self._heading((key,), fields.get("rubrik"))
        if heading is None and (key,) in self.found.headings and not made:
            heading = self.found.headings[key,]
        if heading is not None:
            made["rubrik"] = heading
        fixed = set(fields) - {*made, "rubrik", *self._printed_parts(key)}
        if "rubrik" in made and "rubrik" in fields:
            fixed.add("rubrik")
        order = in_order(list(fields), [n for n in seen if n in made], fixed)
        if "rubrik" in made and "rubrik" not in order:
            order.insert(0, "rubrik")
        value = {name: made.get(name, fields.get(name)) for name in order}
        if set(value) == {"text"} and (isinstance(old, str) or old is None):
            return value["text"]
        return value

    def _printed_parts(self, key: str) -> set[str]:
        """Return the parts of a section that some line stands for."""
        found = set()
        for slot in self.base.slots:
            for path in (slot.path, canonical(slot.text) if slot.text else ()):
                if path[:1] == (key,) and len(path) > 1:
                    found.add(str(path[1]))
        return found

    def _heading(self, path: Path, old: Data) -> str | None:
        """Return the heading that a section or part states, None for the usual one."""
        now = self.found.headings.get(path)
        if now is None:
            return None
        was = self._was(Kind.SECTION if len(path) == 1 else Kind.PART, path)
        if now == was:
            return old if isinstance(old, str) else None
        if not was and len(path) == 1 and section_heading(str(path[0]), self.base.typ) == now:
            return None
        return now

    def _part(self, path: Path, old: Data) -> Data:
        name = str(path[1])
        if name == "poster":
            return self._rows(str(path[0]), old)
        if path in self.found.sentences and (
            isinstance(old, list) or name in {"uppdragsgivare", "uppdragstagare"}
        ):
            return self._parties(path, old)
        fields: dict[str, Data] = {"text": old} if isinstance(old, str) else dict(old or {})
        text = self._text((*path, "text"), fields.get("text"))
        made = {key: value for key, value in fields.items() if key != "text"}
        made |= self._worded(path, fields)
        if (heading := self._heading(path, fields.get("rubrik"))) is not None:
            made = led_by(made, "rubrik", heading)
        if (label := self._label(path)) is not None:
            made = led_by(made, "etikett", label)
        elif path not in self.found.labels:
            made.pop("etikett", None)
        if text:
            made["text"] = text
        worded = ("rubrik", "etikett", "utses_av")
        first = [key for key in worded if key in made and key not in fields]
        last = [key for key in made if key not in fields and key not in first]
        order = [*first, *(key for key in fields if key in made), *last]
        made = {key: made[key] for key in order}
        if set(made) == {"text"} and (isinstance(old, str) or old is None):
            return made["text"]
        return made

    def _label(self, path: Path) -> str | None:
        """Return the label that a part states if it is another one than before."""
        found = self.found.labels.get(path)
        if not found:
            return None
        now = words_of(found)
        was = self._was_label(path)
        usual = f"{LABELS.get(str(path[1]), '')}:"
        return None if now == was or (not was and now == usual) else now.removesuffix(":")

    def _was_label(self, path: Path) -> str:
        found = self._lines(Kind.LABEL, path)
        return words_of(split_label(found[0].cells[0])[0]) if found else ""

    def _worded(self, path: Path, fields: Mapping[str, Data]) -> dict[str, Data]:
        """Return what a part says in words that were made of its data, if they are others now."""
        now = self.found.sentences.get(path)
        if now is None:
            return {}
        lines = self._lines(Kind.LABEL, path) or self._lines(Kind.SENTENCE, path)
        was = words_of(split_label(lines[0].cells[0])[1]) if lines else ""
        if now == was or not now:
            return {}
        appointed = _APPOINTED.fullmatch(now)
        if "utses_av" in fields and appointed:
            return {"utses_av": appointed[1]}
        self.told.append(
            f"Orden om {path[1]} är ändrade till ”{now}” och står nu som text. Se efter om "
            "uppgifterna bredvid också ska ändras."
        )
        return {"text": now}

    def _parties(self, path: Path, old: Data) -> Data:
        lines = self._lines(Kind.LABEL, path)
        was = words_of(split_label(lines[0].cells[0])[1]) if lines else ""
        now = self.found.sentences[path]
        value = old if was == now else values.parties_value(old, was.split("; "), now.split("; "))
        label = self._label(path)
        if label is not None and isinstance(value, Mapping):
            value = led_by(value, "etikett", label)
        return value

    def _rows(self, section: str, old: Data) -> Data:
        items = old if isinstance(old, list) else []
        made = []
        for at in self.found.rows.get(section, []):
            line = self.new[at].line
            if line.shape is Shape.HEADER:
                continue
            texts = [words_of(cell) for cell in line.cells]
            partner = self.partners[at]
            item: Data = None
            if partner is not None and len(self.base.slots[partner].path) > 2:  # noqa: PLR2004 - a row's number
                number = self.base.slots[partner].path[2]
                item = items[number] if isinstance(number, int) else None
                was = [words_of(cell) for cell in self.base.page[partner].line.cells]
                if was != texts:
                    pairs = zip(("tid", "händelse"), was, texts, strict=False)
                    item = {**item, **{k: b for k, a, b in pairs if a != b}}
            made.append(item or {"tid": texts[0], "händelse": texts[1] if len(texts) > 1 else "–"})
        return made or None

    def _recipients(self, old: Data) -> Data:
        fields = dict(old) if isinstance(old, Mapping) else {"mottagare": old or []}
        items = fields.get("mottagare") or []
        made = []
        for at in self.found.recipients:
            words = words_of(self.new[at].line.cells[0])
            partner = self.partners[at]
            slot = self.base.slots[partner] if partner is not None else None
            item: Data = None
            if partner is not None and slot is not None and slot.kind is Kind.RECIPIENT:
                item = items[int(slot.path[-1])]
                if words_of(self.base.page[partner].line.cells[0]) == words:
                    made.append(item)
                    continue
            made.append(values.recipient_value(item, words))
        heading = self.found.headings.get(("sändlista",))
        was = self._was(Kind.RECIPIENTS, ("sändlista",)) or RECIPIENTS
        value: dict[str, Data] = dict(fields)
        if heading is not None and heading != was:
            value = led_by(fields, "rubrik", heading)
        text = self._text(("sändlista", "text"), fields.get("text"))
        value.pop("text", None)
        if text:
            value = {k: v for k, v in value.items() if k == "rubrik"} | {"text": text} | value
        value["mottagare"] = made
        if not made:
            del value["mottagare"]
        if set(value) == {"mottagare"} and not isinstance(old, Mapping):
            return made
        return like(old, value)


def _fact_label(lines: Sequence[Line]) -> str:
    return words_of(lines[0].cells[0]) if lines and len(lines[0].cells) > 1 else ""


def _free(line: Line) -> Line:
    frames = tuple(frame for frame in line.frames if frame.kind in _KEPT)
    return replace(line, frames=frames)


def _said(lines: Sequence[Line]) -> list[object]:
    return [(line.form, [f.start for f in line.frames], line.cells) for line in lines]


def _same(old: Data, was: str, now: str) -> Data:
    """Return a value on one line: as it is where nothing changed, without the spaces of print."""
    if was == now:
        return old
    return _BEFORE_A_NUMBER.sub(" ", now) if isinstance(old, str) and "\u00a0" not in old else now
