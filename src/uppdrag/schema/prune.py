"""Data as it was written in; data without empty values, and where those stood, out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from uppdrag.source import Data, NodePath


@dataclass(frozen=True, slots=True)
class Pruned:
    """Data in which every key has a value, and the paths of the keys and items that had none."""

    data: dict[str, Any]
    empty: tuple[NodePath, ...]


def prune(data: dict[str, Data]) -> Pruned:
    """Leave out each key and item that nothing is written after; a list keeps its numbering.

    An empty item is put last among what is left out of a list, so the paths of the others hold:
    it becomes an empty text, which no field accepts.
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
