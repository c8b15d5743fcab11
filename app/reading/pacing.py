"""Long work at a pace: whenever a slice of it has taken long, others that wait for the event loop are let in.

Of many pieces of long work one has a slice in each round of the loop, in turn: whatever is short waits for a slice and
not for as many as there are pieces.
"""

import asyncio
import time
from collections import deque
from collections.abc import AsyncIterator, Iterable
from typing import TypeVar
from weakref import WeakKeyDictionary

Item = TypeVar("Item")

SLICE = 0.01
"""Seconds after which others are let in."""


class _Rounds:
    """Whose turn it is on one event loop."""

    def __init__(self) -> None:
        self._waiting: deque[asyncio.Future[None]] = deque()
        self._is_taken = False

    async def turn(self) -> None:
        """Return at once when nobody has had this round, else in a round of one's own."""
        if not self._is_taken:
            self._is_taken = True
            asyncio.get_running_loop().call_soon(self._next)
            return
        mine: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append(mine)
        await mine

    def _next(self) -> None:
        while self._waiting:
            mine = self._waiting.popleft()
            if not mine.done():
                mine.set_result(None)
                asyncio.get_running_loop().call_soon(self._next)
                return
        self._is_taken = False


_ROUNDS: "WeakKeyDictionary[asyncio.AbstractEventLoop, _Rounds]" = WeakKeyDictionary()


async def turn() -> None:
    """Wait until no other long work is done in this round of the event loop."""
    loop = asyncio.get_running_loop()
    rounds = _ROUNDS.get(loop)
    if rounds is None:
        rounds = _ROUNDS[loop] = _Rounds()
    await rounds.turn()


async def paced(items: Iterable[Item]) -> AsyncIterator[Item]:
    """Return items one by one; whenever that and what is done with them has taken long, after another turn."""
    begun = time.perf_counter()
    for item in items:
        yield item
        if time.perf_counter() - begun > SLICE:
            await asyncio.sleep(0)
            await turn()
            begun = time.perf_counter()
