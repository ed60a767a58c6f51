"""A day and a length of time in; the period of that length that the day falls in out."""

from __future__ import annotations

import datetime as dt

from uppdrag.model.manader import MANADER

_LAST_OF_SPRING = 6


def period(day: str, per: str) -> str:
    """Return the name of the year, term, half-year, quarter, month or week of a day (ISO 8601).

    Such as `2026`, `våren 2026`, `vecka 12 2026`: no two periods of one length share a name.
    """
    date = dt.date.fromisoformat(day)
    is_spring = date.month <= _LAST_OF_SPRING
    match per:
        case "termin":
            return f"{'våren' if is_spring else 'hösten'} {date.year}"
        case "halvår":
            return f"{'första' if is_spring else 'andra'} halvåret {date.year}"
        case "kvartal":
            return f"kvartal {(date.month + 2) // 3} {date.year}"
        case "månad":
            return f"{MANADER[date.month - 1]} {date.year}"
        case "vecka":
            year, week, _ = date.isocalendar()
            return f"vecka {week} {year}"
        case _:
            return f"{date.year}"
