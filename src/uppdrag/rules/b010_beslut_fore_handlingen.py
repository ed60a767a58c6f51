"""B010: a mandate in; a remark where it was decided before its own date out."""

from __future__ import annotations

from collections.abc import Iterator

from uppdrag.rules.subject import Remark, Subject


def decided_on_its_day_or_later(subject: Subject) -> Iterator[Remark]:
    """Yield a remark at a date of decision that is earlier than the document's date."""
    beslut, datum = subject.handling.beslut, subject.handling.datum
    if beslut is None or not beslut.datum or not datum or beslut.datum >= datum:
        return
    yield subject.value(
        ("beslut", "datum"),
        f"Beslutet är från {beslut.datum}, före handlingens datum {datum}. "
        "Rätta det datum som är fel: en handling beslutas samma dag eller senare.",
    )
