"""`uppdrag build --embed-source`: the YAML travels with the document, and comes back."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.command import uppdrag
from tests.working_folder import DECIDED, DRAFT, write

from uppdrag.model.fingerprint import fingerprint
from uppdrag.schema import prune
from uppdrag.source import load

YAML = f"# En anteckning som inte trycks\n{DRAFT}"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path, {"mandates/forum/2026-01-12.yaml": YAML})
    return tmp_path


def built(folder: Path, *arguments: str) -> None:
    assert uppdrag(folder, "build", "--embed-source", "-q", *arguments).code == 0


@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_what_was_embedded_is_imported_to_the_letter(folder: Path, kind: str) -> None:
    built(folder, "--format", kind)
    gave = uppdrag(folder, "import", f"build/forum/2026-01-12.{kind}")
    assert (gave.code, gave.out, gave.err) == (0, YAML, "")


def test_the_same_bytes_are_built_twice(folder: Path) -> None:
    formats = ("--format", "docx", "--format", "pdf")
    built(folder, *formats, "-o", "ett")
    built(folder, *formats, "-o", "två")
    for kind in ("docx", "pdf"):
        one, other = (folder / name / "forum" / f"2026-01-12.{kind}" for name in ("ett", "två"))
        assert one.read_bytes() == other.read_bytes()


def test_a_file_without_the_option_carries_nothing(folder: Path) -> None:
    uppdrag(folder, "build", "--format", "docx", "-q")
    data = (folder / "build" / "forum" / "2026-01-12.docx").read_bytes()
    assert b"customXml" not in data


def test_an_embedded_source_is_still_verified_as_the_decided_document(folder: Path) -> None:
    write(folder, {"mandates/forum/2026-01-12.yaml": _decided()})
    built(folder, "--format", "docx", "--format", "pdf")
    for kind in ("docx", "pdf"):
        gave = uppdrag(folder, "verify", f"build/forum/2026-01-12.{kind}")
        assert gave.code == 0, gave.out + gave.err


def test_libreoffice_cannot_embed(folder: Path) -> None:
    gave = uppdrag(folder, "build", "--embed-source", "--pdf-engine", "libreoffice")
    assert gave.code == 2
    assert "Ta bort --pdf-engine" in gave.err


def _decided() -> str:
    data = load(DECIDED, "handling").data()
    assert isinstance(data, dict)
    return f"{DECIDED}fingeravtryck: {fingerprint(prune(data).data)}\n"
