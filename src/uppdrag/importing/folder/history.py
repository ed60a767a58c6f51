"""The new revisions of one group, and those it has, in; the same with their places in time out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from uppdrag.importing.folder.step import Step
from uppdrag.model import Revidering, Status, Uppdragshandling

_DECIDED = frozenset({Status.BESLUTAD, Status.ERSATT, Status.UPPHAVD})


def ordered(steps: Sequence[Step], existing: Mapping[str, str]) -> Iterator[Step]:
    """Yield a group's revisions in the order of their days, each with what it replaces.

    A decided one that a later decided one replaces becomes `ersatt`. `existing` has the statuses
    of the group's files by day; those files are not changed. A draft that a later decision has
    passed by replaces nothing. What a document itself says stands.
    """
    steps = sorted(steps, key=lambda step: step.day.value if step.day else "")
    standing = {day: Status(word) for day, word in existing.items() if word in set(Status)}
    statuses = standing | {
        step.day.value: step.handling.status for step in steps if step.day and step.handling
    }
    decided = sorted(day for day, status in statuses.items() if status in _DECIDED)
    for step in steps:
        if step.day is None or step.handling is None:
            yield step
            continue
        day = step.day.value
        before = max((other for other in decided if other < day), default="")
        after = min((other for other in decided if other > day), default="")
        made = _in_force(step, after) if step.handling.status in _DECIDED else step
        if after and step.handling.status not in _DECIDED:
            yield _told(made, f"Utkast som en senare revision, {after}, har gått förbi.")
            continue
        made = _replacing(made, before)
        if before in standing and standing[before] is Status.BESLUTAD:
            advice = f"Ändra status till ersatt i {step.folder}/{before}.yaml när den är ersatt."
            made = _told(made, advice)
        yield made


def _in_force(step: Step, after: str) -> Step:
    """Return a decided revision as it stands when there is a later one."""
    handling = step.handling
    if not after or handling is None or handling.status is not Status.BESLUTAD:
        return step
    if step.found is not None and step.found.yaml:
        return _told(step, f"Ersatt av {after}, men källan i filen säger beslutad. Ändra status.")
    ordning = handling.ordning
    if "status" not in ordning:
        ordning = ("status", *ordning)
    return replace(step, handling=replace(handling, status=Status.ERSATT, ordning=ordning))


def _replacing(step: Step, before: str) -> Step:
    handling = step.handling
    if not before or handling is None:
        return step
    stated = handling.revidering.ersatter if handling.revidering else None
    if stated is not None:
        if stated == before:
            return step
        return _told(step, f"Säger att den ersätter {stated}, men närmast före är {before}.")
    if step.found is not None and step.found.yaml:
        return _told(step, f"Källan i filen säger inte vad den ersätter. Närmast före är {before}.")
    return replace(step, handling=_with_revision(handling, before))


def _with_revision(handling: Uppdragshandling, before: str) -> Uppdragshandling:
    revidering = replace(handling.revidering or Revidering(), ersatter=before)
    ordning = handling.ordning
    if "revidering" not in ordning:
        at = ordning.index("status") + 1 if "status" in ordning else 0
        ordning = (*ordning[:at], "revidering", *ordning[at:])
    return replace(handling, revidering=revidering, ordning=ordning)


def _told(step: Step, sentence: str) -> Step:
    return replace(step, told=(*step.told, sentence))
