"""The blocks of a document that this program printed in; the mandate that prints as them out.

What is not printed cannot come back: short names, what is replaced and why, exceptions, and the
data beside a text. The type is read from the words, and a key from its heading.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from uppdrag.document.text import inline_text
from uppdrag.document.tree import (
    Block,
    Fact,
    Facts,
    Heading,
    Letterhead,
    ListBlock,
    Note,
    Paragraph,
    Role,
    Run,
    Signature,
    Table,
)
from uppdrag.importing.headings import RECIPIENTS_KEY
from uppdrag.importing.keys import Keys
from uppdrag.importing.kind import Kind, kind_of, status_of
from uppdrag.importing.page import Maker
from uppdrag.importing.printed.decision import printed_decision
from uppdrag.importing.printed.head import Field, facts_fields, letterhead_fields
from uppdrag.importing.printed.prose import prose
from uppdrag.importing.printed.sections import (
    Printed,
    known_key,
    printed_recipients,
    printed_section,
)
from uppdrag.model import Avsnitt, Status, Uppdragshandling
from uppdrag.model.rubriker import OWN_PREFIX, SECTIONS
from uppdrag.render.markdown import running_text

SECTION = 2
"""The level of a section's heading."""


@dataclass(frozen=True, slots=True)
class PrintedMandate:
    """The mandate, and how sure its type is."""

    handling: Uppdragshandling
    kind: Kind


def printed_mandate(blocks: Sequence[Block], maker: Maker = Maker.OWN) -> PrintedMandate:
    """Return the mandate that prints as the blocks."""
    parts = list(_parts(blocks))
    sections = {key for part in parts if isinstance(part, Printed) and (key := known_key(part))}
    kind = kind_of(list(_names(parts)), sections)
    work = _Work(kind, maker)
    for part in parts:
        work.take(part)
    return PrintedMandate(work.mandate(), kind)


def _names(parts: Sequence[Block | Printed]) -> Iterator[str]:
    for part in parts:
        match part:
            case Heading():
                yield inline_text(part.inlines)
            case Facts():
                yield from (
                    f.value
                    for f in facts_fields(part, ())
                    if isinstance(f, Field) and f.key == "grupp"
                )


def _parts(blocks: Sequence[Block]) -> Iterator[Block | Printed]:
    """Yield the parts of the head, and each section with all that stands under it."""
    at = 0
    while at < len(blocks):
        block = blocks[at]
        if isinstance(block, Facts | Letterhead | Note | Signature) or _is_title(block):
            yield block
            at += 1
            continue
        heading = block if isinstance(block, Heading) and block.level == SECTION else None
        begin = at = at + (heading is not None)
        while at < len(blocks) and _goes_on(blocks[at]):
            at += 1
        yield from _led(Printed(heading, tuple(blocks[begin:at])))


def _as_text(fact: Fact) -> Paragraph:
    """Return a fact that no field can hold as running text."""
    parts = (fact.label, *fact.values)
    words = " ".join(filter(None, (inline_text(part).strip() for part in parts)))
    return Paragraph((Run(words),))


def _goes_on(block: Block) -> bool:
    is_part = isinstance(block, Heading) and block.level > SECTION
    return is_part or isinstance(block, Paragraph | ListBlock | Table)


def _is_title(block: Block) -> bool:
    return isinstance(block, Heading) and block.level < SECTION


def _led(found: Printed) -> Iterator[Printed]:
    """Yield a section, and the ingress after it, which is set larger, as a part of its own."""
    blocks = found.blocks
    leads = [at for at, block in enumerate(blocks) if _is_lead(block)]
    if not leads:
        yield found
        return
    first = leads[0]
    end = first
    while end < len(blocks) and _can_be_led(blocks[end]):
        end += 1
        # What introduces a list is not set larger: here a list belongs to what follows.
        following = blocks[end] if end < len(blocks) else None
        if _is_lead(blocks[end - 1]) and isinstance(following, ListBlock | Table):
            break
    if found.heading or first:
        yield Printed(found.heading, blocks[:first])
    yield Printed(None, blocks[first:end])
    if end < len(blocks):
        yield from _led(Printed(None, blocks[end:]))


def _is_lead(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.role is Role.LEAD


def _can_be_led(block: Block) -> bool:
    is_led = isinstance(block, Paragraph) and block.role in {Role.LEAD, Role.INTRODUCTION}
    return is_led or isinstance(block, ListBlock | Table)


@dataclass(slots=True)
class _Work:
    """The fields so far, the keys in their order, and the sections."""

    kind: Kind
    maker: Maker
    keys: Keys = field(default_factory=Keys)
    order: list[str] = field(default_factory=list)
    values: dict[str, Any] = field(default_factory=dict)
    sections: list[Avsnitt] = field(default_factory=list)

    def take(self, part: Block | Printed) -> None:
        match part:
            case Letterhead():
                for found in letterhead_fields(part):
                    self.put(found.key, found.name, found.value)
            case Facts():
                for fact in facts_fields(part, tuple(self.order)):
                    if isinstance(fact, Field):
                        self.put(fact.key, fact.name, fact.value)
                    else:
                        self.section(Printed(None, (_as_text(fact),)))
            case Heading():
                self.put("titel", "titel", inline_text(part.inlines))
            case Note():
                self.put("anmärkning", "anmarkning", prose(part.blocks))
            case Signature():
                self.put("beslut", "beslut", printed_decision(part))
            case Printed():
                self.section(part)

    def put(self, key: str, name: str, value: object) -> None:
        self.values[name] = value
        if key != "status":
            self.order.append(key)
        self.keys.take(key)

    def section(self, found: Printed) -> None:
        if found.heading is None and self.took_unheaded(found.blocks):
            return
        recipients = printed_recipients(found, self.kind.typ)
        if recipients is not None and RECIPIENTS_KEY not in self.keys.taken:
            self.put(RECIPIENTS_KEY, "sandlista", recipients)
            return
        key = known_key(found)
        is_free = key is not None and key not in self.keys.taken
        if key is not None and is_free and (key in SECTIONS or key.startswith(OWN_PREFIX)):
            self.keys.take(key)
        else:
            key = self.keys.own(found.words or running_text(found.blocks[:1]))
        self.sections.append(printed_section(found, key, self.kind.typ))
        self.order.append(key)

    def took_unheaded(self, blocks: Sequence[Block]) -> bool:
        """Tell whether blocks without a heading are the ingress or a line with the type."""
        match blocks:
            case [Paragraph() as only] if _is_type(only) and "dokumenttyp" not in self.keys.taken:
                self.put("dokumenttyp", "dokumenttyp", inline_text(only.inlines))
                return True
            case _ if any(map(_is_lead, blocks)) and "ingress" not in self.keys.taken:
                self.put("ingress", "ingress", prose(blocks))
                return True
        return False

    def mandate(self) -> Uppdragshandling:
        values = self.values
        return Uppdragshandling(
            typ=self.kind.typ,
            status=values.pop("status", None) or self.unmarked(),
            titel=values.pop("titel", ""),
            ordning=("format", "typ", "status", *self.order),
            avsnitt=tuple(self.sections),
            **values,
        )

    def unmarked(self) -> Status:
        """Return the standing of a document that bears no mark of one."""
        beslut = self.values.get("beslut")
        has_head = self.maker is Maker.OWN or self.order[:1] in (["dokumenttyp"], ["datum"])
        # Every standing but that of a decided document is printed.
        return Status.BESLUTAD if has_head else status_of(beslut, self.values.get("dokumenttyp"))


def _is_type(block: Paragraph) -> bool:
    return bool(block.inlines) and all(run.bold and run.target is None for run in block.inlines)
