"""A value and two edits of it in; one value out: what either changed, ours where both did."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

T = TypeVar("T")


def either(base: T, ours: T, theirs: T) -> T:
    """Return the value that was changed. Dataclasses of one type are taken field by field."""
    if ours == base:
        return theirs
    if theirs in (base, ours):
        return ours
    kinds = {type(base), type(ours), type(theirs)}
    if len(kinds) > 1 or not is_dataclass(ours) or isinstance(ours, type):
        return ours
    values: dict[str, Any] = {
        name: either(*(getattr(value, name) for value in (base, ours, theirs)))
        for name in (field.name for field in fields(ours))
    }
    return replace(ours, **values)
