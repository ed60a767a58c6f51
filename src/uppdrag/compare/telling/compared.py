"""The two sides of a comparison in; what tells the two apart before anything is read, out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from uppdrag.compare.revision import Comparison, Side
from uppdrag.document.compose import DEFAULT_DOCUMENT_TYPE
from uppdrag.model import Uppdragshandling

MISSING = "saknas"


@dataclass(frozen=True, slots=True)
class FactOfBoth:
    """A fact of both sides: what it is called, and what it is in each."""

    label: str
    old: str
    new: str


def facts_of_both(comparison: Comparison) -> tuple[FactOfBoth, ...]:
    """Return the facts by which the two are known: date, number, standing and decision.

    Where those are the same, what the two are called (a file, a revision in git) tells them apart.
    """
    old, new = comparison.old, comparison.new
    rows = tuple(
        FactOfBoth(label, was or MISSING, now or MISSING)
        for (label, was), (_, now) in zip(_facts(old), _facts(new), strict=True)
        if (was or now) and (label != "Titel" or was != now)
    )
    if any(row.old != row.new for row in rows):
        return rows
    return (*rows, FactOfBoth("Källa", old.name, new.name))


def title_of(handling: Uppdragshandling) -> str:
    """Return the title of what tells the changes: `Ändringar i uppdragshandling för …`."""
    return f"Ändringar i {title_in_text(handling)}"


def title_in_text(handling: Uppdragshandling) -> str:
    """Return the title as it reads within a sentence: `uppdragshandling för …`."""
    title = handling.titel
    word = title.partition(" ")[0]
    kind = handling.dokumenttyp or DEFAULT_DOCUMENT_TYPE
    if word.casefold() == kind.casefold() and not word.isupper():
        return title[:1].lower() + title[1:]
    return title


def pair_name(comparison: Comparison) -> str:
    """Return what the two sides are called in short: `2024-02-12 → 2026-06-16`."""
    old, new = comparison.old, comparison.new
    was, now = old.handling.datum or old.name, new.handling.datum or new.name
    return f"{was} → {now}" if was != now else f"{old.name} → {new.name}"


def decision(handling: Uppdragshandling) -> str:
    """Return when and by whom a mandate was decided, on one line; empty where it is not."""
    beslut = handling.beslut
    if beslut is None:
        return ""
    when = " ".join(filter(None, (beslut.datum, beslut.notering)))
    signers = (
        ", ".join(filter(None, (signer.namn, signer.titel))) for signer in beslut.beslutsfattare
    )
    return ", ".join(filter(None, (when, *signers)))


def _facts(side: Side) -> Iterator[tuple[str, str]]:
    handling = side.handling
    yield "Titel", handling.titel
    yield "Datum", handling.datum or ""
    yield "Diarienummer", handling.diarienummer or ""
    yield "Status", handling.status.value.capitalize()
    yield "Beslut", decision(handling)
