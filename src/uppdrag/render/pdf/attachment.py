"""A PDF file's bytes in; the YAML that it was made of, where it is attached, out.

The attachment is an associated file (ISO 19005-3, 6.8) with the relationship Source; PDF/A-2 may
not hold one, so such a file is PDF/A-3a.
"""

from __future__ import annotations

import logging
from io import BytesIO

from uppdrag.source import MAX_BYTES

NAME = "handling.yaml"

ATTACHING = f"""
#pdf.attach(
  "{NAME}",
  read("{NAME}", encoding: none),
  relationship: "source",
  mime-type: "application/yaml",
  description: "Handlingen som data",
)
"""
"""What stands last in a template whose documents carry their source."""


def source_in(data: bytes) -> str | None:
    """Return the YAML that a PDF file carries; None where it has none that can be read.

    The file may be anyone's: whoever calls sees to it that the time for it is limited.
    """
    from pypdf import PdfReader  # noqa: PLC0415 - only where a PDF is read

    log = logging.getLogger("pypdf")
    log.addHandler(logging.NullHandler())
    log.propagate = False
    try:
        for attached in PdfReader(BytesIO(data)).attachment_list:
            if attached.name == NAME and len(attached.content) <= MAX_BYTES:
                return attached.content.decode("utf-8")
    except Exception:  # noqa: BLE001 - a stranger's file may break whatever a parser trusts
        return None
    return None
