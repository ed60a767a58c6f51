"""M001: a mandate in; a remark where the fewest meetings are more than the most out."""

from __future__ import annotations

from collections.abc import Iterator

from uppdrag.model import Motesfrekvens
from uppdrag.rules.subject import Remark, Subject


def numbers_in_order(subject: Subject) -> Iterator[Remark]:
    """Yield a remark for each meeting frequency whose `minst` is more than its `högst`."""
    for section in subject.handling.avsnitt:
        for item in section.innehall:
            if not isinstance(item, Motesfrekvens) or item.minst is None or item.hogst is None:
                continue
            if item.minst > item.hogst:
                yield subject.value(
                    (section.nyckel, item.nyckel, "minst"),
                    f"Minst {item.minst} möten är fler än högst {item.hogst}. Byt plats på talen, "
                    "eller rätta dem.",
                )
