"""Findings as Word comments: each at its very words, or at the nearest that are printed."""

from __future__ import annotations

import re
import time
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.render.docx.commented import Comment, comments
from tests.render.docx.parts import document, find, parts, with_parts, xml
from tests.strategies import mandates, prose

from uppdrag.document import compose
from uppdrag.document.inlines import inlines
from uppdrag.document.tree import Document
from uppdrag.findings import Finding, Severity
from uppdrag.model import Uppdragshandling, dump, read
from uppdrag.render.docx import CompiledTemplate, compile_template, render
from uppdrag.render.docx.placing import place
from uppdrag.render.docx.read import read_lines
from uppdrag.render.docx.review import render_review
from uppdrag.render.docx.review_template import ReviewTemplate, for_review
from uppdrag.render.theme import Theme
from uppdrag.schema import prune
from uppdrag.source import Range, load

MESSAGE = "Skriv på ett annat sätt."

MANDATE = r"""
format: 1
typ: samordningsgrupp
status: utkast
dokumenttyp: Uppdragshandling
datum: 2030-01-02
diarienummer: RS 2030-00001
organisation: [Exempelregionen, Koncernkontoret]
titel: Uppdrag för lekgruppen, reviderad i mars
grupp: Lekgruppen för barn
kortnamn: [leken]
ansvarsområde: "Lek\u0020och l\u00e4rande, 'ute'"
uppdragsgivare: {roll: Lekdirektör, organ: Lekavdelningen}
giltighet: {från: 2030-03-01, till: 2032-02-28, översyn: 2031-09-01}
revidering: {ersätter: 2028-05-06}
utgår_från: {titel: Gemensamma spelregler, diarienummer: RS 2029-00002}
anmärkning: |
  Den här handlingen är ett prov.
ingress: >
  Gruppen leker på
  förmiddagarna och

  vilar på eftermiddagarna.
syfte: |
  Gruppen ska **snarast möjligt** börja,
    se [lekens regler](https://exempel.se/regler) och [även **andra** krav](https://exempel.se/krav)
  samt *allt övrigt*. Stjärnor \*som dessa\* skrivs ut. Nolla  dubbelt avstånd.

  Ett nytt stycke om åäö, caf@ och en tank – på slutet.
uppdragsbeskrivning:
  rubrik: Vad uppdraget omfattar
  text: |
    - Leka ute
      - Leka i lövhögar, även när
        det regnar
    - Leka inne

    7. Vila sedan

    | Tid | Vem \| vilka |
    | --- | --- |
    | 9–11 | idem |
    | 6 - 10 | alla ledare 10 |
arbetsorganisation:
  ordförande:
    etikett: Samtalsledare
    text: En ledare, två- fyra vikarier.
  mötesfrekvens: {minst: 4, högst: 8, per: termin, ungefär: ja}
beslut:
  datum: 2030-01-03
  notering: (preliminärt)
  beslutsfattare: {namn: Kim Exempelsson, titel: Lekchef}
sändlista:
  - {mottagare: Ordföranden, epost: lek@exempel.se, för: genomförande i gruppen}
  - Registrator
undantag:
  - {regel: T003, motivering: Måste få vara kvar.}
""".lstrip().replace("@ ", "e\u0301 ")


class Reviewed:
    """A mandate, and what its Word file shows of findings about it."""

    def __init__(self, text: str, theme: Theme, review: ReviewTemplate) -> None:
        self.source = load(text, "handling.yaml")
        data = self.source.data()
        assert isinstance(data, dict)
        self.document: Document = compose(read(prune(data).data))
        self.theme = theme
        self.review = review

    def at(self, words: str) -> Finding:
        """Return a finding about words that stand once in the file."""
        assert self.source.text.count(words) == 1
        start = self.source.text.index(words)
        return self.about(Range(start, start + len(words)))

    def about(self, place: Range, path: str = "") -> Finding:
        return Finding.at(self.source, "T003", Severity.WARNING, MESSAGE, place, path=path)

    def word(self, findings: Iterable[Finding]) -> bytes:
        return render_review(self.document, self.source, findings, self.theme, self.review)

    def comment(self, finding: Finding) -> Comment:
        (comment,) = comments(self.word([finding]))
        return comment


@pytest.fixture(scope="session")
def review_template(template: CompiledTemplate) -> ReviewTemplate:
    return for_review(template)


@pytest.fixture
def reviewed(theme: Theme, review_template: ReviewTemplate) -> Reviewed:
    return Reviewed(MANDATE, theme, review_template)


@pytest.mark.parametrize(
    "words",
    [
        "RS 2030-00001",
        "00001",
        "Exempelregionen",
        "reviderad i mars",
        "Lekgruppen för",
        "'ute'",
        "Lekdirektör",
        "Lekavdelningen",
        "2030-03-01",
        "2032-02-28",
        "2031-09-01",
        "spelregler",
        "RS 2029-00002",
        "ett prov",
        "snarast möjligt",
        "börja,\n    se",
        "lekens",
        "allt övrigt",
        "Nolla  dubbelt",
        "åäö",
        "tank – på",
        "på\n  förmiddagarna",
        "Vad uppdraget omfattar",
        "Leka ute",
        "lövhögar, även när\n        det",
        "inne",
        "sedan",
        "Vem",
        "9–11",
        "idem",
        "6 - 10",
        "alla ledare 10",
        "Samtalsledare",
        "två- fyra",
        "(preliminärt)",
        "Exempelsson",
        "Lekchef",
        "lek@exempel.se",
        "genomförande",
        "Registrator",
    ],
)
def test_a_comment_covers_the_words_that_are_wrong(reviewed: Reviewed, words: str) -> None:
    comment = reviewed.comment(reviewed.at(words))
    assert comment.words == " ".join(words.split())
    assert comment.paragraphs == ("Varning T003", MESSAGE)


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        ("**snarast", "snarast"),
        ("ska **snarast möjligt** börja", "ska snarast möjligt börja"),
        ("regler](https://exempel.se/regler) och [även", "regler och även"),
        ("[även **andra** krav](https://exempel.se/krav)", "även andra krav"),
        (r"\*som dessa\* skrivs", "*som dessa* skrivs"),
        (r"essa\* s", "essa* s"),
        (r"Vem \| vilka", "Vem | vilka"),
        ("cafe\u0301", "caf\u00e9"),
        ("l\\u00e4rande", "lärande"),
        ("Lek\\u0020och", "Lek och"),
        ("| 9–11 | idem |", "9–11 idem"),
        ("och\n\n  vilar", "och vilar"),
        ("inne\n\n    7. Vila", "inne Vila"),
        ("omfattar\n  text: |\n    - Leka ute", "omfattar Leka ute"),
        (
            "Ordföranden, epost: lek@exempel.se, för: genomförande i",
            "Ordföranden, lek@exempel.se, för genomförande i",
        ),
    ],
)
def test_markup_within_the_words_is_passed_over(
    reviewed: Reviewed, words: str, printed: str
) -> None:
    assert reviewed.comment(reviewed.at(words)).words == printed


@pytest.mark.parametrize(
    ("path", "printed"),
    [
        (("arbetsorganisation", "mötesfrekvens", "minst"), "4"),
        (("arbetsorganisation", "mötesfrekvens", "högst"), "8"),
        (("arbetsorganisation", "mötesfrekvens", "per"), "termin"),
        (("datum",), "2030-01-02"),
        (("grupp",), "Lekgruppen för barn"),
        (("beslut", "datum"), "2030-01-03"),
        (("sändlista", 0, "för"), "genomförande i gruppen"),
        (
            ("ingress",),
            "Gruppen leker på förmiddagarna och vilar på eftermiddagarna.",
        ),
    ],
)
def test_a_value_that_a_sentence_is_made_of_is_found_in_it(
    reviewed: Reviewed, path: tuple[str | int, ...], printed: str
) -> None:
    comment = reviewed.comment(reviewed.about(reviewed.source.range_of(path)))
    assert comment.words == printed
    assert len(comment.paragraphs) == 2


@pytest.mark.parametrize(
    ("words", "nearest"),
    [
        ("typ: samordningsgrupp", "Uppdrag för lekgruppen, reviderad i mars"),
        ("kortnamn", "Uppdrag för lekgruppen, reviderad i mars"),
        ("2028-05-06", "Uppdrag för lekgruppen, reviderad i mars"),
        ("Måste få vara kvar.", "Uppdrag för lekgruppen, reviderad i mars"),
        ("status: utkast", "Utkast"),
        ("ansvarsområde", "Ansvarsområde:"),
        ("giltighet", "Giltighet:"),
        ("syfte", "Syfte med uppdraget"),
        ("ungefär: ja", "Mötesfrekvens:"),
        ("https://exempel.se/regler", "lekens regler"),
        ("](https://exempel.se/krav)", "krav"),
        ("    7.", "Vila"),
        ("| --- | --- |", "9–11"),
    ],
)
def test_what_is_not_printed_is_commented_at_the_nearest_that_is(
    reviewed: Reviewed, words: str, nearest: str
) -> None:
    finding = reviewed.at(words)
    comment = reviewed.comment(finding)
    assert comment.words == nearest
    shown = " ".join(words.split())
    assert comment.paragraphs[2:] == (f"Gäller rad {finding.line} i filen: ”{shown}”",)


def test_findings_may_overlap_and_share_their_words(reviewed: Reviewed) -> None:
    findings = [reviewed.at(words) for words in ("ska **snarast", "snarast möjligt", "snarast m")]
    found = comments(reviewed.word([*findings, findings[0]]))
    assert [comment.words for comment in found] == [
        "ska snarast",
        "ska snarast",
        "snarast m",
        "snarast möjligt",
    ]


def test_comments_are_numbered_as_they_are_read(reviewed: Reviewed) -> None:
    findings = [reviewed.at(words) for words in ("Registrator", "Lekchef", "ett prov")]
    found = comments(reviewed.word(findings))
    assert [comment.words for comment in found] == ["ett prov", "Lekchef", "Registrator"]


def test_a_finding_over_paragraphs_is_one_comment_over_them(reviewed: Reviewed) -> None:
    place = reviewed.source.range_of(("uppdragsbeskrivning", "text"))
    comment = reviewed.comment(reviewed.about(place))
    assert comment.words.startswith("Leka ute Leka i lövhögar, även när det regnar Leka inne")
    assert comment.words.endswith("alla ledare 10")


def test_a_comment_that_begins_in_a_table_ends_in_it(reviewed: Reviewed) -> None:
    words = "6 - 10 | alla ledare 10 |\narbetsorganisation:\n  ordförande:\n    etikett: Samtals"
    assert reviewed.comment(reviewed.at(words)).words == "6 - 10 alla ledare 10"


def test_a_place_between_two_characters_is_the_one_that_follows(reviewed: Reviewed) -> None:
    start = reviewed.source.text.index("Nolla") + 1
    assert reviewed.comment(reviewed.about(Range(start, start))).words == "o"
    end = reviewed.source.text.index("på slutet.") + len("på slutet.")
    assert reviewed.comment(reviewed.about(Range(end, end))).words == "slutet."


def test_a_missing_part_is_commented_at_the_part_that_lacks_it(reviewed: Reviewed) -> None:
    source = reviewed.source
    for path, words in (
        ("/beslut/delegation", "Datum för beslut:"),
        ("/sändlista/7", "Uppdraget skickas till"),
        ("/sändlista/0/x~1y", "Ordföranden, lek@exempel.se, för genomförande i gruppen"),
        ("/samband", "Uppdrag för lekgruppen, reviderad i mars"),
    ):
        finding = reviewed.about(source.key_range(("format",)), path)
        assert reviewed.comment(finding).words == words


def test_a_comment_says_how_much_a_finding_weighs(reviewed: Reviewed) -> None:
    place = reviewed.source.range_of(("titel",))
    findings = [
        Finding.at(reviewed.source, rule, severity, "Ett <b>&</b> två.", place)
        for rule, severity in zip(("B001", "T003", "I001"), Severity, strict=True)
    ]
    assert [comment.paragraphs for comment in comments(reviewed.word(findings))] == [
        ("Fel B001", "Ett <b>&</b> två."),
        ("Upplysning I001", "Ett <b>&</b> två."),
        ("Varning T003", "Ett <b>&</b> två."),
    ]


def test_comments_are_by_the_program_in_swedish_and_undated(reviewed: Reviewed) -> None:
    data = reviewed.word([reviewed.at("åäö")])
    (comment,) = comments(data)
    assert (comment.author, comment.initials, comment.is_dated) == ("uppdrag", "U", False)
    root = xml(data, "word/comments.xml")
    texts = find(root, "//w:r[w:t]")
    assert texts == find(root, "//w:r[w:t and w:rPr/w:lang/@w:val = 'sv-SE']")
    styles = find(xml(data, "word/styles.xml"), "//w:style/@w:styleId")
    assert len(styles) == len(set(styles))
    assert set(find(root, "//w:pStyle/@w:val | //w:rStyle/@w:val")) <= set(styles)
    assert set(find(document(data), "//w:rStyle/@w:val")) <= set(styles)


def test_a_link_stays_whole_round_a_comment_within_it(reviewed: Reviewed) -> None:
    within = document(reviewed.word([reviewed.at("ekens reg")]))
    link = find(within, "//w:hyperlink[.//w:commentReference]")[0]
    assert "".join(find(link, ".//w:t/text()")) == "lekens regler"
    around = document(reviewed.word([reviewed.at("lekens regler")]))
    assert not find(around, "//w:hyperlink//w:commentReference")


def test_the_same_findings_give_the_same_bytes_in_any_order(reviewed: Reviewed) -> None:
    findings = [reviewed.at(words) for words in ("Registrator", "ett prov", "inne")]
    assert reviewed.word(findings) == reviewed.word(reversed(findings))


def test_without_findings_the_text_is_that_of_the_ordinary_file(
    reviewed: Reviewed, template: CompiledTemplate
) -> None:
    ordinary = render(reviewed.document, reviewed.theme, template)
    data = reviewed.word([])
    assert comments(data) == []
    same = ("word/document.xml", "word/numbering.xml", "docProps/core.xml")
    assert [parts(data)[name] for name in same] == [parts(ordinary)[name] for name in same]
    assert "word/comments.xml" not in parts(ordinary)


def test_a_template_keeps_its_own_comments_and_styles(template_file: Path, theme: Theme) -> None:
    own = docx.Document(str(template_file))
    own.add_comment(own.add_paragraph("Fast text.").runs, "Står i mallen.", "Kim", "K")
    buffer = BytesIO()
    own.save(buffer)
    review = for_review(compile_template(buffer.getvalue()))
    mandate = Reviewed(MANDATE, theme, review)
    found = comments(mandate.word([mandate.at("åäö")]))
    assert [(comment.author, comment.words) for comment in found] == [
        ("Kim", "Fast text."),
        ("uppdrag", "åäö"),
    ]


def test_styles_of_comments_are_found_by_name(template_file: Path, theme: Theme) -> None:
    data = template_file.read_bytes()
    style = (
        '<w:style w:type="character" w:styleId="Kommentarsreferens">'
        '<w:name w:val="annotation reference"/></w:style></w:styles>'
    )
    styles = parts(data)["word/styles.xml"].decode().replace("</w:styles>", style)
    review = for_review(compile_template(with_parts(data, styles=styles)))
    mandate = Reviewed(MANDATE, theme, review)
    drawn = mandate.word([mandate.at("åäö")])
    used = find(document(drawn), "//w:r[w:commentReference]/w:rPr/w:rStyle/@w:val")
    assert used == ["Kommentarsreferens"]
    assert "CommentReference" not in find(xml(drawn, "word/styles.xml"), "//@w:styleId")


def test_no_comment_stands_in_the_head_of_a_page(template_file: Path, theme: Theme) -> None:
    data = template_file.read_bytes()
    body = parts(data)["word/document.xml"].decode()
    field = "<w:p><w:r><w:t>{{p brevhuvud }}</w:t></w:r></w:p>"
    assert field in body
    header = parts(data)["word/header1.xml"].decode().replace("</w:hdr>", f"{field}</w:hdr>")
    moved = with_parts(data, document=body.replace(field, ""), header1=header)
    mandate = Reviewed(MANDATE, theme, for_review(compile_template(moved)))
    drawn = mandate.word([mandate.at("Exempelregionen")])
    assert "comment" not in parts(drawn)["word/header1.xml"].decode()
    assert "Exempelregionen" in parts(drawn)["word/header1.xml"].decode()
    assert comments(drawn)[0].words == "Uppdrag för lekgruppen, reviderad i mars"


@given(handling=mandates(), data=st.data())
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_any_findings_of_any_mandate_are_anchored_and_change_no_word(
    handling: Uppdragshandling,
    data: st.DataObject,
    theme: Theme,
    template: CompiledTemplate,
    review_template: ReviewTemplate,
) -> None:
    mandate = Reviewed(dump(handling), theme, review_template)
    words = [
        (path, found)
        for path, scalar in mandate.source.scalars()
        for found in re.finditer(r"\w+|\S", scalar.text)
    ]
    chosen = data.draw(st.lists(st.sampled_from(words), max_size=8))
    places = {mandate.source.locate(path, *found.span()): found[0] for path, found in chosen}
    drawn = mandate.word([mandate.about(place) for place in places])
    ordinary = render(mandate.document, theme, template)
    assert read_lines(drawn) == read_lines(ordinary)
    found = comments(drawn)
    assert len(found) == len(places)
    assert all(comment.words for comment in found)
    at_their_words = [comment.words for comment in found if len(comment.paragraphs) == 2]
    assert set(at_their_words) <= set(places.values())


@given(text=prose())
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_every_printed_letter_of_a_running_text_is_covered_by_what_is_found_of_it(
    text: str, theme: Theme, review_template: ReviewTemplate
) -> None:
    head = {"format": "1", "typ": "samordningsgrupp", "status": "utkast", "titel": "T"}
    mandate = Reviewed(dump(read({**head, "syfte": text})), theme, review_template)
    written = next(scalar for path, scalar in mandate.source.scalars() if path == ("syfte",))
    found = re.finditer(r"\w+", written.text)
    places = [mandate.source.locate(("syfte",), *word.span()) for word in found]
    drawn = comments(mandate.word([mandate.about(place) for place in places]))
    covered = [comment.words for comment in drawn if len(comment.paragraphs) == 2]
    runs = [run for one in inlines(mandate.document) for run in one]
    printed = "".join(run.text for run in runs if run.origin.end is not None)
    assert "".join(covered) == "".join(re.findall(r"\w", printed))


def test_thousands_of_findings_are_placed_in_bounded_time() -> None:
    prose = "".join(f"  Stycke {number} om 6 - 10 saker.\n\n" for number in range(3000))
    rows = "".join(f"  - {{mottagare: Part {number}, för: 6 - 10}}\n" for number in range(3000))
    begin = "format: 1\ntyp: samverkansorgan\nstatus: utkast\ntitel: Prov\nsyfte: |"
    text = f"{begin}\n{prose}sändlista:\n{rows}"
    source = load(text, "prov.yaml")
    found = [
        Finding.at(source, "T003", Severity.WARNING, MESSAGE, Range(match.start(), match.end()))
        for match in re.finditer("6 - 10", text)
    ]
    begun = time.process_time()
    placed = place(compose(read(prune(source.data()).data)), source, found)
    assert (len(placed), all(one.is_printed for one in placed)) == (6000, True)
    assert time.process_time() - begun < 15
