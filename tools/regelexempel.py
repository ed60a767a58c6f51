"""Names of rules in; `expected.txt` of their example folders, written by the program itself, out.

Run as `.venv/bin/python tools/regelexempel.py [RULE…]`, and read what it wrote: every range has to
be exactly the words that are wrong. Without names all the examples are written.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.example_case import Case, cases, told  # noqa: E402  the path comes first


def main() -> int:
    """Write the files, tell which changed and which examples are faulty; 1 if any is."""
    chosen = list(cases(sys.argv[1:]))
    if not chosen:
        print(f"No examples of {', '.join(sys.argv[1:]) or 'any rule'} in tests/cases.")
        return 1
    faulty = 0
    for case in chosen:
        try:
            faults = list(_write(case))
        except Exception as error:  # noqa: BLE001  one broken example must not hide the others
            faults = [f"{type(error).__name__}: {error}"]
        for fault in faults:
            print(f"{case.name}: {fault}")
        faulty += bool(faults)
    print(f"{len(chosen)} examples, {faulty} faulty.")
    return int(faulty > 0)


def _write(case: Case) -> Iterator[str]:
    """Write `expected.txt` of a case where its words are new; yield what is wrong with the case."""
    lines = told(case, "bad").lines
    before = case.expected.read_text(encoding="utf-8") if case.expected.is_file() else None
    if lines != before:
        case.expected.write_text(lines, encoding="utf-8", newline="\n")
        print(f"{case.name}: expected.txt written")
    if f" {case.rule} " not in lines:
        yield f"bad gives no {case.rule}, but:\n{lines}"
    if right := told(case, "good").lines:
        yield f"good is not right:\n{right}"


if __name__ == "__main__":
    sys.exit(main())
