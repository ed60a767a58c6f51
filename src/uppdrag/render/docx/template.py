"""A Word template's bytes in; what draws documents with it, and how it takes another theme, out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from uppdrag.render.docx import prepare
from uppdrag.render.docx.fields import BODY, LETTERHEAD
from uppdrag.render.docx.look import page_settings, style_settings
from uppdrag.render.docx.package import (
    CONTENT_TYPES,
    CORE,
    DOCUMENT,
    NUMBERING,
    RELATIONS,
    STYLES,
    TemplateError,
    pack,
    unpack,
)
from uppdrag.render.docx.prepare import Prepared
from uppdrag.render.docx.tags import Draw, drawing
from uppdrag.render.theme import Theme

_ROOT_RELATIONS = "_rels/.rels"
_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_CORE_RELATION = (
    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
)


@dataclass(frozen=True)
class CompiledTemplate:
    """A template ready to draw any number of documents; made by `compile_template`."""

    parts: Mapping[str, bytes]
    prepared: Prepared
    logo: str = ""
    """The run that shows the sender's logo; empty where the sender's name stands as text."""

    @cached_property
    def drawers(self) -> Mapping[str, Draw]:
        """What draws each part that holds fields."""
        return {name: drawing(source) for name, source in self.prepared.sources.items()}

    @cached_property
    def constant(self) -> bytes:
        """The parts that are the same in every document, already packed."""
        own = {*self.prepared.sources, RELATIONS, NUMBERING, CORE}
        return pack({name: data for name, data in self.parts.items() if name not in own})

    def parts_with(self, field: str) -> list[str]:
        """Return the names of the parts that hold a field."""
        place = re.compile(rf"\{{\{{ +{field}\b")
        return [name for name, source in self.prepared.sources.items() if place.search(source)]

    @cached_property
    def relations(self) -> str:
        """The document's relationships, up to where more can follow."""
        return opened(self.parts[RELATIONS], "</Relationships>")

    @cached_property
    def numbering(self) -> tuple[str, str]:
        """The numbering part, before and after where more instances can stand."""
        text = self.parts[NUMBERING].decode("utf-8-sig")
        at = text.rindex("</w:num>") + len("</w:num>")
        return text[:at], text[at:]

    @cached_property
    def has_letterhead_apart(self) -> bool:
        """Whether the letterhead has a place of its own, not just before the content."""
        place = re.compile(rf"\{{\{{ +{LETTERHEAD}\b *\}}\}}(?!\s*\{{\{{ +{BODY}\b)")
        return any(place.search(source) for source in self.prepared.sources.values())


def read_template(path: Path) -> CompiledTemplate:
    """Return the template of a file, with what `tools/wordmall.py` kept beside it if that fits.

    Raises `TemplateError` for a template that cannot be used and OSError for no file.
    """
    data = path.read_bytes()
    kept = path.with_suffix(".compiled.json")
    try:
        return compile_template(data, kept.read_text("utf-8") if kept.is_file() else "")
    except TemplateError as error:
        raise TemplateError(f"{path.name}: {error}") from error


def compile_template(data: bytes, kept: str = "") -> CompiledTemplate:
    """Return the template of a Word file's bytes; `kept` is what was prepared for just these."""
    parts = unpack(data)
    prepared = prepare.load(kept, data) or prepare.prepare(parts)
    return CompiledTemplate(_with_core(parts), prepared)


def apply_theme(template: CompiledTemplate, shipped: Theme, theme: Theme) -> CompiledTemplate:
    """Return the template with every value in which the theme differs from the shipped one.

    What the two themes agree on stays as the template has it: whoever edits it in Word decides.
    """
    styles = [value for value in style_settings(theme) if value not in {*style_settings(shipped)}]
    pages = [value for value in page_settings(theme) if value not in {*page_settings(shipped)}]
    if not styles and not pages:
        return template
    from uppdrag.render.docx import dress  # noqa: PLC0415 - brings lxml, for another theme only

    parts = dict(template.parts)
    parts[STYLES] = dress.dress_styles(parts[STYLES], styles)
    parts[NUMBERING] = dress.dress_numbering(parts[NUMBERING], template.prepared.styles, styles)
    sources = dict(template.prepared.sources)
    sources[DOCUMENT] = dress.dress_pages(sources[DOCUMENT], pages)
    return replace(template, parts=parts, prepared=replace(template.prepared, sources=sources))


def opened(part: bytes, end: str) -> str:
    """Return a part without its end tag."""
    text = part.decode("utf-8-sig")
    return text[: text.rindex(end)]


def _with_core(parts: dict[str, bytes]) -> dict[str, bytes]:
    """Add the core properties to a template that has none, as Google's files do not."""
    if CORE in parts:
        return parts
    types = opened(parts[CONTENT_TYPES], "</Types>")
    types += f'<Override PartName="/{CORE}" ContentType="{_CORE_TYPE}"/></Types>'
    relations = opened(parts[_ROOT_RELATIONS], "</Relationships>")
    relations += f'<Relationship Id="rCore" Type="{_CORE_RELATION}" Target="{CORE}"/>'
    return parts | {
        CONTENT_TYPES: types.encode(),
        _ROOT_RELATIONS: f"{relations}</Relationships>".encode(),
        CORE: b"",
    }
