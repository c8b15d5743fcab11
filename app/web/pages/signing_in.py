"""The pages by which somebody signs in and out: a name and a password, or a link that lets in once."""

from dataclasses import dataclass
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from app.accounts import inviting, links, sessions, signing_in
from app.accounts.secrets import LONGEST, digest_of
from app.errors import BadInput, NotSignedIn, TooManyTries
from app.reading.explorer import Explorer
from app.web.pages.typed import keep_typed
from app.web.shell.parameters import OpenExplorer
from app.web.shell.private import (
    FORMS,
    SESSION,
    SIGN_IN,
    Fields,
    MaybeReader,
    PrivateRoute,
    SignedInReader,
    address_of,
    forget,
    mailer_of,
    remember,
    render_private,
    safe_next,
    see,
    tries_of,
)
from app.web.shell.render import Page

FORGOTTEN = SIGN_IN + "/forgotten"
router = APIRouter(include_in_schema=False, route_class=PrivateRoute)


@dataclass(frozen=True, kw_only=True, slots=True)
class SignInPage(Page):
    """What the page to sign in shows."""

    template = "sign_in.html"
    login: str
    """What was typed as the name, to be put right."""
    leads_to: str
    wrong: str
    """What was wrong with the last try; empty before it."""
    typed: str
    """What was typed into a form before, as JSON, which is taken along; empty where nothing was."""
    by_letter: bool
    """Whether a link can be had by e-mail."""
    provider: str
    """What the provider is called that people can sign in with; empty where there is none."""
    to_provider: str
    """Where that is done."""


@dataclass(frozen=True, kw_only=True, slots=True)
class SignInLinkPage(Page):
    """What a link to sign in shows: a button, since whatever scans mail opens links, and presses none."""

    template = "sign_in_link.html"
    action: str
    """Where the button leads; empty where the link lets nobody in."""
    worn: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ForgottenPage(Page):
    """The form by which a link to sign in is asked for by e-mail."""

    template = "sign_in_forgotten.html"
    login: str
    """The address that was typed, to be put right."""
    sent: bool
    """Whether it was asked for just now: said in the same words whether there is such an account or not."""
    by_letter: bool
    """Whether the site sends letters."""
    wrong: str
    """What was wrong with what was sent; empty before."""


@dataclass(frozen=True, kw_only=True, slots=True)
class SignOutPage(Page):
    """What the page to sign out shows."""

    template = "sign_out.html"


@router.get(SIGN_IN)
async def sign_in(
    request: Request, reader: MaybeReader, leads_to: Annotated[str, Query(alias="next")] = ""
) -> Response:
    """Ask for a name and a password; whoever is signed in already is led on."""
    return see(request, safe_next(leads_to)) if reader else sign_in_page(request, leads_to=leads_to)


@router.post(SIGN_IN)
async def sign_in_by_password(
    request: Request, explorer: OpenExplorer, reader: MaybeReader, fields: Fields
) -> Response:
    """Sign in by a name and a password."""
    login, leads_to, typed = fields.get("login", ""), fields.get("next", ""), fields.get("typed", "")
    try:
        secret = await signing_in.by_password(
            explorer, tries_of(request), login, fields.get("password", ""), address_of(request)
        )
    except NotSignedIn as error:
        return sign_in_page(request, login=login, leads_to=leads_to, wrong=error.message, status=401, typed=typed)
    except TooManyTries as error:
        answer = sign_in_page(request, login=login, leads_to=leads_to, wrong=error.message, status=429, typed=typed)
        answer.headers["Retry-After"] = str(error.seconds)
        return answer
    if typed:
        await keep_typed(explorer, secret, safe_next(leads_to), typed)
    return await begin_session(request, explorer, reader, secret, safe_next(leads_to))


@router.get(FORGOTTEN)
async def forgotten(request: Request) -> Response:
    """Ask to which address a link to sign in shall go."""
    return _forgotten_page(request)


@router.post(FORGOTTEN)
async def send_link(request: Request, explorer: OpenExplorer, fields: Fields) -> Response:
    """Send a link to the address, if it is an account's, and say the same if it is not."""
    login, mailer = fields.get("login", ""), mailer_of(request)
    try:
        if mailer.is_set_up:
            inviting.send_asked(explorer, mailer, tries_of(request), login, address_of(request))
    except BadInput as error:
        return _forgotten_page(request, login=login, wrong=error.message, status=400)
    except TooManyTries as error:
        answer = _forgotten_page(request, login=login, wrong=error.message, status=429)
        answer.headers["Retry-After"] = str(error.seconds)
        return answer
    return _forgotten_page(request, sent=mailer.is_set_up)


@router.get(links.PATH + "{secret}")
async def sign_in_link(request: Request, explorer: OpenExplorer, secret: str) -> Response:
    """Show the button that signs in by a link; looking at it uses nothing up."""
    good = len(secret) <= LONGEST and await links.is_good(explorer.database, secret)
    return _link_page(request, secret if good else "")


@router.post(links.PATH + "{secret}")
async def sign_in_by_link(request: Request, explorer: OpenExplorer, reader: MaybeReader, secret: str) -> Response:
    """Sign in by a link, which is used up."""
    try:
        begun = await signing_in.by_link(explorer, tries_of(request), secret[:LONGEST], address_of(request))
    except NotSignedIn:
        return _link_page(request, "")
    return await begin_session(request, explorer, reader, begun, "/account")


@router.get("/sign-out")
async def sign_out(request: Request, reader: MaybeReader) -> Response:
    """Show the button that signs out, or that nobody is signed in."""
    return render_private(request, SignOutPage(title="Sign out" if reader else "Signed out"), reader)


@router.post("/sign-out")
async def sign_out_now(request: Request, explorer: OpenExplorer, reader: MaybeReader) -> Response:
    """End the session."""
    await _end(explorer, reader)
    answer = see(request, "/sign-out")
    answer.headers["Clear-Site-Data"] = '"cache"'  # what a browser kept to go back to is for nobody who comes after
    forget(request, answer, SESSION)
    return answer


async def begin_session(
    request: Request, explorer: Explorer, reader: SignedInReader | None, secret: str, leads_to: str
) -> Response:
    """Give the browser its session in exchange for the one that it had, and lead on."""
    await _end(explorer, reader)
    answer = see(request, leads_to)
    remember(request, answer, SESSION, secret, sessions.GOOD_FOR // 1000)
    forget(request, answer, FORMS)
    return answer


async def _end(explorer: Explorer, reader: SignedInReader | None) -> None:
    if reader:
        key = digest_of(reader.secret)
        await explorer.database.write(lambda transaction: sessions.end(transaction, reader.account, key))


def sign_in_page(
    request: Request, *, login: str = "", leads_to: str = "", wrong: str = "", status: int = 200, typed: str = ""
) -> Response:
    """Return the page to sign in, which takes along what somebody had typed into a form."""
    on, settings = safe_next(leads_to) if leads_to else "", request.app.state.settings
    page = SignInPage(
        title="Sign in",
        login=login[:LONGEST],
        leads_to=on,
        wrong=wrong,
        typed=typed,
        by_letter=mailer_of(request).is_set_up,
        provider=settings.oidc_name if settings.oidc_issuer else "",
        to_provider=f"{SIGN_IN}/provider" + (f"?{urlencode({'next': on})}" if on else ""),
    )
    return render_private(request, page, None, status=status, shown_as=SIGN_IN)


def _link_page(request: Request, secret: str) -> Response:
    page = SignInLinkPage(
        title="Sign in by a link", action=links.PATH + secret if secret else "", worn="" if secret else links.WORN
    )
    return render_private(request, page, None, status=200 if secret else 404, shown_as=SIGN_IN)


def _forgotten_page(
    request: Request, *, login: str = "", sent: bool = False, wrong: str = "", status: int = 200
) -> Response:
    page = ForgottenPage(
        title="A link to sign in",
        login=login[:LONGEST],
        sent=sent,
        by_letter=mailer_of(request).is_set_up,
        wrong=wrong,
    )
    return render_private(request, page, None, status=status, shown_as=FORGOTTEN)
