"""Links to sign in that go out by e-mail: to whoever was given an account, and to whoever asks for one."""

from app.accounts import links
from app.accounts.directory import account_in, login_of
from app.accounts.letters import Letter, address_in, is_address, written
from app.accounts.mailing import Mailer
from app.accounts.secrets import digest_of
from app.accounts.tries import Limit, Tries, network_of
from app.domain.rights import Account
from app.errors import BadInput
from app.reading.explorer import Explorer
from app.store.database import Transaction

_TOGETHER, _FROM_ONE_ADDRESS, _TO_ONE_ACCOUNT = 3, 20, 10
"""Letters in a quarter of an hour."""


def invitation(mailer: Mailer, account: Account, secret: str) -> Letter:
    """Write to whom an account was made for; the account has an address."""
    said = {"name": account.name, "login": account.login, "link": f"{mailer.base}{links.PATH}{secret}"}
    return written("invitation", address_in(account), whom=account.id, site=mailer.site, **said)


def letter_with_link(mailer: Mailer, account: Account, secret: str, *, within: str = "a day") -> Letter:
    """Write a letter with a link to sign in; the account has an address."""
    said = {"name": account.name, "link": f"{mailer.base}{links.PATH}{secret}", "within": within}
    return written("link", address_in(account), whom=account.id, site=mailer.site, **said)


def send_asked(explorer: Explorer, mailer: Mailer, tries: Tries, login: str, address: str) -> None:
    """Send a link to an e-mail address, if an account signs in with it; nothing tells whether there is one.

    All of it is done beside the request, so that it takes no longer where there is an account. BadInput where it is no
    address; TooManyTries, counted whether there is such an account or not.
    """
    login, network = login_of(login), network_of(address)
    if not is_address(login):
        raise BadInput("That is no e-mail address: expected one such as ada@example.org.")
    tries.take(
        [
            Limit(("letter", digest_of(login), network), _TOGETHER),
            Limit(("letter from", network), _FROM_ONE_ADDRESS),
            Limit(("letter to", digest_of(login)), _TO_ONE_ACCOUNT),
        ]
    )

    async def work(transaction: Transaction) -> Letter | None:
        rows = await transaction.read("get_account_by_login", login=login)
        account = account_in(rows[0]) if rows else None
        if account is None or account.disabled:
            return None
        return letter_with_link(mailer, account, await links.make_asked(transaction, account), within="an hour")

    mailer.begin(explorer.database, lambda: explorer.database.write(work))
