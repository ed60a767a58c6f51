"""The events of a YAML parser come in; the tree with ranges, and its defects, go out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

from uppdrag.source.characters import described, forbidden, normalised, overloaded
from uppdrag.source.defect import Defect, Rule, Severity
from uppdrag.source.node import Entry, Mapping, Node, Scalar, Sequence, Style
from uppdrag.source.position import Lines, Range

MAX_DEPTH = 20
MAX_NODES = 50_000

_STYLES = {
    "'": Style.SINGLE,
    '"': Style.DOUBLE,
    "|": Style.LITERAL,
    ">": Style.FOLDED,
}
_PROPERTY = re.compile(r"[&!][^\s]*")
_GAP = re.compile(r"(?:[ \t\r\n]|(?<=[\s])#[^\r\n]*)*")
_HEADER = re.compile(r"[|>][-+0-9]*")
_EATEN = re.compile(r"[ \t]+(#[^\s#][^\r\n]*)")
_HARMLESS_DIRECTIVE = re.compile(r"%YAML[ \t]+1\.[12][ \t]*(?:#.*)?$")


@dataclass(slots=True)
class _Items:
    start: int
    children: list[Node] = field(default_factory=list)
    end: int = 0


@dataclass(slots=True)
class _Keys:
    start: int
    first: int | None = None
    entries: list[Entry] = field(default_factory=list)
    seen: dict[str, Scalar] = field(default_factory=dict)
    awaits_value: bool = False
    key: Scalar | None = None  # none while a value is awaited: the key was refused
    merges: bool = False
    end: int = 0


@dataclass(slots=True)
class Builder:
    """Takes events one by one and builds the tree without ever calling itself.

    It resolves nothing: no tag, no alias, no word of a value is given a meaning.
    """

    text: str
    lines: Lines
    root: Node | None = None
    defects: list[Defect] = field(default_factory=list)
    _open: list[_Items | _Keys] = field(default_factory=list)
    _documents: int = 0
    _nodes: int = 0

    def take(self, event: yaml.Event) -> bool:
        """Take the next event; say whether the rest of the file is worth reading."""
        start, end = event.start_mark.index, event.end_mark.index
        if isinstance(event, yaml.DocumentStartEvent):
            return self._document(start, end)
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event, start, end)
        elif isinstance(event, yaml.AliasEvent):
            self._alias(start, end)
        elif isinstance(event, yaml.CollectionStartEvent):
            return self._opened(event, start, end)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._closed(start, end)
        return self._few(start)

    def _report(
        self, rule: Rule, start: int, end: int, message: str, severity: Severity = "error"
    ) -> None:
        self.defects.append(Defect(rule, Range(start, end), message, severity))

    def _few(self, start: int) -> bool:
        self._nodes += 1
        if self._nodes <= 2 * MAX_NODES:
            return True
        self.root = None
        self._report(
            Rule.SIZE,
            start,
            min(start + 1, len(self.text)),
            f"Filen innehåller fler än {MAX_NODES} nycklar och värden. Dela den i flera filer.",
        )
        return False

    def _document(self, start: int, end: int) -> bool:
        self._documents += 1
        if self._documents > 1:
            line = self.lines.range_of_line(self.lines.line(start))
            self._report(
                Rule.DOCUMENTS,
                start,
                max(end, line.end) if end == start else end,
                "Här börjar ett andra dokument, men en fil innehåller bara ett. "
                "Ta bort raden ---, eller lägg resten i en egen fil.",
            )
            return False
        for number in range(self.lines.line(start), self.lines.line(end) + 1):
            line = self.lines.range_of_line(number)
            written = self.text[line.start : line.end]
            if line.end <= end and written[:1] == "%" and not _HARMLESS_DIRECTIVE.match(written):
                self._report(
                    Rule.DIRECTIVE,
                    line.start,
                    line.end,
                    "En rad som börjar med % är ett direktiv till YAML-läsaren och används inte "
                    "här. Ta bort raden.",
                )
        return True

    def _scalar(self, event: yaml.ScalarEvent, start: int, end: int) -> None:
        style = _STYLES.get(event.style or "", Style.PLAIN)
        if event.anchor is not None or event.tag is not None:
            start = self._properties(start, end)
        if style in (Style.LITERAL, Style.FOLDED):
            end = self._block_end(start, end)
        scalar = Scalar(normalised(event.value), Range(start, end), style)
        if style is Style.DOUBLE:
            self._escapes(event.value, scalar)
        if style is Style.PLAIN and not self._awaits_key():
            self._eaten(scalar)
        self._deliver(scalar)

    def _properties(self, start: int, end: int) -> int:
        """Report the anchor and tag before a node, and give where the node itself starts."""
        while found := _PROPERTY.match(self.text, start, end):
            written = found.group()
            if written[0] == "&":
                self._report(
                    Rule.ALIAS,
                    start,
                    found.end(),
                    f"{written} är ett ankare och används inte här. Hör & till texten: sätt "
                    "värdet inom citattecken. Ta annars bort det.",
                )
            else:
                self._report(
                    Rule.TAG,
                    start,
                    found.end(),
                    f"{written} är ett typmärke och används inte här. Hör ! till texten: sätt "
                    "värdet inom citattecken. Ta annars bort det.",
                )
            gap = _GAP.match(self.text, found.end(), end)
            start = gap.end() if gap else found.end()
        return start

    def _block_end(self, start: int, end: int) -> int:
        header = _HEADER.match(self.text, start)
        first = self.lines.range_of_line(self.lines.line(start)).end
        content = self.text[first:end].rstrip(" \t\r\n")
        return first + len(content) if content else header.end() if header else end

    def _escapes(self, value: str, scalar: Scalar) -> None:
        for found in forbidden(value):
            self._report(
                Rule.CHARACTER,
                scalar.range.start,
                scalar.range.end,
                f"Koden med bakstreck i texten ger tecknet {described(value[found])}, som inte "
                "får finnas. Ta bort koden.",
            )
            return
        if any(overloaded(value)) and not any(
            overloaded(self.text[scalar.range.start : scalar.range.end])
        ):
            self._report(
                Rule.CHARACTER,
                scalar.range.start,
                scalar.range.end,
                "Koderna med bakstreck ger alltför många kombinerande tecken i rad. Ta bort dem.",
            )

    def _eaten(self, scalar: Scalar) -> None:
        found = _EATEN.match(self.text, scalar.range.end)
        if found:
            self._report(
                Rule.COMMENT,
                found.start(1),
                found.end(1),
                f"Resten av raden, ”{_short(found.group(1))}”, blev en kommentar och hör inte till "
                "värdet. Ska den höra dit: sätt hela värdet inom citattecken. Är det en "
                "kommentar: skriv ett mellanslag efter #.",
                "warning",
            )

    def _alias(self, start: int, end: int) -> None:
        parent = self._open[-1] if self._open else None
        if not (isinstance(parent, _Keys) and parent.merges):
            self._report(
                Rule.ALIAS,
                start,
                end,
                f"{self.text[start:end]} läses som en hänvisning till ett annat värde, och sådana "
                "används inte här. Hör * till texten: sätt värdet inom citattecken. Skriv annars "
                "ut värdet.",
            )
        if self._awaits_key():
            self._refuse_key(start)
        else:
            written = normalised(self.text[start:end])
            self._deliver(Scalar(written, Range(start, end), Style.PLAIN))

    def _opened(self, event: yaml.CollectionStartEvent, start: int, end: int) -> bool:
        if event.anchor is not None or event.tag is not None:
            start = self._properties(start, max(end, start + 1))
            gap = _GAP.match(self.text, start)
            start = gap.end() if gap else start
        if len(self._open) >= MAX_DEPTH:
            self.root = None
            self._report(
                Rule.DEPTH,
                start,
                min(start + 1, len(self.text)),
                f"Här är det fler än {MAX_DEPTH} nivåer under varandra. Skriv innehållet med färre "
                "nivåer; står här en hakparentes eller klammer som hör till texten, sätt värdet "
                "inom citattecken.",
            )
            return False
        is_keys = isinstance(event, yaml.MappingStartEvent)
        self._open.append(_Keys(start) if is_keys else _Items(start))
        return self._few(start)

    def _closed(self, start: int, end: int) -> None:
        done = self._open.pop()
        if self.text[done.start : done.start + 1] not in ("[", "{") or start == end:
            end = done.end
        if isinstance(done, _Keys):
            first = done.start if done.first is None or done.first > end else done.first
            first = done.start if self.text[done.start : done.start + 1] == "{" else first
            self._deliver(Mapping(tuple(done.entries), Range(first, max(first, end))))
        else:
            self._deliver(Sequence(tuple(done.children), Range(done.start, max(done.start, end))))

    def _awaits_key(self) -> bool:
        parent = self._open[-1] if self._open else None
        return isinstance(parent, _Keys) and not parent.awaits_value

    def _deliver(self, node: Node) -> None:
        if not self._open:
            self.root = node
            return
        parent = self._open[-1]
        parent.end = max(parent.end, node.range.end)
        if isinstance(parent, _Items):
            parent.children.append(node)
        elif parent.awaits_value:
            if parent.key is not None:
                parent.entries.append(Entry(parent.key, node))
            parent.awaits_value, parent.key, parent.merges = False, None, False
        else:
            self._key(parent, node)

    def _refuse_key(self, start: int) -> None:
        parent = self._open[-1]
        if isinstance(parent, _Keys):
            parent.first = start if parent.first is None else parent.first
            parent.awaits_value = True

    def _key(self, parent: _Keys, node: Node) -> None:
        self._refuse_key(node.range.start)
        start, end = node.range.start, node.range.end
        if not isinstance(node, Scalar):
            self._report(
                Rule.KEY,
                start,
                end,
                "En nyckel ska vara ett ord, men här står en lista eller flera nycklar. Hör "
                "tecknen till texten: sätt dem inom citattecken.",
            )
        elif not node.text.strip():
            self._report(
                Rule.KEY,
                start,
                max(end, min(start + 1, len(self.text))),
                "Här saknas en nyckel före kolonet. Skriv nyckelns namn, eller ta bort raden.",
            )
        elif node.text == "<<" and node.style is Style.PLAIN:
            parent.merges = True
            self._report(
                Rule.MERGE,
                start,
                end,
                "<< slår ihop innehåll från ett annat ställe och används inte här. Skriv ut "
                "nycklarna där de ska stå.",
            )
        elif first := parent.seen.get(node.text):
            self._report(
                Rule.DUPLICATE_KEY,
                start,
                end,
                f"Nyckeln ”{_short(node.text)}” finns redan på rad "
                f"{self.lines.line(first.range.start)}. Ta bort den ena, eller för ihop dem.",
            )
        else:
            parent.seen[node.text] = node
            parent.key = node


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 60 else f"{text[:59]}…"


def events(text: str, loader: type[yaml.SafeLoader | yaml.CSafeLoader]) -> Iterator[yaml.Event]:
    """Give the events of a YAML text; a text that is not YAML raises yaml.YAMLError on its way."""
    return yaml.parse(text, Loader=loader)
