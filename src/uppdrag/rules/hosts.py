"""Text in; the hosts of web and e-mail that it names, and known ones that they resemble, out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from uppdrag.rules.data import RuleData
from uppdrag.rules.edits import edits
from uppdrag.source.pattern import lazy_pattern

HOST = lazy_pattern(
    r"(?<![\w.-])(?:[^\W_](?:[\w-]*\w)?\.)+[a-z]{2,6}(?![\w-]|\.\w|[\w.+-]*@)", re.IGNORECASE
)
"""Words with dots in them, not the part of an e-mail address before its @."""

_ENDING = lazy_pattern(r"\.[^\W\d_]{2}")

PUBLIC = frozenset(
    ("se", "nu", "com", "net", "org", "eu", "info", "edu", "gov", "int", "io", "dk", "no", "fi")
)
"""Endings that are hosts and not the endings of files."""

_SHORTEST_NAME, _SHORTEST_NUMBER = 6, 4
"""Shorter names have real neighbours one letter away: skr.se and sr.se are two sites."""

_OTHER_ENDINGS = frozenset({"com", "net", "org", "nu", "eu", "info"})
"""Endings that someone writes who has forgotten the right one."""


def owner(host: str) -> str:
    """Return the part of a host that is registered: its last two names, in lower case."""
    return ".".join(host.lower().split(".")[-2:])


def names_hosts(text: str) -> bool:
    """Tell quickly whether a text may name a host."""
    return _ENDING.search(text) is not None


def named_hosts(text: str) -> Iterator[tuple[int, str]]:
    """Yield what is registered of each host that a text names, and where that begins."""
    if names_hosts(text):
        for found in HOST.finditer(text):
            name = owner(found[0])
            yield found.end() - len(name), name


def whose(host: str, data: RuleData) -> str | None:
    """Return whose a known host is: a site's or an employer's; None for an unknown one."""
    return data.webbplatser.get(host) or data.arbetsgivare.get(host)


def meant(name: str, data: RuleData) -> str | None:
    """Return the known host that a name is one slip away from, or None; None for a known one."""
    if whose(name, data) is not None:
        return None
    return _neighbour(name, tuple(data.webbplatser), tuple(data.arbetsgivare))


@lru_cache(maxsize=1024)
def _neighbour(name: str, sites: tuple[str, ...], employers: tuple[str, ...]) -> str | None:
    """Return a site that the name is a slip for, in its name or its ending, or else an employer.

    A municipality's name with another ending is often a site of its own: goteborg.com.
    """
    near = (host for host in (*sites, *employers) if _is_slip_in_name(name, host))
    return next(near, None) or next(
        (site for site in sites if _is_slip_in_ending(name, site)), None
    )


def _is_slip_in_name(name: str, host: str) -> bool:
    label, _, ending = name.rpartition(".")
    right, _, right_ending = host.rpartition(".")
    if ending != right_ending or not _is_long(right):
        return False
    is_near = abs(len(label) - len(right)) <= 1
    return label in {f"www{right}", f"{right}en"} or (is_near and edits(label, right) == 1)


def _is_slip_in_ending(name: str, host: str) -> bool:
    label, _, ending = name.rpartition(".")
    right, _, right_ending = host.rpartition(".")
    if label != right or not _is_long(right):
        return False
    return ending in _OTHER_ENDINGS or edits(ending, right_ending) == 1


def _is_long(name: str) -> bool:
    return len(name) >= (_SHORTEST_NUMBER if name.isdigit() else _SHORTEST_NAME)
