"""Nothing in; the project's measured figures, goals beside them, on standard output (`make bench`).

Every figure is of whole processes and the median of several runs. The comparison with docxtpl and
LibreOffice is made in the same run on the same documents; without LibreOffice it is left out, and
said so.
"""

from __future__ import annotations

import os
import platform
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

import bench_compare
import bench_import
import bench_redline
from uppdrag.model.fingerprint import fingerprint
from uppdrag.schema import prune
from uppdrag.source import load

ROOT = Path(__file__).resolve().parents[1]
MANDATES = sorted((ROOT / "mandates").rglob("*.yaml"))
PAIR = "samordningsrad-halso-och-sjukvard"
MANY = 1000
REFERENCE = 40
LIBRARIES = ("typst", "docxtpl", "python-docx", "jinja2", "jsonschema", "pyyaml", "markdown-it-py")
UPPDRAG = (sys.executable, "-m", "uppdrag")
MEBIBYTE = 1024 * 1024

# As on a user's machine: compiled modules are kept between runs.
_ENVIRONMENT = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}


def main() -> None:
    """Measure and print, one line a figure."""
    _print_machine()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _print_row("uppdrag --help", _seconds(["--help"], folder, runs=11), 0.10)
        one = _write_mandates(folder / "en", 1)
        _print_row("en handling till Word och PDF", _seconds(_build(one), folder, runs=9), 0.35)
        checked = _seconds(["check", str(one)], folder, runs=9)
        _print_row("en handling prövad", checked, 0.30)
        many = _write_mandates(folder / "många" / "mandates", MANY)
        _print_diffs(folder)
        _print_checks(many)
        seconds = _seconds(_build(many), folder, runs=3)
        _print_row(f"{MANY} handlingar till Word och PDF", seconds, 10.0)
        _print_memory(folder, many)
        _print_reference(folder, MANY / seconds)
    print()
    bench_compare.main()
    print()
    bench_redline.main()
    print()
    bench_import.main()


def _print_machine() -> None:
    print(f"{platform.platform()}, {os.cpu_count()} kärnor, Python {platform.python_version()}")
    print(", ".join(f"{name} {version(name)}" for name in LIBRARIES))
    print()


def _print_row(what: str, seconds: float, goal: float | None) -> None:
    wanted = "" if goal is None else f"   mål {goal:.2f} s"
    print(f"{what:40} {seconds:8.3f} s{wanted}", flush=True)


def _seconds(arguments: Sequence[str], folder: Path, runs: int) -> float:
    """Return the median time of the whole process."""
    times = []
    for _ in range(runs):
        begun = time.perf_counter()
        subprocess.run(  # noqa: S603 - our own command
            [*UPPDRAG, *arguments],
            cwd=folder,
            env=_ENVIRONMENT,
            stdout=subprocess.DEVNULL,
            check=False,
        )
        times.append(time.perf_counter() - begun)
    return statistics.median(times)


def _print_diffs(folder: Path) -> None:
    """Print the times of comparing two real revisions, as whole processes."""
    pair = [str(path) for path in MANDATES if path.parent.name == PAIR]
    _print_row("två revisioner jämförda, i terminalen", _seconds(["diff", *pair], folder, 9), 0.30)
    for made, goal in (("docx", 0.40), ("html", None), ("pdf", None)):
        arguments = ["diff", *pair, "-q", "-o", str(folder / f"ändringar.{made}")]
        _print_row(f"två revisioner jämförda, {made}", _seconds(arguments, folder, 9), goal)


def _print_checks(mandates: Path) -> None:
    """Print the times of a check of many mandates: new, known, and as check-jsonschema sees them.

    The other program is held to the same schema and files; it knows no other rule.
    """
    folder = mandates.parent
    cold = _seconds(["check", "-q", "--no-cache"], folder, runs=3)
    _print_row(f"{MANY} handlingar prövade, alla nya", cold, 6.0)
    _seconds(["check", "-q"], folder, runs=1)
    _print_row(f"{MANY} prövade, inget ändrat", _seconds(["check", "-q"], folder, runs=5), 0.7)
    if find_spec("check_jsonschema") is None:
        print("check-jsonschema: inte mätt, finns inte här")
        return
    schema = ROOT / "schemas" / "uppdragshandling.schema.json"
    files = map(str, sorted(mandates.rglob("*.yaml")))
    other = [sys.executable, "-m", "check_jsonschema", "--schemafile", str(schema), *files]
    begun = time.perf_counter()
    subprocess.run(  # noqa: S603 - the program that is compared with
        other, cwd=folder, env=_ENVIRONMENT, stdout=subprocess.DEVNULL, check=False
    )
    seconds = time.perf_counter() - begun
    _print_row("check-jsonschema, samma filer och schema", seconds, None)
    print(f"{'gånger så snabbt':40} {seconds / cold:8.1f}     mål 1")


def _build(mandates: Path) -> list[str]:
    formats = ["--format", "docx", "--format", "pdf"]
    return ["build", str(mandates), *formats, "-q", "-o", str(mandates.parent / "ut")]


def _write_mandates(folder: Path, count: int) -> Path:
    """Write so many mandates, each with words and numbers of its own."""
    for number in range(count):
        original = MANDATES[-1 if count == 1 else number % len(MANDATES)]
        text = original.read_text(encoding="utf-8")
        text = re.sub(r"\bska\b", f"ska, enligt punkt {number},", text, count=5)
        text = _sealed_anew(text)
        path = folder / f"grupp-{number:04}" / original.name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    return folder


def _sealed_anew(text: str) -> str:
    """Return a mandate with the fingerprint of what it says now, where it has one."""
    data = load(text, "handling").data()
    if not isinstance(data, dict) or "fingeravtryck" not in data:
        return text
    seal = f"fingeravtryck: {fingerprint(prune(data).data)}"
    return re.sub(r"^fingeravtryck: .*$", seal, text, flags=re.MULTILINE)


def _print_memory(folder: Path, mandates: Path) -> None:
    """Print the largest process of a build, where the system tells it."""
    if os.name == "nt":
        print("minne: mäts inte på Windows")
        return
    script = (
        "import resource, subprocess, sys; subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL);"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    for part in (mandates / "grupp-0000", mandates):
        command = [sys.executable, "-c", script, *UPPDRAG, *_build(part)]
        out = subprocess.run(  # noqa: S603 - our own command
            command, cwd=folder, env=_ENVIRONMENT, capture_output=True, text=True, check=True
        )
        unit = 1 if sys.platform == "darwin" else 1024
        size = int(out.stdout) * unit / MEBIBYTE
        what = "en handling" if part != mandates else f"{MANY} handlingar"
        print(f"{f'minne, största process, {what}':40} {size:8.0f} MB   mål 250 MB", flush=True)


def _print_reference(folder: Path, rate: float) -> None:
    """Print the rate of docxtpl for Word and LibreOffice in one batch for the PDF."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        print("docxtpl + LibreOffice: inte mätt, LibreOffice finns inte här")
        return
    mandates = _write_mandates(folder / "jämförelse", REFERENCE)
    out = folder / "referens"
    out.mkdir()
    begun = time.perf_counter()
    command = [sys.executable, str(ROOT / "tools" / "bench_docxtpl.py"), str(mandates), str(out)]
    subprocess.run(command, check=True)  # noqa: S603 - our own command
    convert = [office, "--headless", f"-env:UserInstallation={(folder / 'profil').as_uri()}"]
    files = map(str, sorted(out.glob("*.docx")))
    subprocess.run(  # noqa: S603 - the referee that was found
        [*convert, "--convert-to", "pdf", "--outdir", str(out), *files],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    seconds = time.perf_counter() - begun
    made = len(list(out.glob("*.pdf")))
    if made != REFERENCE:
        print(f"docxtpl + LibreOffice: bara {made} av {REFERENCE} blev PDF")
    other = made / seconds
    print(f"{'uppdrag':40} {rate:8.1f} handlingar/s")
    print(f"{f'docxtpl + LibreOffice, {REFERENCE} i följd':40} {other:8.1f} handlingar/s")
    print(f"{'gånger så snabbt':40} {rate / other:8.1f}     mål 15")


if __name__ == "__main__":
    main()
