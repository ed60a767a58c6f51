"""Files that are gone and files that have come in; which of them are one file, moved, out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from uppdrag.source import load

_DRAFTS = {"utkast", "remiss"}

_Sign: TypeAlias = Callable[[str, bytes], object]
"""What a file may be known by, from its path and content; None when it has nothing of the kind."""


def moved(gone: Mapping[str, bytes], come: Mapping[str, bytes]) -> Mapping[str, str]:
    """Return the old path of each new file that is an old one moved, by its new path.

    It is known by what it says; else by its group and day; else by title and day; else as the only
    draft of a group that is gone, where a single other file has come that does not replace it. A
    sign that two files share tells nothing.
    """
    found: dict[str, str] = {}
    for sign in (_content, _group_and_day, _title_and_day):
        found |= _alike(gone, come, found, sign)
    drafts = _alike(gone, come, found, _folder)
    return found | {
        path: old
        for path, old in drafts.items()
        if _stated(gone[old], "status") in _DRAFTS
        and not _replaces(come[path], _stated(gone[old], "datum"))
    }


def same_text(one: bytes, other: bytes) -> bool:
    """Tell whether two files say the same but for line endings, which git may write anew."""
    return one == other or _content("", one) == _content("", other)


def day_of(path: str, text: bytes) -> str:
    """Return the date that a file states, else its name without suffix."""
    return _stated(text, "datum") or path.rpartition("/")[2].rpartition(".")[0]


def _alike(
    gone: Mapping[str, bytes], come: Mapping[str, bytes], found: Mapping[str, str], sign: _Sign
) -> dict[str, str]:
    """Return which is which of those not found yet, by a sign that one of each alone has."""
    was = _single({path: text for path, text in gone.items() if path not in found.values()}, sign)
    now = _single({path: text for path, text in come.items() if path not in found}, sign)
    return {path: was[key] for key, path in now.items() if key in was}


def _single(files: Mapping[str, bytes], sign: _Sign) -> Mapping[object, str]:
    having: defaultdict[object, list[str]] = defaultdict(list)
    for path, text in files.items():
        having[sign(path, text)].append(path)
    return {key: paths[0] for key, paths in having.items() if key and len(paths) == 1}


def _content(_path: str, text: bytes) -> object:
    return text.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n")


def _group_and_day(path: str, text: bytes) -> object:
    return (_folder(path, text), day_of(path, text))


def _title_and_day(_path: str, text: bytes) -> object:
    title, day = _stated(text, "titel"), _stated(text, "datum")
    return (title, day) if title and day else None


def _folder(path: str, _text: bytes) -> object:
    return path.rpartition("/")[0]


def _stated(text: bytes, key: str) -> str:
    value = _data(text).get(key)
    return value.strip() if isinstance(value, str) else ""


def _replaces(text: bytes, day: str) -> bool:
    revision = _data(text).get("revidering")
    return bool(day) and isinstance(revision, dict) and revision.get("ersätter") == day


def _data(text: bytes) -> Mapping[str, Any]:
    data = load(text, "").data()
    return data if isinstance(data, dict) else {}
