"""Any text in; Markdown that shows just that text, and calls nobody, out."""

import re

from uppdrag.findings.visible import visible

_MARKUP = re.compile(r"[\\`*_\[\]<>&~|$]")
_CALL = re.compile(r"[@#!~%&$](?=\S)|:(?=//|[\w+\\-]+:)|gh-(?=\d)|www(?=\.)", re.IGNORECASE)
_BREAK = "&#8203;"
"""A space without width: GitHub and GitLab look for names, numbers, addresses and pictures in the
finished text, where no backslash is left; what follows ``@`` or ``#`` is then none."""


def plain_markdown(text: str) -> str:
    """Return the text with nothing in it that is markup, a link, or a person's name to call."""
    escaped = _MARKUP.sub(r"\\\g<0>", visible(text))
    return _CALL.sub(rf"\g<0>{_BREAK}", escaped)
