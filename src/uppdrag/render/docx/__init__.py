"""A document tree in, a Word file out, drawn with a template in docxtpl's syntax."""

from uppdrag.render.docx.logo import with_logo
from uppdrag.render.docx.package import TemplateError
from uppdrag.render.docx.render import render
from uppdrag.render.docx.template import (
    CompiledTemplate,
    apply_theme,
    compile_template,
    read_template,
)

__all__ = [
    "CompiledTemplate",
    "TemplateError",
    "apply_theme",
    "compile_template",
    "read_template",
    "render",
    "with_logo",
]
