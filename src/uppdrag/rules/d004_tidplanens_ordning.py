"""D004: a mandate in; a remark where a timetable goes back in time out."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from uppdrag.model import Tidplan
from uppdrag.rules.dates import stretch
from uppdrag.rules.subject import Remark, Subject


def timetable_in_order(subject: Subject) -> Iterator[Remark]:
    """Yield a remark for each post that ends before the post above it begins.

    A time that cannot be read is passed over.
    """
    for section in subject.handling.avsnitt:
        for item in section.innehall:
            if isinstance(item, Tidplan):
                yield from _of_timetable(subject, (section.nyckel, item.nyckel), item)


def _of_timetable(subject: Subject, path: tuple[str, str], timetable: Tidplan) -> Iterator[Remark]:
    read = [
        (index, post.tid, when)
        for index, post in enumerate(timetable.poster)
        if (when := stretch(post.tid)) is not None
    ]
    for (_, above, before), (index, words, when) in pairwise(read):
        if when.last < before.first:
            place = (*path, index, "tid")
            yield Remark(
                subject.source.locate(place, 0, len(words)),
                f"”{words}” står efter ”{above}” men är tidigare. "
                "Flytta posten till sin plats, eller rätta tiden.",
                place,
            )
