"""The bytes of a picture in; a `data:` address that a page can carry within itself out."""

from __future__ import annotations

import re
from base64 import b64encode

from uppdrag.findings.error import UppdragError
from uppdrag.render.svg import refuse_active

LARGEST = 500_000
"""Bytes; every page carries the whole picture."""

_SVG = re.compile(rb"\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<svg[\s>]", re.DOTALL)


def data_address(picture: bytes) -> str:
    """Return the picture as a `data:` address; a PNG, a JPEG or an SVG by its first bytes.

    Raises `UppdragError` for anything else, for an SVG that runs or fetches something, and for more
    than `LARGEST` bytes.
    """
    if len(picture) > LARGEST:
        raise UppdragError(
            f"tema.yaml: logotypen är {len(picture) // 1000} kB. "
            f"Webbsidan bär den i sig: använd en bild på högst {LARGEST // 1000} kB."
        )
    refuse_active(picture)
    kind = _kind(picture)
    if kind is None:
        raise UppdragError(
            "tema.yaml: logotypen är varken PNG, JPEG eller SVG. "
            "Spara den i något av de formaten och ange den filen."
        )
    return f"data:{kind};base64,{b64encode(picture).decode('ascii')}"


def _kind(picture: bytes) -> str | None:
    if picture.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    if picture.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    return "image/svg+xml" if _SVG.match(picture.removeprefix(b"\xef\xbb\xbf")) else None
