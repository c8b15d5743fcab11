"""The pages of single records: a person, a seat, a meeting, a source."""

import asyncio
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.diagram.draw import Drawing
from app.domain import records as r
from app.domain.addresses import FOLDERS
from app.domain.dates import spoken
from app.domain.duties import Duty, duty_to_report
from app.domain.english import capitalized, counted, listed
from app.domain.vocabulary import AttendanceKind
from app.errors import UnknownId
from app.questions.reporting import words as reporting
from app.questions.representation import tabling
from app.questions.representation.telling import Told, ToldPost, tell_posts, tell_representation
from app.store.holding_rows import HeldPost
from app.web.pictures.person import draw_person
from app.web.shell.parameters import AsAtAsked, OpenExplorer
from app.web.shell.render import Page, kept, render

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class PersonPage(Page):
    """What a person's page shows."""

    template = "person.html"
    person: r.Person
    on: date
    told: Told
    ever: tuple[tuple[HeldPost, r.Organization], ...]
    """Every seat that the person ever holds, with its body, first ones first; empty where those are the seats now."""
    affiliations: tuple[tuple[r.Affiliation, r.Organization], ...]
    drawing: Drawing | None
    """Where the person sits, and what that leads to."""
    sources: dict[str, r.Source]
    tabling: object = tabling
    """What the table of seats says, for the template."""


@dataclass(frozen=True, kw_only=True, slots=True)
class PostPage(Page):
    """What a seat's page shows."""

    template = "post.html"
    told: ToldPost
    ever: tuple[r.Tenure, ...]
    """Everybody who ever holds it, first holders first; empty where that is who holds it now."""
    filling: tuple[tuple[str, str], ...]
    """(post id, what it is) of the posts whose holders fill this one, nearest first."""
    reporting: object = reporting
    """What is said of duties to report, for the template."""
    area: r.Area | None
    """The ward, locality or other area that it is for."""
    duty: Duty | None
    """Whether, and by when, its holder is to report back."""
    citations: tuple[r.Citation, ...]
    """Of the seat, and of everybody who is named as holding it."""
    sources: dict[str, r.Source]


@dataclass(frozen=True, kw_only=True, slots=True)
class MeetingPage(Page):
    """What a meeting's page shows."""

    template = "meeting.html"
    meeting: r.Meeting
    body: r.Organization
    attendance: tuple[tuple[AttendanceKind, tuple[r.Attendance, ...]], ...]
    actions: tuple[r.Action, ...]
    people: dict[str, r.Person]
    bodies: dict[str, r.Organization]
    sources: dict[str, r.Source]


@dataclass(frozen=True, kw_only=True, slots=True)
class SourcePage(Page):
    """What a source's page shows."""

    template = "source.html"
    source: r.Source
    cited_by: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    """For each sort of fact, (address, name) of what cites the source."""
    counts: str
    """How many of each there are, in a sentence."""


@router.get("/people/{person:path}")
async def person(request: Request, explorer: OpenExplorer, as_at: AsAtAsked, person: str) -> Response:
    """Show one person: which seats, for whom, given with which bodies."""
    found = (await explorer.reader.people([person])).get(person)
    if found is None:
        raise UnknownId("There is no person at this address.")
    told, held, affiliations, contents = await asyncio.gather(
        tell_representation(explorer, person, as_at),
        explorer.reader.held_posts_ever([person], as_at),
        explorer.reader.affiliations([person], as_at.on),
        explorer.catalogue.contents(),
    )
    theirs, ever = affiliations.get(person, []), held.get(person, [])
    named = [tie.organization_id for tie in theirs] + [each.post.organization_id for each in ever]
    bodies = await explorer.reader.organizations(named)
    seats = tuple((each, bodies[each.post.organization_id]) for each in ever if each.post.organization_id in bodies)
    ties = tuple((tie, bodies[tie.organization_id]) for tie in theirs if tie.organization_id in bodies)
    page = PersonPage(
        title=found.shown,
        person=found,
        on=as_at.on,
        told=told,
        ever=seats if len(seats) > len(told.seats) else (),
        affiliations=ties,
        drawing=await draw_person(explorer, told, as_at, kept(request)),
        sources=contents.sources,
    )
    return render(request, page, noindex=True)


@router.get("/posts/{area}/{post}")
async def post(request: Request, explorer: OpenExplorer, as_at: AsAtAsked, area: str, post: str) -> Response:
    """Show one seat."""
    id_ = f"{area}/{post}"
    found = (await explorer.reader.posts([id_])).get(id_)
    if found is None:
        raise UnknownId("There is no seat at this address.")
    told, chains, ever, contents = await asyncio.gather(
        tell_posts(explorer, [found], as_at),
        explorer.reader.filling_posts([id_], as_at),
        explorer.reader.tenures_ever([id_], as_at),
        explorer.catalogue.contents(),
    )
    everybody = ever.get(id_, [])
    filling = tuple(
        (office.post_id, f"{office.label or office.role.value.replace('_', '-')}, {office.organization_name}")
        for office in chains.get(id_, [])
    )
    board = told[id_].board
    title = f"{found.label or found.role.value.replace('_', '-').capitalize()}: {board.name}"
    page = PostPage(
        title=contents.titled(title, board.area_ids),
        told=told[id_],
        ever=tuple(everybody) if len(everybody) > len(told[id_].tenures) else (),
        filling=filling,
        area=contents.areas.get(found.for_area or ""),
        duty=duty_to_report(board, found, contents.areas),
        citations=_each_once(told[id_].citations, *(tenure.citations for tenure in everybody)),
        sources=contents.sources,
    )
    return render(request, page, noindex=True)


def _each_once(*cited: Iterable[r.Citation]) -> tuple[r.Citation, ...]:
    return tuple(dict.fromkeys(chain.from_iterable(cited)))


@router.get("/meetings/{area}/{meeting}")
async def meeting(request: Request, explorer: OpenExplorer, area: str, meeting: str) -> Response:
    """Show one meeting: who was there, who is expected, what arose."""
    reader, id_ = explorer.reader, f"{area}/{meeting}"
    found = (await reader.meetings([id_])).get(id_)
    if found is None:
        raise UnknownId("There is no meeting at this address.")
    attendance, actions, contents = await asyncio.gather(
        reader.attendance([id_]), reader.actions_of([id_]), explorer.catalogue.contents()
    )
    there, arose = attendance.get(id_, []), actions.get(id_, [])
    owners = [owner for action in arose for owner in action.owner_ids]
    people_ids = {p for a in there for p in (a.person_id, a.deputising_for_id) if p}
    people_ids |= {id_ for label, id_ in owners if label == "Person"}
    body_ids = {a.organization_id for a in there if a.organization_id} | {found.organization_id}
    body_ids |= {id_ for label, id_ in owners if label == "Organization"}
    people, bodies = await asyncio.gather(reader.people(sorted(people_ids)), reader.organizations(sorted(body_ids)))
    kinds = tuple(
        (kind, tuple(a for a in there if a.kind is kind))
        for kind in AttendanceKind
        if any(a.kind is kind for a in there)
    )
    body = bodies[found.organization_id]
    page = MeetingPage(
        title=contents.titled(f"{body.name}, {spoken(found.date)}", body.area_ids),
        meeting=found,
        body=body,
        attendance=kinds,
        actions=tuple(arose),
        people=people,
        bodies=bodies,
        sources=contents.sources,
    )
    return render(request, page, noindex=True)


@router.get("/sources/{source:path}")
async def source(request: Request, explorer: OpenExplorer, source: str) -> Response:
    """Show one source and what it is cited for."""
    contents = await explorer.catalogue.contents()
    found = contents.sources.get(source)
    if found is None:
        raise UnknownId("There is no source at this address.")
    by_sort: dict[str, list[tuple[str, str]]] = {}
    for label, id_, name in await explorer.reader.cited_by(source, limit=2000):
        address = f"{FOLDERS[label]}{id_}" if label in FOLDERS else ""
        by_sort.setdefault(label, []).append((address, name))
    cited = tuple((label, tuple(facts)) for label, facts in by_sort.items())
    page = SourcePage(title=found.title, source=found, cited_by=cited, counts=_counted(cited))
    return render(request, page)


def _counted(cited: Sequence[tuple[str, Sequence[object]]]) -> str:
    """Say how much is taken from a source: `8 organizations, one seat and 2 meetings`."""
    return capitalized(f"{listed([counted(len(facts), *_SORTS[label]) for label, facts in cited])}.")


_SORTS = {
    "Organization": ("organization",),
    "Person": ("person", "people"),
    "Post": ("seat",),
    "Meeting": ("meeting",),
    "Action": ("action",),
    "Assessment": ("assessment",),
    "RecordedAbsence": ("link said to be missing", "links said to be missing"),
}
"""What each sort of fact is called, alone and several."""
