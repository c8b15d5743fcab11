"""The fields of Mutation: another program changes entries of a place, or takes a change back.

They go the way of the forms: a draft, the one check, one transaction with its change set.
"""

from typing import Annotated, Any, cast

import strawberry

from app.accounts.tokens import Bearer
from app.api.loading.context import Info
from app.api.schema.entries import EntryKind
from app.api.schema.fields import Recorded, argument, plain, resolved
from app.api.schema.scalars import Json
from app.domain.rights import Role
from app.errors import DataRefused, NotAllowed, UnknownId
from app.reading.explorer import Explorer
from app.record import programs
from app.record.drafting import Conflict, apply, weigh
from app.record.history import concerns, history, may_undo, undo, undo_told
from app.record.programs import MISSING, ChangeConflict, ChangeMade, ChangePreview, ChangeRefused, Fault, GivenEntry


@strawberry.input(name="EntryChange", description="One entry as it was read, and as it shall be.")
class EntryChange:
    """One entry as it was read, and as it shall be."""

    kind: EntryKind = strawberry.field(description="What sort of item it is.")
    id: strawberry.ID = strawberry.field(
        description="Its whole id; of a new entry one that nothing has, such as `bromley/new-forum`."
    )
    before: str | None = strawberry.field(
        default=None, description="The `digest` of the entry that was read; null or left out where there was none."
    )
    after: Json | None = strawberry.field(
        default=strawberry.UNSET,
        description="All that the entry shall say, in the fields of the data format; null removes it as never true.",
    )


@strawberry.input(name="ChangeEntriesInput", description="Entries of one place that shall be otherwise.")
class ChangeEntriesInput:
    """Entries of one place that shall be otherwise."""

    place: strawberry.ID = strawberry.field(description="The id of the place that all of them belong to.")
    entries: list[EntryChange] = strawberry.field(description="1 to 200 entries; all of them are written, or none.")
    why: str | None = strawberry.field(default=None, description="Why, in a sentence that the history keeps.")
    preview: bool = strawberry.field(default=False, description="Whether to say what would be, and to write nothing.")
    accept_doubts: bool = strawberry.field(
        default=False, description="Whether to write what the check doubts; else doubts refuse it as problems do."
    )
    idempotency_key: str | None = strawberry.field(
        default=None,
        description="Chosen by you for this change: sent again, nothing changes, and the first answer is given again.",
    )


@strawberry.type(name="ChangeProblem", description="What is wrong or doubted, and where in the request.")
class ChangeProblemType(Recorded):
    """What is wrong or doubted, and where."""

    record = Fault

    message: str = plain("What is wrong, in a sentence.")

    @resolved(str | None)
    def path(self) -> str | None:
        """Where: `input.entries[0].after.holders[1].since`, counted from 0; null where it only follows from that."""
        fault = cast(Fault, self)
        return fault.path or None

    @resolved(str | None)
    def expected(self) -> str | None:
        """What would be right, where that is known."""
        fault = cast(Fault, self)
        return fault.expected or None


@strawberry.type(name="ChangeMade", description="The change was made, or had been.")
class ChangeMadeType(Recorded):
    """The change was made, or had been."""

    record = ChangeMade

    told: list[str] = plain("What it did, by name, a sentence a line under headings.")

    @resolved(int | None)
    def change_set(self) -> int | None:
        """Its number in the history, by which it is undone; null where all of it was recorded already."""
        made = cast(ChangeMade, self)
        return made.number or None


@strawberry.type(name="ChangePreview", description="What the change would do; nothing was written.")
class ChangePreviewType(Recorded):
    """What the change would do."""

    record = ChangePreview

    told: list[str] = plain("What it would do, by name, a sentence a line under headings; empty where nothing.")
    doubts: list[ChangeProblemType] = plain("What the check doubts though it may be true.")


@strawberry.type(name="EntryConflict", description="An entry that somebody else changed, in both versions.")
class EntryConflictType(Recorded):
    """An entry that somebody else changed, in both versions."""

    record = Conflict

    yours: Json | None = plain("What you gave; null where it was to be removed.")
    now: Json | None = plain("What it says now; null where it is gone.")

    @resolved(EntryKind)
    def kind(self) -> EntryKind:
        """What sort of item it is."""
        conflict = cast(Conflict, self)
        return EntryKind(conflict.address.kind)

    @resolved(strawberry.ID)
    def id(self) -> str:
        """Its whole id."""
        conflict = cast(Conflict, self)
        return conflict.address.id

    @resolved(str | None)
    def digest(self) -> str | None:
        """The digest of what it says now: give it as `before` once you have put both together."""
        conflict = cast(Conflict, self)
        return conflict.digest or None


@strawberry.type(
    name="ChangeConflict", description="Somebody changed entries since they were read; nothing was written."
)
class ChangeConflictType(Recorded):
    """Somebody changed entries since they were read."""

    record = ChangeConflict

    entries: list[EntryConflictType] = plain("Those that are not as you read them.")


@strawberry.type(
    name="ChangeRefused", description="Something is wrong, or doubted and not accepted; nothing was written."
)
class ChangeRefusedType(Recorded):
    """Something is wrong, or doubted and not accepted."""

    record = ChangeRefused

    problems: list[ChangeProblemType] = plain("What has to be put right.")
    doubts: list[ChangeProblemType] = plain("What may be true: `acceptDoubts` writes it where nothing is wrong.")


ChangeEntriesResult = Annotated[
    ChangeMadeType | ChangePreviewType | ChangeConflictType | ChangeRefusedType,
    strawberry.union("ChangeEntriesResult", description="What became of entries that were to be changed."),
]
UndoChangeResult = Annotated[
    ChangeMadeType | ChangePreviewType | ChangeRefusedType,
    strawberry.union("UndoChangeResult", description="What became of a change that was to be taken back."),
]


@strawberry.type(description="Changing entries, and taking changes back.")
class Changing:
    """The fields of Mutation that change entries, whatever happened."""

    @resolved(ChangeEntriesResult)
    async def change_entries(
        self,
        info: Info,
        input: Annotated[ChangeEntriesInput, argument("What to change, where, and why.")],
    ) -> Any:
        """Add, change or remove entries of a place in one transaction, kept in the history and undone by its number."""
        bearer = await info.context.editor(input.place)
        entries = [_given(it) for it in input.entries]
        why, key = " ".join((input.why or "").split()), input.idempotency_key or ""
        draft, faults = programs.draft_given(input.place, entries, why, key)
        if faults:
            return ChangeRefused(tuple(faults))
        database, sees_all = info.context.explorer.database, bearer.account.may(Role.STEWARD, input.place)
        try:
            if input.preview:
                weighed = await weigh(database, draft, sees_all=sees_all)
            else:
                weighed = await apply(
                    database,
                    draft,
                    by=bearer.account.name,
                    why=why,
                    how="api",
                    form=bearer.label,
                    sees_all=sees_all,
                    accepts_doubts=input.accept_doubts,
                    once=programs.once_of(bearer.account.id, key, draft, why),
                )
        except DataRefused as refused:
            return refused_as(refused)
        problems, doubts = (programs.faults_of(draft, each) for each in (weighed.problems, weighed.doubts))
        if problems or (doubts and not weighed.summary and not weighed.conflicts):
            return ChangeRefused(problems, doubts)
        if weighed.conflicts:
            return ChangeConflict(weighed.conflicts)
        return ChangePreview(weighed.lines, doubts) if input.preview else ChangeMade(weighed.number, weighed.lines)

    @resolved(UndoChangeResult)
    async def undo_change(
        self,
        info: Info,
        number: Annotated[int, argument("The number of the change in the history.")],
        why: Annotated[str | None, argument("Why, in a sentence that the history keeps.")] = None,
        preview: Annotated[bool, argument("Whether to say what would be, and to write nothing.")] = False,
    ) -> Any:
        """Take a change back, as a change of its own, which can be taken back too."""
        bearer = await info.context.bearer()
        explorer = info.context.explorer
        found = await history(explorer.database, number=number) if number > 0 else []
        if not found or not concerns(found[0], bearer.account):
            raise UnknownId(f"There is no change {number} of a place that the token may write in.")
        if not may_undo(found[0], bearer.account):
            raise NotAllowed("It is of places, or of something, that the token may not write in.")
        if faults := programs.wrong_reason("why", why or ""):
            return ChangeRefused(tuple(faults))
        try:
            return await _taken_back(explorer, bearer, number, why or "", preview=preview)
        except DataRefused as refused:
            return refused_as(refused)


def _given(entry: EntryChange) -> GivenEntry:
    # What is left out by mistake removes nothing.
    after = MISSING if entry.after is strawberry.UNSET else entry.after
    return GivenEntry(entry.kind.value, entry.id, entry.before or "", after)


async def _taken_back(
    explorer: Explorer, bearer: Bearer, number: int, why: str, *, preview: bool
) -> ChangeMade | ChangePreview:
    async with explorer.database.turns.one():
        undone = await undo(
            explorer.database, number, why=why, dry_run=preview, by=bearer.account.name, account=bearer.account
        )
        done = undone.summary
        written = not preview and bool(done.added or done.changed or done.removed)
        # Nobody else writes in this turn, so the newest change is the one that was made just now.
        new = (await history(explorer.database))[0].number if written else 0
    told = tuple(undo_told(done)) + tuple(f"Stays, since others may rest on it: {key}" for key in undone.stays)
    return ChangePreview(told) if preview else ChangeMade(new, told)


def refused_as(refused: DataRefused) -> ChangeRefused:
    """Say why nothing was written where that is at no path of the request."""
    return ChangeRefused((Fault("", refused.message), *(Fault("", str(problem)) for problem in refused.problems)))
