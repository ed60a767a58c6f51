"""Text in; its tokens out, such as a Swedish reader tells apart.

A word is one token with what belongs to it: `VGR:s`, `e-hälsa`, `hälso-`. So is what means one
thing although it holds signs or spaces: a date, a time, an interval, a number of the register, an
address. Every other sign, and white space, is a token of its own.
"""

from __future__ import annotations

import re

_TOKEN = re.compile(
    r"""
    [\w.+-]+@[\w-]+(?:\.[\w-]+)+                               # an e-mail address
    | https?://[^\s<>"”]*[^\s<>"”.,;:!?)]                       # an address on the web
    | [A-ZÅÄÖ]{2,4}[\s-]?\d{4}\s?[–-]\s?\d{2,6}(?:-\d+)*\b      # RS 2024-00784, RS 2019-03137-40
    | [A-ZÅÄÖ]{2,4}\s\d{1,6}-\d{4}\b                            # HS 172-2015
    | \d{4}-\d{2}-\d{2}                                         # a date
    | \d{4}:\d+                                               # a law: 2008:962
    | \d{1,2}[:.]\d{2}(?:\s?[–-]\s?\d{1,2}[:.]\d{2})?(?![\d.])  # a time of day, from and to
    | \d+(?:[,.]\d+)?(?:\s?[–-]\s?\d+(?:[,.]\d+)?)?(?:\s?%)?    # a number or an interval
    | \w+(?:[-:’'](?=\w)\w+)*-?                                 # a word
    | \s
    | .
    """,
    re.VERBOSE | re.DOTALL,
)

_WORD = re.compile(r"\w")


def tokens(text: str) -> list[str]:
    """Return the tokens of a text; joined they are the text."""
    return _TOKEN.findall(text)


def is_word(token: str) -> bool:
    """Tell whether a token has letters or digits."""
    return _WORD.search(token) is not None
