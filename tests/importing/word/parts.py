"""Word files of a few lines of WordprocessingML, for tests of the markup itself."""

from __future__ import annotations

import io
import zipfile

NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"


def p(text: str, properties: str = "") -> str:
    own = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{own}<w:r><w:t>{text}</w:t></w:r></w:p>"


def part(tag: str, inside: str) -> str:
    return f"<w:{tag} {NAMES}>{inside}</w:{tag}>"


def word_file(body: str, links: dict[str, str] | None = None, **parts: str) -> bytes:
    """Return a Word file; a part is named by its kind (`styles`, `numbering`, `header`)."""
    related = "".join(
        f'<Relationship Id="r_{kind}" Type="{_TYPE}{kind}" Target="{kind}.xml"/>' for kind in parts
    )
    related += "".join(
        f'<Relationship Id="{name}" Type="{_TYPE}hyperlink" Target="{target}" '
        'TargetMode="External"/>'
        for name, target in (links or {}).items()
    )
    root = f'<Relationship Id="a" Type="{_TYPE}officeDocument" Target="word/document.xml"/>'
    files = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": f'<Relationships xmlns="{_RELATIONS}">{root}</Relationships>',
        "word/_rels/document.xml.rels": (
            f'<Relationships xmlns="{_RELATIONS}">{related}</Relationships>'
        ),
        "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
    }
    files |= {f"word/{kind}.xml": content for kind, content in parts.items()}
    return zipped(files)


def zipped(files: dict[str, str] | dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()
