"""The routes between two bodies in words: what carries each step, who sits there, and without any what is missing."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.domain import records as r
from app.domain.as_at import AsAt
from app.domain.bodies import grammatical_number
from app.domain.ending import Ending
from app.domain.english import (
    agree,
    as_recorded,
    capitalized,
    counted,
    listed,
    ordinary,
    verb_of_several,
    with_article,
)
from app.domain.vocabulary import FactStatus, LineType, OrganizationKind, TenureCapacity
from app.errors import UnknownId
from app.questions.representation.ask import Freshness, freshness
from app.questions.representation.telling import ToldAbsence, ToldPost, told_absence, told_post
from app.questions.routes.ask import Found, Passage, find_routes, read_seats
from app.questions.routes.keeping import Kept, kept_of
from app.questions.routes.rules import Link
from app.questions.routes.seats import doubted, proposed, sits, sits_shortly
from app.reading.endings import find_endings
from app.reading.explorer import Explorer
from app.reading.resolving import BODIES
from app.reading.search import nearest
from app.store import rows
from app.store.holding_rows import filling_posts

MOST_NAMED = 3
"""A sentence names no more bodies of one sort."""


@dataclass(frozen=True, slots=True)
class ToldStep:
    """One step of a route: where it leads, and what carries it there, as a sentence without its full stop."""

    origin: r.Organization
    organization: r.Organization
    by: str
    words: str
    """The same in two or three words, for a drawing."""
    sideways: bool
    seat: ToldPost | None
    line: r.Line | None
    citations: tuple[r.Citation, ...]


@dataclass(frozen=True, slots=True)
class ToldRoute:
    """A route, and the sentence that tells it."""

    steps: tuple[ToldStep, ...]
    sentence: str

    @property
    def sideways(self) -> bool:
        """Whether one of its steps leads sideways, which makes it weaker."""
        return any(step.sideways for step in self.steps)


@dataclass(frozen=True, slots=True)
class ToldRoutes:
    """How a voice gets from one body to another on a day, ready to be read."""

    start: r.Organization
    end: r.Organization
    on: date
    routes: tuple[ToldRoute, ...]
    reached: tuple[r.Organization, ...]
    """Without an upward route: the bodies that the voice gets to, nearest first."""
    missing: str | None
    absences: tuple[ToldAbsence, ...]
    """What sources say is missing between the two ends."""
    opening: str
    fresh: Freshness
    breaks: tuple[str, ...] = ()
    """Where a shorter or an upward way breaks, since a seat on it is empty: a sentence each."""
    endings: tuple[Ending, ...] = ()
    """That one end, or each, has ended by the day: the start before the end."""


async def tell_routes(
    explorer: Explorer, start: str, end: str, as_at: AsAt, *, first: int = 3, look_beyond: bool = True
) -> ToldRoutes:
    """Say how a voice gets from the body `start` to the body `end`.

    Where every way breaks at an empty seat, it is said how the body beyond would carry the voice on; not with
    `look_beyond` off.
    Raises UnknownId with the nearest names when one of them is no body known here, BadInput as `find_routes` does.
    """
    contents = await explorer.catalogue.contents()
    known, found = await asyncio.gather(
        explorer.reader.organizations([start, end]),
        find_routes(explorer, start, end, as_at, first=first, contents=contents),
    )
    for id_ in (start, end):
        if id_ not in known:
            near = await nearest(explorer.catalogue, id_.rpartition("/")[2], labels=BODIES)
            raise UnknownId(f"No organization has the id '{id_}'.", [(name.id, name.name) for name in near], id_)
    links = [link for route in found.routes for link in route]
    upward = bool(found.routes) and not any(link.sideways for link in links)
    reached = [] if upward else [id_ for level in found.reached for id_ in level]
    post_ids = {c.post_id for link in links for c in found.carriers[link] if c.post_id}
    post_ids |= {id_ for _, passage in found.broken for id_ in (passage.post_id, passage.own_post_id) if id_}
    ends = [*links, *(link for link, _ in found.broken)]
    bodies, seats, absences, endings = await asyncio.gather(
        explorer.reader.organizations({id_ for link in ends for id_ in (link.from_id, link.to_id)} | {*reached}),
        _seats(explorer, kept_of(explorer, contents.version, as_at), post_ids, as_at),
        _absences(explorer, {start, *reached} if not upward else set(), end, as_at.on),
        find_endings(explorer, known.values(), as_at.on),
    )
    bodies |= known
    leading = await explorer.reader.organizations(sorted(found.leading)) if not found.routes else {}
    routes = tuple(
        _route([_step(link, found.carriers[link], bodies, seats) for link in route]) for route in found.routes
    )
    cited = [cite.source_id for route in routes for step in route.steps for cite in step.citations]
    cited = cited or [cite.source_id for id_ in (start, end) for cite in known[id_].citations]
    fresh = freshness(contents, cited)
    beyond = dict.fromkeys(link.to_id for link, _ in found.broken) if not found.routes and look_beyond else {}
    onward = {id_: await _onward(explorer, id_, end, as_at) for id_ in beyond if id_ != end}
    return ToldRoutes(
        known[start],
        known[end],
        as_at.on,
        routes,
        tuple(bodies[id_] for id_ in reached if id_ in bodies),
        None if found.routes else _missing(known[start], known[end], found, bodies | leading),
        absences,
        _opening(known[start], known[end], routes, fresh),
        fresh,
        tuple(
            dict.fromkeys(
                _break(link, passage, bodies, seats) + onward.get(link.to_id, "") for link, passage in found.broken
            )
        ),
        tuple(endings[id_] for id_ in dict.fromkeys((start, end)) if id_ in endings),
    )


def _break(link: Link, passage: Passage, bodies: dict[str, r.Organization], seats: dict[str, ToldPost]) -> str:
    """Say at which empty seat a way breaks, and why nobody is known to sit there."""
    here, there = _called(bodies[link.from_id]), _called(bodies[link.to_id])
    on_way = [seats[id_] for id_ in (passage.post_id, passage.own_post_id) if id_ in seats]
    empty = next((seat for seat in on_way if seat.sitting.why_empty), on_way[0])
    return f"A way breaks between {here} and {there}, at the seat on {_called(empty.board)}: {empty.sitting.why_empty}."


async def _onward(explorer: Explorer, start: str, end: str, as_at: AsAt) -> str:
    """Say how the body beyond an empty seat gets to the end by itself, or that no way is recorded."""
    told = await tell_routes(explorer, start, end, as_at, first=1, look_beyond=False)
    if told.routes:
        return f" From there the way goes on: {told.routes[0].sentence}"
    return f" From there no way on to {_called(told.end)} is recorded either."


async def _absences(explorer: Explorer, subjects: set[str], end: str, on: date) -> tuple[ToldAbsence, ...]:
    if not subjects:
        return ()
    found = [a for a in await explorer.reader.absences_of([end], on) if a.from_id == end and a.subject_id in subjects]
    bodies = await explorer.reader.organizations([id_ for a in found for id_ in (a.subject_id, end)]) if found else {}
    return tuple(told_absence(absence, bodies) for absence in found)


async def _seats(explorer: Explorer, kept: Kept, post_ids: set[str], as_at: AsAt) -> dict[str, ToldPost]:
    """Return seats with all their names, by id."""
    found = await read_seats(explorer, kept, sorted(post_ids), as_at)
    ids = {post.organization_id for post, _ in found.values()}
    for _, row in found.values():
        ids |= {*row.on_behalf_of, *(each.organization_id for each in row.appointed_by)}
    bodies = await explorer.reader.organizations(sorted(ids))
    told = {}
    for id_, (post, row) in found.items():
        tenures = sorted(map(rows.tenure, row.tenures), key=lambda t: (_CAPACITIES.index(t.capacity), t.holder_name))
        offices, appointers = filling_posts(row.offices), map(rows.appointer, row.appointed_by)
        told[id_] = told_post(post, bodies, row.on_behalf_of, appointers, tenures, offices, as_at.on)
    return told


_CAPACITIES = list(TenureCapacity)


def _route(steps: list[ToldStep]) -> ToldRoute:
    sentence = "; then ".join(step.by for step in steps)
    return ToldRoute(tuple(steps), f"{capitalized(sentence)}.")


def _step(
    link: Link, carriers: Sequence[Passage], bodies: dict[str, r.Organization], seats: dict[str, ToldPost]
) -> ToldStep:
    here, there = bodies[link.from_id], bodies[link.to_id]
    sitting = sorted((c for c in carriers if c.post_id in seats), key=lambda c: _seat_order(c, seats))
    lines = sorted((c.line for c in carriers if c.line), key=lambda line: (line.type, line.id))
    own_seats = [seats[id_] for id_ in dict.fromkeys(c.post_id for c in sitting) if id_]
    # One that is only proposed is not counted to those that are there.
    own_seats = [told for told in own_seats if told.post.status is own_seats[0].post.status]
    seat = own_seats[0] if own_seats else None
    line = lines[0] if lines else None
    voiced = [each for each in lines if each.type is not LineType.SPEAKS_FOR]
    only_proposed = bool(voiced) and all(each.status is FactStatus.PROPOSED for each in voiced)
    verbs = [
        f"{doubted(each.certainty)}{_verb(each, here)}{'' if only_proposed else proposed(each.status)}"
        for each in voiced
    ]
    last = proposed(FactStatus.PROPOSED) if only_proposed else ""
    said, words = "", []
    if own_seats:
        said = sits(link, sitting[0], here, there, own_seats)
        said += f", and also {listed(verbs)} it{last}" if verbs else ""
        words.append(sits_shortly(link, sitting[0], here, own_seats))
    elif verbs:
        said = f"{_called(here)} {listed(verbs)} {_called(there)}{last}"
    for each in lines:
        shortly = ordinary(each.type).removeprefix("is ").removeprefix("a ")
        shortly = "spoken for by" if each.type is LineType.SPEAKS_FOR else shortly
        words.append(f"{doubted(each.certainty)}{shortly}{proposed(each.status)}")
        if each.type is LineType.SPEAKS_FOR:
            speaks = doubted(each.certainty) + agree(grammatical_number(there), "speaks", "speak")
            said = f"{_called(there)} {speaks} for {_called(here)}{proposed(each.status)}" + (
                f"; {said}" if said else ""
            )
    cites = (*(seat.post.citations if seat else ()), *(line.citations if line else ()))
    short = ", ".join(dict.fromkeys(words))
    return ToldStep(here, there, said, short, link.sideways, seat, line, tuple(dict.fromkeys(cites)))


def _seat_order(carrier: Passage, seats: dict[str, ToldPost]) -> tuple[bool, bool, bool, bool, str]:
    """Sort seats by how well they carry: one that is there and that somebody sits in first, named rather than not."""
    told = seats[carrier.post_id or ""]
    is_proposed = told.post.status is FactStatus.PROPOSED
    return is_proposed, bool(told.sitting.why_empty), not told.tenures, bool(carrier.own_post_id), told.post.id


def _verb(line: r.Line, here: r.Organization) -> str:
    verb = ordinary(line.type)
    return agree(grammatical_number(here), verb, verb_of_several(verb))


def _called(body: r.Organization) -> str:
    return with_article(body.name)


def _are_people(body: r.Organization) -> bool:
    return body.kind is OrganizationKind.CONSTITUENCY


def _opening(start: r.Organization, end: r.Organization, routes: Sequence[ToldRoute], fresh: Freshness) -> str:
    ends = f"from {_called(start)} to {_called(end)}"
    if start.id == end.id:
        return "Both ends are the same body: a voice that is there has nowhere to get to."
    if not routes:
        said = f"no route is recorded {ends}."
    elif routes[0].sideways:
        said = (
            f"no upward route is recorded {ends}. A weaker way leads sideways: somebody who sits on two bodies may"
            " carry it from one to the other, but does not speak for the first on the second."
        )
    else:
        many = counted(len(routes), "route leads", "routes lead")
        steps = counted(len(routes[0].steps), "step")
        said = f"{many} {ends}, {'' if len(routes) == 1 else 'the shortest '}in {steps}."
    return as_recorded(fresh.newest, said)


def _missing(start: r.Organization, end: r.Organization, found: Found, bodies: dict[str, r.Organization]) -> str | None:
    """Say in one sentence what would have to be there."""
    mine, theirs = _called(start), _called(end)
    if start.id == end.id:
        return None
    if _are_people(end):
        are_people = agree(grammatical_number(end), "stands for", "are")
        return f"{capitalized(theirs)} {are_people} people at large, who never meet: no voice is carried up to them."
    if not found.reached:
        people = "nobody speaks for them, and they have no seat anywhere"
        why = people if _are_people(start) else "no line up, no membership and no seat elsewhere is recorded"
        if found.broken:
            return (
                f"Beside that seat nothing recorded carries the voice of {mine} on: no line up, and no seat elsewhere."
            )
        return f"Nothing recorded carries the voice of {mine} to any other body: {why}."
    blocked = [bodies[id_] for id_ in sorted(found.blocked & found.leading) if id_ in bodies]
    if blocked:
        names = listed([with_article(body.name) for body in blocked[:MOST_NAMED]])
        return f"The way on would lead through {names}, but a seat there does not make a statutory body one's voice."
    last = [bodies[id_] for id_ in found.reached[-1] if id_ in bodies]
    far = listed([*(with_article(body.name) for body in last[:MOST_NAMED]), *_more(len(last))])
    leading = sorted(
        (bodies[id_] for id_ in found.leading if id_ in bodies and not _are_people(bodies[id_])),
        key=lambda body: body.name,
    )
    named = [_called(body) for body in leading[:MOST_NAMED]]
    lead = f", or to a body that leads there, such as {listed(named, 'or')}" if named else ""
    none = "" if named else ", to which nothing else leads either"
    return (
        f"The voice gets as far as {far}; what is missing is a line, a membership or a seat from there to"
        f" {theirs}{lead}{none}."
    )


def _more(number: int) -> list[str]:
    return [f"{number - MOST_NAMED} more"] if number > MOST_NAMED else []
