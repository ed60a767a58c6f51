"""Whatever a file holds: reading ends, soon, with data or with defects inside the file."""

import time

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from uppdrag.source import Source, load
from uppdrag.source.characters import printable
from uppdrag.source.parse import LOADER, read

from .yaml_texts import anything, composed, documents

MEGA = 1 << 20
TRUSTED = yaml.CBaseLoader if LOADER is not yaml.SafeLoader else yaml.BaseLoader


def has_errors(source: Source) -> bool:
    return any(defect.severity == "error" for defect in source.defects)


@settings(max_examples=400, deadline=None)
@given(st.one_of(st.binary(), anything))
def test_every_defect_lies_inside_the_file(data: bytes | str) -> None:
    source = load(data, "x")

    size = len(source.text)
    assert all(0 <= found.range.start <= found.range.end <= size for found in source.defects)
    assert source.root is not None or has_errors(source)


@settings(max_examples=400, deadline=None)
@given(st.one_of(anything, documents()))
def test_a_file_without_errors_holds_what_another_reader_finds_in_it(text: str) -> None:
    source = load(text, "x")

    if not has_errors(source):
        assert composed(source.data()) == composed(yaml.load(source.text, Loader=TRUSTED))  # noqa: S506 - builds text, lists and dicts only


@pytest.mark.skipif(LOADER is yaml.SafeLoader, reason="PyYAML is built without libyaml here")
@settings(max_examples=300, deadline=None)
@given(st.one_of(anything, documents()))
def test_both_parsers_give_the_same_tree_where_both_can_read(text: str) -> None:
    # They are known to differ in where a tab may stand.
    clean = printable(text.replace("\t", " "))
    fast, slow = read(clean, yaml.CSafeLoader), read(clean, yaml.SafeLoader)

    if fast.root is not None and slow.root is not None:
        assert fast == slow


HOSTILE = {
    "brackets": "[" * 100_000,
    "braces": "{a: " * 100_000,
    "double quotes": '"' * MEGA,
    "single quotes": "'" * MEGA,
    "dashes": "- " * (MEGA // 2),
    "question marks": "? " * (MEGA // 2),
    "colons": ": " * (MEGA // 2),
    "a long key": "x" * MEGA + ": 1",
    "a long line": "a: 1\n" + "x" * MEGA,
    "blanks in a value": "a: b" + " " * MEGA + "c",
    "blanks in a mistake": "a: b: " + " " * MEGA + "x",
    "comment signs in a mistake": "a: b" + " #" * (MEGA // 2) + "\n  c: d\n",
    "line breaks": "\n" * MEGA,
    "line breaks in a text": "a: |\n" + "\n" * MEGA,
    "anchors": "&a " * (MEGA // 3),
    "tags": "!a " * (MEGA // 3),
    "directives": "%A a\n" * (MEGA // 5),
    "documents": "---\n" * (MEGA // 4),
    "combining marks": "a: a" + "\u0327\u0301" * (MEGA // 2),
    "nuls": "a\0" * (MEGA // 2),
    "keys": "".join(f"k{number}: 1\n" for number in range(60_000)),
    "items": "a: [" + "a," * (MEGA // 2) + "]",
    "many laughs": "a: &a [x,x]\n"
    + "".join(f"b{n}: &b{n} [*b{n - 1},*b{n - 1}]\n" for n in range(1, 60)),
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_file_is_read_or_refused_in_bounded_time(text: str) -> None:
    before = time.process_time()
    load(text, "x")

    # About 0.3 s on a slow machine; the limit only tells linear time from quadratic.
    assert time.process_time() - before < 5


def test_a_file_with_too_many_values_is_refused_where_they_become_too_many() -> None:
    source = load(HOSTILE["items"], "x")

    assert source.root is None
    assert "fler än 50000" in source.defects[0].message
    assert source.defects[0].range.start > 40_000


def test_a_mandate_of_ordinary_size_is_read_in_a_moment() -> None:
    section = "|\n  Rådet möts på våren.\n\n  Sedan vilar det.\n"
    text = "".join(f"avsnitt{number}: {section}" for number in range(160))
    before = time.process_time()
    for _ in range(10):
        load(text, "x")

    assert (time.process_time() - before) / 10 < 0.1
