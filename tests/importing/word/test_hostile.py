"""Files that are not what they should be, or mean harm: refused in Swedish, and soon."""

import time

import pytest

from uppdrag.findings import UppdragError
from uppdrag.importing.word import Changes, import_word, read_word
from uppdrag.importing.word.body import MOST_PARAGRAPHS
from uppdrag.importing.word.package import LARGEST_PART

from .parts import NAMES, p, word_file, zipped

SECONDS = 20
"""What the worst file may take here; it takes a tenth of that when the machine is idle."""

GOOD = word_file(p("Uppdragshandling"))
BILLION = (
    '<!DOCTYPE w:document [<!ENTITY a "aaaaaaaaaa">'
    + "".join(
        f'<!ENTITY a{n} "{f"&a{n - 1 or chr(32)};".replace(" ", "") * 10}">' for n in range(2, 9)
    )
    + "]>"
)


def body(inside: str, before: str = "") -> bytes:
    document = f"{before}<w:document {NAMES}><w:body>{inside}</w:body></w:document>"
    return zipped({"word/document.xml": document})


HOSTILE = {
    "empty": (b"", "är tom"),
    "cut off": (GOOD[: len(GOOD) // 2], "skadad"),
    "no Word file": (b"Hej, jag heter docx", "ingen Word-fil"),
    "old Word": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), r"\.doc"),
    "password": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        "lösenord",
    ),
    "rtf": (rb"{\rtf1\ansi Hej}", "RTF"),
    "flat": (
        b'<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"/>',
        "Flat OPC",
    ),
    "spreadsheet": (zipped({"xl/workbook.xml": "<a/>"}), "ingen Word-fil"),
    "broken xml": (body("<w:p>"), "skadad"),
    "too deep": (body("<w:sdt><w:sdtContent>" * 400 + "</w:sdtContent></w:sdt>" * 400), "skadad"),
    "bomb": (zipped({"word/document.xml": bytes(LARGEST_PART + 2)}), "för stor"),
    "entities": (body(p("&a;"), '<!DOCTYPE a [<!ENTITY a "b">]>'), "deklaration"),
    "outside": (body(p("&a;"), '<!DOCTYPE a [<!ENTITY a SYSTEM "file:///c:/x">]>'), "deklaration"),
    "path": (zipped({"word/document.xml": "<a/>", "../../evil.txt": "x"}), "leder ut"),
    "absolute": (zipped({"word/document.xml": "<a/>", "/etc/evil": "x"}), "leder ut"),
    "twice": (zipped({"word/document.xml": "<a/>", "Word/Document.xml": "<b/>"}), "två delar"),
    "many parts": (zipped({f"word/{n}.xml": "<a/>" for n in range(3100)}), "delar"),
    "elements": (body("<w:p/>" * 1_100_000), "miljon"),
    "paragraphs": (body("<w:p/>" * (MOST_PARAGRAPHS + 1)), "stycken"),
    "characters": (body(p("Ordförande: text [a] *b* " * 20_000)), "tecken"),
    "no body": (zipped({"word/document.xml": f"<w:document {NAMES}/>"}), "inget dokument"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_file_that_cannot_be_read_is_refused_in_swedish_and_soon(name: str):
    data, message = HOSTILE[name]
    begun = time.perf_counter()
    with pytest.raises(UppdragError, match=message):
        import_word(data, "fil.docx", Changes.REFUSE)
    assert time.perf_counter() - begun < SECONDS


def test_entities_that_grow_are_never_expanded():
    with pytest.raises(UppdragError):
        import_word(body(p("&a8;"), BILLION), "fil.docx", Changes.REFUSE)


def test_macros_are_told_and_the_text_is_read():
    files = {
        "word/document.xml": f"<w:document {NAMES}><w:body>{p('Text')}</w:body></w:document>",
        "word/vbaProject.bin": b"\xd0\xcf",
    }
    file = read_word(zipped(files), "fil.docm", Changes.REFUSE)
    assert [one.text for one in file.paragraphs()] == ["Text"]
    assert "makron" in file.notes[0].message


@pytest.mark.parametrize("cut", range(0, 100, 7))
def test_a_file_cut_anywhere_is_refused_or_read(cut: int):
    data = GOOD[: len(GOOD) * cut // 100]
    with pytest.raises(UppdragError):
        import_word(data, "fil.docx", Changes.REFUSE)


@pytest.mark.parametrize("at", range(0, len(GOOD), 41))
def test_a_file_with_a_wrong_byte_ends_in_a_mandate_or_a_refusal(at: int):
    data = GOOD[:at] + bytes([GOOD[at] ^ 0x55]) + GOOD[at + 1 :]
    try:
        said = import_word(data, "fil.docx", Changes.REFUSE).handling.titel
    except UppdragError as error:
        said = str(error)
    assert said


def test_spans_and_numbers_out_of_all_bounds_do_no_harm():
    wide = (
        '<w:tbl><w:tr><w:trPr><w:gridBefore w:val="999999999"/></w:trPr><w:tc><w:tcPr>'
        f'<w:gridSpan w:val="999999999"/></w:tcPr>{p("a")}</w:tc></w:tr></w:tbl>'
    )
    deep = p("b", '<w:numPr><w:ilvl w:val="999999999"/><w:numId w:val="-4"/></w:numPr>')
    imported = import_word(body(wide + deep), "fil.docx", Changes.REFUSE)
    assert imported.handling.titel == "a"
