"""The inlines of a tree, and the same tree with others in their place."""

from hypothesis import given
from tests.render.strategies import documents

from uppdrag.document.inlines import inlines, with_inlines
from uppdrag.document.text import inline_text, lines
from uppdrag.document.tree import Document, Inlines, Run


def shouted(one: Inlines) -> Inlines:
    return tuple(Run(run.text.upper(), run.bold, run.italic, run.target) for run in one)


@given(documents())
def test_a_tree_with_its_own_inlines_is_the_same_tree(document: Document) -> None:
    assert with_inlines(document, inlines(document)) == document


@given(documents())
def test_inlines_are_all_words_of_a_tree_in_reading_order(document: Document) -> None:
    shown = iter("".join(lines(document)))
    letters = "".join(map(inline_text, inlines(document)))
    assert all(letter in shown for letter in letters)


@given(documents())
def test_other_inlines_stand_where_the_old_ones_stood(document: Document) -> None:
    changed = with_inlines(document, map(shouted, inlines(document)))
    assert list(inlines(changed)) == [shouted(one) for one in inlines(document)]
    assert [line.upper() for line in lines(document)] == [line.upper() for line in lines(changed)]
