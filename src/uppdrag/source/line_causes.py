"""A clue comes in; the mistakes in how lines are laid out (indentation, keys, items) go out."""

import re
from itertools import takewhile

import yaml

from uppdrag.source.clue import Clue, Token
from uppdrag.source.defect import Defect, Rule
from uppdrag.source.position import Range
from uppdrag.source.refusals import (
    dash_without_space,
    directive,
    empty_key,
    key_without_space,
    second_document,
)

_LONGEST_KEY = 1024
KEY_WITHOUT_SPACE = re.compile(r"""[^\s:"'\[\]{}#-][^:"'\[\]{}#\n]*:(?=[^ \t\r\n])(?!//)""")
_DASH_WITHOUT_SPACE = re.compile(r"-(?=[^ \t\r\n-])")


def tab(clue: Clue) -> Defect | None:
    """Recognise a tab in the indentation, or between a key and its value."""
    indentation = clue.before(clue.place)
    if clue.character != "\t" or (indentation.strip() and "tab" not in clue.problem):
        return _tab_as_space(clue)
    start = clue.place
    end = start + sum(1 for _ in takewhile(lambda blank: blank in " \t", clue.text[start:]))
    return Defect(
        Rule.TAB,
        Range(start, end),
        "Raden är indragen med tabb. Dra in den med mellanslag i stället, två för varje nivå.",
    )


def _tab_as_space(clue: Clue) -> Defect | None:
    if clue.character != "\t":
        return None
    return Defect(
        Rule.TAB,
        Range(clue.place, clue.place + 1),
        "Här står en tabb mellan nyckel och värde. Skriv ett mellanslag i stället.",
    )


def unknown_directive(clue: Clue) -> Defect | None:
    """Recognise a line that begins with ``%``."""
    line = clue.content(clue.context_place if clue.context_place is not None else clue.place)
    if clue.text[line.start : line.start + 1] != "%" or clue.column(line.start) != 0:
        return None
    return directive(line)


def text_after_end(clue: Clue) -> Defect | None:
    """Recognise that something follows the end of the document."""
    if "<document start>" not in clue.problem:
        return None
    if any(token.kind is yaml.DocumentEndToken for token in clue.tokens):
        return second_document(clue.content(clue.place))
    return None


def colon_without_key(clue: Clue) -> Defect | None:
    """Recognise a line that YAML takes for more of the one above, though it has a key."""
    last = clue.last
    if "mapping values are not allowed" not in clue.problem or last is None:
        return None
    if clue.same_line(last.start, clue.place):
        return _long_key(clue, last.start) if clue.place - last.start > _LONGEST_KEY else None
    if any(token.kind is yaml.ValueToken for token in tokens_on_line(clue, last.start)):
        return Defect(
            Rule.INDENTATION,
            clue.content(clue.place),
            f"Raden är indragen under värdet på rad {clue.lines.line(last.start)} och läses som en "
            "fortsättning på det. Är den en egen nyckel, dra in den lika långt som nyckeln på "
            "den raden; hör den till texten, sätt hela värdet inom citattecken.",
        )
    return _line_without_key(clue, last.start)


def tokens_on_line(clue: Clue, offset: int) -> list[Token]:
    """Give the tokens that begin on the line of an offset."""
    return [token for token in clue.tokens if clue.same_line(token.start, offset)]


def line_without_key(clue: Clue) -> Defect | None:
    """Recognise a line that has no key."""
    if "could not find expected ':'" not in clue.problem or clue.context_place is None:
        return None
    return _line_without_key(clue, clue.context_place)


def _line_without_key(clue: Clue, offset: int) -> Defect:
    line = clue.content(offset)
    words = clue.words(line)
    if dash := _DASH_WITHOUT_SPACE.match(words):
        return dash_without_space(Range(line.start, line.start + dash.end()))
    if key := KEY_WITHOUT_SPACE.match(words):
        return key_without_space(key.group(), Range(line.start, line.start + key.end()))
    if len(words) > _LONGEST_KEY:
        return _long_key(clue, line.start)
    return Defect(
        Rule.MISSING_COLON,
        line,
        "Raden saknar nyckel med kolon. Skriv ett kolon och ett mellanslag efter nyckeln; hör "
        "raden till texten ovanför, dra in den lika långt som den.",
    )


def _long_key(clue: Clue, offset: int) -> Defect:
    return Defect(
        Rule.MISSING_COLON,
        clue.content(offset),
        f"Raden läses som en nyckel, men en nyckel är högst {_LONGEST_KEY} tecken. Dra in raden om "
        "den hör till texten ovanför.",
    )


def missing_key(clue: Clue) -> Defect | None:
    """Recognise a colon with nothing before it."""
    before = clue.before(clue.place).strip()
    if clue.character != ":" or before.strip("- ")[-1:] not in ("", "{", ","):
        return None
    return empty_key(Range(clue.place, clue.place + 1))


def mixed(clue: Clue) -> Defect | None:
    """Recognise list items among keys, and keys among list items."""
    if not clue.context.startswith("while parsing a block") or clue.context_place is None:
        return None
    if clue.column(clue.place) != clue.column(clue.context_place):
        return None
    if "mapping" not in clue.context:
        message = (
            "Här står en nyckel bland punkter. Börja raden med - om den är en punkt i listan, "
            "eller dra in den som en nyckel."
        )
    elif re.match(r"-(\s|\Z)", clue.text[clue.place : clue.place + 2]):
        message = (
            "Här står en punkt (-) bland nycklar. Dra in punkterna under den nyckel som de hör "
            "till, eller ta bort strecket."
        )
    else:
        return None
    return Defect(Rule.MIXED, clue.rest(clue.place), message)


def indentation(clue: Clue) -> Defect | None:
    """Recognise a line that is indented like no line above it."""
    is_about_blocks = (
        clue.context.startswith("while parsing a block") or "<document start>" in clue.problem
    )
    if not is_about_blocks or clue.before(clue.place).strip():
        return None
    last = clue.last
    if last is not None and last.style in ("|", ">"):
        line = clue.lines.line(last.start)
        message = (
            f"Raden är mindre indragen än texten som börjar på rad {line}. Dra in den lika långt "
            "om den hör till texten, annars lika långt som nyckeln där."
        )
    elif "<document start>" in clue.problem and clue.tokens:
        first = next(token for token in clue.tokens if token.end > token.start)
        message = (
            "Raden börjar längre till vänster än den första nyckeln, på rad "
            f"{clue.lines.line(first.start)}. Dra in dem lika långt, helst inte alls."
        )
    else:
        message = (
            "Raden är inte lika långt indragen som någon nyckel eller punkt ovanför. Dra in den "
            "lika långt som de rader som den hör ihop med."
        )
    return Defect(Rule.INDENTATION, clue.content(clue.place), message)
