"""A mandate and the name of its file in; the name of its group out; names that mean one group."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath

from uppdrag.importing.folder.proposed import Basis, Proposed
from uppdrag.importing.words import one_line
from uppdrag.model import Uppdragshandling

LONGEST = 80
"""Characters of a name; a longer one is cut at a word."""

_MONTHS = "jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec"
_DOCUMENT = r"uppdragshandling(?:en|ar)?|uppdragsbeskrivning(?:en)?|uppdragsdirektiv(?:et)?|uppdrag"
_LEAD = re.compile(
    rf"^(?:(?:reviderad|ny|utkast(?:\s+till)?|förslag(?:\s+till)?|remiss(?:version)?)[\s:–-]+)*"
    rf"(?:(?:{_DOCUMENT})\b[\s:–-]*)?(?:(?:för|till|avseende|gällande|om)\s+)?",
    re.IGNORECASE,
)
_TAIL = re.compile(
    rf"[\s,(–-]*\b(?:(?:senast\s+)?(?:reviderad|revidering|rev|omarbetad|beslutad|fastställd|antagen"
    rf"|uppdaterad|version|ver|v(?=\d)|utkast|remiss|kopia|slutlig|slutversion|copy|final|signerad"
    rf")\b.*|(?:\d{{1,2}}\s+)?(?:{_MONTHS})\w*\s+(?:19|20)\d\d.*|(?:19|20)\d\d(?:[-_. ]?\d\d)*.*)$",
    re.IGNORECASE,
)
_SHORT_NAME = re.compile(r"\s*\([^()]{1,20}\)\s*$")
_EDGE = " ,.:;–-_()"

_SMALL = frozenset({"och", "for", "av", "i", "inom", "till", "den", "det", "med", "om"})
_ENDINGS = re.compile(r"(?:(?:en|et)s?|s)$")
_ENDED = 6
"""Letters; a shorter word may end so by itself."""

_MISSPELT = 6
"""Letters; two shorter words that differ in one may well be two."""


def propose_group(handling: Uppdragshandling, name: str) -> Proposed | None:
    """Return the name of the group: what the document states, else what its title is about.

    A title that is about nothing gives way to the area of responsibility, and that to the file's
    name. None where all are silent.
    """
    stem = re.sub(r"[_-]+", " ", PurePosixPath(name).stem)
    sources = (
        (handling.grupp or "", Basis.GROUP),
        (_subject(handling.titel), Basis.TITLE),
        (handling.ansvarsomrade or "", Basis.FIELD),
        (_subject(stem), Basis.FILE),
    )
    for words, basis in sources:
        if found := _cut(one_line(words)):
            return Proposed(found, basis)
    return None


def near_names(folders: Iterable[str], known: Iterable[str]) -> Mapping[str, str]:
    """Return the folder that each of the folders' names means, where another is nearly the same.

    `folders` are in ASCII, the most trusted first. Among names for one group a `known` one stands,
    else the first.
    """
    standing: list[str] = list(dict.fromkeys(known))
    meant = {}
    for folder in dict.fromkeys(folders):
        same = folder if folder in standing else None
        other = same or next((name for name in standing if is_near(name, folder)), None)
        if other is None:
            standing.append(folder)
        elif other != folder:
            meant[folder] = other
    return meant


def is_near(one: str, other: str) -> bool:
    """Tell whether two folders' names differ by small words, endings or a slip of the pen only."""
    left, right = _stems(one), _stems(other)
    return len(left) == len(right) and all(map(_is_same_word, left, right))


def _subject(title: str) -> str:
    """Return what a title is about: without the kind of document, and what version it is."""
    rest = _LEAD.sub("", one_line(title), count=1)
    # What follows a colon says more of the assignment, not who has it.
    rest = rest.partition(": ")[0]
    rest = _SHORT_NAME.sub("", _TAIL.sub("", rest).strip(_EDGE.replace(")", "")))
    rest = rest.strip(_EDGE)
    return rest[:1].upper() + rest[1:]


def _cut(words: str) -> str:
    return words if len(words) <= LONGEST else words[:LONGEST].rpartition(" ")[0]


def _stems(folder: str) -> list[str]:
    words = [word for word in re.split(r"[-_.]+", folder.casefold()) if word]
    kept = [word for word in words if word not in _SMALL] or words
    return [_ENDINGS.sub("", word) if len(word) > _ENDED else word for word in kept]


def _is_same_word(one: str, other: str) -> bool:
    if one == other:
        return True
    is_long = min(len(one), len(other)) >= _MISSPELT
    has_number = any(map(str.isdigit, one + other))
    return is_long and not has_number and one[0] == other[0] and _is_one_apart(one, other)


def _is_one_apart(one: str, other: str) -> bool:
    """Tell whether one letter more, less or other makes the words the same."""
    short, long = sorted((one, other), key=len)
    if len(long) - len(short) > 1:
        return False
    at = next((n for n, letter in enumerate(short) if letter != long[n]), len(short))
    step = 1 if len(short) == len(long) else 0
    return short[at + step :] == long[at + 1 :]
