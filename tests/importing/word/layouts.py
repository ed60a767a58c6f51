"""The invented mandate in many layouts, as Word files written by python-docx."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator

import docx
from docx.document import Document
from docx.enum.section import WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from .content import DECISION, FACTS, LEAD, RECIPIENTS, RECIPIENTS_HEADING, SECTIONS, TITLE

Heading = Callable[[str], object]
Layout = Callable[[], bytes]
LAYOUTS: dict[str, Layout] = {}


def layout(build: Callable[[Document], None]) -> Callable[[Document], None]:
    """Register a layout under the name of its function."""

    def made() -> bytes:
        document = docx.Document()
        build(document)
        return saved(document)

    LAYOUTS[build.__name__] = made
    return build


def saved(document: Document) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def changed(data: bytes, part: str, change: Callable[[str], str]) -> bytes:
    """Return a Word file with the text of the parts whose names match changed."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if re.fullmatch(part, name):
                content = change(content.decode("utf-8")).encode("utf-8")
            new.writestr(name, content)
    return buffer.getvalue()


def _facts(document: Document) -> None:
    for label, value in FACTS:
        paragraph = document.add_paragraph()
        paragraph.add_run(f"{label}:").bold = True
        paragraph.add_run(f" {value}")


def _body(
    document: Document,
    heading: Heading,
    bullet: Callable[[str], object] | None = None,
) -> None:
    bullet = bullet or (lambda text: document.add_paragraph(text, "List Bullet"))
    document.add_paragraph(LEAD)
    for words, _, texts, points in SECTIONS:
        heading(words)
        for text in texts:
            document.add_paragraph(text)
        for point in points:
            bullet(point)
    for line in DECISION:
        document.add_paragraph(line)
    heading(RECIPIENTS_HEADING)
    for recipient in RECIPIENTS:
        bullet(recipient)


def _look(document: Document, size: float | None = None, *, bold: bool) -> Heading:
    def heading(words: str) -> Paragraph:
        paragraph = document.add_paragraph()
        run = paragraph.add_run(words)
        run.bold = bold or None
        if size:
            run.font.size = Pt(size)
        return paragraph

    return heading


@layout
def english_styles(document: Document) -> None:
    document.add_heading(TITLE, 1)
    _facts(document)
    _body(document, lambda words: document.add_heading(words, 2))


@layout
def title_style(document: Document) -> None:
    document.add_heading(TITLE, 0)
    _facts(document)
    _body(document, lambda words: document.add_heading(words, 1))


@layout
def all_on_one_level(document: Document) -> None:
    document.add_heading(TITLE, 1)
    _facts(document)
    _body(document, lambda words: document.add_heading(words, 1))


@layout
def title_without_style(document: Document) -> None:
    document.add_paragraph(TITLE)
    _facts(document)
    _body(document, lambda words: document.add_heading(words, 1))


@layout
def swedish_styles(document: Document) -> None:
    for name in ("Rubrik", "Rubrik 1"):
        document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    document.add_paragraph(TITLE, "Rubrik")
    _facts(document)
    _body(document, lambda words: document.add_paragraph(words, "Rubrik 1"))


@layout
def styles_based_on_headings(document: Document) -> None:
    style = document.styles.add_style("VGR Avsnitt", WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles["Heading 2"]
    document.add_heading(TITLE, 1)
    _facts(document)
    _body(document, lambda words: document.add_paragraph(words, "VGR Avsnitt"))


@layout
def outline_levels(document: Document) -> None:
    def heading(words: str, level: int = 1) -> None:
        paragraph = document.add_paragraph(words)
        paragraph._p.get_or_add_pPr().append(
            parse_xml(f'<w:outlineLvl {nsdecls("w")} w:val="{level}"/>')
        )

    heading(TITLE, 0)
    _facts(document)
    _body(document, heading)


@layout
def bold_only(document: Document) -> None:
    _look(document, bold=True)(TITLE)
    _facts(document)
    _body(document, _look(document, bold=True))


@layout
def larger_only(document: Document) -> None:
    _look(document, 20, bold=False)(TITLE)
    _facts(document)
    _body(document, _look(document, 15, bold=False))


@layout
def bold_and_larger(document: Document) -> None:
    _look(document, 18, bold=True)(TITLE)
    _facts(document)
    _body(document, _look(document, 13, bold=True))


@layout
def capitals(document: Document) -> None:
    _look(document, 16, bold=True)(TITLE)
    _facts(document)
    _body(document, lambda words: _look(document, bold=True)(words.upper()))


@layout
def typed_numbers(document: Document) -> None:
    numbers = iter(range(1, 20))
    _look(document, 16, bold=True)(TITLE)
    _facts(document)
    _body(document, lambda words: _look(document, bold=True)(f"{next(numbers)}. {words}"))


@layout
def numbered_by_word(document: Document) -> None:
    def heading(words: str) -> None:
        paragraph = document.add_heading(words, 2)
        paragraph._p.get_or_add_pPr().append(
            parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>')
        )

    document.add_heading(TITLE, 1)
    _facts(document)
    _body(document, heading)


@layout
def headings_that_are_a_numbered_list(document: Document) -> None:
    document.add_paragraph(TITLE)
    _facts(document)
    _body(document, lambda words: document.add_paragraph(words, "List Number"))


@layout
def table_with_labels_beside(document: Document) -> None:
    document.add_heading(TITLE, 1)
    table = document.add_table(0, 2)
    for label, value in FACTS:
        cells = table.add_row().cells
        cells[0].text, cells[1].text = label, value
    _body(document, lambda words: document.add_heading(words, 2))


@layout
def table_with_labels_above(document: Document) -> None:
    document.add_heading(TITLE, 1)
    table = document.add_table(2, len(FACTS))
    for at, (label, value) in enumerate(FACTS):
        table.cell(0, at).text, table.cell(1, at).text = label, value
    _body(document, lambda words: document.add_heading(words, 2))


@layout
def table_with_four_columns(document: Document) -> None:
    document.add_heading(TITLE, 1)
    table = document.add_table(3, 4)
    for at, (label, value) in enumerate(FACTS):
        row, column = divmod(at, 2)
        table.cell(row, 2 * column).text = f"{label}:"
        table.cell(row, 2 * column + 1).text = value
    _body(document, lambda words: document.add_heading(words, 2))


@layout
def table_with_lines_in_cells(document: Document) -> None:
    document.add_heading(TITLE, 1)
    cells = document.add_table(1, 2).rows[0].cells
    for at, (label, value) in enumerate(FACTS):
        cell = cells[at > 1]
        paragraph = cell.paragraphs[0] if cell.text == "" else cell.add_paragraph()
        paragraph.add_run(label)
        paragraph.add_run().add_break(WD_BREAK.LINE)
        paragraph.add_run(value)
    _body(document, lambda words: document.add_heading(words, 2))


@layout
def merged_cells(document: Document) -> None:
    document.add_heading(TITLE, 1)
    table = document.add_table(len(FACTS), 3)
    for row, (label, value) in enumerate(FACTS):
        table.cell(row, 1).merge(table.cell(row, 2))
        table.cell(row, 0).text, table.cell(row, 1).text = label, value
    _body(document, lambda words: document.add_heading(words, 2))


@layout
def facts_in_one_paragraph(document: Document) -> None:
    document.add_heading(TITLE, 1)
    paragraph = document.add_paragraph()
    for label, value in FACTS:
        paragraph.add_run(f"{label}:\t{value}").add_break()
    _body(document, lambda words: document.add_heading(words, 2))


@layout
def whole_document_in_a_table(document: Document) -> None:
    document.add_heading(TITLE, 1)
    _facts(document)
    document.add_paragraph(LEAD)
    table = document.add_table(0, 2)
    for words, _, texts, points in SECTIONS:
        cells = table.add_row().cells
        cells[0].text = words
        cells[1].text = texts[0]
        for more in texts[1:]:
            cells[1].add_paragraph(more)
        for point in points:
            cells[1].add_paragraph(point, "List Bullet")
    for line in DECISION:
        document.add_paragraph(line)
    document.add_heading(RECIPIENTS_HEADING, 2)
    for recipient in RECIPIENTS:
        document.add_paragraph(recipient, "List Bullet")


@layout
def typed_bullets(document: Document) -> None:
    document.add_heading(TITLE, 1)
    _facts(document)
    signs = iter("•-–*·•-–*·")
    _body(
        document,
        lambda words: document.add_heading(words, 2),
        lambda text: document.add_paragraph(f"{next(signs)}\t{text}"),
    )


@layout
def two_columns_and_section_breaks(document: Document) -> None:
    document.add_heading(TITLE, 1)
    _facts(document)
    section = document.add_section(WD_SECTION.CONTINUOUS)
    columns = OxmlElement("w:cols")
    columns.set(qn("w:num"), "2")
    section._sectPr.append(columns)
    _body(document, lambda words: document.add_heading(words, 2))


@layout
def title_in_a_text_box(document: Document) -> None:
    document.add_paragraph()._p.append(
        parse_xml(
            f"<w:r {nsdecls('w')} "
            'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
            'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
            'xmlns:v="urn:schemas-microsoft-com:vml"><mc:AlternateContent>'
            '<mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx><w:txbxContent><w:p>'
            f"<w:r><w:t>{TITLE}</w:t></w:r></w:p></w:txbxContent></wps:txbx></wps:wsp>"
            "</w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>"
            f"<w:p><w:r><w:t>{TITLE}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape>"
            "</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
        )
    )
    _facts(document)
    _body(document, lambda words: document.add_heading(words, 2))


@layout
def content_controls(document: Document) -> None:
    document.add_heading(TITLE, 1)
    _facts(document)
    _body(document, lambda words: document.add_heading(words, 2))
    body = document.element.body
    for paragraph in list(body.iterchildren(qn("w:p"))):
        control = OxmlElement("w:sdt")
        content = OxmlElement("w:sdtContent")
        control.append(content)
        body.replace(paragraph, control)
        content.append(paragraph)


@layout
def field_codes(document: Document) -> None:
    document.add_heading(TITLE, 1)
    _facts(document)
    _body(document, lambda words: document.add_heading(words, 2))
    for paragraph in document.paragraphs[7:]:
        for run in list(paragraph.runs):
            simple = parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr=" DOCPROPERTY x "/>')
            run._r.addprevious(simple)
            simple.append(run._r)
    first = document.paragraphs[0]._p
    first.addnext(
        parse_xml(
            f"<w:p {nsdecls('w')}>"
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
            '<w:r><w:instrText xml:space="preserve"> IF 1 = 1 </w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
            "<w:r><w:instrText> PAGE </w:instrText></w:r>"
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>99</w:t></w:r>'
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
            '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
        )
    )


@layout
def contents_and_heads(document: Document) -> None:
    document.styles.add_style("toc 1", WD_STYLE_TYPE.PARAGRAPH)
    document.sections[0].header.paragraphs[0].text = "Diarienummer RS 2025-01234"
    document.sections[0].footer.paragraphs[0].text = "Fastighetsdirektör"
    document.add_heading(TITLE, 1)
    _facts(document)
    for number, (words, *_) in enumerate(SECTIONS, 1):
        document.add_paragraph(f"{words}\t{number}", "toc 1")
    _body(document, lambda words: document.add_heading(words, 2))


@layout
def scattered_runs(document: Document) -> None:
    """Every letter a run of its own, with soft hyphens and marks of the spelling checker."""
    document.add_heading(TITLE, 1)
    _facts(document)
    _body(document, lambda words: document.add_heading(words, 2))
    for paragraph in document.paragraphs[7:]:
        for run in list(paragraph.runs):
            text, before = run.text, run._r
            run.text = ""
            for sign in text:
                one = parse_xml(
                    f'<w:r {nsdecls("w")}><w:t xml:space="preserve">{sign}</w:t>'
                    "<w:softHyphen/></w:r>"
                )
                before.addnext(one)
                before = one
                before.addnext(OxmlElement("w:proofErr"))


@layout
def decision_in_a_table(document: Document) -> None:
    document.add_heading(TITLE, 1)
    _facts(document)
    document.add_paragraph(LEAD)
    for words, _, texts, points in SECTIONS:
        document.add_heading(words, 2)
        for text in texts:
            document.add_paragraph(text)
        for point in points:
            document.add_paragraph(point, "List Bullet")
    table = document.add_table(3, 2)
    table.cell(0, 0).text, _, table.cell(0, 1).text = DECISION[0].partition(": ")
    table.cell(1, 0).text, table.cell(2, 0).text = DECISION[1:]
    document.add_heading(RECIPIENTS_HEADING, 2)
    for recipient in RECIPIENTS:
        document.add_paragraph(recipient, "List Bullet")


def tracked() -> bytes:
    """Return the mandate with every paragraph of its text inserted by somebody."""
    document = docx.Document()
    document.add_heading(TITLE, 1)
    _facts(document)
    _body(document, lambda words: document.add_heading(words, 2))
    for paragraph in document.paragraphs[7:]:
        for run in list(paragraph.runs):
            mark = parse_xml(f'<w:ins {nsdecls("w")} w:id="1" w:author="Kim Exempelsson"/>')
            run._r.addprevious(mark)
            mark.append(run._r)
    return saved(document)


def strict() -> bytes:
    """Return the first layout in the names of Strict Open XML."""
    names = {
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main": (
            "http://purl.oclc.org/ooxml/wordprocessingml/main"
        ),
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships": (
            "http://purl.oclc.org/ooxml/officeDocument/relationships"
        ),
    }

    def change(text: str) -> str:
        for usual, other in names.items():
            text = text.replace(usual, other)
        return text

    return changed(LAYOUTS["english_styles"](), r".*\.(?:xml|rels)", change)


LAYOUTS["strict"] = strict


def all_layouts() -> Iterator[tuple[str, bytes]]:
    """Yield every layout by its name."""
    for name, build in LAYOUTS.items():
        yield name, build()
