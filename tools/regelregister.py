"""The rules and their pages in; the index `docs/regler/README.md` out (run by `make docs`)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from uppdrag.findings.text import SEVERITY_WORDS
from uppdrag.rules import RULES, Rule
from uppdrag.workspace.rule_pages import titles

TARGET = Path(__file__).resolve().parents[1] / "docs" / "regler" / "README.md"

_HEAD = """\
# Regler

Den här sidan är gjord av reglerna själva (kör `make docs` när de ändras). I en terminal visar
`uppdrag explain` samma sidor, till exempel `uppdrag explain T003`.

**Fel** måste rättas. **Varningar** bör rättas. **Upplysningar** är till för eftertanke. Vad en
regel väger kan ändras i `uppdrag.yaml`, och en handling kan undantas från den med ett skäl. Det
gäller inte Y och S, för det som de hittar går inte att läsa eller trycka, inte I, som är importens
egna, och inte R004 och R005, som vakar över det som är beslutat.
"""

_FAMILIES: Mapping[str, tuple[str, str]] = {
    "Y": ("Filen som text", "Filen ska gå att läsa som YAML och betyda det den ser ut att betyda."),
    "S": ("Formatet och trycket", "Nycklar och värden ska följa formatet och gå att trycka."),
    "F": ("Fullständighet", "Det som handlingens typ och status kräver ska finnas."),
    "B": (
        "Beslut, roller och namn",
        "Rätt roll ska besluta, och organ och grupper ska heta detsamma hela vägen.",
    ),
    "D": ("Diarienummer och datum", "Nummer och dagar ska gå att söka på och stämma sinsemellan."),
    "L": ("Länkar och hänvisningar", "Den som läser ska hitta dit som handlingen hänvisar."),
    "P": ("Personuppgifter", "Handlingen ska inte säga mer om en person än den behöver."),
    "M": ("Möten", "Det ska gå att läsa ut hur ofta gruppen möts, och mötesplanen ska följa det."),
    "T": ("Text", "Texten ska följa skrivreglerna och vara lätt att läsa."),
    "R": ("Mellan handlingar", "Handlingarna i en mapp ska stämma med varandra."),
    "I": ("Import", "Det som importen är osäker på ska någon titta på."),
}
"""The families in the order of the work, each with a heading and a sentence."""


def index() -> str:
    """Return the index as Markdown: the rules that have a page, by family, with their weights."""
    return "\n".join([_HEAD, *(line for family in _FAMILIES for line in _family(family))])


def _family(family: str) -> Iterator[str]:
    known = titles(rule.id for rule in RULES.values() if rule.family == family)
    heading, about = _FAMILIES[family]
    yield f"## {family} – {heading}\n\n{about}\n"
    yield "| regel | gäller | väger |\n| --- | --- | --- |"
    for rule, title in known.items():
        words = title.replace("|", "\\|")
        yield f"| [{rule}]({rule}.md) | {words} | {_weight(RULES[rule])} |"
    yield ""


def _weight(rule: Rule) -> str:
    word = SEVERITY_WORDS[rule.severity]
    if rule.in_draft is None:
        return word
    return f"{word}, i utkast {SEVERITY_WORDS[rule.in_draft]}"


def main() -> None:
    """Write the index."""
    TARGET.write_text(index(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
