"""Answers what was asked before from what is kept, and who has it already with 304, before any work is done."""

from collections.abc import Hashable

from starlette.types import ASGIApp, Receive, Scope, Send

from app.caching.answers import CONDITIONS, Answer, Begun, answers_shelf, finished, is_worth_coding, whole
from app.caching.bodies import GoneAway, given, read_body
from app.caching.coding import IDENTITY, LONG, preferred
from app.caching.policies import AS_READ, Asked, MadeFrom, Policies
from app.caching.program import program_version
from app.caching.streaming import ONLY_HEADERS, streaming
from app.caching.tags import ANY, knows, tag_of
from app.caching.views import Place, View, asked_in, places_in, view_of
from app.errors import TooBusy
from app.reading.explorer import Explorer, today
from app.reading.keeping import Shelf
from app.reading.versions import DataVersion
from app.settings import Settings
from app.store.rounds import turn

_VIEWS: Shelf[View] = Shelf("what is asked to see", 4_000_000, lambda view: view.room)
"""By the request, so that what is asked again need not be read again."""
_MOST_REMEMBERED = 20_000
"""Bytes of the longest request that is."""
_UNCHANGED = "partnerships.unchanged"
"""In a scope: what is asked for is known to the reader, with this media type."""


class Cached:
    """Stands around the application: sends what is kept, says what is known already, keeps what is made."""

    def __init__(self, app: ASGIApp, settings: Settings, policies: Policies) -> None:
        """Wrap an application; `policies` say what is other than usual, by the paths of routes."""
        self.app = app
        self._policies = policies
        self._sent = {path: policy.most_body for path, policy in policies.items() if policy.most_body}
        self._program = program_version(settings)
        self._shelf = answers_shelf(settings.kept_megabytes)
        self._places: tuple[Place, ...] = ()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        explorer: Explorer | None = scope["state"].get("explorer") if "state" in scope else None
        method = scope.get("method")
        sends = method == "POST" and scope["path"] in self._sent
        if explorer is None or not (sends or method in {"GET", "HEAD"}):
            await self.app(scope, receive, send)
            return
        if "clearance" in scope["state"]:
            await self._unkept(explorer, scope, receive, send)
            return
        body: bytes | None = b""
        if sends:
            try:
                body, receive = await read_body(receive, self._sent[scope["path"]])
            except GoneAway:
                return
        asked, known = asked_in(scope, body or b"")
        view = None if body is None else self._view(explorer, scope, asked)
        if view is not None and view.policy.streams and await self._streamed(explorer, view, known, scope, send):
            return
        if view is None:
            begun = await whole(self.app, scope, receive if body is None or not sends else given(body))
            answer = await self._finished(explorer, begun, None, preferred(asked.accept_encoding), b"")
        else:
            scope["route"], scope[AS_READ] = view.route, view.request
            answer = await self._answer(explorer, view, known, scope, body or b"")
        if answer.tag and known and asked.method == "GET" and (known.strip() == ANY or knows(known, answer.tag)):
            await send({"type": "http.response.start", "status": 304, "headers": answer.unchanged})
            await send({"type": "http.response.body", "body": b""})
            return
        await send({"type": "http.response.start", "status": answer.status, "headers": answer.headers})
        await send({"type": "http.response.body", "body": b"" if method == "HEAD" else answer.body})

    async def _streamed(self, explorer: Explorer, view: View, known: bytes, scope: Scope, send: Send) -> bool:
        """Send an answer as it is made; nothing is sent when it cannot be told yet what it would be made from."""
        try:
            version = await explorer.versions.look()
        except Exception:
            return False  # whoever makes the answer meets it, and says it
        scope["route"] = view.route
        tag = tag_of(view.digest, _state(explorer, view, version), view.coding)
        only_headers = scope["method"] == "HEAD"
        with explorer.versions.seen(version):
            if known and (known.strip() == ANY or knows(known, tag)):
                begun = await whole(self.app, {**scope, _UNCHANGED: view.media_type}, given(b""))
                headers = finished(Begun(200, begun.headers, b""), view, IDENTITY, tag).unchanged
                await send({"type": "http.response.start", "status": 304, "headers": headers})
                await send({"type": "http.response.body", "body": b""})
                return True
            headers = [(name, value) for name, value in scope["headers"] if name not in CONDITIONS]
            inner = {**scope, "method": "GET", "headers": headers, ONLY_HEADERS: only_headers}
            await self.app(inner, given(b""), streaming(send, view, tag, only_headers=only_headers))
        return True

    async def _unkept(self, explorer: Explorer, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a reader with clearance, from one version of the data; nothing of it is kept, or looked up."""
        try:
            version: DataVersion | Exception = await explorer.versions.look()
        except Exception as error:
            version = error
        headers = [(name, value) for name, value in scope["headers"] if name not in CONDITIONS]
        with explorer.versions.seen(version):
            await self.app({**scope, "headers": headers}, receive, send)

    def _view(self, explorer: Explorer, scope: Scope, asked: Asked) -> View | None:
        """Return what a request asks to see; None where no route answers, or it is no question."""
        remembered = explorer.kept[_VIEWS]
        view = remembered.find(asked, None)
        if view is None:
            self._places = self._places or tuple(places_in(scope["app"].routes, self._policies))
            place = next((each for each in self._places if each.pattern.match(asked.path)), None)
            view = view_of(asked, place, explorer, self._program) if place else None
            if view and view.room < _MOST_REMEMBERED:
                remembered.keep(asked, None, view)
        return view

    async def _answer(self, explorer: Explorer, view: View, known: bytes, scope: Scope, body: bytes) -> Answer:
        state: Hashable = None
        if view.made_from is MadeFrom.MOMENT:
            return await self._made(explorer, view, b"", scope, body)
        if view.made_from is MadeFrom.PROGRAM:
            return await self._kept(explorer, view, state, known, scope, body)
        try:
            version = await explorer.versions.look()
        except Exception as error:
            # Whatever it is, whoever makes the answer meets it instead of asking again, and says it as it says such.
            with explorer.versions.seen(error):
                return await self._made(explorer, view, b"", scope, body)
        state = _state(explorer, view, version)
        with explorer.versions.seen(version):
            return await self._kept(explorer, view, state, known, scope, body)

    async def _kept(
        self, explorer: Explorer, view: View, state: Hashable, known: bytes, scope: Scope, body: bytes
    ) -> Answer:
        kept = explorer.kept[self._shelf]
        found = kept.find(view.key, state)
        if found is not None:
            return found
        tag = tag_of(view.digest, state, view.coding)
        if known and view.method == "GET" and knows(known, tag):
            begun = await whole(self.app, {**scope, _UNCHANGED: view.media_type}, given(b""))
            answer = finished(Begun(200, begun.headers, b""), view, IDENTITY, tag)
            return answer._replace(headers=answer.unchanged)
        return await kept.once(view.key, state, lambda: self._made(explorer, view, tag, scope, body))

    async def _made(self, explorer: Explorer, view: View, tag: bytes, scope: Scope, body: bytes) -> Answer:
        if view.made_from is not MadeFrom.MOMENT:
            await turn()
        begun = await whole(self.app, scope, given(body))
        return await self._finished(explorer, begun, view, view.coding, tag)

    async def _finished(self, explorer: Explorer, begun: Begun, view: View | None, coding: str, tag: bytes) -> Answer:
        coding = coding if is_worth_coding(begun) else IDENTITY
        if coding == IDENTITY or len(begun.body) < LONG:
            return finished(begun, view, coding, tag)
        try:
            return await explorer.aside(lambda: finished(begun, view, coding, tag))
        except TooBusy:
            # As it is, it is another answer than the tag stands for.
            return finished(begun, view, IDENTITY, b"")


def _state(explorer: Explorer, view: View, version: DataVersion) -> Hashable:
    """Return all that an answer of the data is made from."""
    beside = view.policy.beside(explorer, version) if view.policy.beside else ""
    return (version, today().toordinal(), explorer.beside.digest(), beside)


class Unchanged:
    """Stands within all that puts headers on answers, and gives an empty one to put them on for who has it already."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap an application."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        media_type = scope.get(_UNCHANGED)
        if media_type is None:
            await self.app(scope, receive, send)
            return
        headers = [(b"content-type", media_type.encode())] if media_type else []
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": b""})
