"""The layouts of the corpus as LibreOffice saves them: all is rewritten, the same is read."""

from pathlib import Path

import pytest
from libreoffice import to_word
from tests.importing.reading_back import first_missing, in_file, words
from tests.importing.word.content import KEYS, TITLE, all_words
from tests.importing.word.layouts import LAYOUTS

from uppdrag.importing.word import Changes, import_word

pytestmark = pytest.mark.interop

FLOOR = 0.98
CHANGED = frozenset({"title_in_a_text_box", "field_codes"})
"""Layouts that LibreOffice itself changes: a drawing without a place, a field reckoned anew."""


def test_what_libreoffice_saves_is_read_as_what_was_written(tmp_path: Path):
    files = {}
    for name, build in LAYOUTS.items():
        if name not in CHANGED:
            files[name] = tmp_path / f"{name}.docx"
            files[name].write_bytes(build())
    saved = to_word(files.values(), tmp_path / "saved")
    right = made = 0
    for name, path in files.items():
        data = saved[path].read_bytes()
        handling = import_word(data, f"{name}.docx", Changes.REFUSE).handling
        assert handling.titel == TITLE, name
        assert first_missing(words(all_words()), in_file(handling)) is None, name
        found = [key for key in handling.ordning if key in KEYS or key.startswith("avsnitt_")]
        right += sum(key in KEYS for key in found)
        made += len(found)
    wanted = len(files) * len(KEYS)
    print(f"sections right: {right} of {wanted} in {len(files)} layouts; {made} made")  # noqa: T201 - the figure
    assert min(right / wanted, right / made) >= FLOOR
