"""Seats as they stand on a day, each with who is in it and the sector that it counts for: of a body, a place or all."""

from dataclasses import dataclass

from app.domain import records as r
from app.domain import vocabulary as words
from app.domain.as_at import AsAt
from app.domain.bodies import home_of
from app.domain.standing import Standing
from app.questions.balance.sectors import sector_of
from app.reading.explorer import Explorer
from app.reading.registers import areas_asked, standing_of


@dataclass(frozen=True, slots=True)
class ListedSeat:
    """A seat with what is worked out of it."""

    post: r.Post
    state: words.PostState
    sector: words.Sector | None


async def list_seats(explorer: Explorer, *, area: str, organization: str, as_at: AsAt) -> list[ListedSeat]:
    """Return the seats on the bodies of a place, or on one body, in the order of their ids; '' for any.

    None of a place or body that nobody knows. BadInput asks for a place where there are too many to answer for.
    """
    places: tuple[str, ...]
    if organization:
        body = (await explorer.reader.organizations([organization])).get(organization)
        places = (area or home_of(body),) if body and (not area or area in body.area_ids) else ()
    else:
        contents = await explorer.catalogue.contents()
        places = () if area and area not in contents.areas else await areas_asked(explorer, area or None)
    found: dict[str, ListedSeat] = {}
    for place in places:
        standing = await standing_of(explorer, place, as_at)
        found |= await explorer.aside(lambda standing=standing: _seats(standing, organization))  # type: ignore[misc]
    return [found[id_] for id_ in sorted(found)]


def _seats(standing: Standing, organization: str) -> dict[str, ListedSeat]:
    bodies = [organization] if organization else standing.register.own
    return {
        post.id: ListedSeat(post, standing.state(post.id), sector_of(standing, post.id)[0])
        for body in bodies
        for post in standing.posts_on(body)
    }
