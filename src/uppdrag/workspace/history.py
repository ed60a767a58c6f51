"""A git revision in; the mandates as they were then, and what was done to those decided, out.

Two processes of git, without a shell: one lists the files, the other hands over their contents.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from uppdrag.findings import UppdragError
from uppdrag.rules.r005_andrad_sedan_en_version import Data, Tampered, tampered
from uppdrag.schema import prune
from uppdrag.source import MAX_BYTES, load
from uppdrag.source.characters import composed
from uppdrag.workspace.mandates import find_mandates, is_mandate_name
from uppdrag.workspace.resources import MANDATES, Folder

TIMEOUT = 60
"""Seconds; a listing takes hundredths of one."""

_FILES = {"100644", "100755"}
"""The modes of a file; a link or another repository is no mandate."""

_QUIET = {"LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1"}
"""Messages that can be told apart, no questions, and nothing fetched from elsewhere."""


def mandates_at(folder: Folder, revision: str) -> Mapping[str, bytes]:
    """Return the contents of the mandates at a revision, by path from the folder with slashes.

    Files that are too large to be read as mandates are left out. Raises `UppdragError` when git
    is missing, the folder is in no repository, or the revision does not exist.
    """
    if not revision or revision.startswith("-") or not revision.isprintable():
        raise UppdragError(_unknown(revision))
    program = _git()
    # Without ^{commit} the name could lead to a folder, and its paths would begin elsewhere.
    arguments = ["ls-tree", "-r", "-l", "-z", f"{revision}^{{commit}}", "--", f"{MANDATES}/"]
    listed = _run(program, folder.root, arguments, b"", revision)
    blobs = dict(_blobs(listed))
    names = "".join(f"{name}\n" for name in blobs.values()).encode("ascii")
    content = _run(program, folder.root, ["cat-file", "--batch"], names, revision)
    return dict(zip(blobs, _contents(content), strict=True))


def tampered_since(folder: Folder, revision: str) -> tuple[Tampered, ...]:
    """Return what was done since a revision to the mandates that were decided then.

    Raises `UppdragError` as `mandates_at` does.
    """
    then = {path: _data(content) for path, content in mandates_at(folder, revision).items()}
    return tuple(tampered(then, dict(_now(folder))))


def _now(folder: Folder) -> Iterator[tuple[str, Data]]:
    files = find_mandates(folder, ()) if folder.mandates.is_dir() else ()
    for file in files:
        if file.path is None:
            continue
        name = composed(file.path.relative_to(folder.root).as_posix())
        try:
            yield name, _data(file.read())
        except OSError:
            yield name, None


def _data(content: bytes) -> Data:
    source = load(content, "")
    data = source.data()
    is_read = all(defect.severity != "error" for defect in source.defects)
    return prune(data).data if is_read and isinstance(data, dict) else None


def _blobs(listed: bytes) -> Iterator[tuple[str, str]]:
    """Yield the path and object name of each mandate that `ls-tree` lists."""
    for entry in listed.split(b"\0")[:-1]:
        facts, _, raw = entry.partition(b"\t")
        mode, _kind, name, size = facts.decode("ascii").split()
        path = os.fsdecode(raw)
        is_mandate = mode in _FILES and is_mandate_name(PurePosixPath(path))
        if is_mandate and int(size) <= MAX_BYTES:
            yield composed(path), name


def _contents(batch: bytes) -> Iterator[bytes]:
    """Yield the bytes of each file that `cat-file --batch` gives after a line with their number."""
    at = 0
    while at < len(batch):
        end = batch.index(b"\n", at)
        size = int(batch[at:end].rsplit(b" ", 1)[1])
        yield batch[end + 1 : end + 1 + size]
        at = end + 1 + size + 1


def _git() -> str:
    found = shutil.which("git")
    # Windows looks in the present folder first, where anyone may have laid a program.
    if found is None or Path(found).resolve().parent == Path.cwd():
        message = "Programmet git finns inte på datorn. Installera git, eller kör utan --base."
        raise UppdragError(message)
    return found


def _run(program: str, place: Path, arguments: list[str], stdin: bytes, revision: str) -> bytes:
    command = [program, "--no-pager", "--literal-pathspecs", *arguments]
    try:
        done = subprocess.run(  # noqa: S603 - a list, no shell; the program is git
            command,
            cwd=place,
            input=stdin,
            capture_output=True,
            env={**os.environ, **_QUIET},
            timeout=TIMEOUT,
            check=False,
        )
    except subprocess.TimeoutExpired:
        message = f"git svarade inte på {TIMEOUT} sekunder. Kör igen, eller kör utan --base."
        raise UppdragError(message) from None
    if done.returncode:
        raise UppdragError(_refusal(done.stderr.decode("utf-8", errors="replace"), revision))
    return done.stdout


def _refusal(said: str, revision: str) -> str:
    if "not a git repository" in said:
        return "Mappen ligger inte i ett git-arkiv. Kör utan --base."
    if "dubious ownership" in said:
        return (
            "git läser inte arkivet, eftersom mappen ägs av någon annan. Kör git status i mappen: "
            "git säger då hur man tillåter den."
        )
    if "Not a valid object name" in said or "unknown revision" in said:
        return _unknown(revision)
    return f"git kunde inte läsa versionen ”{revision}”. Kör git status för att se vad som är fel."


def _unknown(revision: str) -> str:
    return (
        f"Versionen ”{revision}” finns inte i git. Ange en gren, en tagg eller ett versionsnummer, "
        "till exempel main eller HEAD."
    )
