"""What is wrong in a source in; values, and through one formatter a file, texts about them out."""

from uppdrag.findings.error import UppdragError
from uppdrag.findings.finding import BINDING, Finding, Severity, in_order
from uppdrag.findings.fingerprint import fingerprints
from uppdrag.findings.summary import Summary

__all__ = ["BINDING", "Finding", "Severity", "Summary", "UppdragError", "fingerprints", "in_order"]
