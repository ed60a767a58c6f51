"""Many files become a history for each group; nothing takes the place of anything."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st
from tests.importing.folder.documents import TEXT, found

from uppdrag.importing.folder.found import Found
from uppdrag.importing.folder.plan import Existing, Named, plan
from uppdrag.importing.folder.shown import as_json, as_text, summary
from uppdrag.importing.folder.step import Fate, Step
from uppdrag.workspace.mandates import group_folder

RAD = "Samordningsråd rehabilitering"
FOLDER = "samordningsrad-rehabilitering"


def planned(
    *files: Found, existing: Existing | None = None, named: Named | None = None
) -> dict[str, Step]:
    steps = plan(files, existing or Existing(), named or {}, group_folder)
    assert sorted(step.name for step in steps) == sorted(file.name for file in files)
    return {step.name: step for step in steps}


def revision(name: str, day: str, status: str = "beslutad", **facts: str) -> Found:
    text = facts.pop("text", f"{TEXT} Ändrat {day}, och därför är texten en annan än den var.")
    return found(name, grupp=RAD, datum=day, status=status, beslut=day, text=text, **facts)


def chain(steps: dict[str, Step]) -> list[tuple[str, str, str | None]]:
    """Return the day, the status and what it replaces of each new mandate, by day."""
    new = [step for step in steps.values() if step.fate is Fate.NEW and step.day]
    return sorted(
        (
            step.day.value if step.day else "",
            step.status.value if step.status else "",
            step.revidering.ersatter if step.revidering else None,
        )
        for step in new
    )


def test_the_revisions_of_a_group_become_a_history() -> None:
    steps = planned(
        revision("c.txt", "2026-06-16"),
        revision("a.txt", "2019-01-01"),
        revision("b.txt", "2024-02-12"),
    )
    assert chain(steps) == [
        ("2019-01-01", "ersatt", None),
        ("2024-02-12", "ersatt", "2019-01-01"),
        ("2026-06-16", "beslutad", "2024-02-12"),
    ]


def test_the_keys_that_a_history_needs_are_in_the_file() -> None:
    steps = planned(revision("a.txt", "2019-01-01"), revision("b.txt", "2024-02-12"))
    handling = steps["b.txt"].handling
    assert handling is not None
    assert handling.ordning[2:4] == ("status", "revidering")


def test_a_draft_replaces_the_latest_decision_and_is_replaced_by_none() -> None:
    steps = planned(
        revision("a.txt", "2019-01-01"),
        revision("b.txt", "2020-01-01", "utkast"),
        revision("c.txt", "2024-02-12"),
        revision("d.txt", "2026-01-01", "utkast"),
    )
    assert chain(steps) == [
        ("2019-01-01", "ersatt", None),
        ("2020-01-01", "utkast", None),
        ("2024-02-12", "beslutad", "2019-01-01"),
        ("2026-01-01", "utkast", "2024-02-12"),
    ]
    assert steps["b.txt"].told == ("Utkast som en senare revision, 2024-02-12, har gått förbi.",)


def test_what_a_document_says_that_it_replaces_stands_and_is_told() -> None:
    steps = planned(
        revision("a.txt", "2019-01-01"),
        revision("b.txt", "2024-02-12", ersätter="2018-05-05"),
    )
    assert chain(steps)[1][2] == "2018-05-05"
    assert "2018-05-05, men närmast före är 2019-01-01" in steps["b.txt"].told[0]


def test_a_new_revision_replaces_the_one_that_is_there() -> None:
    existing = Existing({"rehab": {"2019-01-01": "beslutad"}}, {FOLDER: "rehab"})
    steps = planned(revision("b.txt", "2024-02-12"), existing=existing)
    assert steps["b.txt"].place == "rehab/2024-02-12"
    assert chain(steps) == [("2024-02-12", "beslutad", "2019-01-01")]
    assert "rehab/2019-01-01.yaml" in steps["b.txt"].told[0]


def test_a_source_in_a_file_is_never_changed() -> None:
    steps = planned(
        revision("a.docx", "2019-01-01", yaml="format: 1"), revision("b.txt", "2024-02-12")
    )
    first = steps["a.docx"]
    assert first.found is not None
    assert first.handling == first.found.handling
    assert "källan i filen säger beslutad" in first.told[0]


def test_nothing_takes_a_place_that_is_taken() -> None:
    existing = Existing({FOLDER: {"2024-02-12": "beslutad"}})
    step = planned(revision("b.txt", "2024-02-12"), existing=existing)["b.txt"]
    assert (step.fate, step.other) == (Fate.TAKEN, f"{FOLDER}/2024-02-12.yaml")


def test_one_document_in_several_formats_is_read_from_word() -> None:
    steps = planned(*(revision(f"rehab.{kind}", "2024-02-12") for kind in ("pdf", "txt", "docx")))
    fates = {name: (step.fate, step.other) for name, step in steps.items()}
    assert fates == {
        "rehab.docx": (Fate.NEW, ""),
        "rehab.pdf": (Fate.COPY, "rehab.docx"),
        "rehab.txt": (Fate.COPY, "rehab.docx"),
    }


def test_a_copy_without_a_day_lends_its_text_and_gets_the_day() -> None:
    word = found("rehab.docx", grupp=RAD)
    pdf = found("rehab 2024-02-12.pdf", grupp=RAD)
    steps = planned(word, pdf)
    assert steps["rehab.docx"].place == f"{FOLDER}/2024-02-12"
    assert steps["rehab 2024-02-12.pdf"].fate is Fate.COPY


def test_a_few_other_words_make_a_near_copy() -> None:
    long = " ".join([TEXT] * 4)
    one = revision("a.docx", "2024-02-12", text=long)
    other = revision("b.docx", "2024-02-12", text=long.replace("länet", "regionen", 1))
    steps = planned(one, other)
    assert (steps["b.docx"].fate, steps["b.docx"].other) == (Fate.NEAR_COPY, "a.docx")
    assert "% av texten är densamma som i a.docx" in steps["b.docx"].told[0]


def test_alike_documents_of_two_groups_or_days_are_no_copies() -> None:
    long = " ".join([TEXT] * 4)
    files = [
        found("a.txt", grupp="Samordningsråd hud", datum="2024-02-12", text=long),
        found("b.txt", grupp="Samordningsråd öron", datum="2024-02-12", text=long),
        found("c.txt", grupp="Samordningsråd hud", datum="2025-02-12", text=long),
    ]
    assert {step.fate for step in planned(*files).values()} == {Fate.NEW}


def test_two_texts_for_one_place_clash_and_the_surer_gets_it() -> None:
    guessed = found("a 2024-02-12.docx", grupp=RAD, text="Helt andra ord om något annat.")
    steps = planned(guessed, revision("b.txt", "2024-02-12"))
    assert steps["b.txt"].fate is Fate.NEW
    assert (steps["a 2024-02-12.docx"].fate, steps["a 2024-02-12.docx"].other) == (
        Fate.CLASH,
        "b.txt",
    )


def test_a_file_that_a_person_places_gets_that_place() -> None:
    guessed = found("a 2024-02-12.docx", grupp=RAD, text="Helt andra ord om något annat.")
    named = {"a 2024-02-12.docx": (FOLDER, "2020-02-02")}
    steps = planned(guessed, revision("b.txt", "2024-02-12"), named=named)
    assert steps["a 2024-02-12.docx"].place == f"{FOLDER}/2020-02-02"
    assert steps["a 2024-02-12.docx"].is_certain


def test_a_file_without_a_day_gets_no_place_and_is_told_how_to_get_one() -> None:
    step = planned(found("a.txt", grupp=RAD))["a.txt"]
    assert step.fate is Fate.UNPLACED
    assert step.told == (
        f"Inget datum hittades. Ange platsen med --place ”a.txt={FOLDER}/ÅÅÅÅ-MM-DD”.",
    )


FILES = st.lists(
    st.builds(
        found,
        st.sampled_from([f"{n}.{kind}" for n in range(6) for kind in ("docx", "pdf", "txt")]),
        grupp=st.sampled_from(["Råd ett", "Rådet ett", "Råd två"]),
        text=st.sampled_from([TEXT, TEXT * 2, f"{TEXT} Mer.", "Något annat."]),
        datum=st.sampled_from(["2019-01-01", "2020-01-01", "2021-01-01"]),
        status=st.sampled_from(["utkast", "beslutad", "ersatt"]),
    ),
    max_size=8,
    unique_by=lambda file: file.name,
)
DAYS = st.dictionaries(
    st.sampled_from(["2019-01-01", "2020-01-01"]), st.sampled_from(["beslutad", "utkast", ""])
)


@given(FILES, DAYS)
def test_no_two_files_get_one_place_and_each_is_told_of(
    files: list[Found], days: dict[str, str]
) -> None:
    existing = Existing({"rad-ett": days})
    steps = planned(*files, existing=existing)
    new = [step for step in steps.values() if step.fate is Fate.NEW]
    places = [step.place for step in new]
    assert len(set(places)) == len(places)
    assert not {f"rad-ett/{day}" for day in days} & set(places)
    assert all(step.other for step in steps.values() if step.fate is not Fate.NEW)
    shown = as_text(list(steps.values()), 100)
    assert all(name in shown for name in steps)
    backwards = plan(files[::-1], existing, {}, group_folder)
    assert sorted(backwards, key=lambda step: step.name) == sorted(
        steps.values(), key=lambda step: step.name
    )


def test_the_table_shows_what_a_person_has_to_look_at() -> None:
    steps = plan(
        [
            revision("rehab 2019.docx", "2019-01-01"),
            found("rehab.docx", titel=f"Uppdragshandling för {RAD.lower()}, reviderad juni 2026"),
            found("utan dag.txt", grupp=RAD, text="Något annat."),
            revision("rehab 2019.pdf", "2019-01-01"),
        ],
        Existing(),
        {},
        group_folder,
    )
    passed = [Step(f"bild{n}.jpg", Fate.PASSED, told=("Annat format.",)) for n in range(7)]
    broken = Step("trasig.pdf", Fate.UNREADABLE, told=("PDF-filen är skadad.",))
    assert as_text([*steps, broken, *passed], 80) == (
        "samordningsrad-rehabilitering\n"
        "  2019-01-01  beslutad  rehab 2019.docx\n"
        "  2019-01-01  kopia: rehab 2019.pdf\n"
        "              Samma text som rehab 2019.docx.\n"
        "  2026-06-01  utkast    rehab.docx (ersätter 2019-01-01)\n"
        "              Gissat: gruppen av titeln och datumet av titeln (dagen framgår\n"
        "              inte).\n"
        "Får ingen plats\n"
        "  utan dag.txt: Inget datum hittades. Ange platsen med --place ”utan\n"
        "    dag.txt=samordningsrad-rehabilitering/ÅÅÅÅ-MM-DD”.\n"
        "Går inte att läsa\n"
        "  trasig.pdf: PDF-filen är skadad.\n"
        "Inte med\n"
        "  bild0.jpg, bild1.jpg, bild2.jpg, bild3.jpg och 3 till: Annat format.\n"
    )
    assert summary([*steps, broken, *passed]) == (
        "2 handlingar i 1 grupp, 1 kopia, 1 utan plats, 1 som inte går att läsa, 7 som inte är "
        "med. Gissat datum eller grupp: 1."
    )


def test_the_json_says_what_is_certain() -> None:
    steps = plan([revision("a.txt", "2024-02-12")], Existing(), {}, group_folder)
    assert json.loads(as_json(steps)) == {
        "files": [
            {
                "file": "a.txt",
                "fate": "new",
                "place": f"{FOLDER}/2024-02-12.yaml",
                "group": {"value": FOLDER, "basis": "group", "certain": True},
                "date": {"value": "2024-02-12", "basis": "day", "certain": True},
                "status": "beslutad",
                "replaces": None,
                "other": None,
                "uncertain": 0,
                "notes": [],
            }
        ]
    }
