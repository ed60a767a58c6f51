"""A working folder in; what an editor needs to help with its files, written there, out."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from uppdrag import __version__
from uppdrag.workspace.resources import Folder, shipped
from uppdrag.workspace.schemas import (
    COPY_MARK,
    MANDATE,
    PLAN,
    RULE_DATA,
    SETTINGS,
    THEME,
    is_copy,
)
from uppdrag.workspace.writing import write_whole

_FILES: Mapping[str, tuple[str, ...]] = {
    MANDATE: ("mandates/*/*.yaml",),
    PLAN: ("mandates/*/moten/*.yaml",),
    RULE_DATA: ("data/regeldata.yaml",),
    SETTINGS: ("uppdrag.yaml",),
    THEME: ("templates/tema.yaml",),
}
"""Which files each schema is about."""

_SEVERITIES = {"fel": "error", "varning": "warning", "upplysning": "info"}


@dataclass(frozen=True, slots=True)
class SetUp:
    """What came of each file, by its path from the folder."""

    written: tuple[Path, ...]
    kept: tuple[Path, ...]
    """Settings that were there and say something else."""
    own: tuple[Path, ...]
    """The folder's own schemas: they rule, and are never replaced."""


def set_up(folder: Folder, *, overwrite: bool) -> SetUp:
    """Write copies of the schemas, and settings for VS Code where there are none.

    A copy of a schema says of itself that it is one: the program goes on using its own. What is
    there already as it should be is left as it is. Raises `OSError`.
    """
    written, kept, own = [], [], []
    for name in _FILES:
        if _is_own(folder, name):
            own.append(Path(name))
        elif folder.root / name != shipped() / name and _write(folder, name, _copy(name)):
            written.append(Path(name))
    for name, content in _settings().items():
        if (folder.root / name).is_file() and not overwrite:
            if (folder.root / name).read_bytes() != _bytes(content):
                kept.append(Path(name))
        elif _write(folder, name, _bytes(content)):
            written.append(Path(name))
    return SetUp(tuple(written), tuple(kept), tuple(own))


def _write(folder: Folder, name: str, content: bytes) -> bool:
    """Write a file that is not so already; tell whether it was written."""
    path = folder.root / name
    if path.is_file() and path.read_bytes() == content:
        return False
    write_whole(path, content)
    return True


def _is_own(folder: Folder, name: str) -> bool:
    """Tell whether the folder has a schema of its own, not one that was copied there before."""
    own = folder.own(name)
    return own is not None and not is_copy(own.read_text(encoding="utf-8", errors="replace"))


def _copy(name: str) -> bytes:
    content = json.loads((shipped() / name).read_text(encoding="utf-8"))
    mark = f"{COPY_MARK} {__version__}. Kör uppdrag editor igen när programmet har uppdaterats."
    return _bytes({"$comment": mark, **content})


def _bytes(content: Mapping[str, Any]) -> bytes:
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def _settings() -> Mapping[str, Mapping[str, Any]]:
    return {
        ".vscode/extensions.json": {"recommendations": ["redhat.vscode-yaml"]},
        ".vscode/settings.json": {
            "yaml.schemas": {name: list(files) for name, files in _FILES.items()},
            "yaml.schemaStore.enable": False,
            "[yaml]": {
                "editor.insertSpaces": True,
                "editor.tabSize": 2,
                "editor.wordWrap": "on",
                "editor.formatOnSave": False,
            },
            "files.encoding": "utf8",
            "files.eol": "\n",
        },
        ".vscode/tasks.json": {
            "version": "2.0.0",
            "tasks": [
                {
                    "label": "uppdrag: bevaka",
                    "detail": "Prövar handlingarna varje gång en fil sparas.",
                    "type": "process",
                    "command": "uppdrag",
                    "args": ["check", "--watch"],
                    "isBackground": True,
                    "runOptions": {"runOn": "folderOpen"},
                    "presentation": {"reveal": "never", "panel": "dedicated"},
                    "options": {"env": {"NO_COLOR": "1"}},
                    "problemMatcher": [
                        _matcher(word, severity) for word, severity in _SEVERITIES.items()
                    ],
                }
            ],
        },
    }


def _matcher(word: str, severity: str) -> Mapping[str, Any]:
    """Return how VS Code reads a finding of one severity in what `check --watch` writes."""
    return {
        "owner": f"uppdrag-{severity}",
        "source": "uppdrag",
        "severity": severity,
        "fileLocation": ["autoDetect", "${workspaceFolder}"],
        "pattern": {
            "regexp": rf"^(.+?):(\d+):(\d+) {word} ([A-Z]\d{{3}}) (.*)$",
            "file": 1,
            "line": 2,
            "column": 3,
            "code": 4,
            "message": 5,
        },
        "background": {
            "activeOnStart": True,
            "beginsPattern": "^Prövar …$",
            "endsPattern": "^Väntar på ändringar",
        },
    }
