"""A git revision and the files asked about in; what was done since to decided ones, R005, out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from uppdrag.findings import Finding, Severity
from uppdrag.register import Card, Plan
from uppdrag.rules.between import about
from uppdrag.workspace.history import tampered_since
from uppdrag.workspace.mandates import mandate_file
from uppdrag.workspace.resources import Folder
from uppdrag.workspace.surroundings import Surroundings

RULE = "R005"


def since(
    folder: Folder, revision: str, surroundings: Surroundings, cards: Iterable[Card | Plan]
) -> Iterator[Finding]:
    """Yield a finding at the status of each file asked about that was not to be changed.

    One that cannot be read is told of at its beginning. So is one that is gone, when its group is
    asked about whole: its path is the one place there is, and where to put it back. Raises
    `UppdragError` when git cannot tell.
    """
    is_whole = surroundings.is_whole(folder.mandates)
    asked = {folder.relative(file.path): file for file in surroundings.asked if file.path}
    by_name = {card.file: card for card in cards if isinstance(card, Card)}
    for found in tampered_since(folder, revision):
        file = asked.get(found.path) or mandate_file(folder.root / found.path)
        is_asked = found.path in asked or is_whole or surroundings.has_whole(file.group)
        card = by_name.get(file.name)
        if is_asked and card is not None and card.status is not None:
            yield about(card, card.status, RULE, Severity.ERROR, found.what.value)
        elif is_asked:
            yield Finding(RULE, Severity.ERROR, found.what.value, file.name, 1, 1, 1, 1, "")
