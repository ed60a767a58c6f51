"""How the tests measure an import: the words of the source in the file and in the tree."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

from uppdrag.document import compose
from uppdrag.document.text import lines
from uppdrag.importing import Imported, import_text
from uppdrag.model import Uppdragshandling, dump, read
from uppdrag.source import load

_ADDRESS = re.compile(r"\]\((?:https?://|mailto:|tel:|[#/])[^()\s]*(?:\([^()\s]*\))?\)")
_KEY_OF_TWO_WORDS = re.compile(r"^(utgår)_(från):", re.MULTILINE)
_SEPARATOR = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")


def words(text: str) -> list[str]:
    return [word.casefold() for word in re.findall(r"\w+", text)]


def first_missing(wanted: Sequence[str], found: Iterable[str]) -> str | None:
    """Return the first word, with its neighbours, that does not come in its order."""
    rest = iter(found)
    for at, word in enumerate(wanted):
        if word not in rest:
            return " ".join(wanted[max(0, at - 4) : at + 4])
    return None


def source_words(text: str, imported: Imported) -> str:
    """Return the source without the lines that the import says that it left out."""
    text = unicodedata.normalize("NFC", text.removeprefix("\ufeff").replace("\u00ad", ""))
    rows = re.split(r"\r\n|\r|\n", text)
    for line in imported.dropped:
        rows[line.number - 1] = ""
    return _SEPARATOR.sub(" ", "\n".join(rows))


def in_file(handling: Uppdragshandling) -> list[str]:
    """Return the words of the file; the underscore of `utgår_från` is a space."""
    return words(_KEY_OF_TWO_WORDS.sub(r"\1 \2:", dump(handling)))


def in_tree(handling: Uppdragshandling) -> list[str]:
    return words("\n".join(lines(compose(handling))))


def loaded(handling: Uppdragshandling) -> Uppdragshandling:
    """Return what the written file reads as."""
    data = load(dump(handling), "prov.yaml").data()
    assert isinstance(data, dict)
    return read(data)


def assert_nothing_is_lost(text: str) -> Imported:
    imported = import_text(text, "prov.txt")
    source = source_words(text, imported)
    assert first_missing(words(source), in_file(imported.handling)) is None
    seen = words(_ADDRESS.sub("] ", source))
    assert first_missing(seen, in_tree(imported.handling)) is None
    assert loaded(imported.handling) == imported.handling
    return imported
