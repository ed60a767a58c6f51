"""What is written is what is read: the YAML of any mandate gives the same mandate back."""

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.strategies import mandates, prose, words

from uppdrag.model import Uppdragshandling, dump, read
from uppdrag.model.dump import fold
from uppdrag.schema import prune
from uppdrag.source import load


def reread(text: str) -> Uppdragshandling:
    source = load(text, "handling.yaml")
    assert source.defects == ()
    data = source.data()
    assert isinstance(data, dict)
    return read(prune(data).data)


@given(mandates())
def test_a_dumped_mandate_reads_back_as_the_same_mandate(handling: Uppdragshandling) -> None:
    assert reread(dump(handling)) == handling


@given(mandates())
def test_the_keys_stand_in_the_file_in_the_order_of_the_document(
    handling: Uppdragshandling,
) -> None:
    keys = load(dump(handling), "handling.yaml").data()
    assert isinstance(keys, dict)
    assert tuple(keys) == handling.ordning


@given(mandates())
def test_dumping_twice_gives_the_same_bytes(handling: Uppdragshandling) -> None:
    assert dump(handling) == dump(reread(dump(handling)))


def test_traps_of_yaml_are_quoted_so_that_they_stay_text() -> None:
    values = {"titel": "NO", "grupp": "13:00", "ansvarsområde": "Beslut nr #14: klart"}
    data = {"format": "1", "typ": "samordningsråd", "status": "utkast", **values}
    text = dump(read(data))
    assert "titel: 'NO'" in text
    assert reread(text) == read(data)


def test_a_date_stands_without_quotation_marks() -> None:
    data = {"format": "1", "typ": "samordningsråd", "status": "utkast", "titel": "T"}
    assert "datum: 2026-06-16\n" in dump(read({**data, "datum": "2026-06-16"}))


@given(st.lists(words(), min_size=1, max_size=40).map(" ".join))
def test_folding_changes_no_word(text: str) -> None:
    folded = fold(text)
    assert folded.split() == text.split()


@given(prose())
@settings(max_examples=200)
def test_folding_changes_nothing_that_the_text_means(text: str) -> None:
    from uppdrag.document.prose import parse  # noqa: PLC0415 - the meaning of running text
    from uppdrag.model import Prosa  # noqa: PLC0415 - as above

    assert parse(Prosa(fold(text, width=20))) == parse(Prosa(text))
