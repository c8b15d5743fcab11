"""Signing in by the organization's own provider: whose account it is, and what the provider's groups let it do."""

from app.accounts import challenges, directory, sessions
from app.accounts.directory import account_in
from app.accounts.letters import is_address
from app.accounts.log import BY_PROVIDER, Event, note
from app.accounts.persons import Person
from app.accounts.secrets import digest_of, new_secret
from app.domain.rights import Account, Grant
from app.domain.visible import visible
from app.errors import NotSignedIn
from app.reading.explorer import Explorer
from app.settings import Settings
from app.store.database import Transaction

PURPOSE = "provider"
UNVERIFIED = "{name} does not say that your e-mail address is yours, so no account can be found by it."
NO_ACCOUNT = "There is no account for you here. Ask whoever runs the site for one with the address that you have there."
ANOTHER = "The account with your address belongs to somebody else at {name}. Ask whoever runs the site."


async def begin(explorer: Explorer, *, browser: str, leads_to: str) -> dict[str, str]:
    """Keep what the answer is compared with, and return what goes to the provider: state, nonce and verifier.

    `browser` is a secret that only the browser has which is sent there.
    """
    nonce, verifier = new_secret(), new_secret() + new_secret()
    state = await challenges.begin(
        explorer.database, PURPOSE, browser=digest_of(browser), nonce=nonce, verifier=verifier, leads_to=leads_to
    )
    return {"state": state, "nonce": nonce, "verifier": verifier}


async def sign_in(explorer: Explorer, settings: Settings, person: Person) -> str:
    """Return the secret of a session of the person's account; NotSignedIn says why they have none.

    An account is theirs whose name to sign in with is their address, once the provider says that it is.
    """
    name = settings.oidc_name
    if not is_address(person.email):
        raise NotSignedIn(UNVERIFIED.format(name=name[:1].upper() + name[1:]))
    domains = listed_domains(settings)
    if domains and person.email.rpartition("@")[2] not in domains:
        raise NotSignedIn(NO_ACCOUNT)

    async def work(transaction: Transaction) -> str:
        rows = await transaction.read("get_account_by_login", login=person.email)
        if not rows and not domains:
            raise NotSignedIn(NO_ACCOUNT)
        account = account_in(rows[0]) if rows else await _added(transaction, person)
        if account.disabled:
            raise NotSignedIn(NO_ACCOUNT)
        known_as = (await transaction.read("get_subject_of_account", account=account.id))[0].subject
        if known_as not in {None, person.subject}:
            raise NotSignedIn(ANOTHER.format(name=name))
        if known_as is None:
            await transaction.write("change_account", account=account.id, said={"subject": person.subject})
        account = await _given(transaction, account, person, settings)
        return await sessions.begin(transaction, account, sessions.BY_PROVIDER)

    return await explorer.database.write(work)


async def forget(transaction: Transaction, account: Account, *, by: str) -> None:
    """Let another person of the provider have the account: the next who has its address."""
    await transaction.write("change_account", account=account.id, said={"subject": None})
    await note(transaction, Event.PROVIDER_FORGOTTEN, by=by, whom=account.id)


def listed_domains(settings: Settings) -> frozenset[str]:
    """Return of which domains an address has to be, in small letters."""
    return frozenset(each.strip().casefold() for each in settings.oidc_domains.split(",") if each.strip())


def roles_by_group(settings: Settings) -> list[tuple[str, Grant]]:
    """Return what each group of the provider gives."""
    found = []
    for pair in settings.oidc_roles.split(";"):
        group, _, given = pair.rpartition("=")
        role, _, place = given.strip().partition("@")
        if group.strip():
            found.append((group.strip(), directory.read_grant(role, place)))
    return found


def grants_by(person: Person, account: Account, given: list[tuple[str, Grant]]) -> tuple[Grant, ...]:
    """Return what an account may, where groups decide of some places: there the highest role, or none."""
    decided = {grant.place for _, grant in given}
    kept = {grant.place: grant for grant in account.grants if grant.place not in decided}
    for group, grant in sorted(given, key=lambda pair: pair[1].role.rank):
        if group in person.groups:
            kept[grant.place] = grant
    return tuple(sorted(kept.values()))


async def _added(transaction: Transaction, person: Person) -> Account:
    """Add an account without any role, which an administrator or a group of the provider gives."""
    said = " ".join(visible(person.name).replace("@", " ").split())[: directory.LONGEST]
    name = said or person.email.partition("@")[0]
    return await directory.add(transaction, person.email, name, by=BY_PROVIDER)


async def _given(transaction: Transaction, account: Account, person: Person, settings: Settings) -> Account:
    given = roles_by_group(settings)
    grants = grants_by(person, account, given)
    return account if grants == account.grants else await directory.grant(transaction, account, grants, by=BY_PROVIDER)
