"""The answer to how a voice gets from one body to another."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, cast

import strawberry

from app.api.loading.batches import Now
from app.api.loading.context import Info
from app.api.schema.assessments import RecordedAbsenceType
from app.api.schema.fields import IncludeProposed, On, Recorded, argument, plain, resolved
from app.api.schema.places import citations
from app.api.schema.references import LineRef, OrganizationRef, PostRef
from app.domain import records as r
from app.questions.routes.ends import ends_chosen
from app.questions.routes.words import ToldRoute, ToldRoutes, ToldStep, tell_routes


@dataclass(frozen=True, slots=True)
class RoutesFound:
    """The value behind an answer: what was found, in words."""

    told: ToldRoutes

    @property
    def on(self) -> date:
        """The day of the answer."""
        return self.told.on


@strawberry.type(description="One step of a route.")
class RouteStep(Recorded):
    """One step of a route."""

    record = ToldStep

    seat: strawberry.Private[object]
    organization: OrganizationRef = plain("The body that the step leads to.")
    by: str = plain("What carries the voice there, as a sentence without its full stop.")
    sideways: bool = plain("Whether it leads only along somebody who sits on both bodies, which is weaker.")
    line: LineRef | None = plain("The line it follows, if any.")
    citations = citations()

    @resolved(PostRef | None)
    def post(self) -> r.Post | None:
        """The seat it follows, if any: on the body that the step leads to."""
        step = cast(ToldStep, self)
        return step.seat.post if step.seat else None


@strawberry.type(description="A way by which a voice gets from one body to another.")
class Route(Recorded):
    """A way by which a voice gets from one body to another."""

    record = ToldRoute

    steps: list[RouteStep] = plain("The steps, from the first body to the last.")
    sentence: str = plain("The whole route in one sentence.")
    sideways: bool = plain("Whether one of its steps leads sideways; then there is no upward route.")

    @resolved(int)
    def length(self) -> int:
        """How many steps it has."""
        return len(self.steps)


@strawberry.type(description="How a voice gets from one body to another, or how far it gets.")
class RoutesAnswer(Recorded):
    """How a voice gets from one body to another, or how far it gets."""

    record = RoutesFound

    told: strawberry.Private[ToldRoutes]
    on: date = plain("The day of the answer.")

    @resolved(list[str])
    def endings(self) -> list[str]:
        """That the one end or the other has ended by the day, when, and who followed: a sentence each."""
        return [ending.said for ending in self.told.endings]

    @resolved(str)
    def answer(self) -> str:
        """The answer in a sentence or two."""
        return self.told.opening

    @resolved(list[Route])
    def routes(self) -> list[ToldRoute]:
        """The shortest few routes, shortest first; those that lead sideways only where none leads up."""
        return list(self.told.routes)

    @resolved(list[OrganizationRef])
    def reached(self) -> list[r.Organization]:
        """Without an upward route: the bodies that the voice gets to, nearest first."""
        return list(self.told.reached)

    @resolved(str | None)
    def missing(self) -> str | None:
        """Without a route: what is missing, in one sentence."""
        return self.told.missing

    @resolved(list[str])
    def breaks(self) -> list[str]:
        """Where a shorter or an upward way breaks, since a seat on it is empty: a sentence each."""
        return list(self.told.breaks)

    @resolved(list[RecordedAbsenceType])
    def recorded_absences(self, info: Info) -> Now[list[r.RecordedAbsence]]:
        """What sources say is missing between what the voice reaches and the other end."""
        return info.context.loaders.absences([told.absence.id for told in self.told.absences])


@strawberry.type(description="Routes.")
class RoutesAsking:
    """The field of Query that tells routes."""

    @resolved(RoutesAnswer | None)
    async def routes(
        self,
        info: Info,
        from_: Annotated[
            strawberry.ID, argument("The group or community whose voice it is, by id or name.", name="from")
        ],
        to: Annotated[strawberry.ID, argument("The body it is to be heard by, by id or name.")],
        on: On = None,
        first: Annotated[int | None, argument("How many routes to give at most, 0 to 10.")] = 3,
        include_proposed: IncludeProposed = False,
    ) -> RoutesFound:
        """How a voice gets from one body to another: the shortest few routes, or what is missing."""
        start, end = await ends_chosen(info.context.explorer, from_, to)
        told = await tell_routes(
            info.context.explorer,
            start,
            end,
            info.context.as_at(info, on, include_proposed),
            first=3 if first is None else first,
        )
        return RoutesFound(told)
