"""Nothing in; how fast documents become mandates, and how many words are kept, on standard output.

Beside it stand pandoc and markitdown, on the same files, where they are installed: as programs, or
as the packages `pypandoc_binary` and `markitdown[docx,pdf]` of this Python. They make Markdown, not
a mandate, so only time and words are compared.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path

from uppdrag.document import compose
from uppdrag.importing.words import words
from uppdrag.model import read
from uppdrag.render import plain
from uppdrag.schema import prune
from uppdrag.source import load

ROOT = Path(__file__).resolve().parents[1]
MANDATES = sorted((ROOT / "mandates").rglob("*.yaml"))
UPPDRAG = (sys.executable, "-m", "uppdrag")
MANY = 200
RUNS = 7

# As on a user's machine: compiled modules are kept between runs.
_ENVIRONMENT = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}


def main() -> None:
    """Measure and print, one line a figure."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        made = _built(folder / "en", MANDATES)
        for kind, goal in (("docx", 0.5), ("pdf", None), ("txt", None)):
            one = next(path for path in made if path.suffix == f".{kind}")
            _row(f"en {kind} importerad", _median(_import(one), folder), goal)
        many = _many(folder)
        _row(f"{MANY} Word-filer planerade", _seconds(_import(many / "docx"), folder), 30.0)
        mixed = sum(path.is_file() for path in many.rglob("*"))
        _row(f"{mixed} Word, PDF och text planerade", _seconds(_import(many), folder), 30.0)
        for kind in ("docx", "pdf"):
            _print_others([path for path in made if path.suffix == f".{kind}"], folder)


def _row(what: str, seconds: float, goal: float | None) -> None:
    wanted = "" if goal is None else f"   mål {goal:.2f} s"
    print(f"{what:40} {seconds:8.3f} s{wanted}", flush=True)


def _import(path: Path) -> list[str]:
    return [*UPPDRAG, "import", str(path), "-q"]


def _seconds(command: Sequence[str], folder: Path) -> float:
    begun = time.perf_counter()
    subprocess.run(  # noqa: S603 - our own command, or one that is compared with
        command, cwd=folder, env=_ENVIRONMENT, capture_output=True, check=False
    )
    return time.perf_counter() - begun


def _median(command: Sequence[str], folder: Path) -> float:
    return statistics.median(_seconds(command, folder) for _ in range(RUNS))


def _built(folder: Path, mandates: Sequence[Path]) -> list[Path]:
    """Return the files that a build makes of mandates, in every format that is measured."""
    formats = [part for kind in ("docx", "pdf", "txt") for part in ("--format", kind)]
    command = [*UPPDRAG, "build", "-q", *formats, "-o", str(folder), *map(str, mandates)]
    subprocess.run(  # noqa: S603 - our own command
        command, cwd=ROOT, env=_ENVIRONMENT, capture_output=True, check=False
    )
    return sorted(folder.rglob("*.*"))


def _many(folder: Path) -> Path:
    """Return a folder with so many Word files, and half as many PDF and text files beside them.

    Each has a group of its own, so that none is a copy of another.
    """
    sources = []
    for number in range(MANY):
        original = MANDATES[number % len(MANDATES)]
        text = original.read_text(encoding="utf-8").replace("ska", f"ska enligt {number}", 3)
        path = folder / "källor" / f"grupp-{number:04}" / original.name
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8", newline="\n")
        sources.append(path)
    for path in _built(folder / "ut", sources):
        kind = path.suffix[1:]
        place = folder / "många" / kind / f"{path.parent.name} {path.name}"
        if kind == "docx" or int(path.parent.name[-4:]) % 4 == 0:
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.move(path, place)
    return folder / "många"


def _print_others(files: Sequence[Path], folder: Path) -> None:
    """Print time and words kept of each program on the same files."""
    kind = files[0].suffix[1:]
    programs: dict[str, Callable[[Path], list[str]] | None] = {
        "uppdrag": _import,
        "pandoc": _pandoc() if kind == "docx" else None,
        "markitdown": _markitdown(),
    }
    for name, command in programs.items():
        if command is None:
            reason = "läser inte PDF" if name == "pandoc" and kind == "pdf" else "finns inte här"
            print(f"{f'{name}, {kind}':40} inte mätt: {reason}")
            continue
        kept, whole, times = 0, 0, []
        for path in files:
            begun = time.perf_counter()
            done = subprocess.run(  # noqa: S603 - see above
                command(path), cwd=folder, env=_ENVIRONMENT, capture_output=True, check=False
            )
            times.append(time.perf_counter() - begun)
            text = done.stdout.decode("utf-8", errors="replace")
            expected = Counter(words(path.with_suffix(".txt").read_text(encoding="utf-8")))
            found = Counter(words(_shown(text) if name == "uppdrag" else text))
            kept, whole = kept + (expected & found).total(), whole + expected.total()
        share = 100 * kept / whole
        seconds = statistics.median(times)
        print(f"{f'{name}, {kind}':40} {seconds:8.3f} s   {share:6.2f} % av orden", flush=True)


def _shown(yaml: str) -> str:
    """Return what a mandate prints: its keys are words of the document too."""
    data = load(yaml, "handling").data()
    if not isinstance(data, dict):
        return ""
    return plain.render(compose(read(prune(data).data)))


def _pandoc() -> Callable[[Path], list[str]] | None:
    program = shutil.which("pandoc")
    if program is None and find_spec("pypandoc") is not None:
        told = "import pypandoc; print(pypandoc.get_pandoc_path())"
        done = subprocess.run(  # noqa: S603 - where the package keeps its program
            [sys.executable, "-c", told], capture_output=True, text=True, check=True
        )
        program = done.stdout.strip()
    return None if program is None else lambda path: [program, "-t", "markdown", str(path)]


def _markitdown() -> Callable[[Path], list[str]] | None:
    if program := shutil.which("markitdown"):
        return lambda path: [program, str(path)]
    if find_spec("markitdown") is not None:
        return lambda path: [sys.executable, "-m", "markitdown", str(path)]
    return None


if __name__ == "__main__":
    main()
