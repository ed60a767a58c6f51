"""The text of a web page in; a tree of its elements, of bounded size and depth, out."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import TypeAlias

from uppdrag.findings import UppdragError

MOST_ELEMENTS = 200_000
DEEPEST = 200
"""Elements within one another; what lies deeper is read as if it lay there."""

_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param"}
    | {"source", "track", "wbr"}
)
ACTING = frozenset(
    {"applet", "canvas", "embed", "frame", "iframe", "noscript", "object", "script", "svg"}
    | {"style", "template", "audio", "video", "math"}
)
"""What shows by other means than its words, or changes them: never read, never run."""

_ENDS_PARAGRAPH = frozenset(
    {"address", "article", "aside", "blockquote", "div", "dl", "fieldset", "figure", "footer"}
    | {"form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "main", "nav", "ol", "p"}
    | {"pre", "section", "table", "ul"}
)
_ENDS = {
    "li": ({"li"}, {"ul", "ol", "menu"}),
    "dt": ({"dt", "dd"}, {"dl"}),
    "dd": ({"dt", "dd"}, {"dl"}),
    "td": ({"td", "th"}, {"tr", "table"}),
    "th": ({"td", "th"}, {"tr", "table"}),
    "tr": ({"tr", "td", "th"}, {"table"}),
    "option": ({"option"}, {"select"}),
}
"""Elements that an opening tag ends when they were left open, and those that keep them open."""


@dataclass(slots=True)
class Element:
    """An element with its attributes, and its children: text or more elements."""

    tag: str
    attributes: dict[str, str]
    children: list[Child] = field(default_factory=list)

    @property
    def classes(self) -> frozenset[str]:
        """Return the names of its classes."""
        return frozenset(self.attributes.get("class", "").split())

    def text(self) -> str:
        """Return all the text in it."""
        parts: list[str] = []
        stack: list[Child] = [self]
        while stack:
            child = stack.pop()
            if isinstance(child, Element):
                stack.extend(reversed(child.children))
            else:
                parts.append(child)
        return "".join(parts)

    def count(self, tags: Collection[str]) -> int:
        """Return how many elements of some kinds are in it."""
        stack, count = [self], 0
        while stack:
            inside = [child for child in stack.pop().children if isinstance(child, Element)]
            count += sum(child.tag in tags for child in inside)
            stack.extend(inside)
        return count

    def find(self, tag: str) -> Element | None:
        """Return the first element of a kind in it, in reading order."""
        stack: list[Child] = list(reversed(self.children))
        while stack:
            child = stack.pop()
            if isinstance(child, Element):
                if child.tag == tag:
                    return child
                stack.extend(reversed(child.children))
        return None


Child: TypeAlias = "str | Element"


def elements(text: str, name: str) -> Element:
    """Return the root of the tree. Raises `UppdragError` for a page that is too large."""
    tree = _Tree(name)
    tree.feed(text)
    tree.close()
    return tree.root


class _Tree(HTMLParser):
    """Builds the tree; what is not closed is closed where HTML closes it."""

    def __init__(self, name: str) -> None:
        super().__init__(convert_charrefs=True)
        self.name = name
        self.count = 0
        self.root = Element("", {})
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.count += 1
        if self.count > MOST_ELEMENTS:
            message = f"{self.name} har fler än {MOST_ELEMENTS} element. Är det rätt fil?"
            raise UppdragError(message)
        self._end_what_cannot_hold(tag)
        element = Element(tag, {key: value or "" for key, value in attrs})
        self.open[-1].children.append(element)
        if tag not in _VOID and len(self.open) < DEEPEST:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        # A slash at the end of a tag means nothing in HTML: only a void element is empty.
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        for at in range(len(self.open) - 1, 0, -1):
            if self.open[at].tag == tag:
                del self.open[at:]
                return

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)

    def _end_what_cannot_hold(self, tag: str) -> None:
        if tag in _ENDS_PARAGRAPH:
            self._end({"p"}, _ENDS_PARAGRAPH | {"td", "th", "li", "dd", "body"})
        if tag in _ENDS:
            self._end(*_ENDS[tag])

    def _end(self, ended: set[str], keeping: set[str] | frozenset[str]) -> None:
        for at in range(len(self.open) - 1, 0, -1):
            found = self.open[at].tag
            if found in ended:
                del self.open[at:]
                return
            if found in keeping:
                return
