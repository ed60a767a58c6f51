"""A plan in; a table for a person, or JSON for a program, out."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from textwrap import wrap

from uppdrag.findings.visible import columns, visible
from uppdrag.importing.folder.proposed import Proposed
from uppdrag.importing.folder.step import Fate, Step

_INDENT = "  "
_GAP = "  "
_DAY = len("2026-06-16")
_STATUS = len("beslutad")
_MOST_NAMES = 5
"""Files with one reason that are named; the rest are counted."""
_HANGING = len(_INDENT) + _DAY + len(_GAP)

_BESIDE = {
    Fate.COPY: "kopia",
    Fate.NEAR_COPY: "nästan kopia",
    Fate.CLASH: "krock",
    Fate.TAKEN: "finns redan",
}
_APART = {
    Fate.UNPLACED: "Får ingen plats",
    Fate.UNREADABLE: "Går inte att läsa",
    Fate.PASSED: "Inte med",
}


def as_text(steps: Sequence[Step], width: int) -> str:
    """Return the plan as lines no wider than `width`: by group and day, then what has no place."""
    lines: list[str] = []
    placed = [step for step in steps if step.fate not in _APART]
    for folder, members in groupby(placed, key=lambda step: step.folder):
        lines.append(visible(folder or "(ingen grupp)"))
        for step in members:
            lines.extend(_lines(step, width))
    for fate, heading in _APART.items():
        if apart := [step for step in steps if step.fate is fate]:
            lines.append(heading)
            for words in _told_apart(apart):
                lines.extend(_wrapped(words, width, _INDENT, _INDENT * 2))
    return "".join(f"{line.rstrip()}\n" for line in lines)


def as_json(steps: Iterable[Step]) -> str:
    """Return the plan as JSON: `{"files": [{"file", "fate", "place", "group", "date", …}]}`."""
    content = {"files": [_data(step) for step in steps]}
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def summary(steps: Sequence[Step]) -> str:
    """Return how many files become what, in a sentence or two."""
    count = {fate: sum(step.fate is fate for step in steps) for fate in Fate}
    new = [step for step in steps if step.fate is Fate.NEW]
    if not steps:
        return "Mappen har inga filer som kan importeras."
    groups = len({step.folder for step in new})
    said = [
        f"{_many(len(new), 'handling', 'handlingar')} i {_many(groups, 'grupp', 'grupper')}"
        if new
        else "Inga nya handlingar"
    ]
    copies = count[Fate.COPY] + count[Fate.NEAR_COPY]
    without = count[Fate.CLASH] + count[Fate.UNPLACED]
    said += [
        words
        for number, words in (
            (copies, _many(copies, "kopia", "kopior")),
            (count[Fate.TAKEN], f"{count[Fate.TAKEN]} som redan finns"),
            (without, f"{without} utan plats"),
            (count[Fate.UNREADABLE], f"{count[Fate.UNREADABLE]} som inte går att läsa"),
            (count[Fate.PASSED], f"{count[Fate.PASSED]} som inte är med"),
        )
        if number
    ]
    guessed = sum(not step.is_certain for step in new)
    tail = f" Gissat datum eller grupp: {guessed}." if guessed else ""
    return f"{', '.join(said)}.{tail}"


def _many(count: int, one: str, more: str) -> str:
    return f"{count} {one if count == 1 else more}"


def _lines(step: Step, width: int) -> Iterator[str]:
    day = step.day.value if step.day else "–"
    if step.fate is Fate.NEW:
        status = step.status.value if step.status else ""
        lead = f"{_INDENT}{day:{_DAY}}{_GAP}{status:{_STATUS}}{_GAP}"
        replaced = step.revidering.ersatter if step.revidering else None
        tail = f" (ersätter {replaced})" if replaced else ""
        yield from _wrapped(f"{step.name}{tail}", width, lead, " " * columns(lead))
        if guess := _guess(step):
            yield from _wrapped(guess, width, " " * _HANGING, " " * _HANGING)
        if step.found is not None and step.found.uncertain:
            words = _many(step.found.uncertain, "osäker uppgift", "osäkra uppgifter")
            yield from _wrapped(f"{words} i texten.", width, " " * _HANGING, " " * _HANGING)
    else:
        lead = f"{_INDENT}{day:{_DAY}}{_GAP}{_BESIDE[step.fate]}: "
        yield from _wrapped(step.name, width, lead, " " * _HANGING + _INDENT)
    for sentence in step.told:
        yield from _wrapped(sentence, width, " " * _HANGING, " " * _HANGING)


def _told_apart(steps: Iterable[Step]) -> Iterator[str]:
    """Yield a sentence for each file without a place; many with one reason share it."""
    by_reason: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for step in steps:
        by_reason[step.told].append(step.name)
    for told, names in by_reason.items():
        shown = names if len(names) <= _MOST_NAMES else names[: _MOST_NAMES - 1]
        rest = f" och {len(names) - len(shown)} till" if len(shown) < len(names) else ""
        reason = " ".join(told)
        # A refusal may name its file itself.
        lead = "" if names == [reason[: len(names[0])]] else f"{', '.join(shown)}{rest}: "
        yield f"{lead}{reason}"


def _guess(step: Step) -> str:
    """Return what of a place is a guess, and what it rests on; nothing where all is certain."""
    parts = [
        f"{what} av {part.basis.value}{f' ({part.note})' if part.note else ''}"
        for what, part in (("gruppen", step.group), ("datumet", step.day))
        if part is not None and not part.is_certain
    ]
    return f"Gissat: {' och '.join(parts)}." if parts else ""


def _wrapped(words: str, width: int, first: str, more: str) -> list[str]:
    found = wrap(
        visible(words),
        max(width, len(more) + 20),
        initial_indent=first,
        subsequent_indent=more,
        break_on_hyphens=False,
    )
    return found or [first]


def _data(step: Step) -> dict[str, object]:
    return {
        "file": step.name,
        "fate": step.fate.value,
        "place": f"{step.place}.yaml" if step.place else None,
        "group": _proposal(step.folder, step.group),
        "date": _proposal(step.day.value if step.day else "", step.day),
        "status": step.status.value if step.status and step.fate is Fate.NEW else None,
        "replaces": step.revidering.ersatter if step.revidering and step.fate is Fate.NEW else None,
        "other": step.other or None,
        "uncertain": step.found.uncertain if step.found else None,
        "notes": list(step.told),
    }


def _proposal(value: str, part: Proposed | None) -> dict[str, object] | None:
    if part is None or not value:
        return None
    return {"value": value, "basis": part.basis.name.lower(), "certain": part.is_certain}
