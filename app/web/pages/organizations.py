"""The page of an organization: who represents it, whom it represents, who sits on it, what it reports to."""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.diagram.draw import Drawing
from app.domain import records as r
from app.domain.composing import groups_of, rule_said
from app.domain.english import name_order
from app.domain.vocabulary import OrganizationKind
from app.errors import UnknownId
from app.questions.representation.telling import (
    Told,
    ToldAbsence,
    ToldPost,
    tell_posts,
    tell_representation,
    told_absence,
)
from app.reading.history import EndedLine, find_ended_lines, with_reasons
from app.web.pages.line_groups import GroupedLines, grouped
from app.web.pages.linked_data import format_asked
from app.web.pages.linked_data import told as told_as_data
from app.web.pictures.citing import Share, share_of
from app.web.pictures.shown import show
from app.web.pictures.viewing import ViewAsked
from app.web.shell.parameters import AsAtAsked, OpenExplorer
from app.web.shell.render import Page, render

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class OrganizationPage(Page):
    """What an organization's page shows."""

    template = "organization.html"
    body: r.Organization
    areas: tuple[r.Area, ...]
    told: Told
    seats: tuple[ToldPost, ...]
    """The seats on it."""
    rules: tuple[tuple[r.CompositionRule, str], ...]
    """What its own terms say of who is on it, each in words, without those that name a group which is not public."""
    places: dict[str, r.Area]
    lines: GroupedLines
    ended: tuple[EndedLine, ...]
    """Lines from and to it that are no more."""
    bodies: dict[str, r.Organization]
    """Every body at the other end of a line."""
    absences: tuple[ToldAbsence, ...]
    people: tuple[tuple[r.Person, str | None], ...]
    meetings: tuple[r.Meeting, ...]
    assessments: tuple[r.Assessment, ...]
    drawing: Drawing
    sources: dict[str, r.Source]
    behind: tuple[r.Source, ...]
    """The sources behind the page, newest first."""
    is_constituency: bool
    share: Share


@router.get("/{area}/{organization}")
async def organization(
    request: Request, explorer: OpenExplorer, as_at: AsAtAsked, view: ViewAsked, area: str, organization: str
) -> Response:
    """Show one organization, or tell of it as linked data."""
    if of := format_asked(request):
        return await told_as_data(request, explorer, of, area, f"{area}/{organization}")
    reader, id_ = explorer.reader, f"{area}/{organization}"
    body = (await reader.organizations([id_])).get(id_)
    if body is None:
        raise UnknownId(f"No organization has the address /{id_[:120]}.")
    told, shown, contents = await asyncio.gather(
        tell_representation(explorer, id_, as_at),
        show(explorer, view, area, organization=id_),
        explorer.catalogue.contents(),
    )
    posts, lines, ended = await asyncio.gather(
        reader.posts_on([id_], as_at),
        reader.lines([id_], as_at),
        find_ended_lines(explorer, id_, as_at.on),
    )
    absences, staff, meetings, cells = await asyncio.gather(
        reader.absences_of([id_], as_at.on),
        reader.people_of([id_], as_at.on),
        reader.meetings_of([id_], first=100),
        reader.assessments_of(organization=id_),
    )
    own_lines = lines.get(id_, [])
    named = {end for line in (*own_lines, *ended) for end in (line.from_id, line.to_id)}
    named |= set(groups_of([body]))
    named |= {end for absence in absences for end in (absence.subject_id, absence.from_id) if end}
    seats, bodies, people = await asyncio.gather(
        tell_posts(explorer, posts.get(id_, []), as_at),
        reader.organizations(sorted(named | {cell.by_id for cell in cells if cell.by_id})),
        reader.people([person for person, _ in staff.get(id_, [])]),
    )
    given = [(people[person], role) for person, role in staff.get(id_, []) if person in people]
    met = meetings[id_][1] if id_ in meetings else []
    facts: list[_Cited] = [body, *own_lines, *ended, *seats.values(), *absences, *cells, *met]
    facts += [seat.told for seat in (*told.seats, *told.involved)]
    page = OrganizationPage(
        title=contents.titled(body.name, body.area_ids),
        body=body,
        areas=tuple(contents.areas[a] for a in body.area_ids if a in contents.areas),
        told=told,
        seats=tuple(seats.values()),
        rules=tuple(
            (rule, rule_said(rule, lambda id_: bodies[id_].name))
            for rule in body.composition
            if all(id_ in bodies for id_ in rule.organization_ids)
        ),
        places=contents.areas,
        lines=grouped(id_, own_lines, bodies),
        ended=with_reasons(ended, bodies, as_at.on),
        bodies=bodies,
        absences=tuple(told_absence(absence, bodies) for absence in absences),
        people=tuple(sorted(given, key=lambda pair: name_order(pair[0].name))),
        meetings=tuple(met),
        assessments=tuple(cells),
        drawing=shown.drawing,
        sources=contents.sources,
        behind=_behind(contents.sources, told, facts),
        is_constituency=body.kind is OrganizationKind.CONSTITUENCY,
        share=await share_of(request, explorer, shown),
    )
    return render(request, page)


class _Cited(Protocol):
    @property
    def citations(self) -> tuple[r.Citation, ...]: ...


def _behind(sources: dict[str, r.Source], told: Told, facts: Iterable[_Cited]) -> tuple[r.Source, ...]:
    cited = set(told.answer.source_ids) | {cite.source_id for fact in facts for cite in fact.citations}
    found = (sources[id_] for id_ in sorted(cited) if id_ in sources)
    return tuple(sorted(found, key=lambda it: it.published or "", reverse=True))
