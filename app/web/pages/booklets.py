"""Booklets of a place: theme by theme or body by body, for the printer or as PDF."""

from dataclasses import dataclass, replace
from typing import Annotated, get_args

from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import Response

from app.diagram.paper import Imprint, booklet_of
from app.domain.clearance import NOT_PUBLIC
from app.domain.records import Area
from app.domain.view import LINE_KINDS, View, address_of
from app.errors import BadInput, UnknownId
from app.questions.representation.telling import ToldPost, tell_posts
from app.reading.explorer import Explorer
from app.reading.filtering import filtered
from app.reading.structure import find_structure
from app.web.pages.booklet_pages import By, Part, Plan, chapter_of, introduction_of, parts_of
from app.web.pictures.citing import day_text, made_text, source_line, sources_of
from app.web.pictures.drawn_before import drawings_of
from app.web.pictures.making import made
from app.web.pictures.saving import file
from app.web.pictures.shown import place_title
from app.web.pictures.viewing import as_at_of
from app.web.shell.describing import BOOKLETS, file_of
from app.web.shell.parameters import AreaId, AsAtAsked, OnWritten, OpenExplorer
from app.web.shell.render import Page, origin_of, render

router = APIRouter()


@dataclass(frozen=True, kw_only=True, slots=True)
class BookletPage(Page):
    """The booklet as a page to print."""

    template = "booklet.html"
    area: Area
    by: By
    day: str
    introduction: tuple[str, ...]
    parts: tuple[Part, ...]
    imprint: Imprint
    pdf: str
    other: str
    """The same booklet the other way round."""


async def plan_asked(
    request: Request,
    explorer: OpenExplorer,
    on: OnWritten,
    as_at: AsAtAsked,
    area: AreaId,
    by: Annotated[
        str,
        Query(
            description="What it goes by: themes or bodies.",
            examples=["body"],
            json_schema_extra={"enum": list(get_args(By))},
        ),
    ] = "theme",
) -> Plan:
    """Return what the booklet is about that an address asks for; BadInput or UnknownId when there is none."""
    contents = await explorer.catalogue.contents()
    if area not in contents.areas:
        raise UnknownId(f"No place has the address /{area[:60]}.")
    each: By = "body" if by == "body" else "theme"
    if by != each:
        raise BadInput(f"by is '{by[:40]}': expected theme or body.")
    # A booklet is of the whole place on a day; what a picture leaves out for room, pages have room for.
    view = View(on=on, proposed=as_at.include_proposed)
    whole = await find_structure(explorer, area=area, as_at=as_at)
    structure = filtered(whole, replace(view, show=LINE_KINDS))
    place = contents.areas[area]
    imprint = Imprint(
        title=f"{NOT_PUBLIC} {place_title(place.name)}" if explorer.clearance else place_title(place.name),
        day=day_text(view.on),
        shown="",
        sources=source_line(sources_of(structure, contents, area)),
        address=origin_of(request) + address_of(f"/{area}", view),
        made=made_text(contents),
    )
    return Plan(place, each, view, structure, contents, imprint, drawings_of(explorer))


PlanAsked = Annotated[Plan, Depends(plan_asked)]


@router.get("/booklet/{area}.pdf", **file_of(BOOKLETS, "The booklet of a place as PDF", "application/pdf"))
async def booklet_pdf(explorer: OpenExplorer, plan: PlanAsked, area: AreaId) -> Response:
    """Return the booklet as PDF on A4; `by` is theme, or body for a page each."""
    key = f"booklet {area} {plan.by} {plan.contents.version} {plan.imprint} {plan.view}"
    seats = await _seats(explorer, plan)

    def make() -> bytes:
        parts = parts_of(plan, seats)
        return booklet_of(plan.imprint, introduction_of(plan, parts), [chapter_of(part) for part in parts])

    return file(await made(explorer, key, make, seconds=40), "application/pdf", f"{area}-booklet.pdf")


@router.get("/booklet/{area}", include_in_schema=False)
async def booklet(request: Request, explorer: OpenExplorer, plan: PlanAsked, area: AreaId) -> Response:
    """Return the booklet as a page that the browser prints, one theme or body a sheet."""
    seats = await _seats(explorer, plan)
    parts = await explorer.making(lambda: parts_of(plan, seats))
    title = f"Booklet: {plan.imprint.title}"

    def address(path: str, by: By) -> str:
        written = address_of(path, plan.view)
        return written if by == "theme" else f"{written}{'&' if '?' in written else '?'}by=body"

    page = BookletPage(
        title=title,
        area=plan.area,
        by=plan.by,
        day=plan.imprint.day,
        introduction=tuple(introduction_of(plan, parts)),
        parts=tuple(parts),
        imprint=plan.imprint,
        pdf=address(f"/booklet/{area}.pdf", plan.by),
        other=address(f"/booklet/{area}", "body" if plan.by == "theme" else "theme"),
    )
    return render(request, page, noindex=True)


async def _seats(explorer: Explorer, plan: Plan) -> dict[str, ToldPost]:
    """Return the seats with their names, which the table of each body shows; a booklet by theme has no such tables."""
    if plan.by == "theme":
        return {}
    return await tell_posts(explorer, plan.structure.posts, as_at_of(plan.view))
