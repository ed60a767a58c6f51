"""A card or plan in; what JSON can hold of it, and back, out."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from uppdrag.register.allowed import Allowed
from uppdrag.register.card import Card, Reference
from uppdrag.register.plan import Meeting, Plan
from uppdrag.register.stated import Stated


def to_json(made: Card | Plan) -> dict[str, Any]:
    """Return the value as JSON can hold it; `from_json` gives it back."""
    return {"plan": isinstance(made, Plan), **asdict(made)}


def from_json(data: dict[str, Any]) -> Card | Plan:
    """Return the value that `to_json` wrote. Raises `KeyError` or `TypeError` for any other."""
    values = {name: _value(name, value) for name, value in data.items() if name != "plan"}
    return Plan(**values) if data["plan"] else Card(**values)


def _value(name: str, value: Any) -> Any:
    if name == "hanvisningar":
        return tuple(Reference(item["titel"], Stated(**item["nummer"])) for item in value)
    if name == "moten":
        return tuple(
            Meeting(item["day"], Stated(**item["place"]), item["called_off"]) for item in value
        )
    if name == "motesgrans":
        return Allowed(**value) if value is not None else None
    return Stated(**value) if isinstance(value, dict) else value
