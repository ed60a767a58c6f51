"""The schema in; the field reference `docs/format.md` out (run by `make docs`)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from uppdrag.schema.fields import field_at

ROOT = Path(__file__).resolve().parents[1]
SCHEMA = ROOT / "schemas" / "uppdragshandling.schema.json"
TARGET = ROOT / "docs" / "format.md"

_KINDS = {
    "string": "text",
    "object": "nycklar",
    "array": "lista",
    "integer": "heltal",
    "number": "tal",
}
_HEAD = """\
# Formatet, fält för fält

Den här sidan är gjord av `schemas/uppdragshandling.schema.json` (kör `make docs` när schemat
ändras). Formatets version är 1. Ordningen på nycklarna i filen är ordningen i dokumentet.

Värden är text, ordagrant som de står: `13:00`, `NO`, `0123` och `1.10` förblir vad de är. Löpande
text skrivs med `|` efter nyckeln och indragen på raderna under; där betyder `- ` en punkt, `1. ` en
numrerad punkt, `**fet**` fet stil, `*kursiv*` kursiv, `[ord](adress)` en länk och rader med `|`
mellan kolumnerna en tabell. Allt annat är text. Ett bakstreck före `\\ * [ ] ( ) - + . |` tar bort
tecknets betydelse.
"""


def reference(schema: Mapping[str, Any]) -> str:
    """Return the reference as Markdown, one heading a field, parts under their field."""
    return "\n".join([_HEAD, *_required(schema), *_fields(schema)]).rstrip() + "\n"


def _required(schema: Mapping[str, Any]) -> Iterator[str]:
    always = ", ".join(f"`{key}`" for key in schema["required"])
    yield "## Vad som måste finnas\n"
    yield f"- Alltid: {always}."
    for rule, condition, keys in _conditions(schema["allOf"]):
        listed = ", ".join(f"`{key}`" for key in keys)
        yield f"- {condition} ({rule}): {listed}."
    yield ""


def _conditions(parts: list[Mapping[str, Any]]) -> Iterator[tuple[str, str, list[str]]]:
    for part in parts:
        then = part["then"]
        if "required" in then:
            (key, allowed), *_ = part["if"]["properties"].items()
            values = allowed.get("enum") or [allowed["const"]]
            yield then["x-regel"], f"{key} {' eller '.join(values)}", then["required"]
        if "allOf" in then:
            yield from _conditions(then["allOf"])


def _fields(schema: Mapping[str, Any]) -> Iterator[str]:
    yield "## Fälten\n"
    for key in schema["properties"]:
        yield from _field(schema, (key,))
    own = field_at(schema, ("avsnitt_namn",))
    yield f"### `avsnitt_…`: {own['title']}\n"
    yield f"{own['description']}\n"


def _field(schema: Mapping[str, Any], path: tuple[str | int, ...]) -> Iterator[str]:
    field = field_at(schema, path)
    yield f"### `{path[-1]}`: {field['title']}\n"
    yield f"{field['description']}\n"
    yield from _facts(field)
    parts = [*_parts(schema, path)]
    if parts:
        yield "\n| del | vad | exempel |\n| --- | --- | --- |"
        yield from parts
    yield ""


def _facts(field: Mapping[str, Any]) -> Iterator[str]:
    kinds = field.get("type", "string")
    names = [_KINDS[kind] for kind in ([kinds] if isinstance(kinds, str) else kinds)]
    yield f"- Värde: {' eller '.join(names)}"
    if allowed := field.get("enum"):
        yield f"- Tillåtet: {', '.join(f'`{value}`' for value in allowed)}"
    if examples := field.get("examples"):
        yield f"- Exempel: {_example(examples[0])}"


def _parts(schema: Mapping[str, Any], path: tuple[str | int, ...]) -> Iterator[str]:
    field = field_at(schema, path)
    items = field_at(schema, (*path, 0))
    for at, holder in ((path, field), ((*path, 0), items)):
        seen = set(field.get("properties", {})) if holder is items else set()
        for key in holder.get("properties", {}):
            if key in seen:
                continue
            part = field_at(schema, (*at, key))
            words = str(part["description"]).replace("|", "\\|")
            yield f"| `{key}` | {words} | {_example(part['examples'][0])} |"


def _example(value: Any) -> str:
    shown = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return f"`{shown}`".replace("|", "\\|")


def main() -> None:
    """Write the reference."""
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    TARGET.write_text(reference(schema), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
