"""The relationship map of a place as files: SVG, PNG, one sheet as PDF, and one HTML file that works offline."""

from collections.abc import Mapping
from dataclasses import dataclass

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.diagram.paper import Imprint
from app.domain.records import Source
from app.domain.vocabulary import Dimension, Rating
from app.questions.relationships import ask as answers
from app.questions.relationships.ask import Service
from app.reading.explorer import today
from app.web.pictures.citing import source_line
from app.web.pictures.offline import cited
from app.web.pictures.relationship_shown import MapAsked
from app.web.pictures.saving import Picture, add_files
from app.web.shell.bundling import Bundle, relationship_file
from app.web.shell.describing import PICTURES, file_of
from app.web.shell.operating import Operator, operator_of
from app.web.shell.render import Page, origin_of, render

router = APIRouter()

MEANING = "A colour stands only where the source gives one; “not recorded” means that it says nothing."


@dataclass(frozen=True, slots=True)
class KeptCell:
    """A cell of the HTML file."""

    dimension: str
    rating: Rating | None
    """None where nothing is recorded."""
    words: str
    source: str
    """Where it stands, by the numbers of its sources."""


@dataclass(frozen=True, slots=True)
class KeptService:
    """A row of the HTML file."""

    name: str
    cells: tuple[KeptCell, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class RelationshipFile(Page):
    """What is in the HTML file."""

    template = "relationship_file.html"
    bundle: Bundle
    day: str
    sentence: str
    heads: tuple[str, ...]
    services: tuple[KeptService, ...]
    meaning: str
    sources: tuple[Source, ...]
    """Newest first; cells name them by their number."""
    made: str
    online: str
    """The address of the page that shows the same."""
    cite: str
    operator: Operator
    site: str
    relations: object = answers
    """The letters and names of ratings, for the template."""


async def map_asked(shown: MapAsked) -> Picture:
    """Return the relationship map of a place, whose sheet names its sources."""

    def imprint() -> Imprint:
        return Imprint(
            title=shown.title,
            day=shown.day,
            shown=f"{shown.sentence} {MEANING}",
            sources=source_line(shown.sources),
            address=shown.address,
            made=shown.made,
        )

    return Picture(shown.name, shown.svg, shown.sentence, imprint)


add_files(router, "/relationships/{area}", "relationships", "The relationship map of a place", map_asked)


@router.get(
    "/relationships/{area}.html",
    **file_of(PICTURES, "The relationship map of a place as one HTML file for use offline", "text/html"),
)
async def relationships_html(request: Request, shown: MapAsked) -> Response:
    """Return the relationship map of a place as one file that works without the site."""
    numbers = {source.id: number for number, source in enumerate(shown.sources, 1)}
    page = RelationshipFile(
        title=shown.title,
        bundle=relationship_file(),
        day=shown.day,
        sentence=shown.sentence,
        heads=tuple(answers.dimension_name(each) for each in answers.DIMENSIONS),
        services=tuple(
            KeptService(service.body.name, tuple(_kept(service, each, numbers) for each in answers.DIMENSIONS))
            for service in shown.told.services
        ),
        meaning=MEANING,
        sources=shown.sources,
        made=shown.made,
        online=shown.address,
        cite=shown.cite,
        operator=operator_of(request.app.state.settings),
        site=origin_of(request),
    )
    answer = render(request, page, noindex=True)
    answer.headers["Content-Disposition"] = (
        f'attachment; filename="{shown.name}-{shown.on or today().isoformat()}.html"'
    )
    return answer


def _kept(service: Service, dimension: Dimension, numbers: Mapping[str, int]) -> KeptCell:
    name, cell = answers.dimension_name(dimension), service.cells.get(dimension)
    if cell is None:
        return KeptCell(name, None, "", "")
    return KeptCell(name, cell.rating, cell.summary or "", cited(cell.citations, numbers))
