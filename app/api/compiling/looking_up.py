"""What a statement names by ids is looked up before its answer is whole, in as few round trips as it is levels deep."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, TypeAlias, TypeVar

from app.api.compiling.run import Lookup, Run
from app.store.queries import Query

Value = TypeVar("Value")
Read: TypeAlias = Callable[[Query, dict[str, Any]], Awaitable[list[Any]]]
"""Answers a query with its rows."""


async def completed(make: Callable[[], Any], run: Run, given: Mapping[str, Any], read: Read, long: bool) -> Any:
    """Return what is made once nothing of it is missing; `given` are parameters of days and of the plan.

    What names something that was not read yet is made again, seldom more than a page. With `long`, in a thread.
    """
    while True:
        run.missing = {}
        made = await in_thread(make, long)
        if not run.missing:
            return made
        asked = [(lookup, {**given, **lookup.asked(run), "ids": list(ids)}) for lookup, ids in run.missing.items()]
        found = await asyncio.gather(*(_rows(lookup, every, read) for lookup, every in asked))
        for (lookup, every), rows in zip(asked, found, strict=True):
            known = run.found.setdefault(lookup, {})
            known.update((id_, []) for id_ in every["ids"])
            for row in rows:
                known[row[lookup.at]].append(row)


async def in_thread(make: Callable[[], Value], long: bool) -> Value:
    """Return what is made: at once, or in a thread where that takes long, so that others are answered meanwhile."""
    return await asyncio.to_thread(make) if long else make()


def _rows(lookup: Lookup, given: Mapping[str, Any], read: Read) -> Awaitable[list[Any]]:
    return read(lookup.query, {name: given[name] for name in lookup.query.parameters})
