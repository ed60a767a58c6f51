"""Checked mandates in; Word, PDF and other files under a folder, and what was found, out."""

from __future__ import annotations

import gc
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from uppdrag.findings import Finding, Severity, UppdragError
from uppdrag.findings.refusal import explain_os_error
from uppdrag.workspace.checking import Held, check_file, held_to
from uppdrag.workspace.mandates import MandateFile
from uppdrag.workspace.rendering import Renderers
from uppdrag.workspace.resources import Folder
from uppdrag.workspace.writing import write_whole

if TYPE_CHECKING:
    from concurrent.futures import Future

WORTH_PROCESSES = 48
"""From so many documents on, several processes win back what it costs to start them."""

_CHUNK = 8
_BETWEEN_COLLECTIONS = 50_000
_MOST_PROCESSES = 8


@dataclass(frozen=True, slots=True)
class Order:
    """What to build: the formats, where to, and by which engine the PDF is made."""

    folder: Folder
    formats: tuple[str, ...]
    output: Path
    pdf_engine: str = "typst"
    scratch: Path | None = None
    """A folder for what is needed while building; whoever gives it takes it away."""


@dataclass(frozen=True, slots=True)
class Built:
    """What came of one file: the paths written, the findings, and a refusal if there was one."""

    file: MandateFile
    written: tuple[Path, ...] = ()
    findings: tuple[Finding, ...] = ()
    refusal: str | None = None

    @property
    def has_errors(self) -> bool:
        """Tell whether anything of error severity was found in the file."""
        return any(item.severity is Severity.ERROR for item in self.findings)


@dataclass(slots=True)
class Builder:
    """Builds one file after another with what is loaded once."""

    order: Order
    renderers: Renderers = field(init=False)
    held: Held = field(init=False)

    def __post_init__(self) -> None:
        order = self.order
        self.renderers = Renderers(order.folder, order.pdf_engine, order.scratch)
        self.held = held_to(order.folder)

    def build(self, file: MandateFile) -> Built:
        """Check a file and write what was ordered of it, each file whole or not at all.

        Nothing is written before everything is rendered.
        """
        checked = check_file(file, self.held)
        if checked.document is None:
            return Built(file, (), checked.told)
        document, base = checked.document, self.order.output / file.output
        written: list[Path] = []
        try:
            rendered = [
                (base.with_name(f"{base.name}.{name}"), self.renderers.render(document, name))
                for name in self.order.formats
            ]
            for path, made in rendered:
                write_whole(path, made)
                written.append(path)
        except UppdragError as error:
            return Built(file, (), checked.told, str(error))
        except OSError as error:
            return Built(file, tuple(written), checked.told, explain_os_error(error))
        return Built(file, tuple(written), checked.told)


def build_all(
    order: Order, files: Sequence[MandateFile], advance: Callable[[], None]
) -> Iterator[Built]:
    """Yield what came of each file, in order; many files are shared among processes.

    Raises `UppdragError` when nothing can be built at all (a broken template, schema or theme).
    """
    builder = Builder(order)
    builder.renderers.prepare(order.formats)
    processes = min(os.cpu_count() or 1, _MOST_PROCESSES)
    if processes == 1 or len(files) < WORTH_PROCESSES or any(f.path is None for f in files):
        for file in files:
            yield builder.build(file)
            advance()
        return
    yield from _shared(builder, files, processes, advance)


def _shared(
    builder: Builder, files: Sequence[MandateFile], processes: int, advance: Callable[[], None]
) -> Iterator[Built]:
    """Build with helping processes; this one works too, from the end, until nothing is left."""
    # 15 ms to import, for those who build many.
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - see above
    from multiprocessing import get_context  # noqa: PLC0415 - see above

    chunks = [files[at : at + _CHUNK] for at in range(0, len(files), _CHUNK)]
    own: dict[int, list[Built]] = {}
    _settle_memory()
    # Started afresh, not forked: the same on every system, and safe beside running threads.
    with ProcessPoolExecutor(
        processes - 1, get_context("spawn"), initializer=_start, initargs=(builder.order,)
    ) as pool:
        try:
            futures = [pool.submit(_build_chunk, chunk) for chunk in chunks]
            for future in futures:
                future.add_done_callback(partial(_tell, advance))
            for number in reversed(range(len(chunks))):
                if futures[number].cancel():
                    own[number] = [builder.build(file) for file in chunks[number]]
                    _each(advance, len(own[number]))
            for number, future in enumerate(futures):
                yield from own[number] if number in own else future.result()
        except BaseException:
            # Whatever stops this process stops the helping ones, at the document they are at.
            pool.shutdown(cancel_futures=True)
            raise


def _tell(advance: Callable[[], None], done: Future[list[Built]]) -> None:
    """Take note of what a helping process has built."""
    if not done.cancelled() and done.exception() is None:
        _each(advance, len(done.result()))


def _each(step: Callable[[], None], times: int) -> None:
    for _ in range(times):
        step()


_process: list[Builder] = []
"""The one builder of a process that was started to build."""


def _start(order: Order) -> None:
    """Make a helping process ready; a key press that stops the program is its parent's matter."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    builder = Builder(order)
    builder.renderers.prepare(order.formats)
    _process.append(builder)
    _settle_memory()


def _settle_memory() -> None:
    """Let the collector leave alone what is loaded now, and look less often: 7 % of a long build.

    A document makes tens of thousands of small values that soon are gone, hardly any in rings.
    """
    gc.freeze()
    gc.set_threshold(_BETWEEN_COLLECTIONS)


def _build_chunk(files: Sequence[MandateFile]) -> list[Built]:
    return [_process[0].build(file) for file in files]
