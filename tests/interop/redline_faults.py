"""A Word file with tracked changes in; the faults out that Microsoft's validator does not see.

Word repairs such a file, calls it unreadable, or loses words when the changes are resolved. The
rules are those of ECMA-376 Part 1, 17.13.5, and what Word and LibreOffice are known to do.
"""

import zipfile
from collections import Counter
from collections.abc import Iterator
from io import BytesIO

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def _tags(*names: str) -> frozenset[str]:
    return frozenset(f"{W}{name}" for name in names)


_CHANGES = _tags("ins", "del", "moveFrom", "moveTo")
_LOOKS = _tags("rPrChange", "pPrChange", "tblPrChange", "trPrChange", "tcPrChange", "sectPrChange")
_STARTS = _tags("moveFromRangeStart", "moveToRangeStart")
_ENDS = _tags("moveFromRangeEnd", "moveToRangeEnd")
_CELLS = _tags("cellIns", "cellDel", "cellMerge")
_INLINE = _tags("r", "hyperlink", "fldSimple") | _CHANGES
_HOLDS_BLOCKS = _tags("body", "tc", "hdr", "ftr", "sdtContent")
_FIRST_IN_A_PARAGRAPH = f"{W}pPr"

_SETTINGS = (
    "writeProtection view zoom removePersonalInformation removeDateAndTime "
    "doNotDisplayPageBoundaries displayBackgroundShape printPostScriptOverText "
    "printFractionalCharacterWidth printFormsData embedTrueTypeFonts embedSystemFonts "
    "saveSubsetFonts saveFormsData mirrorMargins alignBordersAndEdges "
    "bordersDoNotSurroundHeader bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors "
    "hideGrammaticalErrors activeWritingStyle proofState formsDesign attachedTemplate "
    "linkStyles stylePaneFormatFilter stylePaneSortMethod documentType mailMerge revisionView "
)
_BEFORE_TRACKING = _tags(*_SETTINGS.split())
"""What stands before the tracking of changes among the settings (CT_Settings, 17.15.1.78)."""


def faults(data: bytes) -> list[str]:
    """Return what is wrong with the tracked changes of a Word file; an empty list when nothing."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        parts = {
            name: etree.fromstring(package.read(name))
            for name in package.namelist()
            if name.startswith("word/") and name.endswith(".xml")
        }
    settings = parts.get("word/settings.xml")
    found = list(_ids(parts))
    found += [] if settings is None else _settings(settings)
    for name, root in parts.items():
        checks = (_texts, _nesting, _blocks, _moves, _stamps, _looks)
        found += [f"{name}: {fault}" for check in checks for fault in check(root)]
    return found


def _ids(parts: dict[str, etree._Element]) -> Iterator[str]:
    """Word calls a file unreadable when two annotations of it share an id, in whatever parts."""
    kinds = _CHANGES | _LOOKS | _STARTS | _CELLS | _tags("bookmarkStart")
    ids = Counter(
        str(element.get(f"{W}id")) for root in parts.values() for element in root.iter(*kinds)
    )
    yield from (f"id {name} used {count} times" for name, count in ids.items() if count > 1)


def _settings(settings: etree._Element) -> Iterator[str]:
    tracking = settings.find(f"{W}trackRevisions")
    if tracking is not None:
        late = [one.tag for one in tracking.itersiblings() if one.tag in _BEFORE_TRACKING]
        early = [one.tag for one in tracking.itersiblings(preceding=True)]
        if late or not _BEFORE_TRACKING.issuperset(early):
            yield "w:trackRevisions out of order among the settings"
    if settings.find(f"{W}trackChanges") is not None:
        yield "w:trackChanges is no setting"


def _texts(root: etree._Element) -> Iterator[str]:
    for text in root.iter(f"{W}t", f"{W}delText", f"{W}instrText"):
        around = {above.tag for above in text.iterancestors(*_CHANGES)}
        name = etree.QName(text).localname
        shown = text.text or ""
        if (f"{W}del" in around) != (name == "delText"):
            where = "in a deletion" if f"{W}del" in around else "outside every deletion"
            yield f"w:{name} {where}: {shown}"
        if shown != shown.strip() and text.get(_SPACE) != "preserve":
            yield f"space that is not preserved: ”{shown}”"


def _nesting(root: etree._Element) -> Iterator[str]:
    for change in root.iter(*_CHANGES):
        name = etree.QName(change).localname
        parent = change.getparent()
        assert parent is not None
        if next(change.iterancestors(*_CHANGES), None) is not None:
            yield f"w:{name} within another change"
        if parent.tag in _tags("rPr", "trPr"):
            if len(change):
                yield f"w:{name} with content, as a mark of properties"
            if name in {"moveFrom", "moveTo"} and parent.tag == f"{W}trPr":
                yield f"w:{name} of a row"
        elif not len(change):
            yield f"w:{name} of nothing"
        elif any(child.tag != f"{W}r" for child in change):
            yield f"w:{name} around other things than runs"


def _blocks(root: etree._Element) -> Iterator[str]:
    for holder in root.iter(*_HOLDS_BLOCKS):
        for child in holder:
            if child.tag in _INLINE:
                yield f"{etree.QName(child).localname} directly in {etree.QName(holder).localname}"
    for cell in root.iter(f"{W}tc"):
        if cell[-1].tag != f"{W}p":
            yield "a cell that does not end with a paragraph"
    for paragraph in root.iter(f"{W}p"):
        if any(child.tag == _FIRST_IN_A_PARAGRAPH for child in paragraph[1:]):
            yield "properties of a paragraph after its text"


def _moves(root: etree._Element) -> Iterator[str]:
    names: dict[str, Counter[str]] = {}
    for way in ("moveFrom", "moveTo"):
        starts = list(root.iter(f"{W}{way}RangeStart"))
        names[way] = Counter(str(start.get(f"{W}name")) for start in starts)
        opened = Counter(start.get(f"{W}id") for start in starts)
        closed = Counter(end.get(f"{W}id") for end in root.iter(f"{W}{way}RangeEnd"))
        if opened != closed:
            yield f"a range of {way} without its other end"
        yield from _ranges(root, way)
    yield from (
        f"{count} moves in one way with the name {name}"
        for counts in names.values()
        for name, count in counts.items()
        if count > 1
    )
    if names["moveFrom"].keys() != names["moveTo"].keys():
        alone = names["moveFrom"].keys() ^ names["moveTo"].keys()
        yield f"a move without its other place: {', '.join(sorted(alone))}"


def _ranges(root: etree._Element, way: str) -> Iterator[str]:
    """Yield moved content outside every range, ranges in ranges, and those without content."""
    inside: str | None = None
    content = 0
    tags = {f"{W}{way}{part}": part for part in ("RangeStart", "RangeEnd", "")}
    for element in root.iter(*tags):
        match tags[element.tag]:
            case "RangeStart":
                if inside is not None:
                    yield f"a range of {way} within another"
                inside, content = element.get(f"{W}id"), 0
            case "RangeEnd":
                if inside is not None and not content:
                    yield f"a range of {way} around nothing"
                inside = None
            case _ if inside is None:
                yield f"w:{way} outside every range"
            case _:
                content += 1


def _stamps(root: etree._Element) -> Iterator[str]:
    for change in root.iter(*_CHANGES, *_LOOKS, *_CELLS):
        missing = [one for one in ("id", "author", "date") if not change.get(f"{W}{one}")]
        yield from (f"{etree.QName(change).localname} without {one}" for one in missing)


def _looks(root: etree._Element) -> Iterator[str]:
    """Yield former properties that are not last, or hold what former properties cannot."""
    for change in root.iter(*_LOOKS):
        name = etree.QName(change).localname
        if change.getnext() is not None:
            yield f"w:{name} is not last"
        if [child.tag for child in change] != [f"{W}{name.removesuffix('Change')}"]:
            yield f"w:{name} does not hold the former properties"
        elif change.tag == f"{W}pPrChange" and change[0].find(f"{W}rPr") is not None:
            yield "former properties of a paragraph with those of its mark"
