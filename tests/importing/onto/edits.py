"""What a colleague typically does in Word, each by its name; `expected.txt` has what comes home."""

from __future__ import annotations

from collections.abc import Callable

from tests.importing.onto.edited import Edited, W, text

Edit = Callable[[Edited], object]

EDITS: dict[str, Edit] = {
    "nothing": lambda _: None,
    "reword": lambda e: e.reword("tar vara på varandras", "använder varandras"),
    "reword across a line break": lambda e: e.reword("mandat som", "uppdrag som"),
    "reword several": lambda e: (
        e.reword("samordna arbetet", "leda arbetet"),
        e.reword("Sprida goda exempel", "Sprida många goda exempel"),
        e.reword("inom sina mandat", "inom sina gränser"),
    ),
    "a sentence added": lambda e: e.reword(
        "varandras erfarenheter.",
        "varandras erfarenheter. Det kräver att alla berättar öppet om sitt arbete och lyssnar.",
    ),
    "a sentence removed": lambda e: e.reword(" och sitter i två år", ""),
    "reword in a folded block": lambda e: e.reword("ska mötas", "ska kunna mötas"),
    "reword in double quotes": lambda e: e.reword("på webben", 'på den ”nya" webben'),
    "reword in single quotes": lambda e: e.reword("både stora", "stadens både stora"),
    "an apostrophe in single quotes": lambda e: e.reword("stora och", "stora ('viktiga') och"),
    "add a bullet": lambda e: e.add_after("Sprida goda", "Följa upp arbetet."),
    "add a bullet between": lambda e: e.add_after("Låta styrningen", "Prioritera."),
    "remove a bullet": lambda e: e.delete("Sprida goda"),
    "move a bullet": lambda e: e.move_after("Sprida goda", "Låta styrningen"),
    "add a nested bullet": lambda e: e.add_after("Särskilt på helger", "Särskilt på natten."),
    "nest a bullet": lambda e: e.restyle("Sprida goda", "Särskilt på helger"),
    "unnest a bullet": lambda e: e.restyle("Särskilt på helger", "Sprida goda"),
    "add a numbered point": lambda e: e.add_after("Rådet beslutar", "Beslutet skrivs ned."),
    "remove a numbered point": lambda e: e.delete("Rådet beslutar"),
    "a bullet becomes a paragraph": lambda e: e.restyle("Sprida goda", "Arbetet går till"),
    "add a paragraph": lambda e: e.add_after("Målet är", "Rådet träffas ofta."),
    "add a paragraph first": lambda e: e.add_after("Syfte med", "Så här är det.", like="Målet är"),
    "remove a paragraph": lambda e: e.delete("Målet är"),
    "move a paragraph": lambda e: e.move_after("Målet är", "Syfte med"),
    "move a paragraph to another section": lambda e: e.move_after(
        "Målet är", "rapporterar i linjen"
    ),
    "split a paragraph": lambda e: e.split("Det sker med stöd"),
    "join two paragraphs": lambda e: e.join("Rådet ska samordna", "Målet är"),
    "a date": lambda e: e.reword("2026-02-03", "2026-03-17"),
    "a register number": lambda e: e.reword("2026-00123", "2026-00124"),
    "the title": lambda e: e.reword("samordningsråd exempel", "samordningsråd förebild"),
    "the group": lambda e: e.reword("Samordningsråd exempel", "Samordningsråd förebild"),
    "an organisation": lambda e: e.reword("Koncernkontoret", "Koncernstaben"),
    "a party's role": lambda e: e.reword("Kim Exempelsson, Direktör", "Kim Exempelsson, Chef"),
    "a party's name": lambda e: e.reword("Kim Exempelsson, Direktör", "Lo Provdotter, Direktör"),
    "one of several parties": lambda e: e.reword("Exempelforum", "Exempelforum Väst"),
    "the validity": lambda e: e.reword("senast 2027-03-01", "senast 2028-03-01"),
    "a default heading": lambda e: e.reword("Arbetsorganisation", "Så arbetar rådet"),
    "an own heading": lambda e: e.reword("Övrigt", "Annat"),
    "a heading under a heading": lambda e: e.reword("Rapportering", "Så rapporteras arbetet"),
    "a default label": lambda e: e.reword("Deltagare:", "Ledamöter:"),
    "an own label": lambda e: e.reword("Referensgrupp:", "Rådgivande grupp:"),
    "words after a label": lambda e: e.reword("förvaltningschefer", "förvaltningsdirektörer"),
    "how often, which is data": lambda e: e.reword("4–8 gånger per år", "6–8 gånger per år"),
    "who appoints, which is data": lambda e: e.reword("Utses av rådet.", "Utses av ordföranden."),
    "who appoints, beside a text": lambda e: e.reword("av ledningsgruppen", "av styrelsen"),
    "bold": lambda e: e.form("varandras erfarenheter", "b"),
    "italic in a bullet": lambda e: e.form("goda", "i"),
    "no longer bold": lambda e: _unbold(e, "linjeorganisationen"),
    "a link": lambda e: e.link("sina mandat", "https://exempel.se/mandat"),
    "a cell of a table": lambda e: _cell(e, "Budget", "Ekonomi"),
    "a row added to a table": lambda e: e.add_row("Bemanning", "Lokaler", "Ordföranden"),
    "a row removed from a table": lambda e: e.delete_row("Budget"),
    "the timetable": lambda e: (
        e.reword("2026-11", "2026-12"),
        e.add_row("Avstämning", "2027-05", "Slutrapport"),
    ),
    "a recipient's purpose": lambda e: e.reword("för genomförande", "för kännedom"),
    "a recipient": lambda e: e.reword("Registrator", "Registratorn"),
    "a recipient added": lambda e: e.add_after("Registrator", "Arkivet för kännedom"),
    "a recipient removed": lambda e: e.delete("Registrator"),
    "the recipients' heading": lambda e: e.reword("Uppdraget skickas till", "Sändlista"),
    "the day of the decision": lambda e: e.reword("2026-02-10", "2026-02-17"),
    "who decides": lambda e: (
        _cell(e, "Kim Exempelsson", "Lo Provdotter"),
        _cell(e, "Direktör", "Chef"),
    ),
    "a new section": lambda e: (
        e.add_after("Rådet får pröva", "Nya tankar", like="Övrigt"),
        e.add_after("Nya tankar", "Rådet tänker nytt.", like="Rådet får pröva"),
    ),
    "a new section that the format knows": lambda e: (
        e.add_after("Allt skrivs", "Resurser", like="Övrigt"),
        e.add_after("Resurser", "Rådet har en samordnare.", like="Rådet får pröva"),
    ),
    "a section removed": lambda e: (e.delete("Kommunikation"), e.delete("Allt skrivs")),
    "a section moved": lambda e: (
        e.move_after("Kommunikation", "ska mötas"),
        e.move_after("Allt skrivs", "Kommunikation"),
    ),
    "a fact removed": lambda e: e.delete("Ansvarsområde"),
    "signs that mean something": lambda e: e.reword("Frågan bereds", "2*3*4 [x] är"),
    "a colon and a number sign": lambda e: e.reword("Tio personer", "Nu: tio #personer"),
    "a tracked rewording": lambda e: e.track_reword("varandras erfarenheter", "andras kunskap"),
    "a tracked paragraph": lambda e: e.track_add_after("Målet är", "Nytt stycke."),
    "a comment": lambda e: e.comment("i linjen", "Vilken linje menas?"),
    "a comment on a fact": lambda e: e.comment("Kim Exempelsson, Direktör", "Rätt person?"),
    "a comment and an edit": lambda e: (
        e.comment("varandras", "Stämmer det?"),
        e.reword("erfarenheter", "kunskaper"),
    ),
}


def _unbold(edited: Edited, words: str) -> None:
    for properties in edited.paragraph(words).iter(
        "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}rPr"
    ):
        for mark in [m for m in properties if m.tag.endswith(("}b", "}bCs"))]:
            properties.remove(mark)


def _cell(edited: Edited, words: str, new: str) -> None:
    """Write other words in the paragraph that has these and no others."""
    (p,) = [p for p in edited.root.iter(f"{W}p") if text(p) == words]
    next(p.iter(f"{W}t")).text = new
