"""A folder of documents in; the plan for it shown, and mandates written when a person agrees."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from uppdrag.cli.terminal import (
    Volume,
    agrees,
    column_width,
    may_ask,
    progress,
    write,
    write_note,
    write_shown,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from uppdrag.importing.folder.step import Step
    from uppdrag.importing.tracked import Changes

_UNPLACED, _COULD_NOT = 1, 2


@dataclass(frozen=True, slots=True)
class Asked:
    """What a person asked for: where from and to, with what choices, shown how."""

    source: Path
    output: str | None
    places: tuple[str, ...]
    changes: Changes
    output_format: str
    is_agreed: bool
    volume: Volume


def import_folder(asked: Asked) -> int:
    """Show what the files of a folder would become; write them when that is agreed to."""
    from uppdrag.importing.folder.shown import as_json, as_text, summary
    from uppdrag.importing.folder.step import Fate
    from uppdrag.workspace.import_folder import Reading, list_folder, named_places, plan_folder
    from uppdrag.workspace.resources import find_folder

    folder = find_folder(Path.cwd())
    mandates = Path(asked.output) if asked.output else _from_here(folder.mandates)
    listed = list_folder(asked.source)
    named = named_places(asked.places, listed)
    reading = Reading(folder, asked.source, asked.changes)
    with progress("Läser", len(listed.names), asked.volume) as bar:
        steps = plan_folder(reading, listed, mandates, named, bar.advance)
    if asked.output_format == "json":
        write(as_json(steps))
    elif asked.volume is not Volume.QUIET:
        write_shown(as_text(steps, column_width()))
        write_shown(f"\n{summary(steps)}\n")
    new = sum(step.fate is Fate.NEW for step in steps)
    code = _code(steps)
    if not new:
        return code
    where = mandates.as_posix()
    if not asked.is_agreed and not (may_ask() and agrees(_question(new, where))):
        write_note(f"Inget är skrivet. Lägg till --write för att skriva till {where}.\n")
        return code
    return max(code, _write(steps, mandates, asked.volume))


def _write(steps: Sequence[Step], mandates: Path, volume: Volume) -> int:
    from uppdrag.workspace.import_folder import write_plan

    made, refused = [], []
    for _, path, refusal in write_plan(steps, mandates):
        if path is not None:
            made.append(path)
        else:
            refused.append(refusal)
    for refusal in refused:
        write_note(f"{refusal}\n")
    if volume is Volume.VERBOSE:
        write_note("".join(f"{path.as_posix()}\n" for path in made))
    if made:
        what = "1 handling" if len(made) == 1 else f"{len(made)} handlingar"
        where = mandates.as_posix()
        write_note(f"Skrev {what} i {where}. Pröva dem med: uppdrag check {where}\n")
    return _COULD_NOT if refused else 0


def _code(steps: Sequence[Step]) -> int:
    """Return the exit code of a plan: some file could not be read, or got no place."""
    from uppdrag.importing.folder.step import Fate

    fates = {step.fate for step in steps}
    if Fate.UNREADABLE in fates:
        return _COULD_NOT
    return _UNPLACED if fates & {Fate.CLASH, Fate.UNPLACED} else 0


def _question(count: int, where: str) -> str:
    what = "handlingen" if count == 1 else f"de {count} handlingarna"
    return f"Skriva {what} till {where}?"


def _from_here(path: Path) -> Path:
    """Return a path as one would type it here."""
    here = Path.cwd().resolve()
    return path.relative_to(here) if path.is_relative_to(here) else path
