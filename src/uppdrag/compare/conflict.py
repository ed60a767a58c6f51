"""What two made of the same words, each in their own way, as a reader is told it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Conflict:
    """A conflict: where it is, what stood there, and what each of two made of it.

    An empty text is one that is gone, or was not there. `remark` tells what the texts do not show.
    The changes that are its sides have its number (from 1, in reading order) as their `conflict`.
    """

    number: int
    section: str
    subject: str
    base: str
    ours: str
    theirs: str
    ours_by: str
    theirs_by: str
    remark: str = ""
