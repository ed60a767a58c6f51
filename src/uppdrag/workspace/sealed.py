"""A folder and the fingerprint that a copy bears in; the mandate that has it out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from uppdrag.model import Uppdragshandling
from uppdrag.model.fingerprint import fingerprint, shown
from uppdrag.render.copy import Copy
from uppdrag.schema import prune
from uppdrag.source import load
from uppdrag.workspace.mandates import MandateFile, find_mandates
from uppdrag.workspace.predecessor import read_revision
from uppdrag.workspace.resources import Folder
from uppdrag.workspace.schemas import mandate_schema


@dataclass(frozen=True, slots=True)
class Match:
    """The mandate that has the fingerprint, and whether it is still what was decided."""

    file: MandateFile
    handling: Uppdragshandling
    is_intact: bool


def find_sealed(folder: Folder, copy: Copy) -> Match | None:
    """Return the mandate that the fingerprint of a copy belongs to, if there is one.

    Best is one that records it and still has that content, then one that records it, then one of
    that content without a record. Raises `UnreadableError` for one that cannot be read, and
    `UppdragError` for a folder without mandates.
    """
    ranked: dict[int, tuple[MandateFile, bool]] = {}
    for file, recorded, now in _fingerprints(folder, copy.claims[0]):
        is_recorded, is_content = _bears(copy, recorded), _bears(copy, now)
        if is_recorded and recorded == now:
            ranked[0] = file, True
            break
        if is_recorded:
            ranked.setdefault(1, (file, False))
        elif is_content:
            ranked.setdefault(2, (file, True))
    if not ranked:
        return None
    file, is_intact = ranked[min(ranked)]
    return Match(file, read_revision(file, mandate_schema(folder)).handling, is_intact)


def _bears(copy: Copy, whole: str) -> bool:
    """Tell whether a copy bears a fingerprint, whole among its properties or else at its foot."""
    return whole in copy.whole if copy.whole else shown(whole) in copy.short


def _fingerprints(folder: Folder, claim: str) -> Iterator[tuple[MandateFile, str, str]]:
    """Yield each mandate that can be read, with the fingerprint it records and that of its content.

    Those in which the claimed one is written come first: the others are hardly ever looked at.
    """
    digits = claim.replace(" ", "").encode("ascii")
    others = []
    for file in find_mandates(folder, ()):
        try:
            content = file.read()
        except OSError:
            continue
        if digits in content:
            yield from _both(file, content)
        else:
            others.append((file, content))
    for file, content in others:
        yield from _both(file, content)


def _both(file: MandateFile, content: bytes) -> Iterator[tuple[MandateFile, str, str]]:
    data = load(content, file.name).data()
    if isinstance(data, dict):
        pruned = prune(data).data
        yield file, str(pruned.get("fingeravtryck", "")).strip(), fingerprint(pruned)
