"""F005: a mandate in; a remark where nobody who receives it keeps the register of groups out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from uppdrag.model import Typ
from uppdrag.rules.subject import Remark, Subject
from uppdrag.source.pattern import lazy_pattern

_GROUPS = (Typ.SAMORDNINGSRAD, Typ.SAMORDNINGSGRUPP)
_REGISTER = lazy_pattern(r"förteckning|\bregist(?:er|ret|erhållare)\b", re.IGNORECASE)


def register_receives_it(subject: Subject) -> Iterator[Remark]:
    """Yield a remark at the list of recipients of a group where none keeps the register."""
    listed = subject.handling.sandlista
    if subject.handling.typ not in _GROUPS or listed is None:
        return
    words = [f"{item.mottagare} {item.for_ or ''}" for item in listed.mottagare]
    if listed.text:
        words.append(listed.text.text)
    if any(map(_REGISTER.search, words)):
        return
    yield subject.key(
        ("sändlista",),
        "Ingen mottagare ansvarar för förteckningen över grupper. Lägg till den som gör det, "
        "till exempel med ”för: uppdatering av förteckningen”.",
    )
