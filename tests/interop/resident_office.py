"""Word files in, what one LibreOffice reads in them out: as they are, all accepted, or rejected."""

import json
import os
import re
import select
import shutil
import signal
import subprocess
import zipfile
from contextlib import suppress
from io import BytesIO
from itertools import count
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple, Self

import office_lines
from referees import RefereeError, RefereeMissingError, program

_WORKER = Path(__file__).with_name("office_worker.py")
_DATED = re.compile(rb'(?P<row></?w:tr)(?=[ >])|(?P<before>w:date=")[^"]*(?P<after>")')
_SECONDS = 90


class Read(NamedTuple):
    """What LibreOffice shows: lines with their styles and forms, and its own plain text.

    The plain text has the bullets and numbers of lists as LibreOffice counts them.
    """

    lines: list[str]
    text: list[str]


class ResidentOffice:
    """A LibreOffice that stays; files that it writes lie in a folder of the caller's."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._numbers = count()
        command = [_python(), str(_WORKER), program("soffice"), str(folder / "profile")]
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            encoding="utf-8",
            env={**os.environ, "LC_ALL": "C.UTF-8"},
            start_new_session=True,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End LibreOffice and all that it started."""
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.communicate()

    def read(self, data: bytes) -> Read:
        """Return what LibreOffice reads in a Word file."""
        return self._resolved(data, "")

    def accepted(self, data: bytes) -> Read:
        """Return what LibreOffice reads when it has accepted all tracked changes."""
        return self._resolved(data, "AcceptAllTrackedChanges")

    def rejected(self, data: bytes) -> Read:
        """Return what LibreOffice reads when it has rejected all tracked changes."""
        return self._resolved(data, "RejectAllTrackedChanges")

    def compared(self, old: bytes, new: bytes) -> bytes:
        """Return a Word file with the tracked changes that LibreOffice finds by itself."""
        older = self._written(old)
        target = older.with_name(f"{older.stem}-compared.docx")
        self._order(do="compare", path=str(self._written(new)), older=str(older), to=str(target))
        return target.read_bytes()

    def recorded(self, data: bytes, *edits: tuple[str, ...]) -> bytes:
        """Return a Word file with the edits made in LibreOffice with tracked changes on."""
        source = self._written(data)
        target = source.with_name(f"{source.stem}-recorded.docx")
        self._order(do="record", path=str(source), to=str(target), edits=edits)
        return target.read_bytes()

    def _resolved(self, data: bytes, command: str) -> Read:
        source = self._written(data)
        target = source.with_suffix("")
        self._order(do="resolve", path=str(source), to=str(target), command=command)
        flat, text = target.with_suffix(".fodt"), target.with_suffix(".txt")
        read = Read(
            office_lines.lines(flat.read_bytes()),
            text.read_text(encoding="utf-8-sig").splitlines(),
        )
        for path in (source, flat, text):
            path.unlink()
        return read

    def _written(self, data: bytes) -> Path:
        path = self._folder / f"{next(self._numbers):05}.docx"
        path.write_bytes(data)
        return path

    def _order(self, **order: Any) -> None:
        """Hand LibreOffice an order; raise RefereeError when it fails, dies or takes too long."""
        stdin, stdout = self._process.stdin, self._process.stdout
        assert stdin is not None
        assert stdout is not None
        try:
            stdin.write(f"{json.dumps(order)}\n")
            stdin.flush()
        except BrokenPipeError as error:
            raise RefereeError("LibreOffice has ended") from error
        ready, _, _ = select.select([stdout], [], [], _SECONDS)
        if not ready:
            raise RefereeError(f"LibreOffice took more than {_SECONDS} s: {order}")
        answer = stdout.readline()
        if not answer:
            raise RefereeError(f"LibreOffice ended without an answer: {order}")
        if problem := json.loads(answer):
            raise RefereeError(f"LibreOffice: {problem}: {order}")


def with_minutes(data: bytes) -> bytes:
    """Return a Word file in which every change has a minute of its own, or shares its row's."""
    minutes = count()
    in_a_row: bytes | None = None

    def dated(found: re.Match[bytes]) -> bytes:
        nonlocal in_a_row
        if found["row"]:
            in_a_row = _minute(next(minutes)) if found["row"] == b"<w:tr" else None
            return found[0]
        return found["before"] + (in_a_row or _minute(next(minutes))) + found["after"]

    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name.startswith("word/") and name.endswith(".xml"):
                content = _DATED.sub(dated, content)
            new.writestr(name, content)
    return out.getvalue()


def _minute(number: int) -> bytes:
    hours, minute = divmod(number, 60)
    days, hour = divmod(hours, 24)
    months, day = divmod(days, 28)
    return f"2001-{months + 1:02}-{day + 1:02}T{hour:02}:{minute:02}:00Z".encode()


def _python() -> str:
    """Return a Python that has LibreOffice's `uno`: Debian's, not that of a virtual environment."""
    for name in ("/usr/bin/python3", shutil.which("python3")):
        if name and not subprocess.run([name, "-c", "import uno"], check=False).returncode:
            return name
    raise RefereeMissingError("LibreOffice's uno")
