"""An answer with everything a person wants to read beside it: names, holders, routes, what lies above, sources.

Pages and the terminal say the same because both say this.
"""

import asyncio
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from app.domain import records as r
from app.domain.as_at import AsAt
from app.domain.ending import Ending
from app.domain.holding import Office, Sitting, sitting
from app.domain.vocabulary import Directness, PostState, Say
from app.questions.representation.ask import Answer, Freshness, freshness
from app.questions.representation.headline import boards_named
from app.questions.representation.keeping import representation_of
from app.questions.representation.rules import Seat
from app.reading.endings import find_endings
from app.reading.explorer import Explorer


@dataclass(frozen=True, slots=True)
class ToldPost:
    """A seat with its names: who it speaks for, who appoints, who holds it."""

    post: r.Post
    board: r.Organization
    on_behalf_of: tuple[r.Organization, ...]
    appointed_by: tuple[r.Organization, ...]
    sitting: Sitting
    says: tuple[tuple[Say | None, r.Organization], ...]
    """The same who appoint, each with its say: elects, appoints, nominates, ratifies; nothing where no source says."""

    @property
    def tenures(self) -> tuple[r.Tenure, ...]:
        """Who holds it; deputies too."""
        return self.sitting.tenures

    @property
    def held_by(self) -> str:
        """Who holds it, in a phrase."""
        return self.sitting.held_by

    @property
    def citations(self) -> tuple[r.Citation, ...]:
        """What says of the seat, and who is in it or left."""
        return self.sitting.citations

    @property
    def state(self) -> PostState:
        """Who is in it, as one value."""
        return self.sitting.state

    @property
    def is_silent(self) -> bool:
        """Whether no source says anything of who sits there."""
        return self.sitting.is_silent

    @property
    def vacant(self) -> bool:
        """Whether it is recorded as vacant."""
        return self.state is PostState.VACANT

    @property
    def not_taken_up(self) -> bool:
        """Whether those who may fill it do not."""
        return self.state is PostState.NOT_TAKEN_UP


@dataclass(frozen=True, slots=True)
class ToldSeat:
    """A seat of the answer, how it speaks for the one who asked, and where the voice can travel next."""

    told: ToldPost
    directness: Directness
    via: tuple[r.Organization, ...]
    higher: tuple[r.Organization, ...]


@dataclass(frozen=True, slots=True)
class ToldAbsence:
    """A recorded absence with its names."""

    absence: r.RecordedAbsence
    subject: r.Organization
    missing_from: r.Organization | None


@dataclass(frozen=True, slots=True)
class ToldAppointed:
    """A seat whose holder the one who asked elects, appoints, nominates or ratifies."""

    told: ToldPost
    say: Say | None


@dataclass(frozen=True, slots=True)
class ToldBreak:
    """An empty seat on a body, at which the way there breaks."""

    told: ToldPost
    origin: r.Organization
    """The group that the seat is for."""


@dataclass(frozen=True, slots=True)
class Told:
    """Who represents somebody where, ready to be read."""

    answer: Answer
    organization: r.Organization | None
    person: r.Person | None
    seats: tuple[ToldSeat, ...]
    involved: tuple[ToldSeat, ...]
    absences: tuple[ToldAbsence, ...]
    fresh: Freshness
    ending: Ending | None = None
    """That the body has ended, when it has."""
    appoints: tuple[ToldAppointed, ...] = ()
    """The seats whose holders it has a say in."""
    breaks: tuple[ToldBreak, ...] = ()
    """Where its way to another group breaks at an empty seat."""
    boards: Mapping[str, r.Organization] = field(default_factory=dict)
    """The bodies that a person's seats are or were on, by id."""

    @property
    def sittings(self) -> dict[str, Sitting]:
        """Who is in each of the seats, by their ids."""
        return {seat.told.post.id: seat.told.sitting for seat in self.seats}

    @property
    def who(self) -> r.Organization | r.Person:
        """Who asked."""
        who = self.organization or self.person
        assert who
        return who

    @property
    def name(self) -> str:
        """The name of who asked."""
        return self.who.name


async def tell_representation(explorer: Explorer, of: str, as_at: AsAt, *, max_steps: int = 4) -> Told:
    """Answer who represents `of` where, with every name; raises as `find_representation` does."""
    contents = await explorer.catalogue.contents()
    answer = await representation_of(explorer, of, as_at, max_steps=max_steps, contents=contents)
    all_seats = [*answer.seats, *answer.involved]
    boards = {seat.board_id for seat in all_seats}
    wanted = [seat.post_id for seat in all_seats]
    wanted += [each.post_id for each in answer.appoints] + [each.post_id for each in answer.broken]
    posts, higher, absences, people = await asyncio.gather(
        explorer.reader.posts(wanted),
        explorer.reader.higher_bodies(boards, as_at),
        explorer.reader.absences(answer.absence_ids),
        explorer.reader.people([of] if answer.of_person else []),
    )
    named = boards_named(answer)
    others = (
        {of, *named, *(each.from_id for each in answer.broken)}
        | boards
        | {id_ for seat in all_seats for id_ in seat.via}
    )
    others |= {id_ for ids in higher.values() for id_ in ids}
    others |= {id_ for absence in absences.values() for id_ in (absence.subject_id, absence.from_id) if id_}
    told, bodies = await _tell(explorer, posts.values(), as_at, others)
    ending = (await find_endings(explorer, [bodies.get(of)], as_at.on)).get(of)

    def seat(found: Seat) -> ToldSeat:
        return ToldSeat(
            told[found.post_id],
            found.directness,
            tuple(bodies[id_] for id_ in found.via if id_ in bodies),
            tuple(bodies[id_] for id_ in higher.get(found.board_id, ()) if id_ in bodies),
        )

    return Told(
        answer,
        bodies.get(of),
        people.get(of),
        tuple(seat(found) for found in answer.seats if found.post_id in told),
        tuple(seat(found) for found in answer.involved if found.post_id in told),
        tuple(told_absence(absence, bodies) for absence in absences.values()),
        freshness(contents, answer.source_ids | _behind(told.values())),
        ending,
        tuple(ToldAppointed(told[each.post_id], each.say) for each in answer.appoints if each.post_id in told),
        tuple(
            ToldBreak(told[each.post_id], bodies[each.from_id])
            for each in answer.broken
            if each.post_id in told and each.from_id in bodies
        ),
        {id_: bodies[id_] for id_ in named if id_ in bodies},
    )


def _behind(told: Iterable[ToldPost]) -> frozenset[str]:
    return frozenset(cite.source_id for each in told for cite in each.citations)


async def tell_posts(explorer: Explorer, posts: Iterable[r.Post], as_at: AsAt) -> dict[str, ToldPost]:
    """Return seats with all their names, by id."""
    told, _ = await _tell(explorer, posts, as_at, ())
    return told


def told_absence(absence: r.RecordedAbsence, bodies: dict[str, r.Organization]) -> ToldAbsence:
    """Put the names to a recorded absence."""
    missing_from = bodies.get(absence.from_id) if absence.from_id else None
    return ToldAbsence(absence, bodies[absence.subject_id], missing_from)


def told_post(
    post: r.Post,
    bodies: Mapping[str, r.Organization],
    behalf: Iterable[str],
    appointed: Iterable[r.Appointer],
    tenures: Sequence[r.Tenure],
    chain: Sequence[Office],
    on: date,
) -> ToldPost:
    """Put the names to a seat: whom it speaks for and who appoints, by id, who holds or held it, by which offices."""
    sayers = sorted(set(appointed), key=lambda each: (each.organization_id, each.say or ""))
    return ToldPost(
        post,
        bodies[post.organization_id],
        tuple(bodies[id_] for id_ in sorted(set(behalf))),
        tuple(bodies[id_] for id_ in dict.fromkeys(each.organization_id for each in sayers)),
        sitting(post, tenures, chain, on),
        tuple((each.say, bodies[each.organization_id]) for each in sayers),
    )


async def _tell(
    explorer: Explorer, posts: Iterable[r.Post], as_at: AsAt, others: Iterable[str]
) -> tuple[dict[str, ToldPost], dict[str, r.Organization]]:
    posts = list(posts)
    ids = [post.id for post in posts]
    reader = explorer.reader
    behalf, appointed, tenures, chains = await asyncio.gather(
        reader.on_behalf_of(ids, as_at),
        reader.appointers(ids, as_at),
        reader.tenures(ids, as_at),
        reader.filling_posts(ids, as_at),
    )
    named = {post.organization_id for post in posts} | set(others)
    named |= {id_ for groups in behalf.values() for id_ in groups}
    named |= {each.organization_id for sayers in appointed.values() for each in sayers}
    bodies = await reader.organizations(sorted(named))

    return {
        post.id: told_post(
            post,
            bodies,
            behalf.get(post.id, ()),
            appointed.get(post.id, ()),
            tenures.get(post.id, ()),
            chains.get(post.id, ()),
            as_at.on,
        )
        for post in posts
    }, bodies
