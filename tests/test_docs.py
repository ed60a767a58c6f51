"""The pages that are made of something else agree with it."""

import importlib.util
import json
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def test_the_field_reference_is_made_of_the_schema() -> None:
    spec = importlib.util.spec_from_file_location("faltreferens", ROOT / "tools/faltreferens.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    schema = json.loads((ROOT / "schemas/uppdragshandling.schema.json").read_text(encoding="utf-8"))
    page = (ROOT / "docs/format.md").read_text(encoding="utf-8")
    assert page == module.reference(schema), "kör make docs"
