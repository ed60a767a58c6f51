"""The text of a mandate in; the text of a draft that is to replace it, comments kept, out."""

from __future__ import annotations

import yaml

from uppdrag.findings import UppdragError
from uppdrag.source import Entry, Mapping, Source, load, to_data


def new_revision(content: bytes, name: str, datum: str) -> str:
    """Return a draft, dated `datum` (ISO 8601), that replaces the mandate of the given text.

    The status becomes `utkast`, the decision loses its date, the fingerprint goes, and `revidering`
    says what is replaced; everything else stays as it is written. Raises `UppdragError` when the
    text cannot be read.
    """
    source = load(content, name)
    if source.root is None or any(defect.severity == "error" for defect in source.defects):
        message = f"{name} går inte att läsa. Kör uppdrag check på filen och rätta den först."
        raise UppdragError(message)
    root = source.root
    replaced = _text(root, "datum")
    revision = f"revidering:\n  ersätter: {replaced}\n" if replaced else ""
    edits = [
        _whole(source, root, "status", "status: utkast\n" + revision),
        _whole(source, root, "datum", f"datum: {datum}\n"),
        _whole(source, root, "beslut", _undecided(root)),
        _whole(source, root, "revidering", ""),
        _whole(source, root, "fingeravtryck", ""),
    ]
    text = source.text
    for start, end, words in sorted(filter(None, edits), reverse=True):
        text = text[:start] + words + text[end:]
    return text.replace("\r\n", "\n")


def _text(root: Mapping, key: str) -> str:
    entry = root.entry(key)
    value = to_data(entry.value) if entry is not None else None
    return value if isinstance(value, str) else ""


def _undecided(root: Mapping) -> str:
    """Return the decision without what only a decision gives: its date and the words after it."""
    entry = root.entry("beslut")
    data = to_data(entry.value) if entry is not None else None
    if not isinstance(data, dict):
        return ""
    kept = {key: data[key] for key in data if key not in {"datum", "notering"} and data[key]}
    if "beslutsfattare" not in kept:
        return ""
    return yaml.safe_dump({"beslut": kept}, allow_unicode=True, sort_keys=False)


def _whole(source: Source, root: Mapping, key: str, words: str) -> tuple[int, int, str] | None:
    """Return the edit that puts other words in the place of a key with its value."""
    entry = root.entry(key)
    return None if entry is None else (*_lines_of(source, entry), words)


def _lines_of(source: Source, entry: Entry) -> tuple[int, int]:
    """Return the offsets of the whole lines that a key and its value stand on."""
    lines = source.lines
    first = lines.range_of_line(lines.line(entry.key.range.start))
    last_number = lines.line(max(entry.value.range.end - 1, entry.key.range.start))
    end = (
        lines.range_of_line(last_number + 1).start if last_number < len(lines) else len(source.text)
    )
    return first.start, end
