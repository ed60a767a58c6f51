"""The bytes of a PDF in; what it shows, by its own structure or by where its words stand, out."""

from uppdrag.importing.pdf.read import read_pdf

__all__ = ["read_pdf"]
