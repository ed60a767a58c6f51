"""Two words in; how many slips of the pen lie between them out."""

from __future__ import annotations


def edits(one: str, other: str) -> int:
    """Return the fewest letters put in, left out, exchanged, or swapped with the next one.

    This is the Damerau–Levenshtein distance where no stretch is edited twice.
    """
    rows = [list(range(len(other) + 1))]
    for at, letter in enumerate(one):
        above = rows[-1]
        row = [at + 1]
        for column, candidate in enumerate(other):
            cost = min(
                above[column + 1] + 1,
                row[column] + 1,
                above[column] + (letter != candidate),
            )
            swapped = letter == other[column - 1] and one[at - 1] == candidate
            if at and column and swapped:
                cost = min(cost, rows[-2][column - 1] + 1)
            row.append(cost)
        rows.append(row)
    return rows[-1][-1]
