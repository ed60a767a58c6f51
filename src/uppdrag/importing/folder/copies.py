"""Files that have been placed in; which of them are copies of another, or nearly, out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from uppdrag.importing.folder.found import FORMATS, Found, likeness
from uppdrag.importing.folder.step import Fate, Step

ALIKE = 0.9
"""Two texts with so much in common, of the same group and day, are one document."""

_PERCENT = 100


def without_copies(steps: Sequence[Step]) -> tuple[Step, ...]:
    """Return the steps, copies told from what they are copies of.

    Of a document in several formats the one stays that says most of its structure: one that
    carries its source, then Word, and PDF last.
    """
    made: dict[str, Step] = {}
    by_text: dict[str, list[Step]] = defaultdict(list)
    for step in steps:
        by_text[step.found.letters if step.found else step.name].append(step)
    first = [step for same in by_text.values() for step in _same(same, made)]
    by_group: dict[str, list[Step]] = defaultdict(list)
    for step in first:
        by_group[step.folder].append(step)
    for group in by_group.values():
        _near(group, made)
    return tuple(made.get(step.name, step) for step in steps)


def preference(step: Step) -> tuple[bool, int, bool, str]:
    """Return the order among files for one place: source, format, a day beyond doubt, name."""
    found = step.found
    known = found is not None and found.format in FORMATS
    order = FORMATS.index(found.format) if found is not None and known else len(FORMATS)
    is_certain = step.day is not None and step.day.is_certain
    return not (found is not None and found.yaml), order, not is_certain, step.name


def _same(same: Iterable[Step], made: dict[str, Step]) -> Iterator[Step]:
    """Yield the one of all with the same text that stays; note the others as its copies.

    It gets the group and the day of a copy that has what it lacks: a Word file whose name says
    nothing, beside its PDF.
    """
    kept, *copies = sorted(same, key=preference)
    if not kept.place and (placed := next((copy for copy in copies if copy.place), None)):
        kept = replace(kept, folder=placed.folder, group=placed.group, day=placed.day)
        made[kept.name] = kept
    for copy in copies:
        told = f"Samma text som {PurePosixPath(kept.name).name}."
        made[copy.name] = replace(copy, fate=Fate.COPY, other=kept.name, told=(told,))
    yield kept


def _near(group: Iterable[Step], made: dict[str, Step]) -> None:
    """Note the files that are nearly another of the same group and day."""
    kept: list[Step] = []
    for step in sorted(group, key=preference):
        for other in kept:
            share = _share(step, other)
            if share >= ALIKE:
                # Rounded down: what is not quite the same is never called 100 %.
                told = (
                    f"{int(share * _PERCENT)} % av texten är densamma som i "
                    f"{PurePosixPath(other.name).name}. Jämför dem innan du tar bort den ena."
                )
                made[step.name] = replace(step, fate=Fate.NEAR_COPY, other=other.name, told=(told,))
                break
        else:
            kept.append(step)


def _share(step: Step, other: Step) -> float:
    days = {day.value for day in (step.day, other.day) if day is not None}
    if len(days) > 1 or step.found is None or other.found is None:
        return 0.0
    return _likeness(step.found, other.found)


def _likeness(one: Found, other: Found) -> float:
    short, long = sorted((one.pairs.total(), other.pairs.total()))
    return likeness(one, other) if long and 2 * short / (short + long) >= ALIKE else 0.0
