"""The bytes of a file in; the parts of a Word file by name, and how they are related, out.

Any stranger's file may come. Only what is asked for is unpacked, each part and all together no
further than a bound; nothing leads out of the file, and nothing in it is run.
"""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING
from urllib.parse import unquote

from uppdrag.findings import UppdragError
from uppdrag.importing.word.markup import R, parsed

if TYPE_CHECKING:
    from lxml.etree import _Element

LARGEST_FILE = 50_000_000
MOST_PARTS = 3000
LARGEST_PART = 12_000_000
LARGEST_WHOLE = 24_000_000
"""Bytes of a file with its pictures; its parts; bytes of one part, and of all that are read."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SAVE = "Öppna den i Word och spara den som Word-dokument (.docx)."
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    OSError,
    ValueError,
    RuntimeError,
)


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation from one part: what kind it is, where it leads, and whether out of the file."""

    kind: str
    target: str
    is_external: bool


@dataclass(slots=True)
class Package:
    """An opened Word file: the names of its parts, and how many bytes have been unpacked."""

    name: str
    archive: zipfile.ZipFile
    members: dict[str, zipfile.ZipInfo]
    unpacked: int = 0
    roots: dict[str, _Element] = field(default_factory=dict)

    def root(self, part: str) -> _Element | None:
        """Return the root element of a part; None where there is no such part."""
        key = part.lower()
        if key in self.roots:
            return self.roots[key]
        content = self.content(part)
        if content is None:
            return None
        self.roots[key] = parsed(content, self.name, part)
        return self.roots[key]

    def content(self, part: str) -> bytes | None:
        """Return the bytes of a part, unpacked no further than the bounds."""
        info = self.members.get(part.lower())
        if info is None:
            return None
        most = min(LARGEST_PART, LARGEST_WHOLE - self.unpacked)
        try:
            with self.archive.open(info) as member:
                content = member.read(most + 1)
        except _BROKEN as error:
            raise _damaged(self.name) from error
        self.unpacked += len(content)
        if len(content) > most:
            raise UppdragError(
                f"{self.name} är för stor att läsa in: texten i ”{part}” är över "
                f"{most // 1_000_000} MB uppackad. Dela dokumentet, eller kopiera bara "
                "handlingen till ett nytt."
            )
        return content

    def relations(self, part: str) -> dict[str, Relation]:
        """Return the relations of a part by their ids; those of the whole file for no part."""
        folder, file = posixpath.split(part)
        root = self.root(posixpath.join(folder, "_rels", f"{file}.rels"))
        return {} if root is None else dict(_relations(root, folder))

    @property
    def main(self) -> str:
        """The name of the part that holds the document."""
        related = (
            relation.target
            for relation in self.relations("").values()
            if relation.kind == "officeDocument" and not relation.is_external
        )
        return next(related, "word/document.xml")


def _relations(root: _Element, folder: str) -> Iterator[tuple[str, Relation]]:
    for element in root:
        target = element.get("Target") or ""
        is_external = element.get("TargetMode") == "External"
        kind = (element.get("Type") or "").rsplit("/", 1)[-1]
        if not is_external:
            target = posixpath.normpath(posixpath.join("/", folder, unquote(target))).lstrip("/")
        yield element.get("Id") or "", Relation(kind, target, is_external)


def relation_id(element: _Element, attribute: str = "id") -> str:
    """Return the id of the relation that an element names."""
    return element.get(f"{R}{attribute}") or ""


def opened(data: bytes, name: str) -> Package:
    """Return a file as a Word package. Raises `UppdragError`, which says what it is instead."""
    _refuse_other_formats(data, name)
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except _BROKEN as error:
        raise _damaged(name) from error
    infos = [info for info in archive.infolist() if not info.is_dir()]
    if len(infos) > MOST_PARTS:
        raise UppdragError(
            f"{name} har {len(infos)} delar; en Word-fil med en handling har högst {MOST_PARTS}. "
            "Kopiera handlingen till ett nytt dokument i Word."
        )
    _refuse_names(infos, name)
    package = Package(name, archive, {info.filename.lower(): info for info in infos})
    if package.main.lower() not in package.members:
        raise UppdragError(
            f"{name} är ingen Word-fil, trots att den är packad som en. Spara handlingen i Word "
            "som Word-dokument (.docx)."
        )
    return package


def _refuse_names(infos: list[zipfile.ZipInfo], name: str) -> None:
    counts = Counter(info.filename.lower() for info in infos)
    twice = [part for part, count in counts.items() if count > 1]
    if twice:
        raise UppdragError(
            f"{name} har två delar med namnet ”{_shown(twice[0])}”. Det går inte att veta vilken "
            f"som gäller. {_SAVE}"
        )
    for info in infos:
        part = info.filename
        if part.startswith("/") or "\\" in part or ".." in part.split("/") or ":" in part:
            raise UppdragError(
                f"{name} har en del vars namn leder ut ur filen: ”{_shown(part)}”. Word skriver "
                "aldrig så, och filen läses därför inte."
            )
        if info.flag_bits & 1:
            raise _locked(name)


def _refuse_other_formats(data: bytes, name: str) -> None:
    if not data.strip():
        raise UppdragError(f"{name} är tom. Spara handlingen på nytt och importera den filen.")
    if len(data) > LARGEST_FILE:
        raise UppdragError(
            f"{name} är för stor: högst {LARGEST_FILE // 1_000_000} MB kan importeras. Ta bort "
            "bilder ur en kopia av dokumentet och importera kopian."
        )
    if data.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise _locked(name)
        raise UppdragError(f"{name} är sparad i det gamla Word-formatet (.doc). {_SAVE}")
    start = data[:4096].removeprefix(b"\xef\xbb\xbf").lstrip()
    if start.startswith(b"{\\rtf"):
        raise UppdragError(f"{name} är sparad som RTF och inte som Word-dokument. {_SAVE}")
    if b"http://schemas.microsoft.com/office/2006/xmlPackage" in start:
        raise UppdragError(f"{name} är sparad som en enda XML-fil (Flat OPC). {_SAVE}")
    if not data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        raise UppdragError(f"{name} är ingen Word-fil, vad den än heter. {_SAVE}")


def _locked(name: str) -> UppdragError:
    return UppdragError(
        f"{name} är skyddad med lösenord. Öppna den i Word, ta bort lösenordet under Arkiv, "
        "Information, Skydda dokument, och spara."
    )


def _damaged(name: str) -> UppdragError:
    return UppdragError(
        f"{name} är skadad eller inte hel. Hämta eller spara filen på nytt; går den att öppna i "
        "Word, så spara den som Word-dokument (.docx)."
    )


def _shown(part: str) -> str:
    return "".join(sign if sign.isprintable() else "?" for sign in part)[:80]
