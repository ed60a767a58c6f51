"""Text in, about how wide it is in print out: enough to choose columns, not to break lines.

The widths are those of Carlito Bold (and so of Calibri Bold), rounded; regular text is narrower.
"""

from __future__ import annotations

from collections.abc import Sequence

_WIDTHS = {
    character: width
    for width, characters in (
        (0.25, "ijlI',. ’·\u00a0"),
        (0.3, "f()-:;[]`"),
        (0.35, "rtJ!{}"),
        (0.4, "cszL"),
        (0.45, 'gvxyFS"/?\\”'),
        (0.5, "0123456789aekETYZ#$*+<=>^_|~åäéÉ–§"),
        (0.55, "bdhnopquBCKPRXö"),
        (0.6, "AVÅÄ"),
        (0.65, "DGHNU"),
        (0.7, "OQ&Ö…"),
        (0.75, "w%"),
        (0.8, "m"),
        (0.9, "MW@—"),
    )
    for character in characters
}
_OTHER = 1.0
_SHORT = 0.25
"""Share of the width up to which a first column counts as short."""
_AIR = 1.4
_CELL_PADDING = 12.0
"""Points beside the text of a cell, both sides together, and some for what is only estimated."""
LEAST_GUTTER = 12.0
"""Points between two facts of a letterhead."""
_FACT_AIR = 3.0
"""Points beside the text of a fact, for what is only estimated."""
_MEASURED = 400
"""Characters; a longer text fills any column, whatever the rest of it is."""


def width(text: str, size: float) -> float:
    """Return the width in points of one line of text at a size in points."""
    return size * sum(_WIDTHS.get(character, _OTHER) for character in text[:_MEASURED])


def columns(natural: Sequence[float], least: Sequence[float], total: float) -> list[float]:
    """Divide a width between columns, so that a short column stays narrow.

    `natural` is the width of a column's longest text and `least` that of its longest word. Where
    all fit, what is left over is shared in proportion, but a first column of dates or names gets
    only some air; where not, no column is narrower than its longest word, unless those together
    are too wide: then the widest give way.
    """
    wanted, needed = sum(natural), sum(least)
    if wanted <= total:
        first, *others = natural
        aired = min(first * _AIR, first * total / wanted)
        if not others or first > total * _SHORT:
            aired = first * total / wanted
        return [aired, *(part * (total - aired) / (wanted - first) for part in others)]
    if needed >= total:
        return _levelled(least, total)
    room = (total - needed) / (wanted - needed)
    return [low + (high - low) * room for high, low in zip(natural, least, strict=True)]


def _levelled(least: Sequence[float], total: float) -> list[float]:
    """Return the widths with the widest cut to one level, at which they fill the total."""
    level = total
    for count, part in enumerate(sorted(least)):
        level = total / (len(least) - count)
        if part > level:
            break
        total -= part
    return [min(part, level) for part in least]


def text_columns(texts: Sequence[Sequence[str]], size: float, total: float) -> list[float]:
    """Return the widths in points of columns that hold the texts, `total` together.

    `texts` holds the cells of each column, `size` is the font size in points.
    """
    natural = [_CELL_PADDING + max(width(text, size) for text in column) for column in texts]
    # A word that would take more than half the page is broken: it may not starve the others.
    least = [
        min(
            total / 2,
            _CELL_PADDING + max(width(word, size) for text in column for word in text.split(" ")),
        )
        for column in texts
    ]
    return columns(natural, least, total)


def letterhead_columns(
    texts: Sequence[Sequence[str]], size: float, total: float
) -> tuple[list[float], float]:
    """Return the widths in points of a letterhead's facts, and of the gutter between them.

    Facts that fit are as wide as they are and share what is left over; else the gutter is
    `LEAST_GUTTER`, and texts are broken within their columns.
    """
    natural = [_FACT_AIR + max(width(text, size) for text in column) for column in texts]
    spare = total - sum(natural)
    between = len(natural) - 1
    if spare >= len(natural) * LEAST_GUTTER:
        return natural, spare / max(between, 1)
    return text_columns(texts, size, total - between * LEAST_GUTTER), LEAST_GUTTER
