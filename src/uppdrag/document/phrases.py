"""Structured values of a mandate in; the Swedish words that stand for them out."""

from __future__ import annotations

from collections.abc import Iterator

from uppdrag.model.handling import Giltighet, Motesfrekvens, Mottagare, Status, Uppdragspart

STATUS_WORDS = {
    Status.UTKAST: "Utkast",
    Status.REMISS: "Remissversion",
    Status.ERSATT: "Ersatt",
    Status.UPPHAVD: "Upphävd",
}
"""How a document that is not the decided one in force marks itself."""


def party(part: Uppdragspart) -> str:
    """Return who gives or takes an assignment: its own words, or name, role and body."""
    return part.text or ", ".join(filter(None, (part.namn, part.roll, part.organ)))


def frequency(item: Motesfrekvens) -> str:
    """Return how often a group meets, such as `cirka 6–10 gånger per år samt vid behov`."""
    low, high = item.minst, item.hogst
    if low is not None and high is not None:
        count = str(low) if low == high else f"{low}–{high}"
    elif high is not None:
        count = f"högst {high}"
    elif low is not None:
        count = f"minst {low}"
    else:
        return "vid behov" if item.vid_behov else ""
    times = "gång" if max(low or 0, high or 0) == 1 else "gånger"
    about = "cirka " if item.ungefar else ""
    per = f" per {item.per}" if item.per else ""
    return f"{about}{count} {times}{per}" + (" samt vid behov" if item.vid_behov else "")


def validity(item: Giltighet) -> Iterator[str]:
    """Yield the lines that say from when and until when a document holds."""
    if item.text:
        yield item.text
    elif item.fran and item.till:
        yield f"{item.fran}–{item.till}"
    elif item.fran:
        yield f"från {item.fran} och tills vidare"
    elif item.till:
        yield f"till {item.till}"
    if item.oversyn:
        yield f"ses över senast {item.oversyn}"


def recipient(item: Mottagare) -> str:
    """Return a line of the distribution list: who, by which address, and what for."""
    who = ", ".join(filter(None, (item.mottagare, item.epost)))
    if not item.for_:
        return who
    return f"{who}{',' if item.epost else ''} för {item.for_}"
