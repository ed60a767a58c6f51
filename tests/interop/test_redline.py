"""Word files with tracked changes before referees that share no code with the project.

Each pair of revisions is resolved by the resolver of these tests and by LibreOffice: all changes
accepted it must be the new revision, and all rejected the old one, as the project builds them.
"""

import re
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree
from redline_drawn import Drawn, drawn
from redline_faults import faults
from redline_features import Pair
from redline_in_office import Verdict, unrestored, verdicts
from redline_lines import difference, lines, without_look
from redline_pairs import pairs
from redline_resolver import W, accepted, rejected, unresolved
from redline_stage import ANOTHER, SENTENCES, TABLE, bullets, mandate, paragraphs
from referees import ooxml
from resident_office import ResidentOffice
from word_references import unseen_errors

from uppdrag.render.docx.redline import Moves

pytestmark = pytest.mark.interop

LEAST = 200
VALIDATED = 60
CHANGES = tuple(
    f"{W}{name}"
    for name in (
        *("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange"),
        *("moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd"),
    )
)


@pytest.fixture(scope="module")
def all_pairs() -> list[Pair]:
    return pairs()


@pytest.fixture(scope="module")
def every(all_pairs: list[Pair]) -> list[Drawn]:
    return drawn(all_pairs)


@pytest.fixture(scope="module")
def redlines(every: list[Drawn]) -> list[Drawn]:
    """Return the redlines that were delivered."""
    return [one for one in every if not one.refusal]


@pytest.fixture(scope="module")
def in_office(redlines: list[Drawn], tmp_path_factory: pytest.TempPathFactory) -> list[Verdict]:
    return verdicts(redlines, tmp_path_factory.mktemp("redlines"))


def wrong(one: Drawn) -> list[str]:
    """Return where a redline, resolved by the tests' own resolver, is not the revision."""
    ways = (("accept", accepted, one.new), ("reject", rejected, one.old))
    found = []
    for way, resolve, wanted in ways:
        want, have = (
            without_look(lines(parts)) for parts in (unresolved(wanted), resolve(one.redline))
        )
        if want != have:
            found.append(f"{one.name}, {way}: {difference(want, have)}")
    return found


def test_no_pair_is_refused(every: list[Drawn]) -> None:
    names = {one.name for one in every}
    assert len(names) == len(every) > LEAST
    refused = [f"{one.name}: {one.refusal}" for one in every if one.refusal]
    assert not refused, "\n".join(refused)


def test_every_redline_accepted_is_the_new_revision_and_rejected_the_old(
    redlines: list[Drawn],
) -> None:
    found = [fault for one in redlines for fault in wrong(one)]
    assert not found, f"{len(found)} of {2 * len(redlines)}\n" + "\n".join(found)


def test_moves_written_plainly_resolve_as_well(
    all_pairs: list[Pair], redlines: list[Drawn]
) -> None:
    moving = {one.name for one in redlines if b"w:moveTo " in document(one.redline)}
    plain = drawn([pair for pair in all_pairs if pair.name in moving], Moves.PLAIN)
    assert len(plain) == len(moving) > 20
    assert not [one.name for one in plain if one.refusal]
    assert not [one.name for one in plain if b"<w:move" in document(one.redline)]
    found = [fault for one in plain for fault in [*wrong(one), *faults(one.redline)]]
    assert not found, "\n".join(found)


def test_no_redline_has_a_fault_that_microsofts_validator_does_not_see(
    redlines: list[Drawn], tmp_path: Path
) -> None:
    path = tmp_path / "redline.docx"
    found = []
    for one in redlines:
        path.write_bytes(one.redline)
        found += [f"{one.name}: {fault}" for fault in faults(one.redline) + unseen_errors(path)]
    assert not found, "\n".join(found)


def test_redlines_with_every_mark_at_every_place_are_valid_to_microsofts_validator(
    redlines: list[Drawn], tmp_path: Path
) -> None:
    files = {}
    for number, one in enumerate(with_every_mark(redlines)):
        files[tmp_path / f"{number:03}.docx"] = one
    assert len(files) >= VALIDATED
    for path, one in files.items():
        path.write_bytes(one.redline)
    found = [
        f"{files[path].name}: {error}" for path, errors in ooxml(files).items() for error in errors
    ]
    assert not found, "\n".join(found)


def test_libreoffice_accepting_all_has_the_new_revision(in_office: list[Verdict]) -> None:
    found = [f"{one.name}: {one.lines}" for one in in_office if one.way == "accept" and one.lines]
    assert not found, f"{len(found)} of {len(in_office) // 2}\n" + "\n".join(found)


def test_libreoffice_rejecting_all_has_the_words_of_the_old_revision(
    in_office: list[Verdict],
) -> None:
    found = [f"{one.name}: {one.words}" for one in in_office if one.way == "reject" and one.words]
    assert not found, f"{len(found)} of {len(in_office) // 2}\n" + "\n".join(found)


def test_libreoffice_rejecting_all_has_the_old_revision_where_it_can_restore_it(
    in_office: list[Verdict], redlines: list[Drawn]
) -> None:
    restored = {one.name for one in redlines if not unrestored(one.redline)}
    assert len(restored) > 2 * LEAST
    found = [
        f"{one.name}: {one.lines}"
        for one in in_office
        if one.way == "reject" and one.name in restored and one.lines
    ]
    assert not found, f"{len(found)} of {len(restored)}\n" + "\n".join(found)


def with_every_mark(redlines: list[Drawn]) -> list[Drawn]:
    """Return few redlines that together have each mark of revision in each surrounding."""
    seen: set[tuple[object, ...]] = set()
    chosen, others = [], []
    for one in redlines:
        surroundings = {
            _surroundings(mark) for mark in etree.fromstring(document(one.redline)).iter(*CHANGES)
        }
        (others if surroundings <= seen else chosen).append(one)
        seen |= surroundings
    return [*chosen, *others[:: max(1, len(others) // 25)]]


def _surroundings(mark: etree._Element) -> tuple[object, ...]:
    parent, before, after = mark.getparent(), mark.getprevious(), mark.getnext()
    assert parent is not None
    near = (parent.getparent(), parent, before, after, *mark[:1])
    is_formed = mark.find(f"{W}r/{W}rPr") is not None
    return mark.tag, is_formed, *(None if one is None else one.tag for one in near)


def document(redline: bytes) -> bytes:
    with zipfile.ZipFile(BytesIO(redline)) as package:
        return package.read("word/document.xml")


# The referees themselves: each must be able to fail.

PAIR = Pair(
    "a pair with every kind of change",
    mandate(paragraphs(*SENTENCES, bullets("Ett råd", "Två råd", "Tre råd ska delta här"), TABLE)),
    mandate(
        paragraphs(
            SENTENCES[0].replace("samordna", "leda"),
            SENTENCES[2].replace("anteckningar", "**anteckningar**"),
            SENTENCES[1],
            bullets("Tre råd ska delta här", "Ett råd", ANOTHER),
            f"{TABLE}\n| Svar | Rådet |",
        )
    ),
)


@pytest.fixture(scope="module")
def good() -> Drawn:
    (one,) = drawn([PAIR])
    marks = {mark.tag for mark in etree.fromstring(document(one.redline)).iter(*CHANGES)}
    assert {f"{W}{name}" for name in ("ins", "del", "moveFrom", "moveTo", "rPrChange")} <= marks
    return one


Spoiling = Callable[[bytes], bytes]


def replaced(pattern: bytes, with_: bytes) -> Spoiling:
    return lambda content: re.sub(pattern, with_, content, count=1)


_RUN = rb"(<w:r>(?:(?!</w:r>).)*</w:r>)"


@pytest.mark.parametrize(
    ("spoil", "fault"),
    [
        (
            replaced(rb"<w:delText ([^>]*>[^<]*)</w:delText>", rb"<w:t \1</w:t>"),
            "w:t in a deletion",
        ),
        (
            replaced(
                rb"(<w:moveFrom [^>]*><w:r>(?:<w:rPr>.*?</w:rPr>)?)<w:t ([^>]*>[^<]*)</w:t>",
                rb"\1<w:delText \2</w:delText>",
            ),
            "w:delText outside every deletion",
        ),
        (replaced(rb"<w:moveToRangeEnd [^>]*/>", b""), "a range of moveTo without its other end"),
        (replaced(rb"<w:moveFromRangeStart [^>]*/>", b""), "w:moveFrom outside every range"),
        (
            replaced(rb'(<w:moveToRangeStart [^>]*w:name=")', rb"\1x"),
            "a move without its other place",
        ),
        (replaced(rb"<w:sectPr", b"<w:r/><w:sectPr"), "r directly in body"),
        (
            replaced(
                rb"(<w:ins [^>]*>)" + _RUN + b"</w:ins>",
                rb'\1<w:del w:id="9001" w:author="A" w:date="2026">\2</w:del></w:ins>',
            ),
            "w:del within another change",
        ),
        (replaced(rb'(<w:ins w:id="\d+" )w:author="[^"]*" ', rb"\1"), "ins without author"),
        (replaced(rb"(<w:rPrChange.*?</w:rPrChange>)", rb"\1<w:i/>"), "w:rPrChange is not last"),
    ],
)
def test_a_fault_of_tracked_changes_is_seen(spoil: Spoiling, fault: str, good: Drawn) -> None:
    assert faults(good.redline) == []
    spoilt = with_document(good.redline, spoil)
    assert document(spoilt) != document(good.redline)
    found = faults(spoilt)
    assert any(fault in one for one in found), found


def test_two_changes_with_one_id_in_different_parts_are_seen(good: Drawn) -> None:
    number = re.search(rb'<w:ins w:id="(\d+)"', document(good.redline))
    assert number
    mark = b'<w:p><w:ins w:id="%b" w:author="A" w:date="2026-01-01T00:00:00Z"><w:r/></w:ins></w:p>'
    spoilt = with_part(
        good.redline,
        "word/footer1.xml",
        lambda content: content.replace(b"</w:ftr>", mark % number[1] + b"</w:ftr>"),
    )
    assert faults(spoilt) == [f"id {number[1].decode()} used 2 times"]


def test_tracking_out_of_order_among_the_settings_is_seen(good: Drawn) -> None:
    def late(content: bytes) -> bytes:
        without = re.sub(rb"<w:trackRevisions[^>]*/>", b"", content)
        return without.replace(b"</w:settings>", b"<w:trackRevisions/></w:settings>")

    spoilt = with_part(good.redline, "word/settings.xml", late)
    assert faults(spoilt) == ["w:trackRevisions out of order among the settings"]


SPOILT = {
    "a word of an insertion": replaced(
        rb"(<w:ins [^>]*><w:r>(?:<w:rPr>.*?</w:rPr>)?<w:t[^>]*>)[^<]+", rb"\1fel"
    ),
    "a word of a deletion": replaced(rb"(<w:delText[^>]*>)[^<]+", rb"\1fel"),
    "a word that both have": replaced(rb">Uppdrag f", b">Uppdraget f"),
    "an insertion that is no longer one": replaced(rb"<w:ins [^>]*>" + _RUN + b"</w:ins>", rb"\1"),
    "a form that is not taken back": replaced(rb"<w:rPrChange.*?</w:rPrChange>", b""),
    "an end that stays": replaced(rb"<w:rPr><w:(?:ins|moveTo) [^>]*/></w:rPr>", b""),
    "a row that stays": replaced(rb"(<w:cantSplit/>)<w:ins [^>]*/>", rb"\1"),
}


@pytest.mark.parametrize("spoil", SPOILT.values(), ids=SPOILT)
def test_a_redline_that_is_not_exact_is_found_out_by_the_resolver(
    spoil: Spoiling, good: Drawn
) -> None:
    assert wrong(good) == []
    assert wrong(spoilt(good, spoil))


def test_a_redline_that_is_not_exact_is_found_out_by_libreoffice(
    good: Drawn, tmp_path: Path
) -> None:
    cases = [good, *(spoilt(good, spoil) for spoil in SPOILT.values())]
    found = verdicts(cases, tmp_path)
    wrongs = [
        bool(one.lines or two.lines) for one, two in zip(found[::2], found[1::2], strict=True)
    ]
    assert wrongs == [False, *[True] * len(SPOILT)]


def test_the_resolver_resolves_what_libreoffice_has_recorded_as_libreoffice_does(
    good: Drawn, tmp_path: Path
) -> None:
    with ResidentOffice(tmp_path) as office:
        recorded = office.recorded(
            good.old,
            ("replace", "samordna", "leda"),
            ("bold", "anteckningar"),
            ("replace", "Två råd", "Två nya råd"),
            ("split", "sänder dem"),
            ("remove", "Ordföranden kallar"),
            ("merge", "Ett råd"),
            ("replace", "Underlag", "Nytt underlag"),
            ("remove", "Rådet ger verksamheterna stöd"),
        )
        marks = [mark.tag for mark in etree.fromstring(document(recorded)).iter(*CHANGES)]
        assert len(marks) > 10
        for resolve, by_office in ((accepted, office.accepted), (rejected, office.rejected)):
            ours = office.read(packed(resolve(recorded)))
            assert ours == by_office(recorded)
            assert ours != office.read(recorded)


def spoilt(one: Drawn, spoil: Spoiling) -> Drawn:
    redline = with_document(one.redline, spoil)
    assert document(redline) != document(one.redline)
    return Drawn(one.name, one.old, one.new, redline)


def with_document(data: bytes, change: Spoiling) -> bytes:
    return with_part(data, "word/document.xml", change)


def with_part(data: bytes, name: str, change: Spoiling) -> bytes:
    parts = unresolved(data)
    return packed({**parts, name: change(parts[name])})


def packed(parts: dict[str, bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return out.getvalue()
