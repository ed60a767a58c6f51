"""A running text as it is written, what it said and what it is to say, in; the text edited out.

Of what stays, every line break, indent and escape stays as it was written. The result has to read
as it should; else less of the old writing is kept, and at last none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import partial

from uppdrag.compare.lines import Line, document_of, lines_of
from uppdrag.document import prose
from uppdrag.document.tree import Block, Document, Metadata
from uppdrag.model import Prosa
from uppdrag.model.dump import WIDTH, fold
from uppdrag.render.markdown import running_text

_RULE = r"\|(?:[ ]*:?-+:?[ ]*\|)+(?=[ ]*$)"
_TOKEN = re.compile(rf"{_RULE}|\s+|\S+", re.MULTILINE)
"""A word, the space between two, or the rule under the header of a table."""

_NO_METADATA = Metadata("", "")


def with_lines(text: str, old: Sequence[Line], new: Sequence[Line]) -> str:
    """Return a running text that says the new lines instead of the old ones."""
    before, now = _markdown(old), _markdown(new)
    width = max([WIDTH, *map(len, text.split("\n"))]) if "\n" in text else WIDTH
    wanted = _said(now)
    for made in _candidates(text, before, now, width):
        if _said(made) == wanted:
            return made
    return now


def text_of_lines(new: Sequence[Line]) -> str:
    """Return a running text that says some lines."""
    return with_lines("", (), new)


def _candidates(text: str, before: str, now: str, width: int) -> Iterator[str]:
    if text:
        kept = _kept(text, before, now)
        yield _refolded(text, kept, width)
        yield kept
    yield fold(now, width)
    yield now


def _markdown(lines: Sequence[Line]) -> str:
    blocks: tuple[Block, ...] = document_of(lines, _NO_METADATA).blocks
    return running_text(blocks)


def _said(text: str) -> list[tuple[object, ...]]:
    blocks = prose.parse(Prosa(text))
    lines = lines_of(Document(_NO_METADATA, tuple(blocks)))
    return [(line.form, line.cells) for line in lines]


def _kept(text: str, before: str, now: str) -> str:
    """Return what is to be said, with the words that stay as they are written in the text."""
    said, written = _TOKEN.findall(before), _TOKEN.findall(text.strip("\n"))
    wanted = _TOKEN.findall(now)
    as_written = _matched(said, written)
    out: list[str] = []
    for kind, i, k, j, m in _steps(said, wanted):
        if kind == "equal":
            for at in range(i, k):
                found = as_written.get(at)
                is_break = said[at].isspace() and "\n" in said[at]
                out.append(said[at] if found is None or (is_break and "\n" not in found) else found)
        else:
            out.extend(wanted[j:m])
    return "".join(out)


def _matched(said: Sequence[str], written: Sequence[str]) -> dict[int, str]:
    if len(said) == len(written):
        return dict(enumerate(written))
    plain, as_plain = list(map(_key, said)), list(map(_key, written))
    matcher = SequenceMatcher(None, plain, as_plain, autojunk=False)
    return {
        i + n: written[j + n] for i, j, size in matcher.get_matching_blocks() for n in range(size)
    }


def _key(token: str) -> str:
    """Return what a token is compared as, however it is written."""
    if token.isspace():
        return " "
    return "|-|" if re.fullmatch(_RULE, token) else token


def _steps(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str, int, int, int, int]]:
    """Yield the steps from old to new tokens: first by whole lines, then by words in those."""
    rows, new_rows = _rows(old), _rows(new)
    keys = ["".join(old[a:b]) for a, b in rows]
    new_keys = ["".join(new[a:b]) for a, b in new_rows]
    for kind, i, k, j, m in SequenceMatcher(None, keys, new_keys, autojunk=False).get_opcodes():
        a, b = _span(rows, i, k, len(old))
        c, d = _span(new_rows, j, m, len(new))
        if kind == "replace":
            words = SequenceMatcher(None, old[a:b], new[c:d], autojunk=False)
            for inner, p, q, r, s in words.get_opcodes():
                yield inner, a + p, a + q, c + r, c + s
        else:
            yield kind, a, b, c, d


def _rows(tokens: Sequence[str]) -> list[tuple[int, int]]:
    """Return where each line begins and ends; the break after it is part of it."""
    ends = [at + 1 for at, one in enumerate(tokens) if "\n" in one]
    starts = [0, *ends]
    return [(a, b) for a, b in zip(starts, [*ends, len(tokens)], strict=True) if a < b]


def _span(rows: Sequence[tuple[int, int]], first: int, last: int, end: int) -> tuple[int, int]:
    start = rows[first][0] if first < len(rows) else end
    return start, rows[last - 1][1] if last > first else start


def _refolded(text: str, made: str, width: int) -> str:
    """Return the text with those lines folded that are new and too long."""
    were = set(text.split("\n"))
    folded = partial(fold, width=width)
    return "\n".join(line if line in were else folded(line) for line in made.split("\n"))
