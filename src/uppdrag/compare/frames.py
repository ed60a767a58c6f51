"""Marked lines in; which container of the new document each of the old one lives on as, out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from uppdrag.compare.lines import Frame, Frames
from uppdrag.compare.marked import MarkedLine


def living_on(lines: Iterable[MarkedLine]) -> Mapping[int, Frame]:
    """Return, by the number of an old container, the new one that most of its lines stand in.

    A container lives on as one of its own kind, in what its outer one lives on as; and no two as
    the same.
    """
    votes: Counter[tuple[int, Frame]] = Counter()
    outer: dict[int, int] = {}
    new_outer: dict[int, int] = {}
    for line in lines:
        if line.old is None or line.new is None:
            continue
        before = after = 0
        for was, now in zip(line.old.frames, line.new.frames, strict=False):
            if was.kind is not now.kind:
                break
            votes[was.number, now] += 1
            outer[was.number], new_outer[now.number] = before, after
            before, after = was.number, now.number
    found: dict[int, Frame] = {}
    taken: set[int] = set()
    # The outer ones first: their lines are at least as many. Sorting keeps the document's order.
    for (number, now), _ in sorted(votes.items(), key=lambda vote: (vote[0][0], -vote[1])):
        above = found.get(outer[number])
        in_place = not outer[number] or (
            above is not None and above.number == new_outer[now.number]
        )
        if number not in found and now.number not in taken and in_place:
            found[number] = now
            taken.add(now.number)
    return found


def frames_now(frames: Frames, living: Mapping[int, Frame]) -> Frames:
    """Return the containers of an old line among those of the new document.

    One that does not live on keeps its place, under a number that no new one has.
    """
    out: list[Frame] = []
    is_gone = False
    for frame in frames:
        now = None if is_gone else living.get(frame.number)
        is_gone = now is None
        out.append(
            now or Frame(frame.kind, -frame.number, frame.ordered, frame.start, frame.origin)
        )
    return tuple(out)
