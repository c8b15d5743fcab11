"""The register of a place, kept as long as the data stays: what the questions about a place are answered from."""

import asyncio
from collections import OrderedDict
from datetime import date
from weakref import WeakKeyDictionary

from app.domain.register import Filling, Register
from app.domain.standing import LONGEST_CHAIN, Standing
from app.errors import BadInput, UnknownId
from app.services.catalogue import Contents
from app.services.explorer import Explorer
from app.services.search import nearest
from app.store import register_rows as read
from app.store.database import Database

MOST_KEPT = 12
"""How many registers, and how many of their days, are kept: a register of some 400 bodies takes 2 to 3 MB."""

MOST_PLACES = 12
"""How many places one question without a place is answered for: each may have to be read."""

_ALL = 10_000
"""More meetings than one body is recorded with."""

_Kept = OrderedDict[object, tuple[int, Register | Standing]]
_kept: WeakKeyDictionary[Database, _Kept] = WeakKeyDictionary()
"""What was read, by what was asked, with the version of the data it was read from: it changes with nothing else."""


async def places_known(explorer: Explorer) -> tuple[str, ...]:
    """Give the areas that have organizations, by name."""
    contents = await explorer.catalogue.contents()
    known = [known for known in contents.areas.values() if contents.sizes[known.id]]
    return tuple(known.id for known in sorted(known, key=lambda each: (each.name, each.id)))


async def areas_asked(explorer: Explorer, area: str | None) -> tuple[str, ...]:
    """Give the one area that is named, or all that have organizations while they are few enough to answer for at once.

    UnknownId names the nearest areas; BadInput asks for one when there are more than MOST_PLACES.
    """
    if area:
        await _check(explorer, await explorer.catalogue.contents(), area)
        return (area,)
    places = await places_known(explorer)
    if len(places) > MOST_PLACES:
        raise BadInput(f"Name a place: there are {len(places)}, and up to {MOST_PLACES} are answered for at once.")
    return places


async def read_register(explorer: Explorer, area: str) -> Register:
    """Give everything public that is recorded of a place; UnknownId when nobody knows the area.

    Read in six levels of a few parallel round trips the first time, then from memory until the data changes.
    """
    return (await _current(explorer, area))[1]


async def standing_of(explorer: Explorer, area: str, on: date, *, include_proposed: bool = False) -> Standing:
    """Give what of a place's register holds on a day; UnknownId when nobody knows the area."""
    version, register = await _current(explorer, area)
    key = (area, on, include_proposed)
    kept = _find(explorer, key, version)
    if not isinstance(kept, Standing):
        kept = Standing(register, on, include_proposed=include_proposed)
        _keep(explorer, key, version, kept)
    return kept


def forget_registers(explorer: Explorer) -> None:
    """Drop what is kept, so that the next question is answered from the database."""
    _kept.pop(explorer.database, None)


async def _current(explorer: Explorer, area: str) -> tuple[int, Register]:
    contents = await explorer.catalogue.contents()
    await _check(explorer, contents, area)
    kept = _find(explorer, area, contents.version)
    if not isinstance(kept, Register):
        kept = await _read(explorer, contents, area)
        _keep(explorer, area, contents.version, kept)
    return contents.version, kept


async def _check(explorer: Explorer, contents: Contents, area: str) -> None:
    if area not in contents.areas:
        near = [(name.id, name.name) for name in await nearest(explorer.catalogue, area)]
        raise UnknownId(f"No area has the id '{area}'.", near)


def _find(explorer: Explorer, key: object, version: int) -> Register | Standing | None:
    kept = _kept.setdefault(explorer.database, OrderedDict())
    found = kept.get(key)
    if found is None or found[0] != version:
        return None
    kept.move_to_end(key)
    return found[1]


def _keep(explorer: Explorer, key: object, version: int, value: Register | Standing) -> None:
    kept = _kept.setdefault(explorer.database, OrderedDict())
    kept[key] = (version, value)
    kept.move_to_end(key)
    while len(kept) > 2 * MOST_KEPT:
        kept.popitem(last=False)


async def _read(explorer: Explorer, contents: Contents, area: str) -> Register:
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
