"""Whatever a file holds: a check of it ends, soon, with findings whose words stand in the file."""

from __future__ import annotations

import time
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.source.yaml_texts import anything, documents
from tests.strategies import mandate_data
from tests.working_folder import DRAFT

from uppdrag.findings import text
from uppdrag.findings.formats import FORMATS
from uppdrag.findings.report import Report
from uppdrag.model import dump, read
from uppdrag.source import Lines
from uppdrag.source.decode import decode
from uppdrag.workspace.checking import check, held_to
from uppdrag.workspace.fixing import mend
from uppdrag.workspace.mandates import MandateFile
from uppdrag.workspace.resources import Folder
from uppdrag.workspace.seen import dumped, loaded, seen

NAME = "standard input"
HELD = held_to(Folder(Path("ingen")))
AS_DECIDED = held_to(Folder(Path("ingen")), "beslutad")
FILE = MandateFile(None, NAME, "handling/handling")
PLAN = MandateFile(Path("mandates/a/moten/2026.yaml"), NAME, "a/moten-2026")
SECONDS = 5
"""A file takes hundredths of one; the limit only tells what ends from what does not."""


@cache
def examples() -> tuple[bytes, ...]:
    """Return the files of all examples of what is wrong, and of what is right."""
    cases = Path(__file__).parents[1] / "cases"
    return tuple(path.read_bytes() for path in sorted(cases.rglob("*.yaml")))


def see(content: bytes, file: MandateFile = FILE) -> None:
    """Check a file in every way, and hold what is said of it to what is there."""
    begun = time.process_time()
    told = decode(content).text
    lines = Lines(told)
    for held in (HELD, AS_DECIDED):
        checked = check(content, file, held)
        assert checked.source.text == told
        for finding in checked.findings:
            first, last = lines.range_of_line(finding.line), lines.range_of_line(finding.end_line)
            start, end = first.start + finding.column - 1, last.start + finding.end_column - 1
            assert first.start <= start <= end <= len(told)
            assert start <= first.end
            assert end <= last.end
            assert finding.words == told[start:end]
        assert checked.findings or checked.handling is not None or file.is_plan
        assert loaded(dumped(seen(checked)), file) == seen(checked)
        report = Report(checked.findings, (NAME,), {}, {NAME: lines})
        assert all(make(report).endswith("\n") for make in FORMATS.values())
        assert text.render(report.findings, report.lines, 1).endswith(".\n")
    done = mend(content, file, HELD)
    assert mend(done.new_content, file, HELD).new_content == done.new_content
    assert time.process_time() - begun < SECONDS


def as_bytes(written: str) -> bytes:
    return written.encode("utf-8", "surrogatepass")


@given(st.one_of(st.binary(), st.one_of(anything, documents()).map(as_bytes)))
def test_any_content_ends_with_findings(content: bytes) -> None:
    see(content)


@given(st.one_of(anything, documents(), st.text()).map(as_bytes))
def test_any_text_after_a_draft_ends_with_findings(content: bytes) -> None:
    see(DRAFT.encode("utf-8") + content)


@given(mandate_data().map(read).map(dump))
def test_any_mandate_ends_with_findings(written: str) -> None:
    see(written.encode("utf-8"))


@st.composite
def spoilt(draw: st.DrawFn) -> bytes:
    """Draw an example in which characters or lines are gone, doubled, moved or put in."""
    content = draw(st.sampled_from(examples()))
    for _ in range(draw(st.integers(1, 4))):
        parts = content.splitlines(keepends=True) if draw(st.booleans()) else None
        size = len(parts if parts is not None else content)
        start = draw(st.integers(0, size))
        end = min(size, start + draw(st.integers(0, 3)))
        whole = parts if parts is not None else [content[at : at + 1] for at in range(size)]
        cut = whole[start:end]
        other = draw(st.sampled_from(_SCRAPS))
        kept = draw(st.sampled_from([[], cut * 2, cut[::-1], [other], [*cut, other]]))
        content = b"".join([*whole[:start], *kept, *whole[end:]])
    return content


_SCRAPS = [as_bytes(sign) for sign in "\0\x07\x1b\u2028\ud800\ufeff\u0301\U0001f600å–”"]
_SCRAPS += [
    b"\xff",
    b"\t",
    b"\r",
    b": ",
    b" #",
    b"- ",
    b"'",
    b'"',
    b"|",
    b"{",
    b"]",
    b"&a ",
    b"\n\n",
]
_SCRAPS += [b"](#)", b"**", b"6 - 10 ggr/", "åäö ".encode() * 40, b"| a | b |\n| - | - |\n"]


@settings(max_examples=3 * settings().max_examples)
@given(spoilt())
def test_any_example_that_is_spoilt_ends_with_findings(content: bytes) -> None:
    see(content)


@given(st.one_of(spoilt(), anything.map(as_bytes)))
def test_any_meeting_plan_ends_with_findings(content: bytes) -> None:
    see(content, PLAN)


MANY = 20_000
PROSE = {
    "dashes": "- " * MANY,
    "hyphens": "-" * MANY,
    "digits": "6 " * MANY,
    "digits and hyphens": "6-" * MANY,
    "digits and dots": "6." * MANY,
    "digits and slashes": "1/6 " * MANY,
    "brackets": "[" * MANY,
    "links": "[a](b) " * 4000,
    "links without end": "[a](" * MANY,
    "parentheses": "(" * MANY,
    "stars": "*" * MANY,
    "stars and words": "**a" * MANY,
    "quotation marks": "”" * MANY,
    "abbreviations": "SOR " * MANY,
    "capitals": "A" * MANY,
    "a genitive": "VGRs " * MANY,
    "dots": "t.ex. " * MANY,
    "addresses": "a@b." * MANY,
    "hosts": "www." * MANY,
    "numbers": "RS 2026-" * MANY,
    "pipes": "|" * MANY,
    "blanks": "a" + " " * MANY + "b",
    "names": "Kim Exempelsson " * 5000,
    "backslashes": "\\" * MANY,
    "ampersands": "och " * MANY,
}


@pytest.mark.parametrize("prose", PROSE.values(), ids=PROSE.keys())
@pytest.mark.parametrize("margin", ["\n  ", " "], ids=["lines", "one line"])
def test_hostile_prose_is_checked_in_bounded_time(prose: str, margin: str) -> None:
    words = [prose[at : at + 80] for at in range(0, len(prose), 80)]
    content = DRAFT + "avsnitt_eget:\n  rubrik: Eget\n  text: |\n    " + f"{margin}  ".join(words)
    begun = time.process_time()
    check(content.encode("utf-8"), FILE, HELD)
    assert time.process_time() - begun < SECONDS
