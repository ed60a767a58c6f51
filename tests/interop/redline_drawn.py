"""Pairs of revisions in; their Word files out: each revision as it is built, and the redline."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

import yaml
from redline_features import Pair
from referees import REPOSITORY

from uppdrag.compare import Comparison, revision, side
from uppdrag.findings import UppdragError
from uppdrag.model import read
from uppdrag.render.docx import CompiledTemplate, read_template, render
from uppdrag.render.docx.redline import Moves, Stamp, render_redline
from uppdrag.render.theme import Theme, read_theme

TEMPLATES = REPOSITORY / "templates"
STAMP = Stamp("Kim Exempelsson", "2026-06-16")


@dataclass(frozen=True, slots=True)
class Drawn:
    """A pair in Word; the redline is empty, and `refusal` says why, where none was delivered."""

    name: str
    old: bytes
    new: bytes
    redline: bytes
    refusal: str = ""


def drawn(pairs: Iterable[Pair], moves: Moves = Moves.NATIVE) -> list[Drawn]:
    """Return the pairs in Word."""
    theme, template = _look()
    found = []
    for pair in pairs:
        comparison = compared(pair)
        old, new = (
            render(one.document, theme, template) for one in (comparison.old, comparison.new)
        )
        try:
            redline, refusal = render_redline(comparison, theme, template, STAMP, moves), ""
        except UppdragError as error:
            redline, refusal = b"", str(error)
        found.append(Drawn(pair.name, old, new, redline, refusal))
    return found


def compared(pair: Pair) -> Comparison:
    """Return the comparison of a pair."""
    return revision(side("före", read(pair.old)), side("efter", read(pair.new)))


@cache
def _look() -> tuple[Theme, CompiledTemplate]:
    text = (TEMPLATES / "tema.yaml").read_text(encoding="utf-8")
    theme = read_theme(yaml.load(text, Loader=yaml.BaseLoader))  # noqa: S506 - builds text only
    return theme, read_template(TEMPLATES / "uppdragshandling.docx")
