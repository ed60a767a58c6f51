"""The text of a Markdown file in; what it shows out."""

from uppdrag.importing.markdown.read import is_markdown, read_markdown

__all__ = ["is_markdown", "read_markdown"]
