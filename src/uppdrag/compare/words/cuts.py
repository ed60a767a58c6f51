"""What two lines are compared by: the tokens of each, and the stretches in which they differ."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Cut:
    """The tokens of inlines: their texts, what each is compared as, and where each begins."""

    texts: Sequence[str]
    keys: Sequence[object]
    starts: Sequence[int]

    def __len__(self) -> int:
        return len(self.texts)


class Gap(NamedTuple):
    """A stretch that differs: tokens of the old line, and those of the new in their place."""

    old: int
    old_end: int
    new: int
    new_end: int

    @property
    def is_one_sided(self) -> bool:
        """Tell whether something was only added, or only taken away."""
        return self.old == self.old_end or self.new == self.new_end

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing differs."""
        return self.old == self.old_end and self.new == self.new_end
