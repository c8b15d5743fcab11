"""Tokens that programs write by: named, limited in what they may, expiring, shown once."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from app.accounts.directory import account_in, grants_in, written
from app.accounts.log import Event, note
from app.accounts.secrets import DAY, LONGEST, digest_of, new_secret, now
from app.domain.english import listed
from app.domain.rights import Account, Grant, narrowed
from app.domain.visible import visible
from app.errors import BadInput, NotSignedIn, UnknownId
from app.store.database import Database, Transaction

MOST_DAYS = 366
LONGEST_LABEL = 100
_SCHEME = "bearer "
REFUSED = "The token lets nobody in: it is not known, has expired or was revoked. An administrator can make another."


@dataclass(frozen=True, slots=True)
class Token:
    """A token as administrators see it, without its secret."""

    label: str
    login: str
    """Of the account that it acts for."""
    grants: tuple[Grant, ...]
    expires: int
    """Milliseconds since 1970."""

    @property
    def rights(self) -> str:
        """What it may, in words, as far as its account may."""
        return listed([str(grant) for grant in self.grants])

    @property
    def until(self) -> str:
        """The last day that it lets in, in universal time."""
        return datetime.fromtimestamp(self.expires / 1000, UTC).date().isoformat()


async def make(
    transaction: Transaction, account: Account, label: str, grants: Iterable[Grant], days: int, *, by: str
) -> str:
    """Make a token that acts for an account, and return its secret, which is kept nowhere.

    BadInput where the label cannot be or is taken, it lasts too long, or may nothing since its account may not.
    """
    label = " ".join(visible(label).split())
    if not label or len(label) > LONGEST_LABEL:
        raise BadInput(f"The label of a token has 1 to {LONGEST_LABEL} characters: say what it is for.")
    if not 1 <= days <= MOST_DAYS:
        raise BadInput(f"A token lasts 1 to {MOST_DAYS} days.")
    if any(row.label == label for row in await transaction.read("list_tokens")):
        raise BadInput(f"There is a token '{label}' already: choose another label, or revoke that one.")
    limits = tuple(sorted(grants))
    if not narrowed(account.grants, limits):
        rights = account.rights or "none"
        raise BadInput(f"The token could do nothing there: the roles of '{account.login}' are {rights}.")
    secret, moment = new_secret(), now()
    said = {"id": digest_of(secret), "label": label, "account": account.id, "limits": written(limits), "made": moment}
    await transaction.write("create_token", said=said | {"expires": moment + days * DAY})
    about = f"{label} ({listed([str(grant) for grant in limits])})"
    await note(transaction, Event.TOKEN_MADE, by=by, whom=account.id, about=about)
    return secret


async def every(database: Database) -> list[Token]:
    """Return all tokens, the oldest first."""
    rows = await database.read("list_tokens")
    return [Token(row.label, row.login, grants_in(row.limits), row.expires) for row in rows]


async def revoke(transaction: Transaction, label: str, *, by: str) -> None:
    """Let a token in no more; UnknownId where none has the label."""
    owners = {row.label: row.login for row in await transaction.read("list_tokens")}
    if label not in owners:
        raise UnknownId(f"There is no token '{visible(label)[:60]}': `partnerships token list` lists them.")
    await transaction.write("delete_token", label=label)
    rows = await transaction.read("get_account_by_login", login=owners[label])
    await note(transaction, Event.TOKEN_REVOKED, by=by, whom=rows[0].id if rows else "", about=label)


@dataclass(frozen=True, slots=True)
class Bearer:
    """A program that has a token."""

    account: Account
    """Whom it acts for, with what the token and the account both allow."""
    label: str
    """Of the token."""


async def account_of(database: Database, authorization: str) -> Account | None:
    """Return whom a header `Authorization: Bearer ...` acts for, with what the token and the account both allow.

    None where there is no such header; NotSignedIn where its token lets nobody in.
    """
    bearer = await bearer_of(database, authorization)
    return bearer.account if bearer else None


async def bearer_of(database: Database, authorization: str) -> Bearer | None:
    """Return the same, with the token's label."""
    if not authorization:
        return None
    secret = authorization[len(_SCHEME) :].strip()
    if not authorization.lower().startswith(_SCHEME) or not 0 < len(secret) <= LONGEST:
        raise NotSignedIn("The Authorization header cannot be read: expected Bearer and a token.")
    rows = await database.read("get_token", token=digest_of(secret), now=now())
    if not rows:
        raise NotSignedIn(REFUSED)
    (row,) = rows
    return Bearer(account_in(row, grants=narrowed(grants_in(row.grants), grants_in(row.limits))), row.label)
