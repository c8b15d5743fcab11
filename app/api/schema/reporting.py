"""Report-back: what representatives owe to those they speak for, and what came."""

from datetime import date
from typing import Annotated, Any

import strawberry

from app.api.loading.context import Info
from app.api.schema.fields import IncludeProposed, On, Recorded, argument, plain, resolved
from app.api.schema.places import citations
from app.api.schema.references import MeetingRef, OrganizationRef, PostRef
from app.api.schema.scalars import PartialDate
from app.domain import records as r
from app.domain import vocabulary as words
from app.domain.register import ReportBack
from app.questions.reporting import words as told_as
from app.questions.reporting.ask import find_reports
from app.questions.reporting.rules import ReportDue


@strawberry.type(name="ReportBack", description="A report that came: its holder told those whom a seat speaks for.")
class ReportBackType(Recorded):
    """A report that came."""

    record = ReportBack

    date: PartialDate | None = plain("When, as precise as recorded; null when not recorded.")
    link: str | None = plain("Where it can be read.")
    note: str | None = plain("What else there is to know, in our own words.")
    citations = citations()


@strawberry.type(
    name="ReportDue", description="A representative's report on one meeting: to whom, whether a duty, what came."
)
class ReportDueType(Recorded):
    """A representative's report on one meeting."""

    record = ReportDue

    groups: strawberry.Private[tuple[r.Organization, ...]]
    meeting: MeetingRef = plain("The meeting.")
    post: PostRef = plain("The representative's seat on the body that met.")
    held_by: str = plain("Who held the seat at the meeting, in a phrase.")
    due: date | None = plain("The last day on which it is in time; null where nobody has said within how many days.")
    days: int = plain("How many days it is late; 0 when it is not, or when nobody has said by when.")
    state: words.ReportState = plain("Whether it came, is owed, due or late, or no duty: worked out for the day.")
    report: ReportBackType | None = plain("The first report that came.")
    attendance: words.AttendanceKind | None = plain("How the representative was there; null when not recorded.")
    attendance_recorded: bool = plain("Whether anybody recorded who was there.")
    only_planned: bool = plain("Whether the meeting is known only from before it: that it was held is not recorded.")

    @resolved(list[OrganizationRef])
    def owed_to(self) -> list[r.Organization]:
        """The voluntary, community or faith groups, or people at large, that the seat speaks for."""
        return list(self.groups)

    @resolved(bool)
    def duty_recorded(self) -> bool:
        """Whether a source or the place's own settings state a duty to report; without one nobody is late."""
        found: Any = self
        return found.duty is not None

    @resolved(int | None)
    def within_days(self) -> int | None:
        """Within how many days of the meeting it is due; null where nobody says, or no duty is recorded."""
        found: Any = self
        days: int | None = found.duty.days if found.duty else None
        return days

    @resolved(words.DutyScope | None)
    def duty_scope(self) -> words.DutyScope | None:
        """Of what the duty is said, the nearest that says within how many days; null where none is recorded."""
        found: Any = self
        scope: words.DutyScope | None = found.duty.scope if found.duty else None
        return scope

    @resolved(PartialDate)
    def since(self) -> str:
        """The date of the meeting: since when it is owed, where a duty is recorded."""
        found: Any = self
        date_: str = found.meeting.date
        return date_

    @resolved(str)
    def explanation(self) -> str:
        """The same in one sentence."""
        found: Any = self
        return told_as.owed(found)


@strawberry.type(description="Asking who reports back to whom.")
class ReportAsking:
    """The field of Query that lists what representatives owe, and what came."""

    @resolved(list[ReportDueType])
    async def report_back(
        self,
        info: Info,
        area: Annotated[strawberry.ID | None, argument("Only of this place; of all unless said.")] = None,
        on: On = None,
        include_proposed: IncludeProposed = False,
    ) -> list[ReportDue]:
        """For each meeting before a day: who sat for which groups, whether a duty to report is recorded, what came."""
        as_at = info.context.as_at(info, on, include_proposed)
        return list((await find_reports(info.context.explorer, area, as_at)).due)
