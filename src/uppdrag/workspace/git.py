"""A git revision in; the files as they were then, and where a branch left it, out.

A few processes of git, without a shell: one lists the files, another hands over their contents.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from uppdrag.findings import UppdragError
from uppdrag.source import MAX_BYTES
from uppdrag.source.characters import composed
from uppdrag.workspace.mandates import is_mandate_name
from uppdrag.workspace.resources import MANDATES

TIMEOUT = 60
"""Seconds; a listing takes hundredths of one."""

_FILES = {"100644", "100755"}
"""The modes of a file; a link or another repository is no mandate."""

_WHOLE = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
_SHORT = 8
"""Characters of an object name that are enough for a person to know it by."""

_QUIET = {"LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1"}
"""Messages that can be told apart, no questions, and nothing fetched from elsewhere."""


@dataclass(frozen=True, slots=True)
class Version:
    """A revision of the repository that a folder lies in, by any name that git knows.

    `option` is how a person named it. Each method raises `UppdragError` when git is missing, the
    folder is in no repository, or the revision does not exist.
    """

    place: Path
    name: str
    option: str

    @property
    def shown(self) -> str:
        """Return the name as a person is told it: of a whole object name just the beginning."""
        return self.name[:_SHORT] if _WHOLE.fullmatch(self.name) else self.name

    def mandates(self) -> Mapping[str, bytes]:
        """Return the contents of the mandates in the folder, by path from it with slashes.

        Files that are too large to be read as mandates are left out.
        """
        listed = self._listed(["-r"], ["--", f"{MANDATES}/"])
        return self._contents(
            {path: blob for path, blob in listed if is_mandate_name(PurePosixPath(path))}
        )

    def file(self, name: str) -> bytes | None:
        """Return the contents of a file that lies in the folder itself; None if it was not there.

        One that is too large to be read as a mandate was not there either.
        """
        listed = self._listed([], [])
        found = {path: blob for path, blob in listed if path == composed(name)}
        return self._contents(found).get(composed(name))

    def touching(self, name: str, most: int) -> list[str]:
        """Return the commits that changed a file of the folder, the latest first."""
        limit = f"--max-count={most}"
        found = self._run(["log", limit, "--format=%H", self._commit(), "--", name])
        return found.decode("ascii").split()

    def left(self) -> Version:
        """Return the revision as it was when the branch that is checked out left it.

        What it has got since then is no change of the branch. Raises `UppdragError` where the two
        have nothing in common, too.
        """
        found = self._run(["merge-base", self._commit(), "HEAD"])
        return replace(self, name=found.decode("ascii").strip())

    def _commit(self) -> str:
        if not self.name or self.name.startswith("-") or not self.name.isprintable():
            raise UppdragError(self._unknown())
        # Without ^{commit} the name could lead to a folder, and its paths would begin elsewhere.
        return f"{self.name}^{{commit}}"

    def _listed(self, options: list[str], below: list[str]) -> Iterator[tuple[str, str]]:
        """Yield the path and object name of each file that is not too large."""
        listed = self._run(["ls-tree", "-l", "-z", *options, self._commit(), *below])
        for entry in listed.split(b"\0")[:-1]:
            facts, _, raw = entry.partition(b"\t")
            mode, _kind, blob, size = facts.decode("ascii").split()
            if mode in _FILES and int(size) <= MAX_BYTES:
                yield composed(os.fsdecode(raw)), blob

    def _contents(self, blobs: Mapping[str, str]) -> Mapping[str, bytes]:
        if not blobs:
            return {}
        names = "".join(f"{blob}\n" for blob in blobs.values()).encode("ascii")
        return dict(zip(blobs, _parted(self._run(["cat-file", "--batch"], names)), strict=True))

    def _run(self, arguments: list[str], stdin: bytes = b"") -> bytes:
        command = [self._git(), "--no-pager", "--literal-pathspecs", *arguments]
        try:
            done = subprocess.run(  # noqa: S603 - a list, no shell; the program is git
                command,
                cwd=self.place,
                input=stdin,
                capture_output=True,
                env={**os.environ, **_QUIET},
                timeout=TIMEOUT,
                check=False,
            )
        except subprocess.TimeoutExpired:
            message = (
                f"git svarade inte på {TIMEOUT} sekunder. Kör igen, eller kör utan {self.option}."
            )
            raise UppdragError(message) from None
        if done.returncode:
            raise UppdragError(self._refusal(done.stderr.decode("utf-8", errors="replace")))
        return done.stdout

    def _git(self) -> str:
        found = shutil.which("git")
        # Windows looks in the present folder first, where anyone may have laid a program.
        if found is None or Path(found).resolve().parent == Path.cwd():
            message = (
                "Programmet git finns inte på datorn. Installera git, eller kör utan "
                f"{self.option}."
            )
            raise UppdragError(message)
        return found

    def _refusal(self, said: str) -> str:
        if "not a git repository" in said:
            return f"Mappen ligger inte i ett git-arkiv. Kör utan {self.option}."
        if "dubious ownership" in said:
            return (
                "git läser inte arkivet, eftersom mappen ägs av någon annan. Kör git status i "
                "mappen: git säger då hur man tillåter den."
            )
        if "Not a valid object name" in said or "unknown revision" in said:
            return self._unknown()
        if not said.strip():
            return (
                f"Grenen och ”{self.name}” har inget gemensamt ursprung i arkivet. Kör git fetch "
                "--unshallow om bara en del av historiken är hämtad, eller ange en annan version."
            )
        return (
            f"git kunde inte läsa versionen ”{self.name}”. Kör git status för att se vad som är "
            "fel."
        )

    def _unknown(self) -> str:
        return (
            f"Versionen ”{self.name}” finns inte i git. Ange en gren, en tagg eller ett "
            "versionsnummer, till exempel main eller HEAD."
        )


def _parted(batch: bytes) -> Iterator[bytes]:
    """Yield the bytes of each file that `cat-file --batch` gives after a line with their number."""
    at = 0
    while at < len(batch):
        end = batch.index(b"\n", at)
        size = int(batch[at:end].rsplit(b" ", 1)[1])
        yield batch[end + 1 : end + 1 + size]
        at = end + 1 + size + 1
