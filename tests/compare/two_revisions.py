"""Two mandates in; their comparison out. And a pair in which nearly every kind of change is."""

from __future__ import annotations

from pathlib import Path

from hypothesis import strategies as st

from uppdrag.compare import Comparison, revision, side
from uppdrag.model import Uppdragshandling, read
from uppdrag.schema import prune
from uppdrag.source import load

ROOT = Path(__file__).resolve().parents[2]

OLD = """\
format: 1
typ: samordningsråd
status: beslutad
dokumenttyp: Uppdragshandling
datum: 2026-01-01
diarienummer: RS 2026-00001
titel: Uppdragshandling för rådet
anmärkning: Handlingen är rekonstruerad.
syfte: |
  Rådet ska samordna vården. Det ska bereda frågor åt ledningen. Till sist ska det sprida exempel.

  Rådet är rådgivande och fattar inga egna beslut om pengar.

  - första punkten om vård
  - andra punkten om digital teknik
  - tredje punkten om personal och kompetens

  Läs mer i [rutinen](https://exempel.se/a).
uppdragsbeskrivning: |
  Rådet ska samverka med kommunerna i frågor som rör barn, och med **tandvården** i övrigt.

  | Tid | Händelse |
  | --- | --- |
  | vår | start |
  | höst | slut |
arbetsorganisation:
  ordförande: {utses_av: koncernledning, text: Utses av koncernledning varje år.}
  mötesfrekvens: {minst: 4, högst: 8, per: år}
beslut: {datum: 2026-01-02, beslutsfattare: {namn: Kim Exempelsson, titel: Direktör}}
sändlista: [Registrator]
"""
NEW = """\
format: 1
typ: samordningsråd
status: utkast
dokumenttyp: Uppdragshandling
datum: 2026-02-01
diarienummer: RS 2026-00001
titel: Uppdragshandling för rådet, reviderad februari 2026
revidering: {ersätter: 2026-01-01}
syfte: |
  Rådet ska samordna vården. Det ska bereda frågor åt ledningen.

  Till sist ska det sprida exempel.

  - tredje punkten om personal och kompetens
  - första punkten om vård
  - andra punkten om digital teknik

  Läs mer i [rutinen](https://exempel.se/b).
uppdragsbeskrivning: |
  Rådet ska samverka med kommunerna i frågor som rör barn, och med tandvården i övrigt.

  Rådet är rådgivande och fattar inga egna beslut om pengar eller personal.

  | Tid | Händelse |
  | --- | --- |
  | vår | start |
  | sommar | paus |
  | höst | slut |
arbetsorganisation:
  ordförande: {utses_av: ledningsgrupp, text: Utses av ledningsgrupp varje år.}
  mötesfrekvens: {minst: 4, högst: 6, per: år}
resurser:
  text: |
    Rådet har en sekreterare. Hon kallar till mötena.

    | Post | Kronor |
    | --- | --- |
    | Lön | 1 000 |
sändlista: [Registrator]
"""


def handling(text: str) -> Uppdragshandling:
    """Return the mandate that some YAML is."""
    return read(prune(load(text, "handling.yaml").data()).data)


def compared(old: str, new: str, names: tuple[str, str] = ("gammal.yaml", "ny.yaml")) -> Comparison:
    """Return what tells two mandates in YAML apart."""
    return revision(side(names[0], handling(old)), side(names[1], handling(new)))


def every_kind() -> Comparison:
    return compared(OLD, NEW)


def real_pairs() -> list[Comparison]:
    """Return the project's own pairs of revisions."""
    found = []
    for names in (
        (
            "samordningsrad-halso-och-sjukvard/2024-02-12",
            "samordningsrad-halso-och-sjukvard/2026-06-16",
        ),
        ("vvg/2017-01-01", "vvg/2026-06-01"),
    ):
        paths = [ROOT / "mandates" / f"{name}.yaml" for name in names]
        old, new = (path.read_text(encoding="utf-8") for path in paths)
        found.append(compared(old, new, (paths[0].name, paths[1].name)))
    return found


PARAGRAPHS = (
    "Rådet ska samordna vården i länet och bereda frågor åt ledningen.",
    "Rådet ska samordna vården i regionen och bereda frågor åt ledningen.",
    "Rådet ska samordna vården i länet.",
    "Det ska bereda frågor åt ledningen. Till sist ska det sprida goda exempel.",
    "Läs mer i [rutinen](https://exempel.se/a), som **alla** följer.",
    "Läs mer i [rutinen](https://exempel.se/b), som alla följer.",
    "- en punkt om vård\n- en punkt om digital teknik\n- en punkt om personal",
    "- en punkt om personal\n- en punkt om vård",
    "1. Först\n2. Sedan\n   - under\n",
    "| Tid | Händelse |\n| --- | --- |\n| vår | start |\n| höst | slut |",
    "| Tid | Händelse |\n| --- | --- |\n| vår | start |\n| sommar | paus |\n| höst | slut |",
)
SECTIONS = ("anmärkning", "ingress", "syfte", "uppdragsbeskrivning", "resurser", "avsnitt_eget")


def comparisons(words: st.SearchStrategy[str] | None = None) -> st.SearchStrategy[Comparison]:
    """Return comparisons of mandates whose paragraphs are of the same few, or any words."""
    paragraph = st.sampled_from(PARAGRAPHS)
    prose = st.lists(paragraph if words is None else paragraph | words, min_size=1, max_size=5)
    sections = st.dictionaries(st.sampled_from(SECTIONS), prose.map("\n\n".join), max_size=4)
    titles = st.just("Rådet") if words is None else words
    made = st.builds(_mandate, titles, sections, st.sampled_from(["2026-01-01", "2026-02-01"]))
    names = st.just("handling.yaml") if words is None else words
    sides = st.builds(side, names, made)
    return st.builds(revision, sides, sides)


def _mandate(titel: str, sections: dict[str, str], datum: str) -> Uppdragshandling:
    head = {"format": "1", "typ": "samordningsråd", "status": "utkast"}
    return read({**head, "titel": titel, "datum": datum, **sections})
