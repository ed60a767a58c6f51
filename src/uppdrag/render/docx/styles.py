"""The styles that a document uses, by the names that Word keeps in every language.

A Swedish Word renames the ids (`Heading1` becomes `Rubrik1`) when it saves, but never the names:
an id is looked up in the template at hand.
"""

from __future__ import annotations

from enum import StrEnum


class Style(StrEnum):
    """A style that the template must have; the value is its `w:name`."""

    NORMAL = "Normal"
    TITLE = "heading 1"
    HEADING = "heading 2"
    SUBHEADING = "heading 3"
    LEAD = "Ingress"
    FACT = "Fakta"
    FACT_MORE = "Fakta fortsättning"
    LETTERHEAD = "Brevhuvud"
    LETTERHEAD_LABEL = "Brevhuvud etikett"
    LETTERHEAD_TABLE = "Brevhuvud rad"
    NOTE = "Anmärkning"
    BULLET_1 = "List Bullet"
    BULLET_2 = "List Bullet 2"
    BULLET_3 = "List Bullet 3"
    NUMBER_1 = "List Number"
    NUMBER_2 = "List Number 2"
    NUMBER_3 = "List Number 3"
    MORE_1 = "List Continue"
    MORE_2 = "List Continue 2"
    MORE_3 = "List Continue 3"
    TABLE = "Uppdragstabell"
    TABLE_HEADER = "Tabellrubrik"
    TABLE_TEXT = "Tabelltext"
    TABLE_GAP = "Tabellskiljare"
    DECISION_DATE = "Beslutsdatum"
    SIGNER_NAME = "Namn"
    SIGNER_TITLE = "Befattning"
    LINK = "Hyperlink"
    HEADER = "header"
    FOOTER = "footer"


HEADINGS = (Style.TITLE, Style.HEADING, Style.SUBHEADING)
BULLETS = (Style.BULLET_1, Style.BULLET_2, Style.BULLET_3)
NUMBERS = (Style.NUMBER_1, Style.NUMBER_2, Style.NUMBER_3)
MORE = (Style.MORE_1, Style.MORE_2, Style.MORE_3)
