"""The page of a place: its picture first, then the question, its bodies by sort, what is said to be missing."""

from collections.abc import Sequence
from dataclasses import dataclass

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.domain.as_at import AsAt
from app.domain.bodies import has_ended
from app.domain.counting import BodyCounts, count_bodies, count_seats, counts_as_a_seat
from app.domain.dates import spoken
from app.domain.ending import ended_briefly
from app.domain.english import dated, name_order
from app.domain.records import Area, Organization, Source
from app.domain.story import Story
from app.domain.vocabulary import Classification, PostState
from app.questions.relationships import ask as relations
from app.questions.relationships.ask import RelationshipMap, find_relationships
from app.questions.representation.ask import freshness
from app.questions.representation.telling import ToldAbsence, tell_posts, told_absence
from app.reading.explorer import Explorer
from app.web.pages.changes import beside_proposals
from app.web.pages.saved_questions import ShownQuestion, questions_at
from app.web.pages.stories import stories_told
from app.web.pictures.citing import Share, share_of, sources_shown
from app.web.pictures.exploring import Explored, explore, tidied
from app.web.pictures.shown import PlaceShown, Shown
from app.web.pictures.viewing import as_at_of, day_of_view
from app.web.shell.parameters import OpenExplorer
from app.web.shell.render import Page, render

router = APIRouter(include_in_schema=False)

MOST_QUESTIONS = 8
"""Saved questions on a place's page: the first of them by their order."""


@dataclass(frozen=True, slots=True)
class Glance:
    """A place in one line of numbers, all of them as recorded."""

    counts: BodyCounts
    seats: int
    others: int
    """Posts that are no seats on a partnership: of officers, and of councillors on the council."""
    empty: int
    """Seats recorded as vacant."""
    not_taken_up: int
    term_over: int
    """Seats that were held last by somebody whose term is over."""
    unnamed: int
    """Seats whose holder no source names, and which none calls empty."""
    recorded: str
    """When its sources were published: `from 2009 to 2022`; empty where none says."""
    before: str
    """Of a day before them all, the date of the oldest: `22 January 2010`."""


@dataclass(frozen=True, kw_only=True, slots=True)
class PlacePage(Page):
    """What a place's page shows."""

    template = "place.html"
    area: Area
    groups: tuple[tuple[Classification, tuple[Organization, ...]], ...]
    """The place's bodies by their sort, in the vocabulary's order."""
    ended: dict[str, str]
    """Of those that have ended by the day, by id, when: `ended in 2012`."""
    glance: Glance
    explored: Explored
    absences: tuple[ToldAbsence, ...]
    relationships: RelationshipMap | None
    """Its relationship map, when one is recorded."""
    sources: dict[str, Source]
    share: Share
    stories: tuple[Story, ...]
    questions: tuple[ShownQuestion, ...]
    """Saved questions with the place filled in."""
    proposals: str
    """The address that compares the day with what is only proposed."""
    relations: object = relations
    """The letters, names and sentences of relationship maps, for the template."""


@router.get("/{area}")
async def place(request: Request, explorer: OpenExplorer, shown: PlaceShown, area: str) -> Response:
    """Show one place, as the view in the address has it."""
    if (tidy := tidied(request, shown)) is not None:
        return tidy
    on = day_of_view(shown.view)
    contents = await explorer.catalogue.contents()
    bodies = {node.id: node for node in shown.whole.nodes}
    here = [node for node in shown.whole.nodes if area in node.area_ids]
    by_sort: dict[Classification, list[Organization]] = {}
    for node in sorted(here, key=lambda node: name_order(node.name)):
        by_sort.setdefault(node.classification, []).append(node)
    absences = await explorer.reader.absences_of([node.id for node in here], on)
    missing = {id_ for a in absences for id_ in (a.subject_id, a.from_id) if id_} - bodies.keys()
    bodies |= await explorer.reader.organizations(sorted(missing))
    (mapped,) = await find_relationships(explorer, area, on)
    page = PlacePage(
        title=f"{shown.area.name}: who sits where",
        area=shown.area,
        groups=tuple((sort, tuple(by_sort[sort])) for sort in Classification if sort in by_sort),
        ended={node.id: ended_briefly(node.period.until, ()) for node in here if has_ended(node, on)},
        glance=await _glance(explorer, shown, here, as_at_of(shown.view)),
        explored=await explore(explorer, shown),
        absences=tuple(told_absence(absence, bodies) for absence in absences),
        relationships=mapped if mapped.cells else None,
        sources=contents.sources,
        share=await share_of(request, explorer, shown),
        stories=(await stories_told(explorer, contents)).of(area),
        questions=(await questions_at(explorer, shown.area))[:MOST_QUESTIONS],
        proposals=beside_proposals(area, "", on),
    )
    return render(request, page)


async def _glance(explorer: Explorer, shown: Shown, here: Sequence[Organization], as_at: AsAt) -> Glance:
    ids = {node.id for node in here}
    posts = [post for post in shown.whole.posts if post.organization_id in ids]
    told = await tell_posts(explorer, posts, as_at)
    kinds = {node.id: node.classification for node in here}
    seats = [post for post in posts if counts_as_a_seat(post, kinds[post.organization_id])]
    contents = await explorer.catalogue.contents()
    fresh = freshness(contents, [source.id for source in sources_shown(shown, contents)])
    return Glance(
        counts=count_bodies(here, as_at),
        seats=count_seats(seats),
        others=count_seats(posts) - count_seats(seats),
        empty=count_seats(post for post in seats if told[post.id].vacant),
        not_taken_up=count_seats(post for post in seats if told[post.id].not_taken_up),
        term_over=count_seats(post for post in seats if told[post.id].state is PostState.TERM_OVER),
        unnamed=sum(told[post.id].sitting.filling.unnamed for post in seats),
        recorded=dated(fresh.newest, fresh.earliest) if fresh.newest else "",
        before=spoken(fresh.earliest) if fresh.earliest and fresh.before_everything(as_at.on) else "",
    )
