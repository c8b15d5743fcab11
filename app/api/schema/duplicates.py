"""What may be recorded twice, for a token that may write there: as `/duplicates` has it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated, Any

import strawberry

from app.api.loading.context import Info
from app.api.loading.nodes import find_node
from app.api.loading.paging import Page, asked
from app.api.schema.common import Node
from app.api.schema.connections import Connection
from app.api.schema.fields import After, First, Recorded, argument, plain, resolved
from app.domain.rights import may_edit
from app.errors import NotAllowed
from app.record.duplicates import Apart, keep_apart, pairs_of

_MOST_SCORE = 1_000.0


@dataclass(frozen=True, slots=True)
class FoundPair:
    """The value behind a pair."""

    first_id: str
    second_id: str
    score: float | None
    evidence: tuple[str, ...]
    told_apart_by: str | None = None
    told_apart_at: datetime | None = None


@strawberry.type(name="LikelyDuplicate", description="Two bodies, or two people, that may be one.")
class LikelyDuplicateType(Recorded):
    """Two bodies, or two people, that may be one."""

    record = FoundPair

    first_id: strawberry.Private[str]
    second_id: strawberry.Private[str]
    score: float | None = plain("The more, the likelier, from 50 on; null of those that somebody said are two.")
    evidence: list[str] = plain("What speaks for it and against it, in sentences.")
    told_apart_by: str | None = plain("Who said that they are two; null where nobody did, or by a command.")
    told_apart_at: datetime | None = plain("When somebody said that they are two; null where nobody did.")

    @resolved(Node)
    async def first(self, info: Info) -> Any:
        """The one whose id comes first."""
        return await find_node(info.context.loaders, self.first_id)

    @resolved(Node)
    async def second(self, info: Info) -> Any:
        """The other."""
        return await find_node(info.context.loaders, self.second_id)


@strawberry.type(description="Finding what is recorded twice.")
class DuplicatesAsking:
    """The field of Query that says what may be recorded twice."""

    @resolved(Connection[LikelyDuplicateType])
    async def duplicates(
        self,
        info: Info,
        area: Annotated[strawberry.ID | None, argument("Only of this place; of all where the token may write.")] = None,
        told_apart: Annotated[
            bool | None, argument("Whether those are given of which somebody said that they are two, instead.")
        ] = False,
        first: First = 25,
        after: After = None,
    ) -> Page[FoundPair]:
        """Pairs that may be one, the likeliest first, with what speaks for it."""
        bearer = await info.context.bearer()
        if not may_edit(bearer.account, area or ""):
            where = f"in '{area[:80]}': it needs the role editor there" if area else "everywhere: name an area"
            raise NotAllowed(f"The token may not write {where}.")
        wanted = asked("told apart" if told_apart else "duplicates", first, after)
        pairs, apart = await pairs_of(info.context.explorer, area or "")
        every: Sequence[FoundPair] = (
            [_apart(it) for it in apart]
            if told_apart
            else [FoundPair(it.first.id, it.second.id, it.score, it.evidence) for it in pairs]
        )
        ordered = sorted(every, key=_key)
        rows = [it for it in ordered if _key(it) > wanted.after][: wanted.first + 1]
        return wanted.page(len(ordered), rows, _key)


@strawberry.type(description="Saying that two are two.")
class TellingApart:
    """The field of Mutation that remembers that two entries are two."""

    @resolved(bool)
    async def tell_apart(
        self,
        info: Info,
        one: Annotated[strawberry.ID, argument("The id of a body or a person.")],
        other: Annotated[strawberry.ID, argument("The id of the other.")],
        apart: Annotated[bool, argument("Whether they are two; false forgets that somebody said so.")] = True,
    ) -> bool:
        """Remember that two are two, so that they are not proposed again; gives whether they are said to be now."""
        bearer = await info.context.bearer()
        await keep_apart(info.context.explorer, one, other, bearer.account, apart=apart)
        return apart


def _apart(it: Apart) -> FoundPair:
    moment = datetime.fromtimestamp(it.moment / 1000, UTC)
    return FoundPair(it.first.id, it.second.id, None, (), it.by or None, moment)


def _key(it: FoundPair) -> tuple[str, str]:
    return f"{_MOST_SCORE - (it.score or 0):09.3f}", f"{it.first_id} {it.second_id}"
