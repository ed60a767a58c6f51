"""A Word file in; the same file with what a colleague does to it in Word, out."""

from __future__ import annotations

import zipfile
from copy import deepcopy
from io import BytesIO
from typing import Any

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_NAMESPACES = {"w": W[1:-1], "r": R[1:-1]}
_DOCUMENT, _RELATIONS = "word/document.xml", "word/_rels/document.xml.rels"
_TYPES, _COMMENTS = "[Content_Types].xml", "word/comments.xml"
_COMMENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_WHO = 'w:author="Kim Exempelsson" w:date="2026-03-04T10:00:00Z"'


class Edited:
    """A Word file that is edited; paragraphs are named by words that only they have."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        self.root: Any = etree.fromstring(self.parts[_DOCUMENT])
        self.comments: list[str] = []

    def save(self) -> bytes:
        self.parts[_DOCUMENT] = etree.tostring(
            self.root, xml_declaration=True, encoding="UTF-8", standalone=True
        )
        if self.comments:
            body = "".join(self.comments)
            self.parts[_COMMENTS] = f'<w:comments xmlns:w="{W[1:-1]}">{body}</w:comments>'.encode()
            self._declare()
        buffer = BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in self.parts.items():
                archive.writestr(name, content)
        return buffer.getvalue()

    def paragraph(self, words: str) -> Any:
        found = [p for p in self.root.iter(f"{W}p") if words in text(p)]
        assert len(found) == 1, f"{len(found)} paragraphs have {words!r}"
        return found[0]

    def reword(self, old: str, new: str) -> None:
        """Write other words in place of some, within one run."""
        for t in self.paragraph(old).iter(f"{W}t"):
            if old in (t.text or ""):
                t.text = t.text.replace(old, new, 1)
                return
        raise AssertionError(old)

    def say(self, words: str, new: str) -> None:
        """Write other words in place of all of a paragraph."""
        p = self.paragraph(words)
        first, *rest = p.findall(f".//{W}r")
        for run in rest:
            run.getparent().remove(run)
        first.find(f"{W}t").text = new

    def delete(self, words: str) -> None:
        p = self.paragraph(words)
        p.getparent().remove(p)

    def add_after(self, words: str, new: str, like: str | None = None) -> Any:
        """Add a paragraph in the style of one, as pressing Enter at its end does."""
        place = self.paragraph(words)
        p = deepcopy(self.paragraph(like) if like else place)
        for element in p.findall(f"{W}bookmarkStart") + p.findall(f"{W}bookmarkEnd"):
            p.remove(element)
        for element in [e for e in p if e.tag != f"{W}pPr"]:
            p.remove(element)
        p.append(run(new))
        place.addnext(p)
        return p

    def move_after(self, words: str, after: str) -> None:
        """Cut a paragraph and paste it after another, its bookmark with it."""
        p, place = self.paragraph(words), self.paragraph(after)
        place.addnext(p)

    def split(self, at: str) -> None:
        """Press Enter before some words."""
        p = self.paragraph(at)
        r = next(r for r in p.iter(f"{W}r") if at in text(r))
        t = r.find(f"{W}t")
        before, _, after = t.text.partition(at)
        t.text = before
        new = deepcopy(p)
        for element in [e for e in new if e.tag != f"{W}pPr"]:
            new.remove(element)
        new.append(run(at + after))
        for following in list(r.itersiblings()):
            new.append(following)
        for start in p.findall(f"{W}bookmarkStart"):
            if p.find(f"{W}bookmarkEnd") is None:
                for end in new.findall(f"{W}bookmarkEnd"):
                    if end.get(f"{W}id") == start.get(f"{W}id"):
                        p.append(end)
        p.addnext(new)

    def join(self, words: str, following: str) -> None:
        """Press Delete at the end of a paragraph."""
        p, after = self.paragraph(words), self.paragraph(following)
        p.append(run(" "))
        for element in [e for e in after if e.tag != f"{W}pPr"]:
            p.append(element)
        after.getparent().remove(after)

    def form(self, words: str, *marks: str) -> None:
        """Give words a form: `b` or `i`; they become a run of their own."""
        p = self.paragraph(words)
        r = next(r for r in p.iter(f"{W}r") if words in text(r))
        t = r.find(f"{W}t")
        before, _, after = t.text.partition(words)
        t.text = before
        inside, rest = deepcopy(r), deepcopy(r)
        _set_text(t, before)
        _set_text(inside.find(f"{W}t"), words)
        _set_text(rest.find(f"{W}t"), after)
        properties = inside.find(f"{W}rPr")
        if properties is None:
            properties = etree.Element(f"{W}rPr")
            inside.insert(0, properties)
        for mark in marks:
            etree.SubElement(properties, f"{W}{mark}")
        r.addnext(rest)
        r.addnext(inside)

    def link(self, words: str, address: str) -> None:
        self.form(words)
        r = next(r for r in self.root.iter(f"{W}r") if text(r) == words)
        number = f"rNew{len(self.parts[_RELATIONS])}"
        link = etree.Element(f"{W}hyperlink", {f"{R}id": number})
        r.addprevious(link)
        link.append(r)
        relation = (
            f'<Relationship Id="{number}" Type="{_RELATION}hyperlink" Target="{address}" '
            'TargetMode="External"/></Relationships>'
        )
        self._replace(_RELATIONS, "</Relationships>", relation)

    def restyle(self, words: str, like: str) -> None:
        """Give a paragraph the style and the place in a list of another."""
        p, other = self.paragraph(words), self.paragraph(like)
        own, wanted = p.find(f"{W}pPr"), other.find(f"{W}pPr")
        if own is not None:
            p.remove(own)
        if wanted is not None:
            p.insert(0, deepcopy(wanted))

    def style(self, words: str, name: str) -> None:
        p = self.paragraph(words)
        own = p.find(f"{W}pPr")
        if own is not None:
            p.remove(own)
        p.insert(
            0, etree.fromstring(f'<w:pPr xmlns:w="{W[1:-1]}"><w:pStyle w:val="{name}"/></w:pPr>')
        )

    def track_reword(self, old: str, new: str) -> None:
        """Write other words in place of some, with changes tracked."""
        self.form(old)
        r = next(r for r in self.root.iter(f"{W}r") if text(r) == old)
        came = etree.fromstring(f'<w:ins xmlns:w="{W[1:-1]}" w:id="9001" {_WHO}/>')
        came.append(run(new))
        gone = etree.fromstring(f'<w:del xmlns:w="{W[1:-1]}" w:id="9002" {_WHO}/>')
        r.addnext(came)
        r.addprevious(gone)
        gone.append(r)
        for t in r.iter(f"{W}t"):
            t.tag = f"{W}delText"

    def track_add_after(self, words: str, new: str) -> None:
        p = self.add_after(words, new)
        properties = p.find(f"{W}pPr")
        if properties is None:
            properties = etree.Element(f"{W}pPr")
            p.insert(0, properties)
        mark = etree.fromstring(f'<w:rPr xmlns:w="{W[1:-1]}"><w:ins w:id="9003" {_WHO}/></w:rPr>')
        properties.append(mark)
        r = p.find(f"{W}r")
        came = etree.fromstring(f'<w:ins xmlns:w="{W[1:-1]}" w:id="9004" {_WHO}/>')
        r.addprevious(came)
        came.append(r)

    def comment(self, words: str, said: str) -> None:
        self.form(words)
        r = next(r for r in self.root.iter(f"{W}r") if text(r) == words)
        number = str(len(self.comments))
        r.addprevious(etree.Element(f"{W}commentRangeStart", {f"{W}id": number}))
        end = etree.Element(f"{W}commentRangeEnd", {f"{W}id": number})
        r.addnext(end)
        reference = etree.Element(f"{W}r")
        etree.SubElement(reference, f"{W}commentReference", {f"{W}id": number})
        end.addnext(reference)
        self.comments.append(
            f'<w:comment w:id="{number}" {_WHO} w:initials="KE"><w:p><w:r><w:t>{said}</w:t></w:r>'
            "</w:p></w:comment>"
        )

    def add_row(self, like: str, *cells: str) -> None:
        """Add a row after the one that has the words."""
        row = self.paragraph(like).getparent().getparent()
        new = deepcopy(row)
        for p, words in zip(new.iter(f"{W}p"), cells, strict=True):
            for element in [e for e in p if e.tag != f"{W}pPr"]:
                p.remove(element)
            p.append(run(words))
        row.addnext(new)

    def delete_row(self, words: str) -> None:
        row = self.paragraph(words).getparent().getparent()
        row.getparent().remove(row)

    def _declare(self) -> None:
        override = f'<Override PartName="/{_COMMENTS}" ContentType="{_COMMENT_TYPE}"/></Types>'
        self._replace(_TYPES, "</Types>", override)
        relation = (
            f'<Relationship Id="rComments" Type="{_RELATION}comments" Target="comments.xml"/>'
            "</Relationships>"
        )
        self._replace(_RELATIONS, "</Relationships>", relation)

    def _replace(self, part: str, old: str, new: str) -> None:
        self.parts[part] = self.parts[part].replace(old.encode(), new.encode(), 1)


def run(words: str) -> Any:
    r = etree.Element(f"{W}r", nsmap=_NAMESPACES)
    _set_text(etree.SubElement(r, f"{W}t"), words)
    return r


def text(element: Any) -> str:
    return "".join(t.text or "" for t in element.iter(f"{W}t"))


def _set_text(t: Any, words: str) -> None:
    t.text = words
    t.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
