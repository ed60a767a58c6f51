"""The revision before: the one that is replaced, else the nearest earlier one beside it."""

from pathlib import Path

import pytest

from uppdrag.workspace.mandates import find_mandates
from uppdrag.workspace.predecessor import UnreadableError, predecessor, read_revision
from uppdrag.workspace.resources import Folder
from uppdrag.workspace.schemas import mandate_schema

GOOD = """\
format: 1
typ: samverkansorgan
status: utkast
titel: Uppdrag för prövogruppen
syfte: Att pröva.
uppdragsbeskrivning: Gruppen ska pröva.
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Folder:
    (tmp_path / "mandates" / "rad").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    for stem in ("2020-01-01", "2022-01-01", "2024-01-01"):
        put(stem, f"datum: {stem}\n")
    return Folder(tmp_path)


def put(stem: str, lines: str = "") -> None:
    Path("mandates", "rad", f"{stem}.yaml").write_text(GOOD + lines, encoding="utf-8")


def before(folder: Folder, stem: str) -> str | None:
    (file,) = find_mandates(folder, [f"mandates/rad/{stem}.yaml"])
    found = predecessor(read_revision(file, mandate_schema(folder)), folder)
    return found.name if found else None


def test_the_replaced_revision_comes_before_a_nearer_one(folder: Folder) -> None:
    put("2026-01-01", "datum: 2026-01-01\nrevidering: {ersätter: 2020-01-01}\n")
    assert before(folder, "2026-01-01") == "mandates/rad/2020-01-01.yaml"


@pytest.mark.parametrize("lines", ["datum: 2023-01-01\n", ""], ids=["dated", "named"])
def test_else_it_is_the_nearest_earlier_one(folder: Folder, lines: str) -> None:
    put("2023-01-01", lines)
    assert before(folder, "2023-01-01") == "mandates/rad/2022-01-01.yaml"


def test_the_date_in_a_file_goes_before_its_name(folder: Folder) -> None:
    put("utkast", "datum: 2023-06-01\n")
    assert before(folder, "utkast") == "mandates/rad/2022-01-01.yaml"
    assert before(folder, "2024-01-01") == "mandates/rad/utkast.yaml"


def test_a_replaced_revision_that_is_not_there_gives_the_nearest(folder: Folder) -> None:
    put("2026-01-01", "datum: 2026-01-01\nrevidering: {ersätter: 2019-05-05}\n")
    assert before(folder, "2026-01-01") == "mandates/rad/2024-01-01.yaml"


def test_the_first_has_none_before_it_and_nor_has_one_without_a_date(folder: Folder) -> None:
    put("utkast")
    assert before(folder, "2020-01-01") is None
    assert before(folder, "utkast") is None


def test_one_that_cannot_be_read_is_known_by_its_name(folder: Folder) -> None:
    Path("mandates/rad/2023-05-05.yaml").write_bytes(b"\xff\xfe\x00titel: [")
    Path("mandates/rad/2023-06-06.yaml").mkdir()
    Path("mandates/rad/2023-07-07.txt").write_text("", encoding="utf-8")
    assert before(folder, "2024-01-01") == "mandates/rad/2023-05-05.yaml"


@pytest.mark.parametrize("content", ["titel: [", "- a\n", "titel: T\n", ""])
def test_a_file_that_gives_no_mandate_is_refused_by_its_name(folder: Folder, content: str) -> None:
    Path("mandates/rad/2025-01-01.yaml").write_text(content, encoding="utf-8")
    with pytest.raises(UnreadableError, match=r"mandates/rad/2025-01-01\.yaml"):
        before(folder, "2025-01-01")
