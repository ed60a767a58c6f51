"""A folder settles what rules weigh and what they know; what it cannot settle is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.working_folder import DRAFT, HYPHEN, ask, told, write

from uppdrag.findings import UppdragError
from uppdrag.source import load
from uppdrag.workspace.own_file import shipped_data
from uppdrag.workspace.resources import Folder, shipped
from uppdrag.workspace.settings import load_rule_data, load_settings

DATA = "data/regeldata.yaml"


def check(folder: Path, settings: str, text: str = HYPHEN) -> list[tuple[str, str]]:
    write(folder, {"uppdrag.yaml": settings, "mandates/a/2026-01-02.yaml": text})
    return [(f.rule, f.severity.value) for f in ask(folder).findings]


@pytest.mark.parametrize(
    ("word", "weight"), [("fel", "error"), ("varning", "warning"), ("upplysning", "info")]
)
def test_a_rule_weighs_what_the_folder_says(tmp_path: Path, word: str, weight: str) -> None:
    assert check(tmp_path, f"format: 1\nregler:\n  T003: {word}\n") == [("T003", weight)]


def test_a_rule_that_is_off_finds_nothing(tmp_path: Path) -> None:
    assert check(tmp_path, "format: 1\nregler: {T003: av}\n") == []


def test_a_folder_without_settings_has_none(tmp_path: Path) -> None:
    settings = load_settings(Folder(tmp_path))
    assert (dict(settings.weights), settings.baseline) == ({}, None)


def refusal(folder: Path, settings: str | bytes) -> str:
    write(folder, {"uppdrag.yaml": settings})
    with pytest.raises(UppdragError) as caught:
        load_settings(Folder(folder))
    return str(caught.value)


ALWAYS = "Det som {} hittar väger alltid lika mycket, i alla mappar. Ta bort raden."
ONE_A_LINE = "Skriv en regel på varje rad, till exempel ”T005: av”."
NO_FOLDER = "Skriv ett filnamn som slutar på .json, utan mapp."
REFUSED = {
    "format: 1\nregler:\n  T0003: av\n": [
        "3:3 fel S001 Regeln ”T0003” finns inte. Menade du T003?"
    ],
    "format: 1\nregler:\n  t003: av\n": ["3:3 fel S001 Regeln ”t003” finns inte. Menade du T003?"],
    "format: 1\nregler:\n  intervall: av\n": [
        "3:3 fel S001 Regeln ”intervall” finns inte. Se uppdrag explain --list."
    ],
    "format: 1\nregler:\n  S003: varning\n  Y014: av\n  R004: av\n": [
        f"3:3 fel S001 {ALWAYS.format('S003')}",
        f"4:3 fel S001 {ALWAYS.format('Y014')}",
        f"5:3 fel S001 {ALWAYS.format('R004')}",
    ],
    "format: 1\nregler:\n  T003: ja\n": [
        "3:9 fel S004 Allvarlighet kan inte vara ”ja”. Skriv fel, varning, upplysning eller av."
    ],
    "format: 1\nregler: av\n": [
        f"2:9 fel S002 Regler har fel sorts värde. Här står ”av”. {ONE_A_LINE}"
    ],
    "format: 1\nregel:\n  T003: av\n": [
        "2:1 fel S001 Nyckeln ”regel” finns inte i formatet. Menade du regler?"
    ],
    "format: 1\nbaslinje: ../annan.json\n": [
        f"2:11 fel S005 Baslinje kan inte skrivas ”../annan.json”. {NO_FOLDER}"
    ],
}


@pytest.mark.parametrize(("settings", "said"), REFUSED.items())
def test_settings_that_are_not_right_are_refused_at_their_place(
    tmp_path: Path, settings: str, said: list[str]
) -> None:
    assert refusal(tmp_path, settings).splitlines() == [f"uppdrag.yaml:{line}" for line in said]


@pytest.mark.parametrize(
    ("settings", "part"),
    [
        ("", "uppdrag.yaml är tom. Skriv ”format: 1”"),
        ("- T003\n", "uppdrag.yaml:1:1 fel Y006"),
        ("format: 1\nregler:\n\tT003: av\n", "uppdrag.yaml:3:1 fel Y020"),
        ("format: 1\nregler:\n", "uppdrag.yaml:2:1 varning S006"),
        (b"format: 1\n# \xe5\n", "uppdrag.yaml:2:3 fel Y001"),
        ("format: 1\nregler: {T003: av, T003: fel}\n", "fel Y007"),
        ("regler: {T003: av}\n", "fel S003 Format saknas. Lägg till en rad"),
    ],
)
def test_settings_that_cannot_be_read_are_refused_at_their_place(
    tmp_path: Path, settings: str | bytes, part: str
) -> None:
    assert part in refusal(tmp_path, settings)


def test_a_folders_data_adds_overrides_and_removes(tmp_path: Path) -> None:
    shipped = load_rule_data(Folder(tmp_path))
    words = iter(shipped.ordval)
    first, second = next(words), next(words)
    write(
        tmp_path, {DATA: f"format: 1\nordval:\n  {first}: nej\n  {second}: annat\n  nyord: ord\n"}
    )
    own = load_rule_data(Folder(tmp_path))
    assert own.ordval == {
        **{key: value for key, value in shipped.ordval.items() if key != first},
        second: "annat",
        "nyord": "ord",
    }
    assert own.roller == shipped.roller
    assert own.organ == shipped.organ


def test_what_is_taken_out_of_the_data_is_not_found(tmp_path: Path) -> None:
    text = DRAFT.replace("ska samordna", "ska nyord samordna")
    write(tmp_path, {"mandates/a/2026-01-02.yaml": text})
    assert told(ask(tmp_path).findings) == []
    write(tmp_path, {DATA: "format: 1\nordval:\n  nyord: ord\n"})
    assert told(ask(tmp_path).findings) == [("T013", "nyord")]
    write(tmp_path, {DATA: "format: 1\nordval:\n  nyord: nej\n"})
    assert told(ask(tmp_path).findings) == []


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (
            "format: 1\nordvall:\n  a: b\n",
            "data/regeldata.yaml:2:1 fel S001 Nyckeln ”ordvall” finns inte i formatet. Menade",
        ),
        (
            "format: 1\norgan:\n  Nämnden: ja\n",
            "data/regeldata.yaml:3:12 fel S005",
        ),
        (
            "format: 1\norgan:\n  Nämnden: {tidigare: Styrelsen, från: 2026}\n",
            "data/regeldata.yaml:3:40 fel S005",
        ),
    ],
)
def test_data_that_is_not_right_is_refused_at_its_place(
    tmp_path: Path, data: str, said: str
) -> None:
    write(tmp_path, {DATA: data})
    with pytest.raises(UppdragError) as caught:
        load_rule_data(Folder(tmp_path))
    assert str(caught.value).startswith(said)


@pytest.mark.parametrize("name", ["data/regeldata.yaml", "templates/tema.yaml"])
def test_a_shipped_file_reads_the_same_the_quick_way(name: str) -> None:
    path = shipped() / name
    assert shipped_data(path) == load(path.read_bytes(), name).data()
