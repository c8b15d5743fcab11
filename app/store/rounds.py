"""Turns on the event loop: of many pieces of work that take a moment each, one is done in each round of the loop.

Without them fifty answers that come in together are worked on one after the other before anybody else is looked at,
however short each piece is.
"""

import asyncio
from collections import deque
from weakref import WeakKeyDictionary


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
