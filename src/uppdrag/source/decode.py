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
        f"Filen är för stor: högst {MAX_BYTES // 1024} KiB kan läsas. Är det rätt fil? "
        "Dela den annars i flera."
    )
    return Decoded("", Defect(Rule.SIZE, Range(0, 0), message))


def _decoded(data: bytes, encoding: str) -> Decoded:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        text = data.decode(encoding, errors="replace")
        if encoding == "utf-8" and _is_of_another_width(text):
            return _without_mark(text)
        return _unreadable(
            text,
            _explained(data[error.start : error.start + 1], encoding),
            len(data[: error.start].decode(encoding)),
        )
    if encoding == "utf-8" and _is_of_another_width(text):
        return _without_mark(text)
    return Decoded(text)


def _is_of_another_width(text: str) -> bool:
    """Tell whether every other character is a nul, as in UTF-16 that is read as UTF-8."""
    return text.count("\0") > len(text) // 4


def _without_mark(text: str) -> Decoded:
    message = f"Filen är inte text i UTF-8, troligen är den sparad i UTF-16. {_CURE}"
    return _unreadable(text, message, text.index("\0"))


def _explained(byte: bytes, encoding: str) -> str:
    if encoding != "utf-8":
        return f"Filen är inte hel: texten i UTF-16 går inte att läsa härifrån. {_CURE}"
    guess = byte.decode("cp1252", errors="replace")
    meant = f", troligen ”{guess}”" if guess.isalpha() else ""
    return (
        f"Filen är inte sparad i UTF-8: tecknet här går inte att läsa (byten "
        f"{byte.hex().upper()}{meant}). {_CURE}"
    )


def _unreadable(text: str, message: str, offset: int) -> Decoded:
    place = Range(offset, min(offset + 1, len(text)))
    return Decoded(text, Defect(Rule.ENCODING, place, message))
