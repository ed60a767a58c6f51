"""Runs of text in; markup out in which every word is text and every link leads somewhere safe."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape
from itertools import groupby

from uppdrag.document.tree import Run

SCHEMES = frozenset({"http", "https", "mailto", "tel"})
"""Where a link may lead besides to a place relative to the page."""

_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
_UNSHOWABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_IGNORED_IN_ADDRESS = re.compile("[\t\n\r]")
_AROUND_ADDRESS = "".join(map(chr, range(0x21)))


def markup(runs: Iterable[Run]) -> str:
    """Return the runs as HTML; neighbours that lead to one address are one link."""
    return "".join(
        link(target, unlinked(linked))
        for target, linked in groupby(runs, key=lambda run: run.target)
    )


def unlinked(runs: Iterable[Run]) -> str:
    """Return the runs as HTML, without their links."""
    return "".join(map(_run, runs))


def link(target: str | None, words: str) -> str:
    """Return markup as a link to a target, or as it is where there is none to follow."""
    address = None if target is None else safe_address(target)
    return words if address is None else f'<a href="{text(address)}">{words}</a>'


def text(words: str) -> str:
    """Return the words escaped, for an element's content or an attribute in double quotes."""
    return escape(shown(words))


def shown(words: str) -> str:
    """Return the words with U+FFFD for each character that HTML has no place for.

    Source: HTML Living Standard, 13.2.3.5, control characters and noncharacters.
    """
    return _UNSHOWABLE.sub("\ufffd", words)


def safe_address(target: str) -> str | None:
    """Return an address that may be a link, as a browser reads it, or None.

    Source: WHATWG URL, 4.4: white space around an address and line breaks in it mean nothing, so
    they cannot hide a scheme.
    """
    address = _IGNORED_IN_ADDRESS.sub("", target.strip(_AROUND_ADDRESS))
    scheme = _SCHEME.match(address)
    return address if scheme is None or scheme[1].lower() in SCHEMES else None


def _run(run: Run) -> str:
    words = text(run.text)
    if run.italic:
        words = f"<em>{words}</em>"
    return f"<strong>{words}</strong>" if run.bold else words
