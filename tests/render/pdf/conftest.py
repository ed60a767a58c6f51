"""What the tests of the PDF share: the shipped look, and one renderer for all of them."""

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from tests.render.pdf.trees import METADATA

from uppdrag.document.tree import Block, Document
from uppdrag.render.pdf import PdfRenderer
from uppdrag.render.theme import Theme, read_theme

TEMPLATES = Path(__file__).parents[3] / "templates"


@pytest.fixture(scope="session")
def template() -> Path:
    return TEMPLATES / "uppdragshandling.typ"


@pytest.fixture(scope="session")
def fonts() -> tuple[Path, ...]:
    return (TEMPLATES / "fonts",)


@pytest.fixture(scope="session")
def theme() -> Theme:
    text = (TEMPLATES / "tema.yaml").read_text(encoding="utf-8")
    return read_theme(yaml.load(text, Loader=yaml.BaseLoader))  # noqa: S506 - makes text only


@pytest.fixture(scope="session")
def renderer(template: Path, fonts: tuple[Path, ...], theme: Theme) -> PdfRenderer:
    return PdfRenderer(template, fonts, theme)


@pytest.fixture(scope="session")
def draw(renderer: PdfRenderer) -> Callable[..., bytes]:
    """Return a function that draws blocks as a document."""

    def drawn(*blocks: Block) -> bytes:
        return renderer.render(Document(METADATA, blocks))

    return drawn
