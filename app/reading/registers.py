"""The register of a place, kept as long as the data stays: what the questions about a place are answered from."""

import asyncio
from collections import OrderedDict
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from app.domain.as_at import AsAt
from app.domain.register import Register
from app.domain.standing import Standing
from app.errors import BadInput, UnknownId
from app.reading.aside import aside
from app.reading.catalogue import Contents
from app.reading.explorer import Explorer
from app.reading.register_reading import read_dated, read_everything
from app.reading.search import nearest
from app.store.database import Database

MOST_KEPT = 12
"""How many registers, and how many of their days, are kept: a register of some 400 bodies takes 2 to 3 MB."""

MOST_PLACES = 12
"""How many places one question without a place is answered for: each may have to be read."""

_Kept = OrderedDict[object, tuple[int, Register | Standing]]
_kept: WeakKeyDictionary[Database, _Kept] = WeakKeyDictionary()
"""What was read, by what was asked, with the version of the data it was read from: it changes with nothing else."""

Made = TypeVar("Made", Register, Standing)
_begun: WeakKeyDictionary[Database, dict[tuple[object, int], asyncio.Task[Any]]] = WeakKeyDictionary()
"""What is being read or worked out at this moment."""


async def places_known(explorer: Explorer) -> tuple[str, ...]:
    """Return the areas that have organizations, by name."""
    contents = await explorer.catalogue.contents()
    known = [known for known in contents.areas.values() if contents.sizes[known.id]]
    return tuple(known.id for known in sorted(known, key=lambda each: (each.name, each.id)))


async def areas_asked(explorer: Explorer, area: str | None) -> tuple[str, ...]:
    """Return the area that is named, or all that have organizations while they are few enough to answer for at once.

    UnknownId names the nearest areas; BadInput asks for one when there are more than MOST_PLACES.
    """
    if area is not None:
        await _check(explorer, await explorer.catalogue.contents(), area)
        return (area,)
    places = await places_known(explorer)
    if len(places) > MOST_PLACES:
        raise BadInput(f"Name a place: there are {len(places)}, and up to {MOST_PLACES} are answered for at once.")
    return places


async def read_register(explorer: Explorer, area: str) -> Register:
    """Return everything public that is recorded of a place; UnknownId when nobody knows the area.

    Read in five levels of a few parallel round trips the first time, then from memory until the data changes.
    """
    return (await _current(explorer, area))[1]


async def standing_of(explorer: Explorer, area: str, as_at: AsAt) -> Standing:
    """Return what of a place's register holds on a day; UnknownId when nobody knows the area."""
    version, register = await _current(explorer, area)

    async def make() -> Standing:
        return await aside(lambda: Standing(register, as_at))

    return await _once(explorer, (area, as_at), version, make)


def forget_registers(explorer: Explorer) -> None:
    """Drop what is kept, so that the next question is answered from the database."""
    _kept.pop(explorer.database, None)


async def dated_register(explorer: Explorer, area: str) -> Register:
    """Read what of a place's register begins, ends or is proposed, quicker to read than all of it; kept as that is."""
    contents = await explorer.catalogue.contents()
    await _check(explorer, contents, area)
    return await _once(explorer, (area, "dated"), contents.version, lambda: read_dated(explorer, area))


async def _current(explorer: Explorer, area: str) -> tuple[int, Register]:
    contents = await explorer.catalogue.contents()
    await _check(explorer, contents, area)
    register = await _once(explorer, area, contents.version, lambda: read_everything(explorer, contents, area))
    return contents.version, register


async def _once(explorer: Explorer, key: object, version: int, make: Callable[[], Coroutine[None, None, Made]]) -> Made:
    """Return what is kept under a key, else make it: once, however many ask at the same time."""
    kept = _find(explorer, key, version)
    if kept is not None:
        return kept  # type: ignore[return-value]
    begun = _begun.setdefault(explorer.database, {})
    making = begun.get((key, version))
    if making is None:
        making = begun[key, version] = asyncio.create_task(make())

        def keep(done: asyncio.Task[Made]) -> None:
            begun.pop((key, version), None)
            if not done.cancelled() and not done.exception():
                _keep(explorer, key, version, done.result())

        making.add_done_callback(keep)
    # Shielded: whoever goes away does not take it from the others who wait for it.
    return await asyncio.shield(making)


async def _check(explorer: Explorer, contents: Contents, area: str) -> None:
    if area not in contents.areas:
        near = [(name.id, name.name) for name in await nearest(explorer.catalogue, area)]
        raise UnknownId(f"No area has the id '{area}'.", near)


def _find(explorer: Explorer, key: object, version: int) -> Register | Standing | None:
    kept = _kept.setdefault(explorer.database, OrderedDict())
    found = kept.get(key)
    if found is None or found[0] != version:
        return None
    kept.move_to_end(key)
    return found[1]


def _keep(explorer: Explorer, key: object, version: int, value: Register | Standing) -> None:
    kept = _kept.setdefault(explorer.database, OrderedDict())
    kept[key] = (version, value)
    kept.move_to_end(key)
    while len(kept) > 2 * MOST_KEPT:
        kept.popitem(last=False)
