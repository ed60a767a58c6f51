"""The text of a JSON Schema in; a compiled validator over data that is all text out."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, cast

from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import SchemaError, ValidationError
from jsonschema.protocols import Validator
from jsonschema.validators import extend

from uppdrag.findings import UppdragError

_INTEGER = re.compile(r"-?(?:0|[1-9]\d{0,8})")
_NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,8})(?:\.\d{1,6})?")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Schema:
    """A schema and the validator that holds text, lists and mappings to it."""

    content: dict[str, Any]
    validator: Validator


def load_schema(text: str, name: str) -> Schema:
    """Return the schema that a user's file holds, once it is known to be one.

    Raises `UppdragError` when the text is no JSON Schema of draft 2020-12.
    """
    try:
        content = json.loads(text)
        Draft202012Validator.check_schema(content)
    except (ValueError, RecursionError, SchemaError) as error:
        message = (
            f"Schemat {name} går inte att använda: det är inte ett JSON Schema (draft 2020-12). "
            "Rätta filen, eller ta bort den så gäller det schema som följer med programmet."
        )
        raise UppdragError(message) from error
    return compile_schema(content)


def compile_schema(content: dict[str, Any]) -> Schema:
    """Return a schema that is known to be one, such as those that come with the program.

    To prove it anew at each start costs more than to check a mandate.
    """
    return Schema(content, _TextValidator(content, format_checker=_FORMATS))


def is_date(value: object) -> bool:
    """Tell whether a text is a day of the calendar, written ÅÅÅÅ-MM-DD (ISO 8601)."""
    if not isinstance(value, str) or not _DATE.fullmatch(value):
        return False
    try:
        dt.date.fromisoformat(value)
    except ValueError:
        return False
    return True


def _reads_as(pattern: re.Pattern[str]) -> Any:
    return lambda _checker, value: isinstance(value, str) and pattern.fullmatch(value) is not None


def _minimum(validator: Any, minimum: float, value: Any, _schema: Any) -> Iterator[ValidationError]:
    if validator.is_type(value, "number") and float(value) < minimum:
        yield ValidationError("below the minimum")


def _maximum(validator: Any, maximum: float, value: Any, _schema: Any) -> Iterator[ValidationError]:
    if validator.is_type(value, "number") and float(value) > maximum:
        yield ValidationError("above the maximum")


_FORMATS = FormatChecker(formats=())
# JSON Schema 2020-12, 7.1: a format is about text, and silent about other values.
_FORMATS.checks("date")(lambda value: not isinstance(value, str) or is_date(value))

# Every scalar of a file is text: a number is a text that reads as one.
_TextValidator: Any = cast("Any", extend)(
    Draft202012Validator,
    {"minimum": _minimum, "maximum": _maximum},
    type_checker=Draft202012Validator.TYPE_CHECKER.redefine_many(
        {"integer": _reads_as(_INTEGER), "number": _reads_as(_NUMBER)}
    ),
)
