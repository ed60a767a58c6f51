"""Nothing in; how fast two documents are compared, on standard output.

Both real pairs, and documents that grow from 100 to 5,000 paragraphs, edited in each of the ways
that could make a comparison slow. The figures are the processor's time, so that what else it does
matters less.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from itertools import cycle, islice
from pathlib import Path
from random import Random

from uppdrag.compare import compare
from uppdrag.document import compose
from uppdrag.document.tree import Block, Document, Item, ListBlock, Metadata, Paragraph, Run
from uppdrag.model import read
from uppdrag.schema import prune
from uppdrag.source import load

ROOT = Path(__file__).resolve().parents[1]
PAIRS = (
    ("samordningsråd", "samordningsrad-halso-och-sjukvard", "2024-02-12", "2026-06-16"),
    ("VVG", "vvg", "2017-01-01", "2026-06-01"),
)
SIZES = (100, 500, 1500, 5000)
METADATA = Metadata("Mätning", "Uppdragshandling")
WORDS_EACH = 25

Texts = Sequence[str]
Kind = Callable[[Random, Texts], tuple[Texts, Texts]]


def main() -> None:
    """Measure and print, one line a pair, then one line a kind with one column a size."""
    for name, seconds in real_pairs():
        print(f"{name + ', i processen':40} {seconds * 1000:8.2f} ms   mål 5 ms")
    print(f"\n{'sekunder, efter antal stycken':40}" + "".join(f"{size:>9}" for size in SIZES))
    for kind, figures in growth(SIZES):
        print(f"{kind:40}" + "".join(f"{seconds:9.3f}" for seconds in figures), flush=True)


def real_pairs(runs: int = 40) -> list[tuple[str, float]]:
    """Return the seconds that it takes to compare each of the real pairs."""
    found = []
    for name, group, before, after in PAIRS:
        old, new = (_document(ROOT / "mandates" / group / f"{day}.yaml") for day in (before, after))
        found.append((name, _seconds(old, new, runs)))
    return found


def growth(sizes: Sequence[int]) -> list[tuple[str, list[float]]]:
    """Return, for each kind of edit, the seconds that it takes at each size."""
    return [
        (name, [_seconds(*documents(kind, size), runs=1) for size in sizes])
        for name, kind in KINDS.items()
    ]


def documents(kind: Kind, size: int) -> tuple[Document, Document]:
    """Return a pair of documents of so many blocks."""
    chooser = Random(size)  # noqa: S311 - the same texts every time
    old, new = kind(chooser, [_paragraph(chooser) for _ in range(size)])
    return _flat(old), _flat(new)


def _seconds(old: Document, new: Document, runs: int) -> float:
    times = []
    for _ in range(runs):
        begun = time.process_time()
        compare(old, new)
        times.append(time.process_time() - begun)
    return min(times)


def _document(file: Path) -> Document:
    data = load(file.read_bytes(), file.name).data()
    assert isinstance(data, dict)  # noqa: S101 - a mandate is a mapping
    return compose(read(prune(data).data))


def _vocabulary() -> list[str]:
    files = sorted((ROOT / "mandates").rglob("*.yaml"))
    return sorted({word for file in files for word in file.read_text("utf-8").split()})


_WORDS = _vocabulary()


def _paragraph(chooser: Random) -> str:
    return " ".join(chooser.choices(_WORDS, k=WORDS_EACH))


def _flat(texts: Texts) -> Document:
    return Document(METADATA, tuple(Paragraph((Run(text),)) for text in texts))


def _reworded(chooser: Random, text: str) -> str:
    words = text.split(" ")
    for _ in range(3):
        words[chooser.randrange(len(words))] = chooser.choice(_WORDS)
    return " ".join(words)


def _second(chooser: Random, texts: Texts) -> Texts:
    return [_reworded(chooser, text) if n % 2 else text for n, text in enumerate(texts)]


def _mixed(chooser: Random, texts: Texts) -> Texts:
    words = texts[0].split(" ")
    return [" ".join(chooser.sample(words, len(words))) for _ in texts]


def _shuffled(chooser: Random, texts: Texts) -> Texts:
    return chooser.sample(texts, len(texts))


def _halved(_: Random, texts: Texts) -> Texts:
    halves = ((t[: len(t) // 2 + 1], t[len(t) // 2 + 1 :]) for t in texts)
    return [half for pair in halves for half in pair if half]


def _few(chooser: Random, texts: Texts) -> Texts:
    return list(islice(cycle(chooser.sample(texts, 5)), len(texts)))


KINDS: Mapping[str, Kind] = {
    "oförändrat": lambda _, t: (t, t),
    "varje stycke omformulerat": lambda c, t: (t, [_reworded(c, one) for one in t]),
    "vartannat stycke omformulerat": lambda c, t: (t, _second(c, t)),
    "samma ord i annan ordning": lambda c, t: (_mixed(c, t), _mixed(c, t)),
    "allt utbytt": lambda c, t: (t, [_paragraph(c) for _ in t]),
    "alla lika": lambda _, t: ([t[0]] * len(t), [t[0]] * (len(t) * 2 // 3)),
    "alla lika och omformulerade": lambda c, t: ([t[0]] * len(t), [_reworded(c, t[0]) for _ in t]),
    "fem olika, många gånger": lambda c, t: (_few(c, t), _shuffled(c, _few(c, t))),
    "omkastat": lambda c, t: (t, _shuffled(c, t)),
    "omkastat och omformulerat": lambda c, t: (t, [_reworded(c, o) for o in _shuffled(c, t)]),
    "baklänges": lambda _, t: (t, t[::-1]),
    "varje stycke delat": lambda c, t: (t, _halved(c, t)),
    "hälften borta": lambda _, t: (t, t[::2]),
}


def bullets(texts: Texts) -> tuple[Block, ...]:
    """Return a list with one point a text."""
    return (ListBlock(tuple(Item((Paragraph((Run(text),)),)) for text in texts)),)


if __name__ == "__main__":
    main()
