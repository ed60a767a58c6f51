"""What is written suits the terminal it is written to, and a pipe is never asked a question."""

import io
import sys
from typing import IO

import click
import pytest
from click.testing import CliRunner

from uppdrag.cli import terminal
from uppdrag.cli.terminal import Volume, column_width, may_ask, progress, volume_option


class Screen(io.StringIO):
    """A stream that a person looks at."""

    def isatty(self):
        return True


@pytest.mark.parametrize(
    ("stream", "environment", "coloured"),
    [
        (Screen(), {}, True),
        (Screen(), {"NO_COLOR": ""}, True),
        (Screen(), {"NO_COLOR": "1"}, False),
        (Screen(), {"TERM": "dumb"}, False),
        (Screen(), {"FORCE_COLOR": "0"}, False),
        (io.StringIO(), {}, False),
        (io.StringIO(), {"FORCE_COLOR": "1"}, True),
        (io.StringIO(), {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        (None, {}, False),
    ],
)
def test_colour_goes_to_a_person_who_has_not_declined_it(
    stream: IO[str] | None, environment: dict[str, str], *, coloured: bool
):
    assert terminal.wants_colour(stream, environment) is coloured


def test_a_closed_stream_is_no_terminal():
    stream = Screen()
    stream.close()
    assert not terminal.is_terminal(stream)


@pytest.mark.parametrize(
    ("sees", "types", "asked"), [(True, True, True), (True, False, False), (False, True, False)]
)
def test_a_question_needs_a_person_on_both_sides(
    monkeypatch: pytest.MonkeyPatch, *, sees: bool, types: bool, asked: bool
):
    monkeypatch.setattr(sys, "stdin", Screen() if types else io.StringIO())
    monkeypatch.setattr(sys, "stderr", Screen() if sees else io.StringIO())
    assert may_ask() is asked


@pytest.mark.parametrize(("columns", "width"), [("80", 80), ("10", 40), ("900", 120)])
def test_the_width_follows_the_terminal_within_reason(
    monkeypatch: pytest.MonkeyPatch, columns: str, width: int
):
    monkeypatch.setenv("COLUMNS", columns)
    assert column_width() == width


@pytest.mark.parametrize(
    ("flags", "volume"),
    [
        ([], Volume.NORMAL),
        (["-q"], Volume.QUIET),
        (["--quiet"], Volume.QUIET),
        (["--verbose"], Volume.VERBOSE),
        (["-q", "-v"], Volume.VERBOSE),
        (["-v", "-q"], Volume.QUIET),
    ],
)
def test_the_last_of_quiet_and_verbose_wins(flags: list[str], volume: Volume):
    heard = []

    @click.command()
    @volume_option
    def command(volume: Volume) -> None:
        heard.append(volume)

    assert CliRunner().invoke(command, flags).exit_code == 0
    assert heard == [volume]


def test_text_is_written_as_it_is_to_a_pipe_without_colours(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    terminal.write("\x1b[1mfyra\x1b[0m ord åäö\n")
    terminal.write_note("en not\n")
    shown = capsys.readouterr()
    assert (shown.out, shown.err) == ("fyra ord åäö\n", "en not\n")


def test_text_keeps_its_colours_when_they_are_forced(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("FORCE_COLOR", "1")
    terminal.write("\x1b[1mfyra\x1b[0m\n")
    assert capsys.readouterr().out == "\x1b[1mfyra\x1b[0m\n"


def test_progress_is_silent_where_no_person_sees_it(capsys: pytest.CaptureFixture[str]):
    with progress("Bygger", 3) as bar:
        bar.advance()
    shown = capsys.readouterr()
    assert (shown.out, shown.err) == ("", "")


def test_progress_is_shown_to_a_person_and_counts_the_steps(monkeypatch: pytest.MonkeyPatch):
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setenv("TERM", "xterm")
    with progress("Bygger [3] \x1b", 3) as bar:
        for _ in range(3):
            bar.advance()
    assert "Bygger [3] ␛" in screen.getvalue()
    assert "3/3" in screen.getvalue()


@pytest.mark.parametrize(("steps", "volume"), [(1, Volume.NORMAL), (3, Volume.QUIET)])
def test_a_single_step_or_a_quiet_run_has_no_bar(
    monkeypatch: pytest.MonkeyPatch, steps: int, volume: Volume
):
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    with progress("Bygger", steps, volume) as bar:
        bar.advance()
    assert screen.getvalue() == ""
