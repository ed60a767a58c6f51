"""The comparison marks what a person would mark, on pairs whose smallest edit is known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import cache

import pytest
from tests.compare.known import Known, known_pair
from tests.compare.seen import cut_tokens, drawn, marked_characters
from tests.compare.trees import bare

from uppdrag.compare import Kind, Marked, accept, compare, reject
from uppdrag.compare.changes.listing import changes_of
from uppdrag.compare.lines import normal
from uppdrag.document.tree import Document

PAIRS = 400


@cache
def _pairs() -> tuple[Known, ...]:
    return tuple(pair for pair in map(known_pair, range(PAIRS + 40)) if pair.name)


def _same(document: Document) -> Document:
    return document


both_ways = pytest.mark.parametrize("origins", [_same, bare], ids=["with paths", "without paths"])


@cache
def _compared(origins: Callable[[Document], Document]) -> tuple[tuple[Known, Marked], ...]:
    return tuple((pair, compare(origins(pair.old), origins(pair.new))) for pair in _pairs())


def test_there_are_enough_pairs_of_every_kind() -> None:
    made = Counter(name for pair in _pairs() for name in pair.name.split("+"))
    assert len(_pairs()) >= 300
    assert min(made.values()) >= 5, made


@both_ways
def test_what_is_marked_is_the_least_that_can_be(
    origins: Callable[[Document], Document],
) -> None:
    ratios = [
        (marked_characters(marked) / pair.least, pair.name)
        for pair, marked in _compared(origins)
        if pair.least
    ]
    assert max(ratios)[0] <= 1, max(ratios)


@both_ways
def test_what_only_moved_or_changed_form_has_no_words_marked(
    origins: Callable[[Document], Document],
) -> None:
    for pair, marked in _compared(origins):
        if not pair.least:
            assert marked_characters(marked) == 0, (pair.name, drawn(marked))


@both_ways
def test_moves_are_found(origins: Callable[[Document], Document]) -> None:
    wanted = found = 0
    for pair, marked in _compared(origins):
        wanted += pair.moves
        kinds = Counter(change.kind for change in changes_of(marked))
        found += min(pair.moves, kinds[Kind.MOVED])
        assert kinds[Kind.MOVED] <= pair.moves + 1, (pair.name, drawn(marked))
    assert found >= 0.95 * wanted


@both_ways
def test_splits_and_merges_are_found(origins: Callable[[Document], Document]) -> None:
    for pair, marked in _compared(origins):
        kinds = Counter(change.kind for change in changes_of(marked))
        wanted = Counter(pair.name.split("+"))
        splits, merges = wanted["split_paragraph"], wanted["merge_paragraphs"]
        assert kinds[Kind.SPLIT] == splits, (pair.name, drawn(marked))
        assert kinds[Kind.MERGED] == merges, (pair.name, drawn(marked))


@both_ways
def test_no_token_is_cut(origins: Callable[[Document], Document]) -> None:
    for pair, marked in _compared(origins):
        assert not cut_tokens(marked), pair.name


@both_ways
def test_nothing_is_lost(origins: Callable[[Document], Document]) -> None:
    for pair, marked in _compared(origins):
        assert accept(marked) == normal(origins(pair.new)), pair.name
        assert reject(marked) == normal(origins(pair.old)), pair.name
