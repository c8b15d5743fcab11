"""The page that tells how a voice gets from one body to another."""

import asyncio
from dataclasses import dataclass
from datetime import date
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from app.diagram.chain import Chain, ChainStep, draw_chain
from app.domain.records import Source
from app.questions.routes.words import ToldRoute, ToldRoutes, body_meant, tell_routes
from app.reading.catalogue import Name
from app.reading.explorer import Explorer
from app.web.shell.asking import AsAtAsked, OpenExplorer
from app.web.shell.render import Page, kept, render

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True, slots=True)
class End:
    """One end of a route as it was asked for: the text, and what else it may mean."""

    field: str
    label: str
    asked: str
    name: str
    id: str | None
    others: tuple[Name, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class RoutesPage(Page):
    """What the page shows; nothing told while an end is not named, or nobody is sure what is meant."""

    template = "routes.html"
    ends: tuple[End, End]
    on: date
    proposed: bool
    told: ToldRoutes | None
    chains: tuple[Chain, ...]
    """A drawing of each route."""
    sources: dict[str, Source]


@router.get("/routes")
async def routes(
    request: Request,
    explorer: OpenExplorer,
    as_at: AsAtAsked,
    start: Annotated[str, Query(alias="from")] = "",
    end: Annotated[str, Query(alias="to")] = "",
) -> Response:
    """Answer for the bodies that `from` and `to` name, by id or by anything like their names."""
    ends = await asyncio.gather(
        _end(explorer, "from", "From: a group or community", start), _end(explorer, "to", "To: a board", end)
    )
    first, last = ends[0].id, ends[1].id
    told = await tell_routes(explorer, first, last, as_at) if first and last else None
    title = f"From {told.start.name} to {told.end.name}" if told else "How does a voice get there?"
    page = RoutesPage(
        title=title,
        ends=(ends[0], ends[1]),
        on=as_at.on,
        proposed=as_at.include_proposed,
        told=told,
        chains=tuple(_chain(request, told, number, route) for number, route in enumerate(told.routes)) if told else (),
        sources=(await explorer.catalogue.contents()).sources,
    )
    unknown = any(each.asked and not each.id for each in ends)
    return render(request, page, status=404 if unknown else 200)


async def _end(explorer: Explorer, field: str, label: str, asked: str) -> End:
    asked = asked.strip()[:200]
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
