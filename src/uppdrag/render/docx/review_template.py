"""A Word template in; the same with the part and the styles that comments need out.

A template of one's own may have them already, by other ids, or even comments, which are kept.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from lxml import etree

from uppdrag.render.docx.comments import REFERENCE, TEXT
from uppdrag.render.docx.dress import W
from uppdrag.render.docx.package import CONTENT_TYPES, RELATIONS, STYLES
from uppdrag.render.docx.styles import Style
from uppdrag.render.docx.template import CompiledTemplate, opened

if TYPE_CHECKING:
    from lxml.etree import _Element

_PART: Final = "word/comments.xml"
_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"

_HIDDEN = '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/>'
_SHAPES = {
    REFERENCE: (
        '<w:style w:type="character" w:styleId="CommentReference">'
        f'<w:name w:val="{REFERENCE}"/>{_HIDDEN}'
        '<w:rPr><w:sz w:val="16"/><w:szCs w:val="16"/></w:rPr></w:style>'
    ),
    TEXT: (
        '<w:style w:type="paragraph" w:styleId="CommentText">'
        f'<w:name w:val="{TEXT}"/><w:basedOn w:val="{{normal}}"/>{_HIDDEN}'
        '<w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
        '<w:rPr><w:sz w:val="20"/><w:szCs w:val="20"/></w:rPr></w:style>'
    ),
}
"""The styles as Word has them, but that `normal` is the id of what text is based on."""


@dataclass(frozen=True, slots=True)
class ReviewTemplate:
    """A template that can hold comments; made by `for_review`.

    `styles` are the ids of all styles by name, those of comments too; `comments` is the part of
    that name, with what comments the template itself has, and `free` the first id they leave.
    """

    template: CompiledTemplate
    styles: Mapping[str, str]
    name: str
    comments: bytes
    free: int


def for_review(template: CompiledTemplate) -> ReviewTemplate:
    """Return the template with the part and the styles that comments need."""
    parts = dict(template.parts)
    name = _comments_part(parts[RELATIONS])
    if name is None:
        name = _PART
        parts[RELATIONS] = _with(
            parts[RELATIONS], f'<Relationship Id="rComments" Type="{_TYPE}" Target="comments.xml"/>'
        )
        parts[CONTENT_TYPES] = _with(
            parts[CONTENT_TYPES], f'<Override PartName="/{name}" ContentType="{_CONTENT}"/>'
        )
    own = parts.pop(name, f'<w:comments xmlns:w="{W}"/>'.encode())
    used = (str(comment.get(f"{{{W}}}id")) for comment in etree.fromstring(own))
    free = max((int(number) for number in used if number.isdecimal()), default=-1) + 1
    styles = etree.fromstring(parts[STYLES])
    ids = _with_styles(styles, template.prepared.styles)
    parts[STYLES] = written(styles)
    return ReviewTemplate(replace(template, parts=parts), ids, name, own, free)


def written(root: _Element) -> bytes:
    """Return a part's bytes."""
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _comments_part(relations: bytes) -> str | None:
    """Return the name of the part where a template has comments of its own."""
    for relation in etree.fromstring(relations):
        if relation.get("Type") == _TYPE:
            target = str(relation.get("Target"))
            return target[1:] if target.startswith("/") else f"word/{target}"
    return None


def _with(part: bytes, element: str) -> bytes:
    """Return a part with one more element at its end."""
    end = part[part.rindex(b"</") :].decode("utf-8-sig")
    return f"{opened(part, end)}{element}{end}".encode()


def _with_styles(styles: _Element, ids: Mapping[str, str]) -> dict[str, str]:
    """Add the styles of comments where the template lacks them; return the ids by name."""
    found = {
        str(name.get(f"{{{W}}}val")): style
        for style in styles.iter(f"{{{W}}}style")
        if (name := style.find(f"{{{W}}}name")) is not None
    }
    for name, shape in _SHAPES.items():
        if name not in found:
            markup = shape.format(normal=ids[Style.NORMAL])
            (found[name],) = etree.fromstring(f'<w:styles xmlns:w="{W}">{markup}</w:styles>')
            styles.append(found[name])
    return {**ids, **{name: str(found[name].get(f"{{{W}}}styleId")) for name in _SHAPES}}
