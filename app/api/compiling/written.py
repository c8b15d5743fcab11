"""What a selection makes of a thing, kept as it is written in an answer, by the thing's id, until the data changes.

Many answers name the same bodies, people and seats: what a selection asks of one is read and completed once, and its
bytes are put into every answer that names it. Room is counted in bytes, so that one selection of much takes the place
of many of little.
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

import orjson

from app.api.compiling.given import Details
from app.api.compiling.looking_up import Read, completed, in_thread
from app.api.compiling.run import Make, Run
from app.api.compiling.selecting import Selecting
from app.api.compiling.table import FINDING
from app.reading.explorer import Explorer
from app.reading.keeping import Shelf
from app.store.queries import Engine, Query
from app.store.statements import statement

_BESIDE = 500
"""Bytes that one thing takes beside what is written of it: its key, its version, its place."""

Written: TypeAlias = dict[str, orjson.Fragment]
"""What is written of things, by their ids; NOTHING of what is not there."""
NOTHING = orjson.Fragment(b"null")
_ABSENT = b"null"


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """What a part of a selection asks of things of one sort."""

    selecting: Selecting
    query: Query
    """Finds them by `$ids`."""
    at: int
    """Where in a row the id stands."""
    make: Make


def selecting_part(selecting: Selecting, of: str, details: Details, day: int, engine: Engine) -> Part:
    """Return what a selection asks of things of a type on a day; NotCompiled where no statement is made for it."""
    reading, make, (at,) = selecting.things(of, details, day, "id")
    return Part(selecting, statement(FINDING[of], reading, engine), at, make)


@dataclass(slots=True, eq=False)
class _View:
    """A part of a selection, as some request asks for it."""

    version: Hashable = None
    written: int = 0
    """Of how many things it was written in this version."""


_VIEWS: Shelf[_View] = Shelf("ways in which things are asked for", 1_000)
_KEPT: Shelf[bytes] = Shelf("what is written of things", 48_000_000, lambda written: len(written) + _BESIDE)
"""By the way in which they are asked for and their ids, with the version of the data."""


class Things:
    """What one request finds of the things that a part of its selection asks for."""

    def __init__(
        self, explorer: Explorer, part: Part, parameters: Mapping[str, Any], run: Run, version: Hashable
    ) -> None:
        """Take what the request says: all of it that can change what is written is part of what that is kept under.

        `parameters` are all that statements are given but the ids: days, whether proposals count, words.
        """
        self._part, self._parameters, self._run, self._version = part, parameters, run, version
        self._kept = explorer.kept[_KEPT]
        key = part, tuple(sorted(parameters.items())), part.selecting.said(run.variables)
        self._view = explorer.kept[_VIEWS].once_in_thread(key, None, _View)

    @property
    def written(self) -> int:
        """Of how many things it was written already, as the data is now; some of that may be kept no more."""
        return self._view.written if self._view.version == self._version else 0

    def known(self, wanted: Sequence[str]) -> Written:
        """Return what is kept of things, by those of their ids of which anything is."""
        view = self._view
        kept = self._kept.find_all([(view, id_) for id_ in wanted], self._version)
        return {
            id_: NOTHING if written == _ABSENT else orjson.Fragment(written)
            for id_, written in zip(wanted, kept, strict=True)
            if written is not None
        }

    async def by_ids(self, ids: Iterable[str], read: Read, long: bool = False) -> Written:
        """Return what is written of things by their ids: only what is not kept is read. Unfit as of any completing."""
        wanted = list(dict.fromkeys(ids))
        found = self.known(wanted)
        if len(found) == len(wanted):
            return found
        missing = [id_ for id_ in wanted if id_ not in found]
        used = {name: self._parameters[name] for name in self._part.query.parameters if name != "ids"}
        rows = await read(self._part.query, used | {"ids": missing})
        return found | dict.fromkeys(missing, NOTHING) | await self.of_rows(rows, read, long, missing)

    async def of_rows(self, rows: Sequence[Any], read: Read, long: bool, asked: Iterable[str] = ()) -> Written:
        """Return what is written of things that were read, by their ids; nothing is there of others asked for."""
        at, make = self._part.at, self._part.make
        # What several parts look up belongs to each of them.
        run = replace(self._run, found={}, missing={})
        made: dict[str, Any] = await completed(
            lambda: {row[at]: make(row, run) for row in rows}, run, self._parameters, read, long
        )
        written: dict[str, bytes] = await in_thread(lambda: _written(made), long)
        absent = ((id_, _ABSENT) for id_ in asked if id_ not in written)
        self._kept.keep_all([((self._view, id_), each) for id_, each in (*written.items(), *absent)], self._version)
        self._view.version, self._view.written = self._version, self.written + len(written)
        return {id_: orjson.Fragment(each) for id_, each in written.items()}


def _written(made: Mapping[str, Any]) -> dict[str, bytes]:
    return {id_: orjson.dumps(each) for id_, each in made.items()}
