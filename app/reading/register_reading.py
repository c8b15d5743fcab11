"""How the register of a place is read: everything of it, or only what can change."""

import asyncio
from collections.abc import Iterable

from app.domain.composing import groups_of
from app.domain.records import Line
from app.domain.register import Register
from app.domain.standing import LONGEST_CHAIN
from app.reading.catalogue import Contents
from app.reading.explorer import Explorer
from app.store import register_rows as read
from app.store.register_rows import TiesOfPosts
from app.store.rows import Row

_ALL = 10_000
"""More meetings than one body is recorded with."""


async def read_everything(explorer: Explorer, contents: Contents, area: str) -> Register:
    """Return everything public that is recorded of a place, in five levels of a few parallel round trips.

    A level more for every step by which posts elsewhere fill those posts elsewhere that have to do with the place.
    """
    ask, reader = explorer.database.read, explorer.reader
    body_rows, post_rows, assessments = await asyncio.gather(
        ask("list_recorded_bodies", area=area, dated=False),
        ask("list_recorded_posts", area=area, dated=False),
        reader.assessments_of(area=area),
    )
    own = sorted(row.id for row in body_rows)
    ties, absence_rows, staff_rows, meetings = await asyncio.gather(
        _followed(explorer, post_rows),
        ask("list_recorded_absences", ids=own),
        ask("list_recorded_staff", ids=own),
        reader.meetings_of(own, first=_ALL),
    )
    held = tuple(meeting for id_ in sorted(meetings) for meeting in meetings[id_][1])
    posts, attendance, report_rows = await asyncio.gather(
        reader.posts(sorted(ties.posts)),
        reader.attendance(meeting.id for meeting in held),
        ask("list_report_backs", ids=[meeting.id for meeting in held]),
    )
    there = [each for all_ in attendance.values() for each in all_]
    people = {h.holder_id for h in ties.holdings if h.holder_is_person} | {
        each.person_id for each in there if each.person_id
    }
    employed = await ask("list_recorded_employments", ids=sorted(people))
    employments = tuple(read.employments([*employed, *staff_rows]))
    lines, absences = _lines(body_rows), tuple(read.absences(absence_rows))
    named: set[str | None] = {*own, *_named(ties, lines), *(post.organization_id for post in posts.values())}
    named |= {e.affiliation.organization_id for e in employments} | {each.organization_id for each in there}
    named |= {id_ for m in absences for id_ in (m.absence.subject_id, m.absence.from_id)}
    named |= {id_ for cell in assessments for id_ in (cell.organization_id, cell.by_id)}
    organizations, persons = await asyncio.gather(
        reader.organizations(sorted(id_ for id_ in named if id_)),
        reader.people(sorted(people | {e.person_id for e in employments})),
    )
    # Rarely do the terms of a body name a group with which nothing else here has to do.
    further = set(groups_of(organizations.values())) - organizations.keys()
    organizations |= await reader.organizations(sorted(further)) if further else {}
    return Register(
        area_id=area,
        own=frozenset(own),
        organizations=organizations,
        people=persons,
        posts={id_: posts[id_] for id_ in sorted(posts)},
        behalf=ties.behalf,
        appointed=ties.appointed,
        fillings=ties.fillings,
        holdings=ties.holdings,
        employments=employments,
        lines=lines,
        absences=absences,
        meetings=held,
        attendance={id_: tuple(all_) for id_, all_ in attendance.items()},
        reports=tuple(read.reports(report_rows)),
        assessments=tuple(assessments),
        published={id_: source.published for id_, source in contents.sources.items() if source.published},
        areas=contents.areas,
    )


async def read_dated(explorer: Explorer, area: str) -> Register:
    """Return what of a place's register begins, ends or is proposed, with all that it names, in two or three levels.

    The rest of it, such as who meets and who works for whom, is left empty. Posts that only a chain of posts leads to
    are not followed further than a step: what happens to those beyond concerns none of the place's bodies.
    """
    ask, reader = explorer.database.read, explorer.reader
    body_rows, post_rows = await asyncio.gather(
        ask("list_recorded_bodies", area=area, dated=True), ask("list_recorded_posts", area=area, dated=True)
    )
    lines, ties = _lines(body_rows), read.ties_of_posts(post_rows)
    named = {row.id for row in body_rows if row.dated} | _named(ties, lines)
    posts, people, organizations = await asyncio.gather(
        reader.posts(sorted(ties.posts)),
        reader.people(sorted({h.holder_id for h in ties.holdings if h.holder_is_person})),
        reader.organizations(sorted(named)),
    )
    organizations |= await reader.organizations(sorted({post.organization_id for post in posts.values()} - named))
    return Register(
        area_id=area,
        own=frozenset(row.id for row in body_rows),
        organizations=organizations,
        people=people,
        posts={id_: posts[id_] for id_ in sorted(posts)},
        behalf=ties.behalf,
        appointed=ties.appointed,
        fillings=ties.fillings,
        holdings=ties.holdings,
        lines=lines,
    )


async def _followed(explorer: Explorer, rows: list[Row]) -> TiesOfPosts:
    """Walk on from posts to those that fill them and that they fill, a round trip a step, as far as answers follow."""
    ties = read.ties_of_posts(rows)
    for _ in range(LONGEST_CHAIN):
        edge = ties.posts - {row.id for row in rows}
        if not edge:
            break
        rows = [*rows, *await explorer.database.read("list_recorded_ties", ids=sorted(edge))]
        ties = read.ties_of_posts(rows)
    return ties


def _lines(body_rows: Iterable[Row]) -> tuple[Line, ...]:
    return tuple(read.lines(body_rows))


def _named(ties: TiesOfPosts, lines: Iterable[Line]) -> set[str]:
    """Return the ids of the bodies that posts and lines are tied to."""
    named = ties.boards | {tie.organization_id for tie in (*ties.behalf, *ties.appointed)}
    named |= {id_ for line in lines for id_ in (line.from_id, line.to_id)}
    return set(named | {h.holder_id for h in ties.holdings if not h.holder_is_person})
