"""Word files with findings as comments, before programs that share no code with the project."""

import re
import subprocess
import sys
from pathlib import Path

import libreoffice
import opendocument_comments
import pytest
import yaml
from built_mandates import MANDATES
from referees import REPOSITORY, ooxml
from tests.render.docx.commented import comments
from word_references import unseen_errors
from wording import difference, words

from uppdrag.document import compose
from uppdrag.findings import Finding, Severity
from uppdrag.model import read
from uppdrag.render.docx import read_template
from uppdrag.render.docx.review import render_review
from uppdrag.render.docx.review_template import for_review
from uppdrag.render.theme import read_theme
from uppdrag.schema import prune
from uppdrag.source import Range, load

pytestmark = pytest.mark.interop

TEMPLATES = REPOSITORY / "templates"
CROWDED = ("alla-delar", "liknar-kod")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Every mandate with what is found in it, built by the public command."""
    output = tmp_path_factory.mktemp("review")
    sources = [str(folder) for folder in MANDATES if folder.is_dir()]
    command = ["build", "--review", "--format", "txt", "-o", str(output), *sources]
    done = subprocess.run(
        [sys.executable, "-m", "uppdrag", *command],
        cwd=REPOSITORY,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=600,
        check=False,
    )
    made = sorted(output.rglob("*.granskning.docx"))
    assert len(made) == len(list(output.rglob("*.txt"))) > 0, done.stderr
    assert any(comments(path.read_bytes()) for path in made)
    return made


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Mandates with a finding about every word in the file, some about several."""
    folder = tmp_path_factory.mktemp("crowded")
    text = (TEMPLATES / "tema.yaml").read_text(encoding="utf-8")
    theme = read_theme(yaml.load(text, Loader=yaml.BaseLoader))  # noqa: S506 - builds text only
    review = for_review(read_template(TEMPLATES / "uppdragshandling.docx"))
    made = []
    for name in CROWDED:
        for path in sorted((Path(__file__).parent / "mandates" / name).glob("*.yaml")):
            source = load(path.read_bytes(), path.name)
            data = source.data()
            assert isinstance(data, dict)
            findings = [
                Finding.at(
                    source,
                    "T003",
                    Severity.WARNING,
                    f"Om {' '.join(found[0].split())}.",
                    Range(*found.span()),
                )
                for pattern in (r"\w+", r"\S+(?:\s+\S+){4}")
                for found in re.finditer(pattern, source.text)
            ]
            target = folder / f"{name}.docx"
            document = compose(read(prune(data).data))
            target.write_bytes(render_review(document, source, findings, theme, review))
            assert len(comments(target.read_bytes())) == len(findings) > 100
            made.append(target)
    return made


def test_every_word_file_with_comments_is_valid_to_microsofts_validator(
    built: list[Path], crowded: list[Path]
) -> None:
    verdicts = ooxml([*built, *crowded])
    errors = [f"{path}: {error}" for path, found in verdicts.items() for error in found]
    assert not errors, "\n".join(errors)
    assert not [error for path in verdicts for error in unseen_errors(path)]


def test_libreoffice_reads_every_comment_at_the_same_words(
    built: list[Path], crowded: list[Path], tmp_path: Path
) -> None:
    read_by_libreoffice = libreoffice.to_flat([*built, *crowded], tmp_path)
    for path, flat in read_by_libreoffice.items():
        expected = [
            (comment.author, comment.paragraphs, comment.words)
            for comment in comments(path.read_bytes())
        ]
        assert sorted(opendocument_comments.comments(flat)) == sorted(expected), path


def test_comments_change_no_word_in_libreoffice(built: list[Path], tmp_path: Path) -> None:
    for path, made in libreoffice.to_text(built, tmp_path).items():
        plain = path.with_name(path.name.replace("granskning.docx", "txt"))
        expected = plain.read_text(encoding="utf-8")
        actual = libreoffice.read_text(made)
        assert words(actual) == words(expected), f"{path}\n{difference(expected, actual)}"
