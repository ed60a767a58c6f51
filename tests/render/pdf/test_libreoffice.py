"""The PDF from the Word file: which program is asked, and what is said when it cannot."""

import subprocess
from pathlib import Path
from typing import Any

import pytest

from uppdrag.render.pdf import libreoffice
from uppdrag.render.pdf.error import RenderError


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the path of a LibreOffice that is only there in name."""
    path = tmp_path / "LibreOffice" / "program" / "soffice.exe"
    path.parent.mkdir(parents=True)
    path.touch()
    monkeypatch.setenv("PATH", "")
    monkeypatch.setenv("ProgramFiles", str(tmp_path))
    return path


def runs(monkeypatch: pytest.MonkeyPatch, run: Any) -> None:
    monkeypatch.setattr(subprocess, "run", run)


def test_it_is_found_where_its_installer_puts_it_on_windows(program: Path):
    assert libreoffice.find_program() == program


def test_its_absence_is_explained(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(libreoffice, "_usual_places", list)

    with pytest.raises(RenderError, match="LibreOffice finns inte på datorn"):
        libreoffice.to_pdf(b"", "a.docx")


def test_it_is_given_the_word_file_and_a_profile_of_its_own(
    program: Path, monkeypatch: pytest.MonkeyPatch
):
    def convert(command: list[str], **_: object) -> subprocess.CompletedProcess[bytes]:
        source = Path(command[-1])
        assert command[0] == str(program)
        assert any(part.startswith("-env:UserInstallation=file:///") for part in command)
        source.with_suffix(".pdf").write_bytes(b"%PDF " + source.read_bytes())
        return subprocess.CompletedProcess(command, 0, b"", b"")

    runs(monkeypatch, convert)

    assert libreoffice.to_pdf(b"word", "a.docx") == b"%PDF word"


@pytest.mark.usefixtures("program")
def test_it_is_not_waited_for_without_end(monkeypatch: pytest.MonkeyPatch):
    def hang(command: list[str], *, timeout: float, **_: object) -> None:
        raise subprocess.TimeoutExpired(command, timeout)

    runs(monkeypatch, hang)

    with pytest.raises(RenderError, match=r"a\.docx: LibreOffice blev inte klart"):
        libreoffice.to_pdf(b"word", "a.docx")


@pytest.mark.usefixtures("program")
def test_what_it_says_is_passed_on_when_it_makes_nothing(monkeypatch: pytest.MonkeyPatch):
    def fail(command: list[str], **_: object) -> subprocess.CompletedProcess[bytes]:
        return subprocess.CompletedProcess(command, 1, b"", b"Error: source file damaged\n")

    runs(monkeypatch, fail)

    with pytest.raises(RenderError, match="source file damaged"):
        libreoffice.to_pdf(b"word", "a.docx")


@pytest.mark.usefixtures("program")
def test_a_program_that_does_not_start_is_named(monkeypatch: pytest.MonkeyPatch):
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    runs(monkeypatch, refuse)

    with pytest.raises(RenderError, match="går inte att starta: Permission denied"):
        libreoffice.to_pdf(b"word", "a.docx")
