"""The text of a page template in; a compiled template that is filled in with a document out.

The template is Jinja's, in its sandbox and with escaping on: it lays out and styles the page, and
may be replaced by a user's own. It gets `metadata`, `theme`, `sections`, `body`, `logo`, and the
filter `css` that makes any text a CSS string.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, fields
from traceback import walk_tb
from typing import TYPE_CHECKING, Any

from uppdrag.document.tree import Metadata
from uppdrag.findings.error import UppdragError
from uppdrag.render.faults import filling_fault, syntax_fault
from uppdrag.render.html.inlines import shown
from uppdrag.render.html.logo import data_address
from uppdrag.render.html.outline import Entry
from uppdrag.render.running import fingerprint_words, keywords
from uppdrag.render.theme import Theme

if TYPE_CHECKING:
    from jinja2 import Template

DEFAULT_NAME = "uppdragshandling.html.j2"

_PROOF = Metadata("Prov", "Uppdragshandling", "RS 2030-00001", "2030-01-01", ("Regionen",))
_PROOF_SECTIONS = tuple(Entry(2, f"prov-{number}", "Prov") for number in range(3))

_UNSAFE_IN_CSS_STRING = re.compile(r"[^\w .,:()/–-]")


@dataclass(frozen=True, slots=True)
class HtmlTemplate:
    """A compiled page template, its file's name for messages, and the logo that its pages carry."""

    name: str
    page: Template
    logo: str

    def prove(self, theme: Theme) -> None:
        """Fill the template in once, with next to nothing.

        Raises `UppdragError` where it would fail for any document.
        """
        self.fill(metadata=_PROOF, theme=theme, body="<p>Prov</p>", sections=_PROOF_SECTIONS)

    def fill(
        self, *, metadata: Metadata, theme: Theme, body: str, sections: Sequence[Entry]
    ) -> str:
        """Return the page; `body` is markup already, every other value is escaped.

        Raises `UppdragError` where the template asks for what does not exist.
        """
        from jinja2 import TemplateError  # noqa: PLC0415  60 ms, for those who make a page
        from markupsafe import Markup  # noqa: PLC0415  see above

        try:
            return self.page.render(
                metadata=_shown(metadata),
                theme=theme,
                body=Markup(body),  # noqa: S704  the body writer has escaped every word
                sections=sections,
                logo=self.logo,
            )
        except (
            TemplateError,
            ArithmeticError,
            AttributeError,
            LookupError,
            RecursionError,
            TypeError,
            ValueError,
        ) as error:
            raise UppdragError(_cannot_fill(self.name, error, theme)) from error


def compile_template(
    source: str, name: str = DEFAULT_NAME, logo: bytes | None = None
) -> HtmlTemplate:
    """Return a template for many pages, compiled once; `logo` is the picture's bytes.

    Raises `UppdragError` where the template's own syntax is wrong or the logo cannot be used.
    """
    from jinja2 import StrictUndefined, TemplateSyntaxError  # noqa: PLC0415  see above
    from jinja2.sandbox import SandboxedEnvironment  # noqa: PLC0415  see above
    from markupsafe import Markup  # noqa: PLC0415  see above

    environment = SandboxedEnvironment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["css"] = lambda words: Markup(css_string(str(words)))  # noqa: S704  escaped there
    try:
        page = environment.from_string(source)
    except TemplateSyntaxError as error:
        raise UppdragError(
            f"{name}:{error.lineno}: sidmallen går inte att läsa: "
            f"{syntax_fault(error.message or '')}. Rätta raden, "
            "eller ta bort mallen för att använda den som följer med."
        ) from error
    return HtmlTemplate(name, page, data_address(logo) if logo is not None else "")


def css_string(words: str) -> str:
    """Return the words as a CSS string, in which no character ends it or the style element."""
    escaped = _UNSAFE_IN_CSS_STRING.sub(lambda found: f"\\{ord(found[0]):x} ", shown(words))
    return f'"{escaped}"'


def _shown(metadata: Metadata) -> dict[str, Any]:
    """Return what the document says about itself, as a template may print it."""
    return {
        "title": shown(metadata.title),
        "document_type": shown(metadata.document_type),
        "identifier": shown(metadata.identifier or ""),
        "date": shown(metadata.date or ""),
        "organisation": [shown(name) for name in metadata.organisation],
        "subject": shown(metadata.subject),
        "status": shown(metadata.status),
        "fingerprint": shown(fingerprint_words(metadata)),
        "keywords": shown(keywords(metadata)),
        "language": metadata.language.partition("-")[0],
    }


def _cannot_fill(name: str, error: Exception, theme: Theme) -> str:
    lines = [
        line
        for frame, line in walk_tb(error.__traceback__)
        if frame.f_code.co_filename == "<template>"
    ]
    where = f"{name}:{lines[-1]}" if lines else name
    return (
        f"{where}: sidmallen går inte att fylla i: {filling_fault(error, _fields(theme))}. "
        "Jämför med den mall som följer med, eller ta bort den egna."
    )


def _fields(theme: Theme) -> dict[str, str]:
    """Return the full names of what a template may ask for, by their last part."""
    known = {field: field for field in ("metadata", "theme", "sections", "body", "logo")}
    known |= {field: f"metadata.{field}" for field in _shown(_PROOF)}
    for group in fields(theme):
        known.setdefault(group.name, f"theme.{group.name}")
        for value in fields(getattr(theme, group.name)):
            known.setdefault(value.name, f"theme.{group.name}.{value.name}")
    return known
