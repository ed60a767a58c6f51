"""What is no YAML: the mistake is pointed out where it was made, with what to write instead."""

import re

import pytest
import yaml

from uppdrag.source import TITLES, Rule, load
from uppdrag.source.parse import read

MISTAKES = [
    ("TAB", "a:\n\tb: 1\n", "\t", "mellanslag"),
    ("TAB", "a:\n  b: 1\n\tc: 2\n", "\t", "mellanslag"),
    ("TAB", "a: |\n\tx\n", "\t", "mellanslag"),
    ("COLON_IN_VALUE", "a: b: c\nd: 1\n", "b: c", 'Skriv "b: c".'),
    ("COLON_IN_VALUE", 'a: b "x": c # k\n', 'b "x": c', "Skriv 'b \"x\": c'."),
    ("COLON_IN_VALUE", "a:\n  - x: y: z\n", "y: z", 'Skriv "y: z".'),
    ("COLON_IN_VALUE", "a: b: " + "c" * 80, "b: " + "c" * 80, "citattecken runt värdet"),
    ("QUOTE", 'a: "hej\nb: 1\n', '"hej', 'Skriv ett " där texten slutar'),
    ("QUOTE", "a: 'hej\nb: 1\n", "'hej", "Skriv ett ' där texten slutar"),
    ("QUOTE", '"a: 1\nb: 1\n', '"a: 1', "stängs aldrig"),
    ("QUOTE", 'a: "hej\n---\nb"\n', '"hej', "stängs aldrig"),
    ("QUOTE", 'x: 1\na: "hej\nb: "då"\nc: 1\n', '"hej', "först på rad 3"),
    ("QUOTE", 'a: "Den "stora" planen"\n', 'stora" planen"', "enkla citattecken"),
    ("QUOTE", "a: 'Råd's plan'\n", "s plan'", "skrivs dubbelt"),
    ("FIRST_CHARACTER", "a: @x\n", "@x", 'Skriv "@x".'),
    ("FIRST_CHARACTER", "a: `x` y\n", "`x` y", 'Skriv "`x` y".'),
    ("FIRST_CHARACTER", "a: *viktigt* text\n", "*viktigt* text", 'Skriv "*viktigt* text".'),
    ("FIRST_CHARACTER", "a: *Vi ska* nu\n", "*Vi ska* nu", 'Skriv "*Vi ska* nu".'),
    ("FIRST_CHARACTER", "a: **fet**\n", "**fet**", "citattecken"),
    ("FIRST_CHARACTER", "a: *x : y\n", "*x : y", "citattecken"),
    ("FIRST_CHARACTER", "a: & co\n", "& co", "citattecken"),
    ("FIRST_CHARACTER", "a: &x: y\n", "&x: y", "citattecken"),
    ("FIRST_CHARACTER", "a: %x\n", "%x", "citattecken"),
    ("FIRST_CHARACTER", "a: !å x\n", "!å x", "citattecken"),
    ("FIRST_CHARACTER", "a: !e!x y\n", "!e!x y", "citattecken"),
    ("FIRST_CHARACTER", "a: |x\n", "|x", "citattecken"),
    ("FIRST_CHARACTER", "a: >50 procent # k\n", ">50 procent", 'Skriv ">50 procent".'),
    ("FIRST_CHARACTER", "a: , x\n", ", x", "citattecken"),
    ("FIRST_CHARACTER", "a: ] x\n", "] x", "citattecken"),
    ("FIRST_CHARACTER", "a: ? x\n", "? x", "citattecken"),
    ("FIRST_CHARACTER", "a: [ange] text\n", "[ange] text", "citattecken"),
    ("FIRST_CHARACTER", "a: [[ange]](#) text\n", "[[ange]](#) text", "citattecken"),
    ("INDENTATION", "a:\n  b: 1\n c: 2\n", "c: 2", "lika långt"),
    ("INDENTATION", " a: 1\nb: 2\n", "b: 2", "lika långt"),
    ("INDENTATION", "a:\n  - x\n - y\n", "- y", "lika långt"),
    ("INDENTATION", "a: b\n  c: d\n", "c: d", "värdet på rad 1"),
    ("INDENTATION", "syfte: |\n  Text\n till\nb: 1\n", "till", "texten som börjar på rad 1"),
    ("MISSING_COLON", "titel\ndatum: x\n", "titel", "kolon"),
    ("MISSING_COLON", "a: 1\ntitel\ndatum: x\n", "titel", "kolon"),
    ("MISSING_COLON", "a: 1\ntitel Rådet\n", "titel Rådet", "kolon"),
    ("MISSING_COLON", "a: |\n  x\ntext här\nb: 1\n", "text här", "dra in den"),
    ("MISSING_COLON", "a: 1\n" + "x" * 1100 + ": 1\n", "x" * 1100 + ": 1", "högst 1024"),
    ("MISSING_COLON", "x" * 1100 + ": 1\n", "x" * 1100 + ": 1", "högst 1024"),
    ("MISSING_SPACE", "a: 1\nb:x\nc: 1\n", "b:", "mellanslag efter kolonet"),
    ("MISSING_SPACE", "a: 1\nb:\u00a0x\n", "b:", "mellanslag efter kolonet"),
    ("MISSING_SPACE", "a:x\nb: 1\n", "a:", "mellanslag efter kolonet"),
    ("MISSING_SPACE", "a:\n  - x\n  -y\n  - z\n", "-", "mellanslag efter strecket"),
    ("MIXED", "a: 1\n- b\n", "- b", "punkt (-) bland nycklar"),
    ("MIXED", "a:\n  - c\n  b: 1\nd: 1\n", "b: 1", "nyckel bland punkter"),
    ("MIXED", "a: - x\n", "- x", "egen rad"),
    ("BRACKET", "a: [x, y\nb: 1\n", "[x, y", "Skriv ]"),
    ("BRACKET", "a: {x: 1\nb: 1\n", "{x: 1", "Skriv }"),
    ("BRACKET", "a: [", "[", "Skriv ]"),
    ("BRACKET", "b: 1\na: {\n", "{", "Skriv }"),
    ("BRACKET", "a: [x, y}\n", "}", "varje [ har sin ]"),
    ("BRACKET", "a: {x: [1, }\n", "}", "varje [ har sin ]"),
    ("COMMENT", "a: b #c\n  d\ne: 1\n", "#c", "mitt i ett värde"),
    ("SYNTAX", "a:\n- 'y'}\n", "}", "indrag, kolon och citattecken"),
    ("ESCAPE", 'a: "C:\\kvar"\n', "\\k", "enkla citattecken"),
    ("ESCAPE", 'a: "C:\\Users"\n', "\\U", "enkla citattecken"),
]


@pytest.mark.parametrize(("rule", "text", "words", "cure"), MISTAKES)
def test_a_mistake_is_pointed_out_where_it_was_made(
    rule: str, text: str, words: str, cure: str
) -> None:
    source = load(text, "x")

    (defect,) = source.defects
    assert source.root is None
    assert defect.severity == "error"
    assert (defect.rule.name, text[defect.range.start : defect.range.end]) == (rule, words)
    assert cure in defect.message


@pytest.mark.parametrize(("rule", "text", "words", "cure"), MISTAKES)
def test_the_parser_in_python_leads_to_the_same_rule(
    rule: str, text: str, words: str, cure: str
) -> None:
    (defect,) = read(text, yaml.SafeLoader).defects

    assert defect.rule.name == rule
    assert cure in defect.message
    assert text[defect.range.start : defect.range.end].startswith(words)


def test_a_code_point_that_does_not_exist_is_a_defect_with_both_parsers() -> None:
    text = 'a: "\\UFFFFFFFF"\n'

    assert [defect.rule for defect in load(text, "x").defects] == [Rule.ESCAPE]
    assert [defect.rule for defect in read(text, yaml.SafeLoader).defects] == [Rule.ESCAPE]


def test_what_was_wrong_before_the_mistake_is_told_too() -> None:
    source = load("a: 1\na: 2\nb: c: d\n", "x")

    assert [defect.rule for defect in source.defects] == [Rule.DUPLICATE_KEY, Rule.COLON_IN_VALUE]


@pytest.mark.parametrize("line_break", ["\r\n", "\r"])
def test_the_place_is_right_with_every_kind_of_line_break(line_break: str) -> None:
    text = f"\U0001f600: å{line_break}a: b: c{line_break}"
    (defect,) = load(text, "x").defects

    assert text[defect.range.start : defect.range.end] == "b: c"


def test_every_rule_has_a_title_and_an_id_of_its_own() -> None:
    assert set(TITLES) == set(Rule)
    assert all(re.fullmatch(r"Y\d{3}", rule) for rule in Rule)
