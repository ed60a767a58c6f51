"""Document trees of every shape, and pairs of them that random edits tell apart.

An edit is a function of a chooser and a document; it returns the edited document, or the same where
there is nothing to edit. A place in a tree is a path of field names and numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from random import Random
from typing import Any, TypeAlias

from hypothesis import strategies as st

from uppdrag.document.tree import (
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
    Origin,
    Paragraph,
    Role,
    Row,
    Run,
    Signature,
    Table,
)

Place: TypeAlias = tuple[str | int, ...]
Edit: TypeAlias = Callable[[Random, Document], Document]

WORDS = (
    "rådet", "ska", "bör", "ledningsgrupp", "koncernledning", "hälso-", "och", "sjukvård",
    "e-hälsa", "VGR:s", "ordförande", "deltagare", "minst", "fyra", "4", "8", "6–10",
    "13:00–16:00", "2026-06-16", "möten", "per", "termin", "samverkan", "kommunerna", "utses",
    "av", "i", "på", "beslut", "RS", "2024-00784", "a@exempel.se", "frågor,", "(stöd)", "”nära",
    "vård”", "nej", "ja", "–", "50", "%",
)  # fmt: skip
TARGETS = (None, None, None, "https://exempel.se/a", "https://exempel.se/b")
SECTIONS = ("syfte", "uppdragsbeskrivning", "arbetsorganisation", "avsnitt_eget")
METADATA = Metadata("Titel", "Uppdragshandling")


def _some_inlines(chooser: Random) -> Inlines:
    found = []
    for _ in range(chooser.choice([0, 1, 1, 1, 2, 3])):
        words = " ".join(chooser.choices(WORDS, k=chooser.randint(1, 7)))
        words += chooser.choice(["", " ", ". ", "\u00a0", ", "])
        bold, italic = chooser.random() < 0.2, chooser.random() < 0.2
        found.append(Run(words, bold, italic, chooser.choice(TARGETS)))
    return tuple(found)


_POOL = tuple(_some_inlines(Random(number)) for number in range(150))  # noqa: S311 - for tests


def inlines() -> st.SearchStrategy[Inlines]:
    """Return the words of a line, out of so few that some stand twice in a document."""
    return st.sampled_from(_POOL)


def paragraphs(roles: tuple[Role, ...] = (Role.BODY,)) -> st.SearchStrategy[Paragraph]:
    return st.builds(Paragraph, inlines(), st.sampled_from(roles))


def labelled() -> st.SearchStrategy[Paragraph]:
    label = st.sampled_from(["Ordförande:", "Mötesfrekvens:", "Vem deltar?"])
    return st.builds(
        lambda name, rest, role: Paragraph((Run(name, bold=True), *rest), role),
        label,
        inlines(),
        st.sampled_from([Role.LABELLED, Role.INTRODUCTION]),
    )


def lists(depth: int = 3) -> st.SearchStrategy[ListBlock]:
    inner = paragraphs() if depth == 1 else paragraphs() | lists(depth - 1)
    items = st.lists(inner, max_size=3).map(lambda blocks: Item(tuple(blocks)))
    return st.builds(
        lambda found, ordered, start: ListBlock(tuple(found), ordered, start if ordered else 1),
        st.lists(items, min_size=1, max_size=3),
        st.booleans(),
        st.sampled_from([1, 1, 3]),
    )


@st.composite
def tables(draw: st.DrawFn) -> Table:
    columns = draw(st.integers(1, 3))
    row = st.lists(inlines(), min_size=columns, max_size=columns).map(lambda c: Row(tuple(c)))
    return Table(draw(row), tuple(draw(st.lists(row, max_size=4))))


def facts() -> st.SearchStrategy[tuple[Fact, ...]]:
    label = st.sampled_from([(), (Run("Datum", bold=True),), (Run("Organisation", bold=True),)])
    values = st.lists(inlines(), min_size=1, max_size=3).map(tuple)
    return st.lists(st.builds(Fact, label, values), min_size=1, max_size=3).map(tuple)


def blocks() -> st.SearchStrategy[Any]:
    """Return any block but a heading; running text is the commonest."""
    in_note = st.lists(paragraphs() | lists(2) | tables(), min_size=1, max_size=3).map(tuple)
    lines = st.lists(
        paragraphs((Role.DECISION_DATE, Role.SIGNER_NAME, Role.SIGNER_TITLE)), max_size=3
    ).map(tuple)
    return st.one_of(
        paragraphs((Role.BODY, Role.LEAD, Role.INTRODUCTION)),
        paragraphs(),
        labelled(),
        lists(),
        lists(),
        tables(),
        facts().map(Facts),
        facts().map(Letterhead),
        st.builds(Note, in_note),
        st.builds(Signature, lines),
    )


def sections() -> st.SearchStrategy[tuple[Any, ...]]:
    heading = st.builds(Heading, st.integers(1, 3), inlines())
    return st.builds(lambda first, rest: (first, *rest), heading, st.lists(blocks(), max_size=4))


def documents() -> st.SearchStrategy[Document]:
    """Return any tree; half of them with the paths of YAML values, half with none."""
    bare = st.builds(
        lambda head, parts: Document(METADATA, (*head, *(b for part in parts for b in part))),
        st.lists(blocks(), max_size=3),
        st.lists(sections(), max_size=4),
    )
    return st.one_of(bare, bare.map(located))


def located(document: Document) -> Document:
    """Return the document as if it came from a file: a section's blocks have its key."""
    count = 0
    found = []
    for block in document.blocks:
        if isinstance(block, Heading):
            count += 1
        key = SECTIONS[count % len(SECTIONS)]
        steps = (key, "rubrik") if isinstance(block, Heading) else (key, len(found) % 3)
        found.append(with_path(block, steps))
    return replace(document, blocks=tuple(found))


def with_path(node: Any, path: tuple[str | int, ...]) -> Any:
    """Return a part of a tree with one path in all of it."""
    if isinstance(node, tuple):
        return tuple(with_path(inner, path) for inner in node)
    if not is_dataclass(node):
        return node
    values = {f.name: with_path(getattr(node, f.name), path) for f in fields(node)}
    if "origin" in values:
        values["origin"] = Origin(path)
    return type(node)(**values)


def bare(document: Document) -> Document:
    """Return the document as text from elsewhere is: no paths."""
    return replace(document, blocks=with_path(document.blocks, ()))


# Places in a tree.

_TEXTS = ("inlines", "label")
_SEQUENCES = ("blocks", "items", "rows", "facts", "values", "lines")


def places(node: Any, place: Place = ()) -> Iterator[Place]:
    """Yield the places of all that can be edited, outer before inner."""
    if place:
        yield place
    if isinstance(node, tuple):
        for number, inner in enumerate(node):
            yield from places(inner, (*place, number))
    elif is_dataclass(node) and not isinstance(node, (Origin, Metadata, Run)):
        for name in (f.name for f in fields(node)):
            if isinstance(getattr(node, name), (tuple, Row)):
                yield from places(getattr(node, name), (*place, name))


def at(node: Any, place: Place) -> Any:
    """Return what stands at a place."""
    for step in place:
        node = getattr(node, step) if isinstance(step, str) else node[step]
    return node


def put(node: Any, place: Place, value: Any) -> Any:
    """Return the tree with another value at a place."""
    if not place:
        return value
    step, rest = place[0], place[1:]
    if isinstance(step, str):
        return replace(node, **{step: put(getattr(node, step), rest, value)})
    return (*node[:step], put(node[step], rest, value), *node[step + 1 :])


def texts(document: Document) -> list[Place]:
    """Return the places of all inlines."""
    return [
        place
        for place in places(document)
        if place[-1] in _TEXTS or (len(place) > 1 and place[-2] in {"cells", "values"})
    ]


def sequences(document: Document) -> list[Place]:
    """Return the places of all sequences whose members can come, go and change places."""
    return [place for place in places(document) if place[-1] in _SEQUENCES]


# Edits.


def _in_text(change: Callable[[Random, list[str]], list[str]]) -> Edit:
    """Return the edit of the words of one run, anywhere."""

    def edit(chooser: Random, document: Document) -> Document:
        full = [place for place in texts(document) if at(document, place)]
        if not full:
            return document
        place = chooser.choice(full)
        number = chooser.randrange(len(at(document, place)))
        run = at(document, (*place, number))
        words = change(chooser, run.text.split(" "))
        return put(document, (*place, number), replace(run, text=" ".join(words)))

    return edit


def _replace_word(chooser: Random, words: list[str]) -> list[str]:
    number = chooser.randrange(len(words))
    return [*words[:number], chooser.choice(WORDS), *words[number + 1 :]]


def _insert_words(chooser: Random, words: list[str]) -> list[str]:
    number = chooser.randrange(len(words) + 1)
    return [*words[:number], *chooser.choices(WORDS, k=chooser.randint(1, 6)), *words[number:]]


def _delete_word(chooser: Random, words: list[str]) -> list[str]:
    number = chooser.randrange(len(words))
    return [*words[:number], *words[number + 1 :]]


def _insert_sentence(chooser: Random, words: list[str]) -> list[str]:
    return [*words, *chooser.choices(WORDS, k=4), "slut. "]


def _in_run(change: Callable[[Random, Run], Run]) -> Edit:
    """Return the edit of one run, anywhere."""

    def edit(chooser: Random, document: Document) -> Document:
        full = [place for place in texts(document) if at(document, place)]
        if not full:
            return document
        place = chooser.choice(full)
        place = (*place, chooser.randrange(len(at(document, place))))
        return put(document, place, change(chooser, at(document, place)))

    return edit


def _delete(chooser: Random, members: tuple[Any, ...]) -> tuple[Any, ...]:
    number = chooser.randrange(len(members))
    return members if len(members) == 1 else (*members[:number], *members[number + 1 :])


def _duplicate(chooser: Random, members: tuple[Any, ...]) -> tuple[Any, ...]:
    number, to = chooser.randrange(len(members)), chooser.randrange(len(members) + 1)
    return (*members[:to], members[number], *members[to:])


def _move(chooser: Random, members: tuple[Any, ...]) -> tuple[Any, ...]:
    left = list(members)
    moved = left.pop(chooser.randrange(len(left)))
    left.insert(chooser.randrange(len(left) + 1), moved)
    return tuple(left)


def _reverse(_: Random, members: tuple[Any, ...]) -> tuple[Any, ...]:
    return members[::-1]


def _among(change: Callable[[Random, tuple[Any, ...]], tuple[Any, ...]]) -> Edit:
    """Return the edit of one sequence, anywhere."""

    def edit(chooser: Random, document: Document) -> Document:
        full = [place for place in sequences(document) if at(document, place)]
        if not full:
            return document
        place = chooser.choice(full)
        return put(document, place, change(chooser, at(document, place)))

    return edit


def _of_kind(kind: type, change: Callable[[Random, Any], tuple[Any, ...]]) -> Edit:
    """Return the edit that puts one or several members in place of one of a kind."""

    def edit(chooser: Random, document: Document) -> Document:
        found = [place for place in places(document) if isinstance(at(document, place), kind)]
        if not found:
            return document
        place = chooser.choice(found)
        outer, number = place[:-1], place[-1]
        members, new = at(document, outer), change(chooser, at(document, place))
        assert isinstance(number, int)
        return put(document, outer, (*members[:number], *new, *members[number + 1 :]))

    return edit


def _split(chooser: Random, block: Paragraph) -> tuple[Any, ...]:
    if not block.inlines:
        return (block, block)
    number = chooser.randrange(len(block.inlines))
    run = block.inlines[number]
    words = run.text.split(" ")
    cut = chooser.randint(0, len(words))
    first, last = " ".join(words[:cut]), " ".join(words[cut:])
    return (
        replace(block, inlines=(*block.inlines[:number], replace(run, text=first))),
        replace(block, inlines=(replace(run, text=last), *block.inlines[number + 1 :])),
    )


def _merge(chooser: Random, members: tuple[Any, ...]) -> tuple[Any, ...]:
    at_pairs = [
        number
        for number in range(len(members) - 1)
        if isinstance(members[number], Paragraph) and isinstance(members[number + 1], Paragraph)
    ]
    if not at_pairs:
        return members
    number = chooser.choice(at_pairs)
    one, other = members[number], members[number + 1]
    both = replace(one, inlines=(*one.inlines, Run(" "), *other.inlines))
    return (*members[:number], both, *members[number + 2 :])


def _other_list(chooser: Random, block: ListBlock) -> tuple[Any, ...]:
    ordered = not block.ordered
    return (replace(block, ordered=ordered, start=chooser.choice([1, 4]) if ordered else 1),)


def _nest(chooser: Random, block: ListBlock) -> tuple[Any, ...]:
    if len(block.items) == 1:
        return tuple(inner for inner in block.items[0].blocks if isinstance(inner, Paragraph))
    number = chooser.randrange(1, len(block.items))
    above, item = block.items[number - 1], block.items[number]
    above = replace(above, blocks=(*above.blocks, ListBlock((item,))))
    items = (*block.items[: number - 1], above, *block.items[number + 1 :])
    return (replace(block, items=items),)


def _into_list(_: Random, block: Paragraph) -> tuple[Any, ...]:
    return (ListBlock((Item((block,)),)),)


def _with_column(chooser: Random, table: Table) -> tuple[Any, ...]:
    number = chooser.randint(0, len(table.header.cells))

    def row(one: Row) -> Row:
        return Row((*one.cells[:number], (Run("ny"),), *one.cells[number:]), one.origin)

    return (Table(row(table.header), tuple(map(row, table.rows)), table.origin),)


def _move_section(chooser: Random, document: Document) -> Document:
    starts = [n for n, block in enumerate(document.blocks) if isinstance(block, Heading)]
    if not starts:
        return document
    parts = [document.blocks[a:b] for a, b in zip(starts, [*starts[1:], None], strict=True)]
    parts = list(_move(chooser, tuple(parts)))
    return replace(
        document, blocks=(*document.blocks[: starts[0]], *(b for part in parts for b in part))
    )


EDITS: tuple[Edit, ...] = (
    _in_text(_replace_word),
    _in_text(_insert_words),
    _in_text(_delete_word),
    _in_text(_insert_sentence),
    _in_run(lambda _, run: replace(run, bold=not run.bold)),
    _in_run(lambda chooser, run: replace(run, target=chooser.choice(TARGETS))),
    _in_run(lambda _, run: replace(run, text=run.text.replace(" ", "\u00a0", 1))),
    _among(_delete),
    _among(_duplicate),
    _among(_move),
    _among(_reverse),
    _among(_merge),
    _of_kind(Paragraph, _split),
    _of_kind(Paragraph, _into_list),
    _of_kind(ListBlock, _other_list),
    _of_kind(ListBlock, _nest),
    _of_kind(Table, _with_column),
    _move_section,
)
"""One for each way to change a document; each keeps it one that can be drawn."""


@st.composite
def edited_pairs(draw: st.DrawFn) -> tuple[Document, Document]:
    """Return a document, and what some edits made of it."""
    old = draw(documents())
    chooser = draw(st.randoms(use_true_random=False))
    new = old
    for edit in draw(st.lists(st.sampled_from(EDITS), min_size=1, max_size=6)):
        new = edit(chooser, new)
    return old, new


def pairs() -> st.SearchStrategy[tuple[Document, Document]]:
    """Return two documents: mostly one edited, else two that have nothing to do with each other."""
    return st.one_of(edited_pairs(), edited_pairs(), st.tuples(documents(), documents()))
