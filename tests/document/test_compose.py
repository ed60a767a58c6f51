"""The document of a mandate: its parts in the order of the file, labelled, with their origins."""

import re
from typing import Any

from hypothesis import given
from tests.strategies import mandate_data

from uppdrag.document import compose
from uppdrag.document.text import lines
from uppdrag.document.tree import (
    Document,
    Facts,
    Heading,
    Letterhead,
    ListBlock,
    Paragraph,
    Role,
    Signature,
)
from uppdrag.model import read

START = {"format": "1", "typ": "samordningsråd", "status": "beslutad"}


def composed(**fields: Any) -> Document:
    return compose(read({**START, **fields}))


def test_facts_before_the_title_are_the_letterhead_and_those_after_stand_under_it() -> None:
    document = composed(
        dokumenttyp="Uppdragshandling",
        datum="2026-06-16",
        organisation=["Regionen", "Kansliet"],
        titel="Uppdrag för rådet",
        ansvarsområde="Hjälpmedel",
        syfte="Att samordna.",
    )
    kinds = [type(block) for block in document.blocks]
    assert kinds == [Letterhead, Heading, Facts, Heading, Paragraph]
    assert list(lines(document)) == [
        "Uppdragshandling",
        "Datum 2026-06-16",
        "Regionen",
        "Kansliet",
        "Uppdrag för rådet",
        "Ansvarsområde: Hjälpmedel",
        "Syfte med uppdraget",
        "Att samordna.",
    ]


def test_the_order_of_the_file_is_the_order_of_the_document() -> None:
    document = composed(
        titel="T", kommunikation="K.", syfte="S.", avsnitt_x={"rubrik": "X", "text": "x"}
    )
    headings = [b for b in lines(document) if b in {"Kommunikation", "Syfte med uppdraget", "X"}]
    assert headings == ["Kommunikation", "Syfte med uppdraget", "X"]


def test_a_draft_says_that_it_is_one() -> None:
    document = compose(read({**START, "status": "utkast", "titel": "T"}))
    assert list(lines(document)) == ["Utkast", "T"]
    assert document.metadata.status == "Utkast"


def test_a_label_runs_into_its_text_and_introduces_a_list() -> None:
    document = composed(
        titel="T",
        arbetsorganisation={
            "ordförande": {"utses_av": "ledningsgruppen"},
            "deltagare": "- HR\n- Ekonomi",
            "mötesfrekvens": {"minst": "4", "högst": "8", "per": "år", "vid_behov": "ja"},
        },
    )
    assert list(lines(document))[2:] == [
        "Ordförande: Utses av ledningsgruppen.",
        "Deltagare:",
        "- HR",
        "- Ekonomi",
        "Mötesfrekvens: 4–8 gånger per år samt vid behov",
    ]
    roles = [block.role for block in document.blocks if isinstance(block, Paragraph)]
    assert roles == [Role.LABELLED, Role.INTRODUCTION, Role.LABELLED]


def test_the_type_decides_the_headings_that_are_not_stated() -> None:
    project = compose(read({**START, "typ": "projektuppdrag", "titel": "T", "syfte": "S."}))
    assert "Syfte" in list(lines(project))


def test_the_decision_is_kept_together_and_the_recipients_are_a_list() -> None:
    document = composed(
        titel="T",
        beslut={"datum": "2026-06-17", "beslutsfattare": {"namn": "Kim Ek", "titel": "Direktör"}},
        sändlista=[{"mottagare": "Ordförande", "för": "genomförande"}, "Registrator"],
    )
    signature = next(block for block in document.blocks if isinstance(block, Signature))
    assert [paragraph.role for paragraph in signature.lines] == [
        Role.DECISION_DATE,
        Role.SIGNER_NAME,
        Role.SIGNER_TITLE,
    ]
    assert isinstance(document.blocks[-1], ListBlock)
    assert list(lines(document))[-2:] == ["- Ordförande för genomförande", "- Registrator"]


def test_every_inline_knows_the_value_that_it_came_from() -> None:
    document = composed(titel="T", beslutsordning={"rapportering": "I linjen."})
    heading, part, paragraph = document.blocks[1:]
    assert isinstance(heading, Heading)
    assert heading.origin.path == ("beslutsordning",)
    assert isinstance(part, Heading)
    assert part.origin.path == ("beslutsordning", "rapportering")
    assert isinstance(paragraph, Paragraph)
    origin = paragraph.inlines[0].origin
    assert (origin.path, origin.start, origin.end) == (("beslutsordning", "rapportering"), 0, 9)


PRINTED_NOWHERE = {"format", "typ", "status", "kortnamn", "revidering", "undantag"}


@given(mandate_data())
def test_every_word_of_a_mandate_is_in_its_document_and_in_order(data: dict[str, Any]) -> None:
    printed = {key: value for key, value in data.items() if key not in PRINTED_NOWHERE}
    found = iter(re.findall(r"[^\W\d_]", " ".join(lines(compose(read(data))))))
    needed = re.findall(r"[^\W\d_]", " ".join(_texts(printed)))
    assert all(character in found for character in needed)


def _texts(value: Any, key: str = "") -> list[str]:
    """Return the values in print order; what the format words itself, or leaves unsaid, is out."""
    if isinstance(value, list):
        return [text for item in value for text in _texts(item, key)]
    if not isinstance(value, dict):
        return [re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", value)]
    if "text" in value and key in {
        "uppdragsgivare",
        "uppdragstagare",
        "mötesfrekvens",
        "giltighet",
    }:
        return _texts(value.get("etikett", "")) + _texts(value["text"])
    counted = {"minst", "högst"} & set(value)
    order = {
        "uppdragsgivare": ["etikett", "namn", "roll", "organ"],
        "uppdragstagare": ["etikett", "namn", "roll", "organ"],
        "beslut": ["datum", "notering", "beslutsfattare"],
        "beslutsfattare": ["namn", "titel", "delegation"],
        "mötesfrekvens": ["etikett", "minst", "högst", "per"] if counted else ["etikett"],
        "sändlista": ["mottagare", "epost", "för"],
        "giltighet": ["från", "till"],
        "poster": ["tid", "händelse"],
    }.get(key)
    if order is None:
        titled = [name for name in ("rubrik", "etikett") if name in value]
        order = titled + [name for name in value if name not in {*titled, "utses_av"}]
    return [text for name in order if name in value for text in _texts(value[name], name)]
