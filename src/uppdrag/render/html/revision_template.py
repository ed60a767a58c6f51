"""The text of a template for pages of changes in; a compiled one that is filled in out.

It is Jinja's, in its sandbox and with escaping on, and may be replaced by a user's own. It gets
`page`, `theme` and `logo`; the filter `sha256` names a script for the page's own policy.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from uppdrag.render.html.revision_page import Mandate, Page
from uppdrag.render.html.revision_summary import Summary
from uppdrag.render.html.template import compiled, filled, logo_address, theme_fields
from uppdrag.render.theme import Theme

if TYPE_CHECKING:
    from jinja2 import Template

DEFAULT_NAME = "jamforelse.html.j2"

_NOTHING = Mandate("", "Prov", (), "Inga ändringar.", Summary((), (), None), (), (), "", "", 0)
_PROOF = Page("Prov", is_branch=False, level=2, mandates=(_NOTHING,), notes=())


@dataclass(frozen=True, slots=True)
class RevisionTemplate:
    """A compiled template, its file's name for messages, and the logo that its pages carry."""

    name: str
    page: Template
    logo: str

    def prove(self, theme: Theme) -> None:
        """Fill the template in once, with next to nothing.

        Raises `UppdragError` where it would fail for any comparison.
        """
        self.fill(_PROOF, theme)

    def fill(self, page: Page, theme: Theme) -> str:
        """Return the page; the marked text is markup already, every other value is escaped.

        Raises `UppdragError` where the template asks for what does not exist.
        """
        values = {"page": page, "theme": theme, "logo": self.logo}
        return filled(self.page, self.name, values, lambda: _known(theme))


def compile_revision_template(
    source: str, name: str = DEFAULT_NAME, logo: bytes | None = None
) -> RevisionTemplate:
    """Return a template for many pages, compiled once; `logo` is the picture's bytes.

    Raises `UppdragError` where the template's own syntax is wrong or the logo cannot be used.
    """
    return RevisionTemplate(name, compiled(source, name), logo_address(logo))


def _known(theme: Theme) -> dict[str, str]:
    known = {name: name for name in ("page", "theme", "logo")}
    known |= {field.name: f"mandate.{field.name}" for field in fields(Mandate)}
    known |= {field.name: f"page.{field.name}" for field in fields(Page)}
    return theme_fields(theme) | known
