"""Uppdragshandlingar: YAML text in; findings, Word, PDF and HTML out."""

__version__ = "0.1.0"
