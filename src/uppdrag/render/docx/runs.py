"""Inlines of the tree in, runs of WordprocessingML out: the one place where text is written."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import quote, urlsplit

from uppdrag.document.tree import Inlines, Run
from uppdrag.render.docx.markup import escape
from uppdrag.render.docx.styles import Style

LONGEST_ADDRESS = 2079
"""Characters of a link's address that Word opens."""

SPACE: Final = '<w:r><w:t xml:space="preserve"> </w:t></w:r>'
TAB: Final = "<w:r><w:tab/></w:r>"
"""Runs that set words apart without being words of the document."""

_BREAK = re.compile(r"(\t|\r\n|\r|\n)")
_UNWISE = re.compile(r'[\x00-\x20"<>\\^`{|}\x7f-\x9f\u00a0\ud800-\udfff]|%(?![0-9A-Fa-f]{2})')
_LINK_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"


@dataclass(slots=True)
class Links:
    """Addresses in, ids of the document's relationships out; an address has one id."""

    ids: dict[str, str] = field(default_factory=dict)

    def id(self, address: str) -> str:
        """Return the id of an address."""
        return self.ids.setdefault(address, f"rLink{len(self.ids) + 1}")

    def relations(self) -> str:
        """Return the relationships as markup."""
        return "".join(
            f'<Relationship Id="{number}" Type="{_LINK_TYPE}" Target="{escape(target)}" '
            'TargetMode="External"/>'
            for target, number in self.ids.items()
        )


@dataclass(frozen=True, slots=True)
class RunWriter:
    """Writes runs with the template's style ids, and notes the links that they need."""

    styles: Mapping[str, str]
    links: Links = field(default_factory=Links)

    def inlines(self, inlines: Inlines) -> str:
        """Return the runs of the inlines; a link stands around those with the same target."""
        out = []
        open_target: str | None = None
        for run in inlines:
            target = address(run.target) if run.target else None
            if target != open_target:
                if open_target:
                    out.append("</w:hyperlink>")
                if target:
                    out.append(f'<w:hyperlink r:id="{self.links.id(target)}" w:history="1">')
                open_target = target
            out.append(self.run(run, is_link=target is not None))
        if open_target:
            out.append("</w:hyperlink>")
        return "".join(out)

    def shown(self, inlines: Inlines) -> Inlines:
        """Return the runs that stand on the page, for which there must be room."""
        return inlines

    def apart(self, first: Inlines, between: str, second: Inlines) -> str:
        """Return two inlines with a run that sets them apart between them."""
        return f"{self.inlines(first)}{between}{self.inlines(second)}"

    def run(self, run: Run, *, is_link: bool) -> str:
        """Return one run; no text gives none."""
        if not run.text:
            return ""
        properties = self.properties(run, is_link=is_link)
        if properties:
            properties = f"<w:rPr>{properties}</w:rPr>"
        return f"<w:r>{properties}{text(run.text)}</w:r>"

    def properties(self, run: Run, *, is_link: bool) -> str:
        """Return what stands in a run's properties, in the schema's order."""
        properties = f'<w:rStyle w:val="{self.styles[Style.LINK]}"/>' if is_link else ""
        if run.bold:
            properties += "<w:b/><w:bCs/>"
        if run.italic:
            properties += "<w:i/><w:iCs/>"
        return properties


def text(words: str) -> str:
    """Return the content of a run: its text, with tabs and line breaks as elements."""
    if words.isprintable():
        return f'<w:t xml:space="preserve">{escape(words)}</w:t>'
    out = []
    for index, piece in enumerate(_BREAK.split(words)):
        if index % 2:
            out.append("<w:tab/>" if piece == "\t" else "<w:br/>")
        elif piece:
            out.append(f'<w:t xml:space="preserve">{escape(piece)}</w:t>')
    return "".join(out)


def address(target: str) -> str | None:
    """Return a link's address as a package may hold it; None for one that Word cannot open.

    A malformed address makes Word call the whole file unreadable, so such a link is only text.
    """
    written = _UNWISE.sub(lambda found: quote(found[0], safe="", errors="replace"), target.strip())
    try:
        parts = urlsplit(written)
        has_place = bool(parts.hostname) if parts.scheme in {"http", "https"} else bool(parts.path)
        has_port = parts.port is None or parts.port >= 0
    except ValueError:
        return None
    return written if has_place and has_port and len(written) <= LONGEST_ADDRESS else None
