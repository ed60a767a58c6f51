"""A Word file in, the errors out that Microsoft's validator does not see.

It passes a style or a numbering that no part defines, a numbering defined twice, ordinary text
within a deletion and a move without its other end; Word repairs, or refuses, such a file.
"""

import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_VAL, _ID, _NAME = f"{_W}val", f"{_W}id", f"{_W}name"
_STYLE_REFERENCES = ("pStyle", "rStyle", "tblStyle", "basedOn", "link", "next")
_MOVES = ("moveFromRangeStart", "moveToRangeStart")


def unseen_errors(path: Path) -> list[str]:
    """Return what is wrong with the references of a Word file; an empty list when nothing is."""
    parts = _parts(path)
    return [*_styles(parts), *_numberings(parts), *_deletions(parts), *_moves(parts)]


def _parts(path: Path) -> list[etree._Element]:
    with zipfile.ZipFile(path) as package:
        return [
            etree.fromstring(package.read(name))
            for name in package.namelist()
            if name.startswith("word/") and name.endswith(".xml")
        ]


def _all(parts: Iterable[etree._Element], *names: str) -> Iterator[etree._Element]:
    for part in parts:
        yield from part.iter(*(f"{_W}{name}" for name in names))


def _styles(parts: list[etree._Element]) -> Iterator[str]:
    defined = {style.get(f"{_W}styleId") for style in _all(parts, "style")}
    used = {str(element.get(_VAL)) for element in _all(parts, *_STYLE_REFERENCES)}
    yield from (f"no style {name}" for name in sorted(used - defined))


def _numberings(parts: list[etree._Element]) -> Iterator[str]:
    defined = Counter(number.get(f"{_W}numId") for number in _all(parts, "num"))
    # numId 0 takes a paragraph out of its style's list (ECMA-376 Part 1, 17.9.18).
    used = {str(element.get(_VAL)) for element in _all(parts, "numId")} - {"0"}
    yield from (f"no numbering {name}" for name in sorted(used - defined.keys()))
    yield from (
        f"numbering {name} defined {count} times" for name, count in defined.items() if count > 1
    )
    abstract = {number.get(f"{_W}abstractNumId") for number in _all(parts, "abstractNum")}
    wanted = {str(element.get(_VAL)) for element in _all(parts, "abstractNumId")}
    yield from (f"no abstract numbering {name}" for name in sorted(wanted - abstract))


def _deletions(parts: list[etree._Element]) -> Iterator[str]:
    for deletion in _all(parts, "del"):
        yield from (f"w:t in w:del: {text.text}" for text in deletion.iter(f"{_W}t"))


def _moves(parts: list[etree._Element]) -> Iterator[str]:
    starts = {kind: Counter(e.get(_NAME) for e in _all(parts, kind)) for kind in _MOVES}
    if any(count > 1 for names in starts.values() for count in names.values()):
        yield "a move name used twice"
    if starts[_MOVES[0]] != starts[_MOVES[1]]:
        yield "a move without its other end"
    for kind in _MOVES:
        opened = {e.get(_ID) for e in _all(parts, kind)}
        closed = {e.get(_ID) for e in _all(parts, kind.replace("Start", "End"))}
        if opened != closed:
            yield f"{kind} without its end"
