"""The engine: one function over many items, in order, over all cores, with bounded memory.

Rooms are pure, so an engine needs to know nothing of them. ``local`` is this machine; a cluster
engine is another object with the same ``map``.
"""

from __future__ import annotations

import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import islice
from multiprocessing import get_context
from multiprocessing.synchronize import Event
from types import FrameType
from typing import Protocol, TypeVar

from muster.model.errors import Refused
from muster.workflows.garbage import collect_seldom

A = TypeVar("A")
B = TypeVar("B")


class Engine(Protocol):
    """Applies a picklable function to items; results come in the order of the items."""

    @property
    def cores(self) -> int:
        """How many items are worked on at the same time."""
        ...

    def map(self, function: Callable[[A], B], items: Iterable[A]) -> Iterator[B]:
        """Results in the order of ``items``; at most a few items a core are in memory."""
        ...


class Local:
    """This machine: ``cores`` processes, or none at all where one core or one item is all there is."""

    # Enough in flight that no worker waits for the writer, few enough that memory stays small.
    _AHEAD = 3

    def __init__(self, cores: int | None = None) -> None:
        self.cores = max(1, cores if cores is not None else len(os.sched_getaffinity(0)))

    def map(self, function: Callable[[A], B], items: Iterable[A]) -> Iterator[B]:
        source = iter(items)
        first = list(islice(source, self.cores))
        if self.cores == 1 or len(first) < self.cores:
            # Starting processes costs more than so few items do.
            yield from map(function, first)
            yield from map(function, source)
            return
        # spawn: a forked child would inherit the project's lock and keep it after its parent's death.
        context = get_context("spawn")
        abandoned = context.Event()
        pool = ProcessPoolExecutor(
            self.cores, mp_context=context, initializer=_begin_worker, initargs=(abandoned,)
        )
        waiting: deque[Future[B]] = deque()
        try:
            for item in first:
                waiting.append(_submit(pool, function, item))
            for item in source:
                if len(waiting) >= self.cores * self._AHEAD:
                    yield waiting.popleft().result()
                waiting.append(_submit(pool, function, item))
            while waiting:
                yield waiting.popleft().result()
        except BrokenProcessPool as error:
            raise Refused(
                "a working process was ended from outside, perhaps for want of memory",
                next_step="run the same command again; --cores 1 needs the least",
            ) from error
        finally:
            # Told, not killed: one that dies while it hands over a result would be waited for for ever.
            abandoned.set()
            pool.shutdown(wait=True, cancel_futures=True)


_abandoned: Event | None = None


def _begin_worker(abandoned: Event) -> None:
    global _abandoned
    _abandoned = abandoned
    collect_seldom()


def _work(function: Callable[[A], B], item: A) -> B:
    if _abandoned is not None and _abandoned.is_set():
        raise CancelledError
    return function(item)


def _submit(pool: ProcessPoolExecutor, function: Callable[[A], B], item: A) -> Future[B]:
    with _unhurried():
        return pool.submit(_work, function, item)


@contextmanager
def _unhurried() -> Iterator[None]:
    """Ctrl-C waits until a process that is being started has all that it needs.

    It inherits deafness to Ctrl-C: the parent hears it and ends the work in order. The mask is this thread's;
    another one may still be given the signal, and Python would then break off here, so its handler waits too.
    """
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    heard: list[tuple[int, FrameType | None]] = []
    handler = signal.getsignal(signal.SIGINT)
    swapped = callable(handler) and threading.current_thread() is threading.main_thread()
    if swapped:
        signal.signal(signal.SIGINT, lambda number, frame: heard.append((number, frame)))
    try:
        yield
    finally:
        if swapped:
            signal.signal(signal.SIGINT, handler)
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
        if heard and callable(handler):
            handler(*heard[0])


def local(cores: int | None = None) -> Engine:
    """The engine of this machine; ``cores`` None takes all that the process may use."""
    return Local(cores)


__all__ = ["Engine", "Local", "local"]
