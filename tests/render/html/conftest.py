"""The theme and the page template that ship with the project."""

from pathlib import Path

import pytest
import yaml

from uppdrag.render.html import HtmlTemplate, compile_template
from uppdrag.render.theme import Theme, read_theme

TEMPLATES = Path(__file__).parents[3] / "templates"


@pytest.fixture(scope="session")
def theme() -> Theme:
    text = (TEMPLATES / "tema.yaml").read_text(encoding="utf-8")
    return read_theme(yaml.load(text, Loader=yaml.BaseLoader))  # noqa: S506 - builds text only


@pytest.fixture(scope="session")
def source() -> str:
    return (TEMPLATES / "uppdragshandling.html.j2").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def template(source: str) -> HtmlTemplate:
    return compile_template(source)
