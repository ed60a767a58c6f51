"""A value in; a mandate file that holds it in every kind of place, and nowhere else, out."""

import re
from collections.abc import Mapping

from uppdrag.document import prose

FRAME = """\
format: 1
typ: samverkansorgan
status: utkast
diarienummer: "{diarienummer}"
titel: "{titel}"
syfte: "{syfte}"
uppdragsbeskrivning:
  avsnitt_del:
    etikett: "{etikett}"
    text: Delens text.
  avsnitt_text:
    rubrik: Tabell
    text: "| Ansvar | Svar |\\n| --- | --- |\\n| {cell} | Ja |"
sändlista:
  - mottagare: "{mottagare}"
  - mottagare: Registrator
"""

PLACES = ("titel", "syfte", "mottagare", "cell", "etikett", "diarienummer")
PLAIN = "vanligt"
SHORT = "diarienummer"
"""The place that takes 60 characters at most."""


def quoted(text: str) -> str:
    """Return the text as it stands between double quotes in YAML 1.2 (7.3.1)."""
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")


def escaped(text: str) -> str:
    """Return the text between double quotes, all but ASCII letters as escapes."""
    return "".join(
        letter if letter.isascii() and letter.isalpha() else f"\\U{ord(letter):08x}"
        for letter in text
    )


def in_prose(text: str) -> str:
    """Return the words so written that running text says just them."""
    return prose.escape(text)


def in_cell(text: str) -> str:
    return re.sub(r"(?<!\\)\|", r"\\|", prose.escape(text))


def mandate(values: Mapping[str, str]) -> str:
    """Return a file whose named places have what is written; the others say something plain."""
    return FRAME.format(**(dict.fromkeys(PLACES, PLAIN) | values))


def saying(text: str, *places: str) -> str:
    """Return a file whose places say the text, whatever it looks like."""
    wording = {"syfte": in_prose(text), "cell": in_cell(text)}
    return mandate({place: quoted(wording.get(place, text)) for place in places})
