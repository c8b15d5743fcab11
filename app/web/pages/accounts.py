"""The page on which somebody sees what they may, sets a password and ends sessions; and the log for administrators."""

from dataclasses import dataclass

from fastapi import APIRouter, Request
from starlette.responses import JSONResponse, Response

from app.accounts import log, passkeys, sessions, signing_in
from app.accounts.bearing import ByToken
from app.accounts.log import Entry
from app.accounts.passkeys import Passkey
from app.accounts.passwords import LONGEST, SHORTEST
from app.accounts.secrets import digest_of
from app.accounts.sessions import Session
from app.domain.rights import Account, edits_anywhere, may_administer
from app.errors import BadInput, NotAllowed, NotSignedIn
from app.reading.explorer import Explorer
from app.web.shell.parameters import OpenExplorer
from app.web.shell.private import (
    AS_PUBLIC,
    VIEW,
    Fields,
    PrivateRoute,
    ProgramRoute,
    Reader,
    SignedInReader,
    forget,
    remember,
    render_private,
    safe_next,
    see,
    tries_of,
)
from app.web.shell.render import Page

LONGEST_ID = 100
router = APIRouter(include_in_schema=False, route_class=PrivateRoute)
for_programs = APIRouter(include_in_schema=False, route_class=ProgramRoute)


@dataclass(frozen=True, kw_only=True, slots=True)
class AccountPage(Page):
    """What somebody sees of their own account."""

    template = "account.html"
    account: Account
    administers: bool
    edits: bool
    """Whether it may write in a place."""
    begins: bool
    """Whether nothing is recorded yet, so that the first thing to do is to begin."""
    asks_before: bool
    """Whether the password until now has to be given for another."""
    shortest: int
    longest: int
    wrong: str
    """What was wrong with what was sent; empty before."""
    passkeys: tuple[Passkey, ...]
    wrong_passkey: str
    """What was wrong with a passkey; empty before."""
    may_add: bool
    """Whether a passkey may be added: whoever signed in long ago is asked for their password again."""
    sessions: tuple[Session, ...]
    this_session: str


@dataclass(frozen=True, kw_only=True, slots=True)
class AccountLogPage(Page):
    """What an administrator sees of what happened to accounts."""

    template = "account_log.html"
    entries: tuple[Entry, ...]
    kept_days: int
    older: str
    """Before which entry the next page begins; empty where there is none."""


@router.get("/account")
async def account(request: Request, explorer: OpenExplorer, reader: Reader) -> Response:
    """Say who is signed in, what they may, and where else they are signed in."""
    return await account_page(request, explorer, reader)


@router.post("/account/password")
async def set_password(request: Request, explorer: OpenExplorer, reader: Reader, fields: Fields) -> Response:
    """Set the password, and end all other sessions."""
    before = fields.get("before", "") if _asks_before(reader) else None
    try:
        if fields.get("password", "") != fields.get("again", ""):
            raise BadInput("The two new passwords are not the same. Nothing was changed.")
        await signing_in.set_password(
            explorer,
            tries_of(request),
            reader.account,
            reader.secret,
            before=before,
            password=fields.get("password", ""),
        )
    except (BadInput, NotSignedIn) as error:
        return await account_page(request, explorer, reader, wrong=error.message, status=400)
    return see(request, "/account")


@router.post("/account/sessions")
async def end_session(request: Request, explorer: OpenExplorer, reader: Reader, fields: Fields) -> Response:
    """End one of the sessions, or all but this one."""
    key, own = fields.get("session", ""), digest_of(reader.secret)
    ends = sessions.end if key else sessions.end_others
    await explorer.database.write(lambda transaction: ends(transaction, reader.account, key or own))
    return see(request, "/account")


@router.post("/account/view")
async def look_as(request: Request, reader: Reader, fields: Fields) -> Response:
    """Show this browser what the public sees from now on, or all that the account may see, and lead back."""
    answer = see(request, safe_next(fields.get("next", "")))
    if fields.get("as") == AS_PUBLIC:
        remember(request, answer, VIEW, AS_PUBLIC)
    else:
        forget(request, answer, VIEW)
    return answer


@router.get("/account/log")
async def account_log(request: Request, explorer: OpenExplorer, reader: Reader, before: str = "") -> Response:
    """List what happened to accounts, for administrators; NotAllowed for others."""
    if not may_administer(reader.account):
        raise NotAllowed("Only administrators read the log of accounts.")
    found = await log.entries(explorer.database, before=before[:LONGEST_ID])
    page = AccountLogPage(
        title="Log of accounts",
        entries=tuple(found),
        kept_days=log.KEPT_DAYS,
        older=found[-1].id if len(found) == log.LISTED else "",
    )
    return render_private(request, page, reader)


@for_programs.get("/account/token")
async def token(account: ByToken) -> Response:
    """Say to a program whom its token acts for, and what it may, as JSON."""
    grants = [{"role": grant.role.value, "place": grant.place or None} for grant in account.grants]
    return JSONResponse({"actsFor": account.name, "roles": grants})


router.include_router(for_programs)


def _asks_before(reader: SignedInReader) -> bool:
    """Tell whether the password until now is asked for: whoever has just been let in by a link may have lost it."""
    return reader.account.has_password and reader.how != sessions.BY_LINK


async def account_page(
    request: Request,
    explorer: Explorer,
    reader: SignedInReader,
    *,
    wrong: str = "",
    wrong_passkey: str = "",
    status: int = 200,
) -> Response:
    """Show somebody their account, and what was wrong with what they sent."""
    page = AccountPage(
        title="Your account",
        account=reader.account,
        administers=may_administer(reader.account),
        edits=edits_anywhere(reader.account),
        begins=edits_anywhere(reader.account) and not (await explorer.catalogue.contents()).areas,
        asks_before=_asks_before(reader),
        shortest=SHORTEST,
        longest=LONGEST,
        wrong=wrong,
        passkeys=tuple(await passkeys.of(explorer.database, reader.account)),
        wrong_passkey=wrong_passkey,
        may_add=sessions.is_fresh(reader.began),
        sessions=tuple(await sessions.of(explorer.database, reader.account)),
        this_session=digest_of(reader.secret),
    )
    return render_private(request, page, reader, status=status, shown_as="/account")
