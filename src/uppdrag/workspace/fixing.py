"""A mandate file that is still a draft in; its text with what is mechanical put right out."""

from __future__ import annotations

import codecs
import difflib
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from uppdrag.findings import Finding
from uppdrag.rules.rule import DRAFTS
from uppdrag.source import Lines, Range, Source
from uppdrag.source.edit import Edit, smallest, with_values_edited
from uppdrag.workspace.checking import Checked, Held, check
from uppdrag.workspace.mandates import MandateFile

_ROUNDS = 4
"""One mending can uncover another: `ggr/år` after an interval."""

_MARKS = (
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (codecs.BOM_UTF8, "utf-8"),
)


@dataclass(frozen=True, slots=True)
class Mended:
    """A file's text before and after, the findings that were mended, and why nothing was done.

    `refusal` is empty where the file may be mended.
    """

    file: MandateFile
    before: str
    after: str
    mended: tuple[Finding, ...] = ()
    refusal: str = ""

    def diff(self) -> str:
        """Return the difference as a unified diff, empty where there is none."""
        lines = difflib.unified_diff(
            self.before.splitlines(keepends=True),
            self.after.splitlines(keepends=True),
            self.file.name,
            self.file.name,
            n=1,
        )
        return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)


def mend(content: bytes, file: MandateFile, held: Held, rules: Collection[str] = ()) -> Mended:
    """Return the file with everything mended that has one right form.

    Each edit is the smallest one; comments, order, quotation marks and line endings stay. `rules`
    limits it to those. A file that is decided, or cannot be read, is left alone.
    """
    checked = check(content, file, held)
    before = checked.source.text
    if checked.handling is None:
        return Mended(file, before, before, (), "filen har fel som måste rättas först")
    if checked.handling.status not in DRAFTS:
        return Mended(file, before, before, (), "handlingen är inget utkast och ändras inte")
    mended: list[Finding] = []
    for _ in range(_ROUNDS):
        source, done = _round(checked, rules)
        if not done:
            break
        mended.extend(done)
        checked = check(source.text.encode("utf-8"), file, held)
    return Mended(file, before, checked.source.text, tuple(mended))


def encoded(text: str, original: bytes) -> bytes:
    """Return the text in the encoding, and with the byte order mark, that the file had."""
    for mark, encoding in _MARKS:
        if original.startswith(mark):
            return mark + text.encode(encoding)
    return text.encode("utf-8")


def _round(checked: Checked, rules: Collection[str]) -> tuple[Source, list[Finding]]:
    """Make every edit that can be made; one that would do more than it says is left out."""
    wanted = list(_edits(checked, rules))
    source = checked.source
    together = with_values_edited(source, [edit for _, edit in wanted])
    if together is not None:
        return together, [finding for finding, _ in wanted]
    made: list[tuple[Finding, Edit]] = []
    for finding, edit in wanted:
        if with_values_edited(source, [*(known for _, known in made), edit]) is not None:
            made.append((finding, edit))
    after = with_values_edited(source, [edit for _, edit in made])
    return after or source, [finding for finding, _ in made]


def _edits(checked: Checked, rules: Collection[str]) -> Iterator[tuple[Finding, Edit]]:
    """Yield the smallest edit for each finding that has one, none that overlaps another."""
    text, lines = checked.source.text, checked.source.lines
    taken = 0
    for finding in checked.told:
        if finding.fix is None or (rules and finding.rule not in rules):
            continue
        place = _range(finding, lines)
        if place.start < taken:
            continue
        taken = place.end
        edit = smallest(Edit(place, finding.fix), text)
        if edit.words != text[edit.range.start : edit.range.end]:
            yield finding, edit


def _range(finding: Finding, lines: Lines) -> Range:
    return Range(
        lines.range_of_line(finding.line).start + finding.column - 1,
        lines.range_of_line(finding.end_line).start + finding.end_column - 1,
    )
