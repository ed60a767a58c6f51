"""Orders as lines of JSON in, files that one LibreOffice writes out, and a line for each order.

The line is what went wrong, as JSON, or an empty text. Run by the system's Python, which has
LibreOffice's `uno`. When there are no more orders it ends, and LibreOffice with it.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

WORD_FILTER = "MS Word 2007 XML"
FLAT_FILTER = "OpenDocument Text Flat XML"
TEXT_FILTER = "Text (encoded)"
SECONDS_TO_START = 60
BOLD = 150.0


class Office:
    """A running LibreOffice."""

    def __init__(self, program: str, profile: Path) -> None:
        name = f"uppdrag{os.getpid()}"
        options = ("--headless", "--norestore", "--nologo", "--nodefault")
        self.process = subprocess.Popen(
            [
                program,
                f"-env:UserInstallation={profile.as_uri()}",
                *options,
                f"--accept=pipe,name={name};urp;StarOffice.ComponentContext",
            ],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
        )
        self.context = self._connected(f"uno:pipe,name={name};urp;StarOffice.ComponentContext")
        self.desktop = self._service("frame.Desktop")
        self.dispatcher = self._service("frame.DispatchHelper")

    def _service(self, name: str) -> Any:
        manager = self.context.ServiceManager
        return manager.createInstanceWithContext(f"com.sun.star.{name}", self.context)

    def _connected(self, address: str) -> Any:
        local = uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext(
            "com.sun.star.bridge.UnoUrlResolver", local
        )
        limit = time.monotonic() + SECONDS_TO_START
        while True:
            try:
                return resolver.resolve(address)
            except NoConnectException:
                if time.monotonic() > limit or self.process.poll() is not None:
                    raise
                time.sleep(0.1)

    def opened(self, path: str) -> Any:
        """Return a Word file as a document; raise when LibreOffice does not take it for one."""
        url = Path(path).resolve().as_uri()
        document = self.desktop.loadComponentFromURL(
            url, "_blank", 0, _values(Hidden=True, FilterName=WORD_FILTER)
        )
        if document is None:
            raise ValueError(f"LibreOffice does not open {path}")
        return document

    def does(self, document: Any, command: str, **values: Any) -> None:
        """Let a document carry out a command of the menus."""
        frame = document.CurrentController.Frame
        self.dispatcher.executeDispatch(frame, f".uno:{command}", "", 0, _values(**values))


def _values(**values: Any) -> tuple[Any, ...]:
    return tuple(PropertyValue(Name=name, Value=value) for name, value in values.items())


def resolve(office: Office, order: dict[str, Any]) -> None:
    """Open a file, carry out a command, and save its text, and all that is known of it."""
    document = office.opened(order["path"])
    try:
        if order["command"]:
            office.does(document, order["command"])
            if document.Redlines.createEnumeration().hasMoreElements():
                raise ValueError(f"{order['command']} left changes")
        _saved(document, f"{order['to']}.fodt", FLAT_FILTER)
        _saved(document, f"{order['to']}.txt", TEXT_FILTER, FilterOptions="UTF8")
    finally:
        document.close(True)


def compare(office: Office, order: dict[str, Any]) -> None:
    """Compare a file with an older one, and save what LibreOffice marks."""
    document = office.opened(order["path"])
    try:
        older = Path(order["older"]).resolve().as_uri()
        office.does(document, "CompareDocuments", URL=older, NoAcceptDialog=True)
        _saved(document, order["to"], WORD_FILTER)
    finally:
        document.close(True)


def record(office: Office, order: dict[str, Any]) -> None:
    """Edit a file with tracked changes on, and save it."""
    document = office.opened(order["path"])
    try:
        document.RecordChanges = True
        for edit in order["edits"]:
            _edit(document, *edit)
        _saved(document, order["to"], WORD_FILTER)
    finally:
        document.close(True)


def _edit(document: Any, kind: str, words: str, text: str = "") -> None:
    """Change the words of a document, or the paragraph that they stand in."""
    search = document.createSearchDescriptor()
    search.SearchString = words
    found = document.findFirst(search)
    if found is None:
        raise ValueError(f"no ”{words}” in the document")
    cursor = found.Text.createTextCursorByRange(found)
    match kind:
        case "replace":
            cursor.String = text
        case "bold":
            cursor.CharWeight = BOLD
        case "style":
            cursor.ParaStyleName = text
        case "split":
            found.Text.insertControlCharacter(found.Start, 0, False)
        case "remove":
            cursor.gotoStartOfParagraph(False)
            cursor.gotoNextParagraph(True)
            cursor.String = ""
        case "merge":
            cursor.gotoEndOfParagraph(False)
            cursor.goRight(1, True)
            cursor.String = ""
        case _:
            raise ValueError(f"no edit is called {kind}")


def _saved(document: Any, path: str, filter_name: str, **values: Any) -> None:
    url = Path(path).resolve().as_uri()
    document.storeToURL(url, _values(FilterName=filter_name, **values))


ORDERS: dict[str, Callable[[Office, dict[str, Any]], None]] = {
    "resolve": resolve,
    "compare": compare,
    "record": record,
}


def main() -> None:
    """Carry out orders until there are no more."""
    office = Office(sys.argv[1], Path(sys.argv[2]))
    try:
        for line in sys.stdin:
            order = json.loads(line)
            try:
                ORDERS[order.pop("do")](office, order)
                answer = ""
            except Exception as error:  # noqa: BLE001 - the other process shall tell of it
                answer = f"{type(error).__name__}: {error}"
            print(json.dumps(answer), flush=True)  # noqa: T201 - what it is asked for
    finally:
        office.process.terminate()


if __name__ == "__main__":
    main()
