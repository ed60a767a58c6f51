"""A report in, Markdown for the comment of a pull request out."""

import re
from collections.abc import Iterator

from uppdrag.findings.finding import Finding, in_order
from uppdrag.findings.plain_markdown import plain_markdown
from uppdrag.findings.report import Report
from uppdrag.findings.text import SEVERITY_WORDS
from uppdrag.findings.visible import visible

# GitHub takes 65,536 characters. Counted in bytes of UTF-8 it is enough however they are counted.
_LIMIT = 65_536
_ROOM_FOR_THE_REST = 200
_LONGEST_WORDS = 60


def render(report: Report) -> str:
    """Return the sentence that sums up, then a list for each file with its findings.

    Nothing in a message or a file's name is markup, a link, or calls a person: it is escaped, and
    the words that a finding is about stand as code. What no comment has room for is counted.
    """
    told = [f"{report.summary.sentence()}\n"]
    room = _LIMIT - _ROOM_FOR_THE_REST - len(told[0])
    ordered = in_order(report.findings)
    for number, part in enumerate(_parts(ordered)):
        room -= len(part.encode("utf-8"))
        if room < 0:
            left = len(ordered) - number
            advice = "Kör `uppdrag check` för att se alla."
            told.append(f"\nYtterligare {left} fynd ryms inte här. {advice}\n")
            break
        told.append(part)
    return "".join(told)


def _parts(findings: tuple[Finding, ...]) -> Iterator[str]:
    """Yield the text of each finding; the first of a file has the file's heading before it."""
    file = None
    for finding in findings:
        heading = "" if finding.file == file else f"\n### {_code(finding.file)}\n\n"
        file = finding.file
        yield heading + _item(finding)


def _item(finding: Finding) -> str:
    word = SEVERITY_WORDS[finding.severity].capitalize()
    place = f"rad {finding.line}, kolumn {finding.column}"
    words = " ".join(finding.words.split())
    if len(words) > _LONGEST_WORDS:
        words = f"{words[: _LONGEST_WORDS - 1]}…"
    about = f", {_code(words)}" if words else ""
    rule, message = plain_markdown(finding.rule), plain_markdown(finding.message)
    return f"- **{word}** {rule}, {place}{about}: {message}\n"


def _code(text: str) -> str:
    """Return text as a code span, in which only backticks have a meaning (CommonMark 6.1)."""
    shown = visible(text)
    longest = max(map(len, re.findall("`+", shown)), default=0)
    fence = "`" * (longest + 1)
    # One space at both ends is taken away again, but not from spaces alone.
    edges = {shown[:1], shown[-1:]}
    margin = " " if edges & {"`", " "} and shown.strip(" ") else ""
    return f"{fence}{margin}{shown}{margin}{fence}"
