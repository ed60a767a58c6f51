"""A web page in; what a real browser shows of it out, after clicks and keys, and on paper.

Chromium is told what to do over a pipe (the Chrome DevTools Protocol), so it opens no port.
"""

import base64
import fcntl
import json
import os
import select
import signal
import subprocess
import sys
from contextlib import suppress
from itertools import count
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from referees import RefereeError, program

_SECONDS = 60
_START = """import os, sys
os.dup2(int(sys.argv[1]), 3)
os.dup2(int(sys.argv[2]), 4)
os.execv(sys.argv[3], sys.argv[3:])
"""
_KEYS = {"Tab": 9, "Enter": 13}


class Browser:
    """A Chromium with one page, with a profile of its own in a folder of the caller's."""

    def __init__(self, folder: Path) -> None:
        down, self._write = os.pipe()
        self._read, up = os.pipe()
        # Out of the way of 3 and 4, where the browser reads its orders and writes its answers.
        ends = [fcntl.fcntl(end, fcntl.F_DUPFD, 10) for end in (down, up)]
        options = [
            "--headless",
            "--no-sandbox",  # as root, which a CI machine often is, it starts no other way
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--no-first-run",
            "--remote-debugging-pipe",
            f"--user-data-dir={folder}",
        ]
        self._process = subprocess.Popen(
            [sys.executable, "-c", _START, *map(str, ends), program("chromium"), *options],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            pass_fds=ends,
            start_new_session=True,
        )
        for end in (down, up, *ends):
            os.close(end)
        self._numbers = count(1)
        self._rest = b""
        self._session = ""
        self.problems: list[str] = []
        """What the page wrote to the console, and what it was refused."""
        try:
            self._attach()
        except RefereeError:
            self._stop()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End the browser and all that it started."""
        self._stop()

    def _attach(self) -> None:
        target = self._order("Target.createTarget", url="about:blank")["targetId"]
        attached = self._order("Target.attachToTarget", targetId=target, flatten=True)
        self._session = attached["sessionId"]
        for domain in ("Page", "Runtime", "Log"):
            self._order(f"{domain}.enable")

    def _stop(self) -> None:
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        os.close(self._read)
        os.close(self._write)

    def open(self, path: Path, width: int = 1200) -> None:
        """Load a page, in a window of a width in pixels, and wait until it is whole."""
        self._order(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=900,
            deviceScaleFactor=1,
            mobile=False,
        )
        self.problems.clear()
        self._order("Page.navigate", url=path.resolve().as_uri())
        self._until("Page.loadEventFired")

    def open_without_scripts(self, path: Path) -> None:
        """Load a page in a browser that runs no scripts of pages."""
        self._order("Emulation.setScriptExecutionDisabled", value=True)
        self.open(path)
        self._order("Emulation.setScriptExecutionDisabled", value=False)

    def ask(self, expression: str) -> Any:
        """Return the value of an expression of JavaScript in the page."""
        answer = self._order("Runtime.evaluate", expression=expression, returnByValue=True)
        if "exceptionDetails" in answer:
            raise RefereeError(f"{expression}: {answer['exceptionDetails']}")
        return answer["result"].get("value")

    def press(self, key: str) -> None:
        """Press a key and let it go."""
        code = _KEYS.get(key, ord(key.upper()[0]))
        text = {} if key in _KEYS else {"text": key}
        for kind in ("keyDown", "keyUp"):
            values = {
                "key": key,
                "windowsVirtualKeyCode": code,
                **(text if kind == "keyDown" else {}),
            }
            self._order("Input.dispatchKeyEvent", type=kind, **values)

    def printed(self) -> bytes:
        """Return the page as it is printed, as PDF."""
        return base64.b64decode(self._order("Page.printToPDF")["data"])

    def _order(self, method: str, **values: Any) -> dict[str, Any]:
        number = next(self._numbers)
        order: dict[str, Any] = {"id": number, "method": method, "params": values}
        if self._session:
            order["sessionId"] = self._session
        os.write(self._write, json.dumps(order).encode() + b"\0")
        while True:
            message = self._message()
            if message.get("id") == number:
                if "error" in message:
                    raise RefereeError(f"{method}: {message['error']}")
                return dict(message["result"])

    def _until(self, event: str) -> None:
        while self._message().get("method") != event:
            pass

    def _message(self) -> dict[str, Any]:
        """Return the next message, and note it where it is one of trouble."""
        while b"\0" not in self._rest:
            ready, _, _ = select.select([self._read], [], [], _SECONDS)
            received = os.read(self._read, 1 << 20) if ready else b""
            if not received:
                raise RefereeError("the browser has ended, or does not answer")
            self._rest += received
        text, _, self._rest = self._rest.partition(b"\0")
        message: dict[str, Any] = json.loads(text)
        if message.get("method") in {"Runtime.exceptionThrown", "Runtime.consoleAPICalled"}:
            self.problems.append(str(message["params"]))
        if message.get("method") == "Log.entryAdded":
            self.problems.append(str(message["params"]["entry"]["text"]))
        return message
