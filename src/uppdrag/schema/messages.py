"""One error of the schema library in; the Swedish messages for it, each with its place, out.

Parameters are taken from the data and the schema, never out of the library's English words.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from uppdrag.schema.fields import field_at, hint, title_of
from uppdrag.schema.load import Schema
from uppdrag.source import NodePath

EMPTY = "S006"
"""The rule that a key has a value."""

_LIKENESS = 0.7
"""How like a name must be to one that is known to be taken for it (1 is the same)."""

_CURES = {"tecken": "Korta texten.", "led": "Ta bort eller slå ihop några."}

LONGEST_QUOTE = 60
"""Characters of a faulty value that a message repeats."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a value: the rule, the place and the words.

    `missing` names a key that `path` lacks; `instead` is the key that a mistyped one stands for.
    """

    rule: str
    path: NodePath
    message: str
    missing: str | None = None
    instead: NodePath | None = None
    at_key: bool = False


def problem(error: Any, schema: Schema) -> Iterator[Problem]:
    """Yield the problems that one error stands for, in the user's words."""
    path: NodePath = tuple(error.absolute_path)
    field = field_at(schema.content, path)
    keyword = str(error.validator)
    write = _WRITERS.get(keyword, _other)
    yield from write(error, path, field, schema)


def without_value(path: NodePath, schema: Schema, rule: str) -> Problem:
    """Return the problem of a key that has nothing after its colon."""
    field = field_at(schema.content, path)
    way_out = " Annars kan raden tas bort." if rule == EMPTY else ""
    message = f"{_name(path, field)} har inget värde. {hint(field)}".rstrip() + way_out
    return Problem(rule, path, message, at_key=True)


def _unknown_key(error: Any, path: NodePath, field: Any, schema: Schema) -> Iterator[Problem]:
    known = sorted(field.get("properties", {}))
    patterns = "patternProperties" in field
    value = error.instance if isinstance(error.instance, dict) else {}
    allowed = set(known)
    for key in value:
        if key in allowed or (patterns and key.startswith("avsnitt_")):
            if key not in allowed and not _is_own(key, field):
                yield Problem(
                    "S001",
                    (*path, key),
                    f"Nyckeln {quoted(key)} får bara ha små bokstäver (a–ö), siffror och "
                    f"understreck efter avsnitt_. Skriv avsnitt_{_slug(key[len('avsnitt_') :])}.",
                    at_key=True,
                )
            continue
        near = nearest(key, known)
        fault = "finns inte i formatet"
        if near:
            advice = f"Menade du {near}?"
        elif path and key in schema.content.get("properties", {}):
            fault = "kan inte stå här"
            advice = "Den hör hemma längst ut till vänster i filen: ta bort indraget."
        elif patterns:
            advice = f"Ett eget avsnitt skrivs avsnitt_{_slug(key)} med rubrik och text."
        else:
            fault = "kan inte stå här"
            advice = f"Här kan stå: {', '.join(known)}."
        yield Problem(
            "S001",
            (*path, key),
            f"Nyckeln {quoted(key)} {fault}. {advice}",
            instead=(*path, near) if near else None,
            at_key=True,
        )


def nearest(written: str, known: Sequence[str]) -> str | None:
    """Return the name that was most likely meant, or None where no name is like what is written."""
    plain = {_plain(name): name for name in known}
    found = get_close_matches(_plain(written), plain, n=1, cutoff=_LIKENESS)
    return plain[found[0]] if found else None


def _plain(name: str) -> str:
    """Return a name in small letters without dots, rings and signs between its words."""
    letters = unicodedata.normalize("NFKD", name.casefold()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "_", letters)


def _is_own(key: str, field: Any) -> bool:
    return any(re.search(pattern, key) for pattern in field.get("patternProperties", {}))


def _slug(key: str) -> str:
    return "".join(c if c.isalnum() else "_" for c in key.casefold()).strip("_") or "namn"


def _required(error: Any, path: NodePath, _field: Any, schema: Schema) -> Iterator[Problem]:
    rule = str(error.schema.get("x-regel", "S003")) if isinstance(error.schema, dict) else "S003"
    value = error.instance if isinstance(error.instance, dict) else {}
    # The library reports each missing key as an error of its own, without saying which.
    lacking = [key for key in error.validator_value if key not in value]
    for key in lacking:
        field = field_at(schema.content, (*path, key))
        words = example(field)
        advice = f"en rad, till exempel ”{key}: {words}”" if words else f"nyckeln {key}"
        yield Problem(
            rule,
            path,
            f"{title_of(field, key)} saknas{_within(path)}. Lägg till {advice}.",
            missing=key,
            at_key=True,
        )


def _within(path: NodePath) -> str:
    """Return where a key is missing, such as ` i sändlista, punkt 2`; empty for the whole file."""
    steps = [f"punkt {step + 1}" if isinstance(step, int) else step for step in path]
    return f" i {', '.join(steps)}" if steps else ""


def example(field: Any) -> str:
    """Return the field's example where it fits on the key's line."""
    examples = field.get("examples") or [""]
    value = examples[0]
    return str(value).removeprefix("- ") if isinstance(value, (str, int)) else _flow(value)


def _flow(value: Any) -> str:
    """Return an example of several parts as YAML on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(part)}" for key, part in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_flow(part) for part in value) + "]"
    return f'"{value}"' if any(sign in str(value) for sign in ",:[]{}") else str(value)


def _type(error: Any, path: NodePath, field: Any, _schema: Schema) -> Iterator[Problem]:
    message = f"{_name(path, field)} har fel sorts värde. {_found(error.instance, field)}"
    yield Problem("S002", path, f"{message} {hint(field)}".strip())


def _found(value: object, field: Any) -> str:
    """Return what stands there instead, and how text is written where text may stand."""
    if isinstance(value, list) and "object" in field.get("type", ()):
        return "Här står en lista. Är den en del av texten, sätt | efter kolonet."
    is_text = field.get("type") == "string"
    quote = " Är det text, skriv den på en rad inom citattecken." if is_text else ""
    if isinstance(value, list):
        return f"Här står en lista.{quote}"
    if isinstance(value, dict):
        return f"Här står nycklar med värden.{quote}"
    return f"Här står {quoted(value)}."


def _enum(error: Any, path: NodePath, field: Any, _schema: Schema) -> Iterator[Problem]:
    value = str(error.instance)
    allowed = [str(option) for option in error.validator_value]
    near = nearest(value, allowed)
    advice = f"Menade du {near}?" if near else hint(field)
    yield Problem("S004", path, f"{_name(path, field)} kan inte vara {quoted(value)}. {advice}")


def _pattern(error: Any, path: NodePath, field: Any, _schema: Schema) -> Iterator[Problem]:
    if "format" in field:
        return  # the format says the same, and more
    yield Problem(
        "S005",
        path,
        f"{_name(path, field)} kan inte skrivas {quoted(error.instance)}. {hint(field)}".strip(),
    )


def _format(error: Any, path: NodePath, field: Any, _schema: Schema) -> Iterator[Problem]:
    value = str(error.instance)
    shaped = len(value) == len("2026-06-16") and value[4] == value[7] == "-"
    shaped = shaped and value.replace("-", "").isdecimal()
    why = (
        f"Dagen {quoted(value)} finns inte i kalendern."
        if shaped
        else (f"{quoted(value)} är inget datum.")
    )
    yield Problem("S005", path, f"{_name(path, field)}: {why} {hint(field)}".strip())


def _too_short(error: Any, path: NodePath, field: Any, _schema: Schema) -> Iterator[Problem]:
    limit = int(error.validator_value)
    if limit > 1:
        unit = "tecken" if error.validator == "minLength" else "led"
        yield Problem(
            "S006", path, f"{_name(path, field)} ska ha minst {limit} {unit}. {hint(field)}".strip()
        )
    elif path and isinstance(path[-1], int):
        message = f"Punkt {path[-1] + 1}{_within(path[:-1])} saknar innehåll. Skriv text efter "
        yield Problem("S006", path, f"{message}strecket, eller ta bort raden.")
    else:
        yield Problem("S006", path, f"{_name(path, field)} saknar innehåll. {hint(field)}".strip())


def _too_long(error: Any, path: NodePath, field: Any, _schema: Schema) -> Iterator[Problem]:
    unit = "tecken" if error.validator == "maxLength" else "led"
    yield Problem(
        "S007",
        path,
        f"{_name(path, field)} får ha högst {error.validator_value} {unit} men har "
        f"{len(error.instance)}. {_CURES[unit]}",
    )


def _range(error: Any, path: NodePath, field: Any, _schema: Schema) -> Iterator[Problem]:
    low, high = field.get("minimum"), field.get("maximum")
    is_span = None not in (low, high) and low != high
    advice = f"Talet ska vara från {low} till {high}." if is_span else hint(field)
    message = f"{_name(path, field)} kan inte vara {quoted(error.instance)}. {advice}"
    yield Problem("S007", path, message.strip())


def _other(_error: Any, path: NodePath, field: Any, _schema: Schema) -> Iterator[Problem]:
    yield Problem("S002", path, f"{_name(path, field)} följer inte formatet. {hint(field)}".strip())


def quoted(value: object) -> str:
    """Return a value as a message repeats it: in quotation marks, on one line, not too long."""
    words = " ".join(str(value).split())
    cut = words if len(words) <= LONGEST_QUOTE else words[: LONGEST_QUOTE - 1] + "…"
    return f"”{cut}”"


def _name(path: NodePath, field: Any) -> str:
    keys = [step for step in path if isinstance(step, str)]
    return title_of(field, str(keys[-1]) if keys else "Filen")


_WRITERS = {
    "additionalProperties": _unknown_key,
    "required": _required,
    "type": _type,
    "enum": _enum,
    "pattern": _pattern,
    "format": _format,
    "minLength": _too_short,
    "minItems": _too_short,
    "minProperties": _too_short,
    "maxLength": _too_long,
    "maxItems": _too_long,
    "minimum": _range,
    "maximum": _range,
}
