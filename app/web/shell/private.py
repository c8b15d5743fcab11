"""What is for one reader: who asks, the forms that only they can send, and answers that nobody keeps.

A browser that is signed in has a cookie with the secret of its session, one that is only about to send a form a cookie
with a secret of nobody's. Every form carries a token that is made of that secret, so another site can send none; and
what browsers say of where a form was (`Origin`, `Sec-Fetch-Site`) has to agree.
"""

import base64
import hmac
import secrets
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar
from urllib.parse import quote, urlencode, urlsplit

from fastapi import Depends, Request
from fastapi.routing import APIRoute
from starlette.datastructures import FormData, UploadFile
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.types import Message

from app.accounts import sessions
from app.accounts.mailing import Mailer
from app.accounts.secrets import LONGEST, digest_of, new_secret
from app.accounts.tries import Tries
from app.caching.policies import OF_THE_READER, PRIVATE
from app.domain.rights import Account
from app.errors import BadInput, NotAllowed, NotSignedIn
from app.settings import Settings
from app.web.shell.parameters import open_explorer_of
from app.web.shell.render import Page, origin_of, render

SESSION, FORMS = "partnerships_session", "partnerships_forms"
"""The cookies: of whoever is signed in, and of whoever may be about to send a form."""
VIEW, AS_PUBLIC = "partnerships_view", "public"
"""The cookie of whoever is signed in and wants to see what the public sees, and what is in it."""
TOKEN = "form_token"  # noqa: S105 - the name of the field
SIGN_IN = "/sign-in"
MOST_SENT = 1_000_000
"""Bytes of a form."""
MOST_NEXT = 2_000
_SECRETS_AFTER = (f"{SIGN_IN}/link/", "/suggestions/sent/")
"""What a path begins with that ends with a secret."""
_PAD = 32
FORGED = (
    "This form did not come from a page of this site, that page is too old, or the browser keeps no cookies."
    " Open the page again, and send it anew."
)


@dataclass(frozen=True, slots=True)
class SignedInReader:
    """Who asks, by which session."""

    account: Account
    secret: str
    """Of the session."""
    how: str
    """How the session began: by a link or a password."""
    began: int
    """When it began: milliseconds since 1970."""


class PrivateRoute(APIRoute):
    """A route for one reader: nobody keeps its answers, and what is sent to it was sent by a form of the site.

    Whoever has to sign in first is led there, and back.
    """

    policy: ClassVar = OF_THE_READER
    for_programs: ClassVar = False
    most_sent: ClassVar[int] = MOST_SENT

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """Return what answers a request."""
        answer, most = super().get_route_handler(), self.most_sent

        async def answer_privately(request: Request) -> Response:
            request = Request(request.scope, bounded(request, most), request._send)
            try:
                if request.method == "POST":
                    await refuse_forged(request)
                answered = await answer(request)
            except NotSignedIn:
                if self.for_programs:
                    raise
                answered = see(request, sign_in_address(request))
            finally:
                await request.close()  # what was sent as a file is let go of
            answered.headers["Cache-Control"] = PRIVATE
            return answered

        return answer_privately


class ProgramRoute(PrivateRoute):
    """The same for programs, which have a token instead of a session: whose is not good is told so."""

    for_programs: ClassVar = True


def bounded(request: Request, most: int) -> Callable[[], Coroutine[Any, Any, Message]]:
    """Return a way to receive a request's body that is at most so long; BadInput where it is longer."""
    received = 0

    async def receive() -> Message:
        nonlocal received
        message = await request.receive()
        received += len(message.get("body", b""))
        if received > most:
            raise BadInput(f"What was sent is larger than {most / 1_000_000:g} MB.")
        return message

    return receive


# Who asks


async def reader_asking(request: Request) -> SignedInReader | None:
    """Return who asks; None where nobody is signed in."""
    secret = request.cookies.get(SESSION, "")
    if not 0 < len(secret) <= LONGEST:
        return None
    found = await sessions.whose(open_explorer_of(request).database, secret)
    return SignedInReader(found[0], secret, found[1], found[2]) if found else None


MaybeReader = Annotated[SignedInReader | None, Depends(reader_asking)]
"""Who asks, if somebody is signed in."""


async def reader_signed_in(reader: MaybeReader) -> SignedInReader:
    """Return who asks; NotSignedIn, which leads to the page to sign in, where nobody is signed in."""
    if reader is None:
        raise NotSignedIn("Sign in first.")
    return reader


Reader = Annotated[SignedInReader, Depends(reader_signed_in)]
"""Who asks, with the session; whoever is not signed in is led to sign in, and back."""


async def account_signed_in(reader: Reader) -> Account:
    """Return the account of who asks."""
    return reader.account


SignedIn = Annotated[Account, Depends(account_signed_in)]
"""The account of who asks; whoever is not signed in is led to sign in, and back."""


def tries_of(request: Request) -> Tries:
    """Return what counts tries in this process."""
    tries: Tries = request.app.state.tries
    return tries


def mailer_of(request: Request) -> Mailer:
    """Return what sends letters for this process."""
    mailer: Mailer = request.app.state.mailer
    return mailer


def address_of(request: Request) -> str:
    """Return the network address that asks; empty where there is none."""
    return request.client.host if request.client else ""


# Where to


def safe_next(text: str) -> str:
    r"""Return an address within the site that somebody is led on to; the page of the account for anything else.

    A browser takes `//host`, `/\\host` and what has a tab or a line feed in it for an address elsewhere.
    """
    fits = text.startswith("/") and not text.startswith("//") and "\\" not in text and len(text) <= MOST_NEXT
    if not fits or any(ord(letter) <= 0x20 or ord(letter) == 0x7F for letter in text):
        return "/account"
    parts = urlsplit(text)
    return "/account" if parts.scheme or parts.netloc or parts.path.startswith(SIGN_IN) else text


def sign_in_address(request: Request) -> str:
    """Return where to sign in, and to be led back to what was asked for: of a form to the page that it was on."""
    url = urlsplit(str(request.url))
    referer = urlsplit(request.headers.get("referer", ""))
    if request.method == "POST" and _host(referer.geturl()) == _host(url.geturl()):
        url = referer
    asked = quote(url.path, safe="/%") + (f"?{url.query}" if url.query else "")
    return f"{SIGN_IN}?{urlencode({'next': asked})}"


def see(request: Request, path: str) -> RedirectResponse:
    """Lead on to an address within the site, by GET."""
    return RedirectResponse(prefix_of(request).rstrip("/") + path, 303, headers={"Cache-Control": PRIVATE})


def prefix_of(request: Request) -> str:
    """Return under which path the site is for everybody else."""
    settings: Settings = request.app.state.settings
    return urlsplit(settings.base_url).path or request.scope.get("root_path", "") or "/"


def told_path(request: Request) -> str:
    """Return the path of a request as a log may have it: without the secret of a link."""
    path = request.url.path
    return next((f"{begun}..." for begun in _SECRETS_AFTER if path.startswith(begun)), path)


# Cookies


def remember(request: Request, response: Response, name: str, secret: str, seconds: int | None = None) -> None:
    """Have a browser keep a secret, until it is closed where no time is said; no script and no other site sees it."""
    response.set_cookie(
        name,
        secret,
        max_age=seconds,
        path=prefix_of(request),
        secure=origin_of(request).startswith("https:"),
        httponly=True,
        samesite="lax",
    )


def forget(request: Request, response: Response, name: str) -> None:
    """Have a browser forget a secret."""
    response.delete_cookie(name, path=prefix_of(request), httponly=True, samesite="lax")


# Forms


def form_token(secret: str) -> str:
    """Return a token for a form that only a page for whoever has the secret can hold.

    It is another each time (a pad, and the digest hidden by it), so that compression of the page tells nothing of it.
    """
    pad = secrets.token_bytes(_PAD)
    hidden = bytes(one ^ other for one, other in zip(pad, _digest(secret), strict=True))
    return base64.urlsafe_b64encode(pad + hidden).decode()


def seal_of(reader: SignedInReader, draft: str, says: str) -> str:
    """Return what only this site can make for this session, so that no other sentence is kept with a draft."""
    return hmac.new(reader.secret.encode(), f"{draft}\0{says}".encode(), "sha256").hexdigest()


def is_token_of(secret: str, token: str) -> bool:
    """Tell whether a token was made of a secret."""
    try:
        content = base64.urlsafe_b64decode(token.encode("ascii"))
    except ValueError:
        return False
    if len(content) != 2 * _PAD:
        return False
    found = bytes(one ^ other for one, other in zip(content[:_PAD], content[_PAD:], strict=True))
    return hmac.compare_digest(found, _digest(secret))


def _digest(secret: str) -> bytes:
    return bytes.fromhex(digest_of(f"form {secret}"))


async def refuse_forged(request: Request) -> None:
    """Refuse (NotAllowed) what was not sent by a form of this site, by whoever has the page that it is on."""
    if not _may_be_from_here(request):
        raise NotAllowed(FORGED)
    secret = request.cookies.get(SESSION) or request.cookies.get(FORMS) or ""
    token = (await sent(request)).get(TOKEN, "")
    if not secret or len(secret) > LONGEST or not isinstance(token, str) or not is_token_of(secret, token):
        raise NotAllowed(FORGED)


def is_sent_from_here(request: Request) -> bool:
    """Tell whether the browser says that a form was sent by a page of this site; old browsers say nothing."""
    says = request.headers.get("sec-fetch-site", "") == "same-origin" or bool(request.headers.get("origin"))
    return says and _may_be_from_here(request)


def _may_be_from_here(request: Request) -> bool:
    """Tell whether nothing that the browser says speaks against it."""
    site = request.headers.get("sec-fetch-site", "same-origin")
    origin = request.headers.get("origin", "")
    return site in {"same-origin", "none"} and not (origin and not _is_here(request, origin))


def _is_here(request: Request, origin: str) -> bool:
    """Tell whether an origin is this site: by its host alone, since a proxy may have taken TLS off."""
    own = {urlsplit(origin_of(request)).netloc, request.headers.get("host", "")}
    return origin.startswith(("http://", "https://")) and _host(origin) in {_host(f"//{each}") for each in own if each}


def _host(address: str) -> str:
    return urlsplit(address).netloc.lower().removesuffix(":443").removesuffix(":80")


async def sent(request: Request) -> FormData:
    """Return what a form sent; BadInput where it cannot be read."""
    return await request.form()


async def fields_sent(request: Request) -> dict[str, str]:
    """Return the text fields that a form sent, each once: the last, where there are several of a name."""
    return {name: value for name, value in (await sent(request)).items() if not isinstance(value, UploadFile)}


Fields = Annotated[dict[str, str], Depends(fields_sent)]
"""The text fields that a form sent."""


def render_private(
    request: Request, page: Page, reader: SignedInReader | None, *, status: int = 200, shown_as: str = ""
) -> HTMLResponse:
    """Fill a page that is for one reader, with the token of its forms; `shown_as` stands for an address to hide.

    Templates of such pages have `form_token`, for `_form_token.html`, and `signed_in`, the name of the account or ''.
    """
    given = reader.secret if reader else request.cookies.get(SESSION) or request.cookies.get(FORMS) or ""
    secret = given if 0 < len(given) <= LONGEST else new_secret()
    beside: dict[str, Any] = {TOKEN: form_token(secret), "signed_in": reader.account.name if reader else ""}
    beside["cleared"] = False  # it is nobody else's, and says itself who may read what
    if shown_as:
        beside |= {"address": origin_of(request) + shown_as, "path": shown_as, "report": "", "rest": []}
    response = render(request, page, status=status, noindex=True, beside=beside)
    response.headers["Cache-Control"] = PRIVATE
    if secret != given:
        remember(request, response, FORMS, secret)
    return response
