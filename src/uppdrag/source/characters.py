"""A text comes in; the characters that it may not hold, and the text without them, go out."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import islice

from uppdrag.source.defect import Defect, Rule
from uppdrag.source.position import Range

# C0 and C1 controls (also U+0085), the line separators, the byte order mark inside a text,
# surrogates and noncharacters: YAML 1.2 §5.1 forbids most of them, XML and Word the rest.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff"
    + "".join(chr(plane << 16 | low) for plane in range(1, 17) for low in (0xFFFE, 0xFFFF))
    + "]"
)
# What nearly every text is made of; to see that takes a thirtieth of the time.
_ORDINARY = re.compile("[\t\n\r -~\xa0-\u2027]*")
_MAX_REPORTED = 20

# Unicode's stream-safe text (UAX #15 §13) allows no more marks on one letter; beyond it the
# normalisation itself takes quadratic time.
_MAX_MARKS = 30
_LONG_FOREIGN_RUN = re.compile(rf"[^\x00-\u02ff]{{{_MAX_MARKS + 1},}}")

_KNOWN = {
    0x00: "nolltecken",
    0x0B: "radbrytning från Word",
    0x0C: "sidbrytning",
    0x85: "radbrytning av äldre slag",
    0x2028: "radbrytning från en webbsida eller ett Word-dokument",
    0x2029: "styckebrytning från en webbsida eller ett Word-dokument",
    0xFEFF: "osynligt tecken, byteordningsmärke",
}


_BREAKS = "\v\f\x85\u2028\u2029"


def described(character: str) -> str:
    """Name a character by its code point and, for those that turn up in practice, its origin."""
    point = ord(character)
    name = f"U+{point:04X}"
    return f"{name} ({_KNOWN[point]})" if point in _KNOWN else name


def forbidden(text: str) -> Iterator[int]:
    """Give the offset of every character that a text may not hold."""
    if _ORDINARY.fullmatch(text):
        return iter(())
    return (found.start() for found in _FORBIDDEN.finditer(text))


def printable(text: str) -> str:
    """Give the text with a space for every forbidden character, so that offsets stay the same."""
    return text if _ORDINARY.fullmatch(text) else _FORBIDDEN.sub(" ", text)


def overloaded(text: str) -> Iterator[Range]:
    """Give every run of more combining marks than any writing system puts on one letter."""
    for found in _LONG_FOREIGN_RUN.finditer(text):
        first = found.start()
        for offset in range(found.start(), found.end() + 1):
            if offset < found.end() and unicodedata.combining(text[offset]):
                continue
            if offset - first > _MAX_MARKS:
                yield Range(first, offset)
            first = offset + 1


def normalised(text: str) -> str:
    """Give a text in NFC with no forbidden characters; one that is overloaded keeps its form."""
    return composed(printable(text))


def composed(text: str) -> str:
    """Give a text in NFC; one that is overloaded with marks keeps its form."""
    if text.isascii() or any(overloaded(text)):
        return text
    return unicodedata.normalize("NFC", text)


def _cure(character: str) -> str:
    if character in _BREAKS:
        return "Skriv en vanlig radbrytning eller ett mellanslag i stället."
    return "Ta bort det."


def character_defects(text: str) -> list[Defect]:
    """Give one defect for each forbidden character, and one for the rest when they are many."""
    offsets = forbidden(text)
    defects = [
        Defect(
            Rule.CHARACTER,
            Range(offset, offset + 1),
            f"Tecknet {described(text[offset])} får inte finnas i filen. {_cure(text[offset])}",
        )
        for offset in islice(offsets, _MAX_REPORTED)
    ]
    rest = list(offsets)
    if rest:
        defects.append(
            Defect(
                Rule.CHARACTER,
                Range(rest[0], rest[0] + 1),
                f"Här följer ytterligare {len(rest)} otillåtna tecken. "
                "Är filen verkligen en textfil, sparad i UTF-8?",
            )
        )
    defects.extend(
        Defect(
            Rule.CHARACTER,
            found,
            f"Här står {found.end - found.start} kombinerande tecken i rad; "
            f"högst {_MAX_MARKS} är tillåtna. Ta bort dem.",
        )
        for found in islice(overloaded(text), _MAX_REPORTED)
    )
    return defects
