"""The page of the main question: who represents us where."""

from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from app.diagram.draw import Drawing
from app.domain.as_at import AsAt
from app.domain.records import Source
from app.domain.view import View
from app.questions.representation import tabling
from app.questions.representation.own_seats import comes_first, own_seats, said_first
from app.questions.representation.telling import Told, tell_representation
from app.reading.catalogue import Name
from app.reading.explorer import Explorer
from app.reading.leads import leads_beside_names, missing_about
from app.reading.resolving import Meaning, ambiguous, meaning
from app.web.pictures.citing import Share, share_of, share_page
from app.web.pictures.person import draw_person
from app.web.pictures.shown import show
from app.web.pictures.viewing import ViewAsked
from app.web.shell.named import as_meant, settled
from app.web.shell.parameters import AreaAsked, AsAtAsked, OpenExplorer
from app.web.shell.render import Page, kept, render

router = APIRouter(include_in_schema=False)

NOTHING = Meaning("", None, (), (), None)
"""What nothing means."""


@dataclass(frozen=True, kw_only=True, slots=True)
class WhoPage(Page):
    """What the answer's page shows; nothing told when nothing was asked or found."""

    template = "who.html"
    asked: str
    on: date
    proposed: bool
    told: Told | None
    said: tuple[str, ...]
    """What the answer says at its head; the first of it in bold."""
    own: str
    """Who sits on the body that asked, of those sentences; empty where no seat on it is recorded."""
    own_first: bool
    """Whether that comes before where it is represented."""
    sources: dict[str, Source]
    others: tuple[Name, ...]
    """What else the text may have meant."""
    drawing: Drawing | None
    """What stands around the body that asked."""
    share: Share | None
    tabling: object = tabling
    """What the table of seats says, for the template."""


@router.get("/who")
async def who(request: Request, explorer: OpenExplorer, as_at: AsAtAsked, view: ViewAsked, area: AreaAsked) -> Response:
    """Answer for the group, body or person that `of` names, by id or by anything like its name."""
    contents = await explorer.catalogue.contents()
    asked = as_meant(request, contents, "of")
    if (settle := settled(request, {"of": asked})) is not None:
        return settle
    found = await meaning(explorer.catalogue, asked, area=area.id if area else "") if asked else NOTHING
    if found.tied:
        raise ambiguous(found, contents)
    if asked and not found.name and (led := await _led(request, explorer, asked, as_at)):
        return led
    told = await tell_representation(explorer, found.name.id, as_at) if found.name else None
    own = await own_seats(explorer, told.organization, as_at) if told else ""
    status = 404 if asked and not told else 200
    title = f"Who represents {told.name} where?" if told else "Who represents us where?"
    drawing, share = await _pictured(request, explorer, told, as_at, view, title) if told else (None, None)
    page = WhoPage(
        title=title,
        asked=asked,
        on=as_at.on,
        proposed=as_at.include_proposed,
        told=told,
        said=tuple(said_first(told, own)) if told else (),
        own=own,
        own_first=told is not None and comes_first(told, own),
        sources=contents.sources,
        others=found.others,
        drawing=drawing,
        share=share,
    )
    return render(request, page, status=status, noindex=bool(told and told.person))


async def _led(request: Request, explorer: Explorer, asked: str, as_at: AsAt) -> Response | None:
    """Lead what is no name to the search, which knows where a question, a list or a word for a gap is answered."""
    leads = await leads_beside_names(explorer.catalogue, asked)
    if not leads and not await missing_about(explorer, asked, as_at):
        return None
    return RedirectResponse(f"/search?{urlencode({'q': asked, **kept(request)})}", status_code=303)


async def _pictured(
    request: Request, explorer: Explorer, told: Told, as_at: AsAt, view: View, title: str
) -> tuple[Drawing | None, Share]:
    """Return the picture of an answer, and the box with which the page is passed on."""
    share = await share_page(request, explorer, title, view.on)
    if told.organization is None:
        return await draw_person(explorer, told, as_at, kept(request)), share
    id_ = told.organization.id
    shown = await show(explorer, view, id_.partition("/")[0], organization=id_)
    files = await share_of(request, explorer, shown)
    return shown.drawing, replace(
        share, svg=files.svg, png=files.png, pdf=files.pdf, large=files.large, html=files.html
    )
