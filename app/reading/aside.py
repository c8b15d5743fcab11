"""What takes the processor for long is worked out beside the event loop, so that everybody else is answered meanwhile.

Few threads do it, since they share one interpreter with the event loop; whoever cannot be served soon is told so.
"""

import asyncio
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future, ThreadPoolExecutor
from contextvars import copy_context
from typing import Generic, TypeVar

from app.errors import TooBusy

Value = TypeVar("Value")

THREADS = 2
MOST_WAITING = 60
"""Pieces of work that are under way or wait their turn."""

_threads = ThreadPoolExecutor(THREADS, thread_name_prefix="aside")
_places = threading.BoundedSemaphore(MOST_WAITING)


async def aside(work: Callable[[], Value]) -> Value:
    """Return what some work gives, done in a thread; TooBusy when too much waits already.

    Nobody else waits for it: when this is cancelled before it began, it never begins.
    """
    return await asyncio.wrap_future(_begun(work))


def _begun(work: Callable[[], Value]) -> "Future[Value]":
    if not _places.acquire(blocking=False):
        raise TooBusy("Much is asked at this moment: ask again in a few seconds.")
    future = _threads.submit(copy_context().run, work)
    future.add_done_callback(lambda _: _places.release())
    return future


class Kept(Generic[Value]):
    """Keeps what was worked out, by key, while there is room; what several ask for at once is worked out once."""

    def __init__(self, room: int) -> None:
        """Take how much may be kept, in the measure that each value is given with."""
        self._room = room
        self._kept: OrderedDict[Hashable, tuple[Value, int]] = OrderedDict()
        self._begun: dict[Hashable, Future[tuple[Value, int]]] = {}
        self._lock = threading.RLock()

    async def get(self, key: Hashable, work: Callable[[], tuple[Value, int]]) -> Value:
        """Return what is kept under a key, else what the work gives; its second value is the room it takes.

        Nothing is kept that takes no room, or more than there is.
        """
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key][0]
            future = self._begun.get(key)
            if future is None:
                future = self._begun[key] = _begun(work)
                future.add_done_callback(lambda done: self._keep(key, done))
        # Shielded: whoever goes away does not take the answer from those who wait for it too.
        return (await asyncio.shield(asyncio.wrap_future(future)))[0]

    def _keep(self, key: Hashable, done: "Future[tuple[Value, int]]") -> None:
        with self._lock:
            self._begun.pop(key, None)
            if done.cancelled() or done.exception():
                return
            value, size = done.result()
            if 0 < size <= self._room:
                self._kept[key] = (value, size)
            while sum(each for _, each in self._kept.values()) > self._room:
                self._kept.popitem(last=False)
