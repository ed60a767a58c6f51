"""A character of a picture font in; the ordinary character that looks like it out."""

from __future__ import annotations

PRIVATE = range(0xF000, 0xF100)
"""Where Word puts the characters of a font that has its own signs."""

UNKNOWN = "□"

_SIGNS = {
    "symbol": {0xB7: "•", 0xAE: "→", 0xAC: "←", 0xA3: "≤", 0xB3: "≥", 0xB1: "±", 0xB4: "×"},
    "wingdings": {
        0x6C: "•", 0x6E: "▪", 0xA7: "▪", 0x9F: "•", 0xD8: "➢", 0xFC: "✓", 0xFB: "✗", 0xE0: "→",
        0xDF: "←", 0xA8: "☐", 0x6F: "☐", 0xFE: "☒", 0x76: "◆", 0x77: "◆", 0xF0: "→", 0x28: "☎",
        0x2A: "✉", 0x4A: "☺",
    },
}  # fmt: skip
_ANY = {0xB7: "•", 0xA7: "▪", 0xD8: "➢", 0xFC: "✓", 0xE0: "→", 0x2D: "-", 0x96: "–"}


def symbol(font: str, code: int) -> str:
    """Return the character for a code of a font; a square where it is not known."""
    low = code & 0xFF
    known = _SIGNS.get(font.lower().removesuffix(" 2"), {})
    if code >= 0x20 and code not in PRIVATE and not known and chr(code).isprintable():  # noqa: PLR2004 - the first that is seen
        return chr(code)
    return known.get(low) or _ANY.get(low, UNKNOWN)


def readable(text: str) -> str:
    """Return a text with the characters of picture fonts made into ordinary ones."""
    if text.isascii() or not any(ord(sign) in PRIVATE for sign in text):
        return text
    return "".join(symbol("", ord(sign)) if ord(sign) in PRIVATE else sign for sign in text)
