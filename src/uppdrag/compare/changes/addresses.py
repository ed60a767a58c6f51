"""A stretch of marked words in; what it says on either side, with addresses that differ, out."""

from __future__ import annotations

from uppdrag.compare.line import text_of
from uppdrag.compare.marked import IN_NEW, IN_OLD, kind_of
from uppdrag.document.tree import Inlines, MarkKind, Run


def both_sides(stretch: Inlines) -> tuple[str, str]:
    """Return the words that went and that came."""
    return _words(stretch, IN_OLD), _words(stretch, IN_NEW)


def with_addresses(stretch: Inlines, old: str, new: str) -> tuple[str, str]:
    """Return both sides; where a link came, went or leads elsewhere, with its address."""
    was, now = (
        list(dict.fromkeys(run.target for run in _side(stretch, kinds) if run.target))
        for kinds in (IN_OLD, IN_NEW)
    )
    if was == now or not (old and new) or max(len(was), len(now)) > 1:
        return old, new
    return _addressed(old, was), _addressed(new, now)


def _addressed(text: str, addresses: list[str]) -> str:
    return f"{text} ({addresses[0]})" if addresses else text


def _words(stretch: Inlines, kinds: frozenset[MarkKind | None]) -> str:
    text = text_of(_side(stretch, kinds))
    return text.strip(" ") or text


def _side(stretch: Inlines, kinds: frozenset[MarkKind | None]) -> list[Run]:
    return [run for run in stretch if kind_of(run) in kinds]
