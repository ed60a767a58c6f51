"""Files of a working folder in; what every rule has to say, excused and weighed, out."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path

from uppdrag import rules
from uppdrag.findings import Finding, in_order
from uppdrag.findings.refusal import explain_os_error
from uppdrag.register import register
from uppdrag.rules import Reach
from uppdrag.source import Lines
from uppdrag.source.decode import decode
from uppdrag.workspace.cache import Cache
from uppdrag.workspace.checking import Held, check, held_to, unreadable
from uppdrag.workspace.identity import identity
from uppdrag.workspace.mandates import MandateFile, find_checked, groups
from uppdrag.workspace.resources import Folder
from uppdrag.workspace.seen import Seen, dumped, loaded, seen
from uppdrag.workspace.sharing import share

CACHE = ".uppdrag-cache/check.sqlite"
"""What was found before, by content; it can be deleted at any time."""

WORTH_PROCESSES = 128
"""From so many files on, several processes win back what it costs to start them."""

WORTH_CACHE = 16
"""With fewer files, to look up what was found takes as long as to find it."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: which files of which folder, as what, on which day (ISO 8601).

    `status` is what drafts are looked at as; `cached` is whether earlier answers are used.
    """

    folder: Folder
    files: tuple[MandateFile, ...]
    today: str
    status: str | None = None
    cached: bool = True


@dataclass(frozen=True)
class Answer:
    """What was found in the files that were asked about, and how much was excused."""

    findings: tuple[Finding, ...]
    excused: int
    contents: dict[str, bytes]

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

    The rules that look at a group see all its revisions, and those that look at the folder are
    tried when all its mandates are asked about. Raises `UppdragError` when one of the folder's
    own files (schema, rules' data, settings) is broken.
    """
    everything = _everything(question)
    asked = {file.name for file in question.files}
    neighbours = [file for file in everything if file.name not in asked]
    is_whole = not neighbours and bool(everything)
    beside = _of_same_groups(question.files, neighbours)
    found = _seen_all(question, (*question.files, *beside), advance)
    held = held_to(question.folder, question.status)
    cards = [item.card for item in found.by_name.values() if item.card is not None]
    made = register(cards, groups(question.folder), question.today)
    told: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in rules.across(made, held.data, Reach.GROUP):
        told[finding.file].append(finding)
    untried = rules.UNTRIED_ALONE - rules.of_reach(Reach.GROUP)
    if is_whole:
        untried = frozenset()
        for finding in rules.across(made, held.data, Reach.FOLDER):
            told[finding.file].append(finding)
    verdicts = [
        rules.judge(
            (*found.by_name[name].findings, *told[name]),
            found.by_name[name].excuses,
            held.settings.weights,
            untried,
        )
        for name in (file.name for file in question.files)
    ]
    return Answer(
        in_order(finding for verdict in verdicts for finding in verdict.findings),
        sum(verdict.excused for verdict in verdicts),
        found.contents,
    )


@dataclass(frozen=True, slots=True)
class _Found:
    by_name: dict[str, Seen]
    contents: dict[str, bytes]


def _seen_all(
    question: Question, files: Sequence[MandateFile], advance: Callable[[], None]
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
    known = cache.read(keys.values()) if cache is not None else {}
    for file in read:
        if (text := known.get(keys.get(file.name, b""))) is not None:
            try:
                by_name[file.name] = loaded(text, file)
            except (ValueError, KeyError, TypeError):
                continue  # not what we wrote: as good as unknown
    new = [file for file in read if file.name not in by_name]
    for _ in range(len(files) - len(new)):
        advance()
    work = _Work(question.folder, question.status)
    items = [(file, contents[file.name]) for file in new]
    by_name.update(zip((f.name for f in new), _shared(work, items, advance), strict=True))
    if cache is not None:
        made = {keys[file.name]: dumped(by_name[file.name]) for file in new}
        cache.write(made, known)
    return _Found(by_name, contents)


def _shared(
    work: _Work, items: Sequence[tuple[MandateFile, bytes]], advance: Callable[[], None]
) -> Iterator[Seen]:
    return share(work, items, WORTH_PROCESSES, advance) if items else iter(())


def _cache(question: Question, count: int) -> Cache | None:
    """Return the folder's cache where it is worth its while, and the folder is one."""
    if not question.cached or count < WORTH_CACHE or not question.folder.mandates.is_dir():
        return None
    day = dt.date.fromisoformat(question.today).toordinal()
    return Cache(question.folder.root / CACHE, day)


def _keys(
    question: Question, files: Iterable[MandateFile], contents: dict[str, bytes]
) -> dict[str, bytes]:
    """Return for each file a key of all that its findings depend on."""
    base = hashlib.sha256(identity(question.folder))
    base.update((question.status or "").encode("utf-8"))
    keys = {}
    for file in files:
        key = base.copy()
        key.update(b"\0")
        key.update(contents[file.name])
        keys[file.name] = key.digest()
    return keys


def _everything(question: Question) -> tuple[MandateFile, ...]:
    """Return all mandates of the folder, named as those that are asked about."""
    if not question.folder.mandates.is_dir():
        return ()
    inside = {file.path for file in question.files if file.path is not None}
    if not any(question.folder.mandates in Path(path).resolve().parents for path in inside):
        return ()
    return find_checked(question.folder, ())


def _of_same_groups(
    asked: Iterable[MandateFile], others: Iterable[MandateFile]
) -> tuple[MandateFile, ...]:
    """Return the other revisions of the groups that are asked about."""
    folders = {file.group_folder for file in asked}
    return tuple(file for file in others if file.group_folder in folders)
