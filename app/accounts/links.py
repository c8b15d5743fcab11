"""Links to sign in by: each lets in once, and not for long."""

from app.accounts import directory
from app.accounts.log import Event, note, on_this_machine
from app.accounts.secrets import DAY, HOUR, digest_of, new_secret, now
from app.domain.rights import Account, Grant, Role
from app.errors import NotSignedIn
from app.store.database import Database, Transaction

GOOD_FOR = DAY
ASKED_GOOD_FOR = HOUR
"""Of a link that was asked for by e-mail: whoever asks is there to use it."""
PATH = "/sign-in/link/"
OWNER = "owner"
OWNERS_NAME = "The owner of this machine"
WORN = "This link to sign in has been used, or is too old. Ask for another; whoever runs the site can make one."


async def make(transaction: Transaction, account: Account | None, *, by: str = "") -> str:
    """Make a link for an account, in place of those not used yet, and return its secret.

    For none it is the link of the machine's owner, who becomes an administrator by it.
    """
    whom = account.id if account else ""
    await transaction.write("delete_sign_in_links", account=whom)
    secret = await _created(transaction, whom, GOOD_FOR)
    await note(
        transaction,
        Event.LINK_MADE,
        by=by or on_this_machine(),
        whom=whom,
        about="" if account else "the owner of this machine",
    )
    return secret


async def make_asked(transaction: Transaction, account: Account) -> str:
    """Make a link that somebody asked for by e-mail, and return its secret.

    Others that were made for the account stay good: anybody can ask, and takes nothing away by it.
    """
    secret = await _created(transaction, account.id, ASKED_GOOD_FOR)
    await note(transaction, Event.LINK_ASKED, by=account.id)
    return secret


async def _created(transaction: Transaction, whom: str, good_for: int) -> str:
    secret, moment = new_secret(), now()
    said = {"id": digest_of(secret), "account": whom, "made": moment, "expires": moment + good_for}
    await transaction.write("create_sign_in_link", said=said)
    return secret


async def is_good(database: Database, secret: str) -> bool:
    """Tell whether a link would let somebody in; it is not used up by that."""
    return bool(await database.read("get_sign_in_link", link=digest_of(secret), now=now()))


async def use(transaction: Transaction, secret: str) -> Account:
    """Use a link up, and return who it lets in; NotSignedIn where it lets nobody in."""
    whom = await transaction.write("use_sign_in_link", link=digest_of(secret), now=now())
    if whom is None:
        raise NotSignedIn(WORN)
    await transaction.write("delete_sign_in_links", account=whom)  # whoever is in needs no other
    if not whom:
        return await _owner(transaction)
    accounts = [directory.account_in(row) for row in await transaction.read("list_accounts")]
    account = next((each for each in accounts if each.id == whom and not each.disabled), None)
    if account is None:
        raise NotSignedIn(WORN)
    return account


async def _owner(transaction: Transaction) -> Account:
    """Return the account of the machine's owner, an administrator from now on."""
    by, grant = on_this_machine(), Grant(Role.ADMINISTRATOR)
    rows = await transaction.read("get_account_by_login", login=OWNER)
    if not rows:
        return await directory.add(transaction, OWNER, OWNERS_NAME, [grant], by=by)
    account = directory.account_in(rows[0])
    if account.disabled:
        await directory.disable(transaction, account, by=by, again=True)
    if not account.may(Role.ADMINISTRATOR, ""):
        await directory.give(transaction, account, grant, by=by)
    return directory.account_in((await transaction.read("get_account_by_login", login=OWNER))[0])
