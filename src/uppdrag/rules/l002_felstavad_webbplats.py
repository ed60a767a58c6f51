"""L002: a mandate in; a remark for each host that is one slip away from a known one out."""

from __future__ import annotations

from collections.abc import Iterator

from uppdrag.rules.hosts import meant, named_hosts, names_hosts, whose
from uppdrag.rules.links import links
from uppdrag.rules.subject import Remark, Subject


def host_spelt_right(subject: Subject) -> Iterator[Remark]:
    """Yield a remark for each misspelt host, in text, in addresses of links and of e-mail."""
    for passage in subject.passages if names_hosts(subject.text) else ():
        for start, name in named_hosts(passage.text):
            if right := meant(name, subject.data):
                span = (start, start + len(name))
                yield subject.words(
                    passage, span, _message(name, right, whose(right, subject.data)), fix=right
                )
    for link in links(subject):
        for start, name in named_hosts(link.target):
            if right := meant(name, subject.data):
                yield Remark(
                    link.place(subject.source, start, start + len(name)),
                    _message(name, right, whose(right, subject.data)),
                    link.passage.path,
                    right,
                )


def _message(name: str, right: str, owner: str | None) -> str:
    return f"”{name}” liknar ”{right}” ({owner}) men är en annan adress. Skriv ”{right}”."
