"""B004: a mandate in; a remark where the one who takes the assignment does not receive it out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from uppdrag.model import Mottagare, Uppdragspart
from uppdrag.rules.roller import plain, takers
from uppdrag.rules.subject import Remark, Subject
from uppdrag.source import NodePath
from uppdrag.source.pattern import lazy_pattern

_TO_THE_GROUP = lazy_pattern(
    r"vidare ?befordr|\b(?:vidare|sprid\w+|information|förmedl\w+)\s(?:\w+\s)?(?:till|i|inom)\s"
    r"(?:gruppen|rådet|deltagarna|ledamöterna)",
    re.IGNORECASE,
)
_LEADING_WORD = lazy_pattern(r"(?:vice )?(?:\w+- och )?\w+", re.IGNORECASE)
_QUALIFIED = lazy_pattern(r"\s*[,(;]")
_TO_FILL_IN = "["


def taker_receives_it(subject: Subject) -> Iterator[Remark]:
    """Yield a remark for each who takes the assignment and is not among the recipients."""
    listed = subject.handling.sandlista
    if listed is None or not listed.mottagare:
        return
    recipients = [plain(_words(item)) for item in listed.mottagare]
    text = listed.text.text if listed.text else ""
    if any(_TO_THE_GROUP.search(words) for words in (*recipients, text)):
        return
    for part in takers(subject.handling):
        stated = part.text or part.roll or part.organ or part.namn or ""
        if stated.startswith(_TO_FILL_IN) or _is_among(part, recipients, subject.handling.kortnamn):
            continue
        yield subject.value(
            _place(subject, part),
            f"Uppdragstagaren ”{stated}” finns inte på sändlistan. Lägg till en mottagare, eller "
            "ange vem som får handlingen för vidarebefordran till gruppen.",
        )


def _place(subject: Subject, part: Uppdragspart) -> NodePath:
    """Return the path of the value that says who takes the assignment."""
    stated = (("text", part.text), ("roll", part.roll), ("organ", part.organ), ("namn", part.namn))
    name = next((name for name, value in stated if value), "")
    path = (*part.path, name)
    return path if subject.source.node(path) is not None else part.path


def _words(recipient: Mottagare) -> str:
    return f"{recipient.mottagare} {recipient.for_ or ''}"


def _is_among(part: Uppdragspart, recipients: list[str], shorts: tuple[str, ...]) -> bool:
    """Tell whether a recipient is called by the name, the body, or the role's leading word.

    Of a body, its members may be called by its short name.
    """
    role = _LEADING_WORD.match(part.roll or part.text or "")
    organ = _QUALIFIED.split(part.organ, maxsplit=1)[0] if part.organ else None
    stems = (part.namn, organ, role and role[0].removesuffix("e"), *(shorts if organ else ()))
    sought = [f" {plain(words)}" for words in stems if words]
    return any(words in f" {recipient}" for words in sought for recipient in recipients)
