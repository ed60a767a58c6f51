"""A function and what it is given in; its result out, from a process that is stopped in time."""

from __future__ import annotations

import signal
from collections.abc import Callable
from multiprocessing import get_context
from typing import TYPE_CHECKING, TypeVar

from uppdrag.findings import UppdragError

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

Given = TypeVar("Given")
Result = TypeVar("Result")


class TooSlowError(UppdragError):
    """The work took more time than it was given."""


class BrokenError(UppdragError):
    """The process ended without a result, such as for want of memory."""


def apart(function: Callable[[Given], Result], given: Given, seconds: float) -> Result:
    """Return the function's result, of a process of its own; for what is done with anyone's file.

    The function is a module's own and what it is given and gives can be pickled. Raises the
    `UppdragError` that the function raises, `TooSlowError` when the time is up, and `BrokenError`.
    """
    # Started afresh, not forked: the same on every system.
    context = get_context("spawn")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(function, given, there), daemon=True)
    process.start()
    there.close()
    try:
        if not here.poll(seconds):
            message = f"Det tog mer än {seconds:.0f} sekunder att läsa filen. Är det rätt fil?"
            raise TooSlowError(message)
        answer = here.recv()
    except EOFError:
        message = "Filen gick inte att läsa: den är skadad eller för stor."
        raise BrokenError(message) from None
    finally:
        process.kill()
        process.join()
        here.close()
    if isinstance(answer, UppdragError):
        raise answer
    result: Result = answer
    return result


def _work(function: Callable[[Given], Result], given: Given, answer: Connection) -> None:
    # A key press that stops the program is its parent's matter.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        answer.send(function(given))
    except UppdragError as error:
        answer.send(error)
    except MemoryError:
        return
