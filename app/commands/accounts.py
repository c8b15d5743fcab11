"""The commands on accounts and tokens: whoever runs them is at the machine, so they ask for no password."""

from datetime import UTC, datetime

from app.accounts import by_provider, directory, inviting, letters, links, log, passkeys, tokens
from app.accounts.letters import Letter
from app.accounts.log import on_this_machine
from app.accounts.mailing import Mailer
from app.commands.common import answer, err, out
from app.commands.terminal import print_table
from app.domain.rights import Account
from app.domain.visible import visible
from app.errors import BadInput
from app.reading.explorer import Explorer
from app.store.database import Transaction

_ONCE = "It works once, within a day. Give it to nobody but whom it is for."


def add(login: str, *, name: str, role: str, place: str, send: bool = False) -> None:
    """Add an account and print a link by which it signs in first, or send that by e-mail."""

    async def work(transaction: Transaction) -> tuple[Account, str]:
        by, grants = on_this_machine(), [directory.read_grant(role, place)] if role else []
        account = await directory.add(transaction, login, name or login, grants, by=by)
        return account, await links.make(transaction, account, by=by)

    async def run(explorer: Explorer) -> None:
        if place and not role:
            raise BadInput("--place says where a role is for: add --role, such as --role editor.")
        await _known(explorer, place)
        mailer = _sending_mailer(explorer, directory.login_of(login)) if send else None
        account, secret = await explorer.database.write(work)
        out.print_line(f"Added '{account.login}', {_as(role, place)}.")
        if mailer:
            await _send(mailer, inviting.invitation(mailer, account, secret))
        else:
            _print_link(explorer, secret)

    answer(run, fill=False)


def list_accounts() -> None:
    """Print all accounts, and what each may."""

    async def run(explorer: Explorer) -> None:
        accounts = await directory.every(explorer.database)
        if not accounts:
            err.print_line("There is no account yet: `partnerships account link` prints a link for the first.")
            return
        lines = [(each.login, each.name, each.rights or "none yet", _state(each)) for each in accounts]
        print_table(("to sign in with", "name", "role", ""), lines)

    answer(run, fill=False)


def role(login: str, role: str, *, place: str) -> None:
    """Give an account a role in a place or in all, in exchange for the one it has there; `none` takes that away."""

    async def work(transaction: Transaction) -> Account:
        account, by = await directory.found(transaction, login), on_this_machine()
        if role == "none":
            return await directory.take(transaction, account, place, by=by)
        return await directory.give(transaction, account, directory.read_grant(role, place), by=by)

    async def run(explorer: Explorer) -> None:
        await _known(explorer, place)
        account = await explorer.database.write(work)
        out.print_line(f"'{account.login}' is {account.rights or 'without any role'}.")

    answer(run, fill=False)


def link(login: str, *, send: bool = False) -> None:
    """Print a link to sign in once, or send it: for an account, or for the machine's owner, an administrator by it."""

    async def work(transaction: Transaction) -> tuple[Account | None, str]:
        account = await directory.found(transaction, login) if login else None
        if account and account.disabled:
            raise BadInput(
                f"The account '{account.login}' is disabled: `partnerships account enable` lets it in again."
            )
        return account, await links.make(transaction, account)

    async def run(explorer: Explorer) -> None:
        mailer = _sending_mailer(explorer, directory.login_of(login)) if send else None
        account, secret = await explorer.database.write(work)
        if mailer and account:
            await _send(mailer, inviting.letter_with_link(mailer, account, secret))
        else:
            _print_link(explorer, secret)

    answer(run, fill=False)


def try_mail(address: str) -> None:
    """Send a letter to an address, to try the settings for e-mail out."""

    async def run(explorer: Explorer) -> None:
        mailer = _sending_mailer(explorer, address)
        await _send(mailer, letters.written("trial", address, site=mailer.site))

    answer(run, fill=False)


def list_passkeys(login: str) -> None:
    """Print the passkeys of an account."""

    async def run(explorer: Explorer) -> None:
        account = await _found(explorer, login)
        found = await passkeys.of(explorer.database, account)
        if not found:
            err.print_line(f"'{account.login}' has no passkey: whose it is adds one on the page of the account.")
            return
        lines = [(each.name, each.when_made, each.when_used or "never", each.id[:12]) for each in found]
        print_table(("name", "added", "last used", "id begins"), lines)

    answer(run, fill=False)


def remove_passkey(login: str, key: str) -> None:
    """Let a passkey in no more: the one of the account with that name, or whose id begins so."""

    async def run(explorer: Explorer) -> None:
        account = await _found(explorer, login)
        meant = [each for each in await passkeys.of(explorer.database, account) if key in {each.name, each.id[:12]}]
        if len(meant) != 1:
            many = "several passkeys" if meant else "no passkey"
            listing = f"`partnerships account passkeys {account.login}`"
            raise BadInput(f"'{account.login}' has {many} '{visible(key)[:60]}': {listing} lists them.")
        by = on_this_machine()
        await explorer.database.write(lambda transaction: passkeys.remove(transaction, account, meant[0].id, by=by))
        out.print_line(f"The passkey '{meant[0].name}' of '{account.login}' lets nobody in any more.")

    answer(run, fill=False)


async def _found(explorer: Explorer, login: str) -> Account:
    return await explorer.database.write(lambda transaction: directory.found(transaction, login))


def forget_provider(login: str) -> None:
    """Let the next person who has the address at the provider have the account."""

    async def work(transaction: Transaction) -> Account:
        account = await directory.found(transaction, login)
        await by_provider.forget(transaction, account, by=on_this_machine())
        return account

    async def run(explorer: Explorer) -> None:
        account = await explorer.database.write(work)
        out.print_line(f"Whoever has the address of '{account.login}' at the provider next has the account.")

    answer(run, fill=False)


def disable(login: str, *, again: bool = False) -> None:
    """Let an account sign in no more, or again."""

    async def work(transaction: Transaction) -> None:
        account = await directory.found(transaction, login)
        await directory.disable(transaction, account, by=on_this_machine(), again=again)

    async def run(explorer: Explorer) -> None:
        await explorer.database.write(work)
        name = directory.login_of(login)
        out.print_line(
            f"'{name}' can sign in again." if again else f"'{name}' is signed out everywhere and can sign in no more."
        )

    answer(run, fill=False)


def remove(login: str, *, yes: bool) -> None:
    """Remove an account for good."""

    async def work(transaction: Transaction) -> None:
        account = await directory.found(transaction, login)
        if yes:
            await directory.remove(transaction, account, by=on_this_machine())

    async def run(explorer: Explorer) -> None:
        await explorer.database.write(work)
        name = directory.login_of(login)
        if yes:
            out.print_line(f"Removed '{name}'. What it changed stays, under the name that it had.")
        else:
            out.print_line(f"Would remove '{name}' and all that lets in as it. Nothing was done: add --yes to do it.")

    answer(run, fill=False)


def print_log() -> None:
    """Print what happened to accounts, the newest first."""

    async def run(explorer: Explorer) -> None:
        entries = await log.entries(explorer.database)
        if not entries:
            err.print_line("Nothing has happened to accounts yet.")
            return
        print_table(("when (UTC)", "who", "what"), [(each.when, each.who, each.said) for each in entries])

    answer(run, fill=False)


def add_token(label: str, *, login: str, role: str, place: str, days: int) -> None:
    """Make a token for a program and print it, once."""

    async def work(transaction: Transaction) -> str:
        account = await directory.found(transaction, login)
        grants = [directory.read_grant(role, place)]
        return await tokens.make(transaction, account, label, grants, days, by=on_this_machine())

    async def run(explorer: Explorer) -> None:
        await _known(explorer, place)
        secret = await explorer.database.write(work)
        out.print_line(f"The token '{label}' lasts {days} days. It is shown only now; programs send it as the header")
        out.print_line(f"Authorization: Bearer {secret}")

    answer(run, fill=False)


def list_tokens() -> None:
    """Print all tokens, without their secrets."""

    async def run(explorer: Explorer) -> None:
        found = await tokens.every(explorer.database)
        if not found:
            err.print_line("There is no token yet: `partnerships token add` makes one.")
            return
        now = datetime.now(UTC).date().isoformat()
        lines = [
            (each.label, each.login, each.rights, each.until, "expired" if each.until < now else "") for each in found
        ]
        print_table(("label", "acts for", "may be", "until", ""), lines)

    answer(run, fill=False)


def revoke_token(label: str) -> None:
    """Let a token in no more."""

    async def run(explorer: Explorer) -> None:
        by = on_this_machine()
        await explorer.database.write(lambda transaction: tokens.revoke(transaction, label, by=by))
        out.print_line(f"The token '{label}' lets nobody in any more.")

    answer(run, fill=False)


def _sending_mailer(explorer: Explorer, address: str) -> Mailer:
    """Return what sends letters; BadInput where none can be sent, or not there."""
    mailer = Mailer(explorer.settings)
    if not mailer.is_set_up:
        raise BadInput("No letters are sent from here: set PARTNERSHIPS_SMTP_HOST, and what belongs to it.")
    if not letters.is_address(address):
        raise BadInput(f"'{visible(address)[:60]}' is no e-mail address, so nothing can be sent there.")
    return mailer


async def _send(mailer: Mailer, letter: Letter) -> None:
    """Send a letter and wait for that; BadInput says why it was not sent."""
    why, _ = await mailer.try_once(letter)
    if why:
        raise BadInput(f"The letter was not sent: {why}.")
    out.print_line(f"Sent a letter to {letter.to}.")


async def _known(explorer: Explorer, place: str) -> None:
    """Say a word where no place of that id is recorded yet: rights may come before the place."""
    if place and place not in (await explorer.catalogue.contents()).areas:
        err.print_line(f"No place '{place}' is recorded yet: the role counts once it is.")


def _as(role: str, place: str) -> str:
    return (
        f"{role} in {place or 'all places'}" if role else "who has no role yet: `partnerships account role` gives one"
    )


def _state(account: Account) -> str:
    return "disabled" if account.disabled else "" if account.has_password else "no password yet"


def _print_link(explorer: Explorer, secret: str) -> None:
    settings = explorer.settings
    base = settings.base_url.rstrip("/") or f"http://localhost:{settings.port}"
    out.print_line(f"{base}{links.PATH}{secret}")
    out.print_line(_ONCE)
    if not settings.base_url:
        out.print_line("If the site is at another address, open that, with what follows from /sign-in/ on.")
