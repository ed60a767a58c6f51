"""Lines in; the lines of the document out, without what a web page or a printout put around it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from uppdrag.importing.headings import section_of
from uppdrag.importing.lines import Line
from uppdrag.importing.marker import marker
from uppdrag.importing.note import Note
from uppdrag.importing.words import one_line

NAVIGATION = (
    re.compile(r"Denna webbplats använder teknik som troligen inte stöds i din webbläsare\b.*"),
    re.compile(r"(?:Gå|Hoppa) (?:direkt )?till (?:huvud)?innehåll(?:et)?\.?", re.IGNORECASE),
)
"""The only lines of a web page that are left out: a warning to old browsers, a link past menus."""

_SEAL = r"Fingeravtryck(?:\s[0-9a-f]{4}){4}"
_PAGE = re.compile(
    rf"(?:{_SEAL}\s+)?(?:sida(?:n)?\s+)?(\d{{1,3}})\s*"
    r"(?:\(\s*(\d{1,3})\s*\)|(?:/|av)\s*(\d{1,3}))",
    re.IGNORECASE,
)
_FINGERPRINT = re.compile(_SEAL)

JOINT = " · "
"""What parts the facts in the running head of a printed document."""

DOCUMENT_HEAD, SURE_TITLE = 30, 15
"""Lines in which those facts stand at first; characters that a title is recognised by."""

DEEPEST_HEAD = 8
"""Lines; how far from a page number a repeated page head is looked for."""


@dataclass(frozen=True, slots=True)
class Sifted:
    """The lines of the document, the lines that were left out, and a note about each of those."""

    lines: tuple[Line, ...]
    dropped: tuple[Line, ...]
    notes: tuple[Note, ...]


def sift(lines: Sequence[Line]) -> Sifted:
    """Leave out web navigation, page numbers that count on, repeated page heads, fingerprints."""
    reasons = dict.fromkeys(_navigation(lines), _NAVIGATION)
    pages = _page_numbers(lines)
    reasons |= dict.fromkeys(pages, _PAGE_NUMBER)
    reasons |= dict.fromkeys(_repeated_heads(lines, pages), _PAGE_HEAD)
    reasons |= dict.fromkeys(_running_heads(lines), _RUNNING_HEAD)
    reasons |= dict.fromkeys(_fingerprints(lines), _PRINTED_FINGERPRINT)
    kept = tuple(_blank(line) if index in reasons else line for index, line in enumerate(lines))
    order = sorted(reasons)
    return Sifted(
        kept,
        tuple(lines[index] for index in order),
        tuple(Note.at(lines[index], reasons[index]) for index in order),
    )


_NAVIGATION = "Raden hör till webbsidans navigering och är inte med i handlingen."
_PAGE_NUMBER = "Raden är en utskrifts sidnummer och är inte med i handlingen."
_PRINTED_FINGERPRINT = (
    "Raden är en utskrifts fingeravtryck och är inte med i handlingen, som får ett nytt när den "
    "beslutas."
)
_PAGE_HEAD = "Raden är ett sidhuvud som upprepas och är bara med första gången."

_RUNNING_HEAD = "Raden är ett sidhuvud som upprepar handlingens huvud och är inte med i handlingen."


def _blank(line: Line) -> Line:
    return Line(line.number, line.column, line.column, "")


def _navigation(lines: Sequence[Line]) -> Iterator[int]:
    for index, line in enumerate(lines):
        if any(pattern.fullmatch(line.content) for pattern in NAVIGATION):
            yield index


def _fingerprints(lines: Sequence[Line]) -> Iterator[int]:
    for index, line in enumerate(lines):
        if _FINGERPRINT.fullmatch(line.content):
            yield index


def _page_numbers(lines: Sequence[Line]) -> list[int]:
    """Return the lines that number the pages 1, 2, 3 … of one total; nothing less is certain."""
    found: list[tuple[int, int, int]] = []
    for index, line in enumerate(lines):
        match = _PAGE.fullmatch(line.content)
        if match:
            found.append((index, int(match[1]), int(match[2] or match[3])))
    counted = [page for _, page, _ in found]
    totals = {total for _, _, total in found}
    certain = (
        len(totals) == 1
        and counted == list(range(1, len(counted) + 1))
        and (len(counted) > 1 or totals == {1})
        and max(counted) <= min(totals)
    )
    return [index for index, _, _ in found] if certain else []


def _repeated_heads(lines: Sequence[Line], pages: Sequence[int]) -> Iterator[int]:
    """Yield the lines of a page head that is the same at all pages but one, save its first."""
    heads = {index for side in (-1, 1) for index in _heads(lines, pages, side)}
    if not heads:
        return
    seen = {line.content for line in lines[: min(heads)]}
    for index in sorted(heads):
        if lines[index].content in seen:
            yield index
        seen.add(lines[index].content)


def _heads(lines: Sequence[Line], pages: Sequence[int], side: int) -> Iterator[int]:
    """Yield the lines on one side of the page numbers that read the same, nearest first."""
    enough = max(2, len(pages) - 1)
    near = [list(_near(lines, page, side)) for page in pages]
    for place in range(DEEPEST_HEAD):
        here = [indexes[place] for indexes in near if len(indexes) > place]
        counts = Counter(lines[index].content for index in here)
        text, count = max(counts.items(), key=lambda item: item[1], default=("", 0))
        if count < enough or marker(text) is not None:
            return
        yield from (index for index in here if lines[index].content == text)


def _running_heads(lines: Sequence[Line]) -> Iterator[int]:
    """Yield the lines that join facts of the document's head, the title last, with ` · `."""
    heads = [at for at, line in enumerate(lines) if JOINT in line.content]
    rows = list(islice(_document_head(lines), DOCUMENT_HEAD)) if heads else []
    text = " ".join(rows)
    for at in heads:
        *facts, last = (one_line(part) for part in lines[at].content.casefold().split(JOINT))
        title = last.removesuffix("…").rstrip()
        begins = any(title.startswith(row[: len(title)]) for row in rows if len(row) >= SURE_TITLE)
        is_sure = len(title) >= SURE_TITLE and begins and title in text
        if is_sure and all(fact in text for fact in facts):
            yield at


def _document_head(lines: Sequence[Line]) -> Iterator[str]:
    """Yield the rows before the first section, folded, save those that join facts."""
    for line in lines:
        if section_of(line.content) is not None:
            return
        if not line.is_blank and JOINT not in line.content:
            yield one_line(line.content).casefold()


def _near(lines: Sequence[Line], page: int, step: int) -> Iterator[int]:
    index, seen = page + step, 0
    while 0 <= index < len(lines) and seen < DEEPEST_HEAD and abs(index - page) < 4 * DEEPEST_HEAD:
        if not lines[index].is_blank:
            seen += 1
            yield index
        index += step
