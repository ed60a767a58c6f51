"""T001: a mandate in; a remark for each mark that means nothing in running text here out.

Who writes as in Word, or as in another kind of Markdown, gets a line that looks right in the file
and is run into its neighbours in print.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from uppdrag.rules.subject import Remark, Subject
from uppdrag.source import Scalar, Source, Style

_BULLET = re.compile(r"^[ \t]*([•◦▪▫‣●○·\uf0b7])(?=\s)", re.MULTILINE)
_HEADING = re.compile(r"^(#{1,6})(?=\s+\S)", re.MULTILINE)
_FOLDED_ITEM = re.compile(r"\n[ \t]*([-*+]|\d{1,3}[.)])[ \t]+\S")


def marks_without_meaning(subject: Subject) -> Iterator[Remark]:
    """Yield a remark for each bullet from Word, heading mark, and list in folded text."""
    source = subject.source
    for path, scalar in source.scalars():
        if scalar.style is Style.LITERAL:
            for pattern, message in _IN_LITERAL_TEXT:
                for found in pattern.finditer(scalar.text):
                    yield Remark(source.locate(path, *found.span(1)), message, path)
        elif scalar.style is Style.FOLDED and _holds_list(source, scalar):
            yield Remark(
                scalar.range,
                "Efter > slås raderna ihop, så listan blir ett stycke. Skriv | i stället för >.",
                path,
            )


def _holds_list(source: Source, scalar: Scalar) -> bool:
    written = source.text[scalar.range.start : scalar.range.end]
    return _FOLDED_ITEM.search(written) is not None


_IN_LITERAL_TEXT = (
    (_BULLET, "Punkten är ett tecken från Word och blir ingen lista. Skriv - och ett mellanslag."),
    (_HEADING, "Det här blir text, ingen rubrik. Gör ett eget avsnitt: avsnitt_namn med rubrik."),
)
