"""What a colleague does to a Word file comes home also when LibreOffice has rewritten the file."""

from __future__ import annotations

import pytest
from libreoffice import to_word
from tests.importing.onto.edits import EDITS
from tests.importing.onto.home import after, come_home
from tests.importing.onto.test_table import MANDATE, expected

pytestmark = pytest.mark.interop


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Return each edited file as LibreOffice saves it."""
    folder = tmp_path_factory.mktemp("onto")
    paths = {name: folder / f"{number:03}.docx" for number, name in enumerate(EDITS)}
    for name, path in paths.items():
        path.write_bytes(after(MANDATE, EDITS[name]))
    made = to_word(paths.values(), folder / "saved")
    return {name: made[path].read_bytes() for name, path in paths.items()}


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_saved_by_libreoffice_comes_home(name: str, saved: dict[str, bytes]) -> None:
    assert come_home(MANDATE, saved[name]).diff == expected()[name]
