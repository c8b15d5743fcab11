"""The page of a body's members: a list that is ready to be printed with an agenda."""

from dataclasses import dataclass

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.domain.english import with_article
from app.domain.records import Area, Source
from app.questions.members import words
from app.questions.members.ask import MemberList, find_members
from app.web.shell.parameters import AsAtAsked, OpenExplorer
from app.web.shell.render import Page, render

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class MembersPage(Page):
    """What the page shows."""

    template = "members.html"
    told: MemberList
    areas: tuple[Area, ...]
    sources: dict[str, Source]
    words: object = words
    """What the list says, for the template."""


@router.get("/members/{area}/{organization}")
async def members(request: Request, explorer: OpenExplorer, as_at: AsAtAsked, area: str, organization: str) -> Response:
    """List the members of one body."""
    told = await find_members(explorer, f"{area}/{organization}", as_at)
    contents = await explorer.catalogue.contents()
    page = MembersPage(
        title=contents.titled(f"Members of {with_article(told.of.name)}", told.of.area_ids),
        told=told,
        areas=tuple(contents.areas[id_] for id_ in told.of.area_ids if id_ in contents.areas),
        sources=contents.sources,
    )
    return render(request, page, noindex=True)
