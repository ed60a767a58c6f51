"""Which files are one group, and which are seen beside those asked about."""

from contextlib import chdir
from pathlib import Path

import pytest

from uppdrag.workspace.check_run import Question, answer
from uppdrag.workspace.mandates import MandateFile, find_checked
from uppdrag.workspace.resources import find_folder

MANDATE = """\
format: 1
typ: samverkansorgan
status: beslutad
titel: Uppdragshandling för Vårdforum Exempel
datum: {day}
diarienummer: RS 2026-00017
syfte: Forumet ska samordna vården i länet.
uppdragsbeskrivning: |
  Forumet ska följa upp gemensamma avtal.
beslut:
  datum: {day}
  beslutsfattare: {{namn: Kim Exempelsson, titel: Direktör}}
sändlista: [Ordförande i forumet]
"""


def write(root: Path, *names: str) -> None:
    """Write decided mandates: the digits of a file's name are its day."""
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        day = path.stem[:10] if path.stem[:4].isdigit() else "2026-01-10"
        path.write_text(MANDATE.format(day=day), encoding="utf-8", newline="\n")


def rules(root: Path, *asked: str) -> list[str]:
    with chdir(root):
        folder = find_folder(root)
        question = Question(folder, find_checked(folder, asked), today="2026-07-01")
        return [found.rule for found in answer(question, lambda: None).findings]


@pytest.mark.parametrize(
    ("path", "group", "date"),
    [
        ("mandates/rad/2026-06-16.yaml", "rad", "2026-06-16"),
        ("mandates/rad/utkast.yaml", "rad", "utkast"),
        ("mandates/område/rad/2026-06-16.yaml", "rad", "2026-06-16"),
        ("mandates/ra\u030ad/2026-06-16.yaml", "råd", "2026-06-16"),
        ("arkiv/rad/2026-06-16.yaml", "rad", "2026-06-16"),
        ("mandates/rad/moten/2026.yaml", "rad", "2026"),
        ("mandates/rad/möten/2026-varen.yaml", "rad", "2026-varen"),
        ("imp/handling.yaml", "imp/handling.yaml", "handling"),
    ],
)
def test_a_group_is_its_folder(tmp_path: Path, path: str, group: str, date: str) -> None:
    file = MandateFile(tmp_path / path, path, "")
    assert (file.group, file.date) == (group, date)


def test_what_comes_on_standard_input_stands_alone() -> None:
    file = MandateFile(None, "standard input", "")
    assert (file.group, file.date, file.register) == ("standard input", "", None)


def test_files_that_only_lie_in_one_folder_are_no_group(tmp_path: Path) -> None:
    write(tmp_path, "imp/a.yaml", "imp/b.yaml")
    assert rules(tmp_path, "imp") == []


def test_files_that_are_named_by_their_dates_are_a_group_wherever_they_lie(tmp_path: Path) -> None:
    write(tmp_path, "arkiv/rad/2024-02-12.yaml", "arkiv/rad/2026-06-16.yaml")
    assert rules(tmp_path, "arkiv") == ["R001"]


def test_a_group_is_seen_whole_though_one_file_is_asked_about(tmp_path: Path) -> None:
    write(tmp_path, "mandates/rad/2024-02-12.yaml", "mandates/rad/2026-06-16.yaml")
    assert rules(tmp_path, "mandates/rad/2024-02-12.yaml") == ["R001"]
    assert rules(tmp_path, "mandates/rad/2026-06-16.yaml") == []


def test_the_mandates_of_another_folder_are_seen_there(tmp_path: Path) -> None:
    write(tmp_path, "annan/mandates/rad/2024-02-12.yaml", "annan/mandates/rad/2026-06-16.yaml")
    write(tmp_path, "min/mandates/rad/2025-05-05.yaml")
    other = str(tmp_path / "annan" / "mandates" / "rad" / "2024-02-12.yaml")
    assert rules(tmp_path / "min", other) == ["R001"]
    assert rules(tmp_path / "min") == []


def test_a_file_asked_about_by_another_name_is_not_its_own_neighbour(tmp_path: Path) -> None:
    write(tmp_path, "mandates/rad/2026-06-16.yaml")
    try:
        (tmp_path / "genväg").symlink_to(tmp_path / "mandates" / "rad")
        (tmp_path / "mandates" / "rad" / "ring.yaml").symlink_to("ring.yaml")
    except OSError:
        pytest.skip("här får länkar inte skapas")
    assert rules(tmp_path, "genväg/2026-06-16.yaml") == []
    assert rules(tmp_path, "mandates/rad/2026-06-16.yaml") == []
    assert rules(tmp_path) == ["Y000"]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ((), ["S015", "S015"]),
        (("rad",), ["S015"]),
        (("mandates/rad/2026-06-16.yaml",), ["S015"]),
        (("kopia.yaml",), []),
    ],
    ids=["everything", "a group", "a file of it", "a file alone"],
)
def test_an_excuse_is_needless_only_when_its_rule_has_seen_enough(
    tmp_path: Path, asked: tuple[str, ...], expected: list[str]
) -> None:
    excuses = "".join(
        f"  - {{regel: {rule}, motivering: Det är avsett så.}}\n" for rule in ("R001", "D002")
    )
    write(tmp_path, "mandates/rad/2026-06-16.yaml", "mandates/annat/utkast.yaml", "kopia.yaml")
    text = MANDATE.format(day="2026-06-16") + f"undantag:\n{excuses}"
    for name in ("mandates/rad/2026-06-16.yaml", "kopia.yaml"):
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "mandates/annat/utkast.yaml").write_text("titel: T\n", encoding="utf-8")
    found = rules(tmp_path, *asked)
    assert [rule for rule in found if rule == "S015"] == expected
