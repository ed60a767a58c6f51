"""The theme and the Word template that ship with the project, and a document to draw with them."""

from pathlib import Path

import pytest
import yaml

from uppdrag.document import compose
from uppdrag.document.tree import Document
from uppdrag.model import read
from uppdrag.render.docx import CompiledTemplate, read_template
from uppdrag.render.theme import Theme, read_theme

TEMPLATES = Path(__file__).parents[3] / "templates"


@pytest.fixture(scope="session")
def theme() -> Theme:
    text = (TEMPLATES / "tema.yaml").read_text(encoding="utf-8")
    return read_theme(yaml.load(text, Loader=yaml.BaseLoader))  # noqa: S506 - builds text only


@pytest.fixture(scope="session")
def template_file() -> Path:
    return TEMPLATES / "uppdragshandling.docx"


@pytest.fixture(scope="session")
def template(template_file: Path) -> CompiledTemplate:
    return read_template(template_file)


@pytest.fixture(scope="session")
def sample() -> Document:
    text = Path(__file__).with_name("exempel.yaml").read_text(encoding="utf-8")
    return compose(read(yaml.load(text, Loader=yaml.BaseLoader)))  # noqa: S506 - builds text only
