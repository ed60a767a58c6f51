"""An editor gets what it needs to help, and no one's own settings are touched."""

from __future__ import annotations

import json
import re
from contextlib import chdir
from pathlib import Path
from typing import Any

import pytest
from tests.working_folder import DRAFT, HYPHEN, ask, write

from uppdrag.findings import Severity
from uppdrag.findings.text import render
from uppdrag.source import Lines
from uppdrag.workspace import editor
from uppdrag.workspace.editor import SetUp, set_up
from uppdrag.workspace.resources import Folder, shipped

# The schema of what the program writes is nothing that anyone edits by.
WRITTEN = "jamforelse.schema.json"
SCHEMAS = {
    f"schemas/{path.name}"
    for path in (shipped() / "schemas").glob("*.json")
    if path.name != WRITTEN
}
SETTINGS = {".vscode/extensions.json", ".vscode/settings.json", ".vscode/tasks.json"}


def names(paths: tuple[Path, ...]) -> set[str]:
    return {path.as_posix() for path in paths}


def ready(folder: Path) -> SetUp:
    return set_up(Folder(folder), overwrite=False)


def loaded(folder: Path, name: str) -> Any:
    return json.loads((folder / name).read_text(encoding="utf-8"))


def test_a_folder_gets_every_schema_and_settings(tmp_path: Path) -> None:
    done = ready(tmp_path)
    assert names(done.written) == SCHEMAS | SETTINGS
    assert (done.kept, done.own) == ((), ())
    found = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.*")}
    assert found >= SCHEMAS | SETTINGS


def test_the_settings_tell_of_every_schema_by_a_path_that_is_there(tmp_path: Path) -> None:
    ready(tmp_path)
    told = loaded(tmp_path, ".vscode/settings.json")["yaml.schemas"]
    assert set(told) == SCHEMAS
    write(tmp_path, {"mandates/a/2026-01-02.yaml": DRAFT, "mandates/a/moten/2026.yaml": ""})
    found = [path for pattern in told.values() for path in tmp_path.glob(pattern[0])]
    assert {path.name for path in found} == {"2026-01-02.yaml", "2026.yaml"}


def test_a_copy_of_a_schema_rules_nothing(tmp_path: Path) -> None:
    write(tmp_path, {"mandates/a/2026-01-02.yaml": HYPHEN})
    before = ask(tmp_path)
    ready(tmp_path)
    name = "schemas/uppdragshandling.schema.json"
    text = (tmp_path / name).read_text(encoding="utf-8")
    write(tmp_path, {name: text.replace('"typ"', '"sort"')})
    assert ask(tmp_path) == before


def test_nothing_is_written_twice(tmp_path: Path) -> None:
    ready(tmp_path)
    assert ready(tmp_path) == SetUp((), (), ())


def test_a_copy_of_an_earlier_version_is_renewed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(editor, "__version__", "0.0.1")
    ready(tmp_path)
    monkeypatch.undo()
    assert names(ready(tmp_path).written) == SCHEMAS


def test_settings_that_are_there_are_left_alone_until_it_is_forced(tmp_path: Path) -> None:
    own = "// mina\n{}\n"
    write(tmp_path, {".vscode/settings.json": own})
    done = ready(tmp_path)
    assert names(done.kept) == {".vscode/settings.json"}
    assert (tmp_path / ".vscode/settings.json").read_text(encoding="utf-8") == own
    assert names(set_up(Folder(tmp_path), overwrite=True).written) == {".vscode/settings.json"}
    assert "yaml.schemas" in loaded(tmp_path, ".vscode/settings.json")


def test_the_folders_own_schema_is_never_replaced(tmp_path: Path) -> None:
    name = "schemas/tema.schema.json"
    write(tmp_path, {name: b'{"type": "object", "titel": "\xe5"}'})
    for overwrite in (False, True):
        done = set_up(Folder(tmp_path), overwrite=overwrite)
        assert names(done.own) == {name}
        assert name not in names(done.written)
    assert (tmp_path / name).read_bytes() == b'{"type": "object", "titel": "\xe5"}'


def test_the_programs_own_folder_keeps_its_schemas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(editor, "write_whole", lambda path, _content: written.append(path.name))
    written: list[str] = []
    set_up(Folder(shipped()), overwrite=True)
    assert set(written) == {name.removeprefix(".vscode/") for name in SETTINGS}


def matchers() -> list[dict[str, Any]]:
    (task,) = editor._settings()[".vscode/tasks.json"]["tasks"]
    found: list[dict[str, Any]] = task["problemMatcher"]
    return found


FAULTS = {
    Severity.ERROR: DRAFT.replace("typ:", "typp:"),
    Severity.WARNING: HYPHEN,
    Severity.INFO: DRAFT.replace("ska följa", "ska t ex följa"),
}


@pytest.mark.parametrize("severity", list(Severity))
@pytest.mark.parametrize("place", ["mandates/åäö (ny)/2026-01-02.yaml", "C:/a b/2026-01-02.yaml"])
def test_the_editor_reads_each_finding_where_it_stands(
    tmp_path: Path, severity: Severity, place: str
) -> None:
    write(tmp_path, {place: FAULTS[severity]})
    with chdir(tmp_path):
        found = ask(tmp_path, place).findings
    said = render(found, {place: Lines(FAULTS[severity])}, 1).splitlines()
    read = []
    for matcher in matchers():
        pattern = matcher["pattern"]
        for line in said:
            if match := re.match(pattern["regexp"], line):
                parts = [match[pattern[name]] for name in ("file", "line", "column", "code")]
                read.append((matcher["severity"], *parts, match[pattern["message"]]))
    assert read == [
        (item.severity.value, item.file, str(item.line), str(item.column), item.rule, item.message)
        for item in found
    ]
    assert {item.severity for item in found} == {severity}
