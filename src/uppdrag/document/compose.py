"""A mandate in; its document tree out: what is printed, in the order of the file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain, pairwise

from uppdrag.document import prose
from uppdrag.document.phrases import STATUS_WORDS, frequency, party, recipient, validity
from uppdrag.document.tree import (
    Block,
    Document,
    Fact,
    Facts,
    Heading,
    Inlines,
    Item,
    Letterhead,
    ListBlock,
    Metadata,
    Note,
    Origin,
    Paragraph,
    Role,
    Row,
    Run,
    Signature,
    Table,
)
from uppdrag.model.handling import (
    Avsnitt,
    Beslut,
    Beslutsfattare,
    Del,
    Innehall,
    Motesfrekvens,
    Parter,
    Path,
    Prosa,
    Sandlista,
    Tidplan,
    Typ,
    Uppdragshandling,
)
from uppdrag.model.rubriker import (
    DECISION_DATE,
    FACTS,
    LABELS,
    RECIPIENTS,
    SUBSECTIONS,
    TIMETABLE_HEADER,
    section_heading,
)

LETTERHEAD_KEYS = ("dokumenttyp", "datum", "diarienummer", "organisation")
"""Facts that stand side by side when the file has them before the title."""

NOT_PRINTED = (
    "format",
    "typ",
    "status",
    "kortnamn",
    "revidering",
    "fingeravtryck",
    "undantag",
)
"""Keys that say something about the document without being part of its text."""

DEFAULT_DOCUMENT_TYPE = "Uppdragshandling"


def compose(handling: Uppdragshandling) -> Document:
    """Return the tree of a mandate: its head, sections, decision and recipients in file order."""
    head = list(_letterhead_keys(handling))
    blocks: list[Block] = []
    facts: list[Fact] = []
    for key in handling.ordning:
        if key in head:
            continue
        if fact := _fact(handling, key):
            facts.append(fact)
            continue
        found = tuple(_blocks(handling, key))
        if found and facts:
            blocks.append(Facts(tuple(facts)))
            facts = []
        blocks.extend(found)
    if facts:
        blocks.append(Facts(tuple(facts)))
    letterhead = _letterhead(handling, head)
    return Document(_metadata(handling), (*letterhead, *blocks))


def _letterhead_keys(handling: Uppdragshandling) -> Iterator[str]:
    """Yield the keys of the letterhead: its facts, as long as nothing else is printed before."""
    for key in handling.ordning:
        if key in LETTERHEAD_KEYS:
            yield key
        elif key not in NOT_PRINTED:
            return


def _metadata(handling: Uppdragshandling) -> Metadata:
    area = handling.ansvarsomrade or handling.grupp
    document_type = handling.dokumenttyp or DEFAULT_DOCUMENT_TYPE
    return Metadata(
        title=handling.titel,
        document_type=document_type,
        identifier=handling.diarienummer,
        date=handling.datum,
        organisation=handling.organisation,
        subject=f"{document_type}: {area}" if area else document_type,
        status=STATUS_WORDS.get(handling.status, ""),
        fingerprint=handling.fingeravtryck or "",
    )


def _letterhead(handling: Uppdragshandling, keys: Iterable[str]) -> Iterator[Letterhead]:
    facts = [fact for key in keys if (fact := _letterhead_fact(handling, key))]
    if status := STATUS_WORDS.get(handling.status):
        mark = (Run(status, bold=True, origin=Origin(("status",))),)
        if facts and facts[0].origin.path == ("dokumenttyp",):
            facts[0] = replace(facts[0], values=(*facts[0].values, mark))
        else:
            facts.insert(0, Fact((), (mark,), Origin(("status",))))
    if facts:
        yield Letterhead(tuple(facts))


def _letterhead_fact(handling: Uppdragshandling, key: str) -> Fact | None:
    origin = Origin((key,))
    match key:
        case "dokumenttyp" if handling.dokumenttyp:
            return Fact((), (_plain(handling.dokumenttyp, origin, bold=True),), origin)
        case "organisation":
            return _organisation(handling, label=())
        case "datum" | "diarienummer":
            value = getattr(handling, key)
            label = _plain(FACTS[key], origin)
            return Fact(label, (_plain(_unbroken(value), origin),), origin) if value else None
    return None


def _organisation(handling: Uppdragshandling, label: Inlines) -> Fact | None:
    values = tuple(
        _plain(name, Origin(("organisation", index)))
        for index, name in enumerate(handling.organisation)
    )
    return Fact(label, values, Origin(("organisation",))) if values else None


def _fact(handling: Uppdragshandling, key: str) -> Fact | None:
    """Return the labelled fact of the head that a key gives, if it gives one."""
    origin = Origin((key,))
    values: Iterable[Inlines] = ()
    label = FACTS.get(key)
    match key:
        case "organisation":
            return _organisation(handling, _label(FACTS[key], origin))
        case "datum" | "diarienummer" | "grupp":
            value = getattr(handling, key)
            values = [_plain(_unbroken(value), origin)] if value else ()
        case "ansvarsområde" if handling.ansvarsomrade:
            values = [_plain(handling.ansvarsomrade, origin)]
        case "uppdragsgivare" | "uppdragstagare":
            parter = getattr(handling, key)
            if parter:
                label = parter.etikett or label
                values = [_plain(party(part), Origin(part.path)) for part in parter.parter]
        case "giltighet" if handling.giltighet:
            values = [_plain(words, origin) for words in validity(handling.giltighet)]
        case "utgår_från" if handling.utgar_fran:
            common = handling.utgar_fran
            parts = (common.titel, common.grupp, common.diarienummer)
            values = [_plain(", ".join(filter(None, parts)), origin)]
    values = tuple(values)
    return Fact(_label(label or key, origin), values, origin) if values else None


def _blocks(handling: Uppdragshandling, key: str) -> Iterator[Block]:
    origin = Origin((key,))
    match key:
        case "dokumenttyp" if handling.dokumenttyp:
            yield Paragraph(_plain(handling.dokumenttyp, origin, bold=True), Role.BODY, origin)
        case "titel":
            yield Heading(1, _plain(handling.titel, origin), origin)
        case "anmärkning" if handling.anmarkning:
            yield Note(prose.parse(handling.anmarkning), origin)
        case "ingress" if handling.ingress:
            yield from _lead(prose.parse(handling.ingress))
        case "beslut" if handling.beslut:
            yield from _decision(handling.beslut)
        case "sändlista" if handling.sandlista:
            yield from _recipients(handling.sandlista)
        case _:
            section = handling.section(key)
            if section is not None:
                yield from _section(section, handling.typ)


def _lead(blocks: Iterable[prose.ProseBlock]) -> Iterator[Block]:
    for block in _introduced(blocks):
        if isinstance(block, Paragraph) and block.role is Role.BODY:
            yield replace(block, role=Role.LEAD)
        else:
            yield block


def _section(section: Avsnitt, typ: Typ) -> Iterator[Block]:
    path: Path = (section.nyckel,)
    heading = section.rubrik or section_heading(section.nyckel, typ)
    if heading:
        origin = Origin((*path, "rubrik") if section.rubrik else path)
        yield Heading(2, _plain(heading, origin), origin)
    yield from chain.from_iterable(_content(path, item) for item in section.innehall)


def _content(path: Path, item: Innehall) -> Iterator[Block]:
    match item:
        case Prosa():
            yield from _introduced(prose.parse(item))
        case Tidplan():
            yield _timetable((*path, item.nyckel), item)
        case Parter():
            label = _label(item.etikett or LABELS[item.nyckel], Origin((*path, item.nyckel)))
            words = "; ".join(party(part) for part in item.parter)
            origin = Origin((*path, item.nyckel))
            yield Paragraph((*label, _space(origin), *_plain(words, origin)), Role.LABELLED, origin)
        case Motesfrekvens():
            yield from _frequency((*path, item.nyckel), item)
        case Del():
            yield from _part((*path, item.nyckel), item)


def _frequency(path: Path, item: Motesfrekvens) -> Iterator[Block]:
    origin = Origin((*path, "etikett") if item.etikett else path)
    label = _label(item.etikett or LABELS[item.nyckel], origin)
    if item.text is not None:
        yield from _labelled(label, prose.parse(item.text))
    else:
        words = frequency(item)
        body = Paragraph(_plain(words, Origin(path)), Role.BODY, Origin(path))
        yield from _labelled(label, [body] if words else [])


def _part(path: Path, item: Del) -> Iterator[Block]:
    blocks = prose.parse(item.text) if item.text is not None else ()
    if not blocks and item.utses_av:
        origin = Origin((*path, "utses_av"))
        blocks = (Paragraph(_plain(f"Utses av {item.utses_av}.", origin), Role.BODY, origin),)
    heading = item.rubrik or (None if item.etikett else SUBSECTIONS.get(item.nyckel))
    label = item.etikett or (None if heading else LABELS.get(item.nyckel))
    if heading:
        origin = Origin((*path, "rubrik") if item.rubrik else path)
        yield Heading(3, _plain(heading, origin), origin)
    if label:
        origin = Origin((*path, "etikett") if item.etikett else path)
        yield from _labelled(_label(label, origin), blocks)
    else:
        yield from _introduced(blocks)


def _labelled(label: Inlines, blocks: Iterable[prose.ProseBlock]) -> Iterator[Block]:
    """Run the label into the first paragraph; before a list it stands as its introduction."""
    found = _introduced(blocks)
    first = found[0] if found else None
    if isinstance(first, Paragraph):
        inlines = (*label, _space(label[0].origin), *first.inlines)
        role = Role.LABELLED if first.role is Role.BODY else first.role
        yield replace(first, inlines=inlines, role=role)
        yield from found[1:]
    else:
        yield Paragraph(label, Role.INTRODUCTION if found else Role.LABELLED, label[0].origin)
        yield from found


def _introduced(blocks: Iterable[prose.ProseBlock]) -> list[prose.ProseBlock]:
    """Mark each paragraph that a list or table follows directly as its introduction."""
    found = list(blocks)
    for index, (block, following) in enumerate(pairwise(found)):
        if isinstance(block, Paragraph) and isinstance(following, ListBlock | Table):
            found[index] = replace(block, role=Role.INTRODUCTION)
    return found


def _timetable(path: Path, item: Tidplan) -> Table:
    header = Row(tuple(_plain(words, Origin(path)) for words in TIMETABLE_HEADER), Origin(path))
    rows = tuple(
        Row(
            (
                _plain(post.tid, Origin((*path, index, "tid"))),
                _plain(post.handelse, Origin((*path, index, "händelse"))),
            ),
            Origin((*path, index)),
        )
        for index, post in enumerate(item.poster)
    )
    return Table(header, rows, Origin(path))


def _decision(beslut: Beslut) -> Iterator[Block]:
    lines: list[Paragraph] = []
    label_origin = Origin(("beslut", "etikett") if beslut.etikett else ("beslut",))
    label = _label(beslut.etikett or DECISION_DATE, label_origin)
    when = " ".join(filter(None, (beslut.datum, beslut.notering)))
    if when:
        origin = Origin(("beslut", "datum" if beslut.datum else "notering"))
        inlines = (*label, _space(origin), *_plain(when, origin))
        lines.append(Paragraph(inlines, Role.DECISION_DATE, origin))
    several = len(beslut.beslutsfattare) > 1
    for index, signer in enumerate(beslut.beslutsfattare):
        path: Path = ("beslut", "beslutsfattare", *((index,) if several else ()))
        lines.extend(_signer(path, signer))
    if lines:
        yield Signature(tuple(lines), Origin(("beslut",)))


def _signer(path: Path, signer: Beslutsfattare) -> Iterator[Paragraph]:
    for field, role in (
        ("namn", Role.SIGNER_NAME),
        ("titel", Role.SIGNER_TITLE),
        ("delegation", Role.SIGNER_TITLE),
    ):
        if words := getattr(signer, field):
            origin = Origin((*path, field))
            yield Paragraph(_plain(words, origin), role, origin)


def _recipients(sandlista: Sandlista) -> Iterator[Block]:
    path: Path = ("sändlista",)
    origin = Origin((*path, "rubrik") if sandlista.rubrik else path)
    yield Heading(2, _plain(sandlista.rubrik or RECIPIENTS, origin), origin)
    if sandlista.text:
        yield from prose.parse(sandlista.text)
    if not sandlista.mottagare:
        return
    is_long = sandlista.rubrik is not None or sandlista.text is not None
    at: Path = (*path, "mottagare") if is_long else path
    items = []
    for index, mottagare in enumerate(sandlista.mottagare):
        where = Origin((*at, index))
        paragraph = Paragraph(_plain(recipient(mottagare), where), Role.BODY, where)
        items.append(Item((paragraph,), where))
    yield ListBlock(tuple(items), origin=Origin(at))


def _plain(words: str, origin: Origin, *, bold: bool = False) -> Inlines:
    return (Run(words, bold=bold, origin=origin),)


def _label(words: str, origin: Origin) -> Inlines:
    """Return a label in bold, with its colon."""
    return (Run(words if words.endswith((":", "?")) else f"{words}:", bold=True, origin=origin),)


def _space(origin: Origin) -> Run:
    return Run(" ", origin=origin)


def _unbroken(value: str) -> str:
    """Keep a number such as `RS 2024-00784` on one line with a no-break space in it."""
    prefix, _, number = value.partition(" ")
    return f"{prefix}\u00a0{number}" if number[:1].isdigit() and " " not in number else value
