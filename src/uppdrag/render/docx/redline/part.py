"""A part of a Word file as each of two documents has it in; the newer with tracked changes out.

For what a template says of a document beside its text: the head and foot of a page, or a field of
the user's own. There the paragraphs are the same, and only their words differ.
"""

from __future__ import annotations

from copy import deepcopy
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final

from lxml import etree

from uppdrag.compare.words.tokens import tokens
from uppdrag.render.docx.redline.stamp import Tracks

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
PARSER: Final = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)


def tracked(old: str, new: str, tracks: Tracks) -> str:
    """Return the new part with the words that differ from the old one as tracked changes.

    Parts whose paragraphs do not go together are returned as the new one stands.
    """
    if old == new:
        return new
    before, now = parsed(old), parsed(new)
    pairs = list(zip(before.iter(f"{W}p"), now.iter(f"{W}p"), strict=False))
    for was, paragraph in pairs:
        _track(was, paragraph, tracks)
    return str(etree.tostring(now, encoding="unicode"))


def parsed(part: str) -> _Element:
    """Return the root of a part."""
    return etree.fromstring(part.encode("utf-8"), PARSER)


def _track(was: _Element, now: _Element, tracks: Tracks) -> None:
    """Mark what differs between the runs of two paragraphs, in the second."""
    old, new = list(_atoms(was)), list(_atoms(now))
    old_keys, new_keys = [_key(run) for run in old], [_key(run) for run in new]
    if old_keys == new_keys:
        return
    for child in [c for c in now if c.tag != f"{W}pPr"]:
        now.remove(child)
    i = j = 0
    for start, new_start, size in _kept(old_keys, new_keys, [_is_space(run) for run in new]):
        if i < start:
            now.append(_changed("del", old[i:start], tracks))
        if j < new_start:
            now.append(_changed("ins", new[j:new_start], tracks))
        i, j = start + size, new_start + size
        now.extend(new[new_start:j])


def _kept(
    old: Sequence[bytes], new: Sequence[bytes], spaces: Sequence[bool]
) -> Iterator[tuple[int, int, int]]:
    """Yield the stretches that are equal, and an empty one at the end.

    Spaces between words that all differ are no such stretch: a number in groups is one number.
    """
    matching = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    for start, new_start, size in matching:
        is_inside = start > 0 and start + size < len(old) and new_start + size < len(new)
        if size and is_inside and all(spaces[new_start : new_start + size]):
            continue
        yield start, new_start, size


def _is_space(run: _Element) -> bool:
    return run.tag == f"{W}r" and not "".join(run.itertext()).strip()


def _atoms(paragraph: _Element) -> Iterator[_Element]:
    """Yield what stands in a paragraph, its runs of text cut into words."""
    for child in paragraph:
        if child.tag == f"{W}pPr":
            continue
        texts = child.findall(f"{W}t")
        if child.tag == f"{W}r" and len(texts) == len(child) - len(child.findall(f"{W}rPr")) == 1:
            for token in tokens(texts[0].text or ""):
                run = deepcopy(child)
                word = run.find(f"{W}t")
                if word is not None:
                    word.text = token
                    word.set(_SPACE, "preserve")
                yield run
        else:
            yield deepcopy(child)


def _key(element: _Element) -> bytes:
    return bytes(etree.tostring(element, method="c14n"))


def _changed(name: str, runs: Sequence[_Element], tracks: Tracks) -> _Element:
    holder = parsed(f'<w:p xmlns:w="{W[1:-1]}"><w:{name}{tracks.attributes()}/></w:p>')
    change = holder[0]
    change.extend(runs)
    if name == "del":
        for word in change.iter(f"{W}t"):
            word.tag = f"{W}delText"
    return change
