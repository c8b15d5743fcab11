"""Asking what is missing: the field `gaps`."""

from typing import Annotated

import strawberry

from app.api.loading.context import Info
from app.api.schema.connections import START, Asked, asked
from app.api.schema.fields import After, First, IncludeProposed, On, argument, resolved
from app.api.schema.gaps import GapConnection, GapPage
from app.domain import vocabulary as words
from app.questions.gaps.ask import ALL_KINDS, Finding, GapsFound, find_gaps_of


@strawberry.type(description="Asking what is missing.")
class GapsAsking:
    """The field of Query that lists gaps."""

    @resolved(GapConnection)
    async def gaps(
        self,
        info: Info,
        area: Annotated[strawberry.ID | None, argument("Only of this place; of all unless said.")] = None,
        kinds: Annotated[
            list[words.GapKind] | None, argument("Only of these kinds; of every kind unless said.")
        ] = None,
        on: On = None,
        first: First = 100,
        after: After = None,
        include_proposed: IncludeProposed = False,
    ) -> GapPage:
        """What is missing, rests on too little or is worth knowing: by place, body, kind and subject."""
        wanted = asked("gaps", first, after, usual=100)
        found = await find_gaps_of(
            info.context.explorer,
            area,
            ALL_KINDS if kinds is None else kinds,
            info.context.as_at(info, on, include_proposed),
        )
        return _page(wanted, found)


def _page(wanted: Asked, found: GapsFound) -> GapPage:
    """Return a page of the findings: what follows the last one seen, or its place when it is closed by now."""
    findings = found.findings
    keys = {_key(finding): place for place, finding in enumerate(findings)}
    at = 0
    if wanted.after != START:
        number, name = wanted.after
        at = keys[name] + 1 if name in keys else int(number) if number.isdigit() else 0
    rows = findings[at : at + wanted.first + 1]
    page = wanted.page(len(findings), rows, lambda finding: (f"{keys[_key(finding)]:06d}", _key(finding)))
    return GapPage(page.edges, page.page_info, page.total_count, found)


def _key(finding: Finding) -> str:
    return f"{finding.area.id}/{finding.gap.id}"
