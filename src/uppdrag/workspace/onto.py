"""A Word file that someone edited and a mandate in; the mandate's YAML with those edits out."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from uppdrag.findings import BINDING, Severity, UppdragError
from uppdrag.importing.onto.bring import Brought, Origin, bring
from uppdrag.importing.onto.merge import Clash, Merging, Prefer
from uppdrag.importing.onto.yaml_edit import with_data
from uppdrag.importing.word import Changes, WordFile, read_word
from uppdrag.render.docx.marks import marked
from uppdrag.rules.rule import DRAFTS
from uppdrag.schema import prune, validate
from uppdrag.source import Source, load
from uppdrag.workspace.bounded import read_at_most
from uppdrag.workspace.comparing import file_then, read_named
from uppdrag.workspace.git import Version
from uppdrag.workspace.mandates import MandateFile, mandate_file
from uppdrag.workspace.predecessor import Revision, UnreadableError, days_beside, read_revision
from uppdrag.workspace.rendering import Renderers
from uppdrag.workspace.resources import Folder
from uppdrag.workspace.revision import new_revision
from uppdrag.workspace.schemas import mandate_schema

LARGEST = 50 * 1024 * 1024
_TRACKED = (
    "{name} har spårade ändringar som ingen har tagit ställning till. De räknas som godkända. Med "
    "--changes reject räknas de inte."
)
MOST_VERSIONS = 200
"""Commits of a file that are searched for the one that a Word file was made of."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What someone wants: `base` names the mandate that the Word file was made of, if not known.

    `day` (ISO 8601) dates a new revision. `prefer` says whose words stand where both changed.
    """

    edited: Path
    mandate: str
    day: str
    changes: Changes | None = None
    base: str | None = None
    prefer: Prefer | None = None


@dataclass(frozen=True)
class Homecoming:
    """What the mandate becomes: its text before and after, and sentences about what is uncertain.

    `target` is where it belongs; `is_new` tells that it is a new draft, since the mandate is
    decided. `clashes` are what both changed and nobody has chosen between.
    """

    file: MandateFile
    content: bytes
    target: Path
    is_new: bool
    before: str
    after: str
    told: tuple[str, ...]
    clashes: tuple[Clash, ...]

    @cached_property
    def is_changed(self) -> bool:
        """Tell whether the Word file says anything that the mandate does not."""
        return self.before != self.after

    def diff(self) -> str:
        """Return the difference as a unified diff."""
        lines = difflib.unified_diff(
            self.before.splitlines(keepends=True),
            self.after.splitlines(keepends=True),
            self.file.name,
            self.target.as_posix() if self.is_new else self.file.name,
            n=1,
        )
        return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)


def bring_home(folder: Folder, asked: Asked) -> Homecoming:
    """Return the mandate with the edits of a Word file.

    Raises `UppdragError` where the file was not made of a mandate that can be found, or where the
    result would not be a mandate, and `OSError`.
    """
    edited, tracked = _read(asked.edited, asked.changes)
    now = read_named(folder, asked.mandate)
    if now.file.path is None:
        message = "Ange en fil eller en grupp till --onto: standard input kan inte ändras."
        raise UppdragError(message)
    base, file = _base(folder, asked, edited, now)
    data = _data(base.source)
    brought = bring(Origin(data, base.handling, base.document, file), edited)
    merging = Merging(asked.prefer or Prefer.FILE)
    merged = merging.merge(data, brought.data, _data(now.source))
    target, content, source = now.file.path, now.file.read(), now.source
    is_new = now.handling.status not in DRAFTS
    if is_new and merged != _data(now.source):
        draft = new_revision(content, now.file.name, asked.day)
        source = load(draft, now.file.name)
        merged = Merging(Prefer.WORD).merge(_data(now.source), merged, _data(source))
        target = target.with_name(f"{merged.get('datum', asked.day)}.yaml")
        if target.exists():
            message = f"{target.name} finns redan bredvid. Ange en annan dag med --datum."
            raise UppdragError(message)
    after = with_data(source, merged, _placed(brought, merged))
    _prove(folder, after, merged, now.file.name)
    clashes = () if asked.prefer else tuple(merging.clashes)
    notes = (note.message for note in edited.notes)
    told = (*tracked, *notes, *_told(brought), *map(_clash_words, clashes))
    return Homecoming(now.file, content, target, is_new, now.source.text, after, told, clashes)


def _read(path: Path, changes: Changes | None) -> tuple[WordFile, tuple[str, ...]]:
    """Return a Word file, and what is to be told of tracked changes that nobody has settled."""
    data = read_at_most(path, LARGEST)
    if len(data) > LARGEST:
        message = f"{path} är större än {LARGEST // 1024 // 1024} MB. Är det rätt fil?"
        raise UppdragError(message)
    if not data.startswith(b"PK\x03\x04"):
        message = (
            f"{path} är ingen Word-fil (.docx). Ändringar kan bara hämtas hem från en Word-fil som "
            "uppdrag build har gjort."
        )
        raise UppdragError(message)
    name = path.as_posix()
    if changes is not None:
        return read_word(data, name, changes), ()
    try:
        return read_word(data, name, Changes.REFUSE), ()
    except UppdragError:
        return read_word(data, name, Changes.ACCEPT), (_TRACKED.format(name=name),)


def _data(source: Source) -> dict[str, Any]:
    data = source.data()
    return prune(data).data if isinstance(data, dict) else {}


def _base(
    folder: Folder, asked: Asked, edited: WordFile, now: Revision
) -> tuple[Revision, WordFile]:
    """Return the mandate that a Word file was made of, and that file before it was edited."""
    renderers = Renderers(folder, "typst")

    def built(one: Revision) -> WordFile:
        return read_word(renderers.render(one.document, "docx"), one.file.name, Changes.REFUSE)

    if asked.base is not None:
        named = read_named(folder, asked.base)
        return named, built(named)
    wanted = _identity(edited)
    if not wanted:
        message = (
            f"{asked.edited} har inga märken som visar vilken handling den gjordes av. Ange den "
            "med --base, till exempel --base mandates/vvg/2017-01-01.yaml."
        )
        raise UppdragError(message)
    for one in _candidates(folder, now):
        file = built(one)
        if _identity(file) == wanted:
            return one, file
    message = (
        f"{asked.edited} gjordes av en version av handlingen som inte finns kvar, varken i mappen "
        f"eller i git. Ange den med --base; --base {now.file.name} jämför med filen som den är nu."
    )
    raise UppdragError(message)


def _identity(file: WordFile) -> str:
    """Return what most bookmarks of a file say that it was made of; '' where there are none."""
    found = Counter(
        mark.identity
        for p in file.paragraphs()
        for name in p.marks
        if (mark := marked(name)) is not None
    )
    return found.most_common(1)[0][0] if found else ""


def _candidates(folder: Folder, now: Revision) -> Iterator[Revision]:
    yield now
    path = now.file.path
    if path is None:
        return
    schema = mandate_schema(folder)
    for _, beside in sorted(days_beside(path), reverse=True):
        try:
            yield read_revision(mandate_file(beside), schema)
        except UnreadableError:
            continue
    for version, content in _versions(path):
        try:
            yield read_revision(file_then(path, version, content), schema)
        except UnreadableError:
            continue


def _versions(path: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the file as it was in each commit that touched it, the latest first."""
    version = Version(path.absolute().parent, "HEAD", "--onto")
    try:
        commits = version.touching(path.name, MOST_VERSIONS)
    except UppdragError:
        return
    for commit in commits:
        content = Version(path.absolute().parent, commit, "--onto").file(path.name)
        if content is not None:
            yield commit[:8], content


def _placed(brought: Brought, data: Mapping[str, Any]) -> dict[tuple[Any, ...], list[str]]:
    """Return the remarks by paths that the data has: those of what is gone stand at the top."""
    first = next(iter(data))
    placed: dict[tuple[Any, ...], list[str]] = {}
    for path, words in brought.remarks.items():
        at = path if path and path[0] in data else (first,)
        placed.setdefault(at, []).extend(words)
    return placed


def _prove(folder: Folder, text: str, data: Mapping[str, Any], name: str) -> None:
    """Raise where the text does not say the data, or is no mandate."""
    source = load(text, name)
    read = source.data()
    pruned = prune(read) if isinstance(read, dict) else None
    if pruned is None or not _equal(pruned.data, data):
        message = (
            f"Ändringarna går inte att skriva i {name} utan att annat ändras. Inget är ändrat."
        )
        raise UppdragError(message)
    for item in validate(source, pruned, mandate_schema(folder)):
        if item.severity is Severity.ERROR and item.rule.startswith(BINDING):
            message = (
                f"Med ändringarna går {name} inte längre att läsa som en handling: {item.message} "
                "Inget är ändrat."
            )
            raise UppdragError(message)


def _equal(one: Any, other: Any) -> bool:
    """Tell whether two are the same, the order of keys and all, but for line breaks at the end."""
    if isinstance(one, dict) and isinstance(other, Mapping):
        return list(one) == list(other) and all(_equal(one[k], other[k]) for k in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(_equal, one, other))
    if isinstance(one, str) and isinstance(other, str):
        return one.rstrip("\n") == other.rstrip("\n")
    return bool(one == other)


def _told(brought: Brought) -> Iterator[str]:
    yield from brought.told
    for row in brought.differs:
        side = "står i Word-filen" if row.startswith("+") else "skulle skrivas ut"
        words = row[1:].partition(": ")[2]
        yield f"Det här kunde inte tas hem som det står ({side}): {words}"


def _clash_words(clash: Clash) -> str:
    where = "/".join(map(str, clash.path))
    return (
        f"{where} är ändrat både i Word och i filen. I Word: ”{_short(clash.word)}” I filen: "
        f"”{_short(clash.file)}” Välj med --prefer word eller --prefer fil."
    )


def _short(value: object) -> str:
    return " ".join(str(value).split()) if value is not None else "(borttaget)"


__all__ = ["Asked", "Homecoming", "bring_home"]
