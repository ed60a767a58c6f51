"""The bytes of an OpenDocument file in; its XML parts, bounded in size, out."""

from __future__ import annotations

import zipfile
import zlib
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from lxml import etree

from uppdrag.findings import UppdragError

MOST_BYTES = 50 * 1024 * 1024
MOST_PARTS = 5_000
LARGEST_PART = 40 * 1024 * 1024
"""Bytes of a part when it is unpacked, whatever its entry in the archive says."""

_BROKEN = "{name} går inte att läsa: filen är skadad eller inte hel."
_MACROS = ("Basic/", "Scripts/")


@dataclass(frozen=True, slots=True)
class Parts:
    """The text, the styles (None where the file has none), and whether there are macros."""

    content: Any
    styles: Any | None
    has_macros: bool


def read_parts(data: bytes, name: str) -> Parts:
    """Return the parts that hold text. Raises `UppdragError` for a file that cannot be read."""
    if len(data) > MOST_BYTES:
        message = f"{name} är för stor: högst {MOST_BYTES // 1024 // 1024} MiB kan importeras."
        raise UppdragError(message)
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = archive.namelist()
            if len(names) > MOST_PARTS or len(set(names)) != len(names):
                raise UppdragError(_BROKEN.format(name=name))
            if b"encryption-data" in _part(archive, "META-INF/manifest.xml", name):
                message = f"{name} är låst med lösenord. Spara den utan lösenord och importera den."
                raise UppdragError(message)
            content = _xml(_part(archive, "content.xml", name), name)
            styles = _part(archive, "styles.xml", name) if "styles.xml" in names else b""
            has_macros = any(entry.startswith(_MACROS) for entry in names)
            return Parts(content, _xml(styles, name) if styles else None, has_macros)
    except (zipfile.BadZipFile, zlib.error, KeyError, ValueError, EOFError, OSError) as error:
        raise UppdragError(_BROKEN.format(name=name)) from error
    except (NotImplementedError, RuntimeError) as error:
        raise UppdragError(_BROKEN.format(name=name)) from error


def _part(archive: zipfile.ZipFile, part: str, name: str) -> bytes:
    with archive.open(part) as stream:
        content = stream.read(LARGEST_PART + 1)
    if len(content) > LARGEST_PART:
        message = f"{name} är för stor när den packas upp. Är det rätt fil?"
        raise UppdragError(message)
    return content


def _xml(content: bytes, name: str) -> Any:
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        message = (
            f"{name} hänvisar till delar utanför sig själv och läses inte. Öppna filen och spara "
            "den på nytt."
        )
        raise UppdragError(message)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise UppdragError(_BROKEN.format(name=name)) from error
