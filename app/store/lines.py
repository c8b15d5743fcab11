"""Lines by their ids: neither engine has an index of them, but an id begins with the place that records the line."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable

from app.domain.records import Line
from app.store import rows
from app.store.columns import Row

Read = Callable[..., Awaitable[list[Row]]]


async def lines_by_id(read: Read, ids: Iterable[str]) -> dict[str, Line]:
    """Return lines by id, from the bodies of the places that record them; unknown ids are left out.

    What is not there may be between bodies of other places: from which those start is noted.
    """
    by_place: dict[str, list[str]] = {}
    for id_ in dict.fromkeys(ids):
        by_place.setdefault(id_.partition("/")[0], []).append(id_)
    asked = (read("find_lines_of_place", ids=some, within=f"{place}/") for place, some in by_place.items())
    found = {row.id: rows.line(row) for each in await asyncio.gather(*asked) for row in each}
    missing = [id_ for some in by_place.values() for id_ in some if id_ not in found]
    if missing:
        places = sorted({id_.partition("/")[0] for id_ in missing})
        noted = await read("list_bodies_elsewhere", places=places)
        bodies = sorted({id_ for row in noted for id_ in row.bodies})
        more = await read("find_lines_elsewhere", ids=missing, bodies=bodies) if bodies else []
        found |= {row.id: rows.line(row) for row in more}
    return found
