"""The words that a key stands for in the document: headings and run-in labels, by type."""

from __future__ import annotations

from uppdrag.model.handling import Typ

OWN_PREFIX = "avsnitt_"
"""A key that begins so is a section, or a part of one, that the format does not know."""

SECTIONS = {
    "bakgrund": "Bakgrund",
    "syfte": "Syfte med uppdraget",
    "mål": "Mål",
    "uppdragsbeskrivning": "Uppdragsbeskrivning",
    "avgränsning": "Avgränsning",
    "arbetsorganisation": "Arbetsorganisation",
    "arbetsgrupp": "Arbetsgrupp",
    "samband": "Samband och gränsdragning till andra uppdrag",
    "tidplan": "Tidplan",
    "resurser": "Resurser",
    "kommunikation": "Kommunikation",
    "uppföljning": "Uppföljning",
    "beslutsordning": "Beslutsordning",
    "bilagor": "Bilagor",
}
"""The headings of the sections that the format knows."""

SECTIONS_BY_TYPE = {
    Typ.PROJEKTUPPDRAG: {
        "syfte": "Syfte",
        "uppdragsbeskrivning": "Uppdrag",
        "arbetsorganisation": "Organisation",
    },
    Typ.SAMVERKANSORGAN: {"uppdragsbeskrivning": "Uppdrag och roll"},
}
"""Where a type of document has another heading."""

SUBSECTIONS = {"rapportering": "Rapportering", "beslutsfattande": "Beslutsfattande"}
"""Parts of a section that stand under a heading of their own."""

LABELS = {
    "uppdragsgivare": "Uppdragsgivare",
    "uppdragstagare": "Uppdragstagare",
    "styrgrupp": "Styrgrupp",
    "ordförande": "Ordförande",
    "vice_ordförande": "Vice ordförande",
    "deltagare": "Deltagare",
    "adjungerade": "Adjungerade deltagare",
    "mötesfrekvens": "Mötesfrekvens",
    "undergrupper": "Undergrupper",
    "arbetsgrupp": "Arbetsgrupp",
}
"""Parts of a section that stand behind a run-in label; `stöd` is known too and has none."""

FACTS = {
    "grupp": "Grupp",
    "datum": "Datum",
    "diarienummer": "Diarienummer",
    "organisation": "Organisation",
    "ansvarsområde": "Ansvarsområde",
    "uppdragsgivare": "Uppdragsgivare",
    "uppdragstagare": "Uppdragstagare",
    "giltighet": "Giltighet",
    "utgår_från": "Utgår från",
}
"""The labels of the facts at the head of the document."""

DECISION_DATE = "Datum för beslut"
RECIPIENTS = "Uppdraget skickas till"
TIMETABLE_HEADER = ("Tid", "Händelse")


def section_heading(nyckel: str, typ: Typ) -> str | None:
    """Return the heading that a section has when it states none; None for one of its own."""
    return SECTIONS_BY_TYPE.get(typ, {}).get(nyckel) or SECTIONS.get(nyckel)
