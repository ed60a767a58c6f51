"""A piece of work and the items it is done on in; the results, in order, from all cores out."""

from __future__ import annotations

import gc
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Future

Item = TypeVar("Item")
Result = TypeVar("Result")
_Item_contra = TypeVar("_Item_contra", contravariant=True)
_Result_co = TypeVar("_Result_co", covariant=True)

_CHUNK = 8
_BETWEEN_COLLECTIONS = 50_000
_MOST_PROCESSES = 8


class Work(Protocol[_Item_contra, _Result_co]):
    """What can be sent to another process, and there becomes a function of one item."""

    def open(self) -> Callable[[_Item_contra], _Result_co]:
        """Return the function, with what it needs loaded. Raises `UppdragError`."""


def share(
    work: Work[Item, Result],
    do: Callable[[Item], Result],
    items: Sequence[Item],
    worth: int,
    advance: Callable[[], None],
) -> Iterator[Result]:
    """Yield the result for each item, in order; from `worth` items on, several processes share.

    `do` is what `work` opens to, in this process. `advance` is told of each result.
    """
    processes = min(os.cpu_count() or 1, _MOST_PROCESSES)
    if processes == 1 or len(items) < worth:
        for item in items:
            yield do(item)
            advance()
        return
    yield from _shared(work, do, items, processes, advance)


def _shared(
    work: Work[Item, Result],
    do: Callable[[Item], Result],
    items: Sequence[Item],
    processes: int,
    advance: Callable[[], None],
) -> Iterator[Result]:
    """Work with helping processes; this one works too, from the end, until nothing is left."""
    # 15 ms to import, for those who have much to do.
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - see above
    from multiprocessing import get_context  # noqa: PLC0415 - see above

    chunks = [items[at : at + _CHUNK] for at in range(0, len(items), _CHUNK)]
    own: dict[int, list[Result]] = {}
    _settle_memory()
    # Started afresh, not forked: the same on every system, and safe beside running threads.
    with ProcessPoolExecutor(
        processes - 1, get_context("spawn"), initializer=_start, initargs=(work,)
    ) as pool:
        try:
            futures = [pool.submit(_do_chunk, chunk) for chunk in chunks]
            for future in futures:
                future.add_done_callback(partial(_tell, advance))
            for number in reversed(range(len(chunks))):
                if futures[number].cancel():
                    own[number] = [do(item) for item in chunks[number]]
                    _each(advance, len(own[number]))
            for number, future in enumerate(futures):
                yield from own[number] if number in own else future.result()
        except BaseException:
            # Whatever stops this process stops the helping ones, at the item they are at.
            pool.shutdown(cancel_futures=True)
            raise


def _tell(advance: Callable[[], None], done: Future[list[Any]]) -> None:
    """Take note of what a helping process has done."""
    if not done.cancelled() and done.exception() is None:
        _each(advance, len(done.result()))


def _each(step: Callable[[], None], times: int) -> None:
    for _ in range(times):
        step()


_process: list[Callable[[Any], Any]] = []
"""The one function of a process that was started to help."""


def _start(work: Work[Any, Any]) -> None:
    """Make a helping process ready; a key press that stops the program is its parent's matter."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _process.append(work.open())
    _settle_memory()


def _settle_memory() -> None:
    """Let the collector leave alone what is loaded now, and look less often: 7 % of a long build.

    A document makes tens of thousands of small values that soon are gone, hardly any in rings.
    """
    gc.freeze()
    gc.set_threshold(_BETWEEN_COLLECTIONS)


def _do_chunk(items: Sequence[Any]) -> list[Any]:
    return [_process[0](item) for item in items]
