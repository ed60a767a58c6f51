"""Any text in, text out that a terminal shows and never obeys."""

import unicodedata

_DELETE = 0x7F
_CONTROL_PICTURES = 0x2400
_DELETE_PICTURE = "␡"
_LAST_OF_FOUR_DIGITS = 0xFFFF


def visible(text: str) -> str:
    r"""Return text with every character that has no picture of its own written out.

    C0 controls become their pictures (``␀``, ``␛``); everything else that is not printable
    (C1 controls, bidirectional marks, zero-width characters, lone surrogates, line separators)
    becomes an escape (``\u202e``). A line break is a control too and becomes ``␊``.
    """
    return text if text.isprintable() else "".join(map(visible_character, text))


def visible_lines(text: str) -> str:
    """Return text made visible line by line: its own line breaks stay, tabs become spaces."""
    return "\n".join(visible(line.expandtabs(4)) for line in text.split("\n"))


def visible_character(character: str) -> str:
    """Return one character as a terminal may show it; a space of any kind is left as it is."""
    if character.isprintable() or unicodedata.category(character) == "Zs":
        return character
    code = ord(character)
    if code < ord(" "):
        return chr(_CONTROL_PICTURES + code)
    if code == _DELETE:
        return _DELETE_PICTURE
    return f"\\u{code:04x}" if code <= _LAST_OF_FOUR_DIGITS else f"\\U{code:08x}"


def columns(shown: str) -> int:
    """Return the terminal columns that text takes: 0, 1 or 2 for each character."""
    return len(shown) if shown.isascii() else sum(map(_columns_of_character, shown))


def _columns_of_character(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1
