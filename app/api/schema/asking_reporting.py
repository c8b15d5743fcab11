"""Asking who reports back to whom: the field `reportBack`."""

from typing import Annotated

import strawberry

from app.api.loading.context import Info
from app.api.schema.fields import IncludeProposed, On, argument, resolved
from app.api.schema.reporting import ReportDueType
from app.questions.reporting.ask import find_reports
from app.questions.reporting.rules import ReportDue


@strawberry.type(description="Asking who reports back to whom.")
class ReportAsking:
    """The field of Query that lists what representatives owe."""

    @resolved(list[ReportDueType])
    async def report_back(
        self,
        info: Info,
        area: Annotated[strawberry.ID | None, argument("Only of this place; of all unless said.")] = None,
        on: On = None,
        include_proposed: IncludeProposed = False,
    ) -> list[ReportDue]:
        """For each meeting held before a day, which representative owes a report to whom, and what came."""
        as_at = info.context.as_at(info, on, include_proposed)
        return list((await find_reports(info.context.explorer, area, as_at)).due)
