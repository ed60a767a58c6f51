"""A text in; the characters of it that the PDF could not show, or not give back, out.

Typst stops at a character that the font lacks. Some that it takes cannot be read out of the file
again, and are refused as well (measured with pypdf and poppler): a soft hyphen, a zero-width
character, a variation selector or a combining mark is bound to its neighbour's glyph and turns up
wherever that letter stands; marks of direction turn words around or vanish; private use is
against PDF/A (ISO 19005-2, 6.2.11.7.3). NFC text keeps its accents: å, é and ǻ are letters.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache

LONGEST_WORD = 1000
"""Characters; PDF/A allows 32,767 bytes in a string (ISO 19005-2, 6.1.13); no word is near this."""

CARLITO = """
    0 d 20-7e a1-ac ae-2b9 2bb-2c8 2cb-2f3 2f5 2f7-2ff 305 30d-311 313-315 318-322 325 329-32b 32f
    332-333 336 339-33f 343 346-357 359-36f 374-375 37a-37e 384-38a 38c 38e-3a1 3a3-3ce 3d0-475
    477-486 488-513 e3f 1d00-1d07 1d09-1d58 1d5a-1dca 1dfe-1e9b 1e9e 1ea0-1ef9 1f00-1f15 1f18-1f1d
    1f20-1f45 1f48-1f4d 1f50-1f57 1f59 1f5b 1f5d 1f5f-1f7d 1f80-1fb4 1fb6-1fbd 1fbf-1fc4 1fc6-1fd3
    1fd6-1fdb 1fdd-1fef 1ff2-1ff4 1ff6-1ffe 2000-200f 2012-2022 2026 202f-2030 2033-2034 2039-203a
    203c-203e 2044 205e-205f 2070-2071 2074-2094 20a0-20b5 20b8-20b9 20dd 2105 2113 2116-2117 2120
    2122 2126 212e 2132 214d-214e 2153-215f 2183-2184 2190-2199 21a8 2202 2206 220f 2211-2212 2215
    221a 221e-221f 2229 222b 2248 2260-2261 2264-2265 2302 2310 2320-2321 2460-2473 24ea-24f4
    24ff-2500 2502 250c 2510 2514 2518 25a1 25aa-25ab 25ca-25cc 25cf 25e6 2600 263c 2669 2776-277f
    2c60-2c6c 2c74-2c77 2e17 a717-a71a a720-a721 f8ff fb00-fb04 fe20-fe23 feff
"""
"""The code points, in hexadecimal, that every face of the shipped font has a glyph for.

Written down because reading them from the four faces takes longer than checking a mandate.
"""

_UNREADABLE = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Mc", "Me", "Mn", "Zl", "Zp"})

# The template draws a no-break space from the space; the others are folded before they are drawn.
_WITHOUT_A_GLYPH = "\u00a0 \t\r\n"


def unsupported(text: str) -> Iterator[tuple[int, str]]:
    """Yield each character of an NFC text that the PDF cannot carry, with its index."""
    return ((found.start(), found[0]) for found in _pattern().finditer(text))


def points(ranges: str) -> Iterator[int]:
    """Yield the code points of ranges such as `20-7e a1`."""
    for part in ranges.split():
        first, _, last = part.partition("-")
        yield from range(int(first, 16), int(last or first, 16) + 1)


@cache
def _pattern() -> re.Pattern[str]:
    shown = filter(_is_readable, map(chr, points(CARLITO)))
    return re.compile(f"[^{_character_class([*shown, *_WITHOUT_A_GLYPH])}]")


def _is_readable(character: str) -> bool:
    return unicodedata.category(character) not in _UNREADABLE


def _character_class(characters: Iterable[str]) -> str:
    return "".join(map(re.escape, characters))
