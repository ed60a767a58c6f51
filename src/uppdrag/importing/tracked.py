"""The tracked changes that a file has in; what is done with them, or a refusal, out."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import NoReturn

from uppdrag.findings import UppdragError
from uppdrag.findings.visible import visible

MOST_NAMED = 3


class Changes(StrEnum):
    """What is done with tracked changes: a file that has any is refused without a choice."""

    ACCEPT = "accept"
    REJECT = "reject"
    REFUSE = "refuse"


def refuse_changes(name: str, count: int, authors: Sequence[str]) -> NoReturn:
    """Raise `UppdragError`: whether the changes count is for a person to say."""
    changes = "en spårad ändring" if count == 1 else f"{count} spårade ändringar"
    named = ", ".join(visible(author) for author in authors[:MOST_NAMED])
    by = f" (av {named}{' med flera' if len(authors) > MOST_NAMED else ''})" if named else ""
    message = (
        f"{name} har {changes}{by}. Välj vad som ska gälla: --changes accept läser filen som om "
        "alla ändringar var godkända, --changes reject som om alla var avvisade."
    )
    raise UppdragError(message)
