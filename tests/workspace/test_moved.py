"""A file that has moved is known by what it says, or by what it is; never by a guess."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uppdrag.workspace.moved import moved, same_text

OLD, NEW = "mandates/a/2026-01-01.yaml", "mandates/a/2026-02-01.yaml"
ELSEWHERE = "mandates/b/2026-01-01.yaml"


def mandate(*, status: str = "utkast", **fields: str) -> bytes:
    lines = "".join(f"{key}: {value}\n" for key, value in fields.items())
    return f"format: 1\ntyp: samordningsråd\nstatus: {status}\n{lines}".encode()


@pytest.mark.parametrize(
    ("old", "path", "new", "was"),
    [
        (mandate(titel="T"), ELSEWHERE, mandate(titel="T"), OLD),
        (mandate(titel="T"), ELSEWHERE, mandate(titel="T").replace(b"\n", b"\r\n"), OLD),
        (mandate(titel="T"), ELSEWHERE, mandate(titel="U"), ""),
        (mandate(titel="T"), OLD.replace("yaml", "yml"), mandate(titel="U"), OLD),
        (mandate(titel="T", datum="2026-01-01"), NEW, mandate(datum="2026-01-01"), OLD),
        (
            mandate(titel="T", datum="2026-01-01", syfte="A"),
            ELSEWHERE,
            mandate(titel="T", datum="2026-01-01", syfte="B"),
            OLD,
        ),
        (mandate(titel="T", datum="2026-01-01"), NEW, mandate(datum="2026-02-01"), OLD),
        (
            mandate(titel="T", datum="2026-01-01", status="beslutad"),
            NEW,
            mandate(datum="2026-02-01"),
            "",
        ),
        (
            mandate(titel="T", datum="2026-01-01"),
            NEW,
            mandate(datum="2026-02-01", revidering="{ersätter: 2026-01-01}"),
            "",
        ),
        (b"titel: [", NEW, b"- x", ""),
    ],
    ids=[
        "same content",
        "other line endings",
        "nothing in common",
        "same group and name, other suffix",
        "same group and day, other name",
        "same title and day, other group",
        "a draft with a new day",
        "a decided one is never given a new day",
        "a revision that replaces it is another",
        "unreadable ones",
    ],
)
def test_a_file_is_followed_by_what_it_says(old: bytes, path: str, new: bytes, was: str) -> None:
    assert moved({OLD: old}, {path: new}) == ({path: was} if was else {})


def test_two_that_could_be_meant_are_none() -> None:
    twice = {ELSEWHERE: mandate(titel="T"), "mandates/c/2026.yaml": mandate(titel="T")}
    assert moved({OLD: mandate(titel="T")}, twice) == {}
    assert moved(twice, {OLD: mandate(titel="T")}) == {}


def test_a_surer_sign_goes_first() -> None:
    come = {ELSEWHERE: mandate(titel="T"), OLD.replace("yaml", "yml"): mandate(titel="U")}
    assert moved({OLD: mandate(titel="T")}, come) == {ELSEWHERE: OLD}


def test_line_endings_and_a_byte_order_mark_say_nothing() -> None:
    assert same_text(b"a\r\nb\r\n", b"\xef\xbb\xbfa\nb\n")
    assert not same_text(b"a\n", b"a\n\n")


_FILES = st.dictionaries(
    st.sampled_from([OLD, NEW, ELSEWHERE, "mandates/b/utkast.yaml"]),
    st.builds(
        lambda status, title: mandate(status=status, titel=title),
        st.sampled_from(["utkast", "beslutad"]),
        st.sampled_from(["T", "U"]),
    )
    | st.binary(max_size=8),
)


@given(_FILES, _FILES)
def test_each_file_is_followed_once_and_to_one_place(
    gone: dict[str, bytes], come: dict[str, bytes]
) -> None:
    found = moved(gone, come)
    assert set(found) <= set(come)
    assert set(found.values()) <= set(gone)
    assert len(set(found.values())) == len(found)
