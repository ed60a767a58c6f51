"""Data in, JSON text that a terminal shows and never obeys out."""

import json
import re
from collections.abc import Mapping

from uppdrag.findings.visible import visible_character

# JSON lets any of these stand raw inside a string, but a terminal may obey some.
_MAYBE_UNSEEN = re.compile(r"[^\n -~]")


def json_text(content: Mapping[str, object]) -> str:
    """Return the data as indented JSON, its keys in their order, ending in a line break."""
    return _MAYBE_UNSEEN.sub(_escape, json.dumps(content, ensure_ascii=False, indent=2)) + "\n"


def _escape(found: re.Match[str]) -> str:
    """Return the character, or its JSON escape where a terminal would not simply show it."""
    character = found.group()
    is_shown = visible_character(character) == character
    return character if is_shown else json.dumps(character)[1:-1]
