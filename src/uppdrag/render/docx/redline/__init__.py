"""A comparison in; a Word file with native tracked changes out.

The way: `plain` (what Word can hold) → `sides` (each document as Word has it) → `assemble` (both as
one) → `endings` (which ends of paragraphs come and go) → `write`; then `proof`, by `resolve` and
`reading`.
"""

from uppdrag.render.docx.redline.render import redline, render_redline
from uppdrag.render.docx.redline.stamp import Moves, Stamp

__all__ = ["Moves", "Stamp", "redline", "render_redline"]
