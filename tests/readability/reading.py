"""YAML in; the report of its readability, and the source it was made of, out."""

from uppdrag.document import compose
from uppdrag.document.tree import Document
from uppdrag.model import read
from uppdrag.readability.report import Report, report
from uppdrag.schema import prune
from uppdrag.source import Source, load

HEAD = "format: 1\ntyp: samverkansorgan\nstatus: utkast\ntitel: Uppdragshandling för Rådet\n"


def composed(yaml: str) -> tuple[Source, Document]:
    source = load(HEAD + yaml, "h.yaml")
    data = source.data()
    assert isinstance(data, dict)
    return source, compose(read(prune(data).data))


def reported(yaml: str) -> Report:
    return report(*composed(yaml))
