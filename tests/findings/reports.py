"""What a report is made of in tests: plain ones, and any at all with hostile text everywhere."""

from collections.abc import Mapping

from hypothesis import strategies as st

from uppdrag.findings import Finding, Severity
from uppdrag.findings.report import Report
from uppdrag.source import Lines

from .test_finding import finding


def report(
    *findings: Finding,
    files: tuple[str, ...] = ("fil.yaml",),
    titles: Mapping[str, str] | None = None,
    lines: Mapping[str, str] | None = None,
):
    read = {name: Lines(text) for name, text in (lines or {}).items()}
    return Report(findings, files, titles or {}, read)


# Each means something to a reader of one of the formats.
_TRAPS = [
    "::error file=x,line=1::y",
    "::stop-commands::z",
    "##[group]",
    "%0A::notice::",
    "\r\n",
    "\n",
    "\u2028",
    "\x1b[31m",
    "\x00",
    "\ufffe",
    "\ud800",
    "\u202e",
    "]]>",
    "<!-- ",
    "<script>",
    "&amp;",
    "&#64;",
    "@kim",
    "#12",
    "GH-12",
    "!12",
    ":cat:",
    "https://exempel.se",
    "www.exempel.se",
    "kim@exempel.se",
    "[text](1)",
    "![bild](x)",
    "[^1]",
    "{0}",
    "| a | b |",
    "`",
    "``",
    "**",
    "~~",
    "\\",
    "$x$",
    " ",
    "  ",
    "å",
    "e\u0301",
    "🙂",
    "/",
    "C:/",
    ",",
    "=",
]

texts = st.one_of(st.text(max_size=20), st.lists(st.sampled_from(_TRAPS), max_size=5).map("".join))
_places = st.tuples(st.integers(1, 9), st.integers(1, 9))


@st.composite
def any_findings(draw: st.DrawFn):
    (line, column), (end_line, end_column) = sorted((draw(_places), draw(_places)))
    return finding(
        rule=draw(texts),
        severity=draw(st.sampled_from(Severity)),
        message=draw(texts),
        file=draw(texts.filter(bool)),
        line=line,
        column=column,
        end_line=end_line,
        end_column=end_column,
        path=draw(texts),
        words=draw(texts),
        fix=draw(st.none() | texts),
    )


reports = st.builds(
    Report,
    st.lists(any_findings(), max_size=4).map(tuple),
    st.lists(texts.filter(bool), max_size=3).map(tuple),
    st.dictionaries(texts, texts, max_size=2),
    st.just({}),
)
