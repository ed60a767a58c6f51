"""Files of a working folder in; what a check of some of them tells out."""

from collections.abc import Mapping
from contextlib import chdir
from pathlib import Path
from typing import NamedTuple

from uppdrag.findings import Finding
from uppdrag.workspace.check_run import Question, answer
from uppdrag.workspace.mandates import find_checked
from uppdrag.workspace.resources import Folder

TODAY = "2026-07-01"


class Told(NamedTuple):
    """A finding without its message: the rule, the file below `mandates/`, and the words."""

    rule: str
    file: str
    words: str


def mandate(
    titel: str = "Uppdragshandling för Vårdforum Exempel",
    status: str = "beslutad",
    beslut: str = "2026-01-12",
    nummer: str = "RS 2026-00017",
    more: str = "",
) -> str:
    """Return a mandate in which no rule finds anything; `more` is further lines of it."""
    decided = (
        f"diarienummer: {nummer}\nbeslut:\n  datum: {beslut}\n"
        "  beslutsfattare: {namn: Kim Exempelsson, titel: Direktör}\n"
        "sändlista: [Ordförande i forumet]\n"
    )
    return (
        f"format: 1\ntyp: samverkansorgan\nstatus: {status}\ntitel: {titel}\ndatum: {beslut}\n"
        "syfte: Forumet ska samordna vården i länet.\nuppdragsbeskrivning: |\n"
        f"  Forumet ska följa upp gemensamma avtal.\n{more}"
        f"{decided if status != 'utkast' else ''}"
    )


def plan(*days: str, more: str = "") -> str:
    """Return a meeting plan of some days."""
    return "".join(["format: 1\n", more, "möten:\n", *(f"  - {day}\n" for day in days)])


def findings(
    root: Path, files: Mapping[str, str], *asked: str, today: str = TODAY
) -> tuple[Finding, ...]:
    """Write the files below `mandates/` and check those asked about, or all."""
    for name, text in files.items():
        path = root / "mandates" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    with chdir(root):
        folder = Folder(root)
        chosen = find_checked(folder, asked)
        return answer(Question(folder, chosen, today=today), lambda: None).findings


def told(root: Path, files: Mapping[str, str], *asked: str, today: str = TODAY) -> list[Told]:
    """Return the same, in short."""
    return [
        Told(found.rule, found.file.removeprefix("mandates/"), found.words)
        for found in findings(root, files, *asked, today=today)
    ]
