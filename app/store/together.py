"""Several statements in one round trip: those of a transaction whose answers nobody waits for yet, and reads to come.

A change of one entry is a score of small statements; most of its time went by in waiting for each of them.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import takewhile
from typing import Any, NamedTuple

from app.store.fixed import FixedSet
from app.store.queries import Query
from app.store.statements import as_one, parameters_as_one

MOST = 8
"""Statements that are put together: a longer text takes a database longer to plan than it spares round trips."""


Send = Callable[[Query, Mapping[str, Any]], Awaitable[Any]]


class Ask(NamedTuple):
    """A read query that is going to be asked, a template with its arguments."""

    name: str
    arguments: tuple[str, ...] = ()
    parameters: Mapping[str, Any] = {}


@dataclass(slots=True, eq=False)
class Soon:
    """A statement that is sent with the next one, or when its answer is wanted."""

    query: Query
    parameters: Mapping[str, Any]
    is_alone: bool = False
    """Whether it goes in its turn, but by itself, unless with a fixed set."""
    value: Any = field(default=None, repr=False)
    is_sent: bool = False

    def take(self, value: Any) -> None:
        """Keep the answer."""
        self.value, self.is_sent = value, True


class Together:
    """The statements of one transaction, in their order, as few round trips as they may be."""

    def __init__(self, send: Send, sets: Sequence[FixedSet] = (), first: Soon | None = None) -> None:
        """Take the way to send one statement and have its answer, sets that go as one, and what goes first of all."""
        self._send_one = send
        self._sets = sets
        self._waiting: list[Soon] = [first] if first else []
        self._ahead: list[Soon] = []

    async def now(self, query: Query, parameters: Mapping[str, Any]) -> Any:
        """Send a statement, with all that waits, and return its answer."""
        last = Soon(query, parameters)
        await self._send([*self._all_waiting(), last])
        return last.value

    async def soon(self, query: Query, parameters: Mapping[str, Any], *, is_alone: bool = False) -> Soon:
        """Let a statement wait for the next."""
        self.forget()
        if len(self._waiting) == MOST:
            await self.finish()
        self._waiting.append(Soon(query, parameters, is_alone))
        return self._waiting[-1]

    async def ahead(self, asked: Sequence[Soon]) -> None:
        """Send what is asked for next, and keep the answers."""
        await self._send([*self._all_waiting(), *asked])
        self._ahead = list(asked)

    def known(self, query: Query, parameters: Mapping[str, Any]) -> Soon | None:
        """Return what was read ahead, once; None for what was not."""
        found = next((each for each in self._ahead if each.query is query and each.parameters == parameters), None)
        if found:
            self._ahead.remove(found)
        return found

    def forget(self) -> None:
        """Keep nothing that was read ahead: something is written that may change it."""
        self._ahead.clear()

    async def answer(self, soon: Soon) -> Any:
        """Return the answer to what waited, which is sent now unless it was."""
        if not soon.is_sent:
            await self.finish()
        return soon.value

    async def finish(self) -> None:
        """Send what waits."""
        await self._send(self._all_waiting())

    def _all_waiting(self) -> list[Soon]:
        waiting, self._waiting = self._waiting, []
        return waiting

    async def _send(self, statements: Sequence[Soon]) -> None:
        left = list(statements)
        while left:
            some, values = await self._first_of(left)
            for each, value in zip(some, values, strict=True):
                each.take(value)
            del left[: len(some)]

    async def _first_of(self, left: Sequence[Soon]) -> tuple[Sequence[Soon], Sequence[Any]]:
        """Send the first of some statements, as many as go in one round trip, and return them with their answers."""
        fixed, places = max(((each, each.places_of(left)) for each in self._sets), key=_size, default=(None, []))
        if fixed and len(places) > 1:
            some = left[: len(places)]
            values = await self._send_one(fixed.query, fixed.parameters_of(places, some))
            return some, [values[place] for place in places]
        if len(some := _alike(left)) == 1:
            return some, [await self._send_one(some[0].query, some[0].parameters)]
        one, given = as_one([each.query for each in some]), parameters_as_one([each.parameters for each in some])
        return some, await self._send_one(one, given)


def _size(found: tuple[FixedSet, Sequence[int]]) -> int:
    return len(found[1])


def _alike(left: Sequence[Soon]) -> Sequence[Soon]:
    """Return the first of some statements: one that goes by itself, or as many as are put together."""
    if left[0].is_alone:
        return left[:1]
    return list(takewhile(lambda each: not each.is_alone, left[:MOST]))
