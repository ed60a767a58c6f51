"""The bytes of a made file in; what a reader sees of it out, with list numbers, as words."""

import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from html.parser import HTMLParser

from lxml import etree
from markdown_it import MarkdownIt
from pypdf import PdfReader

from uppdrag.render.docx.read import read_lines

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ADDRESS = re.compile(r"\]\((?:https?://|mailto:|tel:|[#/])[^()\s]*(?:\([^()\s]*\))?\)")


def words(text: str) -> list[str]:
    return [word.casefold() for word in re.findall(r"\w+", text)]


def without_marks(text: str) -> str:
    """Return a source's text without the marks and addresses that no reader sees."""
    return _ADDRESS.sub("] ", text).replace("\\", "").replace("*", " ")


def first_missing(wanted: Sequence[str], found: Iterable[str]) -> str | None:
    """Return the first word that does not come in its order, between its neighbours."""
    rest = iter(found)
    for at, word in enumerate(wanted):
        if word not in rest:
            before, after = wanted[max(0, at - 5) : at], wanted[at + 1 : at + 6]
            return f"… {' '.join(before)} [{word}] {' '.join(after)} …"
    return None


def first_difference(wanted: Sequence[str], found: Sequence[str]) -> str | None:
    """Return where two texts part, with what stands there in each."""
    for at in range(max(len(wanted), len(found))):
        if wanted[at : at + 1] != found[at : at + 1]:
            begin = max(0, at - 5)
            return (
                f"väntat: … {' '.join(wanted[begin : at + 5])} …\n"
                f"funnet: … {' '.join(found[begin : at + 5])} …"
            )
    return None


def word_text(data: bytes) -> str:
    """Return the lines of a Word file, the numbers that Word counts itself written out."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        numbering = etree.fromstring(archive.read("word/numbering.xml"))
    starts = {
        (number.get(f"{_W}numId"), int(override.get(f"{_W}ilvl"))): int(
            override.find(f"{_W}startOverride").get(f"{_W}val")
        )
        for number in numbering.iter(f"{_W}num")
        for override in number.iter(f"{_W}lvlOverride")
    }
    counted: Counter[tuple[str, int]] = Counter()
    shown = []
    for line in read_lines(data):
        mark = ""
        if line.numbering in starts:
            mark = f"{starts[line.numbering] + counted[line.numbering]}. "
            counted[line.numbering] += 1
        shown.append(mark + line.text)
    return "\n".join(shown)


def pdf_text(data: bytes) -> str:
    """Return all that is printed, page heads and feet too."""
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)


def pdf_body(data: bytes, head: str) -> str:
    """Return what is printed between the head, from the second page on, and the foot."""
    pages = PdfReader(io.BytesIO(data)).pages
    bodies = []
    for number, page in enumerate(pages, 1):
        first, *rest = page.extract_text().split("\n")
        *body, foot = rest if number > 1 else [first, *rest]
        assert foot.endswith(f"{number} ({len(pages)})"), foot
        if number > 1:
            assert head.startswith(first.removesuffix("…").rstrip()), first
        bodies.extend(body)
    return "\n".join(bodies)


class Page(HTMLParser):
    """A web page: the text of its main part, its title, and the names of its elements."""

    INLINE = frozenset({"a", "strong", "em"})

    def __init__(self, data: bytes) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[str] = []
        self.title = ""
        self._open: list[str] = []
        self._numbers: list[int | None] = []
        self._main: list[str] = []
        self.feed(data.decode("utf-8"))
        self.close()

    @property
    def text(self) -> str:
        return "".join(self._main)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)
        if tag not in {"meta", "img", "br"}:
            self._open.append(tag)
        if tag not in self.INLINE and "main" in self._open:
            self._main.append("\n")
        if tag in {"ol", "ul"}:
            self._numbers.append(int(dict(attrs).get("start") or 1) if tag == "ol" else None)
        if tag == "li" and (number := self._numbers[-1]) is not None and "main" in self._open:
            self._main.append(f"{number}. ")
            self._numbers[-1] = number + 1

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag
        if tag in {"ol", "ul"}:
            self._numbers.pop()
        if tag not in self.INLINE and "main" in self._open:
            self._main.append("\n")

    def handle_data(self, data: str) -> None:
        if "main" in self._open:
            self._main.append(data)
        elif self._open[-1:] == ["title"]:
            self.title += data


def markdown_text(data: bytes) -> str:
    """Return what CommonMark with tables shows of a text: its HTML and code would be missing."""
    parser = MarkdownIt("commonmark").enable("table")
    return "".join(_shown(parser.parse(data.decode("utf-8"))))


def _shown(tokens: Iterable) -> Iterator[str]:
    numbers: list[int | None] = []
    for token in tokens:
        match token.type:
            case "ordered_list_open":
                numbers.append(int(token.attrs.get("start", 1)))
            case "bullet_list_open":
                numbers.append(None)
            case "ordered_list_close" | "bullet_list_close":
                numbers.pop()
            case "list_item_open" if (number := numbers[-1]) is not None:
                yield f"\n{number}. "
                numbers[-1] = number + 1
            case "inline":
                yield "\n"
                yield from (
                    "\n" if child.type in {"softbreak", "hardbreak"} else child.content
                    for child in token.children
                    if child.type in {"text", "softbreak", "hardbreak"}
                )
