"""The bytes of a web page in; what it says, what it does, and the fingerprint it bears, out."""

from __future__ import annotations

from html.parser import HTMLParser

from uppdrag.render.copy import Copy, CopyError, short_in, whole_in

_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "wbr"}
)
_ACTING = frozenset({"applet", "base", "embed", "frame", "iframe", "link", "object", "script"})
"""Elements by which a page shows other words than those it holds; a built page has none."""

_LOOKS = ("class", "hidden", "style")
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
    around, look = " ".join("".join(page.around).split()), "\n".join(page.look)
    return Copy(("".join(page.main),), whole_in(page.keywords), shown, around=around, look=look)


class _Page(HTMLParser):
    """Collects the text of `main`, `footer` and the rest of the body, and the head's keywords.

    What acts is collected as if it were text of `main`: it counts for what it may show.
    """

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.main: list[str] = []
        self.foot: list[str] = []
        self.around: list[str] = []
        self.look: list[str] = []
        self.keywords = ""
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take note of what is opened; a block begins a line of its own."""
        values = dict(attrs)
        if tag == "meta" and values.get("name") == "keywords":
            self.keywords += f" {values.get('content') or ''}"
        if tag not in _WITHIN_A_LINE:
            self.handle_data("\n")
        if tag in _ACTING or any(map(_acts, values, values.values())) or "http-equiv" in values:
            self._note_what_acts(tag, values)
        shown = [f"{name}={values[name]}" for name in _LOOKS if name in values]
        self.look.append(" ".join([tag, *shown]))
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
        inmost = self._open[-1] if self._open else ""
        if inmost == "style":
            self.look.append(data)
        elif "main" in self._open or inmost == "script":
            self.main.append(data)
        elif "head" not in self._open:
            self.around.append(data)
        if "footer" in self._open:
            self.foot.append(data)

    def _note_what_acts(self, tag: str, values: dict[str, str | None]) -> None:
        # The page's own policy forbids scripts: it acts too, and is the same in every built page.
        written = "".join(f' {name}="{value or ""}"' for name, value in values.items())
        self.main.append(f"\n<{tag}{written}>\n")


def _acts(name: str, value: str | None) -> bool:
    """Tell whether an attribute is a script."""
    given = "".join((value or "").split()).casefold()
    return name.startswith("on") or given.startswith(("javascript:", "data:text", "vbscript:"))
