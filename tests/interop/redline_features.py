"""Nothing in; pairs of small mandates out that differ in one thing, for every kind of thing."""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from redline_stage import (
    ANOTHER,
    FOOT,
    HEAD,
    PLACES,
    SENTENCES,
    TABLE,
    Data,
    bullets,
    mandate,
    nested,
    numbers,
    paragraphs,
    rows,
    section,
)


class Pair(NamedTuple):
    """Two revisions as the loader gives their data, and what became of the first in words."""

    name: str
    old: Data
    new: Data


KINDS: dict[str, Callable[..., str]] = {
    "paragraph": paragraphs,
    "bullet": bullets,
    "number": numbers,
    "bullet in a bullet": nested,
    "row": rows,
}


def at_every_place() -> Iterator[Pair]:
    """Yield each kind of block reworded, removed and added, first, in the middle and last."""
    for kind, written in KINDS.items():
        for place in PLACES if kind != "row" else ("in the middle", "last"):
            old = mandate(written(*SENTENCES), place)
            for index, which in enumerate(("first", "second", "third")):
                for what, texts in _edited(index):
                    name = f"{which} {kind} {what}, {place}"
                    yield Pair(name, old, mandate(written(*texts), place))


def _edited(index: int) -> Iterator[tuple[str, list[str]]]:
    texts = list(SENTENCES)
    before, text, after = texts[:index], texts[index], texts[index + 1 :]
    first, second, *rest = text.split(" ")
    yield "reworded", [*before, " ".join([first, second, "numera", *rest[1:]]), *after]
    yield "removed", [*before, *after]
    yield "added before", [*before, ANOTHER, text, *after]


def alone() -> Iterator[Pair]:
    """Yield the only block of a section removed, added and replaced, at every place."""
    for kind, written in KINDS.items():
        for place in PLACES if kind != "row" else ("in the middle", "last"):
            one, other, none = (
                mandate(text, place) for text in (written(SENTENCES[0]), written(ANOTHER), "")
            )
            yield Pair(f"only {kind} removed, {place}", one, none)
            yield Pair(f"only {kind} added, {place}", none, one)
            yield Pair(f"only {kind} replaced, {place}", one, other)
            yield Pair(
                f"{kind} added after, {place}", one, mandate(written(SENTENCES[0], ANOTHER), place)
            )


def moved() -> Iterator[Pair]:
    """Yield blocks moved up and down, with other words, beside a table, and as neighbours."""
    a, b, c = SENTENCES
    orders = {"down": (b, c, a), "up": (c, a, b), "swapped": (b, a, c), "reversed": (c, b, a)}
    for kind, written in KINDS.items():
        old = written(*SENTENCES)
        for how, order in orders.items():
            yield Pair(f"{kind} moved, {how}", mandate(old), mandate(written(*order)))
        reworded = c.replace("en vecka", "två veckor")
        yield Pair(f"{kind} moved and reworded", mandate(old), mandate(written(reworded, a, b)))
    for where in ("before a table", "after a table", "last"):
        yield _texts(f"paragraph moved, {where}", (a, b, c), (b, c, a), paragraphs, where)
        yield _texts(f"bullet moved, {where}", (a, b, c), (b, c, a), bullets, where)
    yield Pair(
        "paragraph moved past a table",
        mandate(paragraphs(a, b, TABLE, c)),
        mandate(paragraphs(b, TABLE, c, a)),
    )
    yield Pair("table moved", mandate(paragraphs(TABLE, a, b)), mandate(paragraphs(a, b, TABLE)))
    yield _pair("section moved", {**_one(a), **_two(b)}, {**_two(b), **_one(a)})
    yield _pair(
        "paragraph to another section", {**_one(a, c), **_two(b)}, {**_one(a), **_two(b, c)}
    )
    yield _pair(
        "bullet to another section",
        {**_one(bullets(a, c)), **_two(bullets(b, ANOTHER))},
        {**_one(bullets(a)), **_two(bullets(b, ANOTHER, c))},
    )
    yield _pair("paragraph to a new section", {**_one(a, c)}, {**_one(a), **_two(c)})


def broken() -> Iterator[Pair]:
    """Yield blocks cut in two and three, and put together."""
    a, b, c = SENTENCES
    for kind, written in KINDS.items():
        whole = mandate(written(ANOTHER, f"{a} {b} {c}", ANOTHER))
        two = mandate(written(ANOTHER, f"{a} {b}", c, ANOTHER))
        three = mandate(written(ANOTHER, a, b, c, ANOTHER))
        for name, one, other in (("two", whole, two), ("three", whole, three)):
            yield Pair(f"{kind} split in {name}", one, other)
            yield Pair(f"{kind} merged from {name}", other, one)
    for place in PLACES:
        one, two = mandate(f"{a} {b}", place), mandate(paragraphs(a, b), place)
        yield Pair(f"only paragraph split, {place}", one, two)
        yield Pair(f"only paragraph merged, {place}", two, one)


def reshaped() -> Iterator[Pair]:
    """Yield the same words as another kind of block, and other kinds of lists."""
    made = {kind: mandate(written(*SENTENCES)) for kind, written in KINDS.items()}
    for kind, old in made.items():
        for other, new in made.items():
            if kind != other:
                yield Pair(f"{kind} made {other}", old, new)
    a, b, c = SENTENCES
    yield _rewritten("level down", f"- {a}\n- {b}\n- {c}", f"- {a}\n  - {b}\n- {c}")
    yield _rewritten("level up", f"- {a}\n  - {b}\n- {c}", f"- {a}\n- {b}\n- {c}")
    yield _rewritten("three levels", f"- {a}\n- {b}\n- {c}", f"- {a}\n  - {b}\n    - {c}")
    yield _rewritten("start of numbers", f"1. {a}\n2. {b}", f"4. {a}\n5. {b}")
    yield _rewritten(
        "numbers restarted", f"1. {a}\n2. {b}\n3. {c}", f"1. {a}\n2. {b}\n\n{ANOTHER}\n\n1. {c}"
    )
    yield _rewritten(
        "numbers continued", f"1. {a}\n2. {b}\n\n{ANOTHER}\n\n1. {c}", f"1. {a}\n2. {b}\n3. {c}"
    )
    yield _rewritten("number under a number", f"1. {a}\n2. {c}", f"1. {a}\n   1. {b}\n2. {c}")
    yield _rewritten("paragraph in a bullet", f"- {a}\n- {c}", f"- {a}\n\n  {b}\n\n- {c}")
    yield _rewritten(
        "paragraph between bullets", f"- {a}\n- {b}\n- {c}", f"- {a}\n\n{ANOTHER}\n\n- {b}\n- {c}"
    )


def worded() -> Iterator[Pair]:
    """Yield words, forms and links changed within a block."""
    for name, old, new in (
        ("bold", "Rådet ska mötas.", "Rådet **ska** mötas."),
        ("not bold", "Rådet **ska** mötas.", "Rådet ska mötas."),
        ("italic", "Rådet ska mötas.", "Rådet *ska* mötas."),
        ("bold and reworded", "Rådet ska mötas.", "Rådet **bör** mötas."),
        ("bold to italic", "Rådet **ska** mötas.", "Rådet *ska* mötas."),
        (
            "text of a link",
            "Se [rutinen](https://exempel.se/a) nu.",
            "Se [mallen](https://exempel.se/a) nu.",
        ),
        (
            "target of a link",
            "Se [rutinen](https://exempel.se/a) nu.",
            "Se [rutinen](https://exempel.se/b) nu.",
        ),
        ("link added", "Se rutinen nu.", "Se [rutinen](https://exempel.se/a) nu."),
        ("link removed", "Se [rutinen](https://exempel.se/a) nu.", "Se rutinen nu."),
        (
            "link longer",
            "[En rutin](https://exempel.se/a).",
            "[En ny, fet **rutin**](https://exempel.se/a).",
        ),
        ("link bold", "[En rutin](https://exempel.se/a).", "[En **rutin**](https://exempel.se/a)."),
        (
            "links swapped",
            "[A](https://exempel.se/a) [B](https://exempel.se/b)",
            "[B](https://exempel.se/b) [A](https://exempel.se/a)",
        ),
        ("comma", "Rådet möts, och ses.", "Rådet möts och ses."),
        ("no-break space", "Rådet möts 4 gånger.", "Rådet möts 4\u00a0gånger."),
        ("capital", "Rådet möts hos VGR.", "rådet möts hos Vgr."),
        ("date", "Senast 2026-06-16.", "Senast 2026-06-17."),
        ("characters of XML", "A < B & ”C”.", "A > B & 'C' <w:p/>."),
        ("all replaced", SENTENCES[0], ANOTHER),
    ):
        yield _rewritten(name, old, new)
        yield Pair(
            f"{name}, in the last bullet",
            mandate(bullets("Ett.", old), "last"),
            mandate(bullets("Ett.", new), "last"),
        )
    yield _rewritten(
        "paragraph twice", paragraphs(*SENTENCES), paragraphs(*SENTENCES, SENTENCES[0])
    )
    yield _rewritten("bullet no longer twice", bullets("Ett", "Ett", "Två"), bullets("Ett", "Två"))
    yield _rewritten(
        "duplicates trade places", bullets("A", "B", "A", "B"), bullets("B", "A", "B", "A")
    )


def tabled() -> Iterator[Pair]:
    """Yield tables with other columns, cells and neighbours."""
    two = "| A | B |\n| --- | --- |\n| Ett | Två |\n| Tre | Fyra |"
    three = "| A | B | C |\n| --- | --- | --- |\n| Ett | Två | X |\n| Tre | Fyra | Y |"
    yield _rewritten("column added", two, three)
    yield _rewritten("column removed", three, two)
    yield _rewritten(
        "columns swapped", two, "| B | A |\n| --- | --- |\n| Två | Ett |\n| Fyra | Tre |"
    )
    yield _rewritten("cell reworded", two, two.replace("Två", "Tvåan **fet**"))
    yield _rewritten("cell emptied", two, two.replace("Fyra", ""))
    yield _rewritten("cell filled", two.replace("Fyra", ""), two)
    yield _rewritten("header reworded", two, two.replace("B |", "Ansvar |"))
    for what, text in (("text", "Text."), ("a table", three)):
        for old, new in ((text, f"{text}\n\n{two}"), (text, f"{two}\n\n{text}")):
            where = "after" if new.startswith(text) else "before"
            yield _rewritten(f"table added {where} {what}", old, new)
            yield _rewritten(f"table removed {where} {what}", new, old)
            yield Pair(
                f"table added {where} {what}, last", mandate(old, "last"), mandate(new, "last")
            )
            yield Pair(
                f"table removed {where} {what}, last", mandate(new, "last"), mandate(old, "last")
            )
    yield _rewritten("table replaced by text", two, paragraphs(*SENTENCES))
    yield _rewritten(
        "text between tables removed", f"{two}\n\nText.\n\n{three}", f"{two}\n\n{three}"
    )
    yield _rewritten("text between tables added", f"{two}\n\n{three}", f"{two}\n\nText.\n\n{three}")


def headed() -> Iterator[Pair]:
    """Yield what stands before and after the sections."""
    base = mandate(SENTENCES[0])
    for name, fields in {
        "a longer title": {"titel": "Uppdrag för rådet för prövning, reviderad juni 2026"},
        "a new title": {"titel": "Handling åt en annan grupp"},
        "status": {"status": "remiss"},
        "datum": {"datum": "2026-06-16"},
        "diarienummer": {"diarienummer": "RS 2026-00999"},
        "dokumenttyp": {"dokumenttyp": "Uppdragsbeskrivning"},
        "organisation": {"organisation": ["Regionen", "Kansliet"]},
        "grupp": {"grupp": "Rådet för prövning och granskning"},
        "uppdragsgivare": {
            "uppdragsgivare": [{"roll": "Direktör"}, {"roll": "Chef", "organ": "Kansliet"}]
        },
        "giltighet": {"giltighet": {"från": "2026-01-01", "till": "2027-12-31"}},
        "anmärkning": {"anmärkning": "Texten gäller inte.\n\n- Ännu"},
        "ingress": {"ingress": "Rådet är nytt."},
        "day of decision": {"beslut": {**FOOT["beslut"], "datum": "2026-04-01"}},
        "two signatures": {"beslut": _signed("Kim Exempelsson", "Lo Provström")},
        "sändlista": {"sändlista": ["Ordföranden", "Vice ordföranden", *FOOT["sändlista"][1:]]},
        "fewer recipients": {"sändlista": FOOT["sändlista"][1:]},
    }.items():
        changed = {**base, **fields}
        ordered = {key: changed[key] for key in _ordered(changed)}
        yield Pair(f"head with {name}", base, ordered)
        yield Pair(f"head without {name}", ordered, base)
    note = {**base, "anmärkning": "Den gäller inte.\n\n- Ett\n- Två"}
    note = {key: note[key] for key in _ordered(note)}
    yield Pair(
        "note reworded", note, {**note, "anmärkning": "Den gäller ännu inte.\n\n- Två\n- Tre"}
    )
    for key in (
        "diarienummer",
        "datum",
        "dokumenttyp",
        "grupp",
        "uppdragsgivare",
        "beslut",
        "sändlista",
        "syfte",
    ):
        without = {name: value for name, value in base.items() if name != key}
        yield Pair(f"{key} removed", base, without)
        yield Pair(f"{key} added", without, base)
    bare = {key: HEAD[key] for key in ("format", "typ", "status", "titel")}
    yield Pair("empty to full", bare, base)
    yield Pair("full to empty", base, bare)
    yield Pair(
        "another document",
        base,
        {**bare, "titel": "En annan", **section(bullets(*SENTENCES), "Ny", "avsnitt_ny")},
    )
    yield Pair("unchanged", base, base)


def sectioned() -> Iterator[Pair]:
    """Yield sections and their parts added, removed, renamed and filled."""
    a, b, c = SENTENCES
    yield _pair("section added", _one(a), {**_one(a), **_two(b)})
    yield _pair("section removed", {**_one(a), **_two(b)}, _two(b))
    yield _pair("heading reworded", section(a, "Prov"), section(a, "Provets gång"))
    yield _pair("heading and text reworded", section(a, "Prov"), section(f"{a} {b}", "Annat"))
    yield _pair("key renamed", section(a, "Prov"), section(a, "Prov", "avsnitt_annat"))
    parts: Any = {"rubrik": "Prov", "text": a, "avsnitt_x": {"rubrik": "Del", "text": b}}
    yield _pair("part added", _one(a), {"avsnitt_prov": parts})
    yield _pair("part removed", {"avsnitt_prov": parts}, _one(a))
    labelled: Any = {**parts, "avsnitt_x": {"etikett": "Del", "text": paragraphs(b, c)}}
    yield _pair("heading made label", {"avsnitt_prov": parts}, {"avsnitt_prov": labelled})
    other = {**labelled, "avsnitt_x": {"etikett": "Andra delen", "text": c}}
    yield _pair("label reworded", {"avsnitt_prov": labelled}, {"avsnitt_prov": other})
    three = {**_one(a), **_two(b), **section(c, "Tredje", "avsnitt_tre")}
    yield _pair("sections reversed", three, dict(reversed(three.items())))


def features() -> list[Pair]:
    """Return every pair that differs in one thing."""
    groups = (at_every_place, alone, moved, broken, reshaped, worded, tabled, headed, sectioned)
    return [pair for group in groups for pair in group()]


def _texts(
    name: str,
    old: tuple[str, ...],
    new: tuple[str, ...],
    written: Callable[..., str],
    place: str,
) -> Pair:
    return Pair(name, mandate(written(*old), place), mandate(written(*new), place))


def _rewritten(name: str, old: str, new: str) -> Pair:
    return Pair(name, mandate(old), mandate(new))


def _pair(name: str, old: Data, new: Data) -> Pair:
    return Pair(name, {**HEAD, **old, **FOOT}, {**HEAD, **new, **FOOT})


def _one(*texts: str) -> Data:
    return section(paragraphs(*texts), "Första", "avsnitt_ett")


def _two(*texts: str) -> Data:
    return section(paragraphs(*texts), "Andra", "avsnitt_två")


def _signed(*names: str) -> Data:
    signers = [{"namn": name, "titel": "Direktör"} for name in names]
    return {**FOOT["beslut"], "beslutsfattare": signers}


def _ordered(data: Data) -> list[str]:
    """Return the keys with those of the head before the sections."""
    last = [*(key for key in data if key.startswith("avsnitt_")), *FOOT]
    return [*(key for key in data if key not in last), *(key for key in last if key in data)]
