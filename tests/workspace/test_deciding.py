"""A decided text says what was decided, carries its fingerprint, and is else as it was."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import dates, mandate_data, words

from uppdrag.findings import UppdragError
from uppdrag.model import dump, read
from uppdrag.model.fingerprint import fingerprint
from uppdrag.schema import prune
from uppdrag.source import load
from uppdrag.workspace.deciding import Decision, decided, seal_in, sealed, stated_in

DRAFT = """\
# Rådets handling
format: 1
typ: samordningsråd
status: 'utkast'  # efter remiss
datum: 2026-06-16   # dagen
titel: "Uppdrag"
syfte: |
  Text om   syftet.

  - en punkt
  # ingen kommentar

# Sist:
sändlista:
  - Registrator
"""
DECISION = Decision("2026-06-17", "Kim Exempelsson", "Direktör", "RS 2026-00001")
DECIDED = """\
# Rådets handling
format: 1
typ: samordningsråd
status: 'beslutad'  # efter remiss
datum: 2026-06-16   # dagen
diarienummer: RS 2026-00001
titel: "Uppdrag"
syfte: |
  Text om   syftet.

  - en punkt
  # ingen kommentar

beslut:
  datum: 2026-06-17
  beslutsfattare:
    namn: Kim Exempelsson
    titel: Direktör
fingeravtryck: {seal}

# Sist:
sändlista:
  - Registrator
"""


def data_of(text: str) -> dict[str, Any]:
    source = load(text, "handling.yaml")
    assert source.defects == ()
    data = source.data()
    assert isinstance(data, dict)
    return prune(data).data


def by_lines(text: str) -> str:
    """Return the text with its fingerprint left out, where that is the right one."""
    seal = seal_in(text)
    assert seal == fingerprint(data_of(text))
    return text.replace(seal, "{seal}")


def test_the_decision_stands_in_its_place_and_nothing_else_is_touched() -> None:
    assert by_lines(decided(DRAFT.encode(), DECISION)) == DECIDED


def test_windows_line_endings_are_kept_and_a_byte_order_mark_goes() -> None:
    text = decided(DRAFT.replace("\n", "\r\n").encode("utf-8-sig"), DECISION)
    assert text.count("\r\n") == text.count("\n")
    assert by_lines(text).replace("\r\n", "\n") == DECIDED


def decision_lines(before: str, decision: Decision) -> str:
    """Return what becomes of a decision that is written last in a draft."""
    start = "format: 1\ntyp: projektuppdrag\nstatus: utkast\ntitel: T\n"
    text = by_lines(decided((start + before).encode(), decision))
    assert text.startswith(start.replace("utkast", "beslutad"))
    return text.removeprefix(start.replace("utkast", "beslutad"))


KIM = Decision("2026-06-17", "Kim Ek", "Direktör")


BEGUN = {
    "nothing": (
        "",
        KIM,
        """\
beslut:
  datum: 2026-06-17
  beslutsfattare:
    namn: Kim Ek
    titel: Direktör
fingeravtryck: {seal}
""",
    ),
    "another-indent": (
        """\
beslut:
    beslutsfattare:
        namn: Lo Ek  # före detta
        titel: Chef""",
        KIM,
        """\
beslut:
    datum: 2026-06-17
    beslutsfattare:
        namn: Kim Ek  # före detta
        titel: Direktör
fingeravtryck: {seal}
""",
    ),
    "a-list-of-one": (
        """\
beslut:
  etikett: Beslut
  beslutsfattare:
    - namn: Kim Ek
  # slut
""",
        Decision("2026-06-17", None, "Direktör", None, "på delegation"),
        """\
beslut:
  datum: 2026-06-17
  etikett: Beslut
  beslutsfattare:
    - namn: Kim Ek
      titel: Direktör
      delegation: på delegation
fingeravtryck: {seal}
  # slut
""",
    ),
    "in-braces": (
        """\
beslut: {etikett: Beslut, beslutsfattare: {namn: Kim Ek }}
""",
        Decision("2026-06-17", None, "Direktör, tf"),
        """\
beslut: {etikett: Beslut, beslutsfattare: {namn: Kim Ek, titel: 'Direktör, tf' }, datum: 2026-06-17}
fingeravtryck: {seal}
""",
    ),
    "an-empty-key": (
        """\
beslut: # fylls i
""",
        KIM,
        """\
beslut: # fylls i
  datum: 2026-06-17
  beslutsfattare:
    namn: Kim Ek
    titel: Direktör
fingeravtryck: {seal}
""",
    ),
    "empty-keys": (
        """\
beslut:
  datum: # dagen
  beslutsfattare:
""",
        KIM,
        """\
beslut:
  datum: 2026-06-17 # dagen
  beslutsfattare:
    namn: Kim Ek
    titel: Direktör
fingeravtryck: {seal}
""",
    ),
    "what-is-known": (
        """\
beslut:
  datum: "2026-06-17"
  beslutsfattare:
    namn: >-
      Kim
      Ek
    titel: Direktör
fingeravtryck: sha256:0 # gammalt
""",
        KIM,
        """\
beslut:
  datum: "2026-06-17"
  beslutsfattare:
    namn: >-
      Kim
      Ek
    titel: Direktör
fingeravtryck: {seal} # gammalt
""",
    ),
    "blank-lines-last": (
        """\
syfte: |+
  Text.


""",
        Decision(),
        """\
syfte: |+
  Text.
fingeravtryck: {seal}


""",
    ),
}


@pytest.mark.parametrize("case", BEGUN)
def test_a_decision_that_is_begun_is_filled_in(case: str) -> None:
    before, decision, after = BEGUN[case]
    assert decision_lines(before, decision) == after


def test_several_signers_are_a_persons_own_matter() -> None:
    text = f"{DRAFT}beslut:\n  beslutsfattare:\n    - namn: Kim Ek\n    - namn: Lo Ek\n"
    with pytest.raises(UppdragError, match="flera beslutsfattare"):
        decided(text.encode(), KIM)
    kept = decided(text.encode(), Decision("2026-06-17"))
    assert "  datum: 2026-06-17\n  beslutsfattare:\n    - namn: Kim Ek\n    - namn: Lo" in kept


@pytest.mark.parametrize(
    "text",
    [
        "{format: 1, typ: projektuppdrag, status: utkast, titel: T}\n",
        "format: 1\ntyp: projektuppdrag\nstatus: utkast\ntitel: T\nbeslut: {}\n",
    ],
)
def test_a_file_that_leaves_no_room_is_refused(text: str) -> None:
    with pytest.raises(UppdragError, match="själv"):
        decided(text.encode(), KIM)


def test_sealing_adds_one_line() -> None:
    text = DECIDED.replace("fingeravtryck: {seal}\n", "")
    assert by_lines(sealed(text.encode())) == DECIDED
    without = DRAFT.replace("utkast", "ersatt")
    seal = "undantag:\n  - {regel: F002, motivering: Skäl.}\n"
    assert (
        by_lines(sealed((without + seal).encode())) == f"{without}fingeravtryck: {{seal}}\n{seal}"
    )


@given(mandate_data(), dates(), words(), words(), st.none() | words())
def test_any_draft_can_be_decided_and_is_else_unchanged(
    data: dict[str, Any], datum: str, namn: str, titel: str, number: str | None
) -> None:
    before = dump(read(data))
    decision = Decision(datum, namn, titel, number)
    after = decided(before.encode(), decision)
    new = data_of(after)
    assert new["status"] == "beslutad"
    assert new["fingeravtryck"] == fingerprint(new)
    told = stated_in(after)
    assert (told.datum, told.namn, told.titel) == (datum, namn, titel)
    assert number in {None, told.diarienummer}
    kept = [line for line in before.splitlines() if not line.lstrip().startswith(WRITTEN)]
    assert [line for line in after.splitlines() if line in kept] == kept


WRITTEN = ("status:", "datum:", "namn:", "titel:", "diarienummer:", "beslut:", "beslutsfattare:")
