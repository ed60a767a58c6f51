"""Laws of the way back, for mandates of every shape."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.importing.onto.home import come_home, data_of, word_file
from tests.strategies import mandate_data

from uppdrag.compare.lines import lines_of
from uppdrag.document import compose
from uppdrag.model import dump, read
from uppdrag.source import load

FEWER = settings(max_examples=max(30, settings().max_examples // 3))
"""Each example is two Word files and a comparison."""


@given(mandate_data())
def test_a_file_that_nobody_edited_changes_nothing(data: dict[str, Any]) -> None:
    text = dump(read(data))
    assert come_home(text, word_file(text)).text == text


@FEWER
@given(mandate_data(), st.sampled_from(["titel", "grupp", "diarienummer", "ansvarsområde"]))
def test_a_fact_that_was_changed_comes_home(data: dict[str, Any], key: str) -> None:
    was, now = {**data, key: "Rådet för exempel"}, {**data, key: "Rådet för andra exempel"}
    home = come_home(dump(read(was)), word_file(dump(read(now))))
    assert home.brought.data[key] == now[key]
    assert home.brought.differs == ()


@FEWER
@given(mandate_data(), mandate_data())
def test_what_comes_home_prints_as_the_word_file_or_is_told(
    was: dict[str, Any], other: dict[str, Any]
) -> None:
    now = {**was, **{key: other[key] for key in ("syfte", "beslut", "ingress") if key in other}}
    home = come_home(dump(read(was)), word_file(dump(read(now))))
    if not home.brought.differs:
        wanted = [line.cells for line in lines_of(compose(read(now))) if any(line.cells)]
        made = compose(read(data_of(load(home.text, "m.yaml"))))
        printed = [line.cells for line in lines_of(made) if any(line.cells)]
        assert _words(printed) == _words(wanted)


def _words(lines: list[Any]) -> str:
    cells = (cell for line in lines for cell in line)
    return " ".join("".join(run.text for cell in cells for run in cell).split())
