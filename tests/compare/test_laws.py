"""What holds for any two documents: nothing is lost, nothing is marked that did not change."""

from __future__ import annotations

from collections import Counter
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from tests.compare.seen import cut_tokens
from tests.compare.trees import bare, documents, pairs
from tests.strategies import mandates

from uppdrag.compare import Marked, accept, compare, reject
from uppdrag.compare.changes.change import counts
from uppdrag.compare.changes.listing import changes_of
from uppdrag.compare.display import displayed
from uppdrag.compare.lines import lines_of, normal, text_of
from uppdrag.document import compose
from uppdrag.document.tree import Document, Mark, MarkKind, Run


def _runs(node: Any) -> list[Run]:
    if isinstance(node, Run):
        return [node]
    if isinstance(node, tuple):
        return [run for inner in node for run in _runs(inner)]
    names = getattr(node, "__slots__", ()) if not isinstance(node, str) else ()
    return [run for name in names for run in _runs(getattr(node, name))]


def _marks(marked: Marked) -> list[Mark]:
    return [run.mark for line in marked.lines for run in _runs(line.cells) if run.mark]


def _words(document: Document) -> Counter[str]:
    lines = lines_of(document)
    return Counter("".join(text_of(cell) for line in lines for cell in line.cells))


def assert_lawful(old: Document, new: Document) -> None:
    marked = compare(old, new)
    assert accept(marked) == normal(new)
    assert reject(marked) == normal(old)
    _assert_shown(marked, old, new)
    _assert_numbered(marked)
    assert not cut_tokens(marked)


def _assert_shown(marked: Marked, old: Document, new: Document) -> None:
    shown = displayed(marked)
    in_new, in_old = Counter[str](), Counter[str]()
    for run in _runs(shown.blocks):
        kind = run.mark.kind if run.mark else None
        assert run.text or (run.mark and run.mark.note)
        if kind in {None, MarkKind.INSERTED, MarkKind.MOVED_HERE, MarkKind.REFORMATTED}:
            in_new.update(run.text)
        if kind in {None, MarkKind.DELETED, MarkKind.MOVED_AWAY, MarkKind.REFORMATTED}:
            in_old.update(run.text)
    in_new.pop("¶", None), in_old.pop("¶", None)
    assert in_new == _words(new)
    assert in_old == _words(old)


def _assert_numbered(marked: Marked) -> None:
    numbers = {mark.change for mark in _marks(marked)}
    numbers |= {line.change for line in marked.lines if line.change}
    changes = changes_of(marked)
    assert numbers == set(range(1, len(numbers) + 1))
    assert [change.number for change in changes] == sorted(numbers)
    assert counts(changes)["total"] == len(changes)
    assert marked.is_changed is bool(changes)
    _assert_moves_paired(marked)


def _assert_moves_paired(marked: Marked) -> None:
    """Both ends of a move have one number, and no other line has its `move`."""
    ends: dict[int, list[tuple[bool, int]]] = {}
    for line in marked.lines:
        if line.move:
            ends.setdefault(line.move, []).append((line.old is None, line.change))
    for found in ends.values():
        assert sorted(is_here for is_here, _ in found) == [False, True]
        assert len({change for _, change in found}) == 1


@given(pairs())
def test_any_two_documents_become_each_other(pair: tuple[Document, Document]) -> None:
    assert_lawful(*pair)


@given(pairs())
def test_texts_without_paths_become_each_other(pair: tuple[Document, Document]) -> None:
    assert_lawful(bare(pair[0]), bare(pair[1]))


@given(documents())
def test_a_document_is_like_itself(document: Document) -> None:
    assert not compare(document, document).is_changed
    assert not _marks(compare(document, document))


@given(st.tuples(mandates(), mandates()))
def test_any_two_mandates_become_each_other(pair: tuple[Any, Any]) -> None:
    old, new = map(compose, pair)
    assert_lawful(old, new)
    assert not compare(old, old).is_changed
