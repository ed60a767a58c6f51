"""The bytes of a web page in; what its main part says, and the fingerprint it bears, out."""

from __future__ import annotations

from html.parser import HTMLParser

from uppdrag.render.copy import Copy, CopyError, short_in, whole_in

_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "wbr"}
)
_WITHIN_A_LINE = frozenset({"a", "b", "em", "i", "span", "strong", "sub", "sup"})


def read_copy(data: bytes) -> Copy:
    """Return the page as it reads. Raises `CopyError` where it is no text."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise CopyError("Webbsidan är inte sparad i UTF-8.") from error
    page = _Page()
    page.feed(text)
    page.close()
    shown = short_in("".join(page.foot))
    return Copy(("".join(page.main),), whole_in(page.keywords), shown)


class _Page(HTMLParser):
    """Collects the text of `main` and `footer`, and the keywords of the head."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.main: list[str] = []
        self.foot: list[str] = []
        self.keywords = ""
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take note of what is opened; a block begins a line of its own."""
        values = dict(attrs)
        if tag == "meta" and values.get("name") == "keywords":
            self.keywords += f" {values.get('content') or ''}"
        if tag not in _WITHIN_A_LINE:
            self.handle_data("\n")
        if tag not in _VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close the element, and those that were left open in it."""
        if tag not in _WITHIN_A_LINE:
            self.handle_data("\n")
        if tag in self._open:
            while self._open.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        """Keep the words of the parts that are compared."""
        if "main" in self._open:
            self.main.append(data)
        elif "footer" in self._open:
            self.foot.append(data)
