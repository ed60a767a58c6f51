"""Lines of a mandate in; what one rule finds there, as the words that it stands at, out."""

from pathlib import Path

from uppdrag.findings import Finding
from uppdrag.workspace.checking import check, held_to
from uppdrag.workspace.mandates import MandateFile
from uppdrag.workspace.resources import Folder

HELD = held_to(Folder(Path("ingen")))


def told(rule: str, lines: str) -> list[Finding]:
    """Return the findings of a rule in a file of these lines; what each needs stands in them."""
    file = MandateFile(None, "h.yaml", "grupp/h")
    checked = check(("format: 1\n" + lines).encode("utf-8"), file, HELD)
    assert checked.handling is not None, [item.message for item in checked.told]
    return [item for item in checked.told if item.rule == rule]


def words(rule: str, lines: str) -> list[str]:
    """Return the words that a rule's findings stand at."""
    return [item.words for item in told(rule, lines)]
