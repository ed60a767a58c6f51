"""T001: a mandate in; a remark for each mark that means nothing in running text here out.

Who writes as in Word, or as in another kind of Markdown, gets a line that looks right in the file
and is run into its neighbours in print.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from uppdrag.document.compose import NOT_PRINTED
from uppdrag.rules.subject import Remark, Subject
from uppdrag.source import Scalar, Source, Style
from uppdrag.source.pattern import lazy_pattern

_BULLET = lazy_pattern(r"^[ \t]*([•◦▪▫‣●○·\uf0b7])(?=\s)", re.MULTILINE)
_HEADING = lazy_pattern(r"^(#{1,6})(?=\s+\S)", re.MULTILINE)
_FOLDED_ITEM = lazy_pattern(r"\n[ \t]*([-*+•–]|\d{1,3}[.)])[ \t]+\S")
_DASH = lazy_pattern(r"^[ \t]*([–—]|o)(?=[ \t]+\S)", re.MULTILINE)
_LETTER = lazy_pattern(r"^[ \t]*(\(?[a-zåäö]\))(?=[ \t]+\S)", re.MULTILINE)
_TAG = lazy_pattern(
    r"</?(?:br|b|i|u|p|strong|em|span|div|ul|ol|li|a|font|h[1-6]|table|t[rdh])\b[^<>\n]*>"
    r"|&(?:nbsp|amp|lt|gt|quot|[aAoO](?:ring|uml)|ndash|mdash|#\d{2,5});"
)
_FEWEST_ROWS = 2


def marks_without_meaning(subject: Subject) -> Iterator[Remark]:
    """Yield a remark for each bullet from Word, heading mark, HTML mark, and list run together."""
    source = subject.source
    has_tags = _TAG.search(source.text) is not None
    for path, scalar in source.scalars():
        if scalar.style is Style.LITERAL:
            for pattern, fewest, message in _IN_LITERAL_TEXT:
                rows = list(pattern.finditer(scalar.text))
                if len(rows) >= fewest:
                    for found in rows if fewest == 1 else rows[:1]:
                        yield Remark(source.locate(path, *found.span(1)), message, path)
        elif scalar.style is Style.FOLDED and _holds_list(source, scalar):
            yield Remark(
                scalar.range,
                "Efter > slås raderna ihop, så listan blir ett stycke. Skriv | i stället för >.",
                path,
            )
        tags = list(_TAG.finditer(scalar.text)) if has_tags else []
        if tags and path[0] not in NOT_PRINTED:
            yield Remark(source.locate(path, *tags[0].span()), _of_html(tags), path)


def _of_html(tags: list[re.Match[str]]) -> str:
    more = len(tags) - 1
    if not more:
        return f"”{tags[0][0]}” är ett märke ur HTML och skrivs ut som det står. Ta bort det."
    others = "ett märke" if more == 1 else f"{more} märken"
    return f"”{tags[0][0]}” och {others} till här är HTML och skrivs ut som de står. Ta bort dem."


def _holds_list(source: Source, scalar: Scalar) -> bool:
    written = source.text[scalar.range.start : scalar.range.end]
    return _FOLDED_ITEM.search(written) is not None


_IN_LITERAL_TEXT = (
    (
        _BULLET,
        1,
        "Punkten är ett tecken från Word och blir ingen lista. Skriv - och ett mellanslag.",
    ),
    (
        _DASH,
        _FEWEST_ROWS,
        "Tecknet gör ingen lista: raderna skrivs ut i ett stycke. Skriv - och ett mellanslag.",
    ),
    (
        _LETTER,
        _FEWEST_ROWS,
        "Bokstaven gör ingen lista: raderna skrivs ut i ett stycke. Skriv 1. eller - i stället.",
    ),
    (
        _HEADING,
        1,
        "Det här blir text, ingen rubrik. Gör ett eget avsnitt: avsnitt_namn med rubrik.",
    ),
)
