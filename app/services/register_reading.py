"""How the register of a place is read: everything of it, or only what can change."""

import asyncio

from app.domain.register import Filling, Register
from app.domain.standing import LONGEST_CHAIN
from app.services.catalogue import Contents
from app.services.explorer import Explorer
from app.store import register_rows as read

_ALL = 10_000
"""More meetings than one body is recorded with."""


async def read_everything(explorer: Explorer, contents: Contents, area: str) -> Register:
    """Give everything public that is recorded of a place, in six levels of a few parallel round trips."""
    ask, reader = explorer.database.read, explorer.reader
    own = sorted(row[0] for row in await ask("list_ids_of_area", area=area))
    post_rows, line_rows, absence_rows, staff_rows, meetings, assessments = await asyncio.gather(
        ask("list_recorded_posts", ids=own),
        ask("list_recorded_lines", ids=own),
        ask("list_recorded_absences", ids=own),
        ask("list_recorded_staff", ids=own),
        reader.meetings_of(own, first=_ALL),
        reader.assessments_of(area=area),
    )
    held = tuple(meeting for id_ in sorted(meetings) for meeting in meetings[id_][1])
    fillings = await _fillings(explorer, {row[0] for row in post_rows})
    ids = sorted({row[0] for row in post_rows} | {id_ for f in fillings for id_ in (f.post_id, f.by_post_id)})
    posts, tie_rows, by_people, by_bodies, attendance, report_rows = await asyncio.gather(
        reader.posts(ids),
        ask("list_recorded_ties", ids=ids),
        ask("list_recorded_holdings_by_person", ids=ids),
        ask("list_recorded_holdings_by_organization", ids=ids),
        reader.attendance(meeting.id for meeting in held),
        ask("list_report_backs", ids=[meeting.id for meeting in held]),
    )
    behalf, appointed = read.ties(tie_rows)
    holdings = tuple(read.holdings([*by_people, *by_bodies]))
    there = [each for all_ in attendance.values() for each in all_]
    people = {h.holder_id for h in holdings if h.holder_is_person} | {
        each.person_id for each in there if each.person_id
    }
    employed = await ask("list_recorded_employments", ids=sorted(people))
    employments = tuple(read.employments([*employed, *staff_rows]))
    lines, absences = tuple(read.lines(line_rows)), tuple(read.absences(absence_rows))
    named: set[str | None] = {*own, *(post.organization_id for post in posts.values())}
    named |= {tie.organization_id for tie in (*behalf, *appointed)}
    named |= {id_ for line in lines for id_ in (line.from_id, line.to_id)}
    named |= {h.holder_id for h in holdings if not h.holder_is_person}
    named |= {e.affiliation.organization_id for e in employments} | {each.organization_id for each in there}
    named |= {id_ for m in absences for id_ in (m.absence.subject_id, m.absence.from_id)}
    named |= {id_ for cell in assessments for id_ in (cell.organization_id, cell.by_id)}
    organizations, persons = await asyncio.gather(
        reader.organizations(sorted(id_ for id_ in named if id_)),
        reader.people(sorted(people | {e.person_id for e in employments})),
    )
    return Register(
        area_id=area,
        own=frozenset(own),
        organizations=organizations,
        people=persons,
        posts={id_: posts[id_] for id_ in sorted(posts)},
        behalf=behalf,
        appointed=appointed,
        fillings=fillings,
        holdings=holdings,
        employments=employments,
        lines=lines,
        absences=absences,
        meetings=held,
        attendance={id_: tuple(all_) for id_, all_ in attendance.items()},
        reports=tuple(read.reports(report_rows)),
        assessments=tuple(assessments),
        published={id_: source.published for id_, source in contents.sources.items() if source.published},
    )


async def read_dated(explorer: Explorer, area: str) -> Register:
    """Give what of a place's register begins, ends or is proposed, with all that it names, in two or three levels.

    The rest of it, such as who meets and who works for whom, is left empty. Posts that only a chain of posts leads to
    are not followed further than a step: what happens to those beyond concerns none of the place's bodies.
    """
    ask, reader = explorer.database.read, explorer.reader
    body_rows, post_rows = await asyncio.gather(ask("list_dated_bodies", area=area), ask("list_dated_posts", area=area))
    lines = tuple(read.lines(line for row in body_rows for line in row[2]))
    ties = read.ties_of_posts(post_rows)
    named = {id_ for id_, is_dated, _ in body_rows if is_dated} | ties.boards
    named |= {tie.organization_id for tie in (*ties.behalf, *ties.appointed)}
    named |= {id_ for line in lines for id_ in (line.from_id, line.to_id)}
    named |= {h.holder_id for h in ties.holdings if not h.holder_is_person}
    ids = {row[0] for row in post_rows} | {id_ for f in ties.fillings for id_ in (f.post_id, f.by_post_id)}
    posts, people, organizations = await asyncio.gather(
        reader.posts(sorted(ids)),
        reader.people(sorted({h.holder_id for h in ties.holdings if h.holder_is_person})),
        reader.organizations(sorted(named)),
    )
    organizations |= await reader.organizations(sorted({post.organization_id for post in posts.values()} - named))
    return Register(
        area_id=area,
        own=frozenset(row[0] for row in body_rows),
        organizations=organizations,
        people=people,
        posts=posts,
        behalf=ties.behalf,
        appointed=ties.appointed,
        fillings=ties.fillings,
        holdings=ties.holdings,
        lines=lines,
    )


async def _fillings(explorer: Explorer, posts: set[str]) -> tuple[Filling, ...]:
    """Walk from posts to those that fill them and that they fill, a round trip a step, as far as any answer follows."""
    found: dict[str, Filling] = {}
    seen, edge = set(posts), posts
    for _ in range(LONGEST_CHAIN):
        if not edge:
            break
        rows = await explorer.database.read("list_recorded_fillings", ids=sorted(edge))
        found |= {filling.id: filling for filling in read.fillings(rows)}
        edge = {id_ for filling in found.values() for id_ in (filling.post_id, filling.by_post_id)} - seen
        seen |= edge
    return tuple(found[id_] for id_ in sorted(found))
