"""The Word template: the one that ships, those that others edit, and those that are refused."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from tests.render.docx.parts import (
    document,
    packed,
    paragraph_text,
    paragraph_texts,
    parts,
    with_parts,
    xml,
)

from uppdrag.document.tree import Document
from uppdrag.render.docx import CompiledTemplate, TemplateError, compile_template, render
from uppdrag.render.docx import read_template as read
from uppdrag.render.docx.read import read_lines
from uppdrag.render.theme import Theme

ROOT = Path(__file__).parents[3]
DOCUMENT = "word/document.xml"
HEADER = "word/header1.xml"


@pytest.fixture
def data(template_file: Path) -> bytes:
    return template_file.read_bytes()


def text(data: bytes, name: str = DOCUMENT) -> str:
    return parts(data)[name].decode()


def with_header(data: bytes, words: str) -> bytes:
    return with_parts(data, header1=text(data, HEADER).replace("{{ sidhuvud }}", words))


def test_the_program_makes_the_template_that_ships(data: bytes, tmp_path: Path) -> None:
    command = [sys.executable, str(ROOT / "tools" / "wordmall.py"), "-o", str(tmp_path)]
    subprocess.run(command, check=True, capture_output=True)
    made = (tmp_path / "uppdragshandling.docx").read_bytes()
    # Deflate may differ between builds of zlib; what is deflated may not.
    assert list(parts(made).items()) == list(parts(data).items())


def test_what_is_prepared_beside_the_template_is_what_preparing_it_gives(
    template: CompiledTemplate, data: bytes
) -> None:
    assert compile_template(data).prepared == template.prepared


def test_the_template_that_ships_is_drawn_without_the_slow_libraries(template_file: Path) -> None:
    program = f"""
import sys
import zipfile
from io import BytesIO
from pathlib import Path
from uppdrag.document.tree import Document, Metadata
from uppdrag.render.docx import read_template, render
from uppdrag.render.theme import read_theme
template = read_template(Path({str(template_file)!r}))
for drawer in template.drawers: pass
template.constant, template.numbering, template.relations
print(sorted({{"docx", "docxtpl", "jinja2", "lxml", "typst"}} & sys.modules.keys()))
"""
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, check=True, capture_output=True, encoding="utf-8")
    assert done.stdout.strip() == "[]"


def test_what_was_prepared_for_another_template_is_not_used(
    data: bytes, template_file: Path, tmp_path: Path, sample: Document, theme: Theme
) -> None:
    changed = with_header(data, "Fast text {{ diarienummer }}")
    (tmp_path / "mall.docx").write_bytes(changed)
    kept = template_file.with_suffix(".compiled.json").read_text(encoding="utf-8")
    (tmp_path / "mall.compiled.json").write_text(kept, encoding="utf-8")
    drawn = render(sample, theme, read(tmp_path / "mall.docx"))
    assert "".join(xml(drawn, HEADER).itertext()) == "Fast text RS 2030-00001"


def test_conditions_may_stand_round_fields(data: bytes, sample: Document, theme: Theme) -> None:
    words = "{% if diarienummer and not status %}Beslutad{% else %}{{ status|upper }}{% endif %}"
    drawn = render(sample, theme, compile_template(with_header(data, words)))
    assert "".join(xml(drawn, HEADER).itertext()) == "REMISSVERSION"


def test_a_field_that_word_has_scattered_over_runs_is_found(
    data: bytes, sample: Document, theme: Theme
) -> None:
    words = "{</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>{ dokument</w:t></w:r><w:r><w:t>typ }}"
    drawn = render(sample, theme, compile_template(with_header(data, words)))
    assert "".join(xml(drawn, HEADER).itertext()) == "Uppdragshandling"


def test_fixed_text_that_is_written_into_the_template_is_kept(
    data: bytes, sample: Document, theme: Theme
) -> None:
    body = text(data)
    at = body.index("<w:sectPr")
    fixed = "<w:p><w:r><w:t>Denna text står alltid sist.</w:t></w:r></w:p>"
    drawn = render(
        sample, theme, compile_template(with_parts(data, document=body[:at] + fixed + body[at:]))
    )
    assert paragraph_texts(drawn)[-1] == "Denna text står alltid sist."


def test_styles_are_found_by_name_when_a_swedish_word_has_renamed_their_ids(
    data: bytes, sample: Document, theme: Theme
) -> None:
    renamed = {"Heading1": "Rubrik1", "ListBullet": "Punktlista", "ListNumber": "Numreradlista"}
    members = parts(data)
    for name in ("word/styles.xml", "word/numbering.xml"):
        content = members[name].decode()
        for old, new in renamed.items():
            content = re.sub(rf'"{old}(?=2?3?")', f'"{new}', content)
        members[name] = content.encode()
    drawn = render(sample, theme, compile_template(packed(members)))
    styles = {line.style for line in read_lines(drawn)}
    assert {"heading 1", "List Bullet", "List Bullet 2", "List Number"} <= styles
    assert b"ListBullet" not in parts(drawn)[DOCUMENT]


def test_the_letterhead_comes_first_in_a_template_without_a_place_for_it(
    data: bytes, sample: Document, theme: Theme
) -> None:
    without = with_parts(data, document=text(data).replace("{{p brevhuvud }}", "Överst"))
    texts = paragraph_texts(render(sample, theme, compile_template(without)))
    assert texts[:3] == ["Överst", "Uppdragshandling", "Remissversion"]


def test_the_letterhead_can_have_a_place_of_its_own(
    data: bytes, sample: Document, theme: Theme
) -> None:
    between = "<w:p><w:r><w:t>Mellan</w:t></w:r></w:p>"
    body = text(data)
    at = body.index("{{p inneh")
    at = body.rindex("<w:p>", 0, at)
    apart = with_parts(data, document=body[:at] + between + body[at:])
    texts = paragraph_texts(render(sample, theme, compile_template(apart)))
    assert texts.index("Mellan") == texts.index("Uppdragshandling för lekgruppen") - 1
    assert texts.count("Uppdragshandling") == 1


def test_a_template_without_core_properties_gets_them(
    data: bytes, sample: Document, theme: Theme
) -> None:
    members = parts(data)
    del members["docProps/core.xml"]
    types = members["[Content_Types].xml"].decode()
    members["[Content_Types].xml"] = re.sub(r"<Override[^>]*core[^>]*/>", "", types).encode()
    relations = members["_rels/.rels"].decode()
    members["_rels/.rels"] = re.sub(r"<Relationship [^>]*core[^>]*/>", "", relations).encode()
    drawn = render(sample, theme, compile_template(packed(members)))
    assert "Uppdragshandling för lekgruppen" in "".join(xml(drawn, "docProps/core.xml").itertext())
    assert b"core-properties" in parts(drawn)["_rels/.rels"]


@pytest.mark.parametrize(
    "code",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ titel.__class__ }}",
        "{{ range(10) }}",
        "{{ 'a' * 1000000000 }}",
        "{% for x in titel %}x{% endfor %}",
        "{% set x = 1 %}",
        "{% include 'x' %}",
        "{{ titel|attr('__class__') }}",
    ],
)
def test_a_template_cannot_run_anything(data: bytes, code: str) -> None:
    with pytest.raises(TemplateError, match="fält"):
        compile_template(with_header(data, code.replace("<", "&lt;")))


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("{{ diarenummer }}", "fältet ”diarenummer” finns inte (menade du ”diarienummer”?)"),
        ("{% if titel %}", "fel i sina fält: ”if” avslutas aldrig"),
        ("{{ avsändare }}", "{{r avsändare }}"),
        ("{{ innehåll }}", "{{p innehåll }}"),
    ],
)
def test_a_mistake_in_a_field_is_explained(data: bytes, words: str, message: str) -> None:
    with pytest.raises(TemplateError, match=re.escape(message)):
        compile_template(with_header(data, words))


def test_a_template_without_a_place_for_the_content_is_refused(data: bytes) -> None:
    without = text(data).replace("{{p innehåll }}", "text")
    with pytest.raises(TemplateError, match="ingen plats för handlingens text"):
        compile_template(with_parts(data, document=without))


def test_a_template_without_a_style_is_refused_by_the_styles_name(data: bytes) -> None:
    without = text(data, "word/styles.xml").replace('w:val="Ingress"', 'w:val="Annat"')
    with pytest.raises(TemplateError, match="saknar formatmallar: Ingress"):
        compile_template(with_parts(data, styles=without))


def test_a_template_whose_list_is_no_list_is_refused(data: bytes) -> None:
    without = text(data, "word/numbering.xml").replace("ListNumber", "Normal")
    with pytest.raises(TemplateError, match="Numrerad lista"):
        compile_template(with_parts(data, numbering=without))


RELATION = (
    '<Relationship Id="rX" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships/{}" Target="{}"{}/></Relationships>'
)
OUTSIDE = ' TargetMode="External"'


@pytest.mark.parametrize(
    "relation",
    [
        RELATION.format("image", "https://exempel.se/bild.png", OUTSIDE),
        RELATION.format("attachedTemplate", "file:///C:/mallar/Normal.dotm", OUTSIDE),
        RELATION.format("oleObject", "embeddings/a.xlsx", ""),
        RELATION.format("aFChunk", "a.html", ""),
        RELATION.format("subDocument", "b.docx", OUTSIDE),
    ],
)
def test_a_template_that_fetches_or_embeds_something_is_refused(data: bytes, relation: str) -> None:
    members = parts(data)
    name = "word/_rels/document.xml.rels"
    members[name] = members[name].decode().replace("</Relationships>", relation).encode()
    with pytest.raises(TemplateError, match="Mallen"):
        compile_template(packed(members))


@pytest.mark.parametrize(
    "name",
    ["word/vbaProject.bin", "../utanför.xml", "/rot.xml", "word/embeddings/a.xlsx", "a\\b.xml"],
)
def test_a_template_with_a_part_that_does_not_belong_is_refused(data: bytes, name: str) -> None:
    with pytest.raises(TemplateError, match=r"[Mm]all"):
        compile_template(packed(parts(data) | {name: b"x"}))


def test_a_link_in_the_template_to_a_page_is_allowed(
    data: bytes, sample: Document, theme: Theme
) -> None:
    members = parts(data)
    name = "word/_rels/document.xml.rels"
    relation = RELATION.format("hyperlink", "https://exempel.se", OUTSIDE)
    members[name] = members[name].decode().replace("</Relationships>", relation).encode()
    drawn = render(sample, theme, compile_template(packed(members)))
    assert b'Target="https://exempel.se"' in parts(drawn)[name]


@pytest.mark.parametrize(
    "broken",
    [
        b"",
        b"inte zip",
        packed({"a.txt": "ingen Word-fil"}),
        packed({f"{n}.xml": "" for n in range(400)}),
    ],
)
def test_what_is_no_word_template_is_refused(broken: bytes) -> None:
    with pytest.raises(TemplateError, match="Mallen"):
        compile_template(broken)


def test_a_template_that_unpacks_to_far_too_much_is_refused(data: bytes) -> None:
    with pytest.raises(TemplateError, match="för stor"):
        compile_template(packed(parts(data) | {"word/media/stor.xml": bytes(11_000_000)}))


def test_a_template_with_entities_is_refused(data: bytes) -> None:
    bomb = '<!DOCTYPE a [<!ENTITY x "y">]>' + text(data, "word/settings.xml").partition("?>")[2]
    with pytest.raises(TemplateError, match="dokumenttypsdeklaration"):
        compile_template(with_parts(data, settings=bomb))


def test_a_damaged_part_is_reported_with_the_files_name(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "mall.docx").write_bytes(with_parts(data, styles="<w:styles"))
    with pytest.raises(TemplateError, match=r"mall\.docx: En del av mallen är skadad"):
        read(tmp_path / "mall.docx")


@pytest.mark.parametrize(
    ("name", "sound", "damaged"),
    [
        ("word/document.xml", "</w:body></w:document>", "</w:bo"),
        ("word/document.xml", "<w:sectPr", "<w:p><w:r><w:sectPr"),
        ("word/footer1.xml", "<w:p>", "<w:p>A & B"),
        ("word/settings.xml", "</w:settings>", ""),
        ("_rels/.rels", "</Relationships>", ""),
        ("[Content_Types].xml", "</Types>", ""),
    ],
)
def test_a_part_that_word_could_not_open_is_refused(
    data: bytes, name: str, sound: str, damaged: str
) -> None:
    members = parts(data)
    before = members[name].decode()
    members[name] = before.replace(sound, damaged, 1).encode()
    assert members[name] != before.encode()
    with pytest.raises(TemplateError, match="En del av mallen är skadad"):
        compile_template(packed(members))


def test_a_template_with_two_parts_of_one_name_is_refused_by_that_name(
    data: bytes,
) -> None:
    buffer = BytesIO(data)
    with zipfile.ZipFile(buffer, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr(DOCUMENT, text(data))
    with pytest.raises(TemplateError, match=r"samma namn: ”word/document\.xml”"):
        compile_template(buffer.getvalue())


def test_a_template_without_a_place_for_the_letterhead_loses_nothing_of_it(
    data: bytes, template: CompiledTemplate, sample: Document, theme: Theme
) -> None:
    body = text(data)
    end = body.index("</w:p>", body.index("{{p brevhuvud }}")) + len("</w:p>")
    without = body[: body.rindex("<w:p>", 0, end)] + body[end:]
    assert "brevhuvud" not in without
    drawn = render(sample, theme, compile_template(with_parts(data, document=without)))
    assert paragraph_texts(drawn) == paragraph_texts(render(sample, theme, template))


def test_the_foot_of_every_page_has_its_number_and_how_many_there_are(data: bytes) -> None:
    for name in ("word/footer1.xml", "word/footer2.xml"):
        footer = xml(data, name)
        assert paragraph_text(footer[0]).endswith("\t{{r fingeravtryck }}1 (1)")
        assert [i.text for i in footer.iter("{*}instrText")] == [" PAGE ", " NUMPAGES "]


def test_the_template_is_a4_with_a_head_from_the_second_page_on(data: bytes) -> None:
    section = document(data).find("{*}body/{*}sectPr")
    assert section is not None
    assert section.find("{*}titlePg") is not None
    size = section.find("{*}pgSz")
    assert size is not None
    assert [value for name, value in size.items() if name[-1] in "wh"] == ["11906", "16838"]
