"""The relationship map of a place as files: SVG, PNG, one sheet as PDF, and one HTML file that works offline."""

from collections.abc import Mapping
from dataclasses import dataclass

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.diagram.paper import Imprint, sheet_of
from app.diagram.raster import png_of
from app.domain.records import Source
from app.domain.vocabulary import Dimension, Rating
from app.questions.relationships import ask as answers
from app.questions.relationships.ask import Service
from app.reading.explorer import today
from app.web.pictures.citing import source_line
from app.web.pictures.downloads import file
from app.web.pictures.making import made, saved
from app.web.pictures.offline import cited
from app.web.pictures.relationship_shown import MapAsked
from app.web.shell.bundling import Bundle, hash_of, relationship_file
from app.web.shell.describing import PICTURES, file_of
from app.web.shell.operating import Operator, operator_of
from app.web.shell.parameters import OpenExplorer
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


@router.get("/relationships/{area}.svg", **file_of(PICTURES, "The relationship map of a place as SVG", "image/svg+xml"))
async def relationships_svg(explorer: OpenExplorer, shown: MapAsked) -> Response:
    """Return the relationship map of a place as a drawing."""
    return file(saved(explorer, shown.svg).encode(), "image/svg+xml", f"{shown.name}.svg")


@router.get("/relationships/{area}.png", **file_of(PICTURES, "The relationship map of a place as PNG", "image/png"))
async def relationships_png(explorer: OpenExplorer, shown: MapAsked) -> Response:
    """Return the relationship map of a place as PNG, up to 2,400 pixels wide."""
    svg = saved(explorer, shown.svg)
    content = await made(explorer, f"map png {hash_of(svg)}", lambda: png_of(svg))
    return file(content, "image/png", f"{shown.name}.png")


@router.get(
    "/relationships/{area}.pdf", **file_of(PICTURES, "The relationship map of a place as PDF", "application/pdf")
)
async def relationships_pdf(explorer: OpenExplorer, shown: MapAsked) -> Response:
    """Return the relationship map of a place on one sheet as PDF, with its sources."""
    svg = saved(explorer, shown.svg)
    imprint = Imprint(
        title=shown.title,
        day=shown.day,
        shown=f"{shown.sentence} {MEANING}",
        sources=source_line(shown.sources),
        address=shown.address,
        made=shown.made,
    )
    key = f"map pdf {hash_of(f'{svg} {imprint}')}"
    content = await made(explorer, key, lambda: sheet_of(svg, shown.sentence, imprint))
    return file(content, "application/pdf", f"{shown.name}.pdf")


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
