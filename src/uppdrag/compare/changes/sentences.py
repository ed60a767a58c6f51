"""The text beside a change in; the words of the change's own sentence out."""

from __future__ import annotations

import re

STOPS = (".", "?", "!")
"""Signs that end a sentence."""

SENTENCE_END = re.compile(r"[.?!]\s")
"""The end of a sentence with more after it."""

CONTEXT = 5
"""Words of the sentence that are told before and after a change within it."""

_STOP_AND_SPACE = re.compile(r"[.?!] ")


def words_before(text: str) -> str:
    """Return the last words of a text, back to where its last sentence begins at most."""
    start = max(text.rfind(f"{stop} ") for stop in STOPS)
    sentence = text[start + 2 :] if start >= 0 else text
    last = sentence.rsplit(" ", CONTEXT + 1)[-CONTEXT - 1 :]
    return " ".join(last).strip(" ") if sentence.strip() else ""


def words_after(text: str) -> str:
    """Return the first words of a text, until its first sentence ends at most."""
    end = _STOP_AND_SPACE.search(text)
    sentence = text[: end.start() + 1] if end else text
    return " ".join(sentence.strip(" ").split(" ", CONTEXT)[:CONTEXT])
