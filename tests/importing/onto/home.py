"""A mandate's YAML and what is done to its Word file in; the YAML that comes home out."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import unified_diff
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from tests.importing.onto.edited import Edited
from tests.importing.onto.edits import Edit

from uppdrag.document import compose
from uppdrag.importing.onto.bring import Brought, Origin, bring
from uppdrag.importing.onto.yaml_edit import with_data
from uppdrag.importing.word import Changes, read_word
from uppdrag.model import read
from uppdrag.schema import prune
from uppdrag.source import Source, load
from uppdrag.workspace.rendering import Renderers
from uppdrag.workspace.resources import find_folder


class Home(NamedTuple):
    source: Source
    brought: Brought
    text: str

    @property
    def diff(self) -> str:
        rows = self.source.text.splitlines(), self.text.splitlines()
        found = list(unified_diff(*rows, n=0, lineterm=""))[2:]
        told = [f"! {one}" for one in (*self.brought.told, *self.brought.differs)]
        return "".join(f"{row}\n" for row in [*found, *told])


@cache
def renderers() -> Renderers:
    return Renderers(find_folder(Path(__file__).parent), "typst")


def data_of(source: Source) -> Mapping[str, Any]:
    data = source.data()
    assert isinstance(data, dict)
    return prune(data).data


def word_file(text: str) -> bytes:
    return renderers().render(compose(read(data_of(load(text, "m.yaml")))), "docx")


def come_home(text: str, edited: bytes) -> Home:
    """Return the YAML with what an edited Word file says."""
    source = load(text, "m.yaml")
    data = data_of(source)
    handling = read(data)
    document = compose(handling)
    built = read_word(renderers().render(document, "docx"), "m.docx", Changes.REFUSE)
    brought = bring(
        Origin(data, handling, document, built), read_word(edited, "e.docx", Changes.ACCEPT)
    )
    return Home(source, brought, with_data(source, brought.data, brought.remarks))


def after(text: str, edit: Edit) -> bytes:
    """Return the Word file of a mandate as it is when somebody has edited it."""
    word = Edited(word_file(text))
    edit(word)
    return word.save()
