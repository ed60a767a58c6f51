"""The project's own mandates, which are good, set off no error and hardly a warning."""

import io
from collections.abc import Callable

from pypdf import PdfReader
from tests.end_to_end.conftest import ROOT

from uppdrag.findings import Severity
from uppdrag.workspace.checking import Checked
from uppdrag.workspace.rendering import Renderers

MANDATES = sorted((ROOT / "mandates").rglob("*.yaml"))


def test_a_good_mandate_has_no_error_and_at_most_one_warning_a_page(
    checked: Callable[[bytes], Checked], renderers: Renderers
):
    for path in MANDATES:
        mandate = checked(path.read_bytes())
        assert mandate.document is not None
        of_weight = [item.severity for item in mandate.told]
        own = of_weight.count(Severity.WARNING)
        size = len(PdfReader(io.BytesIO(renderers.render(mandate.document, "pdf"))).pages)
        assert of_weight.count(Severity.ERROR) == 0, path
        assert own <= size, path
