"""The bytes of a web page in; what it shows, and what was left out of it, out."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from uppdrag.findings import UppdragError
from uppdrag.importing.html.blocks import Reading
from uppdrag.importing.html.element import ACTING, Child, Element, elements
from uppdrag.importing.page import Maker, Page, Told
from uppdrag.importing.tracked import Changes, refuse_changes
from uppdrag.importing.words import one_line

MOST_BYTES = 20 * 1024 * 1024

_AROUND = frozenset({"nav", "header", "footer", "aside", "button", "select", "dialog", "head"})
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([\w-]{1,40})", re.IGNORECASE)
_LONGEST_SHOWN = 60


def read_html(data: bytes, name: str, changes: Changes = Changes.REFUSE) -> Page:
    """Return what a web page shows. Raises `UppdragError` for one that cannot be read.

    Nothing that it refers to is fetched, and no script in it is run.
    """
    if len(data) > MOST_BYTES:
        message = f"{name} är för stor: högst {MOST_BYTES // 1024 // 1024} MiB kan importeras."
        raise UppdragError(message)
    root = elements(_text(data), name)
    body = root.find("body") or root
    main = _main(body)
    maker = Maker.OWN if main.attributes.get("id") == "dokument" else Maker.OTHER
    sieve = _Sieve(maker, changes, main)
    kept = sieve.kept(body if main is body else main)
    if sieve.changed and changes is Changes.REFUSE:
        refuse_changes(name, sieve.changed, ())
    blocks = tuple(Reading(maker).blocks(kept))
    if not blocks:
        message = f"{name} visar ingen text. En sida som fylls av skript måste sparas som PDF."
        raise UppdragError(message)
    told = [*sieve.told(body, main)]
    if maker is Maker.OTHER and root.count(ACTING - {"style"}):
        told.append(Told(_ACTING_TOLD))
    return Page(blocks, tuple(told), maker)


def _text(data: bytes) -> str:
    stated = _CHARSET.search(data[:2048])
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        name = stated[1].decode("ascii", errors="replace") if stated else "cp1252"
    try:
        # What calls itself Latin-1 is read as Windows-1252, as in the Encoding Standard.
        known = codecs.lookup(name).name
        return data.decode("cp1252" if known == "iso8859-1" else known, errors="replace")
    except (LookupError, ValueError):
        return data.decode("cp1252", errors="replace")


def _main(body: Element) -> Element:
    """Return the element that holds the document: `main`, its only article, or all of it."""
    found = body.find("main") or _by_role(body)
    if found is not None:
        return found
    article = body.find("article")
    headed = article is not None and (article.find("h1") or article.find("h2"))
    return article if article is not None and headed else body


def _by_role(element: Element) -> Element | None:
    stack = [element]
    while stack:
        found = stack.pop()
        if found.attributes.get("role") == "main":
            return found
        stack.extend(child for child in reversed(found.children) if isinstance(child, Element))
    return None


class _Sieve:
    """Leaves out what is no part of the document, and remembers it."""

    def __init__(self, maker: Maker, changes: Changes, main: Element) -> None:
        self.maker = maker
        self.changes = changes
        self.main = main
        self.changed = 0
        self.around: list[str] = []
        self.hidden: list[str] = []

    def kept(self, element: Element) -> list[Child]:
        """Return the children of an element without what is left out, all the way down."""
        out: list[Child] = []
        for child in element.children:
            if isinstance(child, str):
                out.append(child)
            elif not self._leaves_out(child):
                out.append(Element(child.tag, child.attributes, self.kept(child)))
        return out

    def told(self, body: Element, main: Element) -> Iterator[Told]:
        """Yield what a reader should know of what was left out."""
        outside = [*self.around, *(_outside(body, main) if main is not body else ())]
        words = one_line(" ".join(outside))
        if words and self.maker is Maker.OTHER:
            yield Told(_AROUND_TOLD.format(count=len(words.split()), words=_short(words)))
        if hidden := one_line(" ".join(self.hidden)):
            yield Told(_HIDDEN_TOLD.format(words=_short(hidden)))

    def _leaves_out(self, element: Element) -> bool:
        if element.tag in {"ins", "del"}:
            self.changed += 1
            dropped = "del" if self.changes is Changes.ACCEPT else "ins"
            return self.changes is not Changes.REFUSE and element.tag == dropped
        if element.tag in ACTING:
            return True
        if self.maker is Maker.OWN:
            return False
        is_head = element.tag == "header" and (element.find("h1") or element.find("h2"))
        if element.tag in _AROUND and not is_head:
            self.around.append(_seen(element))
            return True
        style = element.attributes.get("style", "")
        if "hidden" in element.attributes or _HIDDEN.search(style):
            self.hidden.append(_seen(element))
            return True
        return False


_AROUND_TOLD = (
    "Menyer, sidhuvud och sidfot på webbsidan är inte med i handlingen ({count} ord, som börjar "
    "”{words}”)."
)
_HIDDEN_TOLD = "Text som webbsidan döljer är inte med i handlingen. Den börjar ”{words}”."
_ACTING_TOLD = "Webbsidan har skript eller inbäddat innehåll. Det lästes inte och kördes inte."


def _outside(body: Element, main: Element) -> Iterator[str]:
    for child in body.children:
        if child is main:
            continue
        if isinstance(child, str):
            yield child
        elif child.tag not in ACTING:
            yield from _outside(child, main)


def _seen(element: Element) -> str:
    parts = (
        child if isinstance(child, str) else "" if child.tag in ACTING else _seen(child)
        for child in element.children
    )
    return " ".join(parts)


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST_SHOWN else f"{words[:_LONGEST_SHOWN].rstrip()} …"
