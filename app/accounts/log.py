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
from app.store.columns import Row
from app.store.database import Database, Transaction
from app.store.history import user

KEPT_DAYS = 400
"""How long an entry is kept."""
LISTED = 200
_AFTER_ALL = "~"
"""Stands after every id."""
BY_PROVIDER = "provider"
"""Who does something as the provider of OpenID Connect says."""
_MACHINE = "machine "
"""Before the name of a user of the machine, where a command did it."""
UNKNOWN = "an account that is not there"
SENDER = "whoever sent a suggestion"
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
    PASSKEY_ADDED = "added a passkey"
    PASSKEY_REMOVED = "removed a passkey"
    PROVIDER_FORGOTTEN = "forgot whose at the provider is the account of"
    LINK_ASKED = "asked for a link to sign in by e-mail"
    LETTER_FAILED = "could not be sent a letter"
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
    what: str
    """The same without whom and why: one of `Event`, unless a version before this one wrote another."""

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
    return [Entry(row.id, row.moment, _who(row, names), _said(row, names), row.what) for row in found]


async def letters_failed(database: Database) -> list[Entry]:
    """Return which letters could not be sent in the last day, of the newest entries, newest first."""
    since = now() - DAY
    found = await entries(database)
    return [each for each in found if each.what == Event.LETTER_FAILED and each.moment > since]


def _who(row: Row, names: Mapping[str, str]) -> str:
    by, whom = row.by, row.whom
    if by.startswith(_MACHINE):
        return f"the user {by.removeprefix(_MACHINE)} of the machine".replace("user  of", "user of")
    if by == BY_PROVIDER:
        return "the provider"
    if by:
        return names.get(by, GONE)
    if whom:
        return names.get(whom, GONE)
    return SENDER if row.what == Event.LETTER_FAILED else UNKNOWN


def _said(row: Row, names: Mapping[str, str]) -> str:
    what, by, whom, about = row.what, row.by, row.whom, row.about
    joint = " of " if what == Event.PASSKEY_REMOVED else " "
    said = f"{what}{joint}{names.get(whom, GONE)}" if whom and by and whom != by else what
    joint = " " if what in {Event.SIGNED_IN, Event.LINK_MADE} else ": "
    return f"{said}{joint}{about}" if about else said
