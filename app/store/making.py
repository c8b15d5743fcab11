"""Making values of what the database found, without keeping others waiting."""

import asyncio
from collections.abc import Callable, Sized
from typing import TypeVar

Answer = TypeVar("Answer")
MANY = 1_000
"""Rows that take some ten milliseconds to make values of."""


async def made(found: Sized, make: Callable[[], Answer]) -> Answer:
    """Return what is made of the rows found; of very many in a thread, so that others are answered meanwhile."""
    return make() if len(found) < MANY else await asyncio.to_thread(make)
