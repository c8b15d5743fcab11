"""The log of accounts: who signed in or failed to, what changed who may do what; administrators read it.

It names accounts by their ids alone, so that it holds no e-mail address, and forgets a name with its account. What was
typed to sign in is never in it: people type passwords into the wrong field.
"""

import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from app.accounts.secrets import DAY, new_id, now
from app.store.database import Database, Transaction
from app.store.history import user

KEPT_DAYS = 400
"""How long an entry is kept."""
LISTED = 200
_AFTER_ALL = "~"
"""Stands after every id."""
_MACHINE = "machine "
"""Before the name of a user of the machine, where a command did it."""
UNKNOWN = "an account that is not there"
GONE = "an account that was removed"
NOBODY = "somebody"


class Event(StrEnum):
    """What can happen to an account."""

    SIGNED_IN = "signed in"
    REFUSED = "failed to sign in"
    STOPPED = "was stopped after too many tries"
    SIGNED_OUT = "signed out"
    SESSIONS_ENDED = "ended other sessions"
    PASSWORD_SET = "set a password"  # noqa: S105 - the event, and no password
    ADDED = "added"
    RIGHTS_CHANGED = "changed the rights of"
    DISABLED = "disabled"
    ENABLED = "enabled again"
    REMOVED = "removed"
    LINK_MADE = "made a link to sign in for"
    TOKEN_MADE = "made a token for"  # noqa: S105 - the same
    TOKEN_REVOKED = "revoked a token of"  # noqa: S105 - the same


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that happened."""

    id: str
    moment: int
    """When: milliseconds since 1970."""
    who: str
    said: str
    """What happened, after who: `made a link to sign in for Ada`."""

    @property
    def when(self) -> str:
        """The moment in words, in universal time."""
        return datetime.fromtimestamp(self.moment / 1000, UTC).strftime("%Y-%m-%d %H:%M")


def on_this_machine() -> str:
    """Return who does something by a command, as the log has it."""
    return f"{_MACHINE}{user()}"


async def note(transaction: Transaction, what: Event, *, by: str, whom: str = "", about: str = "") -> None:
    """Write an entry: `by` and `whom` are ids of accounts, or `by` what `on_this_machine` gives; both may be empty."""
    moment = now()
    # Ids are in the order of the entries, those of one transaction too.
    said = {"id": f"{time.time_ns():020}-{new_id()}", "moment": moment, "what": what.value, "by": by, "whom": whom}
    await transaction.write("create_audit_entry", said=said | {"about": about})
    await transaction.write("delete_audit_entries", before=moment - KEPT_DAYS * DAY)


async def entries(database: Database, *, before: str = "", limit: int = LISTED) -> list[Entry]:
    """Return the newest entries, newest first, with the names that accounts have now.

    With `before`, the id of an entry, those that are older than that.
    """
    found = await database.read("list_audit_entries", beforeId=before or _AFTER_ALL, limit=limit)
    names = {row.id: row.name for row in await database.read("list_accounts")}
    return [Entry(row.id, row.moment, _who(row.by, row.whom, names), _said(row, names)) for row in found]


def _who(by: str, whom: str, names: Mapping[str, str]) -> str:
    if by.startswith(_MACHINE):
        return f"the user {by.removeprefix(_MACHINE)} of the machine".replace("user  of", "user of")
    if by:
        return names.get(by, GONE)
    return names.get(whom, GONE) if whom else UNKNOWN


def _said(row: "object", names: Mapping[str, str]) -> str:
    what, by, whom, about = (getattr(row, name) for name in ("what", "by", "whom", "about"))
    said = f"{what} {names.get(whom, GONE)}" if whom and by and whom != by else what
    joint = " " if what in {Event.SIGNED_IN, Event.LINK_MADE} else ": "
    return f"{said}{joint}{about}" if about else said
