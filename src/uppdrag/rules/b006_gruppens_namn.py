"""B006: a mandate in; a remark where the group is called by a name that is not declared out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from uppdrag.model import Uppdragshandling
from uppdrag.rules.passage import Passage
from uppdrag.rules.subject import Remark, Subject
from uppdrag.source.pattern import lazy_pattern

_DEFINITE = {
    "råd": "et",
    "grupp": "en",
    "forum": "et",
    "team": "et",
    "utskott": "et",
    "nämnd": "en",
    "organ": "et",
    "nätverk": "et",
}
_KINDS = "|".join(_DEFINITE)
_KIND = lazy_pattern(rf"[\wåäö-]*(?:{_KINDS})", re.IGNORECASE)
_COMPOUND = lazy_pattern(rf"(?P<area>[\w-]{{4,}}?)(?P<joint>s?)(?P<kind>{_KINDS})", re.IGNORECASE)
_OWN_KIND = lazy_pattern(rf"(?P<beginning>[\w-]+?s)(?P<kind>{_KINDS})", re.IGNORECASE)
_IN_TITLE = lazy_pattern(r"uppdragshandling\s+för\s+([^,(–]+)", re.IGNORECASE)
_REVISED = lazy_pattern(r"\s+revider\w+.*", re.IGNORECASE)
_OF_ANOTHER = lazy_pattern(r"\b[A-ZÅÄÖ]?[a-zåäö]{3,}a\s\Z")
_NAME_GOES_ON = lazy_pattern(r"[\w-]|\s(?:och|samt|eller)\s")


@dataclass(frozen=True, slots=True)
class _Variants:
    """What finds other names of one group, and how much of the text has to be there."""

    pattern: re.Pattern[str]
    stem: str
    other: re.Pattern[str] | None = None

    def is_of_another(self, text: str) -> bool:
        """Tell whether the text names another body that the variants may mean."""
        return self.other is not None and self.other.search(text) is not None


def one_name(subject: Subject) -> Iterator[Remark]:
    """Yield a remark at the first use of each name of the group that is not declared.

    Only variants that are told from other bodies' names with certainty count. Of a name such as
    Samordningsgrupp primärvårdsråd: its last word in definite form standing alone
    (”primärvårdsrådet”), and the name with its end cut off (”samordningsgrupp primärvård”). Of one
    such as Samordningsråd rehabilitering: another kind of body with the same beginning and the
    same field (”samordningsgrupp rehabilitering”), and the field in its place
    (”rehabiliteringsrådet”).
    """
    name = _name(subject.handling)
    variants = _variants(name) if name else None
    if variants is None or variants.stem not in subject.text.lower():
        return
    if variants.is_of_another(subject.text):
        return
    told = {short.casefold() for short in subject.handling.kortnamn}
    for passage in subject.passages:
        for found in variants.pattern.finditer(passage.text):
            variant = found[0].casefold().removesuffix("s")
            if variant in told or not _is_the_group(passage, found):
                continue
            told.add(variant)
            yield subject.words(
                passage,
                found.span(),
                f"”{found[0]}” är inte gruppens namn. Skriv ”{name}”, eller lägg till ”{variant}” "
                "under kortnamn.",
            )


def _name(handling: Uppdragshandling) -> str | None:
    if handling.grupp:
        return handling.grupp
    found = _IN_TITLE.search(handling.titel)
    return _REVISED.sub("", found[1]).strip() if found else None


@lru_cache(maxsize=256)
def _variants(name: str) -> _Variants | None:
    """Return what finds the variants of a name such as Samordningsgrupp primärvårdsråd."""
    kind, *rest = name.split()
    if rest and _COMPOUND.fullmatch(rest[-1]) is None:
        return _of_field(kind, rest)
    compound = _COMPOUND.fullmatch(rest[-1]) if rest else None
    if compound is None or not _KIND.fullmatch(kind):
        return None
    last = re.escape(rest[-1]) + _DEFINITE[compound["kind"].lower()]
    between = "".join(rf"\s{re.escape(word)}" for word in rest[:-1])
    cut = rf"{re.escape(kind)}(?:en|et)?{between}\s{re.escape(compound['area'])}"
    pattern = re.compile(
        rf"(?<![\w-])(?:(?P<definite>{last})s?(?![\w-])|(?P<cut>{cut})s?(?!\w))", re.IGNORECASE
    )
    return _Variants(pattern, compound["area"].lower())


def _of_field(kind: str, field: list[str]) -> _Variants | None:
    """Return what finds the variants of a name such as Samordningsråd rehabilitering."""
    own = _OWN_KIND.fullmatch(kind)
    if own is None:
        return None
    others = "|".join(ending for ending in _DEFINITE if ending != own["kind"].lower())
    area = r"\s".join(map(re.escape, field))
    swapped = rf"{own['beginning']}(?:{others})(?:en|et)?\s(?:för\s)?{area}"
    alone = rf"{area}s?{own['kind']}{_DEFINITE[own['kind'].lower()]}" if len(field) == 1 else "(?!)"
    pattern = re.compile(
        rf"(?<![\w-])(?:(?P<definite>{alone})s?(?![\w-])|(?P<cut>{swapped})s?(?!\w))", re.IGNORECASE
    )
    other = re.compile(rf"\w(?:{_KINDS})\s{area}s?(?:{_KINDS})(?!\w)", re.IGNORECASE)
    return _Variants(pattern, field[-1].lower(), other)


def _is_the_group(passage: Passage, found: re.Match[str]) -> bool:
    """Tell whether the words mean this group and not another one with a like name."""
    if found["definite"]:
        return _OF_ANOTHER.search(passage.text[: found.start()]) is None
    return _NAME_GOES_ON.match(passage.text, found.end()) is None
