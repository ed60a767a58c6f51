"""What YAML allows but a mandate does not: each is refused where it stands."""

import pytest

from uppdrag.source import Rule, load


def told(text: str) -> list[tuple[str, str, str]]:
    """Give each defect as its rule, severity and the words that it points to."""
    return [
        (defect.rule.name, defect.severity, text[defect.range.start : defect.range.end])
        for defect in load(text, "x").defects
    ]


def errors(*pairs: tuple[str, str]) -> list[tuple[str, str, str]]:
    return [(rule, "error", words) for rule, words in pairs]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\nb: 2\na: 3\n", errors(("DUPLICATE_KEY", "a"))),
        ("å: 1\na\u030a: 2\n", errors(("DUPLICATE_KEY", "a\u030a"))),
        ("a: {b: 1, 'b': 2}\n", errors(("DUPLICATE_KEY", "'b'"))),
        ("a: &x ja\nb: *x\n", errors(("ALIAS", "&x"), ("ALIAS", "*x"))),
        ("a: &x\n  b: 1\n", errors(("ALIAS", "&x"))),
        ("a: *viktigt\n", errors(("ALIAS", "*viktigt"))),
        ("*x : 1\na: 2\n", errors(("ALIAS", "*x"))),
        ("<<: *x\na: 2\n", errors(("MERGE", "<<"))),
        ("a: !!int 3\n", errors(("TAG", "!!int"))),
        ("a: !egen [b]\n", errors(("TAG", "!egen"))),
        ("a: !x &y # not\n  b: 1\n", errors(("TAG", "!x"), ("ALIAS", "&y"))),
        ("%TAG !e! x\n---\na: 1\n", errors(("DIRECTIVE", "%TAG !e! x"))),
        ("%FOO x\n---\na: 1\n", errors(("DIRECTIVE", "%FOO x"))),
        ("%YAML 2.0\n---\na: 1\n", errors(("DIRECTIVE", "%YAML 2.0"))),
        ("---\na: 1\n---\nb: 1\n---\nc: 1\n", errors(("DOCUMENTS", "---"))),
        ("a: 1\n...\nb: 1\n", errors(("DOCUMENTS", "b: 1"))),
        ("[a]: 1\nb: 2\n", errors(("KEY", "[a]"))),
        ("? - a\n: 1\n", errors(("KEY", "- a"))),
        (": 1\na: 2\n", errors(("KEY", ":"))),
        ("a:\n  - : 1\n", errors(("KEY", ":"))),
        ("a: {: 1}\n", errors(("KEY", ":"))),
        ("'': 1\na: 2\n", errors(("KEY", "''"))),
        ("", errors(("EMPTY", ""))),
        ("\n# bara en kommentar\n", errors(("EMPTY", "# bara en kommentar"))),
        ("---\n", errors(("EMPTY", "---"))),
        ("- a\n- b\n", errors(("ROOT", "- a"))),
        ("bara text\n", errors(("ROOT", "bara text"))),
        ("titel:Rådet\n", errors(("MISSING_SPACE", "titel:"))),
        ("a: " + "[" * 30 + "]" * 30, errors(("DEPTH", "["))),
    ],
)
def test_more_of_yaml_than_a_mandate_uses_is_refused_where_it_stands(
    text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("titel: Beslut nr #14\n", [("COMMENT", "warning", "#14")]),
        ("titel: #14\n", [("COMMENT", "warning", "#14")]),
        ("a:\n  - x #y\n", [("COMMENT", "warning", "#y")]),
        ("titel: Beslut  # kommentar\n", []),
        ("titel: 'Beslut' #14\n", []),
        ("titel: Beslut#14\n", []),
        ("a:\n  - x\n   - y\n", [("INDENTATION", "warning", "- y")]),
        ("a:\n  -x\n  -y\n", [("MISSING_SPACE", "error", "-")]),
        ("a: ett - två\n  - tre\n", [("INDENTATION", "warning", "- tre")]),
        ("a: ett\n  två - tre\n", []),
        ("a:\n  – x\n  – y\n", [("INDENTATION", "warning", "– y")]),
        ("a:\n\u00a0\u00a0b: 1\n", [("INDENTATION", "error", "\u00a0\u00a0")]),
        ("a:\n  -\u00a0b\n", [("INDENTATION", "error", "\u00a0")]),
        ("a: b\u00a0c\n", []),
        ('a: "G:\\nytt"\n', [("ESCAPE", "warning", "\\n")]),
        ('a: "ett\\ntvå"\n', []),
        ("a: 'G:\\nytt'\n", []),
        ('a: "ett\nb: två"\nc: 1\n', [("QUOTE", "error", '"ett')]),
        ('a: "ett\n\n  två\n"\nc: 1\n', []),
    ],
)
def test_text_that_yaml_reads_in_another_way_than_it_looks_is_pointed_out(
    text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert told(text) == expected


def test_a_duplicate_key_names_the_line_of_the_first_and_keeps_its_value() -> None:
    source = load("a: 1\nb: 2\na: 3\n", "x")

    assert "rad 1" in source.defects[0].message
    assert source.data() == {"a": "1", "b": "2"}


def test_what_is_refused_leaves_the_rest_to_be_read() -> None:
    text = "a: &x 1\nb: !t 2\nc: *x\n<<: 3\n[d]: 4\ne: 5\n"

    assert load(text, "x").data() == {"a": "1", "b": "2", "c": "*x", "e": "5"}


def test_all_mistakes_of_a_file_are_told_in_the_order_of_the_file() -> None:
    text = "a: &x 1\nb: Beslut #2\na: 2\nc:\n  d: *x\n  d: 1\ne: \x07\n"

    assert [rule for rule, _, _ in told(text)] == [
        Rule.ALIAS.name,
        Rule.COMMENT.name,
        Rule.DUPLICATE_KEY.name,
        Rule.ALIAS.name,
        Rule.DUPLICATE_KEY.name,
        Rule.CHARACTER.name,
    ]


def test_twenty_levels_are_enough_and_allowed() -> None:
    text = "a: " + "[" * 19 + "]" * 19

    assert load(text, "x").defects == ()
