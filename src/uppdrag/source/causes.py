"""A clue to why a text is not YAML comes in; one defect in plain Swedish goes out.

The parser tells where it gave up; each cause below knows one mistake that people make, and
points to the mistake instead. The first that recognises itself is the answer.
"""

import re
from collections.abc import Callable

import yaml

from uppdrag.source import line_causes
from uppdrag.source.clue import Clue
from uppdrag.source.defect import Defect, Rule
from uppdrag.source.position import Range

_SHOWN = 60
_FLOW_END = (yaml.FlowSequenceEndToken, yaml.FlowMappingEndToken)
_FLOW_START = (yaml.FlowSequenceStartToken, yaml.FlowMappingStartToken)


def _quoted(value: str) -> str:
    """Give a value as it is written to be taken literally."""
    if '"' in value or "\\" in value:
        return "'" + value.replace("'", "''") + "'"
    return f'"{value}"'


def _cure(value: str) -> str:
    return f"Skriv {_quoted(value)}." if len(value) <= _SHOWN else "Sätt citattecken runt värdet."


_ESCAPE = re.compile(r"\\(?:x[0-9a-fA-F]{0,2}|u[0-9a-fA-F]{0,4}|U[0-9a-fA-F]{0,8}|.?)")
"""A code, as far as it is written."""

_HALF_A_CHARACTER = re.compile(r"\\(?:u|U0000)[dD][89a-fA-F]")
"""The code of a surrogate, U+D800 to U+DFFF."""


def _escape(clue: Clue) -> Defect | None:
    place = clue.context_place
    if place is None or clue.text[place : place + 1] != '"' or not clue.context:
        return None
    if "quoted scalar" not in clue.context or "unexpected" in clue.problem:
        return None
    start = clue.text.rfind("\\", place, clue.place + 1)
    if start < 0:
        return None
    found = _ESCAPE.match(clue.text, start)
    end = found.end() if found else min(start + 1, len(clue.text))
    if _HALF_A_CHARACTER.match(clue.text, start):
        return Defect(
            Rule.ESCAPE,
            Range(start, end),
            "Koden är ett halvt tecken. Skriv tecknet självt i stället för koden.",
        )
    return Defect(
        Rule.ESCAPE,
        Range(start, end),
        "Inom dubbla citattecken inleder ett bakstreck en kod, och den här koden finns inte. "
        "Skriv \\\\ för ett bakstreck, eller använd enkla citattecken '…'.",
    )


def _unclosed_quote(clue: Clue) -> Defect | None:
    place = clue.context_place
    if place is None or "quoted scalar" not in clue.context:
        return None
    mark = clue.text[place : place + 1]
    line = clue.rest(place)
    cure = (
        "Ett bakstreck före \" gör det till en del av texten: använd enkla citattecken '…'."
        if clue.words(line).endswith('\\"')
        else f"Skriv ett {mark} där texten slutar."
    )
    return Defect(Rule.QUOTE, line, f"Citattecknet {mark} som öppnas här stängs aldrig. {cure}")


def _text_after_quote(clue: Clue) -> Defect | None:
    last = clue.last
    if last is None or last.style not in ("'", '"') or not clue.same_line(last.end, clue.place):
        return None
    if last.kind is not yaml.ScalarToken or clue.character in ("", ",", "]", "}"):
        return None
    mark = last.style
    if not clue.same_line(last.start, last.end - 1):
        line = clue.lines.line(last.end - 1)
        return Defect(
            Rule.QUOTE,
            clue.rest(last.start),
            f"Citattecknet {mark} som öppnas här stängs först på rad {line}, där det följs av mer "
            f"text. Saknas ett {mark} i slutet av den här raden?",
        )
    cure = (
        "Hör citattecknen till texten, sätt enkla citattecken '…' runt hela värdet."
        if mark == '"'
        else "Ett enkelt citattecken inne i texten skrivs dubbelt ('')."
    )
    return Defect(
        Rule.QUOTE,
        clue.rest(clue.place),
        f"Här står mer text efter det avslutande citattecknet {mark}. {cure}",
    )


def _flow_value(clue: Clue) -> Defect | None:
    """Recognise a value that begins with a bracket and goes on after it, as Markdown links do."""
    last = clue.last
    if last is None or last.kind not in _FLOW_END or not clue.same_line(last.start, clue.place):
        return None
    depth = 0
    for token in reversed(clue.tokens):
        depth += (token.kind in _FLOW_END) - (token.kind in _FLOW_START)
        if depth == 0:
            return _first_character(clue, token.start)
    return None


def _text_after_alias(clue: Clue) -> Defect | None:
    last = clue.last
    if last is None or last.kind is not yaml.AliasToken or not clue.same_line(last.end, clue.place):
        return None
    return _first_character(clue, last.start)


def _first_character(clue: Clue, start: int) -> Defect:
    value = clue.rest(start)
    words = clue.words(value)
    return Defect(
        Rule.FIRST_CHARACTER,
        value,
        f"Ett värde får inte börja med {words[0]} utan citattecken, för {words[0]} betyder något "
        f"särskilt i YAML. {_cure(words)}",
    )


def _reserved(clue: Clue) -> Defect | None:
    starts_token = "cannot start any token" in clue.problem or "node content" in clue.problem
    if starts_token and clue.character in "@`%,]}|>" and clue.character:
        if clue.context == "while parsing a flow node":
            return _bracket_mismatch(clue)
        return _first_character(clue, clue.place)
    if "mapping keys are not allowed" in clue.problem:
        return _first_character(clue, clue.place)
    place = clue.context_place
    if place is None or clue.text[place : place + 1] not in ("*", "&", "!", "|", ">"):
        return None
    if re.search(
        r"scanning an (alias|anchor)|(scanning|parsing) a tag|parsing a node|block scalar",
        clue.context,
    ):
        return _first_character(clue, place)
    return None


def _list_on_key_line(clue: Clue) -> Defect | None:
    if "sequence entries are not allowed" not in clue.problem:
        return None
    value = clue.rest(clue.place)
    return Defect(
        Rule.MIXED,
        value,
        "En punkt i en lista börjar på en egen rad, under nyckeln. Hör strecket till texten? "
        f"{_cure(clue.words(value))}",
    )


def _colon_in_value(clue: Clue) -> Defect | None:
    value = _value_on_line(clue)
    if "mapping values are not allowed" in clue.problem and value is not None:
        if clue.text[value] in "*&!":
            return _first_character(clue, value)
        place = clue.rest(value)
        return Defect(
            Rule.COLON_IN_VALUE,
            place,
            f"Värdet innehåller ett kolon och måste stå inom citattecken. "
            f"{_cure(clue.words(place))}",
        )
    return None


def _value_on_line(clue: Clue) -> int | None:
    """Give where the value starts that the place is in, if its key is on the same line."""
    tokens = line_causes.tokens_on_line(clue, clue.place)
    for number, token in enumerate(tokens):
        if token.kind is yaml.ValueToken:
            following = tokens[number + 1 :]
            return following[0].start if following else clue.place
    return None


def _bracket(clue: Clue) -> Defect | None:
    place = clue.context_place
    if place is None or not clue.context.startswith("while parsing a flow"):
        return None
    if clue.character in ("]", "}"):
        return _bracket_mismatch(clue)
    if clue.text[place : place + 1] not in ("[", "{"):
        # With nothing after the bracket the parser names the end of the file as its place.
        place = max(clue.text.rfind("[", 0, place), clue.text.rfind("{", 0, place))
    if place < 0:
        return None
    opened = clue.text[place]
    closing = "]" if opened == "[" else "}"
    return Defect(
        Rule.BRACKET,
        clue.rest(place),
        f"Tecknet {opened} som öppnas här stängs inte. Skriv {closing} där listan slutar, med "
        f"komma mellan delarna; hör {opened} till texten, sätt hela värdet inom citattecken.",
    )


def _bracket_mismatch(clue: Clue) -> Defect:
    return Defect(
        Rule.BRACKET,
        Range(clue.place, min(clue.place + 1, len(clue.text))),
        f"Tecknet {clue.character} passar inte här. Kontrollera att varje [ har sin ] och varje "
        "{ sin }; hör tecknen till texten, sätt hela värdet inom citattecken.",
    )


def _cut_by_comment(clue: Clue) -> Defect | None:
    last = clue.last
    if last is None or last.kind is not yaml.ScalarToken or last.style:
        return None
    between = clue.text[last.end : clue.place]
    comment = re.match(r"[ \t]+#[^\r\n]*", between)
    if comment is None or clue.same_line(last.end, clue.place):
        return None
    start = last.end + comment.group().index("#")
    return Defect(
        Rule.COMMENT,
        clue.rest(start),
        "Här börjar en kommentar mitt i ett värde som fortsätter på nästa rad. Sätt hela värdet "
        "inom citattecken, eller flytta kommentaren till en egen rad före nyckeln.",
    )


def _unknown(clue: Clue) -> Defect:
    place = clue.rest(clue.place)
    return Defect(
        Rule.SYNTAX,
        place,
        "Filen går inte att läsa vidare härifrån. Kontrollera indrag, kolon och citattecken på "
        "den här raden och raden ovanför; sätt värden med särskilda tecken inom citattecken.",
    )


_CAUSES: tuple[Callable[[Clue], Defect | None], ...] = (
    line_causes.tab,
    _escape,
    _unclosed_quote,
    line_causes.unknown_directive,
    line_causes.text_after_end,
    _text_after_quote,
    _flow_value,
    _text_after_alias,
    _reserved,
    _list_on_key_line,
    _colon_in_value,
    line_causes.colon_without_key,
    line_causes.line_without_key,
    line_causes.missing_key,
    _bracket,
    _cut_by_comment,
    line_causes.mixed,
    line_causes.indentation,
)


def syntax_defect(clue: Clue) -> Defect:
    """Give the one mistake that best explains why the parser stopped."""
    found = (cause(clue) for cause in _CAUSES)
    return next((defect for defect in found if defect is not None), None) or _unknown(clue)
