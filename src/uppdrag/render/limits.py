"""A source and its document tree in; findings about what paper cannot carry out.

The PDF embeds one font: a character that it lacks, a list deeper than three levels, or a word that
no line could hold would be lost or stop the document. They are refused at their place instead.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from uppdrag.document.compose import NOT_PRINTED
from uppdrag.document.tree import Block, Document, ListBlock, Note, Table
from uppdrag.findings import Finding, Severity
from uppdrag.render.pdf.glyphs import LONGEST_WORD, unsupported
from uppdrag.source import NodePath, Scalar, Source, pointer

DEEPEST_LIST = 3
"""Levels of bullets or numbers: so many have styles in Word and are read well aloud."""

MOST_COLUMNS = 63
"""Word opens no table with more."""

_MOST_OF_A_KIND = 20
_MOST_SHOWN = 8
_USUAL_CURE = "Skriv det med ord, eller ta bort det."
_CURES = {
    "\u2011": "Det är ett hårt bindestreck från Word: skriv ett vanligt bindestreck.",
    "\u00ad": "Det är ett mjukt bindestreck, som inte syns: ta bort det.",
    "\u200b": "Det är ett mellanrum utan bredd, som inte syns: ta bort det.",
    "\ufeff": "Det är en byteordningsmarkering, som inte syns: ta bort den.",
    "\u202e": "Det vänder textens riktning utan att synas: ta bort det.",
}
_TOO_LONG = re.compile(rf"\S{{{LONGEST_WORD + 1},}}")


def limits(source: Source, document: Document) -> Iterator[Finding]:
    """Yield each character, list and word that cannot be set, at its place in the YAML."""
    for path, scalar in _printed(source):
        yield from _characters(source, path, scalar.text)
        yield from _words(source, path, scalar.text)
    yield from _depth(source, document.blocks, 0)


def _printed(source: Source) -> Iterator[tuple[NodePath, Scalar]]:
    return ((path, text) for path, text in source.scalars() if path[0] not in NOT_PRINTED)


def _characters(source: Source, path: NodePath, text: str) -> Iterator[Finding]:
    seen: set[str] = set()
    for start, end in _runs(unsupported(text)):
        characters = text[start:end]
        if characters in seen or len(seen) >= _MOST_OF_A_KIND:
            continue
        seen.add(characters)
        what = "Tecknet" if len(characters) == 1 else "Tecknen"
        cure = next((_CURES[c] for c in characters if c in _CURES), _USUAL_CURE)
        yield _finding(
            source,
            "S010",
            path,
            (start, end),
            f"{what} {_shown(characters)} kan inte tryckas med dokumentets typsnitt. {cure}",
        )


def _runs(places: Iterable[tuple[int, str]]) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each stretch of neighbouring characters."""
    start = end = -1
    for index, _ in places:
        if index != end:
            if end > start:
                yield start, end
            start = index
        end = index + 1
    if end > start:
        yield start, end


def _shown(characters: str) -> str:
    numbers = " ".join(f"U+{ord(character):04X}" for character in characters[:_MOST_SHOWN])
    more = " …" if len(characters) > _MOST_SHOWN else ""
    visible = all(unicodedata.category(character)[0] in "LNPS" for character in characters)
    return f"”{characters[:_MOST_SHOWN]}{more}” ({numbers}{more})" if visible else numbers + more


def _words(source: Source, path: NodePath, text: str) -> Iterator[Finding]:
    for found in _TOO_LONG.finditer(text):
        yield _finding(
            source,
            "S012",
            path,
            found.span(),
            f"Ett ord på {len(found[0])} tecken får inte plats på en rad. Dela det med mellanslag; "
            f"högst {LONGEST_WORD} tecken i följd går att trycka.",
        )


def _depth(source: Source, blocks: Iterable[Block], level: int) -> Iterator[Finding]:
    for block in blocks:
        if isinstance(block, Note):
            yield from _depth(source, block.blocks, level)
        if isinstance(block, Table):
            yield from _columns(source, block)
        if not isinstance(block, ListBlock):
            continue
        if level == DEEPEST_LIST:
            yield _finding(
                source,
                "S011",
                block.origin.path,
                (block.origin.start, block.origin.end or block.origin.start),
                f"Listan har fler än {DEEPEST_LIST} nivåer. Lyft upp punkten en nivå, eller gör "
                "den till löpande text.",
            )
            continue
        for item in block.items:
            yield from _depth(source, item.blocks, level + 1)


def _columns(source: Source, block: Table) -> Iterator[Finding]:
    count = len(block.header.cells)
    if count > MOST_COLUMNS:
        yield _finding(
            source,
            "S013",
            block.header.origin.path,
            (block.header.origin.start, block.header.origin.end or block.header.origin.start),
            f"Tabellen har {count} kolumner; Word öppnar ingen med fler än {MOST_COLUMNS}. "
            "Dela den i flera.",
        )


def _finding(
    source: Source, rule: str, path: NodePath, span: tuple[int, int], message: str
) -> Finding:
    place = source.locate(path, *span)
    return Finding.at(source, rule, Severity.ERROR, message, place, path=pointer(path))
