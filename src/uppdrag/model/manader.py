"""The months as a Swedish document writes them, January first."""

from __future__ import annotations

MANADER = (
    *("januari", "februari", "mars", "april", "maj", "juni"),
    *("juli", "augusti", "september", "oktober", "november", "december"),
)
