"""The front page: the question first, then the places; and the search behind it."""

from dataclasses import dataclass

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.domain.records import Area, Source
from app.services.catalogue import Name
from app.services.search import nearest, search
from app.web.render import Page, explorer_of, render

router = APIRouter()


@dataclass(frozen=True, slots=True)
class HomePage(Page):
    """What the front page shows."""

    areas: tuple[tuple[Area, int], ...]
    """Places with how many organizations each has."""


@dataclass(frozen=True, slots=True)
class SearchPage(Page):
    """What a search shows."""

    text: str
    found: tuple[Name, ...]
    near: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class SourcesPage(Page):
    """The list of sources."""

    sources: tuple[Source, ...]


@router.get("/")
async def home(request: Request) -> Response:
    """Ask the question, and list the places."""
    contents = await explorer_of(request).catalogue.contents()
    areas = tuple((area, contents.sizes[area.id]) for area in contents.areas.values())
    return render(request, "home.html", HomePage("Who represents us where?", areas))


@router.get("/search")
async def find(request: Request, q: str = "") -> Response:
    """List what is called something like a text."""
    explorer = explorer_of(request)
    found = await search(explorer.catalogue, q, first=30)
    near = [] if found else await nearest(explorer.catalogue, q, 5)
    title = f"Search: {q[:60]}" if q else "Search"
    return render(request, "search.html", SearchPage(title, q, tuple(found), tuple(near)), noindex=True)


@router.get("/sources")
async def sources(request: Request) -> Response:
    """List the documents that facts come from."""
    contents = await explorer_of(request).catalogue.contents()
    return render(request, "sources.html", SourcesPage("Sources", tuple(contents.sources.values())))
