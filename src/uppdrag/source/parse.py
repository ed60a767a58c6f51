"""The bytes or text of a YAML file come in; a Source goes out, whatever the content is."""

from dataclasses import dataclass
from typing import TypeAlias

import yaml

from uppdrag.source.build import Builder
from uppdrag.source.causes import syntax_defect
from uppdrag.source.characters import character_defects, printable
from uppdrag.source.clue import clue
from uppdrag.source.decode import decode
from uppdrag.source.defect import Defect, Rule
from uppdrag.source.line_causes import KEY_WITHOUT_SPACE
from uppdrag.source.node import Mapping, Node, Scalar
from uppdrag.source.position import Lines, Range
from uppdrag.source.refusals import key_without_space
from uppdrag.source.source import Source

Loader: TypeAlias = type[yaml.CSafeLoader] | type[yaml.SafeLoader]

LOADER: Loader = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader


@dataclass(frozen=True, slots=True)
class Tree:
    """What a text holds, as far as it could be read, and what stopped or disturbed that."""

    root: Mapping | None
    defects: tuple[Defect, ...]


def load(data: bytes | str, name: str) -> Source:
    """Read a YAML file; what is wrong with it becomes defects, in the order of the file.

    The name is only carried along. Nothing in the content makes this raise.
    """
    decoded = decode(data)
    lines = Lines(decoded.text)
    if decoded.defect is not None:
        return Source(name, decoded.text, None, (decoded.defect,), lines)
    found = character_defects(decoded.text)
    tree = read(printable(decoded.text) if found else decoded.text, LOADER)
    taken = {lines.line(defect.range.start) for defect in found}
    # A forbidden character can break the line that it stands on: that is one mistake, not two.
    rest = [defect for defect in tree.defects if lines.line(defect.range.start) not in taken]
    in_order = sorted((*found, *rest), key=lambda defect: defect.range)
    return Source(name, decoded.text, tree.root, tuple(in_order), lines)


def read(text: str, loader: Loader) -> Tree:
    """Read a text that holds no forbidden characters with one of PyYAML's safe loaders."""
    lines = Lines(text)
    builder = Builder(text, lines)
    try:
        for event in yaml.parse(text, Loader=loader):
            if not builder.take(event):
                break
    except yaml.MarkedYAMLError as error:
        return Tree(None, _with(syntax_defect(clue(text, lines, error, loader)), builder))
    except (yaml.YAMLError, ValueError, OverflowError):
        # The pure Python loader hands the number of an escape such as UFFFFFFFF to chr() unseen.
        return Tree(None, (*builder.defects, _no_character(text)))
    return _checked(text, lines, builder)


def _with(stop: Defect, builder: Builder) -> tuple[Defect, ...]:
    """Add what stopped the parser, instead of what was said before of those same words."""
    told = stop.range
    before = (found for found in builder.defects if not told.start <= found.range.start < told.end)
    return (*before, stop)


def _no_character(text: str) -> Defect:
    start = max(text.find("\\U"), 0)
    return Defect(
        Rule.ESCAPE,
        Range(start, min(start + 10, len(text))),
        "Här står en kod med bakstreck som inte är något tecken. Ta bort koden.",
    )


def _checked(text: str, lines: Lines, builder: Builder) -> Tree:
    root = builder.root
    if isinstance(root, Mapping):
        return Tree(root, tuple(builder.defects))
    stopped = any(defect.severity == "error" for defect in builder.defects)
    if stopped and (root is None or isinstance(root, Scalar)):
        return Tree(None, tuple(builder.defects))
    return Tree(None, (*builder.defects, _not_keys(text, lines, root)))


def _empty(text: str, lines: Lines) -> Defect:
    """Point to the first line that is written, which holds no key: a comment or ``---``."""
    written = len(text) - len(text.lstrip())
    is_blank = written == len(text)
    first = lines.range_of_line(1 if is_blank else lines.line(written))
    place = Range(0, 0) if is_blank else Range(written, first.end)
    what = "Filen är tom." if is_blank else "Filen innehåller inga nycklar med värden."
    return Defect(
        Rule.EMPTY,
        place,
        f"{what} Skriv minst en nyckel med ett värde, till exempel titel: följt av titeln.",
    )


def _not_keys(text: str, lines: Lines, root: Node | None) -> Defect:
    if root is None or (isinstance(root, Scalar) and root.is_empty):
        return _empty(text, lines)
    line = lines.range_of_line(lines.line(root.range.start))
    place = Range(root.range.start, max(root.range.start, min(root.range.end, line.end)))
    if not isinstance(root, Scalar):
        return Defect(
            Rule.ROOT,
            place,
            "Filen är bara en lista. Ytterst ska den ha nycklar, som titel: och syfte:, med "
            "listan under en av dem.",
        )
    if key := KEY_WITHOUT_SPACE.match(text, place.start, place.end):
        return key_without_space(key.group(), Range(place.start, key.end()))
    return Defect(
        Rule.ROOT,
        place,
        "Filen är bara en text. Ytterst ska den ha nycklar med värden, till exempel titel: följt "
        "av titeln.",
    )
