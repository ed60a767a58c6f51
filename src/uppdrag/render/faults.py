"""What a template engine says is wrong with a user's own template in; the same in Swedish out.

Jinja and Typst report in English, to programmers, and name folders that the user never made.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

_FOLDERS = re.compile(r"(?<![^\s(\"`])(?:/|[A-Za-z]:[/\\])[^\s)]*[/\\]")

_SYNTAX = (
    (r"Encountered unknown tag '(end\w+)'", "”{0}” avslutar något som inte har börjat"),
    (r"Encountered unknown tag '(.+?)'", "det finns inget kommando som heter ”{0}”"),
    (r"No (?:filter|test) named '(.+?)'", "det finns inget filter eller test som heter ”{0}”"),
    (r"Unexpected end of template.*to be closed is '(\w+)'", "”{0}” avslutas aldrig"),
    (r"unexpected end of template|Missing end of comment", "en klammer avslutas aldrig"),
    (r"Expected an expression|unexpected 'end of", "det saknas något mellan klamrarna"),
    (r"got '(.+)'$|unexpected (?:char )?'(.+?)'(?: at \d+)?$", "”{0}” står på fel plats"),
)

_FILLING = (
    (r"attribute '(.+?)' of .* is unsafe", "den får inte läsa ”{0}”, bara sina fält"),
    (r"no loader for this environment", "den får inte hämta andra filer"),
    (r"Range too big", "den upprepar något för många gånger"),
    (r"recursion depth", "den anropar sig själv utan slut"),
)

_TYPST = (
    (r"unknown variable: (.+)", "namnet ”{0}” finns inte"),
    (r"does not contain key \"(.+?)\"", "fältet ”{0}” finns inte"),
    (r"unknown font family: (.+)", "typsnittet ”{0}” finns inte i templates/fonts/"),
    (r"file not found \(searched at .*?([^/\\]+)\)$", "filen ”{0}” finns inte bredvid mallen"),
    (r"file not found", "en fil som den använder finns inte bredvid mallen"),
    (r"path `\"?(.+?)\"?` would escape", "”{0}” ligger utanför mallens mapp"),
    (r"unknown image format", "bilden är varken PNG, JPEG, GIF, WebP eller SVG"),
    (r"depth exceeded", "den anropar sig själv utan slut"),
    (r"(?:is always true|infinite)", "en upprepning tar aldrig slut"),
    (r"unclosed", "en parentes, klammer eller markering avslutas aldrig"),
    (r"unexpected argument: (.+)", "inställningen ”{0}” finns inte här"),
    (r"missing argument: (.+)", "argumentet ”{0}” saknas"),
    (r"^expected \w+$", "något saknas eller är felskrivet här"),
    (r"heading title is empty", "en rubrik saknar text"),
)


def syntax_fault(message: str) -> str:
    """Return what Jinja finds wrong with how a template is written, as a clause."""
    return _said(message, _SYNTAX) or "raden är inte skriven som Jinja kräver"


def filling_fault(error: Exception, fields: Mapping[str, str]) -> str:
    """Return why Jinja cannot fill a template in; `fields` are full names by their last part."""
    message = str(error)
    if missing := re.search(r"'(\w+)' is undefined|has no attribute '(\w+)'", message):
        return missing_field(missing[1] or missing[2], fields)
    return _said(message, _FILLING) or "ett uttryck mellan klamrarna går inte att räkna ut"


def missing_field(name: str, fields: Mapping[str, str]) -> str:
    """Return that a field is not there, and which one may have been meant."""
    from difflib import get_close_matches  # noqa: PLC0415 - only for a mistake

    if near := get_close_matches(name, fields, n=1):
        return f"fältet ”{name}” finns inte (menade du ”{fields[near[0]]}”?)"
    return f"fältet ”{name}” finns inte"


def typst_fault(message: str) -> str:
    """Return what Typst says, as a clause; what has no Swedish is quoted, without its folders."""
    quoted = _FOLDERS.sub("", message)
    return _said(message, _TYPST) or f"Typst säger på engelska ”{quoted}”"


def _said(message: str, table: Iterable[tuple[str, str]]) -> str:
    for pattern, words in table:
        if found := re.search(pattern, message, re.DOTALL):
            return words.format(*(group for group in found.groups() if group))
    return ""
