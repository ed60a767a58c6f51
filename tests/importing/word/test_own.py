"""What `build` wrote as Word comes back: the mandate that prints as the same page."""

from pathlib import Path

import pytest
import yaml
from hypothesis import assume, given, settings
from tests.strategies import mandates

from uppdrag.compare.line import Line
from uppdrag.document import compose
from uppdrag.document.tree import Block, ListBlock, Note
from uppdrag.importing.printed.proof import shown_lines
from uppdrag.importing.word import Changes, import_word
from uppdrag.importing.word.read import read_word
from uppdrag.importing.word.tree import is_own, tree_of
from uppdrag.model import Uppdragshandling, read
from uppdrag.model.rubriker import OWN_PREFIX
from uppdrag.render.docx import CompiledTemplate, read_template, render
from uppdrag.render.theme import Theme, read_theme

ROOT = Path(__file__).resolve().parents[3]
MANDATES = sorted((ROOT / "mandates").glob("*/*.yaml"))


def data_of(path: Path) -> dict[str, object]:
    found = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - text only
    assert isinstance(found, dict)
    return found


@pytest.fixture(scope="session")
def theme() -> Theme:
    return read_theme(data_of(ROOT / "templates" / "tema.yaml"))


@pytest.fixture(scope="session")
def template() -> CompiledTemplate:
    return read_template(ROOT / "templates" / "uppdragshandling.docx")


def seen(blocks: tuple[Block, ...]) -> list[object]:
    """Return the lines that a reader sees, containers numbered in the order that they come."""
    numbers: dict[int, int] = {}
    return [_seen(line, numbers) for line in shown_lines(blocks)]


def _seen(line: Line, numbers: dict[int, int]) -> object:
    frames = [
        (frame.kind, numbers.setdefault(frame.number, len(numbers)), frame.ordered, frame.start)
        for frame in line.frames
    ]
    cells = [[(r.text, r.bold, r.italic, r.target) for r in cell] for cell in line.cells]
    return line.shape, line.level, line.role, frames, cells


def depth(blocks: tuple[Block, ...]) -> int:
    lists = [1 + max(map(depth, (i.blocks for i in b.items))) for b in blocks if _is_list(b)]
    notes = [depth(block.blocks) for block in blocks if isinstance(block, Note)]
    return max([0, *lists, *notes])


def _is_list(block: Block) -> bool:
    return isinstance(block, ListBlock)


@pytest.mark.parametrize("path", MANDATES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_mandate_of_the_project_comes_back(path: Path, theme: Theme, template: CompiledTemplate):
    handling = read(data_of(path))
    document = compose(handling)
    imported = import_word(render(document, theme, template), "a.docx", Changes.REFUSE).handling
    assert seen(compose(imported).blocks) == seen(document.blocks)
    for name in ("titel", "datum", "diarienummer", "status", "beslut", "typ"):
        assert getattr(imported, name) == getattr(handling, name)
    # A heading in other words than the key's comes back as a section of its own.
    for found, written in zip(imported.avsnitt, handling.avsnitt, strict=True):
        assert found.nyckel == written.nyckel or found.nyckel.startswith(OWN_PREFIX)


@settings(max_examples=60, deadline=None)
@given(mandates())
def test_any_mandate_that_paper_can_carry_is_read_as_the_tree_that_was_drawn(
    theme: Theme, template: CompiledTemplate, handling: Uppdragshandling
):
    document = compose(handling)
    assume(depth(document.blocks) <= 3)
    file = read_word(render(document, theme, template), "a.docx", Changes.REFUSE)
    assert is_own(file)
    assert seen(tree_of(file)) == seen(document.blocks)
