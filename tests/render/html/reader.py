"""A page in; its elements, headings, links and the words of its main part out."""

from html.parser import HTMLParser

VOID = {"meta", "img"}
WITHIN_A_LINE = {"a", "strong", "em"}


class Page(HTMLParser):
    """Reads a page, and fails where a tag is closed that is not the innermost open one."""

    def __init__(self, page: bytes) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.main: list[str] = []
        self.texts: dict[str, list[str]] = {}
        self.feed(page.decode("utf-8"))
        self.close()
        assert self.open == [], "a tag is never closed"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"<{tag}> has an attribute twice"
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)
        if tag not in WITHIN_A_LINE:
            self.main.append("\n")
        self.texts.setdefault(tag, []).append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        if tag not in WITHIN_A_LINE:
            self.main.append("\n")

    def handle_data(self, data: str) -> None:
        if "main" in self.open:
            self.main.append(data)
        if self.open:
            self.texts[self.open[-1]][-1] += data

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")

    @property
    def words(self) -> list[str]:
        return "".join(self.main).split()

    @property
    def ids(self) -> list[str]:
        return [found for _, attributes in self.elements if (found := attributes.get("id"))]

    @property
    def heading_levels(self) -> list[int]:
        return [int(tag[1]) for tag, _ in self.elements if tag in {"h1", "h2", "h3", "h4"}]

    def attributes(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]
