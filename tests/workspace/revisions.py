"""The parts of a mandate in; mandates of one group, such as are compared with each other, out."""

from __future__ import annotations

from tests.working_folder import DECIDED, DRAFT

OLD, NEW = "mandates/rad/2024-01-01.yaml", "mandates/rad/2026-01-01.yaml"
OTHER = "mandates/annan/2025-01-01.yaml"


def decided(day: str, chair: str = "koncernledning", title: str = "Vårdforum Exempel") -> str:
    """Return a decided mandate of a day, with its chair."""
    text = DECIDED.replace("2026-01-12", day).replace("Vårdforum Exempel", title)
    return f"{text}arbetsorganisation:\n  ordförande: {{utses_av: {chair}}}\n"


def draft(day: str = "", chair: str = "ledningsgrupp", replaces: str = "") -> str:
    """Return a draft with its chair; of a day, and in place of another, where they are given."""
    lines = f"arbetsorganisation:\n  ordförande: {{utses_av: {chair}}}\n"
    lines += f"datum: {day}\n" if day else ""
    return DRAFT + lines + (f"revidering: {{ersätter: {replaces}}}\n" if replaces else "")
