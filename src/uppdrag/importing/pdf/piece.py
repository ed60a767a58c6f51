"""A page of a PDF in; its stretches of text out, with their place, letters and mark."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

ARTIFACT = -1
"""The mark of what is no part of the text: page heads, page numbers, lines."""
UNMARKED = -2

_TILT = 0.2
"""How much a baseline may lean, as a part of its length, and still be a line across the page."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Text in one font: `x` and `y` in points from the lower left corner.

    `mark` is the number by which the structure of the file knows it.
    """

    text: str
    page: int
    x: float
    y: float
    size: float
    bold: bool = False
    italic: bool = False
    mark: int = UNMARKED
    tilted: bool = False


def pieces_of(page: Any, number: int) -> list[Piece]:
    """Return the stretches of text on a page, in the order in which it is drawn."""
    drawing = _Drawing(page, number)
    page.extract_text(
        visitor_operand_before=drawing.operation,
        visitor_text=drawing.text,
    )
    return drawing.pieces


class _Drawing:
    """What is drawn, and the marks that are open."""

    def __init__(self, page: Any, number: int) -> None:
        self.number = number
        self.pieces: list[Piece] = []
        self.open: list[int] = []
        resources: Any = page.get("/Resources")
        named = resources.get_object().get("/Properties") if resources else None
        self.named: Any = named.get_object() if named else {}

    def operation(self, operator: bytes, operands: Any, _cm: Any, _tm: Any) -> None:
        if operator == b"BDC":
            self.open.append(self._mark(operands))
        elif operator == b"BMC":
            is_artifact = bool(operands) and operands[0] == "/Artifact"
            self.open.append(ARTIFACT if is_artifact else self.mark)
        elif operator == b"EMC" and self.open:
            self.open.pop()

    @property
    def mark(self) -> int:
        return self.open[-1] if self.open else UNMARKED

    def _mark(self, operands: Sequence[Any]) -> int:
        if operands and operands[0] == "/Artifact":
            return ARTIFACT
        about: Any = operands[1] if len(operands) > 1 else None
        if isinstance(about, str):
            about = self.named.get(about)
        about = about.get_object() if hasattr(about, "get_object") else about
        number = about.get("/MCID") if isinstance(about, dict) else None
        return int(number) if isinstance(number, int) else self.mark

    def text(self, text: str, cm: Any, tm: Any, font: Any, size: float) -> None:
        if not text:
            return
        a, b, _c, d, x, y = _product(tm, cm)
        name = str((font or {}).get("/BaseFont", "")).casefold()
        self.pieces.append(
            Piece(
                text,
                self.number,
                x,
                y,
                abs(float(size or 0) * (d or a)),
                any(word in name for word in ("bold", "black", "heavy", "semibold")),
                any(word in name for word in ("italic", "oblique")),
                self.mark,
                abs(b) > _TILT * max(abs(a), 0.01),
            )
        )


def _product(tm: Sequence[float], cm: Sequence[float]) -> tuple[float, ...]:
    """Return the matrix that takes a letter to its place on the page."""
    a, b, c, d, e, f = (float(value) for value in tm)
    p, q, r, s, t, u = (float(value) for value in cm)
    return (
        a * p + b * r,
        a * q + b * s,
        c * p + d * r,
        c * q + d * s,
        e * p + f * r + t,
        e * q + f * s + u,
    )
