"""`uppdrag import --onto`: shown first, written when asked for, never over a decided mandate."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.command import uppdrag
from tests.importing.onto.edited import Edited
from tests.working_folder import DECIDED, DRAFT, write

NAME = "mandates/forum/2026-01-12.yaml"
EDITED = "redigerad.docx"


def edit(folder: Path, old: str, new: str) -> None:
    """Build the mandate's Word file, and write other words in it."""
    assert uppdrag(folder, "build", NAME, "--format", "docx", "-o", "ut").code == 0
    word = Edited((folder / "ut/forum/2026-01-12.docx").read_bytes())
    word.reword(old, new)
    (folder / EDITED).write_bytes(word.save())


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    write(tmp_path, {NAME: DRAFT})
    edit(tmp_path, "gemensamma avtal", "alla avtal")
    return tmp_path


def test_without_a_terminal_it_is_only_shown(draft: Path) -> None:
    gave = uppdrag(draft, "import", EDITED, "--onto", NAME)
    assert gave.code == 0
    assert "-  Forumet ska följa upp gemensamma avtal." in gave.out
    assert "+  Forumet ska följa upp alla avtal." in gave.out
    assert "--yes" in gave.err
    assert (draft / NAME).read_text(encoding="utf-8") == DRAFT


def test_a_draft_is_changed_in_place(draft: Path) -> None:
    assert uppdrag(draft, "import", EDITED, "--onto", NAME, "--yes").code == 0
    wanted = DRAFT.replace("gemensamma avtal", "alla avtal")
    assert (draft / NAME).read_text(encoding="utf-8") == wanted


def test_a_second_time_changes_nothing(draft: Path) -> None:
    # The file has moved on: the Word file's own base is found no more, and is named instead.
    (draft / "bas.yaml").write_text(DRAFT, encoding="utf-8")
    uppdrag(draft, "import", EDITED, "--onto", NAME, "--yes")
    gave = uppdrag(draft, "import", EDITED, "--onto", NAME, "--base", "bas.yaml")
    assert "ändrar ingenting" in gave.out


def test_a_decided_mandate_is_never_changed(tmp_path: Path) -> None:
    write(tmp_path, {NAME: DECIDED})
    edit(tmp_path, "gemensamma avtal", "alla avtal")
    arguments = ("import", EDITED, "--onto", NAME, "--datum", "2026-05-06", "--yes")
    assert uppdrag(tmp_path, *arguments).code == 0
    assert (tmp_path / NAME).read_text(encoding="utf-8") == DECIDED
    made = (tmp_path / "mandates/forum/2026-05-06.yaml").read_text(encoding="utf-8")
    assert "status: utkast" in made
    assert "ersätter: 2026-01-12" in made
    assert "alla avtal" in made


def test_edits_in_the_file_meanwhile_are_kept(draft: Path) -> None:
    (draft / "bas.yaml").write_text(DRAFT, encoding="utf-8")
    now = DRAFT.replace("vården i länet", "vården i hela länet")
    (draft / NAME).write_text(now, encoding="utf-8")
    assert "--base" in uppdrag(draft, "import", EDITED, "--onto", NAME).err
    uppdrag(draft, "import", EDITED, "--onto", NAME, "--base", "bas.yaml", "--yes")
    wanted = now.replace("gemensamma avtal", "alla avtal")
    assert (draft / NAME).read_text(encoding="utf-8") == wanted


def test_a_clash_is_shown_and_not_written(draft: Path) -> None:
    (draft / "bas.yaml").write_text(DRAFT, encoding="utf-8")
    now = DRAFT.replace("gemensamma avtal", "regionens avtal")
    (draft / NAME).write_text(now, encoding="utf-8")
    arguments = ("import", EDITED, "--onto", NAME, "--base", "bas.yaml", "--yes")
    gave = uppdrag(draft, *arguments)
    assert gave.code == 1
    assert "alla avtal" in gave.err
    assert "regionens avtal" in gave.err
    assert (draft / NAME).read_text(encoding="utf-8") == now
    assert uppdrag(draft, *arguments, "--prefer", "word").code == 0
    assert "alla avtal" in (draft / NAME).read_text(encoding="utf-8")


def test_what_is_no_word_file_is_refused(draft: Path) -> None:
    (draft / EDITED).write_text("hej", encoding="utf-8")
    gave = uppdrag(draft, "import", EDITED, "--onto", NAME)
    assert gave.code == 2
    assert "ingen Word-fil" in gave.err


def test_tracked_changes_are_told_and_may_be_left_out(draft: Path) -> None:
    word = Edited((draft / "ut/forum/2026-01-12.docx").read_bytes())
    word.track_reword("gemensamma", "alla")
    (draft / EDITED).write_bytes(word.save())
    gave = uppdrag(draft, "import", EDITED, "--onto", NAME)
    assert "spårade ändringar" in gave.err
    assert "+  Forumet ska följa upp alla avtal." in gave.out
    gave = uppdrag(draft, "import", EDITED, "--onto", NAME, "--changes", "reject")
    assert "ändrar ingenting" in gave.out
