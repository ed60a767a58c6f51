"""Hypothesis strategies for mandates: any mandate that the format can hold."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from uppdrag.model import Uppdragshandling, read

LETTERS = "abcdefghijklmnopqrstuvwxyzåäöéABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖ0123456789"
SIGNS = "-–—.,:;!?()[]{}<>&|*_#%@/\\\"'”’`~^=+$§ "


def words(alphabet: str = LETTERS + SIGNS) -> st.SearchStrategy[str]:
    """Return text on one line that is not blank and has single spaces."""
    return (
        st.text(st.sampled_from(alphabet), min_size=1, max_size=60)
        .map(lambda text: " ".join(text.split()))
        .filter(bool)
    )


def prose() -> st.SearchStrategy[str]:
    """Return running text: lines of any words, with blank lines and list markers among them."""
    lead = st.sampled_from(["", "", "", "- ", "  - ", "1. ", "**x** ", "\n"])
    line = st.builds(lambda mark, text: mark + text, lead, words())
    return st.lists(line, min_size=1, max_size=6).map(lambda lines: "\n".join(lines).strip("\n"))


def dates() -> st.SearchStrategy[str]:
    """Return a day as ISO 8601."""
    return st.dates().map(lambda day: day.isoformat())


def _some(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """Return a mapping with at least one of the fields, in any order."""
    return (
        st.fixed_dictionaries({}, optional=fields)
        .filter(bool)
        .flatmap(lambda chosen: st.permutations(list(chosen.items())).map(dict))
    )


def parties() -> st.SearchStrategy[Any]:
    """Return one party or several."""
    party = _some(roll=words(), namn=words(), organ=words(), text=words())
    return words() | party | st.lists(words() | party, min_size=1, max_size=3)


def sections() -> st.SearchStrategy[Any]:
    """Return the value of a section without parts that only one section has."""
    part = prose() | _some(rubrik=words(), text=prose()) | _some(etikett=words(), text=prose())
    return prose() | _some(rubrik=words(), text=prose(), avsnitt_ett=part, avsnitt_två=part)


def organisation() -> st.SearchStrategy[Any]:
    """Return how the work is organised."""
    frequency = prose() | _some(
        etikett=words(),
        minst=st.integers(0, 366).map(str),
        högst=st.integers(0, 366).map(str),
        per=st.sampled_from(["år", "termin", "månad"]),
        ungefär=st.just("ja"),
        vid_behov=st.just("ja"),
        text=prose(),
    )
    part = prose() | _some(etikett=words(), text=prose(), utses_av=words())
    return _some(
        rubrik=words(),
        text=prose(),
        ordförande=part,
        deltagare=part,
        mötesfrekvens=frequency,
        uppdragsgivare=parties(),
        avsnitt_fritt=prose(),
    )


def mandate_data() -> st.SearchStrategy[dict[str, Any]]:
    """Return the data of a draft, keys in any order, such as the loader gives it."""
    post = st.fixed_dictionaries({"tid": words(), "händelse": words()})
    signer = _some(namn=words(), titel=words())
    recipient = words() | st.fixed_dictionaries(
        {"mottagare": words()}, optional={"för": words(), "epost": st.just("a@exempel.se")}
    )
    required = {
        "format": st.just("1"),
        "typ": st.sampled_from(
            ["samordningsråd", "samordningsgrupp", "samverkansorgan", "projektuppdrag"]
        ),
        "status": st.just("utkast"),
        "titel": words(),
    }
    optional = {
        "dokumenttyp": words(),
        "grupp": words(),
        "kortnamn": st.lists(words(), min_size=1, max_size=2),
        "datum": dates(),
        "diarienummer": words(),
        "organisation": words() | st.lists(words(), min_size=1, max_size=3),
        "ansvarsområde": words(),
        "uppdragsgivare": parties(),
        "uppdragstagare": parties(),
        "giltighet": words() | _some(från=dates(), till=dates(), översyn=dates(), text=words()),
        "revidering": _some(ersätter=dates(), orsak=words()),
        "anmärkning": prose(),
        "ingress": prose(),
        "syfte": sections(),
        "uppdragsbeskrivning": sections(),
        "arbetsorganisation": organisation(),
        "tidplan": _some(poster=st.lists(post, min_size=1, max_size=3), text=prose()),
        "avsnitt_eget": sections(),
        "beslut": _some(datum=dates(), notering=words(), etikett=words(), beslutsfattare=signer),
        "sändlista": st.lists(recipient, min_size=1, max_size=3),
    }
    return st.fixed_dictionaries(required, optional=optional).flatmap(
        lambda data: st.permutations(list(data.items())).map(dict)
    )


def mandates() -> st.SearchStrategy[Uppdragshandling]:
    """Return mandates of every shape."""
    return mandate_data().map(read)
