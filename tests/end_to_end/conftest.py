"""What the way from end to end needs: the shipped schema and templates, loaded once."""

from collections.abc import Callable
from pathlib import Path

import pytest

from uppdrag.workspace.checking import Checked, Held, check, held_to
from uppdrag.workspace.mandates import MandateFile
from uppdrag.workspace.rendering import Renderers
from uppdrag.workspace.resources import Folder

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Folder:
    """Return a folder without anything of its own, so that what is shipped is used."""
    return Folder(tmp_path_factory.mktemp("arbetsmapp"))


@pytest.fixture(scope="session")
def held(folder: Folder) -> Held:
    return held_to(folder)


@pytest.fixture(scope="session")
def renderers(folder: Folder, tmp_path_factory: pytest.TempPathFactory) -> Renderers:
    made = Renderers(folder, "typst", tmp_path_factory.mktemp("skrap"))
    made.prepare(("docx", "pdf", "html"))
    return made


@pytest.fixture(scope="session")
def checked(held: Held) -> Callable[[str | bytes], Checked]:
    """Return a function that checks a mandate file's text."""

    def checked_text(content: str | bytes) -> Checked:
        data = content.encode("utf-8") if isinstance(content, str) else content
        return check(data, MandateFile(None, "prov.yaml", "grupp/prov"), held)

    return checked_text
