"""The files that are asked about in; the files that must be seen beside them out."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from uppdrag import rules
from uppdrag.register import Card, Plan
from uppdrag.rules import Reach
from uppdrag.workspace.mandates import MandateFile, find_register


@dataclass(frozen=True)
class Surroundings:
    """What lies in the folders `mandates/` of the files that are asked about, those left out."""

    asked: tuple[MandateFile, ...]
    others: tuple[MandateFile, ...]

    @cached_property
    def groups(self) -> Mapping[str, frozenset[str]]:
        """Return the groups that have a mandate, each with the names of its files, no suffixes."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for file in (*self.asked, *self.others):
            if file.register is not None and not file.is_plan:
                found[file.group].add(file.date)
        return {group: frozenset(names) for group, names in found.items()}

    @property
    def of_same_groups(self) -> tuple[MandateFile, ...]:
        """Return the other files of the groups that are asked about."""
        return self._of({file.group for file in self.asked})

    def common(self, cards: Iterable[Card | Plan]) -> tuple[MandateFile, ...]:
        """Return the files of the groups whose documents those that are read work under."""
        named = {card.utgar_fran.value for card in cards if card.utgar_fran is not None}
        return self._of(named - {file.group for file in self.asked})

    def is_whole(self, mandates: Path) -> bool:
        """Tell whether all that a folder `mandates/` holds is asked about, and nothing else."""
        return not self.others and all(file.register == mandates for file in self.asked)

    def has_whole(self, group: str) -> bool:
        """Tell whether a group is asked about, and all its files."""
        of_group = [file.group == group for file in self.asked]
        return any(of_group) and not any(file.group == group for file in self.others)

    def untried(self, file: MandateFile) -> frozenset[str]:
        """Return the rules that have not seen all that they need to judge a file."""
        if file.register is None:
            return rules.UNTRIED_ALONE
        tried = {Reach.GROUP} if self.others else {Reach.GROUP, Reach.FOLDER}
        return rules.UNTRIED_ALONE - frozenset().union(*map(rules.of_reach, tried))

    def _of(self, groups: set[str]) -> tuple[MandateFile, ...]:
        return tuple(file for file in self.others if file.group in groups)


def surrounding(asked: tuple[MandateFile, ...]) -> Surroundings:
    """Return what lies around the files. A folder that cannot be listed has nothing in it."""
    registers = dict.fromkeys(file.register for file in asked if file.register is not None)
    known = {_identity(file): file for file in asked}
    paths = {file.path.absolute() for file in asked if file.path is not None}
    # To follow the links of every file would cost as much as to read a mandate.
    straight = all(identity == str(file.path) for identity, file in known.items())
    others = (
        file
        for register in registers
        for file in find_register(register)
        if file.path not in paths
        and ((straight and not _is_link(file)) or _identity(file) not in known)
    )
    return Surroundings(asked, tuple(others))


def _is_link(file: MandateFile) -> bool:
    return file.path is not None and file.path.is_symlink()


def _identity(file: MandateFile) -> str | None:
    """Return the path of the file itself: a ring of links has one too."""
    return os.path.realpath(file.path) if file.path is not None else None
