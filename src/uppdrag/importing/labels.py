"""A paragraph in; the run-in label that it begins with out: `Ordförande: …`, `**Roll:** …`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from uppdrag.importing.markup import plain

LONGEST, MOST_WORDS = 60, 5
"""Characters and words of a label that the format does not know."""

_KNOWN = {
    "uppdragsgivare": r"uppdragsgivare",
    "uppdragstagare": r"uppdragstagare",
    "styrgrupp": r"styrgrupp(?:en)?",
    "ordförande": r"ordförande(?:n)?",
    "vice_ordförande": r"vice ordförande(?:n)?",
    "deltagare": r"deltagare|ledamöter(?:na)?|medlemmar(?:na)?|sammansättning",
    "adjungerade": r"adjunger(?:ade|ande)(?: (?:deltagare|ledamöter))?",
    "mötesfrekvens": r"mötesfrekvens(?:en)?|möten",
    "undergrupper": r"undergrupp(?:er)?",
    "arbetsgrupp": r"arbetsgrupp(?:en)?",
    "stöd": r"stöd|(?:administrativt )?stöd från koncernkontoret|administrativt stöd",
}
_PATTERNS = {key: re.compile(pattern) for key, pattern in _KNOWN.items()}
_BOLD = re.compile(r"\*\*([^*:]{1,60}?)\s*(:?)\s*\*\*\s*(:?)\s*(.*)", re.DOTALL)
_TIGHT = re.compile(r"([^\W\d_][^:*\[\]()@\t]{0,59}):([^\s/:].*)", re.DOTALL)
_PLAIN = re.compile(r"([^\W\d_][^:*\[\]()@\t]{0,59}?)\s*:(?!//)(?:\s+(.*))?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Label:
    """A run-in label: its key if the format knows it, its words, and the text that follows."""

    key: str | None
    words: str
    rest: str


def label_of(text: str) -> Label | None:
    """Return the label that a paragraph begins with: in bold, or with a colon after it."""
    if found := _BOLD.fullmatch(text):
        return _label(found[1], found[4])
    if found := _PLAIN.fullmatch(text):
        return _label(found[1], found[2] or "")
    if (found := _TIGHT.fullmatch(text)) and key_of(found[1]) is not None:
        return _label(found[1], found[2])
    return None


def standing_alone(text: str) -> Label | None:
    """Return the known label that is all there is of a paragraph, with a colon or without."""
    if len(text) > LONGEST:
        return None
    key = key_of(plain(text).removesuffix(":"))
    return Label(key, plain(text).removesuffix(":").strip(), "") if key else None


def key_of(words: str) -> str | None:
    """Return the key that a label's words stand for."""
    bare = words.strip().casefold()
    return next((key for key, pattern in _PATTERNS.items() if pattern.fullmatch(bare)), None)


def _label(words: str, rest: str) -> Label | None:
    words = plain(words)
    if not words or len(words.split()) > MOST_WORDS or words[:1].islower():
        return None
    return Label(key_of(words), words, rest.strip())
