"""Two mandates in; the values that differ although the printed documents do not show them, out.

Who appoints a chair, or how often a group meets, may stand as data beside a text that says it in
words. What programs read of a mandate is compared too, so that nothing changes unseen.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from uppdrag.compare.changes.change import Change, Kind
from uppdrag.compare.changes.parties import party_pairs
from uppdrag.compare.changes.substance import matter
from uppdrag.model import Uppdragshandling
from uppdrag.model.handling import Avsnitt, Del, Giltighet, Motesfrekvens, Path
from uppdrag.model.rubriker import LABELS, SUBSECTIONS, section_heading

_PARTY_KEYS = ("namn", "roll", "organ")


@dataclass(frozen=True, slots=True)
class Value:
    """A value that is data: what it is called, in which section, and what it says.

    `is_printed` tells that the document itself says it, in words made of the data.
    """

    section: str
    subject: str
    text: str
    is_printed: bool = False


def with_data(
    changes: tuple[Change, ...], old: Uppdragshandling, new: Uppdragshandling
) -> tuple[Change, ...]:
    """Return the changes of the printed document together with those of the data beside it."""
    return joined_with(changes, data_changes(old, new))


def joined_with(changes: Iterable[Change], data: Iterable[Change]) -> tuple[Change, ...]:
    """Return changes of the printed document and changes of the data as one list.

    Where the text says the same as the data (`utses_av` and "Utses av …") they are one change,
    told in the terms of the data unless the text says more. The others are numbered on, and not
    printed.
    """
    listed = list(changes)
    for change in data:
        at = next((n for n, other in enumerate(listed) if _tells(other, change)), None)
        if at is None:
            listed.append(replace(change, number=len(listed) + 1))
        else:
            listed[at] = _joined(listed[at], change)
    return tuple(listed)


def data_changes(old: Uppdragshandling, new: Uppdragshandling) -> Iterator[Change]:
    """Yield the changes of the data alone, without numbers."""
    yield from _changed(dict(_values(old)), dict(_values(new)))
    yield from _changed_parties(old, new)


def _changed(old: Mapping[Path, Value], new: Mapping[Path, Value]) -> Iterator[Change]:
    for path in dict.fromkeys([*new, *old]):
        yield from _change(path, old.get(path), new.get(path))


def _changed_parties(old: Uppdragshandling, new: Uppdragshandling) -> Iterator[Change]:
    for pair in party_pairs(old, new):
        found = pair.new or pair.old
        if found is None:
            continue
        for key in _PARTY_KEYS:
            was, now = (
                Value(
                    pair.section,
                    f"{pair.label}, {key}",
                    getattr(party, key) or "",
                    is_printed=not party.text,
                )
                if party
                else None
                for party in (pair.old, pair.new)
            )
            yield from _change((*found.path, key), was, now)


def _change(path: Path, was: Value | None, now: Value | None) -> Iterator[Change]:
    """Yield the change of a value, unless the documents themselves show it."""
    said = [value for value in (was, now) if value and value.text]
    before, after = was.text if was else "", now.text if now else ""
    if before == after or all(value.is_printed for value in said):
        return
    kind = Kind.REWORDED if before and after else Kind.INSERTED if after else Kind.DELETED
    yield Change(
        0,
        kind,
        said[-1].section,
        path,
        before,
        after,
        matter(path, ()),
        said[-1].subject,
        is_printed=False,
    )


def _joined(printed: Change, data: Change) -> Change:
    found = data.matter or printed.matter
    is_same = (printed.old, printed.new) == (data.old, data.new)
    if not is_same and _says(printed.old, data.old) and _says(printed.new, data.new):
        return replace(printed, matter=found)
    return replace(
        printed,
        kind=Kind.REWORDED,
        path=data.path,
        old=data.old,
        new=data.new,
        subject=data.subject,
        matter=found,
        before="",
        after="",
        what="",
    )


def _tells(printed: Change, data: Change) -> bool:
    """Tell whether a change of the text is the change of the data, in words."""
    if printed.by != data.by:
        return False
    if printed.path == data.path:
        return True
    part = data.path[:-1]
    if not part or printed.path[: len(part)] != part:
        return False
    sides = ((printed.old, data.old), (printed.new, data.new))
    if any(bool(words) is not bool(value) for words, value in sides):
        return False
    is_less = all(_says(value, words) for words, value in sides)
    return is_less or all(_says(words, value) for words, value in sides)


def _says(text: str, words: str) -> bool:
    """Tell whether a text has some words in it, whole."""
    if text == words:
        return True
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text, re.IGNORECASE) is not None


def _values(handling: Uppdragshandling) -> Iterator[tuple[Path, Value]]:
    head = "Uppgifter om handlingen"
    yield ("typ",), Value(head, "Typ av handling", handling.typ.value)
    yield ("status",), Value(head, "Status", handling.status.value)
    yield ("kortnamn",), Value(head, "Kortnamn", ", ".join(handling.kortnamn))
    if handling.revidering is not None:
        yield (
            ("revidering", "ersätter"),
            Value(head, "Ersätter", handling.revidering.ersatter or ""),
        )
        yield (
            ("revidering", "orsak"),
            Value(head, "Orsak till revideringen", handling.revidering.orsak or ""),
        )
    for excuse in handling.undantag:
        yield (
            ("undantag", excuse.regel),
            Value(head, f"Undantag från regel {excuse.regel}", excuse.motivering),
        )
    if handling.giltighet is not None:
        yield from _validity(handling.giltighet)
    for section in handling.avsnitt:
        yield from _section(section, handling)


def _validity(validity: Giltighet) -> Iterator[tuple[Path, Value]]:
    for key, words in (("från", validity.fran), ("till", validity.till)):
        yield (
            ("giltighet", key),
            Value("Giltighet", f"Giltig {key}", words or "", is_printed=not validity.text),
        )


def _section(section: Avsnitt, handling: Uppdragshandling) -> Iterator[tuple[Path, Value]]:
    heading = section.rubrik or section_heading(section.nyckel, handling.typ) or section.nyckel
    for item in section.innehall:
        match item:
            case Del() if item.utses_av:
                label = _label(item)
                where = f"{heading}, {label}"
                path = (section.nyckel, item.nyckel, "utses_av")
                is_printed = item.text is None
                yield path, Value(where, f"{label} utses av", item.utses_av, is_printed)
            case Motesfrekvens():
                label = (item.etikett or LABELS[item.nyckel]).rstrip(":? ")
                where = f"{heading}, {label}"
                for key, text in _frequency(item):
                    path = (section.nyckel, item.nyckel, key)
                    name = f"{label}, {key.replace('_', ' ')}"
                    yield path, Value(where, name, text, item.text is None)


def _label(item: Del) -> str:
    label = item.etikett or item.rubrik or LABELS.get(item.nyckel) or SUBSECTIONS.get(item.nyckel)
    return (label or item.nyckel.replace("_", " ").capitalize()).rstrip(":? ")


def _frequency(item: Motesfrekvens) -> Iterator[tuple[str, str]]:
    numbers = (("minst", item.minst), ("högst", item.hogst))
    yield from ((key, "" if number is None else str(number)) for key, number in numbers)
    yield "per", item.per or ""
    yield "ungefär", "ja" if item.ungefar else ""
    yield "vid_behov", "ja" if item.vid_behov else ""
