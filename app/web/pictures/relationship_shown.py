"""The relationship map of a place with all that its files say of it, on the day that an address asks for."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Path, Request

from app.diagram.matrix import Cell, Named, Row, matrix_svg
from app.domain.records import Source
from app.domain.view import View, address_of
from app.domain.vocabulary import Dimension, Rating
from app.errors import UnknownId
from app.questions.relationships import ask as answers
from app.questions.relationships.ask import RelationshipMap, Service, find_relationships
from app.reading.resolving import resolve_area
from app.web.pictures.citing import citation, made_text, recorded_text
from app.web.shell.parameters import DayAsked, OnWritten, OpenExplorer
from app.web.shell.render import origin_of


@dataclass(frozen=True, slots=True)
class Mapped:
    """A relationship map, and what its files say of it."""

    told: RelationshipMap
    title: str
    sentence: str
    sources: tuple[Source, ...]
    """Newest first."""
    address: str
    """Of the page that shows it."""
    on: str
    """The day as it was asked for; empty for today."""
    version: int
    """Of the data."""
    made: str

    @property
    def name(self) -> str:
        """What its files are called."""
        return f"{self.told.area.id}-relationships"

    @property
    def svg(self) -> str:
        """The drawing as a file."""
        rows = [
            Row(service.body.name, tuple(_cell(service, each) for each in answers.DIMENSIONS))
            for service in self.told.services
        ]
        heads = [answers.dimension_name(each) for each in answers.DIMENSIONS]
        legend = [_named(rating) for rating in answers.RATINGS]
        return matrix_svg(heads, rows, legend, title=self.title, description=self.sentence, key="map")

    @property
    def day(self) -> str:
        """When it was recorded, and of which day it is where that was asked for."""
        return recorded_text(self.sources, self.on)

    @property
    def cite(self) -> str:
        """How to cite it."""
        return citation(self.title, self.on, self.version, self.address)


def _named(rating: Rating) -> Named:
    return Named(rating, answers.LETTERS[rating], answers.NAMES[rating])


def _cell(service: Service, dimension: Dimension) -> Cell | None:
    cell = service.cells.get(dimension)
    return Cell(_named(cell.rating), cell.summary or "") if cell else None


async def mapped(
    request: Request,
    explorer: OpenExplorer,
    on: DayAsked,
    written: OnWritten,
    area: Annotated[str, Path(description="A place, by its id.", examples=["hammersmith-and-fulham"])],
) -> Mapped:
    """Find the map of a place on a day; UnknownId when there is no such place, or no map of it."""
    (told,) = await find_relationships(explorer, await resolve_area(explorer.catalogue, area), on)
    if not told.cells:
        raise UnknownId(answers.opening(told))
    contents = await explorer.catalogue.contents()
    ids = {cite.source_id for cell in told.cells for cite in cell.citations}
    sources = [contents.sources[id_] for id_ in sorted(ids) if id_ in contents.sources]
    address = address_of("/relationships", View(on=written))
    return Mapped(
        told,
        f"The relationship map of {told.area.name}",
        " ".join(filter(None, (answers.opening(told), answers.origin(told)))),
        tuple(sorted(sources, key=lambda source: source.published or "", reverse=True)),
        f"{origin_of(request)}{address}{'&' if '?' in address else '?'}area={told.area.id}",
        written,
        contents.version,
        made_text(contents),
    )


MapAsked = Annotated[Mapped, Depends(mapped)]
"""The relationship map of the place that an address names, on the day that it asks for."""
