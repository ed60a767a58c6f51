"""F004: a mandate in; a remark for each heading that has nothing under it out."""

from __future__ import annotations

from collections.abc import Iterator

from uppdrag.model import Avsnitt, Del, Motesfrekvens, Prosa
from uppdrag.model.handling import Innehall
from uppdrag.rules.subject import Remark, Subject


def empty_section(subject: Subject) -> Iterator[Remark]:
    """Yield a remark for each section, and each part of one, that says nothing."""
    for section in subject.handling.avsnitt:
        path = (section.nyckel,)
        if _says_nothing(section):
            yield _remark(subject, path, section.rubrik)
            continue
        for item in section.innehall:
            if isinstance(item, Del) and _part_says_nothing(item):
                yield _remark(subject, (*path, item.nyckel), item.rubrik or item.etikett)
            if isinstance(item, Motesfrekvens) and _frequency_says_nothing(item):
                yield _remark(subject, (*path, item.nyckel), item.etikett)


def _says_nothing(section: Avsnitt) -> bool:
    return all(_content_says_nothing(item) for item in section.innehall)


def _content_says_nothing(item: Innehall) -> bool:
    if isinstance(item, Prosa):
        return not item.text.strip()
    if isinstance(item, Motesfrekvens):
        return _frequency_says_nothing(item)
    return isinstance(item, Del) and _part_says_nothing(item)


def _frequency_says_nothing(item: Motesfrekvens) -> bool:
    blank = item.text is None or not item.text.text.strip()
    return blank and item.minst is None and item.hogst is None and not item.vid_behov


def _part_says_nothing(item: Del) -> bool:
    blank = item.text is None or not item.text.text.strip()
    return blank and not item.utses_av


def _remark(subject: Subject, path: tuple[str, ...], heading: str | None) -> Remark:
    name = f"Rubriken ”{heading}”" if heading else f"Avsnittet {path[-1]}"
    return subject.key(
        path, f"{name} har ingen text under sig. Skriv text, eller ta bort avsnittet."
    )
