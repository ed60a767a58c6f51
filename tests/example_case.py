"""An example folder in; what the public command says of it, as `expected.txt` holds it, out.

A folder of `tests/cases/<RULE>/` holds what is wrong and what is right: `bad.yaml` and `good.yaml`
(`uppdrag check`), the folders `bad/` and `good/` (the same, inside each), or `bad.txt` and
`good.txt` (what `uppdrag import` notes). `options.txt` may hold more arguments of `check`.
"""

from __future__ import annotations

import json
import shlex
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import chdir
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from click.testing import CliRunner, Result

from uppdrag.cli import main
from uppdrag.findings import Severity, in_order
from uppdrag.findings.text import SEVERITY_WORDS, excerpt
from uppdrag.findings.visible import visible
from uppdrag.source import Lines
from uppdrag.source.decode import decode
from uppdrag.workspace.importing import import_file

CASES = Path(__file__).parent / "cases"
WIDTH = 100
"""Columns of an excerpt, its margin counted."""

_MARGIN = "    "
_CHECKED = {".yaml", ".yml"}


@dataclass(frozen=True, slots=True)
class Case:
    """A folder that shows one cause of one rule."""

    folder: Path

    @property
    def rule(self) -> str:
        """Return the id of the rule, which is the name of the folder above."""
        return self.folder.parent.name

    @property
    def name(self) -> str:
        """Return `<RULE>/<case>`."""
        return f"{self.rule}/{self.folder.name}"

    @property
    def expected(self) -> Path:
        """Return the file that holds what the wrong side gives."""
        return self.folder / "expected.txt"

    @property
    def is_import(self) -> bool:
        """Tell whether the example is a text to import, not a mandate to check."""
        side = self.side("bad")
        return side.is_file() and side.suffix not in _CHECKED

    def side(self, name: str) -> Path:
        """Return the file or folder called `bad` or `good`, whatever it ends with."""
        found = sorted(self.folder.glob(f"{name}*"))
        if len(found) != 1:
            message = f"{self.name} must have exactly one {name}.yaml, {name}.txt or folder {name}"
            raise ValueError(message)
        return found[0]

    def files(self, name: str) -> tuple[Path, ...]:
        """Return the files of a side."""
        side = self.side(name)
        inside = sorted(path for path in side.rglob("*") if path.is_file())
        return tuple(inside) if side.is_dir() else (side,)

    def options(self) -> list[str]:
        """Return the further arguments of the command."""
        file = self.folder / "options.txt"
        return shlex.split(file.read_text(encoding="utf-8")) if file.is_file() else []


@dataclass(frozen=True, slots=True)
class Told:
    """What the command said of one side: the findings of its JSON, and the texts they are of."""

    findings: tuple[dict[str, Any], ...]
    texts: Mapping[str, str]

    @property
    def lines(self) -> str:
        """Return what `expected.txt` holds."""
        return "".join(_lines(found, self.texts.get(found["file"], "")) for found in self.findings)


def cases(rules: Sequence[str] = (), root: Path = CASES) -> Iterator[Case]:
    """Yield the example folders in order: of the named rules, or of all."""
    for folder in sorted(root.glob("*/*")):
        if folder.is_dir() and (not rules or folder.parent.name in rules):
            yield Case(folder)


def told(case: Case, name: str) -> Told:
    """Return what the program says of a side, run on a copy in an empty folder."""
    side = case.side(name)
    with TemporaryDirectory() as work:
        copied = shutil.copytree if side.is_dir() else shutil.copy
        copied(side, Path(work, side.name))
        inside = Path(work, side.name) if side.is_dir() else Path(work)
        with chdir(inside):
            return _imported(side.name) if case.is_import else _checked(case, side)


def _imported(name: str) -> Told:
    imported = import_file(Path(name).read_bytes(), name)
    findings = tuple(asdict(found) for found in in_order(imported.findings))
    return Told(findings, {name: imported.source.text})


def _checked(case: Case, side: Path) -> Told:
    paths = [side.name] if side.is_file() else []
    answer = run(["check", *paths, *case.options(), "--format", "json"]).stdout
    findings = tuple(json.loads(answer)["findings"])
    files = {Path(found["file"]) for found in findings}
    return Told(findings, {file.as_posix(): source_text(file) for file in files})


def source_text(file: Path) -> str:
    """Return the text of a file as the program reads it, so that offsets are the same."""
    return decode(file.read_bytes()).text if file.is_file() else ""


def covered(finding: dict[str, Any], text: str) -> str:
    """Return the characters of a text that a finding's range covers.

    Raises `ValueError` for a range that does not lie inside the text.
    """
    lines = Lines(text)
    start = _offset(lines, finding["line"], finding["column"])
    end = _offset(lines, finding["end_line"], finding["end_column"])
    if start > end:
        message = f"the range ends before it begins: {finding}"
        raise ValueError(message)
    return text[start:end]


def _offset(lines: Lines, line: int, column: int) -> int:
    if not 1 <= line <= len(lines):
        message = f"no line {line}"
        raise ValueError(message)
    stretch = lines.range_of_line(line)
    offset = stretch.start + column - 1
    if not stretch.start <= offset <= stretch.end:
        message = f"no column {column} on line {line}"
        raise ValueError(message)
    return offset


def run(arguments: list[str]) -> Result:
    """Return what a command gave; raises what stopped it."""
    environment = {"COLUMNS": str(WIDTH), "NO_COLOR": "1", "FORCE_COLOR": None}
    result = CliRunner().invoke(main, arguments, env=environment, standalone_mode=False)
    if result.exception is not None:
        raise result.exception
    return result


def _lines(finding: dict[str, Any], text: str) -> str:
    """Return a finding as `expected.txt` has it: place, words, the line and its carets."""
    place = (
        f"{finding['file']}:{finding['line']}:{finding['column']}"
        f"-{finding['end_line']}:{finding['end_column']}"
    )
    word = SEVERITY_WORDS[Severity(finding["severity"])]
    head = f"{place} {word} {finding['rule']} {visible(finding['message'])}"
    return "\n".join([head, *_excerpt(finding, text)]) + "\n"


def _excerpt(finding: dict[str, Any], text: str) -> list[str]:
    lines = Lines(text)
    if finding["line"] > len(lines):
        return []
    stretch = lines.range_of_line(finding["line"])
    line = text[stretch.start : stretch.end]
    if not line.strip():
        return []
    on_one_line = finding["end_line"] == finding["line"]
    end = finding["end_column"] - 1 if on_one_line else len(line.rstrip())
    shown = excerpt(line, finding["column"] - 1, end, WIDTH - len(_MARGIN))
    return [_MARGIN + part for part in shown]
