"""Pairs of realistic documents whose smallest edit is known, by making the edits one by one.

Each edit says how many characters a person would mark, in whole words, and how many pieces moved.
No two edits touch the same block, so what they cost is added up.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Any, TypeAlias

from tests.compare.trees import METADATA, with_path

from uppdrag.compare.lines import lines_of, text_of
from uppdrag.compare.words.tokens import is_word, tokens
from uppdrag.document import compose
from uppdrag.document.tree import (
    Document,
    Heading,
    Item,
    ListBlock,
    Paragraph,
    Role,
    Row,
    Run,
    Table,
)
from uppdrag.model import read
from uppdrag.schema import prune
from uppdrag.source import load

ROOT = Path(__file__).resolve().parents[2]
NEW_WORDS = (
    "regional",
    "gemensam",
    "samlad",
    "årlig",
    "skriftlig",
    "förvaltningsdirektör",
    "omställning",
    "processledare",
    "tillgänglighet",
    "planeringsunderlag",
    "uppföljningsmöte",
    "nio",
    "elva",
    "utvecklingschef",
    "verksamhetsnära",
)
NEW_SENTENCES = (
    "Protokollet skickas till berörda förvaltningar inom tio dagar.",
    "Arbetet redovisas skriftligt två gånger varje år.",
    "Synpunkter lämnas via den gemensamma funktionsbrevlådan.",
    "Ersättare kallas när en ordinarie representant är förhindrad.",
    "En förteckning över pågående arbeten publiceras på intranätet.",
)
_SENTENCE = re.compile(r"(?<=[.?!]) (?=[A-ZÅÄÖ])")


@dataclass
class Draft:
    """A document while it is edited: its blocks, and what the edits so far would cost."""

    chooser: Random
    blocks: list[Any]
    touched: set[int] = field(default_factory=set)
    least: int = 0
    moves: int = 0
    breaks: int = 0

    def fresh(self, kind: type, wanted: Callable[[Any], bool] = lambda _: True) -> list[int]:
        """Return the places of blocks of a kind that no edit has touched."""
        return [
            n
            for n, block in enumerate(self.blocks)
            if isinstance(block, kind) and id(block) not in self.touched and wanted(block)
        ]

    def put(self, at: int, *blocks: Any) -> None:
        self.blocks[at : at + 1] = blocks
        self.touched.update(map(id, blocks))


Edit: TypeAlias = Callable[[Draft], bool]
"""An edit of a draft; it returns False where the draft has no place for it."""


@dataclass(frozen=True)
class Known:
    """A pair, and the least that can be marked: characters, pieces that moved, breaks of lines."""

    name: str
    old: Document
    new: Document
    least: int
    moves: int
    breaks: int


def text(block: Any) -> str:
    return text_of(block.inlines)


def is_prose(block: Any) -> bool:
    return len(block.inlines) == 1 and len(text(block).split()) >= 8


def size(block: Any) -> int:
    lines = lines_of(Document(METADATA, (block,)))
    return sum(len(text_of(cell)) for line in lines for cell in line.cells)


# Words.


def _changed(chooser: Random, run: Run) -> tuple[Run, int]:
    """Return the run with one change of a few words in it, and what it costs."""
    pieces = tokens(run.text)
    at = [n for n, piece in enumerate(pieces) if is_word(piece) and n > 1]
    number = chooser.choice(at)
    fresh = " ".join(chooser.sample(NEW_WORDS, chooser.randint(1, 4)))
    match chooser.choice(["replace", "insert", "delete"]):
        case "replace":
            word = fresh.split()[0]
            cost = len(pieces[number]) + len(word)
            pieces[number] = word
        case "insert":
            cost = len(fresh) + 1
            pieces[number] = f"{fresh} {pieces[number]}"
        case _:
            gap = number - 1 if pieces[number - 1].isspace() else number + 1
            if gap >= len(pieces) or not pieces[gap].isspace():
                return _changed(chooser, run)
            cost = len(pieces[number]) + 1
            pieces[number] = pieces[gap] = ""
    return replace(run, text="".join(pieces)), cost


def change_words(draft: Draft) -> bool:
    found = draft.fresh(Paragraph, lambda block: len(block.inlines[-1].text.split()) >= 8)
    if not found:
        return False
    at = draft.chooser.choice(found)
    block = draft.blocks[at]
    run, cost = _changed(draft.chooser, block.inlines[-1])
    draft.put(at, replace(block, inlines=(*block.inlines[:-1], run)))
    draft.least += cost
    return True


def change_sentence(draft: Draft) -> bool:
    found = draft.fresh(Paragraph, lambda block: _SENTENCE.search(block.inlines[-1].text))
    if not found:
        return False
    at = draft.chooser.choice(found)
    block = draft.blocks[at]
    run = block.inlines[-1]
    sentences = _SENTENCE.split(run.text)
    number = draft.chooser.randrange(len(sentences))
    if draft.chooser.random() < 0.5:
        sentences.insert(number, draft.chooser.choice(NEW_SENTENCES))
        cost = len(sentences[number]) + 1
    else:
        cost = len(sentences.pop(number)) + 1
    changed = replace(run, text=" ".join(sentences))
    kept = len(run.text) - cost
    if kept < 0.5 * len(run.text) or (number == 0 and len(block.inlines) > 1):
        return False
    draft.put(at, replace(block, inlines=(*block.inlines[:-1], changed)))
    draft.least += cost
    return True


def rename_heading(draft: Draft) -> bool:
    found = draft.fresh(Heading, lambda block: block.level > 1)
    if not found:
        return False
    at = draft.chooser.choice(found)
    block = draft.blocks[at]
    words = f" och {draft.chooser.choice(NEW_WORDS)}"
    draft.put(at, replace(block, inlines=(*block.inlines, Run(words))))
    draft.least += len(words)
    return True


def replace_heading(draft: Draft) -> bool:
    found = draft.fresh(Heading, lambda block: block.level > 1)
    if not found:
        return False
    at = draft.chooser.choice(found)
    block = draft.blocks[at]
    words = draft.chooser.choice(NEW_WORDS).capitalize()
    draft.put(at, replace(block, inlines=(Run(words),)))
    draft.least += len(words) + len(text(block))
    return True


# Blocks.


def insert_paragraph(draft: Draft) -> bool:
    found = draft.fresh(Paragraph, lambda block: block.role is not Role.INTRODUCTION)
    if not found:
        return False
    at = draft.chooser.choice(found)
    words = " ".join(draft.chooser.sample(NEW_SENTENCES, 2))
    fresh = Paragraph((Run(words),), origin=draft.blocks[at].origin)
    draft.put(at, draft.blocks[at], fresh)
    draft.least += len(words)
    return True


def delete_paragraph(draft: Draft) -> bool:
    found = draft.fresh(Paragraph, lambda block: block.role is Role.BODY)
    if not found:
        return False
    at = draft.chooser.choice(found)
    draft.least += size(_taken(draft, at))
    draft.blocks.remove(None)
    return True


def duplicate_paragraph(draft: Draft) -> bool:
    found = draft.fresh(Paragraph, is_prose)
    if not found:
        return False
    at = draft.chooser.choice(found)
    block = draft.blocks[at]
    draft.put(at, block, replace(block))
    draft.least += size(block)
    return True


def _neighbours(draft: Draft) -> list[int]:
    at = draft.fresh(Paragraph, lambda block: is_prose(block) and block.role is Role.BODY)
    return [n for n in at if n + 1 in at]


def swap_paragraphs(draft: Draft) -> bool:
    at = _neighbours(draft)
    if not at:
        return False
    number = draft.chooser.choice(at)
    one, other = draft.blocks[number : number + 2]
    draft.blocks[number + 1 : number + 2] = []
    draft.put(number, other, one)
    draft.moves += 1
    return True


def move_paragraph(draft: Draft) -> bool:
    """To anywhere in the document after a paragraph: in the section, or into another one."""
    found = draft.fresh(Paragraph, lambda block: is_prose(block) and block.role is Role.BODY)
    if len(found) < 2:
        return False
    at, to = draft.chooser.sample(found, 2)
    if abs(at - to) < 2:
        return False
    block, before = _taken(draft, at), draft.blocks[to]
    draft.blocks.insert(to + 1, rehomed(block, before))
    draft.touched.update({id(before), id(draft.blocks[to + 1])})
    draft.blocks.remove(None)
    draft.moves += 1
    return True


def _taken(draft: Draft, at: int) -> Any:
    """Take a block out; those beside it, which now meet, are left as they are."""
    block = draft.blocks[at]
    draft.touched.update(map(id, draft.blocks[max(0, at - 1) : at + 2]))
    draft.blocks[at] = None
    return block


def move_reworded(draft: Draft) -> bool:
    found = draft.fresh(Paragraph, lambda block: is_prose(block) and size(block) > 120)
    found = [n for n in found if draft.blocks[n].role is Role.BODY]
    others = draft.fresh(Paragraph)
    if not found or len(others) < 2:
        return False
    at, to = draft.chooser.choice(found), draft.chooser.choice(others)
    if abs(at - to) < 2:
        return False
    block, before = _taken(draft, at), draft.blocks[to]
    run, cost = _changed(draft.chooser, block.inlines[0])
    draft.blocks.insert(to + 1, rehomed(replace(block, inlines=(run,)), before))
    draft.touched.update({id(before), id(draft.blocks[to + 1])})
    draft.blocks.remove(None)
    draft.moves += 1
    draft.least += cost
    return True


def rehomed(block: Any, beside: Any) -> Any:
    """Return the block as the file has it where another stands."""
    return with_path(block, beside.origin.path)


def split_paragraph(draft: Draft) -> bool:
    """Split one into two, or three; one that begins with a label too."""
    found = draft.fresh(
        Paragraph, lambda block: len(_SENTENCE.findall(block.inlines[-1].text)) >= 1
    )
    if not found:
        return False
    at = draft.chooser.choice(found)
    block = draft.blocks[at]
    sentences = _SENTENCE.split(block.inlines[-1].text)
    parts = draft.chooser.randint(2, min(3, len(sentences)))
    cuts = [0, *sorted(draft.chooser.sample(range(1, len(sentences)), parts - 1)), None]
    texts = [" ".join(sentences[a:b]) for a, b in pairwise(cuts)]
    run = block.inlines[-1]
    role = Role.LEAD if block.role is Role.LEAD else Role.BODY
    rest = [Paragraph((replace(run, text=words),), role, block.origin) for words in texts[1:]]
    first = replace(block, inlines=(*block.inlines[:-1], replace(run, text=texts[0])))
    draft.put(at, first, *rest)
    draft.least += parts - 1
    draft.breaks += parts - 1
    return True


def merge_paragraphs(draft: Draft) -> bool:
    at = _neighbours(draft)
    if not at:
        return False
    number = draft.chooser.choice(at)
    one, other = draft.blocks[number : number + 2]
    both = replace(one, inlines=(replace(one.inlines[0], text=f"{text(one)} {text(other)}"),))
    draft.blocks[number + 1 : number + 2] = []
    draft.put(number, both)
    draft.least += 1
    draft.breaks += 1
    return True


def into_bullets(draft: Draft) -> bool:
    at = _neighbours(draft)
    if not at:
        return False
    number = draft.chooser.choice(at)
    items = tuple(Item((block,)) for block in draft.blocks[number : number + 2])
    origin = draft.blocks[number].origin
    draft.blocks[number + 1 : number + 2] = []
    draft.put(number, ListBlock(items, origin=origin))
    return True


# Lists.


def _a_list(draft: Draft, fewest: int) -> int | None:
    found = draft.fresh(ListBlock, lambda block: len(block.items) >= fewest)
    return draft.chooser.choice(found) if found else None


def _bullet(words: str, beside: Item) -> Item:
    return with_path(Item((Paragraph((Run(words),)),)), beside.origin.path)


def insert_bullet(draft: Draft) -> bool:
    at = _a_list(draft, 1)
    if at is None:
        return False
    block = draft.blocks[at]
    words = draft.chooser.choice(NEW_SENTENCES)
    items = list(block.items)
    items.insert(draft.chooser.randint(0, len(items)), _bullet(words, items[0]))
    draft.put(at, replace(block, items=tuple(items)))
    draft.least += len(words)
    return True


def delete_bullet(draft: Draft) -> bool:
    at = _a_list(draft, 2)
    if at is None:
        return False
    block = draft.blocks[at]
    items = list(block.items)
    gone = items.pop(draft.chooser.randrange(len(items)))
    draft.least += sum(map(size, gone.blocks))
    draft.put(at, replace(block, items=tuple(items)))
    return True


def move_bullet(draft: Draft) -> bool:
    at = _a_list(draft, 3)
    if at is None:
        return False
    block = draft.blocks[at]
    items = list(block.items)
    number, to = draft.chooser.sample(range(len(items)), 2)
    if any(len(item.blocks) != 1 for item in items):
        return False
    items.insert(to, items.pop(number))
    draft.put(at, replace(block, items=tuple(items)))
    draft.moves += 1
    return True


def change_bullet(draft: Draft) -> bool:
    at = _a_list(draft, 1)
    if at is None:
        return False
    block = draft.blocks[at]
    number = draft.chooser.randrange(len(block.items))
    first = block.items[number].blocks[0]
    if not isinstance(first, Paragraph) or not is_prose(first):
        return False
    run, cost = _changed(draft.chooser, first.inlines[0])
    item = replace(
        block.items[number],
        blocks=(replace(first, inlines=(run,)), *block.items[number].blocks[1:]),
    )
    items = (*block.items[:number], item, *block.items[number + 1 :])
    draft.put(at, replace(block, items=items))
    draft.least += cost
    return True


def split_list(draft: Draft) -> bool:
    """Put a paragraph in the middle of a list."""
    at = _a_list(draft, 3)
    if at is None:
        return False
    block = draft.blocks[at]
    cut = draft.chooser.randrange(1, len(block.items))
    words = draft.chooser.choice(NEW_SENTENCES)
    draft.put(
        at,
        replace(block, items=block.items[:cut]),
        with_path(Paragraph((Run(words),)), block.origin.path),
        replace(block, items=block.items[cut:], start=cut + 1 if block.ordered else 1),
    )
    draft.least += len(words)
    return True


def number_list(draft: Draft) -> bool:
    at = _a_list(draft, 2)
    if at is None:
        return False
    draft.put(at, replace(draft.blocks[at], ordered=not draft.blocks[at].ordered))
    return True


# Sections and tables.


def move_section(draft: Draft) -> bool:
    starts = [n for n, b in enumerate(draft.blocks) if isinstance(b, Heading) and b.level == 2]
    if len(starts) < 3:
        return False
    parts = [draft.blocks[a:b] for a, b in zip(starts, [*starts[1:], None], strict=True)]
    parts = parts[:-1]
    if len(parts) < 2:
        return False
    number, to = draft.chooser.sample(range(len(parts)), 2)
    if draft.moves or {id(b) for part in parts for b in part} & draft.touched:
        return False
    parts.insert(to, parts.pop(number))
    draft.blocks[starts[0] : starts[-1]] = [block for part in parts for block in part]
    draft.touched.update(id(block) for part in parts for block in part)
    draft.moves += 1
    return True


def insert_row(draft: Draft) -> bool:
    found = draft.fresh(Table)
    if not found:
        return False
    at = draft.chooser.choice(found)
    table = draft.blocks[at]
    cells = tuple((Run(word),) for word in draft.chooser.sample(NEW_WORDS, len(table.header.cells)))
    rows = list(table.rows)
    rows.insert(draft.chooser.randint(0, len(rows)), Row(cells))
    draft.put(at, replace(table, rows=tuple(rows)))
    draft.least += sum(len(text_of(cell)) for cell in cells)
    return True


def delete_row(draft: Draft) -> bool:
    found = draft.fresh(Table, lambda table: len(table.rows) > 1)
    if not found:
        return False
    at = draft.chooser.choice(found)
    table = draft.blocks[at]
    rows = list(table.rows)
    gone = rows.pop(draft.chooser.randrange(len(rows)))
    draft.put(at, replace(table, rows=tuple(rows)))
    draft.least += sum(len(text_of(cell)) for cell in gone.cells)
    return True


EDITS: tuple[Edit, ...] = (
    change_words,
    change_words,
    change_sentence,
    rename_heading,
    replace_heading,
    insert_paragraph,
    delete_paragraph,
    duplicate_paragraph,
    swap_paragraphs,
    move_paragraph,
    move_reworded,
    split_paragraph,
    merge_paragraphs,
    into_bullets,
    insert_bullet,
    delete_bullet,
    move_bullet,
    change_bullet,
    split_list,
    number_list,
    move_section,
    insert_row,
    delete_row,
)


@cache
def real_documents() -> tuple[Document, ...]:
    """Return the documents of the project's own mandates."""
    files = sorted((ROOT / "mandates").rglob("*.yaml"))
    return tuple(
        compose(read(prune(load(file.read_bytes(), file.name).data()).data)) for file in files
    )


@cache
def _pool() -> tuple[tuple[str, ...], tuple[str, ...]]:
    lines = [line for one in real_documents() for line in lines_of(one) if len(line.cells) == 1]
    texts = dict.fromkeys(text_of(line.cells[0]).strip("- ") for line in lines)
    long = tuple(words for words in texts if len(words) > 90)
    return long, tuple(words for words in texts if 15 < len(words) <= 90)


def generated_document(chooser: Random) -> Document:
    """Return a document of real paragraphs and points, in other sections than their own."""
    long, short = map(list, _pool())
    chooser.shuffle(long)
    chooser.shuffle(short)
    keys = ["syfte", "uppdragsbeskrivning", "avsnitt_ett", "avsnitt_två", "avsnitt_tre"]
    data: dict[str, Any] = {
        "format": "1",
        "typ": "samordningsråd",
        "status": "utkast",
        "titel": "Uppdragshandling för samordningsråd",
    }
    for key in keys:
        parts = [long.pop() for _ in range(chooser.randint(1, 4))]
        bullets = "\n".join(f"- {short.pop()}" for _ in range(chooser.randint(2, 6)) if short)
        prose = "\n\n".join([*parts, bullets])
        data[key] = {"rubrik": short.pop(), "text": prose} if short else prose
    return compose(read(data))


def known_pair(seed: int) -> Known:
    """Return the pair of a seed: one to five edits of a real or a generated document."""
    chooser = Random(seed)  # noqa: S311 - a test's choices
    real = real_documents()
    old = real[seed % len(real)] if seed % 2 else generated_document(chooser)
    draft = Draft(chooser, list(old.blocks))
    names = []
    wanted = chooser.randint(1, 5)
    if seed % 3 == 0:
        edits = [EDITS[(seed // 3) % len(EDITS)]]
        wanted = 1
    else:
        edits = [chooser.choice(EDITS) for _ in range(40)]
    for edit in edits:
        if len(names) < wanted and edit(draft):
            names.append(edit.__name__)
    new = replace(old, blocks=tuple(draft.blocks))
    return Known("+".join(names), old, new, draft.least, draft.moves, draft.breaks)
