"""The pages that are made of something else agree with it."""

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest

from uppdrag.rules import RULES

from .example_case import run

ROOT = Path(__file__).resolve().parents[1]
PAGES = ROOT / "docs" / "regler"
SHOWN = """\
format: 1
typ: samverkansorgan
status: utkast
titel: Uppdragshandling för Vårdforum Exempel
diarienummer: RS 2026 – 00123
syfte: Forumet ska träffas 6 - 10 gånger per år.
uppdragsbeskrivning: |
  Arbetet följer [rutinen](https://www.vregion.se/rutin).
"""
"""The mandate whose findings the README shows, and the handbook in part."""


def tool(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, ROOT / "tools" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_field_reference_is_made_of_the_schema() -> None:
    schema = json.loads((ROOT / "schemas/uppdragshandling.schema.json").read_text(encoding="utf-8"))
    page = (ROOT / "docs/format.md").read_text(encoding="utf-8")
    assert page == tool("faltreferens").reference(schema), "kör make docs"


def test_the_index_of_rules_is_made_of_the_rules() -> None:
    page = (PAGES / "README.md").read_text(encoding="utf-8")
    assert page == tool("regelregister").index(), "kör make docs"


def test_the_index_has_every_rule_that_has_a_page() -> None:
    page = (PAGES / "README.md").read_text(encoding="utf-8")
    with_a_page = [rule for rule in RULES if (PAGES / f"{rule}.md").is_file()]
    assert with_a_page
    assert [rule for rule in with_a_page if page.count(f"| [{rule}]({rule}.md) | ") != 1] == []


def test_the_findings_that_are_shown_are_the_programs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mandate = tmp_path / "mandates" / "rad" / "2026-06-16.yaml"
    mandate.parent.mkdir(parents=True)
    mandate.write_text(SHOWN, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    told = run(["check", "rad"]).stdout
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert f"$ uppdrag check rad\n{told}```" in readme
    warning = [line for line in told.splitlines() if " varning T" in line]
    assert warning
    assert set(warning) <= set((ROOT / "docs/handbok.md").read_text(encoding="utf-8").splitlines())
