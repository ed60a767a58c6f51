"""The bytes of a file come in; its text goes out, or the defect that makes it unreadable."""

import codecs
from dataclasses import dataclass

from uppdrag.source.defect import Defect, Rule
from uppdrag.source.position import Range

MAX_BYTES = 2 * 1024 * 1024

_UTF32 = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_UTF16 = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_CURE = "Spara filen som UTF-8 (i Anteckningar: Spara som, Kodning: UTF-8)."


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text without byte order mark, its line endings untouched, and why it cannot be read."""

    text: str
    defect: Defect | None = None


def decode(data: bytes | str) -> Decoded:
    """Decode UTF-8, with or without byte order mark, or UTF-16 with one; refuse the rest."""
    if isinstance(data, str):
        return _too_large(len(data)) or Decoded(data.removeprefix("\ufeff"))
    if refused := _too_large(len(data)):
        return refused
    if data.startswith(_UTF32):
        return _unreadable("", f"Filen är sparad i UTF-32. {_CURE}", 0)
    for mark, encoding in _UTF16.items():
        if data.startswith(mark):
            return _decoded(data.removeprefix(mark), encoding)
    return _decoded(data.removeprefix(codecs.BOM_UTF8), "utf-8")


def _too_large(size: int) -> Decoded | None:
    if size <= MAX_BYTES:
        return None
    message = (
        f"Filen är för stor, {size // 1024} KiB; högst {MAX_BYTES // 1024} KiB kan läsas. "
        "Är det rätt fil? Dela den annars i flera."
    )
    return Decoded("", Defect(Rule.SIZE, Range(0, 0), message))


def _decoded(data: bytes, encoding: str) -> Decoded:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        return _unreadable(
            data.decode(encoding, errors="replace"),
            _explained(data[error.start : error.start + 1], encoding),
            len(data[: error.start].decode(encoding)),
        )
    # Every other character of a UTF-16 file read as UTF-8 is a nul: one cause, one defect.
    if encoding == "utf-8" and text.count("\0") > len(text) // 4:
        return _unreadable(text, f"Filen är inte text i UTF-8. {_CURE}", text.index("\0"))
    return Decoded(text)


def _explained(byte: bytes, encoding: str) -> str:
    if encoding != "utf-8":
        return f"Filen är inte hel: texten i UTF-16 går inte att läsa härifrån. {_CURE}"
    guess = byte.decode("cp1252", errors="replace")
    meant = f" (troligen ”{guess}”)" if guess.isalpha() else ""
    return (
        f"Filen är inte sparad i UTF-8: byten {byte.hex().upper()} här går inte att läsa{meant}. "
        f"{_CURE}"
    )


def _unreadable(text: str, message: str, offset: int) -> Decoded:
    place = Range(offset, min(offset + 1, len(text)))
    return Decoded(text, Defect(Rule.ENCODING, place, message))
