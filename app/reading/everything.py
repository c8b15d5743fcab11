"""Everything that is recorded of a place, of whatever day and only proposed too, as one structure."""

import asyncio
from collections.abc import Sequence
from datetime import date

from app.domain.bodies import home_of
from app.domain.register import Register
from app.reading.explorer import Explorer
from app.reading.registers import read_register
from app.reading.structure import Structure

_MOST_NEIGHBOURS = 3
"""Places whose registers are read for what joins their bodies to each other beside the place that is drawn."""


async def everything_of(explorer: Explorer, area: str, on: date) -> Structure:
    """Return all that is recorded of an area, whenever it holds."""
    register = await read_register(explorer, area)
    known = (await explorer.catalogue.contents()).areas
    homes = {home_of(body) for id_, body in register.organizations.items() if id_ not in register.own}
    near = sorted((homes & known.keys()) - {area})[:_MOST_NEIGHBOURS]
    others = await asyncio.gather(*(read_register(explorer, place) for place in near))
    return structure_of(register, others, on)


def structure_of(register: Register, others: Sequence[Register], on: date) -> Structure:
    """Return what a register has of bodies, lines and seats, and what others have between the same bodies."""
    seats = {post.id: post.organization_id for post in register.posts.values()}
    ends = set(register.own) | {id_ for line in register.lines for id_ in (line.from_id, line.to_id)}
    ends |= {*seats.values(), *(group for post, group in _groups(register) if post in seats)}
    bodies = {id_: body for id_, body in register.organizations.items() if id_ in ends}
    every = (register, *others)
    lines = {line.id: line for each in every for line in each.lines if {line.from_id, line.to_id} <= bodies.keys()}
    posts = {post.id: post for each in every for post in each.posts.values() if post.organization_id in bodies}
    groups: dict[str, dict[str, None]] = {id_: {} for id_ in posts}
    for each in every:
        for post, group in _groups(each):
            if post in groups and group in bodies:
                groups[post][group] = None
    return Structure(
        list(bodies.values()),
        list(lines.values()),
        list(posts.values()),
        {id_: list(of) for id_, of in groups.items()},
        on,
    )


def _groups(register: Register) -> list[tuple[str, str]]:
    """Return for whom seats are held and which bodies hold them."""
    ties = [(tie.post_id, tie.organization_id) for tie in register.behalf]
    return ties + [(it.post_id, it.holder_id) for it in register.holdings if not it.holder_is_person]
