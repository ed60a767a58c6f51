"""Redlines in; where LibreOffice, accepting or rejecting all, gets another document, out."""

import re
import zipfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from itertools import zip_longest
from pathlib import Path
from typing import NamedTuple

from lxml import etree
from redline_drawn import Drawn
from redline_lines import GAP
from redline_resolver import W
from resident_office import Read, ResidentOffice, with_minutes

OFFICES = 2
_FORM = re.compile(r"⟨[^:⟩]*(?:https?:[^⟩ ]*|mailto:[^⟩ ]*)?: ([^⟩]*)⟩")


class Verdict(NamedTuple):
    """What LibreOffice makes of a redline: where it differs, in all that it shows and in words."""

    name: str
    way: str
    lines: str
    words: str


def verdicts(redlines: Sequence[Drawn], folder: Path) -> list[Verdict]:
    """Return two verdicts for each redline, accepted and rejected."""
    size = -(-len(redlines) // OFFICES)
    parts = [redlines[start : start + size] for start in range(0, len(redlines), size)]
    places = [folder / f"office-{number}" for number in range(len(parts))]
    with ThreadPoolExecutor(OFFICES) as pool:
        return [one for found in pool.map(_judged, parts, places) for one in found]


def _judged(redlines: Sequence[Drawn], folder: Path) -> list[Verdict]:
    folder.mkdir()
    plain: dict[bytes, Read] = {}
    found = []
    with ResidentOffice(folder) as office:
        for drawn in redlines:
            ways = (("accept", office.accepted, drawn.new), ("reject", office.rejected, drawn.old))
            for way, resolve, wanted in ways:
                if wanted not in plain:
                    plain[wanted] = office.read(wanted)
                found.append(_verdict(drawn, way, resolve, plain[wanted]))
    return found


def _verdict(drawn: Drawn, way: str, resolve: Callable[[bytes], Read], wanted: Read) -> Verdict:
    """Judge a redline as it is and, where that differs, with a minute for every change.

    LibreOffice joins neighbouring changes of one author and minute, and resolves some that it has
    joined wrongly, and others wrongly that it has not. What it gets right either way is right.
    """
    found = []
    for data in (drawn.redline, with_minutes(drawn.redline)):
        found.append(differences(wanted, resolve(data)))
        if not found[-1][0]:
            return Verdict(drawn.name, way, "", "")
    lines, words = min(found, key=lambda pair: len(pair[1]))
    return Verdict(drawn.name, way, lines, words)


def differences(wanted: Read, found: Read) -> tuple[str, str]:
    """Return where two files part to LibreOffice: in all that it shows, and in words."""
    return _parted(_shown(wanted), _shown(found)), _parted(_words(wanted), _words(found))


def _shown(read: Read) -> list[str]:
    """Return all that LibreOffice shows, without paragraphs that only hold tables apart."""
    gap = f"{GAP} |  | "
    return [*(line for line in read.lines if line != gap), *filter(str.strip, read.text)]


def _words(read: Read) -> list[str]:
    """Return the words of the lines, without styles, forms and numbers of lists."""
    texts = (line.rpartition(" | ")[2] for line in read.lines if not line.startswith("row: "))
    rows = (
        re.sub(r"[^|/]* \| [^|]* \| ", "", line) for line in read.lines if line.startswith("row: ")
    )
    return [text for text in map(_formless, [*texts, *rows]) if text.strip()]


def _formless(text: str) -> str:
    return _FORM.sub(r"\1", text)


def _parted(wanted: Sequence[str], found: Sequence[str]) -> str:
    """Return the first place where two texts part."""
    pairs = zip_longest(wanted, found, fillvalue="nothing")
    return next((f"want: {a}\n  have: {b}" for a, b in pairs if a != b), "")


def unrestored(redline: bytes) -> list[str]:
    """Return what a redline has that LibreOffice 7.4 does not restore when it rejects.

    Of a paragraph's former properties it restores the style, but not the list, its level or its
    number. It keeps the new form of words in links. It takes a moved paragraph with new words for
    several changes, and leaves the last one's style behind. What came directly after a table leaves
    its style to the paragraph that follows.
    """
    with zipfile.ZipFile(BytesIO(redline)) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    return sorted(set(_unrestored(root)))


def _unrestored(root: etree._Element) -> Iterator[str]:
    if root.find(f".//{W}pPrChange") is not None:
        yield "former properties of paragraphs"
    for link in root.iter(f"{W}hyperlink"):
        if link.find(f".//{W}rPrChange") is not None:
            yield "former form of words in a link"
    for paragraph in root.iter(f"{W}p"):
        inserted = [one for one in paragraph.iter(f"{W}ins") if one.getparent().tag != f"{W}rPr"]
        if inserted and paragraph.find(f"{W}moveTo") is not None:
            yield "new words in a moved paragraph"
    for table in root.iter(f"{W}tbl"):
        following = table.getnext()
        if following is not None and following.find(f"{W}pPr/{W}rPr/{W}ins") is not None:
            yield "a paragraph that came after a table"
