"""The routes from one body to another, each drawn as a chain of bodies, and what the files of a chain say of it."""

from collections.abc import Callable
from urllib.parse import urlencode

from fastapi import Request

from app.diagram.chain import Chain, ChainStep, draw_chain
from app.diagram.paper import Imprint
from app.domain.as_at import AsAt
from app.questions.routes.words import ToldRoute, ToldRoutes
from app.reading.catalogue import Contents
from app.web.pictures.citing import made_text, recorded_text, source_line
from app.web.pictures.saving import Picture
from app.web.shell.render import kept, origin_of


def chain_of(request: Request, told: ToldRoutes, number: int) -> Chain:
    """Draw a route, by its number from 1; what is drawn leads to the pages of the site."""
    route = told.routes[number - 1]
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
        title=_title(told, number),
        description=route.sentence,
        key=f"route-{number}",
        href=_links(request),
    )


def chain_kept(request: Request, told: ToldRoutes, number: int, as_at: AsAt, on: str, contents: Contents) -> Picture:
    """Return a route, by its number from 1, as its files have it; `on` is the day as it was asked for."""
    route = told.routes[number - 1]
    sources = sorted(
        (contents.sources[id_] for id_ in _cited(route) if id_ in contents.sources),
        key=lambda source: source.published or "",
        reverse=True,
    )
    asked = {"from": told.start.id, "to": told.end.id, **kept(request)}
    proposed = " What is only proposed is included." if as_at.include_proposed else ""

    def imprint() -> Imprint:
        return Imprint(
            title=contents.titled(_title(told, number), dict.fromkeys((*told.start.area_ids, *told.end.area_ids))),
            day=recorded_text(sources, on),
            shown=f"{route.sentence}{proposed} What is not recorded is not shown, and that does not mean no.",
            sources=source_line(sources),
            address=f"{origin_of(request)}/routes?{urlencode(asked)}",
            made=made_text(contents),
            question="How does a voice get there?",
        )

    ends = "-to-".join(body.id.replace("/", "-") for body in (told.start, told.end))
    return Picture(f"route-{number}-{ends}", str(chain_of(request, told, number).svg_file), route.sentence, imprint)


def _title(told: ToldRoutes, number: int) -> str:
    return f"Route {number}: from {told.start.name} to {told.end.name}"


def _cited(route: ToldRoute) -> list[str]:
    return sorted({cite.source_id for step in route.steps for cite in step.citations})


def _links(request: Request) -> Callable[[str], str]:
    chosen = urlencode(kept(request))
    return lambda id_: f"/{id_}?{chosen}" if chosen else f"/{id_}"
