"""Long work by turns: whenever a piece of it has taken long, others that wait for the event loop have their turn."""

import asyncio
import time
from collections.abc import AsyncIterator, Iterable
from typing import TypeVar

Item = TypeVar("Item")

TURN = 0.01
"""Seconds after which others have their turn."""


async def by_turns(items: Iterable[Item]) -> AsyncIterator[Item]:
    """Give items one by one; whenever that and what is done with them has taken long, after a turn of the loop."""
    begun = time.perf_counter()
    for item in items:
        yield item
        if time.perf_counter() - begun > TURN:
            await asyncio.sleep(0)
            begun = time.perf_counter()
