"""The bytes of a web page in; what it shows, without what is around the document, out."""

from uppdrag.importing.html.read import read_html

__all__ = ["read_html"]
