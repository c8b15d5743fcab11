"""The accounts themselves: added, listed, given roles, disabled, removed."""

import re
from collections.abc import Iterable
from typing import Any

from app.accounts.log import Event, note
from app.accounts.secrets import new_id
from app.domain.rights import Account, Grant, Role
from app.domain.visible import visible
from app.errors import BadInput, UnknownId
from app.store.columns import Row
from app.store.database import Database, Transaction

LONGEST = 100
_LOGIN = re.compile(r"[\w.+@-]+")
_PLACE = re.compile(r"[a-z0-9][a-z0-9-]*")


def login_of(text: str) -> str:
    """Return a name to sign in with as it is kept: in small letters, without spaces around it."""
    return text.strip().casefold()[:LONGEST]


def read_grant(role: str, place: str = "") -> Grant:
    """Read a role and a place; BadInput says what would be right."""
    try:
        found = Role(role.strip().lower())
    except ValueError:
        listed = ", ".join(Role)
        given = f"'{visible(role)[:40]}' is no role" if role else "No role is chosen"
        raise BadInput(f"{given}: expected one of {listed}.") from None
    place = place.strip()
    if place and not _PLACE.fullmatch(place):
        raise BadInput(f"'{visible(place)[:40]}' is no id of a place: expected one such as bromley.")
    if found is Role.ADMINISTRATOR and place:
        raise BadInput("An administrator is one of all places: leave the place out, or make a steward of that place.")
    return Grant(found, place)


async def add(transaction: Transaction, login: str, name: str, grants: Iterable[Grant] = (), *, by: str) -> Account:
    """Add an account; BadInput where its names cannot be, or the name to sign in with is taken."""
    login, name = login_of(login), " ".join(visible(name).split())
    if not _LOGIN.fullmatch(login):
        raise BadInput(
            f"'{visible(login)[:40]}' cannot be signed in with: expected letters, digits, dots, hyphens or an"
            " e-mail address, without spaces."
        )
    if not name or len(name) > LONGEST:
        raise BadInput(f"The name of an account has 1 to {LONGEST} characters: say whose it is, such as Ada Lovelace.")
    if "@" in name:
        raise BadInput(
            "The name of an account stands in the history of the record, so it is no e-mail address: say whose it is."
        )
    if await transaction.read("get_account_by_login", login=login):
        raise BadInput(f"There is an account '{login}' already: choose another name to sign in with.")
    account = Account(new_id(), login, name, tuple(sorted(grants)))
    said = {"id": account.id, "login": login, "name": name, "grants": written(account.grants), "disabled": False}
    await transaction.write("create_account", said=said)
    await note(transaction, Event.ADDED, by=by, whom=account.id, about=account.rights)
    return account


async def every(database: Database) -> list[Account]:
    """Return all accounts, by the names that they sign in with."""
    rows = await database.read("list_accounts")
    return sorted(map(account_in, rows), key=lambda account: account.login)


async def found(transaction: Transaction, login: str) -> Account:
    """Return the account that signs in with a name; UnknownId where there is none."""
    rows = await transaction.read("get_account_by_login", login=login_of(login))
    if not rows:
        raise UnknownId(f"There is no account '{visible(login)[:40]}': `partnerships account list` lists them.")
    return account_in(rows[0])


async def has_administrator(database: Database) -> bool:
    """Tell whether somebody can see to accounts."""
    return any(account.may(Role.ADMINISTRATOR, "") for account in await every(database))


async def give(transaction: Transaction, account: Account, given: Grant, *, by: str) -> Account:
    """Give an account a role in a place, in exchange for the one that it has there."""
    kept = [each for each in account.grants if each.place != given.place]
    return await grant(transaction, account, [*kept, given], by=by)


async def take(transaction: Transaction, account: Account, place: str, *, by: str) -> Account:
    """Take from an account what it may in a place, or what it may in all places where none is named."""
    return await grant(transaction, account, [each for each in account.grants if each.place != place], by=by)


async def grant(transaction: Transaction, account: Account, grants: Iterable[Grant], *, by: str) -> Account:
    """Let an account have just these roles."""
    grants = tuple(sorted(grants))
    await transaction.write("change_account", account=account.id, said={"grants": written(grants)})
    changed = Account(account.id, account.login, account.name, grants, account.has_password, account.disabled)
    about = changed.rights or "may nothing"
    await note(transaction, Event.RIGHTS_CHANGED, by=by, whom=account.id, about=about)
    return changed


async def disable(transaction: Transaction, account: Account, *, by: str, again: bool = False) -> None:
    """Let an account sign in no more, and end all its sessions, links and tokens; with `again` let it in anew."""
    await transaction.write("change_account", account=account.id, said={"disabled": not again})
    if not again:
        await transaction.write("delete_keys_of_account", account=account.id)
    await note(transaction, Event.ENABLED if again else Event.DISABLED, by=by, whom=account.id)


async def remove(transaction: Transaction, account: Account, *, by: str) -> None:
    """Remove an account with all that lets in as it; the log forgets its name, and keeps what happened."""
    await transaction.write("delete_keys_of_account", account=account.id)
    await transaction.write("delete_forms_of_account", account=account.id)
    await transaction.write("delete_passkeys_of_account", account=account.id)
    await transaction.write("delete_account", account=account.id)
    await note(transaction, Event.REMOVED, by=by, whom=account.id)


def written(grants: Iterable[Grant]) -> list[str]:
    """Return roles as the database keeps them."""
    return [f"{grant.role} {grant.place}".strip() for grant in grants]


def grants_in(kept: Iterable[str] | None) -> tuple[Grant, ...]:
    """Read roles as the database keeps them; one that this version does not know gives no right."""
    parted = [each.partition(" ") for each in kept or ()]
    return tuple(sorted(Grant(Role(role), place) for role, _, place in parted if role in set(Role)))


def account_in(row: Row, **more: Any) -> Account:
    """Return the account of a row."""
    given = {"grants": grants_in(row.grants)} | more
    return Account(
        row.id, row.login, row.name, has_password=bool(row.has_password), disabled=bool(row.disabled), **given
    )
