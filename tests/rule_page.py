"""The Markdown of a rule's page in; its title, weight, sections and examples out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

PAGES = Path(__file__).resolve().parents[1] / "docs" / "regler"

_HEAD = re.compile(r"# (?P<rule>[A-Z]\d{3}) (?P<title>\S.*)\n\n(?P<weight>\*\*.+)\n\n")
_SECTION = re.compile(r"^## (.+)\n\n", re.MULTILINE)
_FENCE = re.compile(r"^```(?:yaml|text)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Page:
    """A page: the rule and title of its heading, its line of weights, and its sections."""

    rule: str
    title: str
    weight: str
    about: str
    sections: dict[str, str]

    def example(self, section: str) -> list[str]:
        """Return the lines of the fenced examples of a section."""
        fences = _FENCE.findall(self.sections[section])
        return [line for fence in fences for line in fence.splitlines()]


def read_page(file: Path) -> Page:
    """Return what a page holds. Raises `ValueError` for a page that does not begin as one."""
    text = file.read_text(encoding="utf-8")
    head = _HEAD.match(text)
    if head is None:
        message = f"{file.name} must begin with '# <RULE> <title>' and a line such as '**Fel.**'"
        raise ValueError(message)
    about, *parts = _SECTION.split(text[head.end() :])
    sections = dict(zip(parts[::2], parts[1::2], strict=True))
    return Page(head["rule"], head["title"], head["weight"], about.strip(), sections)


def holds(text: str, shown: list[str]) -> bool:
    """Tell whether lines of an example stand in a text, in their order.

    A shown line that ends with … stands for a longer one.
    """
    lines = iter(text.splitlines())
    return all(any(_is_shown(line, wanted) for line in lines) for wanted in shown)


def _is_shown(line: str, wanted: str) -> bool:
    return line.startswith(wanted[:-1]) if wanted.endswith("…") else line == wanted
