"""Which bodies stand in which column of a place's picture, from top to bottom: for whoever puts them in order."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from app.diagram.columns.roles import roles_of
from app.diagram.columns.stacks import stacks_of
from app.diagram.content import picture_of
from app.diagram.palette import line_style
from app.domain.bodies import places_elsewhere
from app.domain.records import Area
from app.domain.view import View
from app.reading.everything import everything_of
from app.reading.explorer import Explorer, today
from app.reading.structure import Structure


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its bodies by their ids, above the line of the forums and below it."""

    name: str
    """Its heading; empty where it has none."""
    upper: tuple[str, ...]
    lower: tuple[str, ...]


def arranged(structure: Structure, orders: Mapping[str, int | None]) -> Structure:
    """Return a structure as if some bodies, by their ids, were told to stand where these numbers say."""
    nodes = [replace(it, column_order=orders[it.id]) if it.id in orders else it for it in structure.nodes]
    return replace(structure, nodes=nodes)


async def columns_of(explorer: Explorer, area: str) -> tuple[Column, ...]:
    """Return the columns of a place's usual picture, in recorded order."""
    whole = await everything_of(explorer, area, today())
    known = (await explorer.catalogue.contents()).areas
    return tuple(await explorer.aside(lambda: [*_columns(whole, area, known)]))


def _columns(whole: Structure, area: str, known: Mapping[str, Area]) -> Iterator[Column]:
    kinds = View().usual_lines
    picture = picture_of(
        whole.nodes,
        [line for line in whole.lines if line_style(line.type).key in kinds],
        whole.posts,
        whole.on_behalf_of,
        every_kind=True,
        elsewhere=places_elsewhere(whole.nodes, area, known),
    )
    roles = roles_of(picture)
    stacks = stacks_of(picture, roles)
    for heading in roles.headings:
        yield Column(heading.name, stacks[heading.key].upper, stacks[heading.key].lower)
