"""Data as it was written in; data without empty values, and where those stood, out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from uppdrag.source import Data, NodePath


@dataclass(frozen=True, slots=True)
class Pruned:
    """Data in which every key has a value, and the paths of the keys that had none."""

    data: dict[str, Any]
    empty: tuple[NodePath, ...]


def prune(data: dict[str, Data]) -> Pruned:
    """Leave out each key that nothing is written after.

    An empty item of a list becomes an empty text, which no field accepts: left out, it would shift
    the numbers in the paths of those after it.
    """
    empty: list[NodePath] = []
    pruned = _pruned(data, (), empty)
    return Pruned(pruned, tuple(empty))


def _pruned(node: Any, path: NodePath, empty: list[NodePath]) -> Any:
    if isinstance(node, dict):
        kept = {}
        for key, value in node.items():
            if value is None:
                empty.append((*path, key))
            else:
                kept[key] = _pruned(value, (*path, key), empty)
        return kept
    if isinstance(node, list):
        return [
            "" if item is None else _pruned(item, (*path, index), empty)
            for index, item in enumerate(node)
        ]
    return node
