"""The changes of the record as an Atom feed, for whoever may write there: signed in, or by a token.

A feed reader has no session. It sends a token as the password of HTTP's basic authentication (RFC 7617), which readers
can, or as `Authorization: Bearer`.
"""

import base64
import binascii
import hashlib
from datetime import UTC, datetime
from email.utils import format_datetime
from urllib.parse import quote, urlencode

from fastapi import APIRouter, Request
from starlette.responses import JSONResponse, Response

from app.accounts.tokens import account_of
from app.domain.rights import Account, edits_anywhere, may_edit
from app.errors import NotAllowed, NotSignedIn
from app.reading.explorer import Explorer
from app.record.changed import changes_for, changes_numbered
from app.store.history import ChangeSet
from app.web.pages.history import told_to
from app.web.shell.atom import MEDIA_TYPE, MOST, begun, entry_in, finished, link, named, tag, text
from app.web.shell.parameters import OpenExplorer
from app.web.shell.private import MaybeReader, ProgramRoute
from app.web.shell.render import origin_of

router = APIRouter(include_in_schema=False, route_class=ProgramRoute)

_BASIC = "basic "
_ASKS = {"WWW-Authenticate": 'Basic realm="Changes of the record: a token as the password", charset="UTF-8"'}
_HIDDEN = "What it says is for those who keep all of these places, and for stewards where something is confidential."
_OWN = {"X-Robots-Tag": "noindex"}


@router.get("/history.atom")
async def history_feed(request: Request, explorer: OpenExplorer, reader: MaybeReader, place: str = "") -> Response:
    """Return the newest changes of the record as a feed: of one place, or of all that somebody may write in."""
    try:
        account = reader.account if reader else await _account(explorer, request.headers.get("authorization", ""))
    except NotSignedIn as error:
        said = {"error": {"code": error.code, "message": error.message}}
        return JSONResponse(said, error.status, headers=_ASKS | _OWN)
    if not (may_edit(account, place) if place else edits_anywhere(account)):
        raise NotAllowed("Only those who may write in a place read its history.")
    numbers = await changes_for(explorer.database, account, place=place)
    changes = await changes_numbered(explorer.database, numbers[:MOST])
    body = atom(origin_of(request), changes, account, place)
    # A reader that has these bytes already is told so by `app.caching`.
    tagged = f'"{hashlib.blake2b(body, digest_size=16).hexdigest()}"'
    updated = _moment(changes[0]) if changes else _NEVER
    headers = _OWN | {"ETag": tagged, "Last-Modified": format_datetime(updated, usegmt=True)}
    return Response(body, media_type=MEDIA_TYPE, headers=headers)


async def _account(explorer: Explorer, authorization: str) -> Account:
    """Return whom a token acts for, sent either way; NotSignedIn where there is none, or it lets nobody in."""
    if authorization.lower().startswith(_BASIC):
        try:
            pair = base64.b64decode(authorization[len(_BASIC) :].strip(), validate=True).decode()
        except (binascii.Error, ValueError):
            pair = ""
        authorization = f"Bearer {pair.partition(':')[2]}"
    account = await account_of(explorer.database, authorization)
    if account is None:
        raise NotSignedIn("Sign in, or send a token as the password: an administrator makes it.")
    return account


_NEVER = datetime(1970, 1, 1, tzinfo=UTC)


def _moment(change: ChangeSet) -> datetime:
    return datetime.fromtimestamp(change.moment // 1000, UTC)


def atom(origin: str, changes: list[ChangeSet], account: Account, place: str) -> bytes:
    """Write changes as an Atom feed, each as the page of the history tells it to somebody."""
    asked = f"?{urlencode({'place': place})}" if place else ""
    title = f"What was changed in {place}" if place else "What was changed"
    feed = begun(
        tag(origin, f"history{'/' + place if place else ''}"),
        title,
        "Who wrote what in the record, when and why. What happened in the world is in the feeds of places.",
        _moment(changes[0]) if changes else _NEVER,
    )
    link(feed, "self", f"{origin}/history.atom{asked}", MEDIA_TYPE)
    link(feed, "alternate", f"{origin}/history{asked}", "text/html")
    for change in changes:
        told = told_to(change, account)
        what = f"{told.what}{' in ' + told.places if told.places else ''}"
        entry = entry_in(feed, tag(origin, f"history/{change.number}"), told.says or f"{what}.", _moment(change))
        if told.by:
            author = entry.makeelement(named("author"), {})
            entry.append(author)
            text(author, "name", told.by)
        link(entry, "alternate", f"{origin}/history/{quote(str(change.number))}", "text/html")
        entry.append(entry.makeelement(named("category"), {"term": change.how}))
        why = [f"Why: {told.why}"] if told.why else []
        lines = [f"{what}: {told.counts}." if told.counts else f"{what}.", *why, *told.lines]
        text(entry, "summary", lines[0])
        text(entry, "content", "\n".join([*lines, *([_HIDDEN] if told.is_hidden else [])]))
    return finished(feed)
