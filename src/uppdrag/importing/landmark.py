"""A line in; whether it stands for itself out, however close its neighbours stand."""

from __future__ import annotations

import re

from uppdrag.importing.decision import decision_date
from uppdrag.importing.facts import begins_fact
from uppdrag.importing.headings import section_of, subsection_of
from uppdrag.importing.labels import label_of, standing_alone
from uppdrag.importing.timetable import post_of

_CAPITAL = re.compile(r"[#*\d\s.)]*[^\W\d_a-zåäö]|\d{4}|[vV]")


def is_landmark(text: str) -> bool:
    """Tell whether a line begins something: a heading, a label, a fact, a date of decision."""
    if not _CAPITAL.match(text):
        return False
    label = label_of(text[:200])
    return (
        is_heading_line(text)
        or (label is not None and label.key is not None)
        or begins_fact(text)
        or decision_date(text) is not None
        or (text[:1].isdigit() and post_of(text) is not None)
    )


def is_heading_line(text: str) -> bool:
    """Tell whether a line is a heading, or a label, that the format knows and nothing more."""
    return (
        section_of(text) is not None
        or subsection_of(text) is not None
        or standing_alone(text) is not None
    )
