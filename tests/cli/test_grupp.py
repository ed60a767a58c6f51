"""The program as a person meets it: lazy commands, exit codes, and never a traceback."""

import errno
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import NamedTuple, Protocol

import click
import pytest
from click.testing import CliRunner

import uppdrag
from uppdrag import __main__ as edge
from uppdrag.cli import COMMANDS, main
from uppdrag.cli.grupp import LazyCommand, LazyGroup
from uppdrag.findings import UppdragError

Action = Callable[[str | None], object]


class Shown(NamedTuple):
    """What a person sees of a run."""

    out: str
    err: str


class Do(Protocol):
    """Runs the whole program with a command that does what it is given."""

    def __call__(self, action: Action, *arguments: str) -> tuple[int, Shown]: ...


SOURCE_FOLDER = Path(uppdrag.__file__).parent.parent


@pytest.fixture
def do(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    """Run the whole program in this process with one command, which does what the test says."""

    def run_with(action: Action, *arguments: str) -> tuple[int, Shown]:
        @click.command()
        @click.argument("fil", required=False)
        def command(fil: str | None) -> object:
            """Gör det som provet säger."""
            return action(fil)

        module = ModuleType("uppdrag.cli.provkommando")
        module.command = command
        monkeypatch.setitem(sys.modules, module.__name__, module)
        entry = LazyCommand(module.__name__, "command", "Provar.")
        monkeypatch.setattr(main, "lazy", {"check": entry})
        monkeypatch.setattr(sys, "argv", ["uppdrag", "check", *arguments])
        code = edge.run()
        return code, Shown(*capsys.readouterr())

    return run_with


def raises(error: BaseException):
    def action(_file: str | None) -> object:
        raise error

    return action


def process(*arguments: str, **environment: str):
    return subprocess.run(
        [sys.executable, "-m", "uppdrag", *arguments],
        capture_output=True,
        check=False,
        cwd=SOURCE_FOLDER,
        env={**os.environ, "PYTHONPATH": str(SOURCE_FOLDER), **environment},
        timeout=60,
    )


def test_the_help_lists_the_commands_in_the_order_of_the_work():
    output = CliRunner().invoke(main, ["--help"], prog_name="uppdrag").output
    places = [output.index(f"\n  {name} ") for name in ("check", "build", "new", "list", "import")]
    assert places == sorted(places)
    assert all(entry.help in output for entry in COMMANDS.values())


def test_the_help_imports_no_command():
    group = LazyGroup("g", lazy={"check": LazyCommand("finns.inte", "command", "Prövar.")})
    result = CliRunner().invoke(group, ["--help"])
    assert result.exit_code == 0
    assert "check  Prövar." in result.output


def test_a_command_without_arguments_shows_the_help_and_exit_code_2():
    result = CliRunner().invoke(main, [])
    assert result.exit_code == 2
    assert "Kommandon:" in result.output


@pytest.mark.parametrize("flag", ["-h", "--help"])
def test_both_help_flags_work_for_a_command_too(do: Do, flag: str):
    code, shown = do(raises(AssertionError), flag)
    assert code == 0
    assert shown.out.startswith("Användning: uppdrag check [FLAGGOR] [FIL]\n")


def test_the_version_is_that_of_the_package():
    output = CliRunner().invoke(main, ["--version"], prog_name="uppdrag").output
    assert output == f"uppdrag {uppdrag.__version__}\n"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("chekc", "Menade du 'check'?"), ("Build", "Menade du 'build'?"), ("xyz", "Kommandona är")],
)
def test_a_mistyped_command_gets_the_nearest_one(typed: str, meant: str):
    result = CliRunner().invoke(main, [typed])
    assert result.exit_code == 2
    assert f"Kommandot '{typed}' finns inte. {meant}" in result.output


@pytest.mark.parametrize(("returned", "code"), [(None, 0), (0, 0), (1, 1)])
def test_the_exit_code_is_what_the_command_returns(do: Do, returned: int | None, code: int):
    assert do(lambda _file: returned)[0] == code


def test_a_command_may_also_end_through_its_context(do: Do):
    assert do(lambda _file: click.get_current_context().exit(1))[0] == 1


def test_what_stops_a_run_is_shown_as_one_line_and_exit_code_2(do: Do):
    code, shown = do(raises(UppdragError("Gruppen 'x' finns inte. Välj en ur listan.")))
    assert (code, shown.out) == (2, "")
    assert shown.err == "Fel: Gruppen 'x' finns inte. Välj en ur listan.\n"


def test_a_plain_click_error_is_no_finding(do: Do):
    code, shown = do(raises(click.FileError("a.yaml", "okänt fel")))
    assert code == 2
    assert shown.err == "Fel: Filen 'a.yaml' går inte att öppna: okänt fel\n"


def test_a_missing_file_is_named(do: Do, tmp_path: Path):
    missing = tmp_path / "finns-inte.yaml"
    code, shown = do(lambda file: Path(file).read_bytes() and None, str(missing))
    assert code == 2
    assert shown.err == f"Fel: '{missing}' finns inte.\n"


@pytest.mark.parametrize(
    ("number", "part"),
    [
        (errno.ENOENT, "'a.docx' finns inte"),
        (errno.EACCES, "öppen i ett annat program, till exempel Word"),
        (errno.EPERM, "Åtkomst till 'a.docx' nekades"),
        (errno.ENOSPC, "disken är full"),
        (errno.EISDIR, "är en mapp"),
        (errno.EROFS, "skrivskyddad"),
        (errno.EXDEV, "felkod EXDEV"),
    ],
)
def test_what_the_operating_system_refuses_is_said_in_swedish(do: Do, number: int, part: str):
    code, shown = do(raises(OSError(number, "English words", "a.docx")))
    assert code == 2
    assert part in shown.err
    assert "'a.docx'" in shown.err
    assert "English" not in shown.err
    assert shown.err.count("\n") == 1


def test_a_file_open_in_word_on_windows_is_said_to_be_so(do: Do):
    error = PermissionError(errno.EACCES, "in use", "a.docx")
    error.winerror = 32
    _, shown = do(raises(error))
    assert "'a.docx' är öppen i ett annat program, till exempel Word. Stäng den" in shown.err


@pytest.mark.parametrize(
    "error", [ValueError("x"), KeyError("x"), RecursionError(), AssertionError(), MemoryError()]
)
def test_a_fault_in_the_program_is_one_line_and_no_traceback(do: Do, error: BaseException):
    code, shown = do(raises(error), "a.yaml")
    assert code == 2
    assert "fel i programmet" in shown.err
    assert "'uppdrag check a.yaml'" in shown.err
    assert "UPPDRAG_DEBUG=1" in shown.err
    assert "Traceback" not in shown.err
    assert shown.err.count("\n") == 1


@pytest.mark.parametrize("error", [ValueError("x"), FileNotFoundError(2, "x"), UppdragError("x")])
def test_the_details_are_shown_when_they_are_asked_for(
    do: Do, monkeypatch: pytest.MonkeyPatch, error: BaseException
):
    monkeypatch.setenv("UPPDRAG_DEBUG", "1")
    code, shown = do(raises(error))
    assert code == 2
    assert "Traceback" in shown.err
    assert type(error).__name__ in shown.err


def test_an_interrupted_run_says_so_and_ends_with_130(do: Do):
    code, shown = do(raises(KeyboardInterrupt()))
    assert code == 130
    assert shown.err.strip() == "Avbrutet."


def test_what_was_typed_reaches_the_terminal_as_pictures(do: Do):
    code, shown = do(raises(AssertionError), "--\x1b[31m\u202e")
    assert code == 2
    assert "Flaggan '--␛[31m\\u202e' finns inte." in shown.err


def test_the_whole_help_takes_a_tenth_of_a_second():
    def elapsed() -> float:
        started = time.perf_counter()
        assert process("--help").returncode == 0
        return time.perf_counter() - started

    assert min(elapsed() for _ in range(3)) < 0.10 * 3  # a slow or busy machine gets three times


def test_the_help_imports_nothing_heavy():
    probe = (
        "import sys; sys.argv = ['uppdrag', '--help']\n"
        "from uppdrag.__main__ import run\n"
        "run()\n"
        "print(*sys.modules, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", probe],
        capture_output=True,
        check=True,
        cwd=SOURCE_FOLDER,
        encoding="utf-8",
        timeout=60,
    )
    loaded = {name.partition(".")[0] for name in done.stderr.split()}
    assert "click" in loaded
    assert loaded.isdisjoint({"rich", "yaml", "jsonschema", "docx", "lxml", "typst", "jinja2"})


def test_the_output_is_utf_8_whatever_the_console_says():
    done = process("--help", PYTHONIOENCODING="ascii", LC_ALL="C")
    assert done.returncode == 0
    assert "Användning".encode() in done.stdout
    assert b"\r" not in done.stdout


@pytest.mark.skipif(os.name == "nt", reason="a closed pipe is made with the shell's own means here")
def test_a_reader_that_stops_is_not_told_of():
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "wb") as closed:
        done = subprocess.run(
            [sys.executable, "-m", "uppdrag", "--help"],
            stdout=closed,
            stderr=subprocess.PIPE,
            check=False,
            cwd=SOURCE_FOLDER,
            timeout=60,
        )
    assert done.stderr == b""
    assert done.returncode == 2


def test_a_broken_installation_is_told_of_without_a_traceback():
    probe = "import sys; sys.modules['click'] = None; from uppdrag.__main__ import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", probe],
        capture_output=True,
        check=False,
        cwd=SOURCE_FOLDER,
        encoding="utf-8",
        timeout=60,
    )
    assert done.returncode == 2
    assert "fel i programmet" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_in_the_table_can_be_loaded(name: str):
    assert COMMANDS[name].load().help
