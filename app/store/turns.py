"""One process at a time changes a database: brings it into today's form, fills it, or loads into it.

Processes that meet, such as the site and a command on an empty folder, wait for each other here. A turn ends with the
process that has it, in whatever way it ends: the system frees the file lock of the embedded engine's folder, and a
Neo4j server rolls back the transaction of a client that is gone.
"""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import AbstractAsyncContextManager
from contextvars import ContextVar
from pathlib import Path
from typing import TypeVar

import structlog
from neo4j import WRITE_ACCESS, AsyncDriver
from neo4j.exceptions import TransientError

from app.errors import DatabaseUnavailable
from app.store.embedded_start import explain_folder
from app.store.embedded_state import TURN_LOCK, FileLock
from app.store.queries import load_query
from app.store.together import Soon

log = structlog.get_logger()

Answer = TypeVar("Answer")

SAID_AFTER = 1.0
"""Seconds of waiting after which a word is said about it."""

Take = Callable[[], AbstractAsyncContextManager[None]]


class Turns:
    """The turns of one database, as this process has them."""

    def __init__(self, take: Take) -> None:
        """Name the way to take a turn; none is taken yet."""
        self._take = take

    @contextlib.asynccontextmanager
    async def one(self) -> AsyncIterator[None]:
        """Hold the turn for the length of the block, after whoever holds it now; inside a turn, keep it."""
        if _HAD.get() is self:
            yield
            return
        async with contextlib.AsyncExitStack() as stack:
            waiting = asyncio.get_running_loop().call_later(SAID_AFTER, _say_that_we_wait)
            try:
                await stack.enter_async_context(self._take())
            finally:
                waiting.cancel()
            before = _HAD.set(self)
            try:
                yield
            finally:
                _HAD.reset(before)

    def held(self) -> bool:
        """Tell whether the running task is in a turn."""
        return _HAD.get() is self

    @contextlib.contextmanager
    def within(self) -> Iterator["TurnWithin"]:
        """Let a transaction take the turn itself, which ends with it; on Neo4j only."""
        turn = TurnWithin()
        waiting = asyncio.get_running_loop().call_later(SAID_AFTER, turn.say_if_we_wait)
        before = _HAD.set(self)
        try:
            yield turn
        finally:
            _HAD.reset(before)
            waiting.cancel()


class TurnWithin:
    """A turn that a transaction takes by its own first statement: nothing else has to be begun and ended for it."""

    def __init__(self) -> None:
        """Nothing is begun yet."""
        self._taking: Soon | None = None

    def statement(self) -> Soon:
        """Return the statement that takes it in a transaction that has begun."""
        self._taking = Soon(load_query("write", "take_turn_within"), {}, is_alone=True)
        return self._taking

    async def taken(self, attempt: Callable[[], Awaitable[Answer]]) -> Answer:
        """Attempt a transaction until it has its turn, however long others have theirs."""
        while True:
            self._taking = None
            try:
                return await attempt()
            except TransientError:  # such as the server's own limit on waiting for a lock
                if self._taking is None or self._taking.is_sent:
                    raise
                await asyncio.sleep(0.05)

    def say_if_we_wait(self) -> None:
        """Say a word about it if others still have theirs."""
        if self._taking is None or not self._taking.is_sent:
            _say_that_we_wait()


_HAD: ContextVar[Turns | None] = ContextVar("_HAD", default=None)
"""Whose turn the running task is in, and every task that it started."""


def _say_that_we_wait() -> None:
    log.warning("waiting for the database, which another process may be setting up or loading data into")


@contextlib.asynccontextmanager
async def by_file(folder: Path) -> AsyncIterator[None]:
    """Take the turn of an embedded engine's folder."""
    lock = FileLock(folder / TURN_LOCK)
    try:
        while not lock.take():  # noqa: ASYNC110 - only the system knows when another process lets go
            await asyncio.sleep(0.05)
    except OSError as error:
        raise DatabaseUnavailable(explain_folder(folder, error)) from error
    try:
        yield
    finally:
        lock.give_back()


@contextlib.asynccontextmanager
async def by_transaction(driver: AsyncDriver, database: str) -> AsyncIterator[None]:
    """Take the turn of a Neo4j server's database: a node that is never committed, which no two can write at once."""
    query = load_query("write", "take_turn")
    async with driver.session(database=database, default_access_mode=WRITE_ACCESS) as session:
        while True:
            transaction = await session.begin_transaction()
            try:
                await (await transaction.run(query.text)).consume()
                break
            except TransientError:  # such as the server's own limit on waiting for a lock
                await transaction.close()
                await asyncio.sleep(0.05)
        try:
            yield
        finally:
            await transaction.close()
