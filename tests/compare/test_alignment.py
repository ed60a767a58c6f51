"""What belongs together is found where it is hardest to see; drawn as a reader would see it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from tests.compare.seen import drawn
from tests.compare.trees import bare

from uppdrag.compare import Kind, accept, compare, reject
from uppdrag.compare.changes.listing import changes_of
from uppdrag.compare.lines import normal
from uppdrag.document import compose
from uppdrag.document.tree import Document, Heading, Run
from uppdrag.model import read

HEAD = {"format": "1", "typ": "samordningsråd", "status": "utkast", "titel": "Uppdragshandling"}
CHAIR = "Ordföranden utses av hälso- och sjukvårdsdirektören efter samråd med förvaltningarna."
VICE = "En vice ordförande väljs av rådet självt vid årets första möte."
NOTES = "Protokollet skickas till alla förvaltningar inom tio dagar efter mötet."


def document(**data: Any) -> Document:
    return compose(read({**HEAD, **data}))


def bullets(*items: str) -> str:
    return "Rådet har följande att göra:\n\n" + "\n".join(f"- {item}" for item in items)


def seen(old: Document, new: Document) -> list[str]:
    """Return what is drawn, the same with and without the paths of the file."""
    marked, plain = compare(old, new), compare(bare(old), bare(new))
    assert accept(marked) == normal(new)
    assert reject(marked) == normal(old)
    assert drawn(plain) == drawn(marked)
    return drawn(marked)


def kinds(old: Document, new: Document) -> list[Kind]:
    return [change.kind for change in changes_of(compare(old, new))]


def test_the_first_of_several_values_is_gone() -> None:
    old = document(organisation=["Västra Götalandsregionen", "Koncernkontoret", "Avdelning vård"])
    new = document(organisation=["Koncernkontoret", "Avdelning vård"])
    assert seen(old, new) == ["fact: Organisation: | [-Västra Götalandsregionen-]"]
    assert seen(new, old) == ["fact: Organisation: | {+Västra Götalandsregionen+}"]


def test_all_values_are_others() -> None:
    old = document(organisation=["Koncernkontoret", "Avdelning vård"])
    new = document(organisation=["Regionhälsan"])
    assert seen(old, new) == [
        "fact: Organisation: | [-Koncernkontoret-]{+Regionhälsan+}",
        "value: [-Avdelning vård-]",
    ]


def test_values_that_change_places_move() -> None:
    old = document(organisation=["Koncernkontoret", "Avdelning vård"])
    new = document(organisation=["Avdelning vård", "Koncernkontoret"])
    assert kinds(old, new) == [Kind.MOVED]


def test_the_letterhead_gets_one_fact_more() -> None:
    old, new = document(datum="2026-01-01"), document(datum="2026-01-01", diarienummer="HSN")
    assert seen(old, new) == ["fact: {+Diarienummer:+} | {+HSN+}"]


def test_facts_that_change_places_move() -> None:
    old = document(datum="2026-01-01", diarienummer="RS 1")
    new = document(diarienummer="RS 1", datum="2026-01-01")
    assert kinds(old, new) == [Kind.MOVED]


def test_a_label_stays_when_the_paragraph_that_it_began_is_gone() -> None:
    old = document(arbetsorganisation={"ordförande": f"{CHAIR}\n\n{VICE}"})
    new = document(arbetsorganisation={"ordförande": VICE})
    assert seen(old, new) == [f"paragraph: Ordförande: [-{CHAIR}-]", f"paragraph: {VICE}"]
    assert seen(new, old) == [f"paragraph: Ordförande: {{+{CHAIR}+}}", f"paragraph: {VICE}"]


def test_a_labelled_paragraph_is_split() -> None:
    old = document(arbetsorganisation={"ordförande": f"{CHAIR} {VICE} {NOTES}"})
    new = document(arbetsorganisation={"ordförande": f"{CHAIR}\n\n{VICE}\n\n{NOTES}"})
    assert seen(old, new) == [
        f"paragraph: Ordförande: {CHAIR}[- -]",
        f"paragraph: {VICE}[- -]",
        f"paragraph: {NOTES}",
    ]
    assert kinds(old, new) == [Kind.SPLIT]
    assert kinds(new, old) == [Kind.MERGED]


def test_a_bullet_is_split() -> None:
    old, new = (
        document(syfte=bullets(f"{CHAIR} {VICE}", NOTES)),
        document(syfte=bullets(CHAIR, VICE, NOTES)),
    )
    assert seen(old, new) == [f"paragraph: {CHAIR}[- -]", f"paragraph: {VICE}"]
    assert kinds(new, old) == [Kind.MERGED]


def test_a_field_is_itself_whatever_it_says() -> None:
    old = document(
        arbetsorganisation={"ordförande": "Regiondirektören."},
        beslut={"beslutsfattare": {"namn": "Kim Exempelsson", "titel": "Direktör"}},
    )
    new = document(
        arbetsorganisation={"ordförande": "Utses av rådet."},
        beslut={"beslutsfattare": {"namn": "Alex Testman", "titel": "Regionråd"}},
    )
    assert seen(old, new) == [
        "paragraph: Ordförande: [-Regiondirektören-]{+Utses av rådet+}.",
        "paragraph: [-Kim Exempelsson-]{+Alex Testman+}",
        "paragraph: [-Direktör-]{+Regionråd+}",
    ]


def test_one_of_two_equal_bullets_is_gone() -> None:
    old = document(syfte=bullets("ekonomi", "personal", "ekonomi", "lokaler"))
    new = document(syfte=bullets("ekonomi", "personal", "lokaler"))
    assert seen(old, new) == ["paragraph: [-ekonomi-]"]


def test_a_paragraph_that_stands_twice_anchors_nothing_wrongly() -> None:
    old = document(syfte=f"{CHAIR}\n\n{VICE}\n\n{CHAIR}\n\n{NOTES}")
    new = document(syfte=f"{CHAIR}\n\n{NOTES}\n\n{VICE}\n\n{CHAIR}\n\n{NOTES}")
    assert seen(old, new) == [f"paragraph: {{+{NOTES}+}}"]


def test_a_list_is_replaced_whole() -> None:
    old = document(syfte=bullets("skriva avtal", "följa upp", "rapportera"))
    new = document(syfte=bullets("hålla möten", "ge råd"))
    assert seen(old, new) == [
        "paragraph: [-skriva avtal-]",
        "paragraph: [-följa upp-]",
        "paragraph: [-rapportera-]",
        "paragraph: {+hålla möten+}",
        "paragraph: {+ge råd+}",
    ]


def test_one_word_moves_within_its_list() -> None:
    old = document(syfte=bullets("ekonomi", "personal", "lokaler", "fordon"))
    new = document(syfte=bullets("lokaler", "ekonomi", "personal", "fordon"))
    assert seen(old, new) == ["paragraph: {>lokaler<}", "paragraph: [<lokaler>]"]


def test_one_long_word_moves_to_another_section() -> None:
    rest = ["ekonomi", "lokaler"]
    old = document(syfte=bullets("kompetensförsörjning", *rest), avsnitt_b=bullets("hälsa"))
    new = document(syfte=bullets(*rest), avsnitt_b=bullets("kompetensförsörjning", "hälsa"))
    assert kinds(old, new) == [Kind.MOVED]


def test_a_bullet_moves_and_is_reworded() -> None:
    old = document(syfte=bullets(CHAIR, VICE, NOTES))
    new = document(syfte=bullets(VICE, NOTES, CHAIR.replace("utses", "väljs")))
    assert seen(old, new) == [
        "paragraph: " + "[<" + CHAIR.replace("utses", ">][-utses-][<") + ">]",
        "paragraph: " + "{>" + CHAIR.replace("utses", "<}{+väljs+}{>") + "<}",
    ]
    assert kinds(old, new) == [Kind.MOVED]


def test_two_neighbours_that_change_places_are_one_move() -> None:
    old, new = document(syfte=f"{CHAIR}\n\n{VICE}"), document(syfte=f"{VICE}\n\n{CHAIR}")
    assert seen(old, new) == [f"paragraph: {{>{VICE}<}}", f"paragraph: [<{VICE}>]"]


def test_a_heading_stays_when_a_paragraph_goes_past_it() -> None:
    old = document(syfte=f"{NOTES}\n\n{CHAIR}", avsnitt_b={"rubrik": "Organ", "text": VICE})
    new = document(syfte=NOTES, avsnitt_b={"rubrik": "Organ", "text": f"{VICE}\n\n{CHAIR}"})
    assert seen(old, new) == [f"paragraph: [<{CHAIR}>]", f"paragraph: {{>{CHAIR}<}}"]


def test_a_section_moves_as_one_though_a_paragraph_in_it_is_gone() -> None:
    one = {"rubrik": "Roller", "text": f"{CHAIR}\n\n{NOTES}\n\n{VICE}"}
    less = {"rubrik": "Roller", "text": f"{CHAIR}\n\n{VICE}"}
    rest = {"avsnitt_b": {"rubrik": "Möten", "text": " ".join([NOTES[:-1] + " i juni."] * 5)}}
    old, new = document(avsnitt_a=one, **rest), document(**rest, avsnitt_a=less)
    assert sorted(kinds(old, new)) == [Kind.DELETED, Kind.MOVED]


@pytest.mark.parametrize("key", ["avsnitt_a", "avsnitt_b"])
def test_a_replaced_heading_is_known_by_what_stands_under_it(key: str) -> None:
    old = document(avsnitt_a={"rubrik": "Sakmandat", "text": f"{CHAIR}\n\n{VICE}"})
    new = document(**{key: {"rubrik": "Rådgivande roll", "text": f"{CHAIR}\n\n{VICE}"}})
    assert seen(old, new) == ["heading: [-Sakmandat-]{+Rådgivande roll+}"]


def test_a_section_is_replaced_by_another() -> None:
    old = document(avsnitt_a={"rubrik": "Sakmandat", "text": CHAIR})
    new = document(avsnitt_b={"rubrik": "Möten", "text": NOTES})
    assert kinds(old, new) == [Kind.DELETED, Kind.INSERTED]


def test_a_document_of_headings_only() -> None:
    heads = [Heading(2, (Run(words),)) for words in ("Syfte", "Uppdrag", "Organ", "Möten")]
    old = replace(document(), blocks=tuple(heads))
    new = replace(old, blocks=(heads[0], heads[2], Heading(2, (Run("Beslut"),)), heads[3]))
    assert seen(old, new) == ["heading: [-Uppdrag-]", "heading: {+Beslut+}"]


def test_a_list_is_cut_in_two_by_a_paragraph() -> None:
    old = document(syfte=bullets("ekonomi", "personal", "lokaler", "fordon"))
    new = document(syfte=f"{bullets('ekonomi', 'personal')}\n\n{VICE}\n\n- lokaler\n- fordon")
    assert seen(old, new) == [f"paragraph: {{+{VICE}+}}"]


def test_paragraphs_become_bullets_with_their_words() -> None:
    old, new = document(syfte=f"{CHAIR}\n\n{VICE}"), document(syfte=f"- {CHAIR}\n- {VICE}")
    assert seen(old, new) == [f"paragraph: {CHAIR}", f"paragraph: {VICE}"]
    assert kinds(old, new) == [Kind.REFORMATTED, Kind.REFORMATTED]


def test_a_table_with_a_column_more_is_replaced_whole() -> None:
    old = document(syfte="| Tid | Sak |\n| --- | --- |\n| juni | plan |")
    new = document(syfte="| Tid | Sak | Vem |\n| --- | --- | --- |\n| juni | plan | rådet |")
    assert seen(old, new) == [
        "header: [-Tid-] | [-Sak-]",
        "row: [-juni-] | [-plan-]",
        "header: {+Tid+} | {+Sak+} | {+Vem+}",
        "row: {+juni+} | {+plan+} | {+rådet+}",
    ]


def test_rows_are_compared_cell_by_cell() -> None:
    old = document(syfte="| Tid | Sak |\n| --- | --- |\n| juni | plan |\n| maj | råd och stöd |")
    new = document(syfte="| Tid | Sak |\n| --- | --- |\n| april | råd och stöd |\n| juni | plan |")
    assert seen(old, new) == [
        "row: [<juni>] | [<plan>]",
        "row: [-maj-]{+april+} | råd och stöd",
        "row: {>juni<} | {>plan<}",
    ]


def test_a_paragraph_with_little_in_common_is_replaced_whole() -> None:
    new = "Förvaltningarna turas om att hålla i årets möten, en termin var, och skriver protokoll."
    marks = seen(document(syfte=CHAIR), document(syfte=new))
    assert marks == [f"paragraph: [-{CHAIR}-]", f"paragraph: {{+{new}+}}"]


def test_white_space_and_case_are_changes_in_whole_words() -> None:
    old, new = document(syfte="Det är rådets sak."), document(syfte="Det är\u00a0Rådets sak.")
    assert seen(old, new) == ["paragraph: Det är[- rådets-]{+\u00a0Rådets+} sak."]


def test_a_link_to_another_place_is_another_word() -> None:
    old = document(syfte="Se [rutinen](https://exempel.se/a) först.")
    new = document(syfte="Se [rutinen](https://exempel.se/b) först.")
    assert seen(old, new) == ["paragraph: Se [-rutinen-]{+rutinen+} först."]


def test_emphasis_changes_no_words() -> None:
    old, new = document(syfte="Rådet **ska** mötas."), document(syfte="Rådet ska mötas.")
    assert seen(old, new) == ["paragraph: Rådet {~ska~} mötas."]
