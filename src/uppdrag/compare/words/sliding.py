"""Stretches that differ in; the same, begun where a reader would say that they begin, out.

`a [b a] b` and `a b [a b]` are the same edit; the one that begins with a sentence, or at least
after a space, is easier to read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from uppdrag.compare.words.cuts import Cut, Gap

_SENTENCE_END = re.compile(r"[.?!:]\s*$")


def slid(a: Cut, b: Cut, found: Sequence[Gap]) -> Iterator[Gap]:
    """Yield the stretches; what was only added, or only taken away, at its best place."""
    for at, gap in enumerate(found):
        if not gap.is_one_sided:
            yield gap
            continue
        before = found[at - 1] if at else None
        after = found[at + 1] if at + 1 < len(found) else None
        is_added = gap.new < gap.new_end
        side, start, end = (b, gap.new, gap.new_end) if is_added else (a, gap.old, gap.old_end)
        # One token is left between two stretches, so that they stay two.
        least = 1 + (before.new_end if is_added else before.old_end) if before else 0
        most = (after.new if is_added else after.old) - 1 if after else len(side)
        by = _best(side, start, end, range(least, most + 1))
        yield Gap(gap.old + by, gap.old_end + by, gap.new + by, gap.new_end + by)


def _best(side: Cut, start: int, end: int, within: range) -> int:
    """Return how many tokens forward a stretch is best read; back if the number is negative."""
    keys = side.keys
    back = forth = 0
    while start - back > within.start and keys[start - back - 1] == keys[end - back - 1]:
        back += 1
    while end + forth < within.stop - 1 and keys[start + forth] == keys[end + forth]:
        forth += 1
    return max(range(-back, forth + 1), key=lambda by: (_ease(side, start + by, end + by), -by))


def _ease(side: Cut, start: int, end: int) -> int:
    """Return how naturally a stretch begins and ends, the more the better."""
    before = "".join(side.texts[max(0, start - 2) : start])
    first, last = side.texts[start], side.texts[end - 1]
    if not before or (_SENTENCE_END.search(before) and before[-1].isspace()):
        return 3 if last.isspace() or end == len(side) else 2
    if before[-1].isspace() and last.isspace():
        return 2
    return int(first.isspace() and (end == len(side) or not side.texts[end].isspace()))
