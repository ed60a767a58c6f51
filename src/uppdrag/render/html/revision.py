"""Comparisons, a theme and a compiled template in; the bytes of a web page of changes out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from uppdrag.compare import Comparison
from uppdrag.compare.telling.compared import FactOfBoth, facts_of_both, title_of
from uppdrag.compare.telling.describe import count_sentence
from uppdrag.render.html.inlines import shown
from uppdrag.render.html.outline import Entry, outline
from uppdrag.render.html.revision_body import marked_body
from uppdrag.render.html.revision_contents import sections
from uppdrag.render.html.revision_marks import Marks, two_ended
from uppdrag.render.html.revision_page import Mandate, Page
from uppdrag.render.html.revision_sides import side_rows
from uppdrag.render.html.revision_summary import line, summary
from uppdrag.render.html.revision_template import RevisionTemplate
from uppdrag.render.theme import Theme

SIDE = "sida-"
"""Stands before the ids of the view side by side; the script of the page knows it."""


def render_revision(comparison: Comparison, theme: Theme, template: RevisionTemplate) -> bytes:
    """Return the page that shows what became of one mandate.

    The same comparison, theme and template give the same bytes. Raises `UppdragError` where the
    template cannot be filled in.
    """
    title = shown(title_of(comparison.new.handling))
    page = Page(title, is_branch=False, level=2, mandates=(_mandate(comparison, "", 2),), notes=())
    return template.fill(page, theme).encode("utf-8")


def render_branch(
    comparisons: Sequence[Comparison],
    title: str,
    theme: Theme,
    template: RevisionTemplate,
    notes: Sequence[str] = (),
) -> bytes:
    """Return one page for several mandates: a list of them first, then each.

    `notes` are sentences about mandates that have nothing to be compared with.
    """
    mandates = tuple(
        _mandate(comparison, f"handling-{number}-", 3)
        for number, comparison in enumerate(comparisons, start=1)
    )
    page = Page(
        shown(title), is_branch=True, level=3, mandates=mandates, notes=tuple(map(shown, notes))
    )
    return template.fill(page, theme).encode("utf-8")


def _mandate(comparison: Comparison, prefix: str, level: int) -> Mandate:
    from markupsafe import Markup  # noqa: PLC0415  for those who make a page

    displayed = comparison.displayed
    found = tuple(_below(entry, level, prefix) for entry in outline(displayed))
    moves = two_ended(comparison.marked)
    inline = Marks(comparison.changes, moves, prefix)
    text = marked_body(displayed, found, inline)
    beside = Marks(comparison.changes, moves, SIDE + prefix)
    sides = side_rows(comparison.marked, found, beside)
    unseen = [change for change in comparison.changes if change.number not in inline.reached]
    return Mandate(
        prefix,
        shown(comparison.new.document.metadata.title),
        tuple(_shown(fact) for fact in facts_of_both(comparison)),
        shown(count_sentence(comparison.changes)),
        summary(comparison.changes, prefix),
        sections(displayed, found, f"{prefix}text"),
        tuple(line(change, prefix) for change in unseen),
        Markup(text),  # noqa: S704  the writers have escaped every word
        Markup(sides),  # noqa: S704  ditto
        len(comparison.changes),
    )


def _below(entry: Entry, level: int, prefix: str) -> Entry:
    """Return a heading as it stands under one of the page's own, of a level."""
    return replace(entry, level=entry.level + level, id=f"{prefix}text-{entry.id}")


def _shown(fact: FactOfBoth) -> FactOfBoth:
    return FactOfBoth(fact.label, shown(fact.old), shown(fact.new))
