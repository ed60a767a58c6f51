"""T013: a mandate in; a remark for each stilted word that has a lighter one out."""

from __future__ import annotations

from collections.abc import Iterator

from uppdrag.rules.phrases import outside_titles, whole_words, written
from uppdrag.rules.subject import Remark, Subject


def stilted_words(subject: Subject) -> Iterator[Remark]:
    """Yield a remark for each word that weighs more than it says, outside quoted titles."""
    choices = subject.data.ordval
    here = written(choices, subject.text)
    if not here:
        return
    pattern = whole_words(here)
    lighter = {heavy.lower(): choices[heavy] for heavy in here}
    for passage in subject.passages:
        for found in outside_titles(pattern, passage.text):
            light = _choice(lighter[found[0].lower()].split(", "))
            yield subject.words(
                passage,
                found.span(),
                f"”{found[0]}” är tungt att läsa. Skriv hellre {light}.",
            )


def _choice(words: list[str]) -> str:
    """Return words to choose from, such as ”ge” eller ”erbjuda”."""
    *several, last = (f"”{word}”" for word in words)
    return f"{', '.join(several)} eller {last}" if several else last
