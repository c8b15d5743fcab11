"""Sessions: a secret in a browser's cookie that says who asks, for a working day."""

from dataclasses import dataclass
from datetime import UTC, datetime

from app.accounts.directory import account_in
from app.accounts.log import Event, note
from app.accounts.secrets import HOUR, MINUTE, digest_of, new_secret, now
from app.domain.rights import Account
from app.store.database import Database, Transaction

GOOD_FOR = 12 * HOUR
FRESH_FOR = 10 * MINUTE
"""For which somebody who signed in may add another way to sign in, without being asked who it is again."""
BY_LINK, BY_PASSWORD, BY_PROVIDER, BY_PASSKEY = "link", "password", "provider", "passkey"


@dataclass(frozen=True, slots=True)
class Session:
    """One browser in which an account is signed in, as its owner sees it."""

    key: str
    """What it is ended by: it lets nobody in."""
    began: int
    expires: int
    how: str
    """By what it was signed in: a link, a password, a passkey or the provider."""

    @property
    def how_said(self) -> str:
        """By what it was signed in, in words."""
        return how_said(self.how)

    @property
    def when(self) -> str:
        """When it began, in universal time."""
        return datetime.fromtimestamp(self.began / 1000, UTC).strftime("%Y-%m-%d %H:%M")


def how_said(how: str) -> str:
    """Say by what somebody signed in."""
    return "by the provider" if how == BY_PROVIDER else f"by a {how}"


async def begin(transaction: Transaction, account: Account, how: str) -> str:
    """Begin a session and return its secret, which is new whatever the browser had before."""
    secret, moment = new_secret(), now()
    await transaction.write("delete_expired", now=moment)
    said = {"id": digest_of(secret), "account": account.id, "how": how, "began": moment, "expires": moment + GOOD_FOR}
    await transaction.write("create_session", said=said)
    await note(transaction, Event.SIGNED_IN, by=account.id, about=how_said(how))
    return secret


async def whose(database: Database, secret: str) -> tuple[Account, str, int] | None:
    """Return whose a session is, how and when it began; None where it has ended or never was."""
    rows = await database.read("get_session", session=digest_of(secret), now=now())
    return (account_in(rows[0]), rows[0].how, rows[0].began) if rows else None


def is_fresh(began: int) -> bool:
    """Tell whether a session began a short while ago, so that whoever signed in is likely to be there still."""
    return now() - began <= FRESH_FOR


async def of(database: Database, account: Account) -> list[Session]:
    """Return the sessions of an account, the newest first."""
    rows = await database.read("list_sessions", account=account.id, now=now())
    return [Session(row.id, row.began, row.expires, row.how) for row in rows]


async def end(transaction: Transaction, account: Account, key: str) -> None:
    """End one session of an account, if it has it."""
    if await transaction.write("delete_session", account=account.id, session=key):
        await note(transaction, Event.SIGNED_OUT, by=account.id)


async def end_others(transaction: Transaction, account: Account, key: str) -> None:
    """End all sessions of an account but one."""
    if await transaction.write("delete_other_sessions", account=account.id, session=key):
        await note(transaction, Event.SESSIONS_ENDED, by=account.id)
