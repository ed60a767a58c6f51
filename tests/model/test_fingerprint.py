"""The fingerprint follows every word and key, and nothing of how the file is written."""

import hashlib
import re
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.strategies import mandate_data, prose, words

from uppdrag.document.prose import parse
from uppdrag.model import Prosa, dump, read
from uppdrag.model.dump import fold
from uppdrag.model.fingerprint import fingerprint, shown, unfolded
from uppdrag.schema import prune
from uppdrag.source import load

PLAIN = """\
format: 1
typ: samordningsråd
status: beslutad
titel: Uppdrag för rådet
syfte: |
  Rådet ska samordna vården i
  länet.

  - en punkt
"""
AS_JSON = (
    '{"format":"1","typ":"samordningsråd","titel":"Uppdrag för rådet",'
    '"syfte":"Rådet ska samordna vården i länet.\\n\\n- en punkt"}'
)


def of(text: str | bytes) -> str:
    source = load(text, "handling.yaml")
    assert not [defect for defect in source.defects if defect.severity == "error"]
    data = source.data()
    assert isinstance(data, dict)
    return fingerprint(prune(data).data)


def test_the_form_is_the_documented_one_for_ever() -> None:
    digest = hashlib.sha256(f"uppdrag fingeravtryck 1\n{AS_JSON}".encode()).hexdigest()
    assert of(PLAIN) == f"sha256:{digest}"
    assert of(PLAIN) == ("sha256:fefdecab5e15d396c90821e3869b752b9c088c2d46668376f46b9f46f924fc26")


def test_people_see_four_groups_of_four_digits() -> None:
    assert shown("sha256:9f2c81d04e77b1aa" + "0" * 48) == "9f2c 81d0 4e77 b1aa"


@pytest.mark.parametrize(
    "other",
    [
        PLAIN.replace("\n", "\r\n"),
        "\ufeff" + PLAIN,
        PLAIN.encode("utf-16"),
        PLAIN.replace("å", "a\u030a").replace("ö", "o\u0308"),
        "# Överst\n" + PLAIN.replace("samordningsråd\n", "samordningsråd  # typen\n"),
        PLAIN.replace("titel: Uppdrag för rådet", "titel: 'Uppdrag för rådet'"),
        PLAIN.replace("titel: Uppdrag för rådet", 'titel:   "Uppdrag f\\xf6r rådet"'),
        PLAIN.replace("titel: Uppdrag för rådet", "titel: >-\n  Uppdrag för\n  rådet"),
        PLAIN.replace("\n  ", "\n      "),
        PLAIN.replace("i\n  länet", "i länet"),
        PLAIN.replace("ska samordna vården i\n", "ska\n  samordna   \n  vården i\n"),
        PLAIN.replace("länet.\n", "länet.\n\n \n"),
        PLAIN.replace("syfte: |", "syfte: |+") + "\n\n",
        PLAIN.replace("beslutad", "ersatt"),
        PLAIN + "undantag:\n  - {regel: T003, motivering: Så står det i beslutet.}\n",
        PLAIN + f"fingeravtryck: sha256:{'0' * 64}\n",
        PLAIN + "bakgrund:\n",
    ],
)
def test_how_the_file_is_written_does_not_matter(other: str | bytes) -> None:
    assert of(other) == of(PLAIN)


@pytest.mark.parametrize(
    "other",
    [
        PLAIN.replace("länet.", "länet"),
        PLAIN.replace("Rådet", "rådet"),
        PLAIN.replace("vården i\n", "vården  i\n"),
        PLAIN.replace("länet.\n\n  - en", "länet.\n  - en"),
        PLAIN.replace("vården i\n", "vården i\n\n"),
        PLAIN.replace("- en", "  - en"),
        PLAIN.replace("- en", "en"),
        PLAIN.replace("- en", "1. en"),
        PLAIN.replace("en punkt", "**en** punkt"),
        PLAIN.replace("titel:", "grupp: Uppdrag för rådet\ntitel:"),
        PLAIN.replace("typ: samordningsråd\n", "") + "typ: samordningsråd\n",
        PLAIN.replace("syfte", "bakgrund"),
        PLAIN.replace("titel: Uppdrag för rådet", "titel: [Uppdrag för rådet]"),
    ],
)
def test_every_word_key_and_break_matters(other: str) -> None:
    assert other != PLAIN
    source = load(other, "handling.yaml")
    data = source.data()
    assert isinstance(data, dict)
    assert fingerprint(prune(data).data) != of(PLAIN)


def test_what_is_recorded_is_written_back_in_its_place() -> None:
    data = {"format": "1", "typ": "samordningsråd", "fingeravtryck": f"sha256:{'9f' * 32}"}
    handling = read({**data, "status": "beslutad", "titel": "T"})
    assert handling.fingeravtryck == data["fingeravtryck"]
    assert f"samordningsråd\nfingeravtryck: {data['fingeravtryck']}\nstatus" in dump(handling)


def test_the_parts_of_a_list_cannot_be_moved_into_one_another() -> None:
    assert (
        len({fingerprint({"kortnamn": names}) for names in (["a", "b"], ["a b"], ["b", "a"])}) == 3
    )


def leaves(node: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    if isinstance(node, str):
        return [path]
    pairs = node.items() if isinstance(node, dict) else enumerate(node)
    return [leaf for key, value in pairs for leaf in leaves(value, (*path, key))]


def with_other_word(node: Any, path: tuple[str | int, ...], at: int) -> Any:
    """Return the data with one letter of one word of one text exchanged."""
    if not path:
        letters = [found.start() for found in re.finditer(r"\w", node)]
        place = letters[at % len(letters)] if letters else 0
        return node[:place] + ("ø" if node[place] != "ø" else "o") + node[place + 1 :]
    copy = dict(node) if isinstance(node, dict) else list(node)
    copy[path[0]] = with_other_word(copy[path[0]], path[1:], at)
    return copy


@given(mandate_data(), st.data(), st.integers(0, 500))
def test_any_changed_word_changes_it(data: dict[str, Any], draw: st.DataObject, at: int) -> None:
    paths = [path for path in leaves(data) if path[0] != "status"]
    changed = with_other_word(data, draw.draw(st.sampled_from(paths)), at)
    assert fingerprint(changed) != fingerprint(data)


@given(mandate_data(), st.data())
def test_another_order_of_the_keys_is_another_document(
    data: dict[str, Any], draw: st.DataObject
) -> None:
    del data["status"]
    order = draw.draw(st.permutations(list(data)))
    assume(order != list(data))
    assert fingerprint({key: data[key] for key in order}) != fingerprint(data)


@given(mandate_data())
def test_what_is_written_and_read_again_has_the_same(data: dict[str, Any]) -> None:
    text = dump(read(data))
    assert of(text) == of(text.replace("\n", "\r\n")) == of(b"\xef\xbb\xbf" + text.encode())


@given(mandate_data(), words())
def test_comments_and_quotation_marks_leave_no_trace(data: dict[str, Any], remark: str) -> None:
    text = dump(read(data))
    lines = text.split("\n")
    commented = "\n".join(
        f"# {remark}\n{line}" if re.match(r"\w+:", line) else line for line in lines
    )
    requoted = re.sub(r"(?m)^(\w+): (?![|>'\"\[{&*])([^#\n']+)$", r"\1: '\2'", commented)
    assert of(requoted) == of(text)


@given(prose())
def test_a_paragraph_on_one_line_means_the_same(text: str) -> None:
    assert parse(Prosa(unfolded(text))) == parse(Prosa(text))


MARKS = [
    "-",
    "- ",
    "+ a",
    "12.",
    "1) b",
    "  - ",
    "   ",
    "",
    "a | b",
    "---",
    "| c",
    "[d",
    "](e)",
    "**f",
]


@given(st.lists(st.sampled_from(MARKS) | words("ab-*|1. "), max_size=8).map("\n".join))
def test_marks_in_any_order_mean_the_same_on_fewer_lines(text: str) -> None:
    assert parse(Prosa(unfolded(text))) == parse(Prosa(text))
    assert unfolded(unfolded(text)) == unfolded(text)


@given(prose().filter(lambda text: "|" not in text), st.integers(10, 80))
def test_text_may_be_wrapped_anew(text: str, width: int) -> None:
    assert unfolded(fold(unfolded(text), width)) == unfolded(text)
