"""A reading in; the cells of its table, and the sentences around it, in Swedish, out."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from uppdrag.readability.compare import Change
from uppdrag.readability.lix import BEYOND_SCALE, FEWEST_WORDS, LONG_WORD, SCALE, Measure
from uppdrag.readability.reading import Reading
from uppdrag.readability.report import MANY_WORDS

HEADER = ("Avsnitt", "Ord", "Ord/mening", "Långa", "LIX", "Nivå", "Ändring")
"""The columns; the last one is there only where there is something to compare with."""

TOTAL = "Hela handlingen"
NO_TEXT = "Handlingen har ingen löpande text."
NONE = "–"


def header(reading: Reading) -> tuple[str, ...]:
    """Return the headings of the columns."""
    return HEADER if reading.comparison else HEADER[:-1]


def rows(reading: Reading) -> Iterator[tuple[str, ...]]:
    """Yield the cells of each section, and last those of the whole document."""
    compared = reading.comparison
    for section in reading.report.sections:
        change = compared.sections[section.key] if compared else None
        yield (section.name, *_figures(section.measure), *_change(change))
    yield (TOTAL, *_figures(reading.report.total), *_change(compared.total if compared else None))


def compared_with(reading: Reading) -> str:
    """Return what the figures are compared with."""
    if reading.earlier is None:
        return "Ingen tidigare revision att jämföra med."
    return f"Jämfört med {reading.earlier}."


def removed(reading: Reading) -> str:
    """Return which sections are gone; empty where none is."""
    names = reading.comparison.removed if reading.comparison else ()
    return f"Avsnitt som inte finns kvar: {', '.join(names)}." if names else ""


def long_sentences(reading: Reading) -> str:
    """Return how many sentences are long, now and before."""
    before = reading.comparison
    earlier = f" (tidigare {before.long_sentences_before})" if before else ""
    return f"Meningar med fler än {MANY_WORDS} ord: {reading.report.long_sentences}{earlier}."


def long_words(reading: Reading) -> str:
    """Return the commonest long words with their numbers; empty where there are none."""
    found = ", ".join(f"{word}\u00a0{count}" for word, count in reading.report.long_words)
    return f"Vanligaste långa orden: {found}." if found else ""


def explanation() -> Iterator[str]:
    """Yield the paragraphs that say what the figures are."""
    least, *_ = SCALE
    steps = [f"under {least[0]} {least[1]}"]
    steps += [f"{low}–{high - 1} {level}" for (low, _), (high, level) in pairwise(SCALE)]
    steps.append(f"{SCALE[-1][0]} och över {BEYOND_SCALE}")
    yield (
        "LIX (Björnsson 1968) är antalet ord per mening plus andelen långa ord, med minst "
        f"{LONG_WORD} bokstäver, i procent: {', '.join(steps)}. Ett avsnitt med färre än "
        f"{FEWEST_WORDS} ord är för kort för ett värde."
    )
    yield (
        "Värdet säger hur långa orden och meningarna är, inte om texten är bra. En punkt i en "
        "lista räknas som en egen mening. Rubriker, etiketter, tabeller, anmärkningen, uppgifterna "
        "i dokumentets huvud, beslutet och sändlistan räknas inte."
    )


def _figures(measure: Measure) -> tuple[str, ...]:
    if not measure.words:
        return ("0", NONE, NONE, NONE, NONE)
    return (
        str(measure.words),
        f"{measure.words_per_sentence:.1f}".replace(".", ","),
        f"{measure.long_share:.0f}\u00a0%",
        NONE if measure.lix is None else str(measure.lix),
        measure.level,
    )


def _change(change: Change | None) -> tuple[str, ...]:
    if change is None:
        return ()
    if change.before is None:
        return ("nytt",)
    if change.lix is None:
        return (NONE,)
    return (f"{change.lix:+d}".replace("-", "−") if change.lix else "0",)
