"""Who may read more than the public: by the session or the token of a request, before anything is looked up for it.

Whoever has neither is not looked at, and is answered as ever. What is answered to a reader with clearance is made with
an explorer of that clearance, is kept by nobody, and is opened to no other site. A page is compared with the public's,
so that it can say whether anything on it is hidden from others.
"""

import re
from http.cookies import CookieError, SimpleCookie
from typing import NamedTuple

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.accounts import sessions, tokens
from app.accounts.secrets import LONGEST
from app.caching.answers import Begun, unchanged, whole
from app.caching.bodies import given
from app.caching.policies import PRIVATE
from app.caching.tags import knows
from app.domain.clearance import PUBLIC, clearance_of
from app.domain.rights import Account
from app.errors import PartnershipsError
from app.reading.clearing import explorer_for
from app.reading.closed import closed_pages
from app.reading.explorer import Explorer
from app.web.shell.doing import closable, doing
from app.web.shell.marking import PLACE, Note, marked, noted
from app.web.shell.private import AS_PUBLIC, SESSION, VIEW

FOR_ANYBODY = ("/embed/", "/data/", "/social/", "/static/", "/healthz", "/readyz", "/metrics")
"""Where the paths begin of what is the public's whoever asks: it is there to be published."""
LOOKS_ITSELF = ("/history.atom",)
"""Where the paths begin of what looks itself at who asks, by a session or a token, and has a tag for that reader."""
NOT_FOR_PUBLICATION = "not-for-publication-"
"""Before the name of a file that may have something hidden in it."""
_OPENED = ("etag", "last-modified", "access-control-allow-origin", "access-control-expose-headers")
_NAMED = re.compile(r'filename="')


class _Asks(NamedTuple):
    session: str
    authorization: str
    as_public: bool

    @property
    def is_by_session(self) -> bool:
        """Tell whether the session says who asks: a token does where there is one."""
        return bool(self.session) and not self.authorization


class Clearing:
    """Stands around what keeps answers, and has those with clearance answered by an explorer of theirs."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap an application."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        explorer: Explorer | None = scope["state"].get("explorer") if "state" in scope else None
        asks = _asks(scope) if explorer else None
        if asks is None or explorer is None or scope["path"].startswith(FOR_ANYBODY + LOOKS_ITSELF):
            await self.app(scope, receive, send)
            return
        account = await _account(explorer, asks)
        clearance = clearance_of(account)
        if account is None or not clearance:
            await self.app(scope, receive, send)
            return
        cleared = explorer_for(explorer, PUBLIC if asks.as_public else clearance)
        scope["state"] |= {"clearance": clearance, "explorer": cleared}
        sees_more = cleared is not explorer

        async def send_privately(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                # What is for one reader anyway may have a tag of its own, of what it says.
                for name in () if "private" in headers.get("cache-control", "") else _OPENED:
                    del headers[name]
                if "private" not in headers.get("cache-control", ""):
                    headers["Cache-Control"] = PRIVATE
                headers.add_vary_header("Cookie, Authorization")
                if sees_more and (disposed := headers.get("content-disposition")):
                    headers["Content-Disposition"] = _NAMED.sub(rf"\g<0>{NOT_FOR_PUBLICATION}", disposed)
            await send(message)

        if scope["method"] not in {"GET", "HEAD"}:
            await self.app(scope, receive, send_privately)
            return
        begun = await whole(self.app, scope, given(b""))
        if PLACE in begun.body:
            begun = await self._finished(scope, explorer, cleared, asks, account, begun)
        if _is_known(scope, begun):
            await send_privately({"type": "http.response.start", "status": 304, "headers": unchanged(begun.headers)})
            await send({"type": "http.response.body", "body": b""})
            return
        headers = [each for each in begun.headers if each[0].lower() != b"content-length"]
        length = (b"content-length", str(len(begun.body)).encode())
        await send_privately({"type": "http.response.start", "status": begun.status, "headers": [*headers, length]})
        body = b"" if scope["method"] == "HEAD" else begun.body
        await send({"type": "http.response.body", "body": body})

    async def _finished(
        self, scope: Scope, explorer: Explorer, cleared: Explorer, asks: _Asks, account: Account, begun: Begun
    ) -> Begun:
        """Return a page with what it says to whoever sees more than the public, and what they may do with it."""
        body, differs = begun.body, False
        if cleared is not explorer:
            headers = [each for each in scope["headers"] if each[0] not in {b"cookie", b"authorization"}]
            headers = [each for each in headers if each[0] != b"accept-encoding"]
            state = {name: value for name, value in scope["state"].items() if name != "clearance"}
            public_scope = {**scope, "headers": headers, "state": state | {"explorer": explorer}}
            public = await whole(self.app, public_scope, given(b""))
            differs = public.body != body.replace(PLACE, b"", 1)
            if begun.status == 200:
                body = marked(body.decode(), scope["path"], await closed_pages(cleared)).encode()
        query = scope["query_string"].decode("latin-1")
        address = scope["path"] + (f"?{query}" if query else "")
        forms: list[tuple[str, str]] = []
        # A program has no use for forms; whoever looks as the public does sees what that sees.
        if asks.is_by_session and cleared is not explorer and begun.status == 200:
            page = body.decode()
            forms, body = doing(page, account), closable(page, account).encode()
        note = Note(asks.session, account.name if asks.is_by_session else "", address, cleared is explorer, differs)
        return begun._replace(body=noted(body, note, forms))


def _is_known(scope: Scope, begun: Begun) -> bool:
    """Tell whether who asks for something of one reader's own has it already, by the tag that it has itself."""
    known = b",".join(value for name, value in scope["headers"] if name == b"if-none-match")
    tag = begun.said(b"etag").encode()
    return begun.status == 200 and "private" in begun.said(b"cache-control") and bool(tag) and knows(known, tag)


def _asks(scope: Scope) -> _Asks | None:
    """Return what a request says of who asks; None of one that has neither a session nor an authorization."""
    session = authorization = view = ""
    for name, value in scope["headers"]:
        if name == b"cookie" and SESSION.encode() in value:
            try:
                cookies: SimpleCookie = SimpleCookie(value.decode("latin-1"))
            except CookieError:
                continue
            session = cookies[SESSION].value if SESSION in cookies else session
            view = cookies[VIEW].value if VIEW in cookies else view
        elif name == b"authorization":
            authorization = value.decode("latin-1")
    return _Asks(session, authorization, view == AS_PUBLIC) if session or authorization else None


async def _account(explorer: Explorer, asks: _Asks) -> Account | None:
    """Return who asks: a token says it, else a session; what is wrong with either says nobody."""
    try:
        if asks.authorization:
            return await tokens.account_of(explorer.database, asks.authorization)
        if len(asks.session) > LONGEST:
            return None
        found = await sessions.whose(explorer.database, asks.session)
    except PartnershipsError:  # whatever answers the request meets it too, and says it
        return None
    return found[0] if found else None
