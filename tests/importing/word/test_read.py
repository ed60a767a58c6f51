"""What Word writes, construct by construct, and what is read of it."""

import pytest

from uppdrag.document.tree import Run
from uppdrag.findings import UppdragError
from uppdrag.importing.word import Changes, WordFile, WordParagraph, WordTable, read_word
from uppdrag.importing.word.file import AsideKind

from .parts import p, part, word_file

BEGIN, APART, END = (
    f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
)


def read(body: str, changes: Changes = Changes.REFUSE, **parts: str) -> WordFile:
    return read_word(word_file(body, {"l1": "https://exempel.se/a"}, **parts), "a.docx", changes)


def texts(file: WordFile) -> list[str]:
    return [paragraph.text for paragraph in file.paragraphs() if paragraph.text]


@pytest.mark.parametrize(
    ("runs", "text"),
    [
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>", "a\tb\nc"),
        ("<w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t><w:softHyphen/></w:r>", "a\u2011b"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', "✓"),
        ("<w:smartTag><w:r><w:t>Kim</w:t></w:r></w:smartTag>", "Kim"),
        ("<w:sdt><w:sdtContent><w:r><w:t>val</w:t></w:r></w:sdtContent></w:sdt>", "val"),
        (
            (
                "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:t>ny</w:t></mc:Choice>"
                "<mc:Fallback><w:t>gammal</w:t></mc:Fallback></mc:AlternateContent></w:r>"
            ),
            "ny",
        ),
        (
            (
                f"{BEGIN}<w:r><w:instrText> REF x </w:instrText></w:r>{APART}"
                f"<w:r><w:t>avsnitt 3</w:t></w:r>{END}"
            ),
            "avsnitt 3",
        ),
        (
            (
                f"{BEGIN}<w:r><w:instrText> IF </w:instrText></w:r>{BEGIN}"
                f"<w:r><w:instrText>PAGE</w:instrText></w:r>{APART}<w:r><w:t>7</w:t></w:r>{END}"
                f"{APART}<w:r><w:t>ja</w:t></w:r>{END}"
            ),
            "ja",
        ),
    ],
)
def test_the_text_of_a_paragraph(runs: str, text: str):
    assert texts(read(f"<w:p>{runs}</w:p>")) == [text]


def test_a_link_leads_where_its_relation_or_its_field_does():
    field = f'{BEGIN}<w:r><w:instrText> HYPERLINK "https://exempel.se/b" </w:instrText></w:r>'
    (one,) = read(
        '<w:p><w:hyperlink r:id="l1"><w:r><w:t>a</w:t></w:r></w:hyperlink>'
        f"{field}{APART}<w:r><w:t>b</w:t></w:r>{END}<w:r><w:t>c</w:t></w:r></w:p>"
    ).paragraphs()
    assert one.runs == (
        Run("a", target="https://exempel.se/a"),
        Run("b", target="https://exempel.se/b"),
        Run("c"),
    )


def test_bold_is_read_from_the_run_and_from_its_style_but_not_when_it_is_turned_off():
    styles = part(
        "styles",
        '<w:style w:type="character" w:styleId="S"><w:name w:val="Strong"/>'
        "<w:rPr><w:b/></w:rPr></w:style>",
    )
    (one,) = read(
        "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>a</w:t></w:r>"
        '<w:r><w:rPr><w:b w:val="0"/></w:rPr><w:t>b</w:t></w:r>'
        '<w:r><w:rPr><w:rStyle w:val="S"/></w:rPr><w:t>c</w:t></w:r></w:p>',
        styles=styles,
    ).paragraphs()
    assert [(run.text, run.bold) for run in one.runs] == [("a", True), ("b", False), ("c", True)]


def test_a_table_has_as_many_cells_in_every_row_and_keeps_the_words_of_a_table_within():
    def cell(inside: str, properties: str = "") -> str:
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"

    inner = f"<w:tbl><w:tr>{cell(p('inuti'))}</w:tr></w:tbl>"
    wide = cell(p("bred"), '<w:gridSpan w:val="2"/>')
    (table,) = read(
        f"<w:tbl><w:tr>{wide}</w:tr><w:tr>{cell(p('a'))}{cell(inner + p('b'))}</w:tr></w:tbl>"
    ).blocks
    assert isinstance(table, WordTable)
    assert [[[one.text for one in c] for c in row] for row in table.rows] == [
        [["bred"], []],
        [["a"], ["inuti", "b"]],
    ]


def test_numbers_count_on_through_levels_as_word_shows_them():
    numbering = part(
        "numbering",
        '<w:abstractNum w:abstractNumId="0">'
        '<w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="%1."/></w:lvl>'
        '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/>'
        '<w:lvlText w:val="%1.%2)"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num>',
    )

    def item(level: int) -> str:
        return p("x", f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="5"/></w:numPr>')

    found = read("".join(map(item, (0, 1, 1, 0, 1))), numbering=numbering)
    labels = [one.item.label for one in found.paragraphs() if one.item]
    assert labels == ["3.", "3.a)", "3.b)", "4.", "4.a)"]


def test_a_footnote_stands_in_parentheses_where_it_is_referred_to():
    notes = part("footnotes", f'<w:footnote w:id="2">{p("Se bilagan.")}</w:footnote>')
    file = read(
        '<w:p><w:r><w:t>Texten</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>',
        footnotes=notes,
    )
    assert texts(file) == ["Texten (Se bilagan.)"]
    assert [aside.kind for aside in file.asides] == [AsideKind.FOOTNOTE]


def test_a_comment_has_its_author_its_day_and_the_words_that_it_is_about():
    comments = part(
        "comments",
        '<w:comment w:id="1" w:author="Kim Exempelsson" w:date="2026-03-01T10:00:00Z">'
        f"{p('Stämmer det?')}</w:comment>",
    )
    (one,) = read(
        '<w:p><w:commentRangeStart w:id="1"/><w:r><w:t>fyra möten</w:t></w:r>'
        '<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r></w:p>',
        comments=comments,
    ).paragraphs()
    (comment,) = one.comments
    assert (comment.author, comment.date) == ("Kim Exempelsson", "2026-03-01")
    assert (comment.about, comment.text) == ("fyra möten", "Stämmer det?")


TRACKED = (
    '<w:p><w:r><w:t>Kvar </w:t></w:r><w:ins w:id="1" w:author="Kim"><w:r><w:t>ny</w:t></w:r>'
    '</w:ins><w:del w:id="2" w:author="Kim"><w:r><w:delText>gammal</w:delText></w:r></w:del></w:p>'
    '<w:p><w:pPr><w:rPr><w:del w:id="3" w:author="Kim"/></w:rPr></w:pPr>'
    "<w:r><w:t>En </w:t></w:r></w:p>" + p("två")
)


def test_tracked_changes_are_refused_without_a_choice_and_it_says_how_many_and_whose():
    with pytest.raises(UppdragError, match=r"3 spårade ändringar \(av Kim\).*--changes accept"):
        read(TRACKED)


def test_tracked_changes_of_text_and_of_paragraph_marks_are_accepted_or_rejected():
    assert texts(read(TRACKED, Changes.ACCEPT)) == ["Kvar ny", "En två"]
    assert texts(read(TRACKED, Changes.REJECT)) == ["Kvar gammal", "En ", "två"]


def test_hidden_text_is_told_and_left_out():
    file = read("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>hemligt</w:t></w:r></w:p>")
    assert texts(file) == []
    assert "hemligt" in file.notes[0].message


def test_bookmarks_that_begin_before_a_paragraph_are_its_own():
    (one,) = read('<w:bookmarkStart w:id="1" w:name="u1"/>' + p("a")).paragraphs()
    assert isinstance(one, WordParagraph)
    assert one.marks == ("u1",)
