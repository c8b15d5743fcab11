"""What takes the processor for long is worked out beside the event loop, so that everybody else is answered meanwhile.

Few threads do it, since they share one interpreter with the event loop; whoever cannot be served soon is told so.
"""

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextvars import copy_context
from typing import TypeVar

from app.errors import TooBusy

Value = TypeVar("Value")

THREADS = 2
MOST_WAITING = 60
"""Pieces of work that are under way or wait their turn."""


class Aside:
    """A few threads, and a bound on what waits for them; call it with the work."""

    def __init__(self, most_waiting: int = MOST_WAITING, *, threads: int = THREADS) -> None:
        """Take how many pieces of work may be under way or wait their turn; threads begin with the first."""
        self._threads = ThreadPoolExecutor(threads, thread_name_prefix="aside")
        self._places = threading.BoundedSemaphore(most_waiting)

    async def __call__(self, work: Callable[[], Value]) -> Value:
        """Return what some work gives, done in a thread; TooBusy when too much waits already.

        Nobody else waits for it: when this is cancelled before it began, it never begins.
        """
        return await asyncio.wrap_future(self._begun(work))

    def close(self) -> None:
        """Finish what is running; start nothing more."""
        self._threads.shutdown(wait=False, cancel_futures=True)

    def _begun(self, work: Callable[[], Value]) -> "Future[Value]":
        if not self._places.acquire(blocking=False):
            raise TooBusy("The site is busy: try again in a few seconds.")
        future = self._threads.submit(copy_context().run, work)
        future.add_done_callback(lambda _: self._places.release())
        return future
