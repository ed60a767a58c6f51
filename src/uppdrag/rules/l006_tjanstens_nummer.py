"""L006: a mandate in; a remark where a known service has another number than its own out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from uppdrag.rules.data import Tjanst
from uppdrag.rules.subject import Remark, Subject

_BETWEEN = r"[ \u00a0]?[-–,(]?[ \u00a0]?"


def number_of_service(subject: Subject) -> Iterator[Remark]:
    """Yield a remark for each number that is known to be wrong, beside the service's words."""
    for tjanst in subject.data.tjanster:
        if not any(number in subject.text for number in tjanst.fel):
            continue
        pattern = _pattern(tjanst)
        for passage in subject.passages:
            for found in pattern.finditer(passage.text):
                number = found["before"] or found["after"]
                span = found.span("before" if found["before"] else "after")
                yield subject.words(
                    passage,
                    span,
                    f"”{number}” är inte tjänstens nummer. Skriv ”{tjanst.nummer}”.",
                    fix=tjanst.nummer,
                )


@lru_cache
def _pattern(tjanst: Tjanst) -> re.Pattern[str]:
    wrong = "|".join(map(re.escape, tjanst.fel))
    words = "|".join(map(re.escape, tjanst.ord))
    return re.compile(
        rf"(?<![\w.-])(?P<before>{wrong}){_BETWEEN}(?:{words})\b"
        rf"|\b(?:{words}){_BETWEEN}(?P<after>{wrong})(?![\w-]|[.,]\d)",
        re.IGNORECASE,
    )
