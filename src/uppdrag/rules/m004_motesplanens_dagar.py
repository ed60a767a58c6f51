"""M004: a register in; a finding for each plan without days, or with another year's, out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from uppdrag.findings import Finding, Severity
from uppdrag.register import Plan, Register
from uppdrag.rules.between import about
from uppdrag.rules.data import RuleData
from uppdrag.source.pattern import lazy_pattern

_YEAR = lazy_pattern(r"(?P<year>\d{4})\.ya?ml\Z", re.IGNORECASE)


def days_of_the_year(register: Register, _data: RuleData) -> Iterator[Finding]:
    """Yield a finding for each plan that names no day, and each planned day of another year.

    The year is the file's name. A note may tell of meetings in other years; a plan should not.
    """
    for plan in register.plans:
        if not plan.moten and plan.format is not None:
            message = (
                "Mötesplanen har inga dagar. Skriv dem under ”möten:”, en på varje rad, eller "
                "klistra in en mötesanteckning med datum under ”anteckning:”."
            )
            yield about(plan, plan.format, "M004", Severity.WARNING, message)
        yield from _of_other_years(plan)


def _of_other_years(plan: Plan) -> Iterator[Finding]:
    found = _YEAR.search(plan.file)
    for meeting in plan.moten if found else ():
        if meeting.is_listed and found and not meeting.day.startswith(found["year"]):
            message = (
                f"{meeting.day} ligger inte i {found['year']}, som filen heter. Rätta dagen, eller "
                f"flytta den till filen {meeting.day[:4]}.yaml."
            )
            yield about(plan, meeting.place, "M004", Severity.WARNING, message)
