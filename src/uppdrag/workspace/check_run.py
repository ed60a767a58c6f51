"""Files of a working folder in; what every rule has to say, excused and weighed, out."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial

from uppdrag import rules
from uppdrag.findings import Finding, Severity, in_order
from uppdrag.findings.refusal import explain_os_error
from uppdrag.register import Card, Plan, register
from uppdrag.rules import Reach
from uppdrag.source import Lines
from uppdrag.source.decode import decode
from uppdrag.workspace.cache import Cache
from uppdrag.workspace.checking import Held, check, held_to, unreadable
from uppdrag.workspace.identity import identity
from uppdrag.workspace.mandates import MandateFile
from uppdrag.workspace.resources import Folder
from uppdrag.workspace.seen import Seen, dumped, loaded, seen
from uppdrag.workspace.sharing import share
from uppdrag.workspace.surroundings import Surroundings, surrounding

CACHE = ".uppdrag-cache/check"
"""What was found before, by content; it can be deleted at any time."""

WORTH_PROCESSES = 128
"""From so many files on, several processes win back what it costs to start them."""

WORTH_CACHE = 16
"""With fewer files, to look up what was found takes as long as to find it."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: which files of which folder, as what, on which day (ISO 8601).

    `status` is what drafts are looked at as; `base` is a git revision that the decided ones are
    held to; `weights` hold for rules that the folder has settled nothing about; `cached` is whether
    earlier answers are used.
    """

    folder: Folder
    files: tuple[MandateFile, ...]
    today: str
    status: str | None = None
    base: str | None = None
    weights: Mapping[str, Severity | None] = field(default_factory=dict)
    cached: bool = True


@dataclass(frozen=True)
class Answer:
    """What was found in the files that were asked about, and how much was excused.

    `untried` tells by file which rules have not looked; `is_whole` that nothing was left out.
    """

    findings: tuple[Finding, ...]
    excused: int
    contents: Mapping[str, bytes]
    untried: Mapping[str, frozenset[str]]
    is_whole: bool

    @cached_property
    def lines(self) -> dict[str, Lines]:
        """Return the lines of the files that something was found in, by the files' names."""
        names = {finding.file for finding in self.findings}
        return {
            name: Lines(decode(content).text)
            for name, content in self.contents.items()
            if name in names
        }


@dataclass(frozen=True, slots=True)
class _Work:
    """Checking one file after another, here or in another process."""

    folder: Folder
    status: str | None

    def open(self) -> Callable[[tuple[MandateFile, bytes]], Seen]:
        return partial(_see, held_to(self.folder, self.status))


def _see(held: Held, item: tuple[MandateFile, bytes]) -> Seen:
    file, content = item
    return seen(check(content, file, held))


def answer(question: Question, advance: Callable[[], None]) -> Answer:
    """Return what is wrong with the files, by all rules that can be tried on them.

    The rules that look at a group see all its revisions, and the common document that it works
    under; those that look at all groups see the ones that are read. Raises `UppdragError` when one
    of the folder's own files (schema, rules' data, settings) is broken.
    """
    held = held_to(question.folder, question.status)
    surroundings = surrounding(question.files)
    found = _seen_all(question, held, (*question.files, *surroundings.of_same_groups), advance)
    found = found.with_all(_seen_all(question, held, surroundings.common(found.cards), advance))
    told = _told(question, surroundings, found, held)
    untried = {file.name: _untried(question, surroundings, file) for file in question.files}
    removed = {name: frozenset[str]() for name in told if name not in found.by_name}
    weights = {**question.weights, **held.settings.weights}
    verdicts = []
    for name, not_tried in (untried | removed).items():
        kept = found.by_name.get(name, Seen(()))
        here = (*kept.findings, *told[name])
        verdicts.append(rules.judge(here, kept.excuses, weights, not_tried))
    return Answer(
        in_order(finding for verdict in verdicts for finding in verdict.findings),
        sum(verdict.excused for verdict in verdicts),
        found.contents,
        untried,
        surroundings.is_whole(question.folder.mandates),
    )


def _told(
    question: Question, surroundings: Surroundings, found: _Found, held: Held
) -> defaultdict[str, list[Finding]]:
    """Return by file what is found between files, and between them and what they were."""
    made = register(found.cards, surroundings.groups, question.today)
    told: defaultdict[str, list[Finding]] = defaultdict(list)
    for reach in (Reach.GROUP, Reach.FOLDER):
        for finding in rules.across(made, held.data, reach):
            told[finding.file].append(finding)
    if question.base is not None:
        # Only this way needs git, and 5 ms for the means to start it.
        from uppdrag.workspace.since import since  # noqa: PLC0415 - see above

        for finding in since(question.folder, question.base, surroundings, found.cards):
            told[finding.file].append(finding)
    return told


def _untried(question: Question, surroundings: Surroundings, file: MandateFile) -> frozenset[str]:
    """Return the rules that have not seen all that they need to judge a file."""
    looked_back = rules.of_reach(Reach.HISTORY) if question.base is not None else frozenset()
    return surroundings.untried(file) - looked_back


@dataclass(frozen=True, slots=True)
class _Found:
    by_name: dict[str, Seen]
    contents: dict[str, bytes]

    @property
    def cards(self) -> list[Card | Plan]:
        return [item.card for item in self.by_name.values() if item.card is not None]

    def with_all(self, other: _Found) -> _Found:
        return _Found(self.by_name | other.by_name, self.contents | other.contents)


def _seen_all(
    question: Question, held: Held, files: Sequence[MandateFile], advance: Callable[[], None]
) -> _Found:
    contents: dict[str, bytes] = {}
    by_name: dict[str, Seen] = {}
    for file in files:
        try:
            contents[file.name] = file.read()
        except OSError as error:
            by_name[file.name] = Seen((unreadable(file.name, explain_os_error(error)),))
    read = [file for file in files if file.name in contents]
    cache = _cache(question, len(files))
    keys = _keys(question, read, contents) if cache is not None else {}
    known = cache.find(keys.values()) if cache is not None else {}
    for file in read:
        text = known.get(keys.get(file.name, ""))
        kept = loaded(text, file) if text is not None else None
        if kept is not None:
            by_name[file.name] = kept
    new = [file for file in read if file.name not in by_name]
    for _ in range(len(files) - len(new)):
        advance()
    work = _Work(question.folder, question.status)
    items = [(file, contents[file.name]) for file in new]
    made = share(work, partial(_see, held), items, WORTH_PROCESSES, advance)
    by_name.update(zip((file.name for file in new), made, strict=True))
    if cache is not None:
        cache.keep({keys[file.name]: dumped(by_name[file.name]) for file in new}, known)
    return _Found(by_name, contents)


def _cache(question: Question, count: int) -> Cache | None:
    """Return the folder's cache where it is worth its while, and the folder is one."""
    if not question.cached or count < WORTH_CACHE or not question.folder.mandates.is_dir():
        return None
    return Cache(question.folder.root / CACHE)


def _keys(
    question: Question, files: Iterable[MandateFile], contents: dict[str, bytes]
) -> dict[str, str]:
    """Return for each file a key of all that its findings depend on, in hexadecimal."""
    base = hashlib.sha256(identity(question.folder))
    base.update((question.status or "").encode("utf-8"))
    keys = {}
    for file in files:
        key = base.copy()
        # The same words are one thing as a mandate, another as a meeting plan.
        key.update(b"\0plan\0" if file.is_plan else b"\0mandate\0")
        key.update(contents[file.name])
        keys[file.name] = key.hexdigest()
    return keys
