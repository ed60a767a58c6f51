"""Two mandates in; the values that differ although the printed documents do not show them, out.

Who appoints a chair, or how often a group meets, may stand as data beside a text that says it in
words. What programs read of a mandate is compared too, so that nothing changes unseen.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from uppdrag.compare.changes import Change, Kind
from uppdrag.compare.substance import matter
from uppdrag.model import Uppdragshandling
from uppdrag.model.handling import Avsnitt, Del, Giltighet, Motesfrekvens, Path
from uppdrag.model.rubriker import LABELS, SUBSECTIONS, section_heading


@dataclass(frozen=True, slots=True)
class Value:
    """A value that is data: what it is called, in which section, and what it says."""

    section: str
    subject: str
    text: str


def with_data(
    changes: tuple[Change, ...], old: Uppdragshandling, new: Uppdragshandling
) -> tuple[Change, ...]:
    """Return the changes of the printed document together with those of the data beside it."""
    return joined_with(changes, data_changes(old, new))


def joined_with(changes: Iterable[Change], data: Iterable[Change]) -> tuple[Change, ...]:
    """Return changes of the printed document and changes of the data as one list.

    Where the text says the same as the data (`utses_av` and "Utses av …") they are one change,
    told in the terms of the data. The others are numbered on, and not printed.
    """
    listed = list(changes)
    for change in data:
        at = next((n for n, other in enumerate(listed) if _tells(other, change)), None)
        if at is None:
            listed.append(replace(change, number=len(listed) + 1))
        else:
            other = listed[at]
            listed[at] = replace(
                other,
                kind=Kind.REWORDED,
                path=change.path,
                old=change.old,
                new=change.new,
                subject=change.subject,
                matter=change.matter or other.matter,
                before="",
                after="",
                what="",
            )
    return tuple(listed)


def data_changes(old: Uppdragshandling, new: Uppdragshandling) -> Iterator[Change]:
    """Yield the changes of the data alone, without numbers."""
    return _changed(dict(_values(old)), dict(_values(new)))


def _changed(old: Mapping[Path, Value], new: Mapping[Path, Value]) -> Iterator[Change]:
    for path in dict.fromkeys([*new, *old]):
        was, now = old.get(path), new.get(path)
        named = now or was
        before, after = was.text if was else "", now.text if now else ""
        if named is None or before == after:
            continue
        kind = Kind.REWORDED if before and after else Kind.INSERTED if after else Kind.DELETED
        yield Change(
            0,
            kind,
            named.section,
            path,
            before,
            after,
            matter(path, (), is_whole=False),
            named.subject,
            is_printed=False,
        )


def _tells(printed: Change, data: Change) -> bool:
    """Tell whether a change of the text is the change of the data, in words."""
    if printed.by != data.by:
        return False
    if printed.path == data.path:
        return True
    part = data.path[:-1]
    old, new = printed.old.casefold(), printed.new.casefold()
    return (
        len(part) > 1
        and printed.path[: len(part)] == part
        and bool(old or new)
        and old in data.old.casefold()
        and new in data.new.casefold()
        and bool(old) == bool(data.old)
        and bool(new) == bool(data.new)
    )


def _values(handling: Uppdragshandling) -> Iterator[tuple[Path, Value]]:
    head = "Uppgifter om handlingen"
    yield ("typ",), Value(head, "Typ av handling", handling.typ.value)
    yield ("status",), Value(head, "Status", handling.status.value)
    yield ("kortnamn",), Value(head, "Kortnamn", ", ".join(handling.kortnamn))
    if handling.revidering is not None:
        yield ("revidering", "ersätter"), Value(
            head, "Ersätter", handling.revidering.ersatter or ""
        )
        yield ("revidering", "orsak"), Value(
            head, "Orsak till revideringen", handling.revidering.orsak or ""
        )
    for excuse in handling.undantag:
        yield ("undantag", excuse.regel), Value(
            head, f"Undantag från regel {excuse.regel}", excuse.motivering
        )
    if handling.giltighet is not None and handling.giltighet.text:
        yield from _validity(handling.giltighet)
    for section in handling.avsnitt:
        yield from _section(section, handling)


def _validity(validity: Giltighet) -> Iterator[tuple[Path, Value]]:
    for key, words in (("från", validity.fran), ("till", validity.till)):
        yield ("giltighet", key), Value("Giltighet", f"Giltig {key}", words or "")


def _section(section: Avsnitt, handling: Uppdragshandling) -> Iterator[tuple[Path, Value]]:
    heading = section.rubrik or section_heading(section.nyckel, handling.typ) or section.nyckel
    for item in section.innehall:
        match item:
            case Del() if item.utses_av and item.text is not None:
                label = _label(item)
                where = f"{heading}, {label}"
                path = (section.nyckel, item.nyckel, "utses_av")
                yield path, Value(where, f"{label} utses av", item.utses_av)
            case Motesfrekvens() if item.text is not None:
                label = (item.etikett or LABELS[item.nyckel]).rstrip(":? ")
                where = f"{heading}, {label}"
                for key, text in _frequency(item):
                    path = (section.nyckel, item.nyckel, key)
                    yield path, Value(where, f"{label}, {key.replace('_', ' ')}", text)


def _label(item: Del) -> str:
    label = item.etikett or item.rubrik or LABELS.get(item.nyckel) or SUBSECTIONS.get(item.nyckel)
    return (label or item.nyckel.replace("_", " ").capitalize()).rstrip(":? ")


def _frequency(item: Motesfrekvens) -> Iterator[tuple[str, str]]:
    numbers = (("minst", item.minst), ("högst", item.hogst))
    yield from ((key, "" if number is None else str(number)) for key, number in numbers)
    yield "per", item.per or ""
    yield "ungefär", "ja" if item.ungefar else ""
    yield "vid_behov", "ja" if item.vid_behov else ""
