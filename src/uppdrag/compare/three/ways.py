"""A mandate and what two made of it in; a comparison of it with what both made together out.

Each change tells who made it. Where the two clash, both texts stand, and the conflict is told.
"""

from __future__ import annotations

from uppdrag.compare.marked import accept
from uppdrag.compare.revision import Comparison, Side
from uppdrag.compare.three.changes import changes_of_both, conflicts_of
from uppdrag.compare.three.data import merged_handling, with_data_of_both
from uppdrag.compare.three.makers import Names
from uppdrag.compare.three.merge import merge


def three_way(base: Side, ours: Side, theirs: Side) -> Comparison:
    """Return what became of a base in the hands of two; its `conflicts` are where they clash.

    `reject` of it is the base. Its new side is the merged document, called by the names of both.
    """
    names = _names(ours.name, theirs.name)
    merged = merge(base.document, ours.document, theirs.document, names)
    handlings = base.handling, ours.handling, theirs.handling
    printed = changes_of_both(merged, names)
    conflicts = conflicts_of(printed, merged, names)
    changes, conflicts = with_data_of_both(printed, conflicts, handlings, names)
    new = Side(names.both, merged_handling(*handlings), accept(merged.marked))
    return Comparison(base, new, merged.marked, changes, conflicts)


def _names(ours: str, theirs: str) -> Names:
    """Return names that tell the two apart."""
    return Names(ours, theirs) if ours != theirs else Names(f"{ours} (1)", f"{theirs} (2)")
