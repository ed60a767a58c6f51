"""Two mandates in; those who give and take the assignment, paired by what is printed, out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import TypeAlias

from uppdrag.document.phrases import party
from uppdrag.model import Uppdragshandling
from uppdrag.model.handling import Parter, Uppdragspart
from uppdrag.model.rubriker import LABELS, section_heading


@dataclass(frozen=True, slots=True)
class PartyPair:
    """One who gives or takes an assignment, before and after, in a section and under a label."""

    section: str
    label: str
    old: Uppdragspart | None
    new: Uppdragspart | None


_Place: TypeAlias = tuple[str, ...]


def party_pairs(old: Uppdragshandling, new: Uppdragshandling) -> Iterator[PartyPair]:
    """Yield all of two mandates; one that is printed in the same words is itself, else by order."""
    was, now = dict(_placed(old)), dict(_placed(new))
    headings = {**_headings(old), **_headings(new)}
    for place in dict.fromkeys([*now, *was]):
        named = now.get(place) or was[place]
        label = (named.etikett or LABELS[named.nyckel]).rstrip(":? ")
        heading = headings.get(place[:-1], "")
        section = ", ".join(filter(None, (heading, label)))
        for pair in _paired(_parties(was.get(place)), _parties(now.get(place))):
            yield PartyPair(section, label, *pair)


def _placed(handling: Uppdragshandling) -> Iterator[tuple[_Place, Parter]]:
    for parter in (handling.uppdragsgivare, handling.uppdragstagare):
        if parter is not None:
            yield (parter.nyckel,), parter
    for section in handling.avsnitt:
        for item in section.innehall:
            if isinstance(item, Parter):
                yield (section.nyckel, item.nyckel), item


def _headings(handling: Uppdragshandling) -> Mapping[_Place, str]:
    return {
        (section.nyckel,): section.rubrik or section_heading(section.nyckel, handling.typ) or ""
        for section in handling.avsnitt
    }


def _parties(parter: Parter | None) -> Sequence[Uppdragspart]:
    return parter.parter if parter else ()


def _paired(
    old: Sequence[Uppdragspart], new: Sequence[Uppdragspart]
) -> Iterator[tuple[Uppdragspart | None, Uppdragspart | None]]:
    gone = list(old)
    come: list[Uppdragspart] = []
    for now in new:
        was = next((one for one in gone if party(one) == party(now)), None)
        if was is None:
            come.append(now)
        else:
            gone.remove(was)
            yield was, now
    yield from zip_longest(gone, come)
