"""Text copied from Word, a PDF or a web page in; a mandate and notes about it out."""

from uppdrag.importing.note import Imported, Note
from uppdrag.importing.reading import import_text

__all__ = ["Imported", "Note", "import_text"]
