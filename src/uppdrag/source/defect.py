"""What can be wrong with the text itself: one rule id a cause, one value a place."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Literal

from uppdrag.source.position import Range

Severity = Literal["error", "warning"]


class Rule(StrEnum):
    """The ids of the rules that a text is held to before its content is looked at."""

    ENCODING = "Y001"
    CHARACTER = "Y002"
    SIZE = "Y003"
    DEPTH = "Y004"
    EMPTY = "Y005"
    ROOT = "Y006"
    DUPLICATE_KEY = "Y007"
    KEY = "Y008"
    ALIAS = "Y009"
    MERGE = "Y010"
    TAG = "Y011"
    DIRECTIVE = "Y012"
    DOCUMENTS = "Y013"
    COMMENT = "Y014"
    TAB = "Y020"
    COLON_IN_VALUE = "Y021"
    QUOTE = "Y022"
    FIRST_CHARACTER = "Y023"
    INDENTATION = "Y024"
    MISSING_COLON = "Y025"
    MISSING_SPACE = "Y026"
    MIXED = "Y027"
    BRACKET = "Y028"
    ESCAPE = "Y029"
    SYNTAX = "Y030"


TITLES: Mapping[Rule, str] = MappingProxyType(
    {
        Rule.ENCODING: "Filen är inte sparad i UTF-8",
        Rule.CHARACTER: "Otillåtet tecken",
        Rule.SIZE: "Filen är för stor",
        Rule.DEPTH: "För många nivåer",
        Rule.EMPTY: "Filen är tom",
        Rule.ROOT: "Filen består inte av nycklar med värden",
        Rule.DUPLICATE_KEY: "Samma nyckel två gånger",
        Rule.KEY: "Nyckeln är inte text",
        Rule.ALIAS: "Ankare eller hänvisning (& och *)",
        Rule.MERGE: "Sammanslagning (<<)",
        Rule.TAG: "Typmärke (!)",
        Rule.DIRECTIVE: "Direktiv (%)",
        Rule.DOCUMENTS: "Flera dokument i en fil",
        Rule.COMMENT: "Slutet av värdet blev en kommentar",
        Rule.TAB: "Tabb i indraget",
        Rule.COLON_IN_VALUE: "Kolon i ett värde utan citattecken",
        Rule.QUOTE: "Citattecken som inte går ihop",
        Rule.FIRST_CHARACTER: "Värdet börjar med ett tecken som betyder något i YAML",
        Rule.INDENTATION: "Fel indrag",
        Rule.MISSING_COLON: "Kolon saknas efter nyckeln",
        Rule.MISSING_SPACE: "Mellanslag saknas",
        Rule.MIXED: "Punkter och nycklar blandade",
        Rule.BRACKET: "Klammer eller hakparentes som inte går ihop",
        Rule.ESCAPE: "Bakstreck inom dubbla citattecken",
        Rule.SYNTAX: "Texten går inte att läsa som YAML",
    }
)


@dataclass(frozen=True, slots=True)
class Defect:
    """One thing that is wrong with a text: the rule, the place, and in Swedish what to do."""

    rule: Rule
    range: Range
    message: str
    severity: Severity = "error"
