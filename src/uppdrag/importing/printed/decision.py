"""The printed lines of a decision in; the decision out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from uppdrag.document.text import inline_text
from uppdrag.document.tree import Paragraph, Role, Signature
from uppdrag.importing.facts import is_date
from uppdrag.model import Beslut, Beslutsfattare
from uppdrag.model.rubriker import DECISION_DATE

_DATED = re.compile(r"(\d{4}-\d{2}-\d{2})(?: (.*))?", re.ASCII)


def printed_decision(block: Signature) -> Beslut:
    """Return the decision: when it was made, and by whom with which titles."""
    beslut = Beslut()
    lines = list(block.lines)
    if lines and lines[0].role is Role.DECISION_DATE:
        beslut = _dated(lines.pop(0))
    return replace(beslut, beslutsfattare=tuple(_signers(lines)))


def _dated(line: Paragraph) -> Beslut:
    label = "".join(run.text for run in line.inlines[:1]).strip()
    rest = inline_text(line.inlines[1:]).strip()
    etikett = None if label == f"{DECISION_DATE}:" else label.removesuffix(":")
    found = _DATED.fullmatch(rest)
    if found and is_date(found[1]):
        return Beslut(datum=found[1], etikett=etikett, notering=found[2])
    return Beslut(etikett=etikett, notering=rest)


def _signers(lines: Sequence[Paragraph]) -> Iterator[Beslutsfattare]:
    """Yield those who decide; a name begins a new one, and so does a third title."""
    open_: Beslutsfattare | None = None
    for line in lines:
        words = inline_text(line.inlines)
        if line.role is Role.SIGNER_NAME or open_ is None or open_.delegation:
            if open_ is not None:
                yield open_
            is_name = line.role is Role.SIGNER_NAME
            open_ = Beslutsfattare(namn=words) if is_name else Beslutsfattare(titel=words)
        elif open_.titel is None:
            open_ = replace(open_, titel=words)
        else:
            open_ = replace(open_, delegation=words)
    if open_ is not None:
        yield open_
