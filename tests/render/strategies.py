"""Hypothesis strategies for document trees: those that a mandate could give, and rougher ones."""

from __future__ import annotations

from hypothesis import strategies as st

from uppdrag.document.tree import (
    Block,
    Document,
    Fact,
    Facts,
    Heading,
    Inlines,
    Item,
    Letterhead,
    ListBlock,
    Metadata,
    Note,
    Paragraph,
    Role,
    Row,
    Run,
    Signature,
    Table,
)

LIKE_MARKUP = (
    "<b>",
    "</w:t>",
    "]]>",
    "<!--",
    "&amp;",
    "&",
    '"',
    "'",
    "{{ x }}",
    "{{p innehåll }}",
    "{% raw %}",
    "{#",
    "#let",
    "$x$",
    "C:\\temp",
    "\\",
    "_x000D_",
)
"""Words that some format or template language could take for its own."""

SWEDISH = ("rådet", "för", "samordning", "–", "”vård”", "2026-09-01", "RS\u00a02030-00001", "VGR:s")


def words() -> st.SearchStrategy[str]:
    """Return a word: Swedish, like markup, or of any visible characters."""
    return st.one_of(
        st.sampled_from([*SWEDISH, *LIKE_MARKUP]),
        st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=5),
    )


def texts() -> st.SearchStrategy[str]:
    """Return words with single spaces between them."""
    return st.lists(words(), min_size=1, max_size=3).map(" ".join)


def targets() -> st.SearchStrategy[str]:
    """Return a link's address, whole or broken."""
    return st.one_of(
        st.sampled_from(["https://exempel.se/rutin", "mailto:register@exempel.se", "http://", "a"]),
        words().map("https://exempel.se/".__add__),
    )


def runs() -> st.SearchStrategy[Run]:
    """Return a stretch of text in any form."""
    return st.builds(
        Run, texts(), bold=st.booleans(), italic=st.booleans(), target=st.none() | targets()
    )


def inlines() -> st.SearchStrategy[Inlines]:
    """Return a few stretches of text."""
    return st.lists(runs(), min_size=1, max_size=2).map(tuple)


def paragraphs() -> st.SearchStrategy[Paragraph]:
    """Return a paragraph of any role."""
    return st.builds(Paragraph, inlines(), st.sampled_from(Role))


def lists(depth: int) -> st.SearchStrategy[ListBlock]:
    """Return a list with lists under it to a depth; an item may be empty."""
    inner = paragraphs() | lists(depth - 1) if depth else paragraphs()
    items = st.lists(
        st.builds(Item, st.lists(inner, max_size=2).map(tuple)), min_size=1, max_size=2
    )
    return st.builds(ListBlock, items.map(tuple), st.booleans(), st.integers(0, 1200))


def rows(width: int) -> st.SearchStrategy[Row]:
    """Return a row of so many cells, some of them empty."""
    return st.builds(Row, st.tuples(*[inlines() | st.just(())] * width))


def tables() -> st.SearchStrategy[Table]:
    """Return a table of one to four columns, perhaps without rows."""
    return st.integers(1, 4).flatmap(
        lambda width: st.builds(Table, rows(width), st.lists(rows(width), max_size=3).map(tuple))
    )


def facts() -> st.SearchStrategy[tuple[Fact, ...]]:
    """Return facts, some without a label, some with several values."""
    fact = st.builds(
        Fact, inlines() | st.just(()), st.lists(inlines(), min_size=1, max_size=3).map(tuple)
    )
    return st.lists(fact, min_size=1, max_size=3).map(tuple)


def blocks() -> st.SearchStrategy[Block]:
    """Return a block of any kind."""
    inner = st.lists(paragraphs() | lists(1) | tables(), min_size=1, max_size=3).map(tuple)
    return st.one_of(
        paragraphs(),
        lists(3),
        tables(),
        st.builds(Heading, st.integers(1, 3), inlines()),
        st.builds(Letterhead, facts()),
        st.builds(Facts, facts()),
        st.builds(Note, inner),
        st.builds(Signature, st.lists(paragraphs(), min_size=1, max_size=4).map(tuple)),
    )


def metadata() -> st.SearchStrategy[Metadata]:
    """Return metadata, with as little as a title and a type."""
    return st.builds(
        Metadata,
        title=texts(),
        document_type=texts(),
        identifier=st.none() | texts(),
        date=st.none() | st.dates().map(str) | texts(),
        organisation=st.lists(texts(), max_size=2).map(tuple),
        subject=texts() | st.just(""),
        status=st.sampled_from(["", "Utkast"]),
    )


def documents() -> st.SearchStrategy[Document]:
    """Return a document of blocks in any order."""
    return st.builds(Document, metadata(), st.lists(blocks(), max_size=5).map(tuple))
