"""A line of the head in; the organisations that it names, or the document type, out."""

from __future__ import annotations

import re

from uppdrag.importing.markup import plain
from uppdrag.model import Status

LONGEST, MOST = 80, 6
"""Characters of a name, and names that an organisation has at most."""

_ORGANISATION = re.compile(
    r"(?:[Rr]egion [^\W\d_a-zåäö]\w+(?: \w+)?"
    r"|[^\W\d_a-zåäö][\w ]*(?:regionen|kontoret|förvaltningen|sjukvården|sjukhuset|kommun|stad"
    r"|kommunförbund))"
)
_KIND = (
    r"(?:revide?rad\s+)?(?:uppdragshandling|uppdragsdirektiv|projektdirektiv"
    r"|mötesanteckning(?:ar)?|uppdragsbeslut|remiss(?:version)?)"
)
_TYPE = re.compile(rf"{_KIND}(?:,?\s+{_KIND})*", re.IGNORECASE)
_TITLE = re.compile(
    r"(?:uppdragshandling|uppdragsbeskrivning|uppdragsdirektiv|projektdirektiv)\s+\S", re.IGNORECASE
)
_GLUE = re.compile(r"\*\*|\t|\s\|\s")

STATUS_LINES = {
    "utkast": Status.UTKAST,
    "ersatt": Status.ERSATT,
    "upphävd": Status.UPPHAVD,
}
"""The lines by which a document tells that it is not the decided one in force."""


def organisations(text: str) -> tuple[str, ...]:
    """Return the organisations that a line names and nothing more, or none."""
    if len(text) > 2 * LONGEST:
        return ()
    names = tuple(plain(part) for part in _GLUE.split(text) if part.strip())
    few = 0 < len(names) <= MOST
    return names if few and all(map(_is_organisation, names)) else ()


def is_document_type(text: str) -> bool:
    """Tell whether a line says what kind of document this is, and nothing more."""
    return len(text) <= LONGEST and _TYPE.fullmatch(plain(text)) is not None


def names_document(text: str) -> bool:
    """Tell whether a line is a title that begins with the kind of document."""
    return _TITLE.match(plain(text[:LONGEST])) is not None


def _is_organisation(name: str) -> bool:
    return len(name) <= LONGEST and len(name.split()) <= 5 and bool(_ORGANISATION.fullmatch(name))  # noqa: PLR2004 - words of a name
