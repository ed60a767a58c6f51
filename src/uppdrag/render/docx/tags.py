"""A part of a Word template in; what draws it from fields out.

docxtpl's own `patch_xml` brings the tags together that Word scatters over runs, and takes away the
paragraph around `{{p …}}`. What is left is Jinja, of which a template gets names of fields
and conditions on them: no attributes, calls or sums, so there is nothing to run.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, TypeAlias

from uppdrag.render.docx.fields import BLOCK_FIELDS, RUN_FIELDS, WORD_FIELDS, Fields
from uppdrag.render.docx.markup import escape, possible
from uppdrag.render.docx.package import TemplateError
from uppdrag.render.faults import missing_field, syntax_fault

if TYPE_CHECKING:
    from jinja2 import Template

Draw: TypeAlias = Callable[[Fields], str]

_FIELD = re.compile(r"\{\{ *(\w+) *\}\}")
_TAG = re.compile(r"\{[{%#]")
_MISPLACED = re.compile(
    rf"<w:t(?: [^>]*)?>[^<]*\{{\{{ *({'|'.join(sorted(BLOCK_FIELDS | RUN_FIELDS))})\b"
)
_TAGGED_PART = re.compile(r"word/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml")
_FILTERS = frozenset({"upper", "lower", "default"})


def patched(parts: Mapping[str, bytes]) -> dict[str, str]:
    """Return the parts that hold template tags, as Jinja's text; the document is always one.

    Raises `TemplateError` for a tag that is no field or condition, or that stands wrongly.
    """
    # docxtpl brings python-docx and lxml with it, which a prepared template does without.
    from docxtpl import DocxTemplate  # noqa: PLC0415

    patcher = DocxTemplate("")
    sources = {}
    for name, content in parts.items():
        if not _TAGGED_PART.fullmatch(name):
            continue
        raw = content.decode("utf-8-sig")
        source: str = patcher.patch_xml(raw) if "{" in raw else raw
        if _TAG.search(source) or name == "word/document.xml":
            _refuse_misplaced(name, source)
            drawing(source)
            sources[name] = source
    return sources


def _refuse_misplaced(name: str, source: str) -> None:
    found = _MISPLACED.search(source)
    if found:
        kind = "p" if found[1] in BLOCK_FIELDS else "r"
        raise TemplateError(
            f"Mallens fält ”{{{{ {found[1]} }}}}” i ”{name}” står fel. Skriv "
            f"”{{{{{kind} {found[1]} }}}}”"
            + (
                " ensamt i ett eget stycke."
                if kind == "p"
                else ", med ett r direkt efter klamrarna."
            )
        )


def drawing(source: str) -> Draw:
    """Return what draws a patched part.

    A part with fields alone is cut at them; only one with conditions needs Jinja, whose import
    costs as much time as fifty documents.
    """
    pieces = _FIELD.split(source)
    if _TAG.search("".join(pieces[::2])):
        return _jinja(source)
    _refuse_unknown(pieces[1::2])
    literals, names = pieces[::2], pieces[1::2]

    def draw(fields: Fields) -> str:
        out = [literals[0]]
        for name, literal in zip(names, literals[1:], strict=True):
            value = fields.markup.get(name)
            out.append(escape(fields.words[name]) if value is None else value)
            out.append(literal)
        return "".join(out)

    return draw


def _refuse_unknown(names: list[str]) -> None:
    known = BLOCK_FIELDS | RUN_FIELDS | WORD_FIELDS
    for name in names:
        if name not in known:
            raise TemplateError(
                f"Mallen kan inte fyllas i: {missing_field(name, {n: n for n in known})}. "
                f"Fälten är: {', '.join(sorted(known))}."
            )


def _jinja(source: str) -> Draw:
    from jinja2 import StrictUndefined, TemplateSyntaxError, nodes  # noqa: PLC0415 - see `drawing`
    from jinja2.sandbox import SandboxedEnvironment  # noqa: PLC0415
    from markupsafe import Markup  # noqa: PLC0415

    environment = SandboxedEnvironment(
        autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True
    )
    harmless = (
        nodes.Template
        | nodes.Output
        | nodes.TemplateData
        | nodes.Name
        | nodes.If
        | nodes.Const
        | nodes.And
        | nodes.Or
        | nodes.Not
        | nodes.Compare
        | nodes.Operand
    )
    try:
        tree = environment.parse(source)
    except TemplateSyntaxError as error:
        raise TemplateError(
            f"Mallen har ett fel i sina fält: {syntax_fault(error.message or '')}. "
            "Jämför med den mall som följer med."
        ) from error
    for node in tree.find_all(nodes.Node):
        is_known_filter = isinstance(node, nodes.Filter) and node.name in _FILTERS
        if not isinstance(node, harmless) and not is_known_filter:
            raise TemplateError(
                "Mallen innehåller något annat än fält och villkor mellan sina klamrar, och "
                "används därför inte. Tillåtet är till exempel "
                "”{{ titel }}” och ”{% if diarienummer %} … {% endif %}”."
            )
    _refuse_unknown([node.name for node in tree.find_all(nodes.Name)])
    template: Template = environment.from_string(tree)

    def draw(fields: Fields) -> str:
        # What the body writer made is markup, with its values escaped where they were written.
        safe = {name: Markup(value) for name, value in fields.markup.items()}  # noqa: S704 - ditto
        words = {name: possible(value) for name, value in fields.words.items()}
        return template.render(words | safe)

    return draw
