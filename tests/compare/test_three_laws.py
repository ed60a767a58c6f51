"""What holds for any document and any two edits of it: nothing is lost, nothing is made up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any, TypeAlias

from hypothesis import given
from hypothesis import strategies as st
from tests.compare.trees import EDITS, bare, documents
from tests.strategies import mandates

from uppdrag.compare import accept, compare, reject, side
from uppdrag.compare.changes.listing import changes_of
from uppdrag.compare.display import displayed
from uppdrag.compare.line import Shape, text_of
from uppdrag.compare.lines import lines_of, normal
from uppdrag.compare.marked import IN_NEW, IN_OLD, Marked, kind_of, new_lines
from uppdrag.compare.three.makers import Names
from uppdrag.compare.three.merge import Merged, merge
from uppdrag.compare.three.ways import three_way
from uppdrag.document import compose
from uppdrag.document.tree import Document, Inlines, MarkKind, Metadata, Paragraph, Run

Three: TypeAlias = tuple[Document, Document, Document]

NAMES = Names("Anna", "Bo")


@st.composite
def threes(draw: st.DrawFn) -> Three:
    """Return a document, and what two made of it."""
    base = draw(documents())
    made = []
    for _ in range(2):
        chooser = draw(st.randoms(use_true_random=False))
        document = base
        for edit in draw(st.lists(st.sampled_from(EDITS), max_size=4)):
            document = edit(chooser, document)
        made.append(document)
    return base, made[0], made[1]


def letters(texts: Iterable[Inlines]) -> Counter[str]:
    return Counter(sign for text in texts for sign in text_of(text) if not sign.isspace())


def cells(document: Document) -> list[Inlines]:
    return [cell for line in lines_of(document) for cell in line.cells]


def values(document: Document) -> list[Inlines]:
    """Return the cells without labels: a fact moved to two places has its label in both."""
    return [
        cell
        for line in lines_of(document)
        for cell in (line.cells[1:] if line.shape is Shape.FACT else line.cells)
    ]


def inserted(marked: Marked) -> list[Inlines]:
    return [
        tuple(run for run in cell if kind_of(run) is MarkKind.INSERTED)
        for line in marked.lines
        for cell in line.cells
    ]


def assert_lawful(base: Document, ours: Document, theirs: Document) -> None:
    merged = merge(base, ours, theirs, NAMES)
    assert reject(merged.marked) == normal(base)
    document = accept(merged.marked)
    assert lines_of(document) == tuple(new_lines(merged.marked.lines))
    for made in (ours, theirs):
        assert not letters(inserted(compare(base, made))) - letters(cells(document))
    assert_numbered(merged)
    assert_shown(merged.marked, base, document)


def assert_numbered(merged: Merged) -> None:
    """Every change has a number, one maker, and a conflict that is told; moves have two ends."""
    marked = merged.marked
    marks = [run.mark for line in marked.lines for cell in line.cells for run in cell if run.mark]
    numbers = {mark.change for mark in marks} | {
        line.change for line in marked.lines if line.change
    }
    assert numbers == set(range(1, len(numbers) + 1)) == set(merged.makers)
    assert [change.number for change in changes_of(marked)] == sorted(numbers)
    makers = {"Anna", "Bo", "Anna och Bo"}
    assert {mark.by for mark in marks} <= makers
    assert {maker.by for maker in merged.makers.values()} <= makers
    told = {maker.conflict for maker in merged.makers.values()} - {0}
    assert told == set(range(1, len(merged.clashes) + 1))
    ends: dict[int, list[tuple[bool, int]]] = {}
    for line in marked.lines:
        if line.move:
            ends.setdefault(line.move, []).append((line.old is None, line.change))
    for found in ends.values():
        assert [is_here for is_here, _ in sorted(found)] == [False, True]
        assert len({number for _, number in found}) == 1


def assert_shown(marked: Marked, base: Document, document: Document) -> None:
    """Hold that the tree to draw has every word of both, and no mark without words or a note."""
    runs = list(_runs(displayed(marked).blocks))
    assert all(run.text or (run.mark and run.mark.note) for run in runs)
    for kinds, expected in ((IN_NEW, document), (IN_OLD, base)):
        found = letters([tuple(run for run in runs if kind_of(run) in kinds)])
        assert found - Counter({"¶": found["¶"]}) == letters(cells(expected))


def _runs(node: Any) -> Iterable[Run]:
    if isinstance(node, Run):
        yield node
    elif isinstance(node, tuple):
        for inner in node:
            yield from _runs(inner)
    elif not isinstance(node, str):
        for name in getattr(node, "__slots__", ()):
            yield from _runs(getattr(node, name))


@given(threes())
def test_nothing_of_either_is_lost(three: Three) -> None:
    assert_lawful(*three)


@given(threes())
def test_nothing_of_either_is_lost_in_texts_without_paths(three: Three) -> None:
    assert_lawful(*map(bare, three))


@given(mandates(), mandates(), mandates())
def test_any_three_mandates_are_merged(base: Any, ours: Any, theirs: Any) -> None:
    assert_lawful(*map(compose, (base, ours, theirs)))
    found = three_way(*(side(name, one) for name, one in _named(base, ours, theirs)))
    assert [change.number for change in found.changes] == [
        *range(1, len(found.changes) + 1),
    ]
    told = {change.conflict for change in found.changes} - {0}
    assert told == {conflict.number for conflict in found.conflicts}
    assert all(change.by for change in found.changes)


def _named(base: Any, ours: Any, theirs: Any) -> list[tuple[str, Any]]:
    return [("bas", base), ("Anna", ours), ("Bo", theirs)]


@given(threes())
def test_edits_of_one_alone_and_of_both_alike_are_what_they_made(three: Three) -> None:
    base, ours, theirs = three
    assert accept(merge(base, ours, base, NAMES).marked) == normal(ours)
    assert accept(merge(base, base, theirs, NAMES).marked) == normal(theirs)
    found = merge(base, ours, ours, NAMES)
    assert accept(found.marked) == normal(ours)
    assert not found.clashes
    assert {maker.by for maker in found.makers.values()} <= {"Anna och Bo"}
    assert_same_in_any_order(base, ours, theirs)


def assert_same_in_any_order(base: Document, ours: Document, theirs: Document) -> None:
    one = merge(base, ours, theirs, NAMES)
    other = merge(base, theirs, ours, Names("Bo", "Anna"))
    found = [letters(values(accept(merged.marked))) for merged in (one, other)]
    for counted in found:
        # What parts two texts that clash on one line is not there where they are lines apart.
        counted.pop("/", None)
    assert found[0] == found[1]


WORDS = ("arbete", "beslut", "chef", "dag", "enhet", "frist", "grupp", "insats", "krav", "linje")


@given(st.data())
def test_edits_of_different_paragraphs_never_conflict(data: st.DataObject) -> None:
    lines = [
        f"Rådet har {word} nummer {number} som sin uppgift varje år."
        for number, word in enumerate(WORDS)
    ]
    owners = data.draw(st.permutations(range(0, len(lines), 2)))
    made: list[list[list[str]]] = [[[line] for line in lines] for _ in range(3)]
    for at, place in enumerate(owners):
        line = lines[place]
        edits = ([], [line.replace("varje", "vartannat")], [line, f"Ny text om {WORDS[place]}."])
        edit = data.draw(st.sampled_from(edits))
        for version in (made[at % 2], made[2]):
            version[place] = edit
    base, ours, theirs, both = (
        _document([line for part in parts for line in part])
        for parts in ([[line] for line in lines], *made)
    )
    found = merge(base, ours, theirs, NAMES)
    assert not found.clashes
    assert accept(found.marked) == both


def _document(lines: Iterable[str]) -> Document:
    blocks = tuple(Paragraph((Run(line),)) for line in lines)
    return Document(Metadata("Titel", "Uppdragshandling"), blocks)
