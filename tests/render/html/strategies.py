"""Hypothesis strategies for document trees, and the words of a tree in reading order."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from hypothesis import strategies as st

from uppdrag.document.tree import (
    Document,
    Fact,
    Facts,
    Heading,
    Item,
    Letterhead,
    ListBlock,
    Metadata,
    Note,
    Origin,
    Paragraph,
    Role,
    Row,
    Run,
    Signature,
    Table,
)

MARKUP = [
    "<b>",
    "</main>",
    "</style>",
    "<!--",
    "-->",
    "&amp;",
    "&",
    '"',
    "'",
    "{{ x }}",
    "{% raw %}",
]
WORDS = st.one_of(
    st.sampled_from(["rådet", "för", "samordning", "–", "”vård”", "2026-09-01", *MARKUP]),
    st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn", "Zl", "Zp"]), min_size=1),
)
TEXT = st.lists(WORDS, min_size=1, max_size=4).map(" ".join).filter(str.strip)
ADDRESSES = st.one_of(
    st.sampled_from(["mailto:namn@exempel.se", "tel:+4600", "#syfte", "../annat", "?a=1&copy=2"]),
    st.text('abc&"<>()%/', max_size=12).map("https://exempel.se/".__add__),
)
RUNS = st.builds(Run, TEXT, bold=st.booleans(), italic=st.booleans(), target=st.none() | ADDRESSES)
INLINES = st.lists(RUNS, min_size=1, max_size=3).map(tuple)
ORIGINS = st.builds(Origin, st.lists(st.sampled_from(["syfte", "rubrik", "åtgärd"])).map(tuple))
PARAGRAPHS = st.builds(Paragraph, INLINES, st.sampled_from(Role))


def lists(depth: int) -> st.SearchStrategy[ListBlock]:
    inner = PARAGRAPHS | lists(depth - 1) if depth else PARAGRAPHS
    items = st.lists(
        st.builds(Item, st.lists(inner, max_size=2).map(tuple)), min_size=1, max_size=3
    )
    return st.builds(ListBlock, items.map(tuple), st.booleans(), st.integers(0, 1200))


def rows(width: int) -> st.SearchStrategy[Row]:
    return st.builds(Row, st.tuples(*[INLINES | st.just(())] * width))


TABLES = st.integers(1, 4).flatmap(
    lambda width: st.builds(Table, rows(width), st.lists(rows(width), max_size=3).map(tuple))
)
FACTS = st.lists(
    st.builds(Fact, INLINES | st.just(()), st.lists(INLINES, min_size=1, max_size=3).map(tuple)),
    min_size=1,
    max_size=3,
).map(tuple)
BLOCKS = st.one_of(
    PARAGRAPHS,
    lists(2),
    TABLES,
    st.builds(Heading, st.integers(1, 3), INLINES, ORIGINS),
    st.builds(Letterhead, FACTS),
    st.builds(Facts, FACTS),
    st.builds(Note, st.lists(PARAGRAPHS | lists(1) | TABLES, min_size=1, max_size=2).map(tuple)),
    st.builds(Signature, st.lists(PARAGRAPHS, min_size=1, max_size=3).map(tuple)),
)
METADATA = st.builds(
    Metadata,
    title=TEXT,
    document_type=TEXT,
    identifier=st.none() | TEXT,
    organisation=st.lists(TEXT, max_size=2).map(tuple),
    subject=TEXT | st.just(""),
)
DOCUMENTS = st.builds(Document, METADATA, st.lists(BLOCKS, max_size=7).map(tuple))


def passages(node: object) -> Iterator[str]:
    """Yield the text of each stretch of inlines in a tree, in reading order."""
    if isinstance(node, tuple) and node and isinstance(node[0], Run):
        yield "".join(run.text for run in node)
    elif isinstance(node, tuple):
        for part in node:
            yield from passages(part)
    elif is_dataclass(node) and not isinstance(node, Origin):
        for field in fields(node):
            yield from passages(getattr(node, field.name))


def targets(node: object) -> Iterator[str]:
    """Yield each link's address, once for neighbouring runs that share it."""
    if isinstance(node, tuple) and node and isinstance(node[0], Run):
        before = None
        for run in node:
            if run.target is not None and run.target != before:
                yield run.target
            before = run.target
    elif isinstance(node, tuple):
        for part in node:
            yield from targets(part)
    elif is_dataclass(node) and not isinstance(node, Origin):
        for field in fields(node):
            yield from targets(getattr(node, field.name))
