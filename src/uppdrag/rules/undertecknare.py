"""A mandate in; who signs it, with which title, and whether on a delegation, out."""

from __future__ import annotations

import re

from uppdrag.model import Beslut
from uppdrag.rules.subject import Subject
from uppdrag.source import NodePath
from uppdrag.source.pattern import lazy_pattern

_TO_FILL_IN = frozenset(("befattning", "titel"))
"""What a template has where the title should stand."""

_DELEGATION = lazy_pattern(r"\b(?:vidare)?deleg(?:ation|era|erad|erat|ering)", re.IGNORECASE)


def titles(subject: Subject) -> list[tuple[str, NodePath]]:
    """Return the title of each who signs, with its path."""
    beslut = subject.handling.beslut
    if beslut is None:
        return []
    path: NodePath = ("beslut", "beslutsfattare")
    is_list = subject.source.node((*path, 0)) is not None
    return [
        (signer.titel, (*path, index, "titel") if is_list else (*path, "titel"))
        for index, signer in enumerate(beslut.beslutsfattare)
        if signer.titel and signer.titel.lower() not in _TO_FILL_IN and signer.titel[0] != "["
    ]


def states_delegation(beslut: Beslut) -> bool:
    """Tell whether the decision says that it is made on a delegation."""
    if any(signer.delegation for signer in beslut.beslutsfattare):
        return True
    words = (beslut.notering, *(signer.titel for signer in beslut.beslutsfattare))
    return any(_DELEGATION.search(text) for text in words if text)
