"""What two made of the same data in; the data with both in it, and where they clash, out."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from enum import StrEnum

from uppdrag.importing.onto.fields import in_order
from uppdrag.importing.onto.yaml_values import Data
from uppdrag.model.handling import Path

_TOKEN = re.compile(r"\s+|\S+")


class Prefer(StrEnum):
    """Whose words stand where both changed the same."""

    FILE = "fil"
    WORD = "word"


@dataclass(frozen=True, slots=True)
class Clash:
    """A value that both changed, each to something else; `word` and `file` are what they wrote."""

    path: Path
    word: Data
    file: Data


@dataclass(slots=True)
class Merging:
    """Merges value by value; `clashes` are told whoever is preferred."""

    prefer: Prefer = Prefer.FILE
    clashes: list[Clash] = field(default_factory=list)

    def merge(self, base: Data, word: Data, file: Data, path: Path = ()) -> Data:
        """Return what both made of the base; None stands for nothing."""
        if word in (base, file):
            return file
        if file == base:
            return word
        base, word, file = _alike(base, word, file)
        if all(isinstance(one, Mapping) for one in (base, word, file)):
            return self._mapping(base, word, file, path)
        if all(isinstance(one, list) for one in (base, word, file)):
            found: Data = _sequence(base, word, file)
        elif all(isinstance(one, str) for one in (base, word, file)):
            split = [_TOKEN.findall(one) for one in (base, word, file)]
            tokens = _sequence(*split)
            found = None if tokens is None else "".join(tokens)
        else:
            found = None
        return self._clash(word, file, path) if found is None else found

    def _clash(self, word: Data, file: Data, path: Path) -> Data:
        self.clashes.append(Clash(path, word, file))
        return word if self.prefer is Prefer.WORD else file

    def _mapping(
        self,
        base: Mapping[str, Data],
        word: Mapping[str, Data],
        file: Mapping[str, Data],
        path: Path,
    ) -> Data:
        merged = {}
        for key in {**file, **word}:
            value = self.merge(base.get(key), word.get(key), file.get(key), (*path, key))
            if value is not None:
                merged[key] = value
        shared = [key for key in base if key in word]
        has_moved = shared != [key for key in word if key in base]
        first, second = (word, file) if has_moved else (file, word)
        order = in_order(list(second), [k for k in first if k in merged], set())
        for number, key in enumerate(second):
            if key in merged and key not in order:
                before = next((k for k in reversed(list(second)[:number]) if k in order), None)
                order.insert(order.index(before) + 1 if before is not None else 0, key)
        return {key: merged[key] for key in order if key in merged}


def _alike(*values: Data) -> tuple[Data, ...]:
    """Return texts as sections with a text where another of the values is a section."""
    if any(isinstance(one, Mapping) for one in values) and any(isinstance(o, str) for o in values):
        return tuple({"text": one} if isinstance(one, str) else one for one in values)
    return values


def _sequence(
    base: Sequence[Data], word: Sequence[Data], file: Sequence[Data]
) -> list[Data] | None:
    """Return base with the changes of both; None where they meet, with nothing kept between."""
    made = sorted([*_changes(base, word), *_changes(base, file)], key=lambda one: (one[0], one[1]))
    out: list[Data] = []
    at = 0
    previous: tuple[int, int, Sequence[Data]] | None = None
    for start, end, new in made:
        if previous is not None:
            if (start, end, list(new)) == (*previous[:2], list(previous[2])):
                continue
            if start < at or not any(map(_is_said, base[at:start])):
                return None
        out += [*base[at:start], *new]
        at, previous = end, (start, end, new)
    return [*out, *base[at:]]


def _is_said(item: Data) -> bool:
    return not isinstance(item, str) or bool(item.strip())


def _changes(base: Sequence[Data], other: Sequence[Data]) -> list[tuple[int, int, Sequence[Data]]]:
    keys = list(map(repr, base)), list(map(repr, other))
    steps = SequenceMatcher(None, *keys, autojunk=False).get_opcodes()
    return [(i, k, other[j:m]) for kind, i, k, j, m in steps if kind != "equal"]
