"""What takes long to make is made in few threads, within a bound of time, and kept for whoever asks next."""

import asyncio
from collections.abc import Callable, Mapping
from typing import Any

from starlette.exceptions import HTTPException

from app.diagram.draw import Beside, Drawing, Recorded, draw
from app.diagram.palette import line_style
from app.diagram.stamping import stamped
from app.domain.bodies import places_elsewhere
from app.domain.clearance import NOT_PUBLIC
from app.domain.view import View
from app.domain.vocabulary import FactStatus, LineType
from app.errors import TooBusy
from app.reading.explorer import Explorer
from app.reading.keeping import Shelf
from app.reading.structure import Structure
from app.running import give_memory_back
from app.web.pictures.drawn_before import drawings_of

SECONDS = 20.0

FILES: Shelf[bytes] = Shelf("files made", 24_000_000, len)
"""Pictures and papers, by what they were made from."""


async def drawn(
    explorer: Explorer,
    shown: Structure,
    *,
    place: str = "",
    within: Structure | None = None,
    other_day: tuple[Structure, Mapping[str, str]] | None = None,
    **said: Any,
) -> Drawing:
    """Return the drawing of a structure, with what else `draw` takes; TooBusy when too many are asked for.

    `place` is the id of the place that is drawn: the bodies of others then stand at its edge. Everything stands where
    it does in the picture `within` which it is shown; around a body, where it does with what there is on the
    `other_day`, which comes with who holds its seats then.
    """
    kept = drawings_of(explorer)
    known = (await explorer.catalogue.contents()).areas
    whole = within or shown
    elsewhere = places_elsewhere(whole.nodes, place, known) if place else {}
    of_seats = shown.areas | (other_day[0].areas if other_day else frozenset())
    areas = {id_: known[id_].name for id_ in of_seats if id_ in known}

    def work() -> Drawing:
        return draw(
            shown.nodes,
            shown.lines,
            shown.posts,
            shown.on_behalf_of,
            areas=areas,
            elsewhere=elsewhere,
            absences=shown.absences,
            place=place,
            everything=_recorded(within, said["view"], place) if within else None,
            beside=_beside(*other_day) if other_day else None,
            kept=kept,
            **said,
        )

    return await explorer.drawing(work)


def _recorded(within: Structure, view: View, place: str) -> Recorded:
    """Return all that is recorded, of the usual kinds of line and those that a view adds.

    What few ask for takes no room from the others; nor do boards of other places that such a line is only proposed to
    join to this one, with columns for those who sit there.
    """
    kinds = view.usual_lines | view.show
    lines = [line for line in within.lines if line_style(line.type).key in kinds]
    memberships = [line for line in within.lines if line.type is LineType.MEMBER_OF]
    own = {node.id for node in within.nodes if place in node.area_ids}
    ends = [
        {line.from_id, line.to_id} for line in (*lines, *(it for it in within.lines if it.status is FactStatus.ACTUAL))
    ]
    near = own.union(*(pair for pair in ends if pair & own))
    near |= {
        id_ for post in within.posts if post.organization_id in own for id_ in within.on_behalf_of.get(post.id, ())
    }
    return Recorded.of(
        [node for node in within.nodes if node.id in near],
        [line for line in lines if {line.from_id, line.to_id} <= near],
        [post for post in within.posts if post.organization_id in near],
        within.on_behalf_of,
        memberships,
    )


def _beside(structure: Structure, holders: Mapping[str, str]) -> Beside:
    recorded = Recorded.of(structure.nodes, structure.lines, structure.posts, structure.on_behalf_of)
    absences = sorted(structure.absences, key=lambda absence: absence.id)
    return Beside(recorded, tuple(sorted(holders.items())), tuple(absences))


def saved(explorer: Explorer, svg: str) -> str:
    """Return a drawing as it is saved: one that may show what is hidden from the public says so above."""
    return stamped(svg, NOT_PUBLIC) if explorer.clearance else svg


async def made(explorer: Explorer, key: str, make: Callable[[], bytes], *, seconds: float = SECONDS) -> bytes:
    """Return what `make` makes, or made before under the same key; 503 when too many ask, or it takes too long.

    What is being made is not stopped: it is there when somebody asks again.
    """

    def work() -> bytes:
        try:
            return make()
        finally:
            give_memory_back()

    making = explorer.kept[FILES].once(key, None, lambda: explorer.making(work))
    try:
        return await asyncio.wait_for(making, seconds)
    except TooBusy:
        raise _busy("Many are being made at this moment: ask again in a few seconds.") from None
    except TimeoutError:
        raise _busy("This takes longer than usual: ask again in a moment, or for a part of it.") from None


def _busy(message: str) -> HTTPException:
    return HTTPException(503, message, {"Retry-After": "5"})
