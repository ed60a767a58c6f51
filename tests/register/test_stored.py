"""What the register keeps of a file is the same after it has been kept."""

import json

from hypothesis import given
from hypothesis import strategies as st

from uppdrag.register import Allowed, Card, Meeting, Plan, Reference, Stated
from uppdrag.register.stored import from_json, to_json

WORDS = st.text(max_size=8)
STATED = st.builds(Stated, WORDS, *[st.integers(1, 9)] * 4, WORDS, WORDS)
PERHAPS = st.none() | STATED
ALLOWED = st.builds(Allowed, st.integers(0, 366), WORDS, st.booleans(), st.integers(1, 999))
REFERENCES = st.lists(st.builds(Reference, WORDS, STATED), max_size=2).map(tuple)
CARDS = st.builds(
    Card,
    *[WORDS] * 4,
    *[PERHAPS] * 10,
    hanvisningar=REFERENCES,
    motesgrans=st.none() | ALLOWED,
)
MEETINGS = st.lists(st.builds(Meeting, WORDS, STATED, st.booleans()), max_size=3).map(tuple)
PLANS = st.builds(Plan, WORDS, WORDS, PERHAPS, PERHAPS, MEETINGS)


@given(CARDS | PLANS)
def test_what_is_kept_is_given_back(made: Card | Plan) -> None:
    assert from_json(json.loads(json.dumps(to_json(made)))) == made
