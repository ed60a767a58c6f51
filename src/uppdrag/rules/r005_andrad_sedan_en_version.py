"""R005: mandates then and now, as data, in; which decided ones were tampered with, and how, out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeAlias

from uppdrag.model.fingerprint import fingerprint

Data: TypeAlias = Mapping[str, Any] | None
"""A mandate's data without empty values; None for a file that cannot be read."""

_STANDING = {"beslutad": 1, "ersatt": 2, "upphävd": 2}
"""How far a mandate has come: on from beslutad to ersatt or upphävd, never back."""


class Tampering(StrEnum):
    """What must not happen to a mandate that is decided, with what to tell a person of it."""

    REMOVED = "Den beslutade handlingen är borttagen. Lägg tillbaka filen."
    UNREADABLE = "Den beslutade handlingen går inte längre att läsa. Återställ filen."
    CHANGED = (
        "Innehållet i den beslutade handlingen har ändrats. Återställ filen, och skriv ändringen i "
        "en ny version med uppdrag new."
    )
    UNSEALED = (
        "Handlingens fingeravtryck är borttaget. Lägg tillbaka raden, eller kör uppdrag decide på "
        "filen."
    )
    REOPENED = (
        "Handlingens status har gått bakåt: en beslutad handling kan bli ersatt eller upphävd, men "
        "aldrig ett utkast igen. Återställ status, och gör en ny version med uppdrag new."
    )


@dataclass(frozen=True, slots=True)
class Tampered:
    """The path of a mandate that was decided, and what has happened to it since."""

    path: str
    what: Tampering


def tampered(then: Mapping[str, Data], now: Mapping[str, Data]) -> Iterator[Tampered]:
    """Yield what has been done since then to each mandate that was decided, by path.

    One that stands at another path now, as it was, is moved and not removed.
    """
    standing_now = {fingerprint(data) for data in now.values() if data and _standing(data)}
    for path, before in then.items():
        if before is None or not _standing(before):
            continue
        if path in now:
            yield from (Tampered(path, what) for what in _since(before, now[path]))
        elif fingerprint(before) not in standing_now:
            yield Tampered(path, Tampering.REMOVED)


def _since(before: Mapping[str, Any], after: Data) -> Iterator[Tampering]:
    if after is None:
        yield Tampering.UNREADABLE
        return
    if fingerprint(after) != fingerprint(before):
        yield Tampering.CHANGED
    elif "fingeravtryck" in before and "fingeravtryck" not in after:
        yield Tampering.UNSEALED
    if _standing(after) < _standing(before):
        yield Tampering.REOPENED


def _standing(data: Mapping[str, Any]) -> int:
    status = data.get("status")
    return _STANDING.get(status.strip(), 0) if isinstance(status, str) else 0
