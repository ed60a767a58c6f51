"""Font files and a text in; the characters that the PDF could not show, or not give back, out.

Typst stops at a character that the font lacks. Some that it takes cannot be read out of the file
again, and are refused as well (measured with pypdf and poppler): a soft hyphen, a zero-width
character, a variation selector or a combining mark is bound to its neighbour's glyph and turns up
wherever that letter stands; marks of direction turn words around or vanish; private use is
against PDF/A (ISO 19005-2, 6.2.11.7.3). NFC text keeps its accents: å, é and ǻ are letters.
"""

from __future__ import annotations

import re
import struct
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

LONGEST_WORD = 1000
"""Characters; PDF/A allows 32,767 bytes in a string, and no word is near this."""

_WORD = re.compile(rf"[^ \t\r\n]{{{LONGEST_WORD + 1},}}")

# Typst draws a no-break space from the font's space; the others end a line or are folded.
_WITHOUT_A_GLYPH = frozenset(map(ord, "\u00a0 \t\r\n"))
_UNREADABLE = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Mc", "Me", "Mn", "Zl", "Zp"})

_FAMILY, _TYPOGRAPHIC_FAMILY = 1, 16
_SEGMENTS, _SEGMENTED_COVERAGE = 4, 12
_SUFFIXES = frozenset({".ttf", ".otf", ".ttc", ".otc"})


@dataclass(frozen=True, slots=True)
class Glyphs:
    """The characters of a font family that a PDF can show and give back."""

    family: str
    pattern: re.Pattern[str]

    def unsupported(self, text: str) -> Iterator[tuple[int, str]]:
        """Yield each character that the PDF cannot carry, with its index; text is NFC."""
        for found in self.pattern.finditer(text):
            yield found.start(), found[0]


def too_long_words(text: str) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each word of more than `LONGEST_WORD` characters."""
    for found in _WORD.finditer(text):
        yield found.span()


@lru_cache(maxsize=16)
def glyphs(folders: tuple[Path, ...], family: str) -> Glyphs:
    """Return what every face of the family in the folders can show.

    A folder without the family shows nothing. Raises `OSError` where a folder cannot be read.
    """
    faces = [points for path in font_files(folders) for points in _faces(path, family)]
    points = frozenset.intersection(*faces) if faces else frozenset()
    shown = sorted(point for point in points if unicodedata.category(chr(point)) not in _UNREADABLE)
    return Glyphs(family, re.compile(f"[^{_character_class({*shown, *_WITHOUT_A_GLYPH})}]"))


def font_files(folders: Iterable[Path]) -> Iterator[Path]:
    """Yield the font files of the folders, in the order of their names."""
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.suffix.lower() in _SUFFIXES:
                yield path


def _character_class(points: Iterable[int]) -> str:
    ranges: list[list[int]] = []
    for point in sorted(points):
        if ranges and ranges[-1][1] == point - 1:
            ranges[-1][1] = point
        else:
            ranges.append([point, point])
    return "".join(f"\\U{first:08x}-\\U{last:08x}" for first, last in ranges)


def _faces(path: Path, family: str) -> Iterator[frozenset[int]]:
    """Yield the characters of each face of the family in a file (OpenType 1.9, Font File)."""
    data = path.read_bytes()
    offsets: tuple[int, ...] = (0,)
    if data[:4] == b"ttcf":
        (count,) = struct.unpack_from(">I", data, 8)
        offsets = struct.unpack_from(f">{count}I", data, 12)
    for offset in offsets:
        tables = _tables(data, offset)
        if family in _families(data, tables["name"]):
            yield frozenset(_characters(data, tables["cmap"]))


def _tables(data: bytes, offset: int) -> dict[str, int]:
    (count,) = struct.unpack_from(">H", data, offset + 4)
    records = struct.iter_unpack(">4sIII", data[offset + 12 : offset + 12 + 16 * count])
    return {tag.decode("latin-1"): start for tag, _, start, _ in records}


def _families(data: bytes, name: int) -> Iterator[str]:
    """Yield the family names of a face (OpenType 1.9, name)."""
    count, storage = struct.unpack_from(">2xHH", data, name)
    for at in range(count):
        platform, _, _, kind, length, offset = struct.unpack_from(">6H", data, name + 6 + 12 * at)
        if kind in {_FAMILY, _TYPOGRAPHIC_FAMILY}:
            start = name + storage + offset
            encoding = "mac-roman" if platform == 1 else "utf-16-be"
            yield data[start : start + length].decode(encoding, "replace")


def _characters(data: bytes, cmap: int) -> Iterator[int]:
    """Yield the code points that have a glyph (OpenType 1.9, cmap formats 4 and 12)."""
    (count,) = struct.unpack_from(">2xH", data, cmap)
    records = struct.iter_unpack(">HHI", data[cmap + 4 : cmap + 4 + 8 * count])
    unicode_tables = {
        cmap + offset
        for platform, encoding, offset in records
        if platform == 0 or (platform, encoding) in {(3, 1), (3, 10)}
    }
    for table in unicode_tables:
        (kind,) = struct.unpack_from(">H", data, table)
        if kind == _SEGMENTS:
            yield from _segments(data, table)
        elif kind == _SEGMENTED_COVERAGE:
            yield from _groups(data, table)


def _segments(data: bytes, table: int) -> Iterator[int]:
    (twice,) = struct.unpack_from(">6xH", data, table)
    count = twice // 2
    ends = struct.unpack_from(f">{count}H", data, table + 14)
    starts = struct.unpack_from(f">{count}H", data, table + 16 + twice)
    deltas = struct.unpack_from(f">{count}H", data, table + 16 + 2 * twice)
    ranges_at = table + 16 + 3 * twice
    ranges = struct.unpack_from(f">{count}H", data, ranges_at)
    for at, (start, end, delta, offset) in enumerate(
        zip(starts, ends, deltas, ranges, strict=True)
    ):
        for point in range(start, end + 1):
            glyph = point
            if offset:
                place = ranges_at + 2 * at + offset + 2 * (point - start)
                (glyph,) = struct.unpack_from(">H", data, place)
            # Glyph 0 is the box of a missing character, before the delta as after it.
            if (not offset or glyph) and (glyph + delta) % 0x10000:
                yield point


def _groups(data: bytes, table: int) -> Iterator[int]:
    (count,) = struct.unpack_from(">12xI", data, table)
    for start, end, glyph in struct.iter_unpack(">III", data[table + 16 : table + 16 + 12 * count]):
        yield from range(start + (not glyph), end + 1)
