"""A body's answer in short, beside the picture: where it is heard, who sits on it, its lines, its sources."""

import asyncio
from dataclasses import dataclass, replace

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse, Response

from app.domain import records as r
from app.domain.as_at import AsAt
from app.domain.view import View, address_of
from app.errors import UnknownId
from app.questions.representation.telling import Told, ToldPost, tell_posts, tell_representation
from app.reading.explorer import Explorer
from app.web.pictures.viewing import ViewAsked, day_of_view
from app.web.shell.parameters import OpenExplorer
from app.web.shell.render import Page, environment, kept, render

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True, slots=True)
class Panel:
    """What the panel of a body says."""

    body: r.Organization
    told: Told
    seats: tuple[ToldPost, ...]
    """The seats on it."""
    lines: tuple[r.Line, ...]
    bodies: dict[str, r.Organization]
    """Every body at the other end of a line."""
    sources: tuple[r.Source, ...]
    """The documents behind all of it, newest first."""
    page: str
    """The address of its own page."""
    focus: str
    """The address of the picture around it."""
    whole: str
    """The address of the picture that it was chosen in."""


@dataclass(frozen=True, kw_only=True, slots=True)
class PanelPage(Page):
    """The panel as a page of its own."""

    template = "panel.html"
    panel: Panel


async def panel_of(explorer: Explorer, id_: str, view: View, area: str) -> Panel:
    """Tell what the panel of a body says, in the view of an area's picture; UnknownId when nobody public has the id."""
    reader, as_at = explorer.reader, AsAt(day_of_view(view), view.proposed)
    body = (await reader.organizations([id_])).get(id_)
    if body is None:
        raise UnknownId(f"No organization has the address /{id_[:120]}.")
    told, posts, lines, contents = await asyncio.gather(
        tell_representation(explorer, id_, as_at),
        reader.posts_on([id_], as_at),
        reader.lines([id_], as_at),
        explorer.catalogue.contents(),
    )
    own = lines.get(id_, [])
    seats, bodies = await asyncio.gather(
        tell_posts(explorer, posts.get(id_, []), as_at),
        reader.organizations(sorted({end for line in own for end in (line.from_id, line.to_id)})),
    )
    citations = [*body.citations, *(cite for line in own for cite in line.citations)]
    citations += [cite for post in seats.values() for cite in post.citations]
    citations += [cite for seat in told.seats for cite in seat.told.citations]
    cited = {cite.source_id for cite in citations}
    sources = [contents.sources[source] for source in cited if source in contents.sources]
    place, closed = f"/{area}", replace(view, select="")
    return Panel(
        body,
        told,
        tuple(seats.values()),
        tuple(own),
        bodies,
        tuple(sorted(sorted(sources, key=lambda s: s.id), key=lambda s: s.published or "", reverse=True)),
        address_of(f"/{id_}", View(on=view.on, proposed=view.proposed)),
        address_of(place, replace(closed, about=id_, steps=None)),
        address_of(place, closed),
    )


@router.get("/panel/{area}/{organization}")
async def panel(
    request: Request, explorer: OpenExplorer, view: ViewAsked, area: str, organization: str, fragment: str = ""
) -> Response:
    """Return a body's panel: a whole page, or with `fragment=1` the part that a picture shows beside itself."""
    panel = await panel_of(explorer, f"{area}/{organization}", view, area)
    if fragment == "1":
        text = environment().get_template("_panel.html").render({"panel": panel, "kept": kept(request)})
        return HTMLResponse(text, headers={"X-Robots-Tag": "noindex"})
    return render(request, PanelPage(title=panel.body.name, panel=panel), noindex=True)
