"""A view as one HTML file that works without the site: picture, legend, tables, sources, terms; nothing from elsewhere.

It is what people send each other by e-mail. Its policy lets its own style and script run, by their hashes, and loads
nothing; without JavaScript the drawing and the tables stay.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from app.diagram.badges import FOLD
from app.diagram.compact import compact, without_colours
from app.diagram.content import BY_OFFICE, SITS
from app.diagram.draw import Drawing
from app.diagram.rosters import CLOSES, OPENS, POST
from app.diagram.table import TableRow
from app.diagram.told import told_of
from app.domain.bodies import places_elsewhere
from app.domain.english import name_order
from app.domain.records import Citation, Organization, Source
from app.domain.view import View, query_of
from app.questions.representation.telling import ToldPost, tell_posts
from app.reading.catalogue import Contents
from app.reading.explorer import Explorer, today
from app.reading.structure import Structure
from app.web.pictures.citing import (
    apart_text,
    citation,
    drawn_text,
    made_text,
    recorded_text,
    sources_of,
    sources_shown,
)
from app.web.pictures.shown import Shown, show
from app.web.pictures.viewing import ViewAsked, as_at_of
from app.web.shell.bundling import Bundle, offline
from app.web.shell.describing import PICTURES, file_of
from app.web.shell.operating import Operator, operator_of
from app.web.shell.parameters import AreaId, OpenExplorer, OrganizationId
from app.web.shell.render import Page, origin_of, render

router = APIRouter()


@dataclass(frozen=True, slots=True)
class KeptBody:
    """A body of the file, by its id where links within the file lead."""

    id: str
    name: str
    sort: str
    theme: str
    place: str
    """Of another place, its name."""
    is_drawn: bool


@dataclass(frozen=True, slots=True)
class KeptSeat:
    """A seat of the file, and who sits there."""

    told: ToldPost
    who: str
    of: str
    """Ids, with spaces between, of bodies that it joins to its board without speaking for them, as by an office."""
    source: str


@dataclass(frozen=True, slots=True)
class KeptLine:
    """A line of the file, or a recorded absence."""

    row: TableRow
    source: str


@dataclass(frozen=True, kw_only=True, slots=True)
class OfflinePage(Page):
    """What the file has in it."""

    template = "offline.html"
    drawing: Drawing
    in_file: bool = True
    """Tells what the file shares with pages of the site that it is one."""
    view: View
    bundle: Bundle
    day: str
    apart: str
    """That what is drawn is from sources that are years apart, in a sentence."""
    drawn: str
    bodies: tuple[KeptBody, ...]
    ids: frozenset[str]
    """Of the bodies that stand in the file."""
    seats: tuple[KeptSeat, ...]
    lines: tuple[KeptLine, ...]
    sources: tuple[Source, ...]
    """Newest first; facts name them by their number."""
    operator: Operator
    online: str
    """The address of the same view on the site."""
    site: str
    cite: str
    made: str


def within_file(id_: str) -> str:
    """Lead from a body that is drawn to where it stands in the same file; nothing opens or closes there."""
    return "" if id_.startswith((FOLD, OPENS, CLOSES, POST)) else f"#{id_}"


async def place_in_file(explorer: OpenExplorer, view: ViewAsked, area: AreaId) -> Shown:
    """Show what an address asks for of a place, for a file of its own."""
    return await show(explorer, view, area, href=within_file)


async def organization_in_file(
    explorer: OpenExplorer, view: ViewAsked, area: AreaId, organization: OrganizationId
) -> Shown:
    """Show what an address asks for around an organization, for a file of its own."""
    return await show(explorer, view, area, organization=f"{area}/{organization}", href=within_file)


@router.get(
    "/diagrams/{area}.html", **file_of(PICTURES, "The picture of a place as one HTML file for use offline", "text/html")
)
async def place_html(
    request: Request, explorer: OpenExplorer, shown: Annotated[Shown, Depends(place_in_file)]
) -> Response:
    """Return the picture of a place, in any view, as one file: it can be searched and walked without a connection."""
    return await _file(request, explorer, shown)


@router.get(
    "/diagrams/{area}/{organization}.html",
    **file_of(PICTURES, "The picture around a body as one HTML file for use offline", "text/html"),
)
async def organization_html(
    request: Request, explorer: OpenExplorer, shown: Annotated[Shown, Depends(organization_in_file)]
) -> Response:
    """Return the picture around an organization as one file."""
    return await _file(request, explorer, shown)


async def _file(request: Request, explorer: Explorer, shown: Shown) -> Response:
    contents = await explorer.catalogue.contents()
    told = await tell_posts(explorer, shown.structure.posts, as_at_of(shown.view))
    page = await explorer.aside(lambda: _page(request, shown, contents, told))
    answer = render(request, page, noindex=True)
    answer.headers["Content-Disposition"] = f'attachment; filename="{name_of(shown)}"'
    return answer


def _page(request: Request, shown: Shown, contents: Contents, told: Mapping[str, ToldPost]) -> OfflinePage:
    """Put together what is in the file: of a large place it takes the processor for a moment."""
    structure, drawing, origin = shown.structure, shown.drawing, origin_of(request)
    sources = sources_of(
        structure, contents, "", shown.citations
    )  # its tables have what the picture leaves out as well
    numbers = {source.id: number for number, source in enumerate(sources, 1)}
    online = origin + shown.address(shown.view)
    cited = sources_shown(shown, contents)
    return OfflinePage(
        title=drawing.title,
        drawing=small(drawing),
        view=shown.view,
        bundle=offline(),
        day=recorded_text(cited, shown.view.on),
        apart=apart_text(cited),
        drawn=drawn_text(shown),
        bodies=tuple(_bodies(shown, contents)),
        ids=frozenset(node.id for node in structure.nodes),
        seats=tuple(_seats(structure, told, numbers)),
        lines=tuple(_lines(shown, numbers)),
        sources=tuple(sources),
        operator=operator_of(request.app.state.settings),
        online=online,
        site=origin,
        cite=citation(drawing.title, shown.view.on, contents.version, online),
        made=made_text(contents),
    )


def small(drawing: Drawing) -> Drawing:
    """Return a drawing as small as it can be in a file that has its style sheet."""
    return replace(
        drawing,
        data_json=compact(drawing.data_json),
        svg=without_colours(drawing.svg),
        svg_narrow=without_colours(drawing.svg_narrow) if drawing.svg_narrow else None,
    )


def name_of(shown: Shown) -> str:
    """Name the file: place, what is in the middle, whether it is a part, and the day, as `bromley-map-2008-01.html`."""
    view = shown.view
    middle = view.about.rpartition("/")[2] if view.about else "map"
    looks = {"on", "proposed", "about", "open", "close", "find", "select", "size"}
    part = "part" if query_of(view, without=looks) else ""
    parts = [shown.area.id, middle, "proposed" if view.proposed else "", part]
    return f"{'-'.join(filter(None, parts))}-{view.on or today().isoformat()}.html"


def _bodies(shown: Shown, contents: Contents) -> Iterable[KeptBody]:
    nodes = sorted(shown.structure.nodes, key=lambda node: (name_order(node.name), node.id))
    elsewhere = places_elsewhere(nodes, shown.area.id, contents.areas)
    drawn = set(shown.drawing.ids)
    for node in nodes:
        theme = node.theme.name if node.theme else ""
        yield KeptBody(
            node.id, node.name, node.classification.value, theme, elsewhere.get(node.id, ""), node.id in drawn
        )


def _seats(structure: Structure, told: Mapping[str, ToldPost], numbers: Mapping[str, int]) -> list[KeptSeat]:
    """Tell who sits where, by board; the seats of a board stay in the document's own order."""
    rows = [
        KeptSeat(
            told[post.id],
            told_of(told[post.id].sitting).words,
            " ".join(set_apart(structure.on_behalf_of.get(post.id, ()), told[post.id].on_behalf_of)),
            cited(told[post.id].citations, numbers),
        )
        for post in structure.posts
    ]
    return sorted(rows, key=lambda row: (name_order(row.told.board.name), row.told.board.id))


def set_apart(ids: Sequence[str], named: Sequence[Organization]) -> list[str]:
    """Return the ids that are of none of some bodies, each once."""
    return [id_ for id_ in dict.fromkeys(ids) if id_ not in {body.id for body in named}]


def _lines(shown: Shown, numbers: Mapping[str, int]) -> Iterable[KeptLine]:
    facts = {line.id: line.citations for line in shown.structure.lines}
    facts |= {absence.id: absence.citations for absence in shown.structure.absences}
    for row in shown.drawing.rows:
        if row.from_href and row.to_href and row.relation not in {SITS, BY_OFFICE}:
            yield KeptLine(row, cited(facts.get(row.fact_id, ()), numbers))


def cited(citations: Sequence[Citation], numbers: Mapping[str, int]) -> str:
    """Say where a fact stands by the numbers of its sources: `1: p. 12; 3`."""
    said = [
        f"{numbers[cite.source_id]}{f': {cite.locator}' if cite.locator else ''}"
        for cite in citations
        if cite.source_id in numbers
    ]
    return "; ".join(dict.fromkeys(said))
