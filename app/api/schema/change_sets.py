"""The history of the record for programs: its change sets, for a token that may write there, as `/history`."""

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Annotated, Any, cast

import strawberry

from app.api.loading.context import Info
from app.api.loading.nodes import find_node
from app.api.loading.paging import START, Page, asked
from app.api.schema.common import Node
from app.api.schema.connections import Connection
from app.api.schema.entries import EntryKind
from app.api.schema.fields import After, First, Recorded, argument, plain, resolved
from app.api.schema.scalars import Json
from app.domain.rights import Account, may_edit
from app.errors import NotAllowed
from app.record.changed import ChangedEntry, changed_entries, changes_for, changes_numbered
from app.record.history import concerns, may_undo, taken_back_by
from app.store.database import Database
from app.store.history import ChangeSet

ID = "history/"
"""What the id of a change set begins with; no place may be called so."""
_ABOVE = 2**53
"""More than any number: keys of the list are counted down from it, so that they rise as numbers fall."""


class Touched:
    """What some changes did to entries, and which took them back: looked up once, when one of them is asked for it."""

    def __init__(self, database: Database, account: Account, changes: Sequence[ChangeSet]) -> None:
        """Look up nothing yet."""
        self._database, self._account, self._changes = database, account, changes
        self._turn = asyncio.Lock()
        self._found: dict[int, tuple[ChangedEntry, ...]] | None = None
        self._taken_back: dict[int, int] | None = None

    async def by(self, number: int) -> tuple[ChangedEntry, ...] | None:
        """Return what one of them did; None where that cannot be shown."""
        async with self._turn:
            if self._found is None:
                self._found = await changed_entries(self._database, self._account, self._changes)
        return self._found.get(number)

    async def taken_back_by(self, number: int) -> int | None:
        """Return the number of the change by which one of them is taken back; None where it stands."""
        async with self._turn:
            if self._taken_back is None:
                self._taken_back = await taken_back_by(self._database, [change.number for change in self._changes])
        return self._taken_back.get(number)


class ChangeSetFound:
    """The value behind a change set: what of it the reader may know, as `/history` has it."""

    def __init__(self, change: ChangeSet, account: Account, touched: Touched) -> None:
        """Take the change, who reads it, and what it did to entries."""
        self.number, self.id, self.touched = change.number, f"{ID}{change.number}", touched
        self.applied_at = datetime.fromtimestamp(change.moment / 1000, UTC)
        self.by, self.how, self.undoes = change.by or None, change.how, change.undoes or None
        self.places, self.is_hidden = change.places, not may_undo(change, account)
        self.made_from = () if self.is_hidden else change.files
        counts = (change.added, change.changed, change.ended, change.removed)
        self.added, self.changed, self.ended, self.removed = (0,) * 4 if self.is_hidden else counts
        self.why = None if self.is_hidden else change.why or None
        self.told = () if self.is_hidden else change.told


@strawberry.type(name="ChangedEntry", description="An entry that a change touched, as it was before and after.")
class ChangedEntryType(Recorded):
    """An entry that a change touched, as it was before and after."""

    record = ChangedEntry

    before: Json | None = plain("What it said, in the fields of the data format; null where the change added it.")
    after: Json | None = plain("What it said then; null where the change removed it.")

    @resolved(EntryKind)
    def kind(self) -> EntryKind:
        """What sort of item it is."""
        entry = cast(ChangedEntry, self)
        return EntryKind(entry.address.kind)

    @resolved(strawberry.ID)
    def id(self) -> str:
        """Its whole id, such as `bromley/council-on-ageing`."""
        entry = cast(ChangedEntry, self)
        return entry.address.id


@strawberry.type(name="ChangeSet", description="A change of the record: one transaction, as the history keeps it.")
class ChangeSetType(Recorded, Node):
    """A change of the record: one transaction, as the history keeps it."""

    record = ChangeSetFound

    number: int = plain("Its number in the history: that of the data's version it made.")
    applied_at: datetime = plain("When it was made.")
    by: str | None = plain("Who: the name of an account, or of the one on the machine where a command ran.")
    how: str = plain("By what: `form`, `api`, `load`, `import`, `remove` or `undo`; more may come.")
    made_from: list[str] = plain("From what: the names of files, of the form, or of the program's token.")
    undoes: int | None = plain("The number of the change that this one takes back; null where it takes back none.")
    places: list[strawberry.ID] = plain("The ids of the places whose facts it touched.")
    added: int = plain("How many facts it added.")
    changed: int = plain("How many facts it changed.")
    ended: int = plain("How many facts it ended.")
    removed: int = plain("How many facts it removed.")
    is_hidden: bool = plain(
        "Whether what it did is not for the token: then nothing says what, from what, why, or how much."
    )
    why: str | None = plain("Why, in a sentence; null where nobody said.")
    told: list[str] = plain("What it did, by name, a sentence a line under headings.")

    @resolved(str | None)
    def url(self, info: Info) -> str | None:
        """Its page on this site, for whoever is signed in. Absolute where the site's own address is set."""
        found = cast(ChangeSetFound, self)
        return info.context.address(f"/{found.id}")

    @resolved(int | None)
    async def taken_back_by(self) -> int | None:
        """The number of the change by which it is taken back; null where it stands."""
        found = cast(ChangeSetFound, self)
        return await found.touched.taken_back_by(found.number)

    @resolved(list[ChangedEntryType] | None)
    async def entries(self, info: Info) -> Any:
        """What it did to entries, without those that the token may not read; null where that cannot be shown.

        That is so of a change that is hidden, that touched more than 2,000 facts, or that more than 1,000 followed.
        """
        found = cast(ChangeSetFound, self)
        return await found.touched.by(found.number)


async def found(info: Info, account: Account, numbers: Sequence[int]) -> list[ChangeSetFound]:
    """Return changes by their numbers, newest first; those that nobody tells the reader of are left out before."""
    database = info.context.explorer.database
    changes = await changes_numbered(database, numbers)
    touched = Touched(database, account, changes)
    return [ChangeSetFound(change, account, touched) for change in changes]


async def change_set_of(info: Info, number: int) -> ChangeSetFound | None:
    """Return a change that the token of the request may know of; None where there is none."""
    account = (await info.context.bearer()).account
    if not 0 < number < _ABOVE:
        return None
    database = info.context.explorer.database
    known = [change for change in await changes_numbered(database, [number]) if concerns(change, account)]
    touched = Touched(database, account, known)
    return ChangeSetFound(known[0], account, touched) if known else None


async def any_node(info: Info, id_: str) -> object:
    """Return anything by its id; a change set only to a token, in an answer that nobody keeps."""
    if id_.startswith(ID):
        return await change_set_of(info, _key(id_.removeprefix(ID))) if info.context.is_private else None
    return await find_node(info.context.loaders, id_)


@strawberry.type(description="Reading the history of the record.")
class HistoryAsking:
    """The fields of Query that read the history of the record."""

    @resolved(Connection[ChangeSetType])
    async def change_sets(
        self,
        info: Info,
        since: Annotated[datetime | None, argument("Only those made at this moment or later.")] = None,
        of: Annotated[
            strawberry.ID | None, argument("Only those that touched the entry with this id, and that may be read.")
        ] = None,
        area: Annotated[
            strawberry.ID | None, argument("Only of this place; of all that may be read unless said.")
        ] = None,
        first: First = 25,
        after: After = None,
    ) -> Page[ChangeSetFound]:
        """Changes of the record in places where the token may write, the newest first."""
        account = (await info.context.bearer()).account
        wanted = asked("change sets", first, after)
        if area and not may_edit(account, area):
            raise NotAllowed(f"The token may not write in '{area[:80]}': it needs the role editor there.")
        moment = int(since.timestamp() * 1000) if since else 0
        database = info.context.explorer.database
        numbers = await changes_for(database, account, place=area or "", since=max(moment, 0), entry=of or "")
        reached = _ABOVE - _key(wanted.after[0]) if wanted.after != START else _ABOVE
        page = [number for number in numbers if number < reached][: wanted.first + 1]
        rows = await found(info, account, page)
        return wanted.page(len(numbers), rows, lambda row: (f"{_ABOVE - row.number:016}", ""))

    @resolved(ChangeSetType | None)
    async def change_set(
        self, info: Info, number: Annotated[int, argument("Its number in the history.")]
    ) -> ChangeSetFound | None:
        """A change of the record by its number; null where there is none in places where the token may write."""
        return await change_set_of(info, number)


def _key(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() else 0
