"""The Markdown of a rule's page in; lines for a person at a terminal out."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

_FENCE = "```"
_MARGIN = "    "
_HEADING = re.compile(r"#{1,6} (.+)")
_ITEM = re.compile(r"(?:- |\d+\. )")
_SPAN = re.compile(r"\*\*(?P<strong>[^*]+)\*\*|`(?P<code>[^`]+)`")


@dataclass(frozen=True, slots=True)
class Look:
    """What stands before and after what is strong, and what is code."""

    strong: str
    strong_end: str
    code: str
    code_end: str


PLAIN = Look("", "", "”", "”")
COLOUR = Look("\x1b[1m", "\x1b[0m", "\x1b[36m", "\x1b[0m")


def laid_out(page: str, width: int, look: Look = PLAIN) -> str:
    """Return the page with its words broken at `width`, its headings strong, its code indented."""
    made = ""
    for before, block in pairwise([[], *_blocks(page)]):
        is_next_item = bool(before) and _ITEM.match(before[0]) and _ITEM.match(block[0])
        made += "" if is_next_item or not made else "\n"
        made += "".join(f"{line}\n" for line in _lines(block, width, look))
    return made


def _blocks(page: str) -> Iterator[list[str]]:
    """Yield paragraphs, headings and items, and fences with all that stands in them."""
    block: list[str] = []
    for line in page.splitlines():
        is_code = bool(block) and block[0].startswith(_FENCE)
        if not is_code and (not line.strip() or _ITEM.match(line) or line.startswith(_FENCE)):
            if block:
                yield block
            block = []
        if line.strip() or is_code:
            block.append(line)
        if is_code and line.startswith(_FENCE):
            yield block
            block = []
    if block:
        yield block


def _lines(block: list[str], width: int, look: Look) -> Iterator[str]:
    if heading := _HEADING.fullmatch(block[0]):
        yield _styled(f"**{heading[1]}**", look)
    elif block[0].startswith(_FENCE):
        yield from (f"{_MARGIN}{line}".rstrip() for line in block[1:-1])
    else:
        item = _ITEM.match(block[0])
        words = " ".join(line.strip() for line in block)
        indent = " " * len(item[0]) if item else ""
        yield _styled(textwrap.fill(words, width, subsequent_indent=indent), look)


def _styled(text: str, look: Look) -> str:
    return _SPAN.sub(lambda found: _span(found, look), text)


def _span(found: re.Match[str], look: Look) -> str:
    if found["strong"] is not None:
        return f"{look.strong}{found['strong']}{look.strong_end}"
    return f"{look.code}{found['code']}{look.code_end}"
