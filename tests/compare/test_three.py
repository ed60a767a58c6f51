"""What two colleagues made of one text: what is merged, what is told as a conflict."""

from __future__ import annotations

from typing import Any

import pytest
from tests.compare.three_shown import changed, conflicts

from uppdrag.compare import Comparison, accept, reject, side
from uppdrag.compare.line import text_of
from uppdrag.compare.lines import lines_of, normal
from uppdrag.compare.three.ways import three_way
from uppdrag.document.tree import Document
from uppdrag.model import read

HEAD: dict[str, Any] = {
    "format": "1",
    "typ": "samordningsråd",
    "status": "beslutad",
    "titel": "Uppdragshandling för rådet",
    "datum": "2024-02-12",
}
TASKS = "Rådet ska göra följande:\n\n- Sprida goda exempel.\n- Följa upp arbetet.\n- Lämna förslag."


def merged(base: Any, ours: Any, theirs: Any) -> Comparison:
    """Return what Anna and Bo made of a text, or of some of the values of a mandate."""
    three = [
        side(name, read({**HEAD, **(data if isinstance(data, dict) else {"syfte": data})}))
        for name, data in (("2024-02-12", base), ("Anna", ours), ("Bo", theirs))
    ]
    found = three_way(*three)
    assert reject(found.marked) == normal(three[0].document)
    assert accept(found.marked) == found.new.document
    numbers = [change.number for change in found.changes]
    assert numbers == list(range(1, len(numbers) + 1))
    return found


def text(document: Document) -> list[str]:
    return [" ".join(map(text_of, line.cells)) for line in lines_of(document)]


def told(comparison: Comparison) -> list[tuple[str, str, str, str]]:
    return [(one.by, one.kind.value, one.old, one.new) for one in comparison.changes]


def test_words_of_both_in_one_sentence() -> None:
    found = merged(
        "Rådet har högst sex ledamöter.",
        "Rådet har högst åtta ledamöter.",
        "Rådet har högst sex deltagare.",
    )
    assert changed(found.marked) == [
        "Rådet har högst [-sex-]A{+åtta+}A [-ledamöter-]B{+deltagare+}B."
    ]
    assert told(found) == [
        ("Anna", "reworded", "sex", "åtta"),
        ("Bo", "reworded", "ledamöter", "deltagare"),
    ]
    assert not found.conflicts


def test_what_both_made_alike_is_one_change_of_both() -> None:
    new = "Rådet har högst åtta ledamöter."
    found = merged("Rådet har högst sex ledamöter.", new, new)
    assert changed(found.marked) == ["Rådet har högst [-sex-]AB{+åtta+}AB ledamöter."]
    assert told(found) == [("Anna och Bo", "reworded", "sex", "åtta")]


def test_different_words_for_the_same_are_a_conflict_with_both_texts() -> None:
    found = merged(
        "Rådet har högst sex ledamöter.",
        "Rådet har högst åtta ledamöter.",
        "Rådet har högst tio ledamöter.",
    )
    assert changed(found.marked) == ["Rådet har högst [-sex-]AB{+åtta+}A{+ / tio+}B ledamöter."]
    assert conflicts(found) == [("sex", "åtta", "tio")]
    assert told(found) == [
        ("Anna", "reworded", "sex", "åtta"),
        ("Bo", "reworded", "sex", "tio"),
    ]
    assert [change.conflict for change in found.changes] == [1, 1]
    assert {change.before for change in found.changes} == {"Rådet har högst"}
    assert {change.after for change in found.changes} == {"ledamöter."}
    assert all(change.saklig for change in found.changes)


def test_words_added_at_one_place_keep_what_they_share() -> None:
    title = HEAD["titel"]
    found = merged(
        {},
        {"titel": f"{title}, reviderad juni 2026"},
        {"titel": f"{title}, reviderad maj 2026"},
    )
    assert changed(found.marked) == [
        "Uppdragshandling för rådet{+, reviderad+}AB{+ juni +}A{+/ maj +}B{+2026+}AB",
    ]
    assert conflicts(found) == [("", "juni", "maj")]


def test_sentences_added_at_one_place_both_stand() -> None:
    found = merged(
        "Rådet möts ofta.",
        "Rådet möts ofta. Protokoll förs alltid.",
        "Rådet möts ofta. Kallelse går ut i god tid.",
    )
    assert changed(found.marked) == [
        "Rådet möts ofta.{+ Protokoll förs alltid.+}A{+ Kallelse går ut i god tid.+}B"
    ]
    assert not found.conflicts


def test_emphasis_of_one_and_words_of_the_other() -> None:
    found = merged(
        "Rådet ska alltid vara beslutsfört med sex.",
        "Rådet **ska** alltid vara beslutsfört med sex.",
        "Rådet ska alltid vara beslutsfört med åtta.",
    )
    assert changed(found.marked) == ["Rådet ~ska~A alltid vara beslutsfört med [-sex-]B{+åtta+}B."]


def test_points_of_both_at_one_place_stand_in_turn() -> None:
    found = merged(
        TASKS,
        TASKS.replace("- Lämna", "- Ordna en dag om året.\n- Lämna"),
        TASKS.replace("- Lämna", "- Samverka med kommunerna.\n- Lämna"),
    )
    assert changed(found.marked) == [
        "+ {+Ordna en dag om året.+}A",
        "+ {+Samverka med kommunerna.+}B",
    ]
    assert not found.conflicts
    assert text(found.new.document)[-5:] == [
        "Sprida goda exempel.",
        "Följa upp arbetet.",
        "Ordna en dag om året.",
        "Samverka med kommunerna.",
        "Lämna förslag.",
    ]


def test_the_same_point_of_both_stands_once() -> None:
    more = TASKS.replace("- Lämna", "- Ordna en dag om året.\n- Lämna")
    found = merged(TASKS, more, more + "\n- Samverka med kommunerna.")
    assert changed(found.marked) == [
        "+ {+Ordna en dag om året.+}AB",
        "+ {+Samverka med kommunerna.+}B",
    ]


def test_two_wordings_of_one_new_point_are_a_conflict() -> None:
    ours = "Ordna en gemensam dag om året för alla deltagare."
    theirs = "Ordna en gemensam dag om året för alla ledamöter."
    found = merged(TASKS, f"{TASKS}\n- {ours}", f"{TASKS}\n- {theirs}")
    assert changed(found.marked) == [f"+ {{+{ours}+}}A", f"+ {{+{theirs}+}}B"]
    assert conflicts(found) == [("", ours, theirs)]


def test_a_point_that_one_reworded_and_the_other_took_away_stays() -> None:
    found = merged(
        TASKS,
        TASKS.replace("\n- Följa upp arbetet.", ""),
        TASKS.replace("Följa upp arbetet", "Följa upp det gemensamma arbetet"),
    )
    assert changed(found.marked) == ["[-(borttaget)-]AFölja upp {+det gemensamma +}Barbetet."] or (
        changed(found.marked) == ["[-(borttaget)-]AFölja upp{+ det gemensamma+}B arbetet."]
    )
    assert conflicts(found) == [
        ("Följa upp arbetet.", "", "Följa upp det gemensamma arbetet."),
    ]
    assert found.conflicts[0].remark == "borttaget av Anna"
    assert told(found) == [
        ("Anna", "deleted", "Följa upp arbetet.", ""),
        ("Bo", "reworded", "Följa upp arbetet.", "Följa upp det gemensamma arbetet."),
    ]


def test_a_point_that_one_took_away_and_the_other_left_goes() -> None:
    found = merged(TASKS, TASKS.replace("\n- Följa upp arbetet.", ""), f"{TASKS}\n- Mer.")
    assert changed(found.marked) == ["- [-Följa upp arbetet.-]A", "+ {+Mer.+}B"]


def test_a_point_moved_by_one_and_reworded_by_the_other() -> None:
    moved = TASKS.replace("\n- Sprida goda exempel.", "") + "\n- Sprida goda exempel."
    found = merged(TASKS, moved, TASKS.replace("goda exempel", "många goda exempel"))
    assert changed(found.marked) == [
        "- <<Sprida goda exempel.<<A",
        "+ >>Sprida >>A{+många +}B>>goda exempel.>>A",
    ]
    assert told(found) == [
        ("Anna och Bo", "moved", "Sprida goda exempel.", "Sprida många goda exempel.")
    ]


def test_a_point_moved_to_two_places_is_a_conflict() -> None:
    tasks = [f"- Uppgift {word}." for word in ("ett om vård", "två om tid", "tre om folk", "fyra")]
    base = "\n".join(tasks)
    last = "\n".join([*tasks[1:], tasks[0]])
    third = "\n".join([tasks[1], tasks[2], tasks[0], tasks[3]])
    found = merged(base, last, third)
    assert [change.kind.value for change in found.changes] == ["moved"]
    assert [one.remark for one in found.conflicts] == ["flyttat till olika platser"]
    assert text(found.new.document)[-4:] == [task[2:] for task in [*tasks[1:], tasks[0]]]


SECTIONS = {
    "syfte": "Rådet samordnar arbetet i hela regionen.",
    "uppdragsbeskrivning": TASKS,
    "avsnitt_eget": {"rubrik": "Uppföljning", "text": "Arbetet följs upp varje år av rådet."},
}


def test_what_one_adds_in_a_section_that_the_other_moves_goes_along() -> None:
    keys = ("uppdragsbeskrivning", "syfte", "avsnitt_eget")
    more = f"{TASKS}\n\nUppgifterna ses över varje år."
    found = merged(
        SECTIONS, {key: SECTIONS[key] for key in keys}, {**SECTIONS, "uppdragsbeskrivning": more}
    )
    lines = text(found.new.document)
    at = lines.index("Lämna förslag.")
    assert lines[at + 1] == "Uppgifterna ses över varje år."
    assert not found.conflicts


def test_a_section_that_one_took_away_keeps_its_heading_over_what_the_other_added() -> None:
    less = {key: value for key, value in SECTIONS.items() if key != "avsnitt_eget"}
    own = {"rubrik": "Uppföljning", "text": f"{SECTIONS['avsnitt_eget']['text']}\n\nOch i maj."}  # type: ignore[index]
    found = merged(SECTIONS, less, {**SECTIONS, "avsnitt_eget": own})
    assert changed(found.marked) == [
        "[-(borttaget)-]AUppföljning",
        "- [-Arbetet följs upp varje år av rådet.-]A",
        "+ {+Och i maj.+}B",
    ]
    assert conflicts(found) == [("Uppföljning", "", "Uppföljning")]


def test_a_paragraph_split_by_one_and_reworded_by_the_other() -> None:
    first, last = "Rådet samordnar arbetet i regionen.", "Det lämnar förslag varje år till chefen."
    found = merged(
        f"{first} {last}", f"{first}\n\n{last}", f"{first} {last}".replace("varje år", "två gånger")
    )
    assert text(found.new.document)[-2:] == [first, last.replace("varje år", "två gånger")]
    assert not found.conflicts
    assert {change.by for change in found.changes} == {"Anna och Bo"}


def test_two_paragraphs_merged_by_one_and_taken_away_by_the_other() -> None:
    first, last = "Rådet samordnar arbetet i regionen.", "Det lämnar förslag varje år till chefen."
    end = "\n\nSlut på texten."
    found = merged(f"{first}\n\n{last}{end}", f"{first} {last}{end}", end.strip())
    assert f"{first} {last}" in text(found.new.document)
    assert conflicts(found) == [(f"{first}\n{last}", f"{first} {last}", "")]


TABLE = "| Månad | Möte |\n| --- | --- |\n| mars | planering |\n| maj | budget |"


def test_rows_of_both_in_one_table() -> None:
    found = merged(
        TABLE, f"{TABLE}\n| juni | bokslut |", TABLE.replace("planering", "planering och budget")
    )
    assert changed(found.marked) == [
        "mars | planering{+ och budget+}B",
        "+ {+juni+}A | {+bokslut+}A",
    ]
    assert text(found.new.document)[-4:] == [
        "Månad Möte",
        "mars planering och budget",
        "maj budget",
        "juni bokslut",
    ]


def test_a_table_that_one_took_away_keeps_its_header_over_a_row_of_the_other() -> None:
    found = merged(
        f"Före.\n\n{TABLE}\n\nEfter.",
        "Före.\n\nEfter.",
        f"Före.\n\n{TABLE.replace('budget', 'budget och plan')}\n\nEfter.",
    )
    lines = text(found.new.document)
    at = lines.index("Före.")
    assert lines[at:] == ["Före.", "Månad Möte", "maj budget och plan", "Efter."]
    assert len(found.conflicts) == 2


def test_a_date_set_by_both_is_a_conflict_and_other_fields_are_merged() -> None:
    found = merged(
        {"syfte": "Text."},
        {"syfte": "Text.", "datum": "2026-06-16", "ansvarsområde": "Vård"},
        {"syfte": "Text.", "datum": "2026-05-20", "diarienummer": "RS 2026-00001"},
    )
    assert conflicts(found) == [("2024-02-12", "2026-06-16", "2026-05-20")]
    assert found.conflicts[0].subject == "Datum"
    handling = found.new.handling
    assert (handling.ansvarsomrade, handling.diarienummer) == ("Vård", "RS 2026-00001")
    assert found.new.name == "Anna och Bo"


def test_organisations_of_both_stand_under_one_label() -> None:
    base = {"syfte": "Text.", "organisation": ["Regionen"]}
    found = merged(
        base,
        {**base, "organisation": ["Regionen", "Kontoret"]},
        {**base, "organisation": ["Regionen", "Sjukhusen"]},
    )
    assert [line.split(" ")[-1] for line in text(found.new.document)].count("Kontoret") == 1
    facts = [line for line in text(found.new.document) if "Organisation" in line]
    assert facts == ["Organisation: Regionen"]
    assert not found.conflicts


def frequency(minst: str, hogst: str, text: str = "Ofta.") -> dict[str, Any]:
    value = {"minst": minst, "högst": hogst, "per": "år", "text": text}
    return {"arbetsorganisation": {"mötesfrekvens": value}}


def test_data_beside_the_text_is_merged_too() -> None:
    found = merged(frequency("4", "8"), frequency("5", "8"), frequency("4", "10"))
    assert [(one.by, one.subject, one.new, one.is_printed) for one in found.changes] == [
        ("Anna", "Mötesfrekvens, minst", "5", False),
        ("Bo", "Mötesfrekvens, högst", "10", False),
    ]
    assert not found.conflicts


def test_data_that_both_set_is_a_conflict() -> None:
    found = merged(frequency("4", "8"), frequency("5", "8"), frequency("6", "8"))
    assert conflicts(found) == [("4", "5", "6")]
    assert found.conflicts[0].remark == "syns inte i dokumentet"
    assert [change.conflict for change in found.changes] == [1, 1]


def test_data_that_both_set_alike_is_one_change() -> None:
    found = merged(frequency("4", "8"), frequency("5", "8"), frequency("5", "8"))
    assert [(change.by, change.new) for change in found.changes] == [("Anna och Bo", "5")]


@pytest.mark.parametrize("text", ["Ett.", "", "- a\n- b"])
def test_nothing_changed_is_nothing_told(text: str) -> None:
    found = merged({"ingress": text or "x"}, {"ingress": text or "x"}, {"ingress": text or "x"})
    assert not found.changes
    assert not found.conflicts
    assert not found.marked.is_changed


def test_two_of_one_name_are_told_apart() -> None:
    handling = read(HEAD)
    ours = read({**HEAD, "titel": "En titel"})
    found = three_way(side("bas", handling), side("Kim", ours), side("Kim", handling))
    assert [change.by for change in found.changes] == ["Kim (1)"]


def test_a_merged_document_has_no_fingerprint_of_a_decided_one() -> None:
    mark = "sha256:" + "0" * 64
    other = "sha256:" + "1" * 64
    found = merged(
        {"syfte": "Text."},
        {"syfte": "Texten.", "fingeravtryck": mark},
        {"syfte": "Text.", "ingress": "Ny.", "fingeravtryck": other},
    )
    assert found.new.document.metadata.fingerprint == ""
    assert found.new.handling.fingeravtryck is None
