"""A function and what it is given in; its result out, from a process that is stopped in time."""

from __future__ import annotations

import signal
import weakref
from collections.abc import Callable
from contextlib import suppress
from multiprocessing import get_context
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from uppdrag.findings import UppdragError

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

    from uppdrag.workspace.sharing import Work

Given = TypeVar("Given")
Result = TypeVar("Result")


_TOO_SLOW = "Det tog mer än {seconds:.0f} sekunder att läsa filen. Är det rätt fil?"
_BROKEN = "Filen gick inte att läsa: den är skadad eller för stor."


class Limited(Protocol):
    """A way to call a function on what may be anyone's: `apart`, or `directly` when already so."""

    def __call__(self, function: Callable[[Given], Result], given: Given, seconds: float) -> Result:
        """Return the function's result."""


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
            raise TooSlowError(_TOO_SLOW.format(seconds=seconds))
        answer = here.recv()
    except EOFError:
        raise BrokenError(_BROKEN) from None
    finally:
        process.kill()
        process.join()
        here.close()
    if isinstance(answer, UppdragError):
        raise answer
    result: Result = answer
    return result


def directly(function: Callable[[Given], Result], given: Given, seconds: float) -> Result:  # noqa: ARG001 - as `apart`
    """Return the function's result; for a process that is limited itself."""
    return function(given)


class Standing(Generic[Given, Result]):
    """A process that does one thing after another, and is replaced when one takes too long.

    What it takes to start a process is paid once for many files.
    """

    def __init__(self, work: Work[Given, Result], seconds: float) -> None:
        self._work = work
        self._seconds = seconds
        self._here: Connection | None = None
        self._end: Callable[[], object] = _nothing

    def __call__(self, given: Given) -> Result:
        """Return the result of the work on an item. Raises as `apart` does."""
        try:
            answer = self._answer(given)
        except BaseException:
            self.stop()
            raise
        if isinstance(answer, UppdragError):
            raise answer
        return answer

    def stop(self) -> None:
        """End the process; the next item gets a new one."""
        self._end()
        self._here, self._end = None, _nothing

    def _answer(self, given: Given) -> Result | UppdragError:
        here = self._here or self._started()
        try:
            here.send(given)
            if not here.poll(self._seconds):
                raise TooSlowError(_TOO_SLOW.format(seconds=self._seconds))
            answer: Result | UppdragError = here.recv()
        except (EOFError, ConnectionError):
            raise BrokenError(_BROKEN) from None
        return answer

    def _started(self) -> Connection:
        context = get_context("spawn")
        self._here, there = context.Pipe()
        process = context.Process(target=_stand, args=(self._work, there), daemon=True)
        process.start()
        there.close()
        # Whoever forgets this forgets the process too.
        self._end = weakref.finalize(self, _ended, process, self._here)
        return self._here


def _nothing() -> None:
    """End no process, where none was started."""


def _ended(process: SpawnProcess, here: Connection) -> None:
    process.kill()
    process.join()
    here.close()


def _stand(work: Work[Given, Result], there: Connection) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    do = work.open()
    # The one who asks is gone, or has no more memory to give: nobody is left to tell.
    with suppress(EOFError, ConnectionError, MemoryError):
        while True:
            given = there.recv()
            try:
                there.send(do(given))
            except UppdragError as error:
                there.send(error)


def _work(function: Callable[[Given], Result], given: Given, answer: Connection) -> None:
    # A key press that stops the program is its parent's matter.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        answer.send(function(given))
    except UppdragError as error:
        answer.send(error)
    except MemoryError:
        return
