"""R004 sees that a decided mandate is what was decided, and leaves the rest alone."""

import pytest

from uppdrag.model import read
from uppdrag.model.fingerprint import fingerprint
from uppdrag.rules.r004_andrad_sedan_beslutet import altered

DATA = {"format": "1", "typ": "samordningsråd", "status": "beslutad", "titel": "Uppdrag"}
SEALED = {**DATA, "fingeravtryck": fingerprint(DATA)}


@pytest.mark.parametrize(
    "data",
    [
        DATA,
        SEALED,
        {**SEALED, "status": "ersatt"},
        {**SEALED, "undantag": [{"regel": "F002", "motivering": "Skäl."}]},
    ],
)
def test_what_may_be_is_left_alone(data: dict[str, str]) -> None:
    assert altered(read(data), data) is None


@pytest.mark.parametrize(
    "data", [{**SEALED, "titel": "Uppdraget"}, {**SEALED, "syfte": "Att pröva."}]
)
def test_a_changed_or_added_word_is_told_with_both_fingerprints(data: dict[str, str]) -> None:
    message = altered(read(data), data)
    assert message is not None
    assert message.startswith("Innehållet har ändrats sedan beslutet")
    assert SEALED["fingeravtryck"][7:11] in message
    assert fingerprint(data)[7:11] in message
