"""The register of a place, kept as long as the data stays: what the questions about a place are answered from."""

from collections.abc import Collection

from app.domain.as_at import AsAt
from app.domain.register import Register
from app.domain.standing import Standing
from app.errors import BadInput
from app.reading.catalogue import Contents
from app.reading.explorer import Explorer
from app.reading.keeping import Shelf
from app.reading.register_reading import read_dated, read_everything
from app.reading.resolving import unknown_area

MOST_PLACES = 12
"""How many places one question without a place is answered for, whatever their size: each may have to be read."""
MOST_SMALL_PLACES, MOST_BODIES = 40, 1_500
"""Or as many as that, if they have no more organizations in all: a county is many small places."""

REGISTERS: Shelf[Register] = Shelf("registers", MOST_PLACES)
"""By place, with the version of the data: it changes with nothing else. One of some 400 bodies takes 2 to 3 MB."""
DATED: Shelf[Register] = Shelf("what of registers can change", MOST_PLACES)
"""The same of what begins, ends or is proposed, which is much less."""
STANDINGS: Shelf[Standing] = Shelf("standings", 2 * MOST_PLACES)
"""By place, day and whether proposals count, with the version of the data."""


async def places_known(explorer: Explorer) -> tuple[str, ...]:
    """Return the areas that have organizations, by name."""
    contents = await explorer.catalogue.contents()
    known = [known for known in contents.areas.values() if contents.sizes[known.id]]
    return tuple(known.id for known in sorted(known, key=lambda each: (each.name, each.id)))


async def are_few(explorer: Explorer, areas: Collection[str]) -> bool:
    """Tell whether some areas are few or small enough to be answered for at once."""
    if len(areas) <= MOST_PLACES:
        return True
    sizes = (await explorer.catalogue.contents()).sizes
    return len(areas) <= MOST_SMALL_PLACES and sum(sizes[area] for area in areas) <= MOST_BODIES


async def areas_asked(explorer: Explorer, area: str | None) -> tuple[str, ...]:
    """Return the area that is named, or all that have organizations while they are few enough to answer for at once.

    UnknownId names the nearest areas; BadInput asks for one when they are too many, by `are_few`.
    """
    if area is not None:
        await _check(explorer, await explorer.catalogue.contents(), area)
        return (area,)
    places = await places_known(explorer)
    if not await are_few(explorer, places):
        raise BadInput(f"Name a place: there are {len(places)}, which are too many to be answered for at once.")
    return places


async def read_register(explorer: Explorer, area: str) -> Register:
    """Return everything public that is recorded of a place; UnknownId when nobody knows the area.

    Read in five levels of a few parallel round trips the first time, then from memory until the data changes.
    """
    return (await _current(explorer, area))[1]


async def standing_of(explorer: Explorer, area: str, as_at: AsAt) -> Standing:
    """Return what of a place's register holds on a day; UnknownId when nobody knows the area."""
    version, register = await _current(explorer, area)
    return await explorer.kept[STANDINGS].once(
        (area, as_at), version, lambda: explorer.aside(lambda: Standing(register, as_at))
    )


async def dated_register(explorer: Explorer, area: str) -> Register:
    """Read what of a place's register begins, ends or is proposed, quicker to read than all of it; kept as that is."""
    contents = await explorer.catalogue.contents()
    await _check(explorer, contents, area)
    return await explorer.kept[DATED].once(area, contents.version, lambda: read_dated(explorer, area))


def forget_registers(explorer: Explorer) -> None:
    """Drop what is kept of places, so that the next question is answered from the database."""
    explorer.kept[REGISTERS].forget()
    explorer.kept[DATED].forget()
    explorer.kept[STANDINGS].forget()


async def _current(explorer: Explorer, area: str) -> tuple[int, Register]:
    contents = await explorer.catalogue.contents()
    await _check(explorer, contents, area)
    register = await explorer.kept[REGISTERS].once(
        area, contents.version, lambda: read_everything(explorer, contents, area)
    )
    return contents.version, register


async def _check(explorer: Explorer, contents: Contents, area: str) -> None:
    if area not in contents.areas:
        raise await unknown_area(explorer.catalogue, area)
