"""Files in; a working folder of a test with them, and what a check of it answers, out."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import chdir
from pathlib import Path
from typing import Any

from uppdrag.findings import Finding
from uppdrag.workspace.check_run import Answer, Question, answer
from uppdrag.workspace.mandates import find_checked
from uppdrag.workspace.resources import find_folder

TODAY = "2026-07-01"
DRAFT = """\
format: 1
typ: samverkansorgan
status: utkast
titel: Uppdragshandling för Vårdforum Exempel
syfte: Forumet ska samordna vården i länet.
uppdragsbeskrivning: |
  Forumet ska följa upp gemensamma avtal.
"""
"""A draft in which no rule finds anything."""

DECIDED = f"""\
{DRAFT.replace("utkast", "beslutad")}\
diarienummer: RS 2026-00017
datum: 2026-01-12
beslut:
  datum: 2026-01-12
  beslutsfattare: {{namn: Kim Exempelsson, titel: Direktör}}
sändlista: [Ordförande i forumet]
"""
"""The same, decided."""

HYPHEN = DRAFT.replace("Forumet ska följa", "Forumet träffas 6 - 10 gånger per år. Det ska följa")
"""A draft in which T003 finds an interval, and can mend it."""


def write(root: Path, files: Mapping[str, str | bytes]) -> None:
    """Write files below a folder, byte for byte; text becomes UTF-8."""
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)


def ask(root: Path, *names: str, advance: Any = lambda: None, **asked: Any) -> Answer:
    """Return what a check of the names, or of all, answers in the folder."""
    with chdir(root):
        folder = find_folder(Path.cwd())
        files = find_checked(folder, names)
        return answer(Question(folder, files, asked.pop("today", TODAY), **asked), advance)


def told(findings: tuple[Finding, ...]) -> list[tuple[str, str]]:
    """Return the rule and the words of each finding."""
    return [(finding.rule, finding.words) for finding in findings]
