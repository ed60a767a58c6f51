"""The project's mandates in; pairs of revisions for the referees of tracked changes out."""

from itertools import pairwise
from pathlib import Path
from typing import Any, cast

from built_mandates import MANDATES
from redline_edits import edited
from redline_features import Pair, features
from redline_stage import SENTENCES, TABLE, Data, bullets, mandate, numbers, paragraphs

from uppdrag.schema import prune
from uppdrag.source import load

RANDOM = 90


def pairs() -> list[Pair]:
    """Return all pairs: real ones, every feature by itself, and random edits of real mandates."""
    return [*revisions(), *strangers(), *features(), *random()]


def revisions() -> list[Pair]:
    """Return each revision with its successor, both ways."""
    found = []
    for group in _groups():
        for (path, old), (later, new) in pairwise(group):
            name = f"{path.parent.name} {path.stem}"
            found.append(Pair(f"{name} to {later.stem}", old, new))
            found.append(Pair(f"{name} from {later.stem}", new, old))
    return found


def strangers() -> list[Pair]:
    """Return pairs of mandates of different groups."""
    return [
        Pair(f"{path.parent.name} to {other.parent.name}", old, new)
        for (path, old), (other, new) in pairwise(group[-1] for group in _groups())
    ]


def random() -> list[Pair]:
    """Return random edits, the same every time, of real mandates and of small ones."""
    originals = [_data(path) for root in MANDATES for path in sorted(root.rglob("*.yaml"))]
    originals += [
        mandate(paragraphs(*SENTENCES, bullets(*SENTENCES), TABLE), "last"),
        mandate(paragraphs(TABLE, numbers(*SENTENCES), SENTENCES[0], bullets(*SENTENCES))),
    ]
    return [
        Pair(f"random {seed}", old := originals[seed % len(originals)], edited(old, seed))
        for seed in range(RANDOM)
    ]


def _groups() -> list[list[tuple[Path, Data]]]:
    return [
        [(path, _data(path)) for path in sorted(folder.glob("*.yaml"))]
        for root in MANDATES
        for folder in sorted(root.iterdir())
    ]


def _data(path: Path) -> Data:
    data: Any = prune(load(path.read_bytes(), path.name).data()).data
    return cast("Data", data)
