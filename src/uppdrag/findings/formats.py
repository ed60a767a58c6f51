"""The name of a format in, the function that makes a text of a report out."""

from collections.abc import Callable, Mapping

from uppdrag.findings import github, json, junit, markdown, sarif
from uppdrag.findings.report import Report

FORMATS: Mapping[str, Callable[[Report], str]] = {
    "json": json.render,
    "sarif": sarif.render,
    "junit": junit.render,
    "github": github.render,
    "markdown": markdown.render,
}
"""Every format that needs nothing but a report; text needs a style and a width too."""
