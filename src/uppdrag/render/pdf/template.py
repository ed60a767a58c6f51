"""A Typst template's path in; an error out where the template, or a file beside it, would fetch.

Typst downloads a package by itself when a template imports one. The folder's `.typ` files are
therefore read before they are compiled, and what cannot be seen to stay in the folder is refused.
"""

from __future__ import annotations

import re
from pathlib import Path

from uppdrag.render.pdf.error import RenderError

# Both words take any expression, and `eval` any text: only the name of a .typ file written out
# shows where it leads. The words are refused wherever they stand, but for comments.
_FETCHING = re.compile(
    r"""\b(?:import|include)\b(?!\s*"[^"@\\]*\.typ")[^\n]{0,40}|\beval\b""",
)
_COMMENT = re.compile(r"^[ \t]*//(?!.*\*/).*$", re.MULTILINE)


def refuse_packages(template: Path) -> None:
    """Raise `RenderError` where the template is not there, or a template file is not its own."""
    if not template.is_file():
        raise RenderError(f"{template}: mallen för PDF finns inte. Ange en mallfil som finns.")
    for path in sorted(template.parent.rglob("*.typ")):
        try:
            text = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise RenderError(
                f"{path}: mallen går inte att läsa ({_reason(error)}). "
                "Spara den som vanlig text i UTF-8."
            ) from None
        code = _COMMENT.sub("", text)
        if found := _FETCHING.search(code):
            line = code.count("\n", 0, found.start()) + 1
            raise RenderError(
                f"{path}:{line}: mallen använder ”{found[0].strip()}”. En mall får bara importera "
                "filer i sin egen mapp, med namnet utskrivet, och inga paket. Ta bort raden och "
                "lägg det som behövs i mappen."
            )


def _reason(error: OSError | UnicodeDecodeError) -> str:
    return "fel teckenkodning" if isinstance(error, UnicodeDecodeError) else str(error.strerror)
