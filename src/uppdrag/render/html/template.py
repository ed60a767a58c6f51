"""The text of a page template in; a compiled template that is filled in with a document out.

The template is Jinja's, in its sandbox and with escaping on: it lays out and styles the page, and
may be replaced by a user's own. It gets `metadata`, `theme`, `sections`, `body`, `logo`, and the
filter `css` that makes any text a CSS string.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from hashlib import sha256
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
        from markupsafe import Markup  # noqa: PLC0415  60 ms, for those who make a page

        values = {
            "metadata": _shown(metadata),
            "theme": theme,
            "body": Markup(body),  # noqa: S704  the body writer has escaped every word
            "sections": sections,
            "logo": self.logo,
        }
        return filled(self.page, self.name, values, lambda: _fields(theme))


def compile_template(
    source: str, name: str = DEFAULT_NAME, logo: bytes | None = None
) -> HtmlTemplate:
    """Return a template for many pages, compiled once; `logo` is the picture's bytes.

    Raises `UppdragError` where the template's own syntax is wrong or the logo cannot be used.
    """
    return HtmlTemplate(name, compiled(source, name), logo_address(logo))


def compiled(source: str, name: str) -> Template:
    """Return a page template in Jinja's sandbox; `name` is its file's, for messages.

    Raises `UppdragError` where its syntax is wrong.
    """
    from jinja2 import StrictUndefined, TemplateSyntaxError  # noqa: PLC0415  60 ms, see above
    from jinja2.sandbox import SandboxedEnvironment  # noqa: PLC0415  see above
    from markupsafe import Markup  # noqa: PLC0415  see above

    environment = SandboxedEnvironment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["css"] = lambda words: Markup(css_string(str(words)))  # noqa: S704  escaped there
    environment.filters["sha256"] = sha256_source
    try:
        return environment.from_string(source)
    except TemplateSyntaxError as error:
        raise UppdragError(
            f"{name}:{error.lineno}: sidmallen går inte att läsa: "
            f"{syntax_fault(error.message or '')}. Rätta raden, "
            "eller ta bort mallen för att använda den som följer med."
        ) from error


def filled(
    page: Template, name: str, values: Mapping[str, Any], known: Callable[[], Mapping[str, str]]
) -> str:
    """Return the page that a template makes of values; `known` gives their names, for messages.

    Raises `UppdragError` where the template asks for what does not exist.
    """
    from jinja2 import TemplateError  # noqa: PLC0415  see above

    try:
        return page.render(values)
    except (
        TemplateError,
        ArithmeticError,
        AttributeError,
        LookupError,
        RecursionError,
        TypeError,
        ValueError,
    ) as error:
        raise UppdragError(_cannot_fill(name, error, known())) from error


def logo_address(logo: bytes | None) -> str:
    """Return the address of a logo that the page carries; empty where there is none."""
    return data_address(logo) if logo is not None else ""


def sha256_source(script: str) -> str:
    """Return what a page's policy names a script of its own by (CSP Level 3, 2.3.1)."""
    digest = b64encode(sha256(str(script).encode("utf-8")).digest()).decode("ascii")
    return f"'sha256-{digest}'"


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


def _cannot_fill(name: str, error: Exception, known: Mapping[str, str]) -> str:
    lines = [
        line
        for frame, line in walk_tb(error.__traceback__)
        if frame.f_code.co_filename == "<template>"
    ]
    where = f"{name}:{lines[-1]}" if lines else name
    return (
        f"{where}: sidmallen går inte att fylla i: {filling_fault(error, known)}. "
        "Jämför med den mall som följer med, eller ta bort den egna."
    )


def _fields(theme: Theme) -> dict[str, str]:
    """Return the full names of what a template may ask for, by their last part."""
    known = {field: field for field in ("metadata", "theme", "sections", "body", "logo")}
    known |= {field: f"metadata.{field}" for field in _shown(_PROOF)}
    return theme_fields(theme) | known


def theme_fields(theme: Theme) -> dict[str, str]:
    """Return the full names of what a template may ask of a theme, by their last part."""
    known: dict[str, str] = {}
    for group in fields(theme):
        known.setdefault(group.name, f"theme.{group.name}")
        for value in fields(getattr(theme, group.name)):
            known.setdefault(value.name, f"theme.{group.name}.{value.name}")
    return known
