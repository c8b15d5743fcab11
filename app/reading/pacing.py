"""Long work at a pace: whenever a slice of it has taken long, others that wait for the event loop are let in.

Of many pieces of long work one has a slice in each round of the loop: `app/store/rounds.py`.
"""

import asyncio
import time
from collections.abc import AsyncIterator, Iterable
from typing import TypeVar

from app.store.rounds import turn

Item = TypeVar("Item")

SLICE = 0.01
"""Seconds after which others are let in."""


async def paced(items: Iterable[Item]) -> AsyncIterator[Item]:
    """Return items one by one; whenever that and what is done with them has taken long, after another turn."""
    begun = time.perf_counter()
    for item in items:
        yield item
        if time.perf_counter() - begun > SLICE:
            await asyncio.sleep(0)
            await turn()
            begun = time.perf_counter()
