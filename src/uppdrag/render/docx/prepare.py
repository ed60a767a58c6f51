"""The parts of a Word template in; what has to be found out about it once, out.

Finding out takes docxtpl and lxml, which are slow to import. For the template that ships it is
done beforehand and kept beside it (`tools/wordmall.py`), under the digest of the template's bytes.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from uppdrag.render.docx.fields import BODY
from uppdrag.render.docx.package import DOCUMENT, NUMBERING, STYLES, TemplateError
from uppdrag.render.docx.styles import BULLETS, NUMBERS, Style
from uppdrag.render.docx.tags import patched

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R_NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


@dataclass(frozen=True, slots=True)
class Prepared:
    """A template as it is needed for drawing.

    `sources` are the parts with tags, as Jinja's text; `styles` the ids of `Style` by name;
    `bullets` the numbering of bullets, `numbers` the abstract one that numbered lists instantiate,
    and `next_number` the first numbering id that is free.
    """

    sources: Mapping[str, str]
    styles: Mapping[str, str]
    bullets: str
    numbers: str
    next_number: int


def prepare(parts: Mapping[str, bytes]) -> Prepared:
    """Return what there is to know about a template.

    Raises `TemplateError` where a part is not well-formed XML, and where the template lacks a
    style, a list or the field for the content.
    """
    from lxml import etree  # noqa: PLC0415 - a prepared template does without

    try:
        trees = {
            name: etree.fromstring(content)
            for name, content in parts.items()
            if name.endswith((".xml", ".rels"))
        }
        sources = patched(parts)
    except (etree.XMLSyntaxError, UnicodeDecodeError) as error:
        raise TemplateError(
            "En del av mallen är skadad. Öppna mallen i Word och spara den på nytt."
        ) from error
    _require_frame(sources[DOCUMENT])
    styles = trees[STYLES]
    ids = _style_ids(styles)
    bullets, numbers, numbering_ids = _lists(styles, trees.get(NUMBERING), ids)
    return Prepared(sources, ids, bullets, numbers, max(numbering_ids, default=0) + 1)


def dump(prepared: Prepared, template: bytes) -> str:
    """Return the text to keep beside a template."""
    kept = {"sha256": sha256(template).hexdigest(), **asdict(prepared)}
    return json.dumps(kept, ensure_ascii=False, indent=1) + "\n"


def load(kept: str, template: bytes) -> Prepared | None:
    """Return what was kept, or nothing when it was kept for another template."""
    try:
        data = json.loads(kept)
        if data.pop("sha256") != sha256(template).hexdigest():
            return None
        return Prepared(**data)
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def _require_frame(source: str) -> None:
    if f"{{{{ {BODY}" not in source:
        raise TemplateError(
            f"Mallen har ingen plats för handlingens text. Skriv {{{{p {BODY} }}}} ensamt i det "
            "stycke där den ska stå."
        )
    if f'xmlns:r="{_R_NAMESPACE}"' not in source or 'xmlns:w="' not in source:
        raise TemplateError(
            "Mallen är inte skriven av Word. Öppna den i Word och spara den på nytt."
        )


def _style_ids(styles: _Element) -> dict[str, str]:
    found = {
        name.get(f"{_W}val"): style.get(f"{_W}styleId")
        for style in styles.iter(f"{_W}style")
        if (name := style.find(f"{_W}name")) is not None
    }
    missing = [style.value for style in Style if not found.get(style.value)]
    if missing:
        raise TemplateError(
            f"Mallen saknar formatmallar: {', '.join(missing)}. Utgå från den mall som följer med "
            "och ändra utseendet på dess formatmallar i stället för att ta bort dem."
        )
    return {style.value: str(found[style.value]) for style in Style}


def _lists(
    styles: _Element, numbering: _Element | None, ids: Mapping[str, str]
) -> tuple[str, str, list[int]]:
    """Return the numbering of bullets, the abstract one of numbers, and the ids in use."""
    bullets = styles.find(
        f"{_W}style[@{_W}styleId='{ids[BULLETS[0]]}']/{_W}pPr/{_W}numPr/{_W}numId"
    )
    if numbering is not None and bullets is not None:
        for abstract in numbering.findall(f"{_W}abstractNum"):
            for bound in abstract.iter(f"{_W}pStyle"):
                if bound.get(f"{_W}val") == ids[NUMBERS[0]]:
                    used = [int(n.get(f"{_W}numId", "0")) for n in numbering.iter(f"{_W}num")]
                    number = abstract.get(f"{_W}abstractNumId", "0")
                    return bullets.get(f"{_W}val", "0"), number, used
    raise TemplateError(
        "Mallens punktlista eller numrerade lista är inte längre en lista. Utgå från den mall som "
        "följer med och ändra utseendet på ”Punktlista” och ”Numrerad lista”."
    )
