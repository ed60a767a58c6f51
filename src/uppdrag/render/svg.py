"""The bytes of a logo in; an error out where it is an SVG that runs or fetches something."""

from __future__ import annotations

import re

from uppdrag.findings.error import UppdragError

_RUNS = re.compile(rb"<(?:\w+:)?script[\s>/]|\son\w+\s*=\s*[\"']", re.IGNORECASE)
_FETCHES = re.compile(
    rb"<(?:\w+:)?(?:image|use|feImage)\s[^>]*?href\s*=\s*[\"']\s*(?!#|data:)"
    rb"|@import\b|url\(\s*[\"']?\s*(?:https?:|file:|//)",
    re.IGNORECASE,
)
_START = 5000
"""Bytes within which an SVG shows that it is one."""


def is_svg(image: bytes) -> bool:
    """Tell whether an image is an SVG."""
    return b"<svg" in image[:_START]


def refuse_active(image: bytes) -> None:
    """Raise `UppdragError` for an SVG with a script in it, or with a part that is elsewhere.

    Each of the three formats would treat such a picture in its own way, and none would show it all.
    """
    if not is_svg(image):
        return
    if _RUNS.search(image):
        raise UppdragError(
            "tema.yaml: logotypen är en SVG-fil med ett skript i sig, och används därför inte. "
            "Spara den som vanlig SVG utan skript, eller som PNG."
        )
    if _FETCHES.search(image):
        raise UppdragError(
            "tema.yaml: logotypen är en SVG-fil som hämtar en bild eller något annat utifrån, och "
            "används därför inte. Bädda in det i filen, eller spara logotypen som PNG."
        )
