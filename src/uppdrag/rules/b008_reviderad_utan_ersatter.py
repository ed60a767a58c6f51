"""B008: a mandate in; a remark where its title says revised, not saying what it replaces, out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from uppdrag.rules.subject import Remark, Subject
from uppdrag.source.pattern import lazy_pattern

_REVISED = lazy_pattern(
    r"\b(?:(?:reviderad|reviderat|reviderade|revidering|revision|omarbetad|uppdaterad)\b"
    r"|rev(?:\.|\b)(?=\s\d|\s\w+\s\d))",
    re.IGNORECASE,
)


def says_what_it_replaces(subject: Subject) -> Iterator[Remark]:
    """Yield a remark at the word for revised in the title of a mandate that replaces none."""
    handling = subject.handling
    if handling.revidering is not None and handling.revidering.ersatter:
        return
    found = _REVISED.search(handling.titel)
    if found is None:
        return
    title = next(passage for passage in subject.passages if passage.path == ("titel",))
    yield subject.words(
        title,
        found.span(),
        f"Titeln säger ”{found[0]}”, men handlingen anger inte vilken handling den ersätter. "
        "Skriv ”revidering:” och, indraget under, ”ersätter:” med den förra handlingens datum.",
    )
