"""L003: a mandate in; a remark for each link whose words name another host than it leads to out."""

from __future__ import annotations

from collections.abc import Iterator

from uppdrag.rules.hosts import PUBLIC, meant, named_hosts
from uppdrag.rules.links import Link, links
from uppdrag.rules.subject import Remark, Subject


def words_name_the_address(subject: Subject) -> Iterator[Remark]:
    """Yield a remark for each link that names hosts, none of which is its own.

    A misspelt host is taken for the known one that was meant, so that it is told of only once.
    """
    for link in links(subject):
        leads_to = next(_hosts(link.target.partition("?")[0]), None)
        named = list(_hosts(link.words))
        if leads_to is None or not named:
            continue
        right = meant(leads_to[1], subject.data) or leads_to[1]
        if all((meant(name, subject.data) or name) != right for _, name in named):
            yield _remark(subject, link, named[0], leads_to[1])


def _hosts(text: str) -> Iterator[tuple[int, str]]:
    for start, name in named_hosts(text):
        if name.rpartition(".")[2] in PUBLIC:
            yield start, name


def _remark(subject: Subject, link: Link, named: tuple[int, str], leads_to: str) -> Remark:
    start, name = named
    at = link.start + start
    return subject.words(
        link.passage,
        (at, at + len(name)),
        f"Länktexten nämner ”{name}”, men adressen leder till ”{leads_to}”. "
        "Skriv samma adress i båda.",
    )
