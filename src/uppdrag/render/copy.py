"""What is found in a file that was made of a mandate: its words, and the fingerprint it bears."""

from __future__ import annotations

import re
from dataclasses import dataclass

from uppdrag.findings import UppdragError
from uppdrag.model.fingerprint import shown
from uppdrag.render.running import FINGERPRINT

_WHOLE = re.compile(r"(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])")
_AT_THE_FOOT = re.compile(rf"{FINGERPRINT}((?:\s*[0-9a-f]{{4}}){{4}})(?![0-9a-f])")


class CopyError(UppdragError):
    """A file that cannot be read as what it seems to be."""


@dataclass(frozen=True, slots=True)
class Copy:
    """A file as it reads: the text of its pages (one, where the format has none) and its claims.

    `whole` are the fingerprints among its properties (`sha256:…`), `short` those at the foot of
    its pages, each once. `maker` names the program that made it, `remarks` counts comments and
    stamps, which are no part of its text. `around` is what stands outside the document itself on
    a web page, and `look` what decides which words are seen, as far as that is known.
    """

    pages: tuple[str, ...]
    whole: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    maker: str = ""
    remarks: int = 0
    around: str = ""
    look: str = ""

    @property
    def claims(self) -> tuple[str, ...]:
        """Return the fingerprints that the file bears, as people see them, each once."""
        return tuple(dict.fromkeys((*map(shown, self.whole), *self.short)))


def whole_in(properties: str) -> tuple[str, ...]:
    """Return the whole fingerprints in a file's properties; other programs may cut them up."""
    return tuple(dict.fromkeys(f"sha256:{found}" for found in _WHOLE.findall(properties)))


def short_in(*feet: str) -> tuple[str, ...]:
    """Return the fingerprint that is last in each of the texts, each once, in groups of four."""
    last = [found[-1] for foot in feet if (found := _AT_THE_FOOT.findall(foot))]
    return tuple(dict.fromkeys(shown("".join(digits.split())) for digits in last))
