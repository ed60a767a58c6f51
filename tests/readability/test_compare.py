"""Two revisions side by side: what has changed, section by section."""

from tests.readability.reading import reported

from uppdrag.readability.compare import compare

EASY = "Vi har ett råd. Det ska ta hand om vår vård. Det ska ske i hela länet. " * 3
HEAVY = (
    "Samordningsrådet ansvarar för samordningen av utvecklingsarbetet inom ansvarsområdet, "
    "för uppföljningen av verksamheternas kunskapsstyrning och för förankringen av förslagen. "
) * 2

BEFORE = reported(f"bakgrund: {EASY}\nsyfte: {EASY}\nmål: Kort.\navgränsning: {HEAVY}\n")
NOW = reported(f"syfte: {HEAVY}\nmål: {EASY}\nuppföljning: {EASY}\navgränsning: {HEAVY}\n")


def test_each_section_is_compared_with_the_one_of_the_same_key() -> None:
    changes = compare(NOW, BEFORE).sections
    easy, heavy = BEFORE.sections[1].measure.lix, NOW.sections[0].measure.lix
    assert easy is not None
    assert heavy is not None
    assert {key: change.lix for key, change in changes.items()} == {
        "syfte": heavy - easy,
        "mål": None,
        "uppföljning": None,
        "avgränsning": 0,
    }
    assert heavy > easy


def test_what_is_new_has_nothing_before_and_what_is_gone_is_named() -> None:
    compared = compare(NOW, BEFORE)
    assert [key for key, change in compared.sections.items() if change.before is None] == [
        "uppföljning"
    ]
    assert compared.removed == ("Bakgrund",)


def test_the_whole_is_compared_too() -> None:
    total = compare(NOW, BEFORE).total
    assert (total.now, total.before) == (NOW.total, BEFORE.total)
    assert compare(NOW, NOW).total.lix == 0
