"""What a user calls one revision in (a file, `-`, a group, `GROUP/DATE`); its file out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from uppdrag.findings import UppdragError
from uppdrag.workspace.mandates import STANDARD_INPUT, MandateFile, find_mandates
from uppdrag.workspace.predecessor import stated_day
from uppdrag.workspace.resources import Folder

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def find_revision(folder: Folder, name: str) -> MandateFile:
    """Return the one file that a name means; a group's name means its latest revision.

    Raises `UppdragError` when it means nothing, or several.
    """
    group, _, day = name.replace("\\", "/").rpartition("/")
    if name != STANDARD_INPUT and _DAY.fullmatch(day) and not Path(name).exists():
        return _of_day(folder, group, day)
    files = find_mandates(folder, [name])
    if len({file.group for file in files}) > 1:
        message = (
            f"{name} innehåller handlingar för flera grupper. Ange en grupp, en fil, eller en "
            "revision som GRUPP/DATUM."
        )
        raise UppdragError(message)
    return latest(files)


def latest(files: Sequence[MandateFile]) -> MandateFile:
    """Return the latest of a group's revisions: an undated one is not yet of any day."""
    return max(files, key=_age) if len(files) > 1 else files[0]


def _of_day(folder: Folder, group: str, day: str) -> MandateFile:
    if not group:
        message = f"”{day}” säger inte vilken grupp det gäller. Skriv GRUPP/{day}."
        raise UppdragError(message)
    files = find_mandates(folder, [group])
    found = [file for file in files if file.date == day]
    found = found or [file for file in files if _day_of(file) == day]
    if not found:
        days = [_day_of(file) or file.date for file in files]
        message = (
            f"{group} har ingen revision från {day}. Det som finns är {_listed(sorted(days))}."
        )
        raise UppdragError(message)
    return found[0]


def _age(file: MandateFile) -> tuple[bool, str, str]:
    day = _day_of(file)
    return not day, day, file.name


def _day_of(file: MandateFile) -> str:
    stated = stated_day(file.path) if file.path is not None else ""
    return stated or (file.date if _DAY.fullmatch(file.date) else "")


def _listed(words: Sequence[str]) -> str:
    *rest, last = words
    return f"{', '.join(rest)} och {last}" if rest else last
