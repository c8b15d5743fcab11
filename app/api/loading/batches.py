"""Many small questions become one large one: the loads of a level of a query go to the database together."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from typing import Generic, TypeAlias, TypeVar

Value = TypeVar("Value")
Result = TypeVar("Result")
Now: TypeAlias = Value | Awaitable[Value]
"""A value that is here already, or one that is awaited; graphql-core takes both, and the first costs it far less."""

PATIENCE = 3
"""Turns of the event loop without a new key before a batch is sent: rows of one level arrive a turn or two apart."""

_UNKNOWN = object()


class Batch(Generic[Value]):
    """Loads values by key for one field with one set of arguments, in as few fetches as can be, each key once."""

    def __init__(
        self, fetch: Callable[[list[str]], Awaitable[Mapping[str, Value]]], missing: Callable[[], Value]
    ) -> None:
        """Take how to fetch many keys at once, and what stands for a key that was not found."""
        self._fetch, self._missing = fetch, missing
        self._values: dict[str, Value] = {}
        self._futures: dict[str, list[asyncio.Future[Value]]] = {}
        self._waiting: list[str] = []
        self._sending: set[asyncio.Task[None]] = set()

    def load(self, key: str) -> Now[Value]:
        """Return the value if it is known, else a future of it."""
        known = self._values.get(key, _UNKNOWN)
        if known is not _UNKNOWN:
            return known  # type: ignore[return-value]
        loop = asyncio.get_running_loop()
        if key not in self._futures:
            if not self._waiting:
                loop.call_soon(self._look, 0, 0)
            self._waiting.append(key)
        # To each its own: a part of an answer that is given up does not take the value from another part.
        future = loop.create_future()
        self._futures.setdefault(key, []).append(future)
        return future

    def _look(self, seen: int, idle: int) -> None:
        """Send the batch once some turns of the loop have brought no new key."""
        idle = idle + 1 if len(self._waiting) == seen else 0
        if idle < PATIENCE:
            asyncio.get_running_loop().call_soon(self._look, len(self._waiting), idle)
            return
        keys, self._waiting = self._waiting, []
        task = asyncio.get_running_loop().create_task(self._send(keys))
        self._sending.add(task)
        task.add_done_callback(self._sending.discard)

    async def _send(self, keys: list[str]) -> None:
        try:
            found = await self._fetch(keys)
        except asyncio.CancelledError:
            for future in self._still_waiting(keys):
                future.cancel()
            raise
        except Exception as error:
            for future in self._still_waiting(keys):
                future.set_exception(error)
                # Marked as seen: when one part of an answer fails, the others may never be looked at.
                future.exception()
            return
        for key in keys:
            self._values[key] = value = found[key] if key in found else self._missing()
            for future in self._still_waiting([key]):
                future.set_result(value)

    def _still_waiting(self, keys: Iterable[str]) -> list[asyncio.Future[Value]]:
        return [future for key in keys for future in self._futures.pop(key, ()) if not future.done()]


def then(value: Now[Value], work: Callable[[Value], Now[Result]]) -> Now[Result]:
    """Go on with a value, to another that may have to be awaited too: at once when it is here."""
    if isinstance(value, Awaitable):
        return _later(value, work)
    return work(value)


async def _later(value: Awaitable[Value], work: Callable[[Value], Now[Result]]) -> Result:
    return await now(work(await value))


def together(values: Iterable[Now[Value]]) -> Now[list[Value]]:
    """Return a list of values: at once when all of them are here."""
    items = list(values)
    if any(isinstance(item, Awaitable) for item in items):
        return _all(items)
    return items  # type: ignore[return-value]


async def _all(values: Sequence[Now[Value]]) -> list[Value]:
    return [await now(value) for value in values]


async def now(value: Now[Value]) -> Value:
    """Wait for a value if need be."""
    return await value if isinstance(value, Awaitable) else value
