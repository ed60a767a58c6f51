"""The settings of a Word file in; the same with the tracking of changes on, out."""

from __future__ import annotations

import re
from typing import Final

SETTINGS: Final = "word/settings.xml"

_BEFORE: Final = re.compile(
    "writeProtection|view|zoom|removePersonalInformation|removeDateAndTime|"
    "doNotDisplayPageBoundaries|displayBackgroundShape|printPostScriptOverText|"
    "printFractionalCharacterWidth|printFormsData|embedTrueTypeFonts|embedSystemFonts|"
    "saveSubsetFonts|saveFormsData|mirrorMargins|alignBordersAndEdges|"
    "bordersDoNotSurroundHeader|bordersDoNotSurroundFooter|gutterAtTop|hideSpellingErrors|"
    "hideGrammaticalErrors|activeWritingStyle|proofState|formsDesign|attachedTemplate|linkStyles|"
    "stylePaneFormatFilter|stylePaneSortMethod|documentType|mailMerge|revisionView"
)
"""What stands before it in the settings (ECMA-376 Part 1, 17.15.1.78)."""

_ELEMENT = re.compile(r"<(/?)w:(\w+)([^>]*?)(/?)>")


def tracking(settings: bytes) -> bytes:
    """Return the settings with `w:trackRevisions`, so that what a reader changes is tracked too."""
    text = settings.decode("utf-8-sig")
    if "<w:trackRevisions" in text:
        return settings
    at = _place(text)
    return f"{text[:at]}<w:trackRevisions/>{text[at:]}".encode()


def _place(text: str) -> int:
    """Return where the first element that comes after it begins, or the settings end."""
    depth = 0
    for found in _ELEMENT.finditer(text):
        is_end, name, _, is_empty = found.groups()
        if is_end:
            depth -= 1
            if depth == 0:
                return found.start()
            continue
        if depth == 1 and not _BEFORE.fullmatch(name):
            return found.start()
        depth += 0 if is_empty else 1
    return len(text)
