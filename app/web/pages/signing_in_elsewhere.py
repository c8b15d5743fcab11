"""Signing in by the organization's own provider (OpenID Connect): the way there, and the way back."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from app.accounts import by_provider, challenges
from app.accounts.log import Event
from app.accounts.persons import NotBelieved, Person
from app.accounts.secrets import digest_of, new_secret
from app.accounts.signing_in import note_refusal
from app.accounts.tries import Limit, network_of
from app.errors import NotSignedIn, TooManyTries
from app.reading.explorer import Explorer
from app.web.pages.signing_in import begin_session
from app.web.shell.parameters import OpenExplorer
from app.web.shell.private import (
    SIGN_IN,
    MaybeReader,
    PrivateRoute,
    address_of,
    forget,
    remember,
    render_private,
    safe_next,
    see,
    tries_of,
)
from app.web.shell.render import Page, origin_of

if TYPE_CHECKING:
    from app.accounts.provider import Provider

START, BACK = SIGN_IN + "/provider", SIGN_IN + "/provider/back"
WAY = "partnerships_way"
"""The cookie of whoever is on the way to the provider and back."""
LONGEST_CODE = 4_000
FROM_ONE_ADDRESS = 60
"""Times in a quarter of an hour."""
NONE = "This site has no provider to sign in with."
CANCELLED = "You did not sign in there, or said no. Nothing was done."
OLD = "This way to sign in was begun in another window, is over or took longer than ten minutes."
NOT_NOW = "The provider could not sign you in at the moment."
_SAID_NO = {"access_denied", "login_required", "interaction_required", "consent_required"}
router = APIRouter(include_in_schema=False, route_class=PrivateRoute)


@dataclass(frozen=True, kw_only=True, slots=True)
class ProviderPage(Page):
    """Why nobody was signed in by the provider, and what can be done."""

    template = "sign_in_provider.html"
    wrong: str
    again: str
    """Where the same is tried again; empty where that is of no use."""


@router.get(START)
async def start(request: Request, explorer: OpenExplorer, reader: MaybeReader) -> Response:
    """Lead to the provider, which leads back."""
    if not request.app.state.settings.oidc_issuer:
        return _page(request, NONE, status=404, again="")
    provider, leads_to = _provider(request), request.query_params.get("next", "")
    if reader:
        return see(request, safe_next(leads_to))
    try:
        tries_of(request).take([Limit(("provider from", network_of(address_of(request))), FROM_ONE_ADDRESS)])
        secret = new_secret()
        kept = await by_provider.begin(explorer, browser=secret, leads_to=safe_next(leads_to))
        address = await provider.address(**kept, back=_back(request))
    except TooManyTries as error:
        return _wait(request, error)
    except NotBelieved as error:
        return _page(request, error.message, status=error.answered)
    answer = RedirectResponse(address, 303)
    remember(request, answer, WAY, secret, challenges.GOOD_FOR // 1000)
    return answer


@router.get(BACK)
async def back(request: Request, explorer: OpenExplorer, reader: MaybeReader) -> Response:
    """Sign in who comes back from the provider in the browser that was sent there, once."""
    if not request.app.state.settings.oidc_issuer:
        return _page(request, NONE, status=404, again="")
    answer = await _answer(request, explorer, reader)
    forget(request, answer, WAY)
    return answer


async def _answer(request: Request, explorer: Explorer, reader: MaybeReader) -> Response:
    provider, asked, tries = _provider(request), request.query_params, tries_of(request)
    try:
        tries.take([Limit(("provider from", network_of(address_of(request))), FROM_ONE_ADDRESS)])
    except TooManyTries as error:
        return _wait(request, error)
    kept = await challenges.answered(explorer.database, by_provider.PURPOSE, asked.get("state", ""))
    if kept is None or kept["browser"] != digest_of(request.cookies.get(WAY, "")):
        return _page(request, OLD, status=400)
    if asked.get("iss", provider.issuer) != provider.issuer:  # RFC 9207: another provider's answer
        return _page(request, OLD, status=400)
    if "error" in asked:
        said_no = asked["error"] in _SAID_NO
        return _page(request, CANCELLED if said_no else NOT_NOW, status=403 if said_no else 502)
    try:
        person: Person = await provider.person(
            code=asked.get("code", "")[:LONGEST_CODE],
            nonce=kept["nonce"],
            verifier=kept["verifier"],
            back=_back(request),
        )
        secret = await by_provider.sign_in(explorer, request.app.state.settings, person)
    except NotBelieved as error:
        await note_refusal(explorer, tries, [], Event.REFUSED, about=f"by the provider: {error.why}")
        return _page(request, error.message, status=error.answered)
    except NotSignedIn as error:
        await note_refusal(explorer, tries, [], Event.REFUSED, about="by the provider: no account is theirs")
        return _page(request, error.message, status=403)
    return await begin_session(request, explorer, reader, secret, safe_next(kept["leads_to"]))


def _provider(request: Request) -> "Provider":
    """Return what asks the provider; it is made, and what it needs imported, once somebody signs in by it."""
    from app.accounts.provider import Provider

    state = request.app.state
    if state.provider is None:
        state.provider = Provider(state.settings)
    provider: Provider = state.provider
    return provider


def _back(request: Request) -> str:
    """Return where the provider sends people back to, as it has to know it."""
    return origin_of(request) + BACK


def _wait(request: Request, error: TooManyTries) -> Response:
    answer = _page(request, error.message, status=429, again="")
    answer.headers["Retry-After"] = str(error.seconds)
    return answer


def _page(request: Request, wrong: str, *, status: int, again: str = START) -> Response:
    page = ProviderPage(title="You are not signed in", wrong=wrong, again=again)
    return render_private(request, page, None, status=status, shown_as=SIGN_IN)
