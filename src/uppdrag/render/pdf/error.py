"""What makes a PDF file impossible: a Swedish message in, the run's end out."""

from uppdrag.findings.error import UppdragError


class RenderError(UppdragError):
    """Says which file, template or text stops the PDF, and what to do instead."""
