"""The relationship map of a place: how relations with each service are, in each respect, as its sources publish it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from app.domain import records as r
from app.domain.dates import earliest, spoken, when
from app.domain.english import counted, figure, listed, name_order, ordinary, with_article
from app.domain.vocabulary import Dimension, Rating
from app.questions.representation.ask import Freshness, freshness
from app.reading.explorer import Explorer
from app.reading.registers import areas_asked

LETTERS = {
    Rating.GREEN: "G",
    Rating.AMBER: "A",
    Rating.RED: "R",
    Rating.MIXED: "M",
    Rating.NONE: "N",
    Rating.NOT_RATED: "–",
}
"""The letter in which a rating is shown, so that no colour need be seen."""


NAMES = {
    Rating.GREEN: "Green",
    Rating.AMBER: "Amber",
    Rating.RED: "Red",
    Rating.MIXED: "Mixed",
    Rating.NONE: "None",
    Rating.NOT_RATED: "No colour given",
}


DIMENSIONS = tuple(Dimension)


RATINGS = tuple(Rating)


@dataclass(frozen=True, slots=True)
class Service:
    """One row of a map: a department or service and its cells by dimension."""

    body: r.Organization
    cells: Mapping[Dimension, r.Assessment]


@dataclass(frozen=True, slots=True)
class RelationshipMap:
    """The published cells of one place."""

    area: r.Area
    services: tuple[Service, ...]
    bodies: Mapping[str, r.Organization]
    """The services, and who mapped them."""
    fresh: Freshness

    @property
    def cells(self) -> tuple[r.Assessment, ...]:
        """All cells, by service and dimension."""
        return tuple(service.cells[d] for service in self.services for d in Dimension if d in service.cells)

    def total(self, dimension: Dimension, rating: Rating) -> int:
        """Count the cells of a dimension with a rating."""
        return sum(1 for cell in self.cells if cell.dimension is dimension and cell.rating is rating)

    def missing(self, dimension: Dimension) -> int:
        """Count the services without a cell in a dimension."""
        return sum(1 for service in self.services if dimension not in service.cells)


async def find_relationships(explorer: Explorer, area: str | None, on: date) -> tuple[RelationshipMap, ...]:
    """Return the map of a place on a day, even when it is empty, or the maps of all places that have one.

    Where a service was mapped again, the newest cell up to the day stands.
    """
    ids = await areas_asked(explorer, area) if area else ("",)
    every = [cell for id_ in ids for cell in await explorer.reader.assessments_of(area=id_)]
    cells = [cell for cell in every if earliest(cell.on) <= on]
    named = {id_ for cell in cells for id_ in (cell.organization_id, cell.by_id) if id_}
    bodies = await explorer.reader.organizations(sorted(named))
    contents = await explorer.catalogue.contents()
    found = []
    for known in contents.areas.values():
        # A cell belongs to the place whose file has it, even where the service is another's, such as its county's.
        ours = [cell for cell in cells if cell.id.partition("/")[0] == known.id and cell.organization_id in bodies]
        if (ours and not area) or known.id == area:
            fresh = freshness(contents, {cite.source_id for cell in ours for cite in cell.citations})
            found.append(RelationshipMap(known, _services(ours, bodies), bodies, fresh))
    return tuple(found)


def _services(cells: Sequence[r.Assessment], bodies: Mapping[str, r.Organization]) -> tuple[Service, ...]:
    by: dict[str, dict[Dimension, r.Assessment]] = {}
    for cell in sorted(cells, key=lambda cell: (cell.on or "", cell.id)):
        by.setdefault(cell.organization_id, {})[cell.dimension] = cell
    return tuple(Service(bodies[id_], by[id_]) for id_ in sorted(by, key=lambda id_: name_order(bodies[id_].name)))


def dimension_name(dimension: Dimension) -> str:
    """Write a dimension as a heading."""
    return ordinary(dimension).capitalize()


def opening(found: RelationshipMap) -> str:
    """Say in a sentence how many relations were rated, and how."""
    cells = found.cells
    if not cells:
        return f"No relationship map of {found.area.name} is recorded."
    number = Counter(cell.rating for cell in cells)
    colours = [f"{figure(number[rating])} {NAMES[rating].lower()}" for rating in list(Rating)[:4] if number[rating]]
    rest = [
        text
        for count, text in (
            (number[Rating.NONE], "where the source says that there is none"),
            (number[Rating.NOT_RATED], "in words without a colour"),
        )
        if count
        for text in [f"{figure(count)} {text}"]
    ]
    whole = counted(len(found.services), "service")
    return f"Relations with {whole} of {found.area.name} in {counted(len(cells), 'cell')}: {listed(colours + rest)}."


def origin(found: RelationshipMap) -> str:
    """Say who mapped it and when; empty when no source says."""
    makers = dict.fromkeys(found.bodies[c.by_id].name for c in found.cells if c.by_id and c.by_id in found.bodies)
    days = sorted({cell.on for cell in found.cells if cell.on})
    if not makers:
        return ""
    dated = f" {when(days[0])}" if len(days) == 1 else f" from {spoken(days[0])} to {spoken(days[-1])}" if days else ""
    return f"Mapped by {listed([with_article(name) for name in makers])}{dated}."
