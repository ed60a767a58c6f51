"""The sender's logo in, a template that shows it in the sender's place out."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import replace

from uppdrag.findings.error import UppdragError
from uppdrag.render.docx.fields import SENDER
from uppdrag.render.docx.markup import escape
from uppdrag.render.docx.package import CONTENT_TYPES
from uppdrag.render.docx.template import CompiledTemplate, opened
from uppdrag.render.svg import is_svg, refuse_active
from uppdrag.render.theme import Theme

_EMU_PER_MILLIMETRE = 36_000
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_IMAGE_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_RELATION_ID = "rLogo"
_PNG = struct.Struct(">8s4x4sII")
_PNG_START = (b"\x89PNG\r\n\x1a\n", b"IHDR")
_MARKER = 0xFF
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""Markers of a JPEG that give its size (ITU-T T.81, table B.1)."""


def with_logo(template: CompiledTemplate, theme: Theme, image: bytes) -> CompiledTemplate:
    """Return the template with a PNG, JPEG or SVG in the place of the sender's name.

    Raises `UppdragError` for an image that cannot be read.
    """
    refuse_active(image)
    image = _raster(image)
    width, height = _size(image)
    kind = "png" if image.startswith(b"\x89PNG") else "jpeg"
    name = f"word/media/avsandare.{kind}"
    types = opened(template.parts[CONTENT_TYPES], "</Types>")
    if f'Extension="{kind}"' not in types:
        types += f'<Default Extension="{kind}" ContentType="image/{kind}"/>'
    parts = dict(template.parts) | {CONTENT_TYPES: f"{types}</Types>".encode(), name: image}
    for part in template.parts_with(SENDER):
        folder, _, file = part.rpartition("/")
        relations = f"{folder}/_rels/{file}.rels"
        parts[relations] = _with_relation(parts.get(relations), f"media/avsandare.{kind}")
    tall = round(theme.sender.logo_height * _EMU_PER_MILLIMETRE)
    wide = round(tall * width / height)
    alternative = theme.sender.logo_alt or theme.sender.organisation
    return replace(template, parts=parts, logo=_run(wide, tall, alternative))


def _with_relation(relations: bytes | None, target: str) -> bytes:
    empty = f'<Relationships xmlns="{_RELATIONSHIPS}"></Relationships>'.encode()
    start = opened(relations or empty, "</Relationships>")
    added = f'<Relationship Id="{_RELATION_ID}" Type="{_IMAGE_TYPE}" Target="{target}"/>'
    return f"{start}{added}</Relationships>".encode()


def _run(wide: int, tall: int, alternative: str) -> str:
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{_DRAWING}/wordprocessingDrawing" '
        f'distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{wide}" cy="{tall}"/>'
        f'<wp:docPr id="1" name="Logotyp" descr="{escape(alternative)}"/>'
        f'<a:graphic xmlns:a="{_DRAWING}/main"><a:graphicData uri="{_DRAWING}/picture">'
        f'<pic:pic xmlns:pic="{_DRAWING}/picture"><pic:nvPicPr>'
        '<pic:cNvPr id="1" name="Logotyp"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{_RELATION_ID}"/>'
        "<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{wide}" cy="{tall}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def _raster(image: bytes) -> bytes:
    """Return the image as it is, and an SVG, which Word shows only beside a PNG, as one."""
    if not is_svg(image):
        return image
    import typst  # noqa: PLC0415 - for this rare need only

    page = "#set page(width: auto, height: auto, margin: 0pt, fill: none)\n"
    source = f'{page}#image(bytes(sys.inputs.svg), format: "svg", height: 9mm)\n'
    try:
        made = typst.compile(
            source.encode(),
            format="png",
            ppi=600,
            sys_inputs={"svg": image.decode("utf-8-sig")},
            ignore_system_fonts=True,
        )
    except (typst.TypstError, UnicodeDecodeError) as error:
        raise _unreadable() from error
    return bytes(made)


def _size(image: bytes) -> tuple[int, int]:
    """Return the width and height of a PNG or JPEG in its own dots."""
    signature, chunk, width, height = _PNG.unpack(image[: _PNG.size].ljust(_PNG.size))
    if (signature, chunk) != _PNG_START:
        width, height = next(_jpeg_sizes(image), (0, 0))
    if not (width and height):
        raise _unreadable()
    return width, height


def _jpeg_sizes(image: bytes) -> Iterator[tuple[int, int]]:
    at = 2 if image.startswith(b"\xff\xd8") else len(image)
    while at + 9 <= len(image) and image[at] == _MARKER:
        marker, length = image[at + 1], struct.unpack(">H", image[at + 2 : at + 4])[0]
        if marker in _FRAMES:
            height, width = struct.unpack(">HH", image[at + 5 : at + 9])
            yield width, height
        at += 2 + length


def _unreadable() -> UppdragError:
    return UppdragError(
        "tema.yaml: logotypen går inte att läsa. Ange en bildfil i formatet PNG, JPEG eller SVG, "
        "eller lämna ”logotyp” tom så att namnet står som text."
    )
