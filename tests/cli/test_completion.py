"""`uppdrag completion`: the scripts work in the shells themselves, where those are here."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.working_folder import DRAFT, write

from .command import uppdrag

SHELLS = ("bash", "zsh", "fish", "powershell")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with two groups, and a program called uppdrag on the path of the shell."""
    for group in ("vardforum", "vastra-radet", "annan"):
        write(tmp_path, {f"mandates/{group}/2026-01-02.yaml": DRAFT})
    program = tmp_path / "bin" / "uppdrag"
    write(tmp_path, {"bin/uppdrag": f'#!/bin/sh\nexec "{sys.executable}" -m uppdrag "$@"\n'})
    program.chmod(0o755)
    return tmp_path


def run(folder: Path, shell: str, script: str) -> list[str]:
    path = os.pathsep.join([str(folder / "bin"), os.environ["PATH"]])
    done = subprocess.run(
        [shell, *(["--norc"] if shell == "bash" else []), "-c", script],
        cwd=folder,
        env={**os.environ, "PATH": path},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.splitlines()


def in_bash(folder: Path, *words: str) -> list[str]:
    """Return what bash proposes for the last word."""
    listed = " ".join(f"'{word}'" for word in words)
    return run(
        folder,
        "bash",
        f'compopt() {{ :; }}\neval "$(uppdrag completion bash)"\nCOMP_WORDS=({listed})\n'
        f"COMP_CWORD={len(words) - 1}\n_uppdrag_completion uppdrag\n"
        'for word in "${COMPREPLY[@]}"; do echo "$word"; done\n',
    )


def in_fish(folder: Path, *words: str) -> list[str]:
    files = "functions -q __fish_complete_path; or function __fish_complete_path; end\n"
    script = f"{files}uppdrag completion fish | source\ncomplete -C '{' '.join(words)}'\n"
    return [line.split("\t")[0] for line in run(folder, "fish", script)]


def in_zsh(folder: Path, *words: str) -> list[str]:
    """Return what zsh would propose: what the script hands over to it."""
    listed = " ".join(f"'{word}'" for word in words)
    script = (
        "compdef() { :; }; _path_files() { :; }\n"
        '_describe() { print -l -- "${completions_with_descriptions[@]%%:*}" }\n'
        'compadd() { print -l -- "${completions[@]}" }\n'
        f'eval "$(uppdrag completion zsh)"\nwords=({listed}); CURRENT={len(words)}\n'
        "_uppdrag_completion\n"
    )
    return [line for line in run(folder, "zsh", script) if line]


ASKED = [
    (("uppdrag", "ch"), ["check"]),
    (("uppdrag", "check", "va"), ["vardforum", "vastra-radet"]),
    (("uppdrag", "check", "--form"), ["--format"]),
    (("uppdrag", "fix", "an"), ["annan"]),
    (("uppdrag", "diff", "an"), ["annan"]),
    (("uppdrag", "fix", "--rule", "r00"), [f"R00{number}" for number in range(1, 8)]),
    (("uppdrag", "explain", "T00"), [f"T00{number}" for number in range(1, 10)]),
    (("uppdrag", "check", "--format", "s"), ["sarif"]),
    (("uppdrag", "explain", "X"), []),
]


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not here")
@pytest.mark.skipif(os.name == "nt", reason="the program is found in another way on Windows")
@pytest.mark.parametrize(("words", "proposed"), ASKED)
def test_bash_proposes(folder: Path, words: tuple[str, ...], proposed: list[str]) -> None:
    assert in_bash(folder, *words) == proposed


@pytest.mark.skipif(shutil.which("fish") is None, reason="fish is not here")
@pytest.mark.parametrize(("words", "proposed"), ASKED)
def test_fish_proposes(folder: Path, words: tuple[str, ...], proposed: list[str]) -> None:
    assert in_fish(folder, *words) == sorted(proposed)


@pytest.mark.skipif(shutil.which("zsh") is None, reason="zsh is not here")
@pytest.mark.parametrize(("words", "proposed"), ASKED)
def test_zsh_proposes(folder: Path, words: tuple[str, ...], proposed: list[str]) -> None:
    assert in_zsh(folder, *words) == proposed


def in_powershell(folder: Path, line: str, word: str) -> list[str]:
    """Return the lines that the script of PowerShell reads."""
    done = subprocess.run(
        [sys.executable, "-m", "uppdrag"],
        cwd=folder,
        env={
            **os.environ,
            "_UPPDRAG_COMPLETE": "powershell_complete",
            "COMP_WORDS": line,
            "COMP_CWORD": word,
        },
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return [line for line in done.stdout.splitlines() if line]


def test_powershell_is_told_a_line_for_each_proposal(folder: Path) -> None:
    title = "Fyller i kommandon med tabbtangenten."
    assert in_powershell(folder, "uppdrag comp", "comp") == [f"completion\t{title}"]
    assert in_powershell(folder, "uppdrag check va", "va") == [
        "vardforum\tvardforum",
        "vastra-radet\tvastra-radet",
    ]
    assert in_powershell(folder, "uppdrag explain T003", "T003") == [
        "T003\tIntervall skrivs med tankstreck"
    ]
    # Nothing is proposed where only a path may stand: then PowerShell itself proposes files.
    assert in_powershell(folder, "uppdrag check --baseline m", "m") == []


@pytest.mark.parametrize("shell", SHELLS)
def test_a_script_is_written_for_each_shell_without_running_it(
    tmp_path: Path, shell: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    code, out, err = uppdrag(tmp_path, "completion", shell)
    assert (code, err) == (0, "")
    assert f"{shell}_complete" in out


def test_another_shell_is_refused(tmp_path: Path) -> None:
    code, out, err = uppdrag(tmp_path, "completion", "cmd")
    assert (code, out) == (2, "")
    assert "powershell" in err
