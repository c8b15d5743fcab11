"""Making values of what the database found, without keeping others waiting."""

import asyncio
from collections.abc import Callable, Sized
from typing import TypeVar

from app.store.rounds import turn

Answer = TypeVar("Answer")
SOME = 20
MANY = 1_000
"""Rows that take some ten milliseconds to make values of."""


async def made(found: Sized, make: Callable[[], Answer]) -> Answer:
    """Return what is made of the rows found; of very many in a thread, so that others are answered meanwhile.

    Where there are some, whoever asked goes on with them for a moment: in a round of the event loop of its own.
    """
    if len(found) >= SOME:
        await turn()
    return make() if len(found) < MANY else await asyncio.to_thread(make)
