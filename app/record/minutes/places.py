"""Of which body, in which place, some minutes are."""

from app.errors import BadInput, UnknownId
from app.exchange.entries.addresses import Address
from app.reading.explorer import Explorer
from app.reading.resolving import BODIES, resolve, resolve_area
from app.record.drafting import known_of
from app.record.forms.asking import About


async def about_place(explorer: Explorer, place: str, *, sees_all: bool) -> About:
    """Read what is recorded of a place, for minutes of one of its bodies; UnknownId where there is no such place."""
    contents = await explorer.catalogue.contents()
    if place not in contents.areas:
        raise UnknownId("There is no such place.")
    titles = {id_: source.title for id_, source in contents.sources.items() if "/" not in id_}
    return About(await known_of(explorer.database, place), Address("area", place), titles, sees_all)


async def whose(explorer: Explorer, body: str, area: str) -> tuple[str, str]:
    """Return the place and the body's id within it, of a body that is named or only of a place.

    BadInput where neither is said; UnknownId and Ambiguous where a name is nobody's, or several have it.
    """
    place = await resolve_area(explorer.catalogue, area) if area else ""
    if not body:
        if not place:
            raise BadInput("Say whose minutes they are: --body with the body's name or id, or --area with the place.")
        return place, ""
    found = await resolve(explorer.catalogue, body, labels=BODIES, area=place)
    return found.place, found.id.removeprefix(f"{found.place}/")
