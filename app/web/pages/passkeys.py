"""Passkeys: added, named and removed on the page of the account, and used on the page to sign in, by a small script."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.accounts import passkeys, sessions, signing_in
from app.errors import BadInput, NotAllowed, NotSignedIn, TooManyTries
from app.web.pages.accounts import account_page
from app.web.pages.signing_in import begin_session, sign_in_page
from app.web.pages.typed import keep_typed
from app.web.shell.parameters import OpenExplorer
from app.web.shell.private import (
    SIGN_IN,
    Fields,
    MaybeReader,
    PrivateRoute,
    Reader,
    address_of,
    safe_next,
    see,
    tries_of,
)
from app.web.shell.render import origin_of

KEYS, USE = "/account/passkeys", SIGN_IN + "/passkey"
NOT_FRESH = "It is too long ago that you signed in: sign in again, and then add the passkey. Nothing was changed."
SHOWN = KEYS.replace("/account/", "/account#")

router = APIRouter(include_in_schema=False, route_class=PrivateRoute)


@router.post(KEYS + "/begin")
async def ask_to_add(request: Request, explorer: OpenExplorer, reader: Reader) -> Response:
    """Say to the script what the browser is asked for, as JSON; NotAllowed where somebody signed in long ago."""
    if not sessions.is_fresh(reader.began):
        raise NotAllowed(NOT_FRESH)
    return _json(await passkeys.ask_to_add(explorer.database, reader.account, origin_of(request)))


@router.post(KEYS)
async def add(request: Request, explorer: OpenExplorer, reader: Reader, fields: Fields) -> Response:
    """Add the key that the browser made, for whoever signed in a short while ago: it lets in for good."""
    if not sessions.is_fresh(reader.began):
        return await account_page(request, explorer, reader, wrong_passkey=NOT_FRESH, status=403)
    given = {"name": fields.get("name", ""), "credential": fields.get("credential", "")}
    try:
        await passkeys.add(explorer.database, reader.account, origin_of(request), **given)
    except BadInput as error:
        return await account_page(request, explorer, reader, wrong_passkey=error.message, status=400)
    return see(request, SHOWN)


@router.post(KEYS + "/again")
async def sign_in_again(request: Request, explorer: OpenExplorer, reader: Reader, fields: Fields) -> Response:
    """Ask whoever is signed in for their password again, before a key is added."""
    try:
        secret = await signing_in.again(explorer, tries_of(request), reader.account, fields.get("password", ""))
    except NotSignedIn as error:
        return await account_page(request, explorer, reader, wrong_passkey=error.message, status=400)
    return await begin_session(request, explorer, reader, secret, SHOWN)


@router.post(KEYS + "/remove")
async def remove(request: Request, explorer: OpenExplorer, reader: Reader, fields: Fields) -> Response:
    """Let a key in no more."""
    key, account = fields.get("passkey", ""), reader.account
    try:
        await explorer.database.write(lambda transaction: passkeys.remove(transaction, account, key, by=account.id))
    except BadInput as error:
        return await account_page(request, explorer, reader, wrong_passkey=error.message, status=error.status)
    return see(request, SHOWN)


@router.post(USE + "/begin")
async def ask_to_sign_in(request: Request, explorer: OpenExplorer) -> Response:
    """Say to the script what the browser is asked for, as JSON; it is the same whoever asks."""
    return _json(await passkeys.ask_to_sign_in(explorer, tries_of(request), origin_of(request), address_of(request)))


@router.post(USE)
async def sign_in(request: Request, explorer: OpenExplorer, reader: MaybeReader, fields: Fields) -> Response:
    """Sign in by a key."""
    leads_to, typed, address = fields.get("next", ""), fields.get("typed", ""), address_of(request)
    try:
        secret = await passkeys.sign_in(
            explorer, tries_of(request), origin_of(request), credential=fields.get("credential", ""), address=address
        )
    except NotSignedIn as error:
        return sign_in_page(request, leads_to=leads_to, wrong=error.message, status=401, typed=typed)
    except TooManyTries as error:
        answer = sign_in_page(request, leads_to=leads_to, wrong=error.message, status=429, typed=typed)
        answer.headers["Retry-After"] = str(error.seconds)
        return answer
    if typed:
        await keep_typed(explorer, secret, safe_next(leads_to), typed)
    return await begin_session(request, explorer, reader, secret, safe_next(leads_to))


def _json(text: str) -> Response:
    return Response(text, media_type="application/json", headers={"X-Robots-Tag": "noindex"})
