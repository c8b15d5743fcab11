"""The pages on which an administrator adds accounts, gives them roles and links, and lets them in no more."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.accounts import directory, inviting, links, log
from app.accounts.letters import address_in
from app.accounts.log import Entry
from app.domain.rights import Account, Role, may_administer
from app.errors import BadInput, NotAllowed, UnknownId
from app.reading.explorer import Explorer
from app.store.database import Transaction
from app.web.shell.parameters import OpenExplorer
from app.web.shell.private import Fields, PrivateRoute, Reader, SignedInReader, mailer_of, render_private, see
from app.web.shell.render import Page, origin_of

PEOPLE = "/account/people"
NO_ROLE = "none"
router = APIRouter(include_in_schema=False, route_class=PrivateRoute)
Work = Callable[[Transaction, Account], Awaitable[str]]
"""What is done to an account, by which a link may come about."""


@dataclass(frozen=True, kw_only=True, slots=True)
class PeoplePage(Page):
    """All accounts, and a form to add one."""

    template = "account_people.html"
    accounts: tuple[Account, ...]
    roles: tuple[Role, ...]
    places: tuple[tuple[str, str], ...]
    """Ids of places, with their names."""
    typed: dict[str, str]
    """What was typed for a new account that could not be added."""
    wrong: str
    by_letter: bool
    """Whether links are sent by e-mail to whoever has an address."""
    failed: tuple[Entry, ...]
    """Which letters could not be sent of late."""


@dataclass(frozen=True, kw_only=True, slots=True)
class PersonsAccountPage(Page):
    """One account of somebody else, and what can be done to it."""

    template = "account_person.html"
    account: Account
    action: str
    roles: tuple[Role, ...]
    places: tuple[tuple[str, str], ...]
    new_link: str
    """A link that was made just now, to be given to whose it is; empty otherwise."""
    sent_to: str
    """Where a letter with a link has just been sent; empty otherwise."""
    mailed_to: str
    """Where a link can be sent; empty where it cannot."""
    own: bool
    """Whether it is the reader's own."""
    wrong: str


@router.get(PEOPLE)
async def people(request: Request, explorer: OpenExplorer, reader: Reader) -> Response:
    """List all accounts, for administrators; NotAllowed for others."""
    _refuse_others(reader)
    return await _people_page(request, explorer, reader, {})


@router.post(PEOPLE)
async def add(request: Request, explorer: OpenExplorer, reader: Reader, fields: Fields) -> Response:
    """Add an account, and show the link by which it signs in first."""
    _refuse_others(reader)

    async def work(transaction: Transaction) -> tuple[Account, str]:
        by, role = reader.account.id, fields.get("role", "")
        grants = [directory.read_grant(role, fields.get("place", ""))] if role else []
        account = await directory.add(transaction, fields.get("login", ""), fields.get("name", ""), grants, by=by)
        return account, await links.make(transaction, account, by=by)

    try:
        account, secret = await explorer.database.write(work)
    except BadInput as error:
        return await _people_page(request, explorer, reader, fields, wrong=error.message)
    mailer = mailer_of(request)
    if address := address_in(account) if mailer.is_set_up else "":
        mailer.post(explorer.database, inviting.invitation(mailer, account, secret))
        return await _person_page(request, explorer, reader, account, sent_to=address)
    return await _person_page(request, explorer, reader, account, secret=secret)


@router.get(PEOPLE + "/{account_id}")
async def person(request: Request, explorer: OpenExplorer, reader: Reader, account_id: str) -> Response:
    """Show one account, for administrators; NotAllowed for others, UnknownId where there is none."""
    _refuse_others(reader)
    return await _person_page(request, explorer, reader, await _account(explorer, account_id))


@router.post(PEOPLE + "/{account_id}/role")
async def give_role(
    request: Request, explorer: OpenExplorer, reader: Reader, fields: Fields, account_id: str
) -> Response:
    """Give the account a role in a place or in all, in exchange for the one that it has there, or take that away."""
    role, place = fields.get("role", ""), fields.get("place", "")

    async def work(transaction: Transaction, account: Account) -> str:
        if role == NO_ROLE:
            await directory.take(transaction, account, place, by=reader.account.id)
        else:
            await directory.give(transaction, account, directory.read_grant(role, place), by=reader.account.id)
        return ""

    return await _done(request, explorer, reader, account_id, work)


@router.post(PEOPLE + "/{account_id}/link")
async def make_link(
    request: Request, explorer: OpenExplorer, reader: Reader, fields: Fields, account_id: str
) -> Response:
    """Make a link to sign in for the account, and show it once, or send it."""
    by_letter = fields.get("by") == "letter"

    async def work(transaction: Transaction, account: Account) -> str:
        if account.disabled:
            raise BadInput("The account is disabled: let it in again first.")
        if by_letter and not (mailer_of(request).is_set_up and address_in(account)):
            raise BadInput("No letter can be sent to this account: make a link, and give it to whose it is.")
        return await links.make(transaction, account, by=reader.account.id)

    return await _done(request, explorer, reader, account_id, work, to_own=True, by_letter=by_letter)


@router.post(PEOPLE + "/{account_id}/disable")
async def disable(
    request: Request, explorer: OpenExplorer, reader: Reader, fields: Fields, account_id: str
) -> Response:
    """Let the account in no more, or again."""

    async def work(transaction: Transaction, account: Account) -> str:
        again = fields.get("again") == "1"
        await directory.disable(transaction, account, by=reader.account.id, again=again)
        return ""

    return await _done(request, explorer, reader, account_id, work)


def _refuse_others(reader: SignedInReader) -> None:
    if not may_administer(reader.account):
        raise NotAllowed("Only administrators see to accounts.")


async def _account(explorer: Explorer, id_: str) -> Account:
    account = next((each for each in await directory.every(explorer.database) if each.id == id_), None)
    if account is None:
        raise UnknownId("There is no such account: it may have been removed.")
    return account


async def _done(
    request: Request,
    explorer: Explorer,
    reader: SignedInReader,
    id_: str,
    work: Work,
    *,
    to_own: bool = False,
    by_letter: bool = False,
) -> Response:
    """Do something to an account, and show it as it is then."""
    _refuse_others(reader)
    account = await _account(explorer, id_)
    if account.id == reader.account.id and not to_own:
        raise NotAllowed("Another administrator changes your own roles: so the last one is not lost by a slip.")
    try:
        secret = await explorer.database.write(lambda transaction: work(transaction, account))
    except BadInput as error:
        return await _person_page(request, explorer, reader, account, wrong=error.message)
    if secret and by_letter:
        mailer = mailer_of(request)
        mailer.post(explorer.database, inviting.letter_with_link(mailer, account, secret))
        return await _person_page(request, explorer, reader, account, sent_to=address_in(account))
    if secret:
        return await _person_page(request, explorer, reader, account, secret=secret)
    return see(request, f"{PEOPLE}/{account.id}")


async def _people_page(
    request: Request, explorer: Explorer, reader: SignedInReader, typed: dict[str, str], *, wrong: str = ""
) -> Response:
    page = PeoplePage(
        title="Accounts",
        accounts=tuple(await directory.every(explorer.database)),
        roles=tuple(Role),
        places=await _places(explorer),
        typed={name: typed.get(name, "")[:200] for name in ("login", "name", "role", "place")},
        wrong=wrong,
        by_letter=mailer_of(request).is_set_up,
        failed=tuple(await log.letters_failed(explorer.database)),
    )
    return render_private(request, page, reader, status=400 if wrong else 200, shown_as=PEOPLE)


async def _person_page(
    request: Request,
    explorer: Explorer,
    reader: SignedInReader,
    account: Account,
    *,
    secret: str = "",
    sent_to: str = "",
    wrong: str = "",
) -> Response:
    action = f"{PEOPLE}/{account.id}"
    page = PersonsAccountPage(
        title=f"Account of {account.name}",
        account=account,
        action=action,
        roles=tuple(Role),
        places=await _places(explorer),
        new_link=f"{origin_of(request)}{links.PATH}{secret}" if secret else "",
        sent_to=sent_to,
        mailed_to=address_in(account) if mailer_of(request).is_set_up else "",
        own=account.id == reader.account.id,
        wrong=wrong,
    )
    return render_private(request, page, reader, status=400 if wrong else 200, shown_as=action)


async def _places(explorer: Explorer) -> tuple[tuple[str, str], ...]:
    areas = (await explorer.catalogue.contents()).areas
    return tuple(sorted(((area.id, area.name) for area in areas.values()), key=lambda each: each[1]))
