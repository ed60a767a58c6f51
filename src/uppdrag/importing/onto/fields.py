"""The fields that a mandate has and those that an edited file says in; what order they have, out.

Who edits in Word does not choose the order of keys: a key stays where it was, or follows the one
that it is printed after.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from uppdrag.importing.onto.yaml_values import Data


def in_order(old: Sequence[str], seen: Sequence[str], fixed: set[str]) -> list[str]:
    """Return the keys seen, and the fixed ones that no line stands for, in their order.

    A fixed key stays after the key that it follows.
    """
    kept = [key for key in old if key in seen or key in fixed]
    if [key for key in kept if key not in fixed] == [key for key in seen if key in old]:
        order = list(kept)
        for number, key in enumerate(seen):
            if key not in order:
                before = seen[number - 1] if number else None
                order.insert(order.index(before) + 1 if before else _first(order, seen), key)
        return order
    order = list(seen)
    for number, key in enumerate(kept):
        if key in fixed:
            before = next((k for k in reversed(kept[:number]) if k in order), None)
            order.insert(order.index(before) + 1 if before is not None else 0, key)
    return order


def _first(order: Sequence[str], seen: Sequence[str]) -> int:
    return next((at for at, key in enumerate(order) if key in seen), len(order))


def like(old: Data, value: Data) -> Data:
    """Return the fields in the order that they had."""
    if isinstance(old, Mapping) and isinstance(value, Mapping):
        return {key: value[key] for key in in_order(list(old), list(value), set())}
    if isinstance(old, list) and isinstance(value, list) and len(old) == len(value):
        return [like(a, b) for a, b in zip(old, value, strict=True)]
    return value


def led_by(fields: Mapping[str, Data], key: str, value: str) -> dict[str, Data]:
    """Return fields with a value for a key, which comes first if it is new."""
    return {**fields, key: value} if key in fields else {key: value, **fields}
