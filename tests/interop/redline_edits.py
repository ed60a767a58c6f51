"""The data of a mandate and a seed in; the data after random edits, always the same, out."""

import re
from collections.abc import Callable
from copy import deepcopy
from random import Random
from typing import Any

from redline_stage import ANOTHER, SENTENCES, TABLE, Data

_BLOCKS = re.compile(r"\n\s*\n|\n(?=\s*(?:-|\d+\.) )")
_PROSE = re.compile(r"\s.*\s")
_KEPT = frozenset({"format", "typ", "status", "titel", "revidering", "fingeravtryck", "undantag"})
_MARKED = re.compile(r"\s*(?:- |\d+\. |\|)")

Edit = Callable[[Random, list[str], list[str]], None]
"""Changes blocks of text, and the breaks between them, in place."""


def edited(data: Data, seed: int) -> Data:
    """Return the data with one to eight edits."""
    random = Random(seed)  # noqa: S311 - the same edits every time are wanted
    data = deepcopy(data)
    # The new revision is a draft: it has not been decided as it now is.
    data["status"] = "utkast"
    data.pop("fingeravtryck", None)
    for _ in range(random.randint(1, 8)):
        if random.random() < 0.15:
            _edit_keys(random, data)
        else:
            _edit_text(random, data)
    return data


def _edit_keys(random: Random, data: Data) -> None:
    """Remove, move or add a field."""
    keys = [key for key in data if key not in _KEPT]
    key = random.choice(keys)
    if random.random() < 0.4 and len(keys) > 3:
        del data[key]
    elif random.random() < 0.5:
        value = data.pop(key)
        items = list(data.items())
        items.insert(random.randint(4, len(items)), (key, value))
        data.clear()
        data.update(items)
    else:
        data[f"avsnitt_nytt{random.randint(1, 9)}"] = {"rubrik": "Nytt", "text": ANOTHER}


def _edit_text(random: Random, data: Data) -> None:
    """Change one of the texts."""
    places = list(_texts(data))
    holder, key = random.choice(places)
    text = holder[key]
    breaks = _BLOCKS.findall(text)
    blocks = _BLOCKS.split(text)
    random.choice(_EDITS)(random, blocks, breaks)
    pairs = zip(blocks, [*breaks, ""], strict=True)
    holder[key] = "".join(part for pair in pairs for part in pair).strip("\n") or ANOTHER


def _texts(value: Any) -> list[tuple[Any, Any]]:
    """Return where running text stands: what holds it, and under which key."""
    found = []
    items = value.items() if isinstance(value, dict) else enumerate(value)
    for key, inner in items:
        if isinstance(inner, dict | list):
            found += _texts(inner)
        elif key not in _KEPT and isinstance(inner, str) and _PROSE.search(inner):
            found.append((value, key))
    return found


def _reword(random: Random, blocks: list[str], _breaks: list[str]) -> None:
    at = random.randrange(len(blocks))
    words = blocks[at].split(" ")
    place = random.randrange(len(words))
    if re.fullmatch(r"[^\W\d_]+", words[place]):
        words[place] = random.choice(["numera", "rådet", f"{words[place]}s", "ska inte"])
        blocks[at] = " ".join(words)


def _embolden(random: Random, blocks: list[str], _breaks: list[str]) -> None:
    at = random.randrange(len(blocks))
    words = blocks[at].split(" ")
    place = random.randrange(len(words))
    if re.fullmatch(r"[^\W\d_]+", words[place]):
        form = random.choice(["**{}**", "*{}*", "[{}](https://exempel.se/nytt)"])
        words[place] = form.format(words[place])
        blocks[at] = " ".join(words)


def _lengthen(random: Random, blocks: list[str], _breaks: list[str]) -> None:
    at = random.randrange(len(blocks))
    if "|" not in blocks[at]:
        blocks[at] = f"{blocks[at].rstrip()} {random.choice(SENTENCES)}"


def _add(random: Random, blocks: list[str], breaks: list[str]) -> None:
    at = random.randrange(len(blocks))
    blocks.insert(at, random.choice([ANOTHER, f"- {ANOTHER}", f"1. {ANOTHER}", TABLE]))
    breaks.insert(at, "\n\n")


def _remove(random: Random, blocks: list[str], breaks: list[str]) -> None:
    if len(blocks) > 1:
        at = random.randrange(len(breaks))
        del blocks[at], breaks[at]


def _swap(random: Random, blocks: list[str], _breaks: list[str]) -> None:
    at, other = random.randrange(len(blocks)), random.randrange(len(blocks))
    if _MARKED.match(blocks[at]) and _MARKED.match(blocks[other]):
        blocks[at], blocks[other] = blocks[other], blocks[at]


def _repeat(random: Random, blocks: list[str], breaks: list[str]) -> None:
    at = random.randrange(len(blocks))
    blocks.insert(at, blocks[at])
    breaks.insert(at, breaks[at] if at < len(breaks) else "\n\n")


def _split(random: Random, blocks: list[str], breaks: list[str]) -> None:
    at = random.randrange(len(blocks))
    first, stop, second = blocks[at].partition(". ")
    if second and "|" not in blocks[at]:
        mark = _MARKED.match(blocks[at])
        blocks[at : at + 1] = [f"{first}{stop}".rstrip(), f"{mark[0] if mark else ''}{second}"]
        breaks.insert(at, "\n" if mark else "\n\n")


def _merge(random: Random, blocks: list[str], breaks: list[str]) -> None:
    if len(blocks) > 1:
        at = random.randrange(len(breaks))
        second = _MARKED.sub("", blocks[at + 1], count=1)
        if "|" not in blocks[at] + second:
            blocks[at : at + 2] = [f"{blocks[at].rstrip()} {second.strip()}"]
            del breaks[at]


_EDITS: tuple[Edit, ...] = (
    _reword,
    _reword,
    _embolden,
    _lengthen,
    _add,
    _remove,
    _swap,
    _repeat,
    _split,
    _merge,
)
