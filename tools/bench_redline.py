"""Nothing in; tracked changes of this program beside those of others, on standard output.

Each makes a Word file with tracked changes of the same pairs of Word files, in one run: this
program (as a whole process, and in one that runs already), Docxodus (python-redlines) and
LibreOffice's own comparison in a resident process. What a reader gets who accepts, or rejects, all
is found by the resolver of tests/interop and read by LibreOffice for all of them alike. An engine
that is not here is left out, and said so.
"""

from __future__ import annotations

import io
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any, TypeAlias

from lxml import etree

ROOT = Path(__file__).resolve().parents[1]
PAIRS = 60
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

# As on a user's machine: compiled modules are kept between runs.
_ENVIRONMENT = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}

Engine: TypeAlias = Callable[[int], bytes]
"""Makes the redline of the pair with a number."""


@dataclass(frozen=True, slots=True)
class Result:
    """What an engine made: seconds a pair, and how many pairs it got right of those that it made.

    `exact` counts files that accepted are the new revision and rejected the old in words, styles,
    forms and lists; `words` those that are so in words. `marked` are characters in w:ins and w:del,
    `moved` those in w:moveFrom and w:moveTo.
    """

    name: str
    seconds: float
    made: int
    exact: int
    words: int
    marked: int
    moved: int


def main() -> None:
    """Measure and print, one line an engine."""
    print(
        f"{'':34} {'s/par':>7} {'gjorda':>7} {'exakta':>7} {'ord':>5} {'märkta':>8} {'flyttade':>9}"
    )
    for line in results(PAIRS):
        print(line if isinstance(line, str) else _row(line), flush=True)


def results(count: int) -> list[Result | str]:
    """Return what each engine made of so many pairs, or why it was not measured."""
    sys.path.insert(0, str(ROOT / "tests" / "interop"))
    if shutil.which("soffice") is None:
        return ["LibreOffice finns inte här: inget är mätt"]
    bench = import_module("redline_drawn")
    pairs = import_module("redline_pairs")
    small = [*pairs.features(), *pairs.random()]
    chosen = [*pairs.revisions(), *small[:: len(small) // count]][:count]
    drawn = bench.drawn(chosen)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with import_module("resident_office").ResidentOffice(folder) as office:
            files = list(import_module("redline_files").write(chosen, folder / "par").values())
            engines: dict[str, Engine] = {
                "uppdrag diff, hel process": lambda at: _diff(*files[at]),
                "uppdrag, i processen": lambda at: bytes(bench.drawn([chosen[at]])[0].redline),
                "LibreOffice, jämför": lambda at: bytes(
                    office.compared(drawn[at].old, drawn[at].new)
                ),
            }
            notes = []
            if find_spec("python_redlines") is None:
                notes.append("Docxodus: inte mätt, python-redlines finns inte här")
            else:
                engines["Docxodus (python-redlines)"] = _docxodus(drawn)
            judge = _Judge(office)
            return [*(_measured(name, one, drawn, judge) for name, one in engines.items()), *notes]


def _diff(old: Path, new: Path) -> bytes:
    target = new.with_name("andringar.docx")
    command = [sys.executable, "-m", "uppdrag", "diff", str(old), str(new), "-o", str(target)]
    subprocess.run(  # noqa: S603 - our own command
        command, cwd=ROOT, env=_ENVIRONMENT, capture_output=True, check=True
    )
    return target.read_bytes()


def _docxodus(drawn: Sequence[Any]) -> Engine:
    engine = import_module("python_redlines").DocxodusEngine()

    def compare(at: int) -> bytes:
        return bytes(engine.run_redline("Kim Exempelsson", drawn[at].old, drawn[at].new)[0])

    return compare


def _measured(name: str, engine: Engine, drawn: Sequence[Any], judge: _Judge) -> Result:
    seconds, made = [], []
    for at in range(len(drawn)):
        begun = time.perf_counter()
        try:
            redline = engine(at)
        except Exception as error:  # noqa: BLE001 - what an engine fails at is part of the answer
            print(f"{name}: {drawn[at].name}: {error}", file=sys.stderr)
            continue
        seconds.append(time.perf_counter() - begun)
        made.append((drawn[at], redline))
    verdicts = [judge.verdict(pair, redline) for pair, redline in made]
    return Result(
        name,
        statistics.mean(seconds) if seconds else 0.0,
        len(made),
        sum(exact for exact, _ in verdicts),
        sum(words for _, words in verdicts),
        sum(_characters(redline, "ins", "del") for _, redline in made),
        sum(_characters(redline, "moveFrom", "moveTo") for _, redline in made),
    )


class _Judge:
    """Resolves redlines and reads them, and the revisions that they should be, in LibreOffice."""

    def __init__(self, office: Any) -> None:
        self.office = office
        self.known: dict[bytes, Any] = {}
        self.resolver = import_module("redline_resolver")
        self.reading = import_module("redline_in_office")

    def verdict(self, pair: Any, redline: bytes) -> tuple[bool, bool]:
        """Tell whether a redline is exact both ways, and whether its words are."""
        found = []
        for resolve, wanted in (
            (self.resolver.accepted, pair.new),
            (self.resolver.rejected, pair.old),
        ):
            if wanted not in self.known:
                self.known[wanted] = self.office.read(wanted)
            read = self.office.read(_packed(resolve(redline)))
            found.append(self.reading.differences(self.known[wanted], read))
        return not any(lines for lines, _ in found), not any(words for _, words in found)


def _packed(parts: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return out.getvalue()


def _characters(redline: bytes, *names: str) -> int:
    with zipfile.ZipFile(io.BytesIO(redline)) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    return sum(
        len(text.text or "")
        for change in root.iter(*(f"{_W}{name}" for name in names))
        for text in change.iter(f"{_W}t", f"{_W}delText")
    )


def _row(one: Result) -> str:
    return (
        f"{one.name:34} {one.seconds:7.3f} {one.made:7} {one.exact:7} {one.words:5} "
        f"{one.marked:8} {one.moved:9}"
    )


if __name__ == "__main__":
    main()
