"""T009: a mandate in; a remark for each law that is called by a name that is not its own out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from uppdrag.rules.phrases import capital_as, occurring
from uppdrag.rules.subject import Remark, Subject

_NUMBER = re.compile(r" \(\d{4}:\d+\)")
_OPTIONAL_NUMBER = r"(?:\s\(\d{4}:\d+\))?"
_BEGINNING = "lagen "


def name_of_law(subject: Subject) -> Iterator[Remark]:
    """Yield a remark for each name of a law that is wrong, or of a law that no longer holds."""
    wrong = occurring(subject.data.lagar, subject.text)
    if not wrong:
        return
    pattern = _pattern(wrong)
    for passage in subject.passages:
        for found in pattern.finditer(passage.text):
            right = subject.data.lagar[wrong[int((found.lastgroup or "_0")[1:])]]
            if not _ends_the_right_name(found, right):
                yield subject.words(
                    passage,
                    found.span(),
                    f"”{found[0]}” är inte det namn som gäller. Skriv {right}.",
                    fix=capital_as(found[0], right),
                )


@lru_cache(maxsize=64)
def _pattern(wrong: tuple[str, ...]) -> re.Pattern[str]:
    names = "|".join(f"(?P<_{index}>{_written(name)})" for index, name in enumerate(wrong))
    return re.compile(rf"(?<!\w)(?:{names})(?!\w)", re.IGNORECASE)


def _written(name: str) -> str:
    """Return what finds a name, also with the number of the law where it usually stands."""
    if not name.startswith(_BEGINNING):
        return re.escape(name)
    return _BEGINNING.strip() + _OPTIONAL_NUMBER + re.escape(name.removeprefix("lagen"))


def _ends_the_right_name(found: re.Match[str], right: str) -> bool:
    """Tell whether what was found is the last word of the name as it should be."""
    name = _NUMBER.sub("", right).replace("-", "").lower()
    lead = found.string[max(0, found.end() - 2 * len(right)) : found.end()]
    return lead.replace("-", "").lower().endswith(name)
