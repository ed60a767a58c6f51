"""A scalar as it was read comes in; the ways in which it may not be what was meant go out."""

import re
from collections.abc import Iterator

from uppdrag.source import refusals
from uppdrag.source.characters import described, forbidden, normalised, overloaded
from uppdrag.source.defect import Defect, Rule
from uppdrag.source.node import Scalar, Style
from uppdrag.source.position import Lines, Range
from uppdrag.source.refusals import short
from uppdrag.source.scalar_offsets import scalar_offsets

_COMMENT = re.compile(r"[ \t]+(#[^\s#][^\r\n]*)")
_ITEM = re.compile(r"(?<=[\r\n])[ \t]*([-–•*][ \t\u00a0][^\r\n]*)")
_ITEM_WITHOUT_SPACE = re.compile(r"(?<=[\r\n])[ \t]*(-[^ \t\r\n-][^\r\n]*)")
_PATH = re.compile(r"\b[A-Za-z]:(\\[nrt])\w")
_CONTINUATION = re.compile(r"(?<=[\r\n])( *)[^\s\"']")


def eaten_comment(text: str, scalar: Scalar) -> Iterator[Defect]:
    """Warn for ``titel: Beslut nr #14``, where YAML takes the end for a comment."""
    found = _COMMENT.match(text, scalar.range.end)
    if scalar.style is Style.PLAIN and found:
        yield Defect(
            Rule.COMMENT,
            Range(found.start(1), found.end(1)),
            f"Resten av raden blev en kommentar, ”{short(found.group(1))}”, och hör inte till "
            "värdet. Ska den höra dit: sätt citattecken runt hela värdet. Är det en kommentar: "
            "skriv ett mellanslag efter #.",
            "warning",
        )


def swallowed_items(text: str, scalar: Scalar) -> Iterator[Defect]:
    """Point out list items that YAML takes for more of the text above them."""
    if scalar.style is not Style.PLAIN:
        return
    start, end = scalar.range.start, scalar.range.end
    if scalar.text.startswith("-"):
        if _ITEM_WITHOUT_SPACE.search(text, start, end):
            yield refusals.dash_without_space(Range(start, start + 1))
        return
    found = _ITEM.search(text, start, end)
    if found:
        yield Defect(
            Rule.INDENTATION,
            Range(found.start(1), found.end(1)),
            "Raden läses som en fortsättning på texten ovanför, inte som en punkt i en lista. "
            "Skriv varje punkt som - följt av mellanslag, alla lika långt indragna.",
            "warning",
        )


def path_of_windows(text: str, scalar: Scalar) -> Iterator[Defect]:
    r"""Warn for ``"G:\nytt"``, where the backslash and the letter are a line break or a tab."""
    if scalar.style is not Style.DOUBLE:
        return
    found = _PATH.search(text, scalar.range.start, scalar.range.end)
    if found:
        yield Defect(
            Rule.ESCAPE,
            Range(found.start(1), found.end(1)),
            f"Inom dubbla citattecken är {found[1]} en kod, inte ett bakstreck och en bokstav. "
            "Använd enkla citattecken '…' runt hela värdet.",
            "warning",
        )


def hard_spaces(scalar: Scalar) -> Iterator[Defect]:
    """Refuse a no-break space where YAML needs a space: it looks right and means nothing."""
    written = scalar.text.removeprefix("-")
    width = len(written) - len(written.lstrip("\u00a0"))
    if scalar.style is Style.PLAIN and width:
        start = scalar.range.start + len(scalar.text) - len(written)
        yield Defect(
            Rule.INDENTATION,
            Range(start, start + width),
            "Här står hårt mellanslag (U+00A0) där YAML kräver vanligt mellanslag. Skriv vanliga "
            "mellanslag i stället.",
        )


def swallowed_keys(text: str, lines: Lines, scalar: Scalar) -> Iterator[Defect]:
    """Refuse quoted text that goes on without indentation (YAML 1.2 §7.3), as no one means it.

    The parser allows it, and a forgotten quote then swallows the keys up to the next one.
    """
    if scalar.style not in (Style.SINGLE, Style.DOUBLE):
        return
    first = lines.range_of_line(lines.line(scalar.range.start))
    if scalar.range.end <= first.end:
        return
    written = text[first.start : scalar.range.start]
    indentation = len(written) - len(written.lstrip(" "))
    for found in _CONTINUATION.finditer(text, first.end, scalar.range.end):
        if len(found.group(1)) <= indentation:
            mark = text[scalar.range.start]
            yield Defect(
                Rule.QUOTE,
                Range(scalar.range.start, first.end),
                f"Citattecknet {mark} som öppnas här stängs först på rad "
                f"{lines.line(scalar.range.end - 1)}. Skriv ett {mark} där texten slutar. Om "
                "texten fortsätter på flera rader ska de vara längre indragna än nyckeln.",
            )
            return


def escaped_characters(value: str, scalar: Scalar, text: str) -> Iterator[Defect]:
    r"""Refuse characters that a text may not hold but that ``"\x07"`` brings in."""
    if scalar.style is not Style.DOUBLE:
        return
    for offset in forbidden(value):
        before = len(normalised(value[:offset]))
        place = scalar_offsets(text, scalar).range(before, before + 1)
        code = text[place.start : place.end]
        yield Defect(
            Rule.CHARACTER,
            place,
            f"Koden {short(code)} ger tecknet {described(value[offset])}, som inte får finnas. Ta "
            "bort koden; hör bakstrecket till texten, använd enkla citattecken '…'.",
        )
        return
    if any(overloaded(value)) and not any(overloaded(text[scalar.range.start : scalar.range.end])):
        yield Defect(
            Rule.CHARACTER,
            scalar.range,
            "Koder med bakstreck ger alltför många kombinerande tecken i rad. Ta bort dem.",
        )
