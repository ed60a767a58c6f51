"""Changes in; rows of a table out: where, the wording before, the wording after."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from uppdrag.compare.changes.cell_context import CELLS
from uppdrag.compare.changes.change import Change, Kind
from uppdrag.compare.telling.nouns import UNSEEN
from uppdrag.compare.telling.summary import plain
from uppdrag.compare.telling.told import spelled, texts, told
from uppdrag.compare.telling.wording import Wording, worded
from uppdrag.document.tree import Inlines, Row, Run, Table

LONGEST_IN_CELL = 400
"""Characters; what is longer and has several lines has no room in a cell."""

_HEADER = ("Avsnitt", "Tidigare lydelse", "Ny lydelse")
_ABSENT = "saknas"
_GONE = "utgår"
_SAME = "samma text"
_BREAK = " ¶ "


def change_rows(
    changes: Iterable[Change], wordings: Mapping[int, Wording], elsewhere: Mapping[Kind, str]
) -> Table:
    """Return the table of the changes; `elsewhere` tells where texts are that have no room."""
    header = Row(tuple(map(plain, _HEADER)))
    return Table(header, tuple(_row(change, wordings, elsewhere) for change in changes))


def has_no_room(change: Change) -> bool:
    """Tell whether what came or went is too long for a cell, or has a table of its own."""
    if change.kind not in {Kind.INSERTED, Kind.DELETED}:
        return False
    text = change.new or change.old
    return "\n" in text and (len(text) > LONGEST_IN_CELL or CELLS in text)


def place_name(change: Change) -> str:
    """Return where a change stands, with what it is about: `Arbetsorganisation, Ordförande`."""
    if not change.subject or change.section.endswith(change.subject):
        return change.section
    outer = change.section.rpartition(", ")[0]
    return ", ".join(filter(None, (outer, change.subject)))


def _row(change: Change, wordings: Mapping[int, Wording], elsewhere: Mapping[Kind, str]) -> Row:
    if change.kind is Kind.REWORDED:
        found = worded(change, wordings)
        event = "" if found.old and found.new else told(change).event
        sides = found.old or _aside(_ABSENT), found.new or _aside(_GONE)
    else:
        event, sides = told(change).event, _sides(change, elsewhere)
    return Row((_place(change, event), *sides))


def _place(change: Change, event: str) -> Inlines:
    remarks = [f", {event}" if event else "", f" ({change.by})" if change.by else ""]
    if not change.is_printed:
        remarks.append(f" ({UNSEEN})")
    return (Run(place_name(change), bold=True), *plain("".join(remarks)))


def _sides(change: Change, elsewhere: Mapping[Kind, str]) -> tuple[Inlines, Inlines]:
    old, new = texts(change)
    match change.kind:
        case Kind.INSERTED:
            return _aside(_ABSENT), _whole(change, new or change.new, elsewhere)
        case Kind.DELETED:
            return _whole(change, old or change.old, elsewhere), _aside(_GONE)
        case Kind.SPLIT | Kind.MERGED:
            return plain(_broken(change.old)), plain(_broken(change.new))
        case Kind.REFORMATTED:
            return _aside(change.what), plain(new)
        case _:
            was = _aside(_SAME) if old == new else plain(spelled(old, ""))
            return was, plain(spelled(new, ""))


def _whole(change: Change, text: str, elsewhere: Mapping[Kind, str]) -> Inlines:
    return _aside(elsewhere[change.kind]) if has_no_room(change) else plain(spelled(text, ""))


def _broken(text: str) -> str:
    """Return paragraphs on one line, with a sign for the breaks between them."""
    return _BREAK.join(line.strip() for line in text.split("\n"))


def _aside(words: str) -> Inlines:
    """Return words that are not the mandate's own."""
    return (Run(words, italic=True),)
