"""The page of an organization: who represents it, who sits on it, its lines, its capacity, its meetings."""

import asyncio
from dataclasses import dataclass
from datetime import date

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.diagram.draw import Drawing
from app.domain import records as r
from app.errors import UnknownId
from app.services.structure import find_structure
from app.services.telling import Told, ToldAbsence, ToldPost, tell_posts, tell_representation, told_absence
from app.web.pictures import draw_structure
from app.web.render import Page, day_of, explorer_of, proposed_of, render

router = APIRouter()


@dataclass(frozen=True, slots=True)
class OrganizationPage(Page):
    """What an organization's page shows."""

    body: r.Organization
    on: date
    areas: tuple[r.Area, ...]
    told: Told
    seats: tuple[ToldPost, ...]
    """The seats on it."""
    lines: tuple[r.Line, ...]
    bodies: dict[str, r.Organization]
    """Every body at the other end of a line."""
    absences: tuple[ToldAbsence, ...]
    people: tuple[tuple[r.Person, str | None], ...]
    meetings: tuple[r.Meeting, ...]
    assessments: tuple[r.Assessment, ...]
    drawing: Drawing
    sources: dict[str, r.Source]


@router.get("/{area}/{organization}")
async def organization(request: Request, area: str, organization: str) -> Response:
    """Show one organization."""
    explorer, on, proposed = explorer_of(request), day_of(request), proposed_of(request)
    reader, id_ = explorer.reader, f"{area}/{organization}"
    body = (await reader.organizations([id_])).get(id_)
    if body is None:
        raise UnknownId(f"No organization has the address /{id_[:120]}.")
    told, structure, contents = await asyncio.gather(
        tell_representation(explorer, id_, on, include_proposed=proposed),
        find_structure(explorer, root=id_, steps=1, on=on, include_proposed=proposed),
        explorer.catalogue.contents(),
    )
    posts, lines, absences, staff, meetings = await asyncio.gather(
        reader.posts_on([id_], on, proposed),
        reader.lines([id_], on, include_proposed=proposed),
        reader.absences_of([id_], on),
        reader.people_of([id_], on),
        reader.meetings_of([id_], first=100),
    )
    cells = await reader.assessments_of(organization=id_)
    own_lines = lines.get(id_, [])
    named = {end for line in own_lines for end in (line.from_id, line.to_id)}
    named |= {end for absence in absences for end in (absence.subject_id, absence.from_id) if end}
    seats, bodies, people = await asyncio.gather(
        tell_posts(explorer, posts.get(id_, []), on),
        reader.organizations(sorted(named | {cell.by_id for cell in cells if cell.by_id})),
        reader.people([person for person, _ in staff.get(id_, [])]),
    )
    page = OrganizationPage(
        body.name,
        body,
        on,
        tuple(contents.areas[a] for a in body.area_ids if a in contents.areas),
        told,
        tuple(seats.values()),
        tuple(own_lines),
        bodies,
        tuple(told_absence(absence, bodies) for absence in absences),
        tuple((people[person], role) for person, role in staff.get(id_, []) if person in people),
        tuple(meetings[id_][1]) if id_ in meetings else (),
        tuple(cells),
        await draw_structure(request, structure, title=f"What stands around {body.name}", focus=id_),
        contents.sources,
    )
    return render(request, "organization.html", page)
