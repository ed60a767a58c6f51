"""Blocks of text in; a small mandate that has them at a certain place out."""

from typing import Any

Data = dict[str, Any]

TABLE = "| Del | Ansvar |\n| --- | --- |\n| Underlag | Kansliet |\n| Remiss | Rådet |"

SENTENCES = (
    "Rådet ska samordna arbetet mellan förvaltningarna i regionen.",
    "Ordföranden kallar till möten minst fyra gånger per år.",
    "Kansliet för anteckningar och sänder dem till deltagarna inom en vecka.",
)
ANOTHER = "Frågor om ekonomi lämnas vidare till respektive chef."

HEAD: Data = {
    "format": "1",
    "typ": "samordningsråd",
    "status": "utkast",
    "dokumenttyp": "Uppdragshandling",
    "datum": "2026-03-02",
    "diarienummer": "RS 2026-00123",
    "titel": "Uppdrag för rådet för prövning",
    "grupp": "Rådet för prövning",
    "uppdragsgivare": {"roll": "Direktör"},
}
FOOT: Data = {
    "syfte": "Rådet ger verksamheterna stöd.",
    "beslut": {
        "datum": "2026-03-03",
        "beslutsfattare": {"namn": "Kim Exempelsson", "titel": "Direktör"},
    },
    "sändlista": ["Ordföranden", {"mottagare": "Registrator", "för": "diarieföring"}],
}

PLACES = ("in the middle", "before a table", "after a table", "last")


def mandate(text: str, place: str = "in the middle") -> Data:
    """Return a mandate with the text in a section at a place; without text, without the section."""
    match place:
        case "in the middle":
            return {**HEAD, **section(text), **FOOT}
        case "before a table":
            return {**HEAD, **section(f"{text}\n\n{TABLE}"), **FOOT}
        case "after a table":
            return {**HEAD, **section(f"{TABLE}\n\n{text}"), **FOOT}
        case _:
            return {**HEAD, **section(text)}


def section(text: str, heading: str = "Prov", key: str = "avsnitt_prov") -> Data:
    """Return a section; one without text is left out."""
    return {key: {"rubrik": heading, "text": text.strip("\n")}} if text.strip() else {}


def paragraphs(*texts: str) -> str:
    """Return paragraphs."""
    return "\n\n".join(texts)


def bullets(*texts: str) -> str:
    """Return a list."""
    return "\n".join(f"- {text}" for text in texts)


def numbers(*texts: str) -> str:
    """Return a numbered list."""
    return "\n".join(f"{number}. {text}" for number, text in enumerate(texts, 1))


def nested(*texts: str) -> str:
    """Return a list within an item of another."""
    return "\n".join(["- Rådet ska", *(f"  - {text}" for text in texts), "- Slut"])


def rows(*texts: str) -> str:
    """Return a table with a row for each text."""
    body = (f"| {number} | {text} |" for number, text in enumerate(texts, 10))
    return "\n".join(["| Nummer | Uppgift |", "| --- | --- |", *body]) if texts else ""
