"""The process's arguments in, an exit code out: 0 clean, 1 findings of error severity, 2 not run.

This is the program's one edge: a person never sees a traceback unless ``UPPDRAG_DEBUG`` asks.
"""

import gc
import io
import os
import signal
import sys

DEBUG_VARIABLE = "UPPDRAG_DEBUG"
COULD_NOT_RUN = 2
INTERRUPTED = 130
BETWEEN_COLLECTIONS = 50_000
"""New values before the collector looks for rings: there are hardly any, and it takes its time."""

_LONGEST_COMMAND_LINE = 80


def main() -> None:
    """Run ``uppdrag`` with the process's arguments and end the process."""
    sys.exit(run())


def run() -> int:
    """Return the exit code of a whole run, everything shown and written."""
    _use_utf_8()
    _silence_warnings()
    gc.set_threshold(BETWEEN_COLLECTIONS)
    signal.signal(signal.SIGTERM, _interrupt)
    try:
        code = _run_group()
        if sys.stdout is not None:
            sys.stdout.flush()
    except KeyboardInterrupt:
        _say("Avbrutet.")
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001  the edge: whatever it is, a person gets one clear line
        return _unexpected(error)
    return code


def _interrupt(_number: int, _frame: object) -> None:
    """Stop as on Ctrl-C when another program asks for it: nothing half done stays behind."""
    raise KeyboardInterrupt


def _run_group() -> int:
    import click  # noqa: PLC0415  inside the edge, so that Ctrl-C while importing is handled too

    from uppdrag.cli import main as group  # noqa: PLC0415  see above
    from uppdrag.cli.terminal import show_click_error  # noqa: PLC0415  see above

    try:
        result = group.main(prog_name="uppdrag", standalone_mode=False)
    except click.Abort:
        _say("Avbrutet.")
        return INTERRUPTED
    except click.ClickException as error:
        if error.__cause__ is not None:
            _show_traceback_if_asked(error.__cause__)
        show_click_error(error)
        return COULD_NOT_RUN
    return result if isinstance(result, int) else 0


def _use_utf_8() -> None:
    # A Windows console or pipe may have another encoding, and a file name may hold what no
    # encoding can say. Line breaks stay the same on every system: same input, same bytes.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def _silence_warnings() -> None:
    # A library's warning is written for programmers, in English.
    if not sys.warnoptions and not os.environ.get(DEBUG_VARIABLE):
        import warnings  # noqa: PLC0415  only where it is used

        warnings.simplefilter("ignore")


def _unexpected(error: Exception) -> int:
    # Not the command line's own modules: they may be what failed, in a broken installation.
    from uppdrag.findings.refusal import explain_os_error, is_closed_pipe  # noqa: PLC0415  if needed
    from uppdrag.findings.visible import visible  # noqa: PLC0415  if needed

    if isinstance(error, OSError) and is_closed_pipe(error):
        _leave_closed_pipe()
        return COULD_NOT_RUN
    _show_traceback_if_asked(error)
    if isinstance(error, OSError):
        _say(f"Fel: {explain_os_error(error)}")
        return COULD_NOT_RUN
    command_line = visible(" ".join(["uppdrag", *sys.argv[1:]]))
    if len(command_line) > _LONGEST_COMMAND_LINE:
        command_line = command_line[:_LONGEST_COMMAND_LINE] + "…"
    _say(
        f"Det är ett fel i programmet, inte i din handling: '{command_line}' kunde inte slutföras "
        f"({type(error).__name__}). Sätt miljövariabeln {DEBUG_VARIABLE}=1 och kör igen, så visas "
        "detaljerna att skicka med i en felanmälan."
    )
    return COULD_NOT_RUN


def _show_traceback_if_asked(error: BaseException) -> None:
    if os.environ.get(DEBUG_VARIABLE):
        import traceback  # noqa: PLC0415  only when asked for

        traceback.print_exception(error)


def _say(message: str) -> None:
    try:
        print(message, file=sys.stderr)  # noqa: T201  the edge writes
    except OSError:
        # Nobody is left to read it: the exit code says the same.
        return


def _leave_closed_pipe() -> None:
    # Whoever read has stopped: not worth a word. Python flushes once more when it ends, and would
    # complain if there were no one to flush to.
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        os.dup2(nowhere, stream.fileno())


if __name__ == "__main__":
    main()
