"""The tree of a document that this program printed in; the mandate that prints as it out."""

from uppdrag.importing.printed.mandate import printed_mandate

__all__ = ["printed_mandate"]
