"""Inlines with marks in; runs of WordprocessingML in Word's elements of tracked changes out.

ECMA-376 Part 1, 17.13.5. What changes in a link stands within the link. Nothing stands within two
changes: a run that moved and was reworded is one of them where it was, and the other where it is.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Final

from uppdrag.document.tree import Inlines, Mark, MarkKind, Run
from uppdrag.render.docx.redline.stamp import Stamp, Tracks
from uppdrag.render.docx.runs import RunWriter, address, text

ELEMENTS: Final = {
    MarkKind.INSERTED: "w:ins",
    MarkKind.DELETED: "w:del",
    MarkKind.MOVED_HERE: "w:moveTo",
    MarkKind.MOVED_AWAY: "w:moveFrom",
}


class Revised(tuple[Run, ...]):  # noqa: SLOT001 - a tuple's slots hold nothing
    """Inlines as they stand in one of the documents, and in `marked` as the revision has them."""

    marked: Inlines

    @classmethod
    def of(cls, plain: Iterable[Run], marked: Inlines) -> Revised:
        """Return inlines that read as the plain ones and are written as the marked ones."""
        made = cls(plain)
        made.marked = marked
        return made


@dataclass(frozen=True, slots=True)
class RedlineRuns(RunWriter):
    """Writes runs as ever, and those with a mark as tracked changes."""

    tracks: Tracks = field(default_factory=lambda: Tracks(Stamp()))

    def inlines(self, inlines: Inlines) -> str:
        """Return the runs of the inlines: of revised ones, what the revision made of them."""
        if not isinstance(inlines, Revised):
            return RunWriter.inlines(self, inlines)
        out = []
        for target, linked in groupby(inlines.marked, _target):
            words = "".join(
                self._changed(mark, list(runs), is_link=target is not None)
                for mark, runs in groupby(linked, _change)
            )
            if target is not None and words:
                number = self.links.id(target)
                words = f'<w:hyperlink r:id="{number}" w:history="1">{words}</w:hyperlink>'
            out.append(words)
        return "".join(out)

    def shown(self, inlines: Inlines) -> Inlines:
        """Return the runs that stand on the page: what is gone takes room too."""
        return inlines.marked if isinstance(inlines, Revised) else inlines

    def apart(self, first: Inlines, between: str, second: Inlines) -> str:
        """Return two inlines with a run between them, which comes and goes as the first do.

        Where the first belong to the paragraph before, whose end goes, only the second are left.
        """
        label = first.marked if isinstance(first, Revised) else first
        if not label:
            return self.inlines(second)
        marks = [run.mark for run in label]
        kinds = {mark.kind if mark else None for mark in marks}
        kind = next((kind for kind, same in _TOGETHER if kinds and kinds <= same), None)
        if kind is not None:
            by = next((mark.by for mark in marks if mark is not None), "")
            between = self.whole(kind, between, by)
        return RunWriter.apart(self, first, between, second)

    def whole(self, kind: MarkKind, run: str, by: str) -> str:
        """Return a run without words as a tracked change."""
        element = ELEMENTS[kind]
        return f"<{element}{self.tracks.attributes(by)}>{run}</{element}>"

    def _changed(self, mark: Mark | None, runs: Iterable[Run], *, is_link: bool) -> str:
        """Return neighbours of one kind of change within its element."""
        if mark is None:
            return "".join(self.run(run, is_link=is_link) for run in runs)
        if mark.kind is MarkKind.REFORMATTED:
            return "".join(self._reformatted(run, mark, is_link=is_link) for run in runs)
        words = "".join(self.run(run, is_link=is_link) for run in runs)
        if not words:
            return ""
        if mark.kind is MarkKind.DELETED:
            words = words.replace("<w:t ", "<w:delText ").replace("</w:t>", "</w:delText>")
        element = ELEMENTS[mark.kind]
        return f"<{element}{self.tracks.attributes(mark.by)}>{words}</{element}>"

    def _reformatted(self, run: Run, mark: Mark, *, is_link: bool) -> str:
        if not run.text:
            return ""
        before = self.properties(replace(run, bold=mark.bold, italic=mark.italic), is_link=is_link)
        now = self.properties(run, is_link=is_link)
        change = f"<w:rPrChange{self.tracks.attributes(mark.by)}><w:rPr>{before}</w:rPr>"
        return f"<w:r><w:rPr>{now}{change}</w:rPrChange></w:rPr>{text(run.text)}</w:r>"


_TOGETHER: Final = (
    (MarkKind.INSERTED, {MarkKind.INSERTED}),
    (MarkKind.DELETED, {MarkKind.DELETED}),
    (MarkKind.MOVED_HERE, {MarkKind.INSERTED, MarkKind.MOVED_HERE}),
    (MarkKind.MOVED_AWAY, {MarkKind.DELETED, MarkKind.MOVED_AWAY}),
)
"""What the words of a line that came or went are marked as, and so the line itself."""


def _target(run: Run) -> str | None:
    return address(run.target) if run.target else None


def _change(run: Run) -> Mark | None:
    """Return what neighbours must share to be one tracked change: its kind and who made it."""
    mark = run.mark
    return None if mark is None else Mark(mark.kind, bold=mark.bold, italic=mark.italic, by=mark.by)
