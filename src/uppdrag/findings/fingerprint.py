"""Findings in; for each a name that stays the same when lines move, out."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable

from uppdrag.findings.finding import Finding, in_order

_DIGITS = 32


def fingerprints(findings: Iterable[Finding]) -> tuple[tuple[Finding, str], ...]:
    """Return each finding, in order, with its fingerprint: 32 hexadecimal digits.

    It is made of the rule, the file, the path and the words that are wrong, not of line numbers
    or the message; equal findings in one value are told apart by their order.
    """
    seen: Counter[str] = Counter()
    named = []
    for finding in in_order(findings):
        words = " ".join(finding.words.split())
        same = f"{finding.rule}\0{finding.file}\0{finding.path}\0{words}"
        seen[same] += 1
        told = f"{same}\0{seen[same]}"
        # The name of a file may hold what is no UTF-8.
        encoded = told.encode("utf-8", "surrogatepass")
        named.append((finding, hashlib.sha256(encoded).hexdigest()[:_DIGITS]))
    return tuple(named)
