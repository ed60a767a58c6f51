"""The bytes of an OpenDocument text in; what it shows out."""

from uppdrag.importing.odt.read import read_odt

__all__ = ["read_odt"]
