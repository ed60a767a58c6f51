"""Text in, text that XML can hold out: every value passes here exactly once."""

from __future__ import annotations

import re

_IMPOSSIBLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SPECIAL = re.compile(r"[&<>\"']")
_REFERENCES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"}


def possible(text: str) -> str:
    """Return the text with � for every character that XML 1.0 cannot hold."""
    return text if text.isprintable() else _IMPOSSIBLE.sub("\ufffd", text)


def escape(text: str) -> str:
    """Return the text with XML's own characters written out, and those it cannot hold as �."""
    return _SPECIAL.sub(lambda found: _REFERENCES[found[0]], possible(text))
