import pytest
import yaml

from uppdrag.source import Mapping, Node, Scalar, Sequence, Style, load
from uppdrag.source.parse import Loader, read

LOADERS: list[Loader] = [yaml.SafeLoader] + ([yaml.CSafeLoader] if yaml.__with_libyaml__ else [])

MANDATE = """\
# ett påhittat uppdrag
format: 1
titel: "Rådet för ö-trafik"  # tills vidare
syfte: |
  Rådet prövar \U0001f600 frågor.

  Det möts ofta.

uppdragsgivare: {roll: 'direktör', sedan: 2020-01-01}
sändlista:
  - mottagare: registrator
    för: kännedom
  - mottagare:
taggar: [a, b]
"""


def written(node: Node, text: str) -> object:
    """Project a tree to the words in its ranges."""
    words = text[node.range.start : node.range.end]
    if isinstance(node, Mapping):
        inside = {
            text[entry.key.range.start : entry.key.range.end]: written(entry.value, text)
            for entry in node.entries
        }
        return (words.splitlines()[0], words.splitlines()[-1], inside)
    if isinstance(node, Sequence):
        return (words, [written(item, text) for item in node.items])
    return words


@pytest.mark.parametrize("loader", LOADERS)
@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
def test_every_range_covers_exactly_what_it_speaks_of(loader: Loader, line_break: str) -> None:
    text = MANDATE.replace("\n", line_break)
    root = read(text, loader).root

    items = f"- mottagare: registrator{line_break}    för: kännedom{line_break}  - mottagare:"
    prose = f"|{line_break}  Rådet prövar \U0001f600 frågor.{line_break * 2}  Det möts ofta."
    giver = "{roll: 'direktör', sedan: 2020-01-01}"
    first = ("mottagare: registrator", "    för: kännedom")
    assert root is not None
    assert written(root, text) == (
        "format: 1",
        "taggar: [a, b]",
        {
            "format": "1",
            "titel": '"Rådet för ö-trafik"',
            "syfte": prose,
            "uppdragsgivare": (giver, giver, {"roll": "'direktör'", "sedan": "2020-01-01"}),
            "sändlista": (
                items,
                [
                    (*first, {"mottagare": "registrator", "för": "kännedom"}),
                    ("mottagare:", "mottagare:", {"mottagare": ""}),
                ],
            ),
            "taggar": ("[a, b]", ["a", "b"]),
        },
    )


@pytest.mark.parametrize(
    "words",
    ["13:00", "2025:14", "0123", "1.10", "NO", "ja", "1_000", "2025-02-30", "~", "null", "0x1F"],
)
def test_a_word_stays_the_text_that_was_written(words: str) -> None:
    assert load(f"värde: {words}", "x").data() == {"värde": words}


def test_only_a_value_that_is_not_written_at_all_is_empty() -> None:
    assert load("a:\nb: ''\nc: ~\nd: [x, ]\ne: |\n", "x").data() == {
        "a": None,
        "b": "",
        "c": "~",
        "d": ["x"],
        "e": "",
    }


def test_keys_and_text_are_composed() -> None:
    source = load("a\u030akta: o\u0308ppet\n", "x")

    assert source.data() == {"åkta": "öppet"}
    assert source.text == "a\u030akta: o\u0308ppet\n"


@pytest.mark.parametrize(
    ("written_as", "style"),
    [
        ("ord", Style.PLAIN),
        ("'ord'", Style.SINGLE),
        ('"ord"', Style.DOUBLE),
        ("|\n  ord", Style.LITERAL),
        (">-\n  ord", Style.FOLDED),
    ],
)
def test_a_text_remembers_how_it_was_written(written_as: str, style: Style) -> None:
    node = load(f"k: {written_as}", "x").node(("k",))

    assert isinstance(node, Scalar)
    assert (node.text, node.style) == ("ord", style)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("k: |  # not\n\nz: 1", "|"),
        ("k: >-\n  a\n\n\n# slut\n", ">-\n  a"),
        ("k: |+\n  a\n\nz: 1", "|+\n  a"),
        ("k: |2\n    a\n   b\nz: 1", "|2\n    a\n   b"),
        ("k: en\n  två  # tre\nz: 1", "en\n  två"),
    ],
)
def test_the_range_of_a_text_ends_with_its_last_word(text: str, words: str) -> None:
    place = load(text, "x").range_of(("k",))

    assert text[place.start : place.end] == words


def test_the_parser_in_python_gives_the_same_tree_as_the_one_in_c() -> None:
    trees = [read(MANDATE, loader) for loader in LOADERS]

    assert all(tree == trees[0] for tree in trees)
    assert trees[0].defects == ()


@pytest.mark.parametrize("text", ["%YAML 1.2\n---\na: 1\n", "---\na: 1\n...\n", "{a: 1}"])
def test_harmless_ways_to_begin_and_end_a_document_are_read(text: str) -> None:
    source = load(text, "x")

    assert source.data() == {"a": "1"}
    assert source.defects == ()
