"""A file's name as messages call it in, its place as SARIF tells it out."""

import re
from urllib.parse import quote

_ROOT = "%SRCROOT%"
_DRIVE = re.compile(r"[A-Za-z]:/")


def artifact_location(file: str) -> dict[str, str]:
    """Return an ``artifactLocation``: a URI, percent-encoded as RFC 3986 wants it.

    A relative name stands under ``%SRCROOT%``, which the reader sets to the folder of the files;
    an absolute one (also with a Windows drive or share) is a ``file:`` URI of its own.
    """
    # A lone surrogate, from a name that is no UTF-8, has no place in a URI.
    path = quote(file, safe="/", errors="replace")
    if _DRIVE.match(file):
        return {"uri": f"file:///{file[:2]}{path[len('C%3A') :]}"}
    if file.startswith("//"):
        return {"uri": f"file:{path}"}
    if file.startswith("/"):
        return {"uri": f"file://{path}"}
    return {"uri": path, "uriBaseId": _ROOT}
