"""A page of changes in; its elements, and the words of its views with or without marks, out."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"meta", "img", "input", "wbr"}
ASIDE = {"heard", "label", "by", "gap", "sign", "number"}
"""Classes of words that the page adds to those of the documents."""


@dataclass
class Element:
    tag: str
    attributes: dict[str, str]
    parent: Element | None
    parts: list[Element | str] = field(default_factory=list)

    @property
    def classes(self) -> set[str]:
        return set(self.attributes.get("class", "").split())

    @property
    def is_label(self) -> bool:
        """Tell whether the page added the element; a letterhead's labels are the document's own."""
        above = self.parent.parent if self.parent else None
        return "label" in self.classes and not (above and "letterhead" in above.classes)

    @property
    def is_aside(self) -> bool:
        return self.is_label or bool(self.classes & (ASIDE - {"label"}))

    @property
    def text(self) -> str:
        return "".join(part if isinstance(part, str) else part.text for part in self.parts)

    def words(self, *without: str) -> str:
        """Return the documents' own words, without white space and without some elements."""
        found = []
        for part in self.parts:
            if isinstance(part, str):
                found.append("".join(part.split()))
            elif part.tag not in without and not part.is_aside:
                found.append(part.words(*without))
        return "".join(found).replace("¶", "")

    def all(self, tag: str = "", name: str = "") -> list[Element]:
        """Return all elements of a tag and a class, in reading order."""
        found = []
        for part in self.parts:
            if isinstance(part, Element):
                if (not tag or part.tag == tag) and (not name or name in part.classes):
                    found.append(part)
                found.extend(part.all(tag, name))
        return found

    def one(self, tag: str = "", name: str = "") -> Element:
        (found,) = self.all(tag, name)
        return found


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("", {}, None)
        self.at = self.root

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"<{tag}> has an attribute twice"
        element = Element(tag, {name: value or "" for name, value in attrs}, self.at)
        self.at.parts.append(element)
        if tag not in VOID:
            self.at = element

    def handle_endtag(self, tag: str) -> None:
        assert self.at.tag == tag, f"</{tag}> closes <{self.at.tag}>"
        assert self.at.parent is not None
        self.at = self.at.parent

    def handle_data(self, data: str) -> None:
        self.at.parts.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")


def read(page: bytes) -> Element:
    """Return the page; fails where a tag is closed that is not the innermost open one."""
    reader = _Reader()
    reader.feed(page.decode("utf-8"))
    reader.close()
    assert reader.at is reader.root, "a tag is never closed"
    return reader.root
