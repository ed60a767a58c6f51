"""A regular expression in; the same, compiled when it is first used, out.

To compile the patterns of all rules takes longer than to check a mandate, and most mandates need
few of them.
"""

from __future__ import annotations

import re
from typing import Any, cast


class _Pattern:
    """A pattern that becomes what `re.compile` makes of it when something is asked of it."""

    def __init__(self, expression: str, flags: re.RegexFlag | int) -> None:
        self._wanted = (expression, flags)

    def __getattr__(self, name: str) -> Any:
        """Return what the compiled pattern has, and keep it: asked for once, it is as quick."""
        found = getattr(re.compile(*self._wanted), name)
        setattr(self, name, found)
        return found


def lazy_pattern(expression: str, flags: re.RegexFlag | int = 0) -> re.Pattern[str]:
    """Return the pattern, to be compiled when it is first used."""
    return cast("re.Pattern[str]", _Pattern(expression, flags))
