"""The work grows with the document, not with its square, however it was edited."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from tools.bench_compare import KINDS, METADATA, bullets, documents, real_pairs

from uppdrag.compare import accept, compare
from uppdrag.compare.lines import normal
from uppdrag.compare.pairing import breaking, likeness, matching
from uppdrag.document.tree import Document, Paragraph, Run


def seconds(old: Document, new: Document) -> float:
    begun = time.process_time()
    marked = compare(old, new)
    taken = time.process_time() - begun
    assert accept(marked) == normal(new)
    return taken


def one(text: str) -> Document:
    return Document(METADATA, (Paragraph((Run(text),)),))


@pytest.fixture
def weighed(monkeypatch: pytest.MonkeyPatch) -> Callable[[str, int], int]:
    """Return how many times two pieces are weighed against each other in comparing a pair."""
    count = 0
    common = likeness.common

    def counted(*bags: object) -> int:
        nonlocal count
        count += 1
        return common(*bags)

    for module in (breaking, likeness, matching):
        monkeypatch.setattr(module, "common", counted)

    def of(kind: str, size: int) -> int:
        nonlocal count
        count = 0
        compare(*documents(KINDS[kind], size))
        return count

    return of


@pytest.mark.parametrize("kind", KINDS)
def test_pieces_are_weighed_as_many_times_as_there_are_pieces(
    kind: str, weighed: Callable[[str, int], int]
) -> None:
    few, many = weighed(kind, 100), weighed(kind, 400)
    assert many <= 6 * few + 400
    assert many <= 20 * 400


@pytest.mark.parametrize("kind", KINDS)
def test_a_long_document_is_compared_in_time(kind: str) -> None:
    old, new = documents(KINDS[kind], 1500)
    assert seconds(old, new) < 5


def test_real_pairs_take_milliseconds() -> None:
    assert max(least for _, least in real_pairs(runs=10)) < 0.05


def test_a_paragraph_of_a_hundred_thousand_characters() -> None:
    text = " ".join(f"ord{n % 997} och mer" for n in range(7_000))
    assert len(text) > 100_000
    assert seconds(one(text), one(text.replace("ord500 ", "annat "))) < 5
    assert seconds(one(text), one("och " * 25_000)) < 5


def test_words_that_all_are_equal() -> None:
    assert seconds(one("nej " * 20_000), one("nej " * 15_000 + "ja " * 5_000)) < 5


def test_two_thousand_equal_bullets() -> None:
    old, new = (Document(METADATA, bullets(["samma"] * count)) for count in (2000, 1500))
    assert seconds(old, new) < 5
    marked = compare(old, new)
    assert sum(line.new is None for line in marked.lines) == 500
