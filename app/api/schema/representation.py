"""The answers of the two great questions: who represents us where, and how a place is put together."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

import strawberry

from app.api.loading.batches import Now, now, then, together
from app.api.loading.context import Info
from app.api.schema.assessments import RecordedAbsenceType
from app.api.schema.fields import IncludeProposed, On, Recorded, argument, plain, resolved
from app.api.schema.nearest import id_meant, with_nearest
from app.api.schema.people import Holder
from app.api.schema.references import OrganizationRef, PostRef, TenureRef
from app.api.schema.scalars import PartialDate
from app.domain import records as r
from app.domain import vocabulary as words
from app.domain.as_at import AsAt
from app.domain.seat_state import there
from app.errors import UnknownId
from app.questions.representation.ask import Answer, Appointed, Broken, Freshness, freshness
from app.questions.representation.headline import boards_named, opening_of
from app.questions.representation.keeping import representation_of
from app.questions.representation.rules import Seat


@dataclass(frozen=True, slots=True)
class SeatFound:
    """The value behind a represented seat: what was found, and how it was asked for."""

    seat: Seat
    as_at: AsAt


@dataclass(frozen=True, slots=True)
class Represented:
    """The value behind a representation."""

    answer: Answer
    as_at: AsAt

    @property
    def on(self) -> date:
        """The day of the answer."""
        return self.as_at.on


@strawberry.type(description="A seat where somebody is represented, or involved.")
class RepresentedSeat(Recorded):
    """A seat where somebody is represented, or involved."""

    record = SeatFound

    seat: strawberry.Private[Seat]
    as_at: strawberry.Private[AsAt]

    @resolved(PostRef)
    def post(self, info: Info) -> Now[r.Post | None]:
        """The seat."""
        return info.context.loaders.post(self.seat.post_id)

    @resolved(OrganizationRef)
    def board(self, info: Info) -> Now[r.Organization | None]:
        """The body that it is on."""
        return info.context.loaders.organization(self.seat.board_id)

    @resolved(list[TenureRef])
    def holders(self, info: Info) -> Now[list[r.Tenure]]:
        """Who holds it on the day of the answer, followed through the offices that fill it."""
        loaders, on = info.context.loaders, self.as_at.on
        both: list[Now[Any]] = [loaders.post(self.seat.post_id), loaders.tenures(self.seat.post_id, self.as_at)]
        return then(together(both), lambda it: there(it[0], it[1], on) if it[0] else [])

    @resolved(words.PostState)
    def state(self, info: Info) -> Now[words.PostState]:
        """Who is in it on the day of the answer: they are represented by a seat of the first three states alone."""
        found = info.context.loaders.sitting(self.seat.post_id, self.as_at)
        return then(found, lambda it: it.state if it else words.PostState.HOLDER_NOT_RECORDED)

    @resolved(words.Directness)
    def directness(self) -> words.Directness:
        """How it speaks for the group asked about."""
        return self.seat.directness

    @resolved(list[OrganizationRef])
    def via(self, info: Info) -> Now[list[r.Organization]]:
        """The groups on the way, the one asked about and the body itself left out; empty when direct."""
        return info.context.loaders.organizations(self.seat.via)

    @resolved(list[OrganizationRef])
    def higher_bodies(self, info: Info) -> Now[list[r.Organization]]:
        """Where the voice can travel next: the bodies above, nearest first, up to the first LSP."""
        return info.context.loaders.higher_bodies(self.seat.board_id, self.as_at)


@strawberry.type(description="A seat whose holder somebody elects, appoints, nominates or ratifies.")
class AppointedSeat(Recorded):
    """A seat whose holder somebody elects, appoints, nominates or ratifies."""

    record = Appointed

    post_id: strawberry.Private[str]
    board_id: strawberry.Private[str]
    say: words.Say | None = plain("Whether they elect, appoint, nominate or ratify; null where no source says.")

    @resolved(PostRef)
    def post(self, info: Info) -> Now[r.Post | None]:
        """The seat."""
        return info.context.loaders.post(self.post_id)

    @resolved(OrganizationRef)
    def board(self, info: Info) -> Now[r.Organization | None]:
        """The body that it is on."""
        return info.context.loaders.organization(self.board_id)


@strawberry.type(description="An empty seat at which the way from one group to the next breaks.")
class RouteBreak(Recorded):
    """An empty seat at which the way from one group to the next breaks."""

    record = Broken

    from_id: strawberry.Private[str]
    to_id: strawberry.Private[str]
    post_id: strawberry.Private[str]

    @resolved(OrganizationRef, name="from")
    def origin(self, info: Info) -> Now[r.Organization | None]:
        """The group that the seat is for."""
        return info.context.loaders.organization(self.from_id)

    @resolved(OrganizationRef)
    def to(self, info: Info) -> Now[r.Organization | None]:
        """The body that it is on, which the voice does not get to."""
        return info.context.loaders.organization(self.to_id)

    @resolved(PostRef)
    def post(self, info: Info) -> Now[r.Post | None]:
        """The seat, whose `state` says why."""
        return info.context.loaders.post(self.post_id)


@strawberry.type(description="Where somebody is represented on a day, and where not.")
class Representation(Recorded):
    """Where somebody is represented on a day, and where not."""

    record = Represented

    answer: strawberry.Private[Answer]
    as_at: strawberry.Private[AsAt]
    on: date = plain("The day of the answer.")

    @resolved(Holder)
    def of(self, info: Info) -> Now[r.Person | r.Organization | None]:
        """Who was asked about."""
        return info.context.loaders.holder(self.answer.of_id, self.answer.of_person)

    @resolved(str, name="answer")
    async def opening(self, info: Info) -> str:
        """The answer in one sentence: on how many bodies, who is known to sit there, as recorded when."""
        loaders = info.context.loaders
        who = await now(loaders.holder(self.answer.of_id, self.answer.of_person))
        assert who
        ids = [seat.post_id for seat in self.answer.seats]
        found = await now(together([loaders.sitting(id_, self.as_at) for id_ in ids]))
        sittings = {id_: sitting for id_, sitting in zip(ids, found, strict=True) if sitting}
        boards = await now(loaders.organizations(boards_named(self.answer)))
        known = {board.id: board for board in boards}
        return opening_of(who, self.answer, sittings, await now(_freshness(self, info)), known)

    @resolved(list[RepresentedSeat])
    def seats(self) -> list[SeatFound]:
        """Every seat for them, each with its state: direct ones first, then by length of route."""
        return [SeatFound(seat, self.as_at) for seat in self.answer.seats]

    @resolved(list[RepresentedSeat])
    def involved(self) -> list[SeatFound]:
        """The seats that they or their people hold for somebody else: no representation."""
        return [SeatFound(seat, self.as_at) for seat in self.answer.involved]

    @resolved(list[AppointedSeat])
    def appoints(self) -> list[Appointed]:
        """The seats whose holders they elect, appoint, nominate or ratify: a say, and no seat of their own."""
        return list(self.answer.appoints)

    @resolved(list[RouteBreak])
    def breaks(self) -> list[Broken]:
        """Where their way to another group breaks, since the seat that would join them is empty."""
        return list(self.answer.broken)

    @resolved(list[RecordedAbsenceType])
    def not_represented(self, info: Info) -> Now[list[r.RecordedAbsence]]:
        """Where sources say that they are missing."""
        return info.context.loaders.absences(self.answer.absence_ids)

    @resolved(PartialDate | None)
    def as_recorded(self, info: Info) -> Now[str | None]:
        """How fresh the answer is: the date of the newest source behind it."""
        return then(_freshness(self, info), lambda fresh: fresh.newest)

    @resolved(PartialDate | None)
    def recorded_from(self, info: Info) -> Now[str | None]:
        """The date of the oldest source behind the answer: before it, nothing was recorded."""
        return then(_freshness(self, info), lambda fresh: fresh.earliest)


def _freshness(answer: Representation, info: Info) -> Now[Freshness]:
    sources = answer.answer.source_ids
    return then(info.context.loaders.contents(), lambda contents: freshness(contents, sources))


@strawberry.type(description="Asking who represents whom where.")
class RepresentationAsking:
    """The field of Query that says who represents us where."""

    @resolved(Representation | None)
    async def representation(
        self,
        info: Info,
        of: Annotated[strawberry.ID, argument("The body or person, by id, or by a name as well as it is remembered.")],
        on: On = None,
        max_steps: Annotated[int | None, argument("How many groups a route may pass, 0 to 6.")] = 4,
        include_proposed: IncludeProposed = False,
    ) -> Represented:
        """Where a body, people at large or a person is represented: who represents us where."""
        as_at = info.context.as_at(info, on, include_proposed)
        of = strawberry.ID(await id_meant(info, of))
        try:
            answer = await representation_of(
                info.context.explorer,
                of,
                as_at,
                max_steps=4 if max_steps is None else max_steps,
                contents=await now(info.context.loaders.contents()),
            )
        except UnknownId as error:
            raise await with_nearest(error, info, of) from error
        return Represented(answer, as_at)
