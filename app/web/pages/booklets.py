"""Booklets of a place: every theme or every body on a page of its own, for the printer or as PDF."""

import asyncio
from dataclasses import dataclass, replace

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.diagram.paper import Imprint, booklet_of
from app.domain.as_at import AsAt
from app.domain.records import Area
from app.domain.view import LINE_KINDS, View, address_of
from app.errors import BadInput, UnknownId
from app.questions.representation.telling import ToldPost, tell_posts
from app.reading.filtering import filtered
from app.reading.structure import find_structure
from app.web.pages.booklet_pages import By, Part, Plan, chapter_of, introduction_of, parts_of
from app.web.pictures.citing import day_text, made_text, source_line, sources_of
from app.web.pictures.downloads import file
from app.web.pictures.making import DRAWINGS, made
from app.web.pictures.pictures import place_title
from app.web.pictures.viewing import day_of_view, view_of
from app.web.shell.render import Page, explorer_of, origin_of, render

router = APIRouter()


@dataclass(frozen=True, slots=True)
class BookletPage(Page):
    """The booklet as a page to print."""

    area: Area
    by: By
    day: str
    introduction: tuple[str, ...]
    parts: tuple[Part, ...]
    imprint: Imprint
    pdf: str
    other: str
    """The same booklet the other way round."""


@router.get("/booklet/{area}.pdf")
async def booklet_pdf(request: Request, area: str) -> Response:
    """Return the booklet as PDF on A4; `by` is theme, or body for a page each."""
    plan = await _plan(request, area)
    key = f"booklet {area} {plan.by} {plan.contents.version} {plan.imprint} {plan.view}"
    seats = await _seats(request, plan)

    def make() -> bytes:
        parts = parts_of(plan, seats)
        return booklet_of(plan.imprint, introduction_of(plan, parts), [chapter_of(part) for part in parts])

    return file(await made(explorer_of(request), key, make, seconds=40), "application/pdf", f"{area}-booklet.pdf")


@router.get("/booklet/{area}")
async def booklet(request: Request, area: str) -> Response:
    """Return the booklet as a page that the browser prints, one theme or body a sheet."""
    plan = await _plan(request, area)
    parts = await asyncio.to_thread(parts_of, plan, await _seats(request, plan))
    title = f"Booklet: {plan.imprint.title}"

    def address(path: str, by: By) -> str:
        written = address_of(path, plan.view)
        return written if by == "theme" else f"{written}{'&' if '?' in written else '?'}by=body"

    page = BookletPage(
        title,
        plan.area,
        plan.by,
        plan.imprint.day,
        tuple(introduction_of(plan, parts)),
        tuple(parts),
        plan.imprint,
        address(f"/booklet/{area}.pdf", plan.by),
        address(f"/booklet/{area}", "body" if plan.by == "theme" else "theme"),
    )
    return render(request, "booklet.html", page, noindex=True)


async def _plan(request: Request, area: str) -> Plan:
    explorer = explorer_of(request)
    contents = await explorer.catalogue.contents()
    if area not in contents.areas:
        raise UnknownId(f"No place has the address /{area[:60]}.")
    asked = request.query_params.get("by", "theme")
    by: By = "body" if asked == "body" else "theme"
    if asked != by:
        raise BadInput(f"by is '{asked[:40]}': expected theme or body.")
    # A booklet is of the whole place on a day; what a picture leaves out for room, pages have room for.
    said = view_of(request.query_params)
    view = View(on=said.on, proposed=said.proposed)
    whole = await find_structure(explorer, area=area, as_at=AsAt(day_of_view(view), view.proposed))
    structure = filtered(whole, replace(view, show=LINE_KINDS))
    place = contents.areas[area]
    imprint = Imprint(
        title=place_title(place.name),
        day=day_text(view.on),
        shown="",
        sources=source_line(sources_of(structure, contents)),
        address=origin_of(request) + address_of(f"/{area}", view),
        made=made_text(contents),
    )
    return Plan(place, by, view, structure, contents, imprint, explorer.kept[DRAWINGS])


async def _seats(request: Request, plan: Plan) -> dict[str, ToldPost]:
    """Return the seats with their names, which the table of each body shows; a booklet by theme has no such tables."""
    if plan.by == "theme":
        return {}
    return await tell_posts(explorer_of(request), plan.structure.posts, plan.structure.on)
