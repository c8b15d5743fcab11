"""The two ends of a route as a reader names them: the place of the one that is certain helps to know the other."""

from app.reading.explorer import Explorer
from app.reading.resolving import BODIES, Meaning, chosen, meaning


async def ends_meant(explorer: Explorer, start: str, end: str, *, area: str = "") -> tuple[Meaning, Meaning]:
    """Find the bodies that two texts mean, each an id or a name; with `area`, only there or around it.

    A name that several have means that of the other end's place.
    """
    first = await meaning(explorer.catalogue, start, labels=BODIES, area=area)
    last = await meaning(explorer.catalogue, end, labels=BODIES, area=area, here=first.name.place if first.name else "")
    if first.tied and last.name:
        first = await meaning(explorer.catalogue, start, labels=BODIES, area=area, here=last.name.place)
    return first, last


async def ends_chosen(explorer: Explorer, start: str, end: str, *, area: str = "") -> tuple[str, str]:
    """Return the ids of the bodies that two texts mean; Ambiguous or UnknownId when one of them is not one body."""
    found = await ends_meant(explorer, start, end, area=area)
    contents = await explorer.catalogue.contents()
    first, last = (chosen(it, contents).id for it in found)
    return first, last
