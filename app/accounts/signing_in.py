"""Signing in: by a password or a link, with the same answer and as much work whether there is an account or not."""

from functools import partial

from app.accounts import links, sessions
from app.accounts.directory import account_in, login_of
from app.accounts.log import Event, note
from app.accounts.passwords import checked, hashed, is_right
from app.accounts.secrets import digest_of
from app.accounts.tries import Limit, Tries, network_of
from app.domain.rights import Account
from app.errors import NotSignedIn, TooManyTries
from app.reading.explorer import Explorer
from app.store.columns import Row
from app.store.database import Transaction

REFUSED = "That name and password do not belong together here. Check both, or ask whoever runs the site for a link."
_TOGETHER, _FROM_ONE_ADDRESS, _TO_ONE_ACCOUNT, _NOTED = 10, 60, 200, 2_000


async def by_password(explorer: Explorer, tries: Tries, login: str, password: str, address: str) -> str:
    """Sign in by a password and return the secret of the session.

    NotSignedIn, in the same words whatever is wrong; TooManyTries where it was tried too often, with so many seconds to
    wait, whether there is such an account or not.
    """
    login, network = login_of(login), network_of(address)
    together = ("sign in", login, network)
    rows = await explorer.database.read("get_account_by_login", login=login)
    try:
        tries.take(
            [
                Limit(together, _TOGETHER),
                Limit(("sign in from", network), _FROM_ONE_ADDRESS),
                Limit(("sign in to", login), _TO_ONE_ACCOUNT),
            ]
        )
    except TooManyTries:
        await note_refusal(explorer, tries, rows, Event.STOPPED, together)
        raise
    kept = rows[0].password if rows and not rows[0].disabled else None
    if not await explorer.aside(partial(is_right, password, kept)):
        await note_refusal(explorer, tries, rows, Event.REFUSED)
        raise NotSignedIn(REFUSED)
    tries.forget(together)
    account = account_in(rows[0])
    return await explorer.database.write(lambda transaction: sessions.begin(transaction, account, sessions.BY_PASSWORD))


async def by_link(explorer: Explorer, tries: Tries, secret: str, address: str) -> str:
    """Sign in by a link, which is used up, and return the secret of the session; NotSignedIn, TooManyTries."""
    tries.take([Limit(("link from", network_of(address)), _FROM_ONE_ADDRESS)])

    async def work(transaction: Transaction) -> str:
        return await sessions.begin(transaction, await links.use(transaction, secret), sessions.BY_LINK)

    return await explorer.database.write(work)


async def set_password(
    explorer: Explorer, tries: Tries, account: Account, secret: str, *, before: str | None, password: str
) -> None:
    """Set the password of an account and end its other sessions.

    `before` is the password until now; None where that is not asked for, since there was none or a link let in.
    BadInput where the new one cannot be; NotSignedIn where the old one is wrong; TooManyTries.
    """
    if before is not None and not await _is_theirs(explorer, tries, account, before):
        raise NotSignedIn("The password until now is another. Nothing was changed.")
    kept = await explorer.aside(partial(hashed, checked(password, login=account.login, name=account.name)))

    async def work(transaction: Transaction) -> None:
        await transaction.write("change_account", account=account.id, said={"password": kept})
        await note(transaction, Event.PASSWORD_SET, by=account.id)
        await sessions.end_others(transaction, account, digest_of(secret))

    await explorer.database.write(work)


async def again(explorer: Explorer, tries: Tries, account: Account, password: str) -> str:
    """Sign somebody in anew who is signed in, by their password, and return the secret of the session that is fresh.

    NotSignedIn where the password is another; TooManyTries.
    """
    if not await _is_theirs(explorer, tries, account, password):
        raise NotSignedIn("That is another password. Nothing was changed.")
    return await explorer.database.write(lambda transaction: sessions.begin(transaction, account, sessions.BY_PASSWORD))


async def _is_theirs(explorer: Explorer, tries: Tries, account: Account, password: str) -> bool:
    """Tell whether a password is that of an account; TooManyTries."""
    tries.take([Limit(("password of", account.id), _TOGETHER)])
    (row,) = await explorer.database.read("get_account_by_login", login=account.login)
    return await explorer.aside(partial(is_right, password, row.password))


async def note_refusal(
    explorer: Explorer, tries: Tries, rows: list[Row], what: Event, once: tuple[str, ...] = (), *, about: str = ""
) -> None:
    """Note a refusal, as often as a log can bear that strangers fill; of the same ones stopped, once."""
    limits = [Limit(("noted",), _NOTED, 3600.0), *([Limit(("noted", *once), 1)] if once else [])]
    try:
        tries.take(limits)
    except TooManyTries:
        return
    whom = rows[0].id if rows else ""
    await explorer.database.write(lambda transaction: note(transaction, what, by="", whom=whom, about=about))
