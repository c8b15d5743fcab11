"""The page that tells how a voice gets from one body to another."""

from dataclasses import dataclass
from datetime import date

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.diagram.chain import Chain
from app.domain.records import Source
from app.questions.routes.ends import ends_meant
from app.questions.routes.words import ToldRoutes, tell_routes
from app.reading.catalogue import Contents, Name
from app.reading.resolving import Meaning, ambiguous, what_it_is
from app.reading.search import LONGEST
from app.web.pictures.chains import chain_of
from app.web.shell.named import as_meant, settled
from app.web.shell.parameters import AreaAsked, AsAtAsked, OpenExplorer
from app.web.shell.render import Page, render

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True, slots=True)
class End:
    """One end of a route as it was asked for: the text, and what else it may mean."""

    field: str
    label: str
    asked: str
    name: str
    id: str | None
    others: tuple[tuple[Name, str], ...]
    """Each with what it is, and where."""


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
    area: AreaAsked,
) -> Response:
    """Answer for the bodies that `from` and `to` name, by id or by anything like their names."""
    contents = await explorer.catalogue.contents()
    meant = {field: as_meant(request, contents, field)[:LONGEST] for field in ("from", "to")}
    if (led := settled(request, meant)) is not None:
        return led
    found = await ends_meant(explorer, meant["from"], meant["to"], area=area.id if area else "")
    for tied in (it for it in found if it.tied):
        raise ambiguous(tied, contents)
    ends = _end("from", "From: a group or community", found[0], contents), _end("to", "To: a board", found[1], contents)
    first, last = ends[0].id, ends[1].id
    told = await tell_routes(explorer, first, last, as_at) if first and last else None
    title = f"From {told.start.name} to {told.end.name}" if told else "How does a voice get there?"
    page = RoutesPage(
        title=title,
        ends=ends,
        on=as_at.on,
        proposed=as_at.include_proposed,
        told=told,
        chains=tuple(chain_of(request, told, number) for number in range(1, len(told.routes) + 1)) if told else (),
        sources=contents.sources,
    )
    unknown = any(each.asked and not each.id for each in ends)
    return render(request, page, status=404 if unknown else 200)


def _end(field: str, label: str, found: Meaning, contents: Contents) -> End:
    name, id_ = (found.name.name, found.name.id) if found.name else (found.text, None)
    return End(field, label, found.text, name, id_, tuple((it, what_it_is(it, contents)) for it in found.others))
