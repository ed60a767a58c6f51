"""A check says the same whatever it remembers, and anew whatever has changed."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from zlib import crc32

import pytest
from tests.working_folder import DECIDED, DRAFT, HYPHEN, TODAY, ask, told, write

from uppdrag.findings import UppdragError
from uppdrag.workspace import check_run, identity
from uppdrag.workspace.check_run import CACHE
from uppdrag.workspace.resources import Folder, shipped

CASES = Path(__file__).parents[1] / "cases"
SCHEMA = "schemas/uppdragshandling.schema.json"
RULE_DATA = "data/regeldata.yaml"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder that has a cache however small it is: one draft with a fault, one without."""
    monkeypatch.setattr(check_run, "WORTH_CACHE", 1)
    write(tmp_path, {"mandates/a/2026-01-02.yaml": HYPHEN, "mandates/b/2026-01-03.yaml": DRAFT})
    return tmp_path


@pytest.fixture
def looked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list that takes up the name of each file that is looked at anew."""
    names: list[str] = []
    check = check_run.check

    def noted(content: bytes, file: check_run.MandateFile, held: check_run.Held) -> object:
        names.append(file.name)
        return check(content, file, held)

    monkeypatch.setattr(check_run, "check", noted)
    return names


def every_bad_example(folder: Path) -> None:
    for path in CASES.glob("*/*/bad.yaml"):
        group = "-".join(path.parts[-3:-1]).lower()
        write(folder, {f"mandates/{group}/2026-01-02.yaml": path.read_bytes()})


def test_what_is_remembered_is_what_would_be_found(folder: Path, looked: list[str]) -> None:
    every_bad_example(folder)
    fresh = ask(folder, cached=False)
    assert len({finding.rule for finding in fresh.findings}) > 50
    first = ask(folder)
    looked.clear()
    again = ask(folder)
    assert fresh == first == again
    assert looked == []


def test_only_what_was_changed_is_looked_at_anew(folder: Path, looked: list[str]) -> None:
    ask(folder)
    looked.clear()
    write(folder, {"mandates/b/2026-01-03.yaml": HYPHEN})
    assert told(ask(folder).findings) == [("T003", "6 - 10"), ("T003", "6 - 10")]
    assert looked == []  # the same words have been seen in the other file
    write(folder, {"mandates/b/2026-01-03.yaml": HYPHEN.replace("6 - 10", "7 - 9")})
    assert told(ask(folder).findings) == [("T003", "6 - 10"), ("T003", "7 - 9")]
    assert looked == ["mandates/b/2026-01-03.yaml"]


def with_a_stricter_schema(folder: Path) -> None:
    content = json.loads((shipped() / SCHEMA).read_text(encoding="utf-8"))
    content["properties"]["titel"]["maxLength"] = 10
    write(folder, {SCHEMA: json.dumps(content)})


def with_a_word_of_its_own(folder: Path) -> None:
    write(folder, {RULE_DATA: "format: 1\nordval:\n  samordna: ordna\n"})


@pytest.mark.parametrize(
    ("change", "rule"), [(with_a_stricter_schema, "S007"), (with_a_word_of_its_own, "T013")]
)
def test_another_schema_or_data_is_looked_at_anew(
    folder: Path, change: Callable[[Path], None], rule: str
) -> None:
    before = ask(folder)
    change(folder)
    assert rule in {finding.rule for finding in ask(folder).findings}
    assert ask(folder) == ask(folder, cached=False) != before
    for name in (SCHEMA, RULE_DATA):
        (folder / name).unlink(missing_ok=True)
    assert ask(folder) == before


def test_drafts_seen_as_decided_are_looked_at_anew(folder: Path) -> None:
    before = ask(folder)
    assert "F002" in {finding.rule for finding in ask(folder, status="beslutad").findings}
    assert ask(folder) == before


def test_another_program_looks_anew(
    folder: Path, looked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    ask(folder)
    looked.clear()
    identity._program.cache_clear()
    monkeypatch.setattr(identity, "__version__", "99.0")
    ask(folder)
    identity._program.cache_clear()
    assert len(looked) == 2


def test_a_program_that_is_worked_on_is_another(tmp_path: Path) -> None:
    write(tmp_path, {"regler/a.py": "x = 1\n", "data.yaml": "a: 1\n", "bild.png": b"x"})
    before = list(identity._told(tmp_path))
    write(tmp_path, {"bild.png": b"xy", "regler/__pycache__/a.pyc": b"x"})
    assert list(identity._told(tmp_path)) == before
    write(tmp_path, {"regler/a.py": "x = 12\n"})
    assert list(identity._told(tmp_path)) != before


def test_where_the_folder_stands_is_no_part_of_it(tmp_path: Path) -> None:
    places = [Folder(tmp_path / name) for name in "ab"]
    for place in places:
        write(place.root, {RULE_DATA: "format: 1\n"})
    assert len({identity.identity(place) for place in places}) == 1


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\0" * 5000,
        b"\xff\xfe",
        b"SQLite format 3\0",
        b"\x80\x04\x95\x0f\x00\x00\x00\x00\x00\x00\x00\x8c\x05posix\x94.",
        b" \n \n\n",
    ],
)
def test_a_cache_that_is_something_else_is_made_anew(
    folder: Path, looked: list[str], content: bytes
) -> None:
    before = ask(folder)
    (folder / CACHE).write_bytes(content)
    assert ask(folder) == before
    looked.clear()
    assert ask(folder) == before
    assert looked == []


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.999])
def test_a_cache_that_was_cut_off_gives_what_is_left(folder: Path, share: float) -> None:
    every_bad_example(folder)
    before = ask(folder)
    content = (folder / CACHE).read_bytes()
    (folder / CACHE).write_bytes(content[: int(len(content) * share)])
    assert ask(folder) == before


FORGED = [
    "null",
    "[]",
    "1",
    '"x"',
    '{"findings": 1}',
    '{"findings": [[]], "excuses": [], "card": null}',
    '{"findings": [], "excuses": [], "card": []}',
    '{"findings": [], "excuses": [["T003", 1]], "card": null}',
    '{"findings": [], "excuses": [], "card": {"plan": false, "nej": 1}}',
    "[" * 100_000,
]


@pytest.mark.parametrize("text", FORGED, ids=lambda text: text[:40])
def test_a_line_with_a_right_checksum_and_another_content_is_passed_over(
    folder: Path, text: str
) -> None:
    before = ask(folder)
    lines = (folder / CACHE).read_bytes().splitlines()
    keys = [line.partition(b" ")[0] for line in lines]
    content = text.encode("ascii")
    sums = (crc32(content, crc32(key)) for key in keys)
    forged = [
        b"%b %08x %b\n" % (key, number, content) for key, number in zip(keys, sums, strict=True)
    ]
    (folder / CACHE).write_bytes(b"".join(forged))
    assert ask(folder) == before


def test_the_cache_can_be_deleted_at_any_time(folder: Path) -> None:
    before = ask(folder)

    def delete() -> None:
        (folder / CACHE).unlink(missing_ok=True)

    write(folder, {"mandates/c/2026-01-02.yaml": DRAFT.replace("länet", "regionen")})
    assert ask(folder, advance=delete).findings == before.findings
    assert ask(folder).findings == before.findings


def test_a_run_that_is_stopped_leaves_the_cache_as_it_was(folder: Path) -> None:
    before = ask(folder)
    content = (folder / CACHE).read_bytes()
    write(folder, {f"mandates/{name}/2026-01-02.yaml": HYPHEN + f"# {name}\n" for name in "cde"})

    def stop() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        ask(folder, advance=stop)
    assert (folder / CACHE).read_bytes() == content
    assert sorted(path.name for path in (folder / CACHE).parent.iterdir()) == [
        ".gitignore",
        "check",
    ]
    assert len(ask(folder).findings) == len(before.findings) + 3


def test_two_runs_at_once_both_say_what_is_so(tmp_path: Path) -> None:
    write(
        tmp_path,
        {f"mandates/{n}/2026-01-02.yaml": f"{HYPHEN}# {n}\n" for n in range(40)},
    )
    command = [sys.executable, "-m", "uppdrag", "check", "--format", "json"]
    runs = [
        subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in range(2)
    ]
    said = [run.communicate(timeout=120) for run in runs]
    assert [run.returncode for run in runs] == [0, 0]
    assert {err for _, err in said} == {b""}
    assert said[0] == said[1]
    assert len(json.loads(said[0][0])["findings"]) == 40
    assert ask(tmp_path) == ask(tmp_path, cached=False)


def test_the_same_words_elsewhere_are_told_of_there(folder: Path, looked: list[str]) -> None:
    ask(folder)
    looked.clear()
    decided = DECIDED.replace(
        "2026-01-12\nbeslut", "2026-01-12\nrevidering: {ersätter: 2020-01-01}\nbeslut"
    )
    write(folder, {"mandates/å/2026-05-05.yaml": HYPHEN, "mandates/c/2026-01-12.yaml": decided})
    first = ask(folder)
    write(folder, {"mandates/d/2026-01-12.yaml": decided, "mandates/d/2020-01-01.yaml": DECIDED})
    again = ask(folder)
    assert "mandates/å/2026-05-05.yaml" in {finding.file for finding in first.findings}
    assert "mandates/å/2026-05-05.yaml" not in looked
    assert again == ask(folder, cached=False)
    replaced = [finding.file for finding in again.findings if finding.rule == "R002"]
    assert replaced == ["mandates/c/2026-01-12.yaml"]


def test_the_same_words_are_another_thing_as_a_meeting_plan(folder: Path) -> None:
    write(folder, {"mandates/a/moten/2026.yaml": HYPHEN})
    assert ask(folder) == ask(folder, cached=False)
    assert "S001" in {finding.rule for finding in ask(folder).findings}


@pytest.mark.parametrize(
    "titel",
    [
        '"en halv \\ud800 bokstav"',
        '"ett noll\\0tecken"',
        '"rad\\nbrytning och \\u2028"',
        "'<script>\"; DROP TABLE'",
        "|\n  a\r  b",
    ],
)
def test_strange_words_are_remembered_as_they_are(
    folder: Path, looked: list[str], titel: str
) -> None:
    text = HYPHEN.replace("Uppdragshandling för Vårdforum Exempel", titel)
    write(folder, {"mandates/a/2026-01-02.yaml": text})
    before = ask(folder, cached=False)
    assert before == ask(folder)
    looked.clear()
    assert before == ask(folder)
    assert looked == []


def test_a_file_on_standard_input_is_read_each_time(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    contents = iter([HYPHEN, DRAFT, HYPHEN])
    monkeypatch.setattr(check_run.MandateFile, "read", lambda _self: next(contents).encode("utf-8"))
    found = [told(ask(folder, "-").findings) for _ in range(3)]
    assert found == [[("T003", "6 - 10")], [], [("T003", "6 - 10")]]


def test_a_file_outside_is_checked_without_a_cache(folder: Path, tmp_path: Path) -> None:
    write(tmp_path, {"utanför.yaml": HYPHEN})
    assert told(ask(folder, "utanför.yaml").findings) == [("T003", "6 - 10")]


def test_a_folder_without_mandates_gets_no_cache(tmp_path: Path) -> None:
    write(tmp_path, {f"{number}.yaml": HYPHEN for number in range(20)})
    assert len(ask(tmp_path, ".").findings) == 20
    assert not (tmp_path / CACHE).exists()


def test_a_broken_file_of_the_folders_own_stops_the_run(folder: Path) -> None:
    ask(folder)
    write(folder, {RULE_DATA: "format: 1\nordval: [a]\n"})
    with pytest.raises(UppdragError, match=r"data/regeldata\.yaml:2:9 fel S002"):
        ask(folder)


def test_many_files_are_shared_among_processes_with_the_same_answer(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    every_bad_example(folder)
    alone = ask(folder, cached=False)
    monkeypatch.setattr(check_run, "WORTH_PROCESSES", 8)
    assert ask(folder, cached=False) == alone


def test_a_weight_given_with_the_question_holds_unless_the_folder_says_otherwise(
    folder: Path,
) -> None:
    weights = {"T003": None}
    assert told(ask(folder, weights=weights).findings) == []
    write(folder, {"uppdrag.yaml": "format: 1\nregler:\n  T003: fel\n"})
    found = ask(folder, weights=weights).findings
    assert [(finding.rule, finding.severity.value) for finding in found] == [("T003", "error")]


def test_the_day_of_the_question_is_heeded_by_what_is_remembered(folder: Path) -> None:
    reviewed = DECIDED + "giltighet: {översyn: 2026-06-01}\n"
    write(folder, {"mandates/b/2026-01-03.yaml": reviewed})
    assert "R007" not in {finding.rule for finding in ask(folder, today="2026-05-01").findings}
    assert "R007" in {finding.rule for finding in ask(folder, today=TODAY).findings}
