"""Statements of one request go to the database as one, when several fields of Query each have one."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias

from app.store.database import Database
from app.store.queries import Query
from app.store.statements import as_one, parameters_as_one

MOST = 8
"""Statements that are put together: a longer text takes a database longer to plan than it spares round trips."""

_Asked: TypeAlias = tuple[Query, Mapping[str, Any], "asyncio.Future[list[Any]]"]


class Gathering:
    """What the fields of one request ask at the same moment."""

    def __init__(self, database: Database, may: Callable[[str], bool]) -> None:
        """Take the database, and what tells whether a text may be sent to it: else its parts go alone."""
        self._database, self._may = database, may
        self._waiting: list[_Asked] = []
        self._sending: set[asyncio.Task[None]] = set()

    async def read(self, query: Query, parameters: Mapping[str, Any]) -> list[Any]:
        """Return the rows of a statement that answers with one record, whatever it finds."""
        loop = asyncio.get_running_loop()
        outcome: asyncio.Future[list[Any]] = loop.create_future()
        if not self._waiting:
            # After all fields that are resolved in this turn of the loop.
            loop.call_soon(self._begin)
        self._waiting.append((query, parameters, outcome))
        return await outcome

    def _begin(self) -> None:
        waiting, self._waiting = self._waiting, []
        for at in range(0, len(waiting), MOST):
            task = asyncio.get_running_loop().create_task(self._send(waiting[at : at + MOST]))
            self._sending.add(task)
            task.add_done_callback(self._sending.discard)

    async def _send(self, asked: Sequence[_Asked]) -> None:
        try:
            found = await self._found(asked)
        except Exception as error:
            for _, _, outcome in asked:
                if not outcome.done():
                    outcome.set_exception(error)
                    outcome.exception()
            return
        for (_, _, outcome), rows in zip(asked, found, strict=True):
            if not outcome.done():
                outcome.set_result(rows)

    async def _found(self, asked: Sequence[_Asked]) -> Sequence[list[Any]]:
        if len(asked) > 1:
            one = as_one([query for query, _, _ in asked])
            if self._may(one.text):
                return await self._database.read_values(one, parameters_as_one([given for _, given, _ in asked]))
        reads = (self._database.read_values(query, dict(given)) for query, given, _ in asked)
        return await asyncio.gather(*reads)
