"""The picture of a person: where they sit, and what that leads to."""

import asyncio
from collections import Counter
from collections.abc import Container, Iterable, Mapping
from urllib.parse import urlencode

from app.diagram.draw import Drawing
from app.diagram.people import Seated
from app.domain.as_at import AsAt
from app.domain.records import Organization
from app.questions.representation.telling import Told
from app.reading.explorer import Explorer
from app.reading.structure import VOICE_LINES, Structure, find_structure, together
from app.web.pictures.making import drawn


async def draw_person(explorer: Explorer, told: Told, as_at: AsAt, kept: Mapping[str, str]) -> Drawing | None:
    """Draw the seats of a person in each place where they have any; nothing when they have none.

    `kept` is the part of the address that every link keeps.
    """
    if told.person is None or not told.seats:
        return None
    known = (await explorer.catalogue.contents()).areas
    places = fewest_places((seat.told.board for seat in told.seats), known)
    if not places:
        return None
    found = await asyncio.gather(*(find_structure(explorer, area=place, as_at=as_at) for place in places))
    whole = together(found)
    held = frozenset(seat.told.post.id for seat in told.seats)
    structure = above(whole, {seat.told.board.id for seat in told.seats}, held)
    chosen = urlencode(kept)

    def link(path: str) -> str:
        return f"{path}?{chosen}" if chosen else path

    seated = Seated(
        told.person.id,
        told.person.shown,
        link(f"/people/{told.person.id}"),
        held,
    )
    return await drawn(
        explorer,
        structure,
        title=f"Where {told.person.shown} sits",
        href=lambda id_: link(f"/{id_}"),
        person=seated,
    )


def fewest_places(bodies: Iterable[Organization], known: Container[str]) -> list[str]:
    """Return as few places as have every one of some bodies between them, first the one that has most of them.

    Of a joint body one of its places is enough.
    """
    left = {body.id: [area for area in body.area_ids if area in known] for body in bodies}
    found: list[str] = []
    while counts := Counter(area for areas in left.values() for area in areas):
        found.append(max(counts, key=lambda area: (counts[area], area)))
        left = {id_: areas for id_, areas in left.items() if found[-1] not in areas}
    return found


def above(whole: Structure, boards: set[str], held: frozenset[str]) -> Structure:
    """Return of a structure some boards and what they lead to, with the seats `held` and those that lead there."""
    onward: dict[str, set[str]] = {}
    for line in whole.lines:
        if line.type.relationship in VOICE_LINES:
            onward.setdefault(line.from_id, set()).add(line.to_id)
    for post in whole.posts:
        for group in whole.on_behalf_of.get(post.id, ()):
            onward.setdefault(group, set()).add(post.organization_id)
    shown, waiting = set(boards), list(boards)
    while waiting:
        further = onward.get(waiting.pop(), set()) - shown
        shown |= further
        waiting.extend(further)
    groups = {id_: [group for group in of if group in shown] for id_, of in whole.on_behalf_of.items()}
    posts = [post for post in whole.posts if post.organization_id in shown and (groups.get(post.id) or post.id in held)]
    return Structure(
        [node for node in whole.nodes if node.id in shown],
        [line for line in whole.lines if line.type.relationship in VOICE_LINES and {line.from_id, line.to_id} <= shown],
        posts,
        {post.id: groups.get(post.id, []) for post in posts},
        whole.on,
    )
