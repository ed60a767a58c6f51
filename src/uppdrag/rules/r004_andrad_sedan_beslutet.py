"""R004: a mandate in; a remark where its content is no longer what was decided out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from uppdrag.findings import Severity
from uppdrag.model import Uppdragshandling
from uppdrag.model.fingerprint import fingerprint, shown
from uppdrag.rules.rule import DRAFTS
from uppdrag.rules.subject import Remark, Subject
from uppdrag.schema import prune

PATH = ("fingeravtryck",)

_IN_A_DRAFT = (
    "Ett utkast har inget fingeravtryck: det sätts när handlingen beslutas. Ta bort raden."
)


def unaltered_since_decision(subject: Subject) -> Iterator[Remark]:
    """Yield a remark where the recorded fingerprint is not that of the content."""
    if subject.handling.fingeravtryck is None:
        return
    if subject.handling.status in DRAFTS:
        yield subject.value(PATH, _IN_A_DRAFT, severity=Severity.WARNING)
        return
    data = subject.source.data()
    message = altered(subject.handling, prune(data).data) if isinstance(data, dict) else None
    if message is not None:
        yield subject.value(PATH, message)


def altered(handling: Uppdragshandling, data: Mapping[str, Any]) -> str | None:
    """Return what to say of a mandate that was changed after its decision; None for all others.

    `data` is the mandate's data without empty values.
    """
    recorded = handling.fingeravtryck
    if recorded is None or recorded == (computed := fingerprint(data)):
        return None
    return (
        f"Innehållet har ändrats sedan beslutet: det har nu fingeravtrycket {shown(computed)}, men "
        f"beslutet har {shown(recorded)}. Återställ filen, och skriv ändringen i en ny version med "
        "uppdrag new."
    )
