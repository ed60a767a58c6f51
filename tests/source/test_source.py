import pytest
from hypothesis import given
from hypothesis import strategies as st

from uppdrag.source import NodePath, Range, Scalar, Source, load, pointer

TEXT = """\
titel: Rådet
beslut:
  datum: 2026-01-01
  beslutsfattare:
deltagare:
  - namn: Vera
  - roll: chef
"""


@pytest.fixture
def source() -> Source:
    return load(TEXT, "råd.yaml")


def words(source: Source, place: Range) -> str:
    return source.text[place.start : place.end]


def test_a_node_is_found_by_its_path(source: Source) -> None:
    node = source.node(("deltagare", 1, "roll"))

    assert isinstance(node, Scalar)
    assert node.text == "chef"
    assert source.node(()) is source.root


@pytest.mark.parametrize(
    "path",
    [("saknas",), ("titel", "x"), ("deltagare", 2), ("deltagare", -1), ("deltagare", "namn"), (0,)],
)
def test_a_path_that_leads_nowhere_has_no_node(source: Source, path: NodePath) -> None:
    assert source.node(path) is None


@pytest.mark.parametrize(
    ("path", "value", "key"),
    [
        (("titel",), "Rådet", "titel"),
        (("deltagare", 0, "namn"), "Vera", "namn"),
        (("deltagare", 1), "roll: chef", "deltagare"),
        (("beslut", "beslutsfattare"), "", "beslutsfattare"),
        (("beslut", "saknas"), "beslut", "beslut"),
        (("deltagare", 0, "roll"), "deltagare", "deltagare"),
        (("deltagare", 9, "roll"), "deltagare", "deltagare"),
        (("saknas", "också"), "titel", "titel"),
    ],
)
def test_a_path_has_a_place_even_where_the_file_lacks_it(
    source: Source, path: NodePath, value: str, key: str
) -> None:
    assert words(source, source.range_of(path)) == value
    assert words(source, source.key_range(path)) == key


def test_the_whole_file_is_a_place_too(source: Source) -> None:
    assert words(source, source.range_of(())) == TEXT.rstrip("\n")
    assert words(source, source.key_range(())) == "titel"


@pytest.mark.parametrize(("text", "shown"), [("- a\n- b", "- a"), ("", ""), ("{}", "{}")])
def test_a_file_without_keys_still_has_a_place_for_what_it_lacks(text: str, shown: str) -> None:
    source = load(text, "x")

    assert words(source, source.range_of(("titel",))) == shown
    assert words(source, source.key_range(("titel",))) == shown


def test_a_file_without_a_root_has_no_data() -> None:
    assert load("- a", "x").data() is None


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ((), ""),
        (("sändlista", 0, "för"), "/sändlista/0/för"),
        (("a/b", "m~n", ""), "/a~1b/m~0n/"),
        (("~1",), "/~01"),
    ],
)
def test_a_path_is_written_as_a_json_pointer(path: NodePath, expected: str) -> None:
    assert pointer(path) == expected


@given(st.lists(st.text(), max_size=5))
def test_a_json_pointer_can_be_read_back(path: list[str]) -> None:
    steps = pointer(tuple(path)).split("/")[1:]

    assert [step.replace("~1", "/").replace("~0", "~") for step in steps] == path
