"""What the documentation tells people to copy and run can be read by what it is meant for."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import click
import pytest
import yaml

from uppdrag.cli import main
from uppdrag.cli.check import FORMATS

ROOT = Path(__file__).resolve().parents[1]
WORKFLOWS = tuple(sorted((ROOT / "docs/ci").glob("*.yml")))
HOOKS = ROOT / ".pre-commit-hooks.yaml"
PAGES = tuple(ROOT / name for name in ("README.md", "docs/ci.md", "docs/handbok.md"))

_FENCE = re.compile(r"^ *```(\w*)\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)
_SPAN = re.compile(r"`(uppdrag [^`]+)`")
_COMMAND = re.compile(r"^ *(?:\$ )?(uppdrag .+)$", re.MULTILINE)
_REST = re.compile(r" (?:>>?|\|\|?|&&|#) .*$| {2,}.*$")
"""What follows a command: where its output goes, what is done next, what it is for."""


def _loaded(file: Path) -> Any:
    return yaml.safe_load(file.read_text(encoding="utf-8"))


def _texts(node: Any) -> Iterator[str]:
    match node:
        case str():
            yield node
        case dict():
            for value in node.values():
                yield from _texts(value)
        case list():
            for value in node:
                yield from _texts(value)


def _of_workflow(file: Path) -> Iterator[str]:
    for text in _texts(_loaded(file)):
        yield from _COMMAND.findall(text)


def _of_page(file: Path) -> Iterator[str]:
    text = file.read_text(encoding="utf-8").replace("\\\n", " ")
    for _, inside in _FENCE.findall(text):
        yield from _COMMAND.findall(inside)
    yield from (" ".join(found.split()) for found in _SPAN.findall(_FENCE.sub("", text)))


COMMANDS = (
    *((file.name, line) for file in WORKFLOWS for line in _of_workflow(file)),
    *((file.name, line) for file in PAGES for line in _of_page(file)),
    *((HOOKS.name, f"{hook['entry']} mandates/rad/2026-06-16.yaml") for hook in _loaded(HOOKS)),
)


def _read(line: str) -> None:
    """Read the options of a command and their values; nothing is run, but help may be shown."""
    program, *arguments = shlex.split(_REST.sub("", line))
    context = click.Context(main, info_name=program, **main.context_settings)
    with context, suppress(click.exceptions.Exit):
        if arguments[0].startswith("-"):
            main.make_context(program, arguments)
        name, *rest = arguments
        command = main.get_command(context, name)
        assert command is not None, f"{line}: there is no such command"
        command.make_context(name, rest, parent=context)


@pytest.mark.parametrize(
    "line", [line for _, line in COMMANDS], ids=[f"{file}: {line}" for file, line in COMMANDS]
)
def test_a_command_that_is_shown_can_be_read(line: str):
    _read(line)


def test_the_commands_are_found_where_they_are_shown():
    assert {file for file, _ in COMMANDS} == {
        "README.md",
        ".pre-commit-hooks.yaml",
        "ci.md",
        "github-actions.yml",
        "gitlab-ci.yml",
        "handbok.md",
    }


def test_a_command_with_an_option_that_does_not_exist_is_refused():
    with pytest.raises(click.UsageError):
        _read("uppdrag check --finns-inte")


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.name)
def test_a_report_that_is_written_is_used(file: Path):
    text = file.read_text(encoding="utf-8")
    written = re.findall(r"--report (\w+)=(\S+)", text)
    assert written
    assert {kind for kind, _ in written} <= set(FORMATS)
    assert [name for _, name in written if text.count(name) == 1] == []


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.name)
def test_a_comparison_that_is_written_is_used(file: Path):
    text = file.read_text(encoding="utf-8")
    written = re.findall(r"uppdrag diff .*-o (\S+)", text)
    assert {name.rpartition(".")[2] for name in written} == {"md", "html"}
    assert [name for name in written if text.count(name) == 1] == []


def test_what_others_make_is_pinned():
    steps = _loaded(ROOT / "docs/ci/github-actions.yml")["jobs"]["handlingar"]["steps"]
    used = [step["uses"] for step in steps if "uses" in step]
    assert used
    assert [name for name in used if not re.search(r"@v\d+\.\d+\.\d+$", name)] == []
    assert _loaded(ROOT / "docs/ci/gitlab-ci.yml")["handlingar"]["image"] == "python:3.13"


def test_the_hooks_that_the_page_names_exist_and_fit_the_mandates():
    page = (ROOT / "docs/ci.md").read_text(encoding="utf-8")
    (example,) = [yaml.safe_load(text) for kind, text in _FENCE.findall(page) if kind == "yaml"]
    hooks = {hook["id"]: hook for hook in _loaded(HOOKS)}
    named = [hook["id"] for hook in example["repos"][0]["hooks"]]
    assert sorted(named) == sorted(hooks)
    for hook in hooks.values():
        assert re.search(hook["files"], "mandates/rad/2026-06-16.yaml")
        assert not re.search(hook["files"], "schemas/uppdragshandling.schema.json")
    for plan in ("mandates/rad/moten/2026.yaml", "mandates/rad/möten/2026.yaml"):
        assert re.search(hooks["uppdrag-fix"]["exclude"], plan)
        assert "exclude" not in hooks["uppdrag-check"]
