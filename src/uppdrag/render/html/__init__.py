"""The document tree in; one accessible, self-contained page of HTML out, for screen and paper."""

from uppdrag.render.html.page import render
from uppdrag.render.html.template import HtmlTemplate, compile_template

__all__ = ["HtmlTemplate", "compile_template", "render"]
