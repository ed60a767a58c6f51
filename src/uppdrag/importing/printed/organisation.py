"""The printed blocks of an arbetsorganisation in; its parts under their keys, in order, out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from uppdrag.document.phrases import frequency
from uppdrag.document.text import inline_text
from uppdrag.document.tree import Block, Paragraph, Role, Run
from uppdrag.importing.keys import Keys
from uppdrag.importing.labels import key_of
from uppdrag.importing.organisation import SUPPORT, begins_support
from uppdrag.importing.people import party
from uppdrag.importing.printed.prose import prose
from uppdrag.model import Del, Innehall, Motesfrekvens, Parter, Prosa
from uppdrag.model.frequency import read_frequency
from uppdrag.model.rubriker import LABELS

_APPOINTED = re.compile(r"Utses av ([^.]+)\.")
_PARTIES = ("uppdragsgivare", "uppdragstagare")


@dataclass(frozen=True, slots=True)
class _Part:
    """The words of a label, or '' where there is none, and the blocks that it stands before."""

    label: str
    blocks: tuple[Block, ...]


def printed_organisation(blocks: Sequence[Block]) -> Iterator[Innehall]:
    """Yield the text before the first label, then a part for each label."""
    keys = Keys()
    for part in _parts(blocks):
        if part.label:
            yield _labelled(part, keys)
        elif _supports(part.blocks[0]) and SUPPORT not in keys.taken:
            yield Del(keys.take(SUPPORT), prose(part.blocks))
        elif not keys.taken:
            keys.take("text")
            yield prose(part.blocks)
        else:
            text = prose(part.blocks)
            yield Del(keys.own(text.text), text)


def _parts(blocks: Sequence[Block]) -> Iterator[_Part]:
    label, held = "", list[Block]()
    for block in blocks:
        found = _label(block) if isinstance(block, Paragraph) else None
        if found is None and not _supports(block):
            held.append(block)
            continue
        if held or label:
            yield _Part(label, tuple(held))
        label, held = "", [block]
        if found is not None:
            label = found[0].text.strip().removesuffix(":")
            rest = _without_space(found[1:])
            held = [Paragraph(rest)] if rest else []
    if held or label:
        yield _Part(label, tuple(held))


def _label(block: Paragraph) -> Sequence[Run] | None:
    """Return the runs of a paragraph that begins with a label in bold, the label first."""
    first = block.inlines[0] if block.inlines else None
    if first is None or not first.bold or first.target is not None:
        return None
    is_known = key_of(first.text.strip().removesuffix(":")) is not None
    is_label = first.text.rstrip().endswith((":", "?"))
    return block.inlines if is_label and (is_known or block.role is Role.LABELLED) else None


def _supports(block: Block) -> bool:
    return isinstance(block, Paragraph) and begins_support(inline_text(block.inlines))


def _without_space(runs: Sequence[Run]) -> tuple[Run, ...]:
    kept = [run for at, run in enumerate(runs) if at or run.text.strip()]
    return (replace(kept[0], text=kept[0].text.lstrip()), *kept[1:]) if kept else ()


def _labelled(part: _Part, keys: Keys) -> Innehall:
    key = key_of(part.label)
    text = prose(part.blocks) if part.blocks else None
    if key is None or key in keys.taken:
        return Del(keys.own(part.label), text, etikett=part.label)
    etikett = None if part.label == LABELS.get(key) else part.label
    match part.blocks:
        case [Paragraph() as only] if key in _PARTIES:
            words = inline_text(only.inlines).split("; ")
            return Parter(keys.take(key), tuple(map(party, words)), etikett)
        case _ if key in _PARTIES:
            return Del(keys.own(part.label), text, etikett=part.label)
        case _ if key == "mötesfrekvens":
            return _frequency(keys.take(key), text, etikett)
    found = _APPOINTED.fullmatch(" ".join(text.text.split())) if text else None
    if found:
        return Del(keys.take(key), None, None, etikett, found[1])
    return Del(keys.take(key), text, None, etikett)


def _frequency(_key: str, text: Prosa | None, etikett: str | None) -> Motesfrekvens:
    """Return how often the group meets; the text is left out where the data gives its words."""
    words = " ".join(text.text.split()) if text else ""
    found = read_frequency(words)
    made = Motesfrekvens(
        minst=found.least,
        hogst=found.most,
        per=found.per,
        ungefar=found.about,
        vid_behov=found.as_needed,
        etikett=etikett,
    )
    return made if frequency(made) == words else replace(made, text=text)
