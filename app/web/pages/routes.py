"""The page that tells how a voice gets from one body to another."""

import asyncio
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.diagram.chain import Chain, ChainStep, draw_chain
from app.domain.as_at import AsAt
from app.domain.records import Source
from app.questions.routes.words import ToldRoute, ToldRoutes, body_meant, tell_routes
from app.reading.catalogue import Name
from app.web.shell.render import Page, day_of, explorer_of, kept, proposed_of, render

router = APIRouter()


@dataclass(frozen=True, slots=True)
class End:
    """One end of a route as it was asked for: the text, and what else it may mean."""

    field: str
    label: str
    asked: str
    name: str
    id: str | None
    others: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class RoutesPage(Page):
    """What the page shows; nothing told while an end is not named, or nobody is sure what is meant."""

    ends: tuple[End, End]
    on: date
    proposed: bool
    told: ToldRoutes | None
    chains: tuple[Chain, ...]
    """A drawing of each route."""
    sources: dict[str, Source]


@router.get("/routes")
async def routes(request: Request) -> Response:
    """Answer for the bodies that `from` and `to` name, by id or by anything like their names."""
    explorer, on, proposed = explorer_of(request), day_of(request), proposed_of(request)
    ends = await asyncio.gather(_end(request, "from", "From: a group or community"), _end(request, "to", "To: a board"))
    start, end = ends[0].id, ends[1].id
    told = await tell_routes(explorer, start, end, AsAt(on, proposed)) if start and end else None
    title = f"From {told.start.name} to {told.end.name}" if told else "How does a voice get there?"
    page = RoutesPage(
        title,
        (ends[0], ends[1]),
        on,
        proposed,
        told,
        tuple(_chain(request, told, number, route) for number, route in enumerate(told.routes)) if told else (),
        (await explorer.catalogue.contents()).sources,
    )
    unknown = any(each.asked and not each.id for each in ends)
    return render(request, "routes.html", page, status=404 if unknown else 200)


async def _end(request: Request, field: str, label: str) -> End:
    explorer = explorer_of(request)
    asked = request.query_params.get(field, "").strip()[:200]
    id_, others = await body_meant(explorer, asked)
    known = await explorer.reader.organizations([id_]) if id_ else {}
    name = known[id_].name if id_ in known else asked
    return End(field, label, asked, name, id_, tuple(others))


def _chain(request: Request, told: ToldRoutes, number: int, route: ToldRoute) -> Chain:
    chosen = urlencode(kept(request))
    return draw_chain(
        told.start,
        [
            ChainStep(
                step.organization,
                step.words,
                step.by,
                step.seat.post if step.seat and not step.sideways else None,
                step.line,
            )
            for step in route.steps
        ],
        title=f"Route {number + 1}: from {told.start.name} to {told.end.name}",
        description=route.sentence,
        key=f"route-{number + 1}",
        href=lambda id_: f"/{id_}?{chosen}" if chosen else f"/{id_}",
    )
