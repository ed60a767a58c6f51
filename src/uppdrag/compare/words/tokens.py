"""Text in; its tokens out, such as a Swedish reader tells apart.

A word is one token with what belongs to it: `VGR:s`, `e-hälsa`, `hälso-`. So is what means one
thing although it holds signs or spaces: a date, a time, an interval, a number of the register, an
address. Every other sign, and white space, is a token of its own.

Each token is found in time that its own length bounds, whatever the text: what could run on for
long has a longest length, or gives nothing back.
"""

from __future__ import annotations

import re

_TOKEN = re.compile(
    r"""
    \s
    # A plain word, with what shows that it is no more than that: most tokens are found here.
    | [A-ZÅÄÖ]?[a-zåäöé]++(?=[\s,;!?)”]|\.(?:\s|\Z)|\Z)
    | \w[\w.+-]{0,63}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,9}                  # an e-mail address
    | (?:https?://|www\.)[^\s<>"”]{0,2000}[^\s<>"”.,;:!?)]               # an address on the web
    | [A-ZÅÄÖ]{2,4}[\s-]?\d{4}\s?[–-]\s?\d{2,6}(?:-\d{1,6}){0,3}(?!\w)   # RS 2019-03137-40
    | [A-ZÅÄÖ]{2,4}\s\d{1,6}-\d{4}(?!\w)                                 # HS 172-2015
    | \d{4}-\d{2}-\d{2}(?!\w)                                            # a date
    | \d{4}:\d{1,5}(?!\w)                                                # a law: 2008:962
    | \d{1,2}[:.]\d{2}(?::\d{2})?(?:\s?[–-]\s?\d{1,2}[:.]\d{2})?(?!\w|[:.]\d)  # a time, to a time
    | (?:\d{1,3}(?:[ \u00a0\u202f]\d{3}){1,4}|\d++(?:[,.]\d++){0,9}+)         # a number
      (?:\s?[–-]\s?(?:\d{1,3}(?:[ \u00a0\u202f]\d{3}){1,4}|\d++(?:[,.]\d++){0,9}+))?  # an interval
      (?!\w|-[^\W\d])(?:\s?%)?                                          # a share
    | \w++(?:[-:’'](?=\w)\w++)*+-?                                       # any other word
    | .
    """,
    re.VERBOSE | re.DOTALL,
)


def tokens(text: str) -> list[str]:
    """Return the tokens of a text; joined they are the text."""
    return _TOKEN.findall(text)


def is_word(token: str) -> bool:
    """Tell whether a token has letters or digits; if so, it begins with one."""
    return token[:1].isalnum() or token[:1] == "_"


def words(text: str) -> list[str]:
    """Return the tokens of a text that are words, in order."""
    return [token for token in _TOKEN.findall(text) if token[0].isalnum() or token[0] == "_"]
