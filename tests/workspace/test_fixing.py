"""Mending changes the words that are wrong in a draft, and not a sign more."""

from __future__ import annotations

import codecs
import os
import re
import stat
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.working_folder import DECIDED, DRAFT, HYPHEN

from uppdrag.findings import Severity, UppdragError
from uppdrag.source import Source, load
from uppdrag.source.edit import with_values_edited
from uppdrag.workspace.checking import check, held_to
from uppdrag.workspace.fixing import LeftAlone, Mended, _edits, mend, save
from uppdrag.workspace.mandates import MandateFile, mandate_file
from uppdrag.workspace.resources import Folder

HELD = held_to(Folder(Path("ingen")))
FILE = MandateFile(Path("mandates/a/2026-01-02.yaml"), "a.yaml", "a/2026-01-02")


def mended(text: str | bytes, *rules: str) -> Mended:
    content = text.encode("utf-8") if isinstance(text, str) else text
    return mend(content, FILE, HELD, rules)


def draft(value: str) -> str:
    """Return a draft with a comment on each side of a section with a value as it is written."""
    return f"# först 6 - 10\n{DRAFT}avsnitt_eget:\n  text: {value}\n# sist 6 - 10\n"


def section(text: str) -> str:
    return text.partition("  text: ")[2].removesuffix("\n# sist 6 - 10\n")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Forumet träffas 6 - 10 gånger.", "Forumet träffas 6–10 gånger."),
        ("'Forumet ''träffas'' 6 - 10 gånger.'", "'Forumet ''träffas'' 6–10 gånger.'"),
        (
            '"Forumet \\"träffas\\" 6 - 10 g\\u00e5nger."',
            '"Forumet \\"träffas\\" 6–10 g\\u00e5nger."',
        ),
        ("|\n    Forumet träffas 6 - 10\n    gånger.", "|\n    Forumet träffas 6–10\n    gånger."),
        (">\n    Forumet träffas 6\n    - 10 gånger.", ">\n    Forumet träffas 6–10 gånger."),
        (
            ">-\n    Forumet träffas 6 - 10\n    gånger.",
            ">-\n    Forumet träffas 6–10\n    gånger.",
        ),
        ("Forumet träffas 6 -\n    10 gånger.", "Forumet träffas 6–10 gånger."),
    ],
)
def test_words_are_mended_in_every_kind_of_value(value: str, expected: str) -> None:
    done = mended(draft(value))
    assert section(done.after) == expected
    assert done.after == draft(expected)
    assert {finding.rule for finding in done.mended} == {"T003"}


def test_line_endings_and_a_byte_order_mark_stay() -> None:
    text = HYPHEN.replace("\n", "\r\n")
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (b"", "utf-8"),
    ):
        content = mark + text.encode(encoding)
        assert mended(content).new_content == content.replace(
            "6 - 10".encode(encoding), "6–10".encode(encoding)
        )


def test_what_has_nothing_to_mend_stays_byte_for_byte() -> None:
    for content in (DRAFT.encode("utf-8"), codecs.BOM_UTF8 + DRAFT.encode(), b"\xff\xfe\xff"):
        assert mended(content).new_content == content
        assert mended(content).diff() == ""


def test_only_the_rules_that_are_asked_for_are_mended() -> None:
    text = HYPHEN.replace("gånger per år", "ggr/år")
    assert "6–10 ggr/år" in mended(text, "T003").after
    assert "6 - 10 gånger" in mended(text, "T007").after
    assert "6–10 gånger" in mended(text).after
    assert mended(text, "B001").after == text


def test_what_is_excused_or_off_is_not_mended() -> None:
    excused = HYPHEN + "undantag:\n  - {regel: T003, motivering: Så heter blanketten.}\n"
    assert mended(excused).after == excused


@pytest.mark.parametrize("status", ["beslutad", "ersatt", "upphävd"])
def test_a_decided_document_is_left_alone(status: str) -> None:
    text = DECIDED.replace("beslutad", status).replace("följa", "följa 6 - 10 gånger")
    done = mended(text)
    assert (done.after, done.left_alone) == (text, LeftAlone.DECIDED)
    assert done.mended == ()


@pytest.mark.parametrize("text", ["titel: [\n", HYPHEN.replace("typ:", "typp:"), "", "- a\n"])
def test_a_file_with_errors_is_left_alone(text: str) -> None:
    done = mended(text)
    assert (done.after, done.left_alone) == (text, LeftAlone.BROKEN)


def test_the_difference_is_shown_a_line_at_a_time() -> None:
    assert mended(HYPHEN).diff().splitlines() == [
        "--- a.yaml",
        "+++ a.yaml",
        "@@ -6,2 +6,2 @@",
        " uppdragsbeskrivning: |",
        "-  Forumet träffas 6 - 10 gånger per år. Det ska följa upp gemensamma avtal.",
        "+  Forumet träffas 6–10 gånger per år. Det ska följa upp gemensamma avtal.",
    ]


def test_a_file_without_a_line_break_at_its_end_is_shown_whole() -> None:
    assert mended(f"{DRAFT}ingress: Mötena 6 - 10").diff().endswith("+ingress: Mötena 6–10\n")


# What a rule finds and can mend, between words in which nothing is found.
_FAULTS = ["6 - 10", "två- fyra", "6 -\n10", "2019-2021", "kl. 13-16", "RS 2026 – 00123", "VGRs"]
_FAULTS += [
    "ggr/år",
    "6 - 10 ggr/år",
    "inkl.",
    "t ex",
    "d v s",
    "och  eller",
    "adjungerande ledamot",
]
_FAULTS += ["2021 -05", "”ett citat”", "“ett citat“", "(a - b)", "6 - 10 - 14", "x ,y", "1/6 2026"]
_WORDS = ["Forumet", "ska", "samordna", "vården", "i", "länet", "åäö", "é", "**fet**", "(RCC)"]
_pieces = st.lists(
    st.one_of(st.sampled_from(_WORDS), st.sampled_from(_FAULTS)), min_size=1, max_size=8
)


@st.composite
def _values(draw: st.DrawFn) -> str:
    """Draw a value as it is written: in any style, broken over lines where that may be."""
    lines = [line for line in " ".join(draw(_pieces)).split("\n") if line.strip()]
    more = draw(st.lists(_pieces.map(" ".join), max_size=2))
    lines = [" ".join(line.split("\n")) for line in (*lines, *more)]
    style = draw(st.sampled_from(["|", ">", "|-", ">-", "'", '"', "w"]))
    if style[0] in "|>":
        return style + "".join(f"\n    {line}" for line in lines)
    joined = draw(st.sampled_from([" ", "\n    ", "\n\n    "])).join(lines)
    if style == "'":
        return "'" + joined.replace("'", "''") + "'"
    if style == '"':
        return '"' + joined.replace('"', '\\"').replace("å", "\\u00e5") + '"'
    return f"Ord {joined}"


@st.composite
def _drafts(draw: st.DrawFn) -> bytes:
    text = DRAFT
    for number in range(draw(st.integers(1, 3))):
        comment = draw(st.sampled_from(["", "# 6 - 10 ggr/år\n", "\n", "# é å VGRs\n\n"]))
        name = f"avsnitt_{'abc'[number]}"
        text += f"{comment}{name}:\n  rubrik: 'Rubrik 6 - 10'\n  text: {draw(_values())}\n"
    text = text.replace("\n", draw(st.sampled_from(["\n", "\r\n"])))
    return draw(st.sampled_from([b"", codecs.BOM_UTF8])) + text.encode("utf-8")


def _between(source: Source) -> list[str]:
    """Return all that stands between the values: keys, comments, dashes and blank lines."""
    found, at = [], 0
    for _, value in source.scalars():
        found.append(source.text[at : value.range.start])
        at = value.range.end
    return [*found, source.text[at:]]


@given(_drafts())
@example(draft("|\n    Ord 6 - 10 ggr/år").encode("utf-8"))
def test_nothing_but_the_words_that_are_found_is_changed(content: bytes) -> None:
    done = mended(content)
    before, after = load(done.before, ""), load(done.after, "")
    assert _between(before) == _between(after)
    touched = {finding.path for finding in done.mended}
    for (path, old), (_, new) in zip(before.scalars(), after.scalars(), strict=True):
        written = done.before[old.range.start : old.range.end]
        if "/" + "/".join(map(str, path)) not in touched:
            assert done.after[new.range.start : new.range.end] == written
        else:
            assert old.style is new.style
    for mark in (b"\r\n", codecs.BOM_UTF8):
        assert (mark in done.new_content) == (mark in content)
    assert not re.search(rb"(?<!\r)\n", done.new_content) or b"\r\n" not in content


@given(_drafts())
def test_what_is_mended_stays_so(content: bytes) -> None:
    once = mended(content)
    again = mended(once.new_content)
    assert again.new_content == once.new_content
    assert again.mended == ()


@given(_drafts())
def test_what_can_be_mended_is_not_found_again(content: bytes) -> None:
    after = check(mended(content).new_content, FILE, HELD)
    left = [edit for _, edit in _edits(after, ())]
    assert all(with_values_edited(after.source, [edit]) is None for edit in left)


def _errors(content: bytes) -> set[str]:
    told = check(content, FILE, HELD).told
    return {finding.rule for finding in told if finding.severity is Severity.ERROR}


@given(_drafts())
def test_a_mended_draft_has_no_errors_that_it_did_not_have(content: bytes) -> None:
    assert _errors(mended(content).new_content) <= _errors(content)


@given(_drafts())
def test_no_decided_document_is_ever_changed(content: bytes) -> None:
    decided = content.replace(b"status: utkast", "status: upphävd".encode())
    assert mended(decided).new_content == decided


def mandate(tmp_path: Path, text: str = HYPHEN) -> MandateFile:
    path = tmp_path / "a.yaml"
    path.write_text(text, encoding="utf-8", newline="\n")
    return mandate_file(path)


def test_a_mended_file_is_written(tmp_path: Path) -> None:
    file = mandate(tmp_path)
    save(mend(file.read(), file, HELD))
    assert file.read().decode("utf-8") == HYPHEN.replace("6 - 10", "6–10")


def test_a_file_that_someone_else_has_changed_meanwhile_is_left_as_it_is(tmp_path: Path) -> None:
    file = mandate(tmp_path)
    done = mend(file.read(), file, HELD)
    mandate(tmp_path, DRAFT)
    with pytest.raises(UppdragError, match="har ändrats av någon annan"):
        save(done)
    assert file.read().decode("utf-8") == DRAFT


def test_a_write_protected_file_is_left_as_it_is(tmp_path: Path) -> None:
    file = mandate(tmp_path)
    done = mend(file.read(), file, HELD)
    (tmp_path / "a.yaml").chmod(stat.S_IRUSR)
    with pytest.raises(PermissionError):
        save(done)
    assert file.read().decode("utf-8") == HYPHEN


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_link_goes_on_leading_to_the_file(tmp_path: Path) -> None:
    mandate(tmp_path)
    (tmp_path / "länk.yaml").symlink_to("a.yaml")
    file = mandate_file(tmp_path / "länk.yaml")
    save(mend(file.read(), file, HELD))
    assert (tmp_path / "länk.yaml").is_symlink()
    assert "6–10" in (tmp_path / "a.yaml").read_text(encoding="utf-8")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_who_may_read_a_file_stays(tmp_path: Path) -> None:
    file = mandate(tmp_path)
    (tmp_path / "a.yaml").chmod(0o640)
    save(mend(file.read(), file, HELD))
    assert stat.S_IMODE((tmp_path / "a.yaml").stat().st_mode) == 0o640
