"""The data of a mandate in; the fingerprint of its content out.

A decided revision carries it, so that no later change goes unseen and a printed copy can be
traced. It is the SHA-256 of the data as JSON (RFC 8259) in UTF-8, after a line that names this
form: text in NFC and escaped only where JSON demands it, no white space between the parts. Keys and
items keep their order, which is the order of the document. How the YAML is written (comments,
quotation marks, line endings, the file's indentation) leaves no trace in the data.

**White space inside a text counts, but for a line break within a paragraph, which is a space.**
So a decided file may be wrapped anew, as editors and formatters do, and nothing else: a new
paragraph, a list item, an indent, a row of a table or a second space is a change. The rule is safe
because it is timid. A line is joined to the one before only where the format's Markdown always
reads a space there: neither line is blank, the later one begins with no list mark, the earlier one
is no list mark alone, and no line of the paragraph has a column mark. Where white space is kept
though the page would look the same, the fingerprint is too strict, never too lax. It must not
follow the Markdown parser itself: a fingerprint is to hold for decades, a parser changes.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise
from typing import Any, Final

from uppdrag.source.characters import composed

FORM: Final = "uppdrag fingeravtryck 1\n"
"""Begins the bytes that are hashed: another form would be another number, never another meaning."""

NOT_CONTENT: Final = frozenset({"fingeravtryck", "undantag", "status"})
"""Keys of the file that may change after the decision: a revision may be replaced or revoked."""

_PREFIX = "sha256:"
_SHOWN_GROUPS, _DIGITS_IN_A_GROUP = 4, 4
_LIST_MARK = re.compile(r"\s*(?:[-+*]|\d+[.)])(?=\s|$)")
_MARKS_ALONE = re.compile(r"(?:\s*(?:[-+*]|\d+[.)])(?=\s|$))+\s*")


def fingerprint(data: Mapping[str, Any]) -> str:
    """Return `sha256:` and 64 hexadecimal digits for schema-checked data without empty values."""
    content = {key: value for key, value in data.items() if key not in NOT_CONTENT}
    written = json.dumps(_canonical(content), ensure_ascii=False, separators=(",", ":"))
    return _PREFIX + hashlib.sha256((FORM + written).encode("utf-8")).hexdigest()


def shown(recorded: str) -> str:
    """Return a fingerprint as people see it: its first 64 bits, such as `9f2c 81d0 4e77 b1aa`."""
    digits = recorded.removeprefix(_PREFIX)
    width = _DIGITS_IN_A_GROUP
    return " ".join(digits[at : at + width] for at in range(0, _SHOWN_GROUPS * width, width))


def unfolded(text: str) -> str:
    """Return a text with every paragraph on one line, where that changes nothing that it means."""
    if "\n" not in text:
        return text.rstrip(" \t")
    lines = (line.rstrip(" \t") for line in text.split("\n"))
    groups = (list(group) for is_text, group in groupby(lines, bool) if is_text)
    return "\n\n".join("\n".join(_paragraph(group)) for group in groups)


def _canonical(node: Any) -> Any:
    if isinstance(node, Mapping):
        return {composed(key): _canonical(value) for key, value in node.items()}
    if isinstance(node, str):
        return unfolded(composed(node))
    return [_canonical(item) for item in node]


def _paragraph(lines: Sequence[str]) -> Iterator[str]:
    """Yield the lines between two blank ones, each with the lines that are wrapped from it."""
    keeps_lines = any("|" in line for line in lines)
    whole = [lines[0]]
    for previous, line in pairwise(lines):
        if keeps_lines or _LIST_MARK.match(line) or _MARKS_ALONE.fullmatch(previous):
            yield " ".join(whole)
            whole = [line]
        else:
            whole.append(line.lstrip(" \t"))
    yield " ".join(whole)


__all__ = ["FORM", "NOT_CONTENT", "fingerprint", "shown", "unfolded"]
