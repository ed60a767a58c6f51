"""Two document trees in; one marked document and the list of its changes out."""

from uppdrag.compare.changes.change import Change, Kind
from uppdrag.compare.changes.substance import Matter
from uppdrag.compare.compare import compare
from uppdrag.compare.marked import Marked, accept, reject
from uppdrag.compare.revision import Comparison, Side, revision, side

__all__ = [
    "Change",
    "Comparison",
    "Kind",
    "Marked",
    "Matter",
    "Side",
    "accept",
    "compare",
    "reject",
    "revision",
    "side",
]
