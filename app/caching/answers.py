"""Answers as they are sent, whole, so that the same can be sent again."""

from typing import NamedTuple

from starlette.types import ASGIApp, Message, Receive, Scope

from app.caching.coding import IDENTITY, SHORTEST, coded, is_text
from app.caching.policies import NOT_KEPT
from app.caching.views import View
from app.reading.explorer import Explorer
from app.reading.keeping import Shelf

_ANSWERS = "answers"
Headers = list[tuple[bytes, bytes]]

CONDITIONS = frozenset(
    [b"if-none-match", b"if-modified-since", b"if-match", b"if-unmodified-since", b"if-range", b"range"]
)
"""What readers say of their copies; it is answered here, so that whatever makes answers makes them whole."""
_REPLACED = frozenset([b"etag", b"cache-control", b"vary", b"content-length", b"accept-ranges"])
_MOVED = frozenset([301, 308])


class Answer(NamedTuple):
    """An answer, ready to be sent."""

    status: int
    headers: Headers
    body: bytes
    tag: bytes
    """Empty where it has none, since it is no answer, or is not to be kept."""
    unchanged: Headers
    """The headers for a reader who has it already."""

    @property
    def room(self) -> int:
        """Bytes it takes to keep; none for what is not kept."""
        return len(self.body) + 1500 if self.tag else 0


class Begun(NamedTuple):
    """An answer as the application gives it."""

    status: int
    headers: Headers
    body: bytes

    def said(self, name: bytes) -> str:
        """Return what a header says; empty where there is none."""
        return b", ".join(value for each, value in self.headers if each.lower() == name).decode("latin-1")


def answers_shelf(megabytes: int) -> Shelf[Answer]:
    """Return a shelf for answers with so much room."""
    return Shelf(_ANSWERS, megabytes * 1_000_000, lambda answer: answer.room)


def forget_answers(explorer: Explorer) -> None:
    """Drop what is kept of answers, so that the next is made anew."""
    for shelf in explorer.kept.shelves:
        if shelf.name == _ANSWERS:
            explorer.kept[shelf].forget()


async def whole(app: ASGIApp, scope: Scope, receive: Receive) -> Begun:
    """Have a request answered, all of it and without any condition."""
    headers = [(name, value) for name, value in scope["headers"] if name not in CONDITIONS]
    method = "GET" if scope["method"] == "HEAD" else scope["method"]
    begun: Message = {}
    content: list[bytes] = []

    async def collect(message: Message) -> None:
        nonlocal begun
        if message["type"] == "http.response.start":
            begun = message
        elif message["type"] == "http.response.body":
            content.append(message.get("body", b""))

    await app({**scope, "method": method, "headers": headers}, receive, collect)
    return Begun(begun["status"], list(begun["headers"]), b"".join(content))


def finished(begun: Begun, view: View | None, coding: str, tag: bytes) -> Answer:
    """Make an answer as it is sent: coded, and with what caches need to know; only what is an answer has a tag."""
    status, body, control = begun.status, begun.body, begun.said(b"cache-control")
    is_answer = status == 200 and NOT_KEPT not in control
    headers = [(name, value) for name, value in begun.headers if name.lower() not in _REPLACED]
    vary = _varying(begun.said(b"vary"), view, status)
    if coding != IDENTITY:
        body = coded(body, coding)
        headers.append((b"content-encoding", coding.encode()))
    if is_answer and view:
        # What is sent is kept by nobody on the way, whatever is said: it has no address.
        control = view.policy.cache_control if view.method == "GET" else ""
    elif status not in _MOVED:
        control = control or NOT_KEPT
    # What is made for one reader may have a tag of its own, of what it says; coded it is other bytes.
    own = begun.said(b"etag") if status == 200 else ""
    tag = tag if is_answer else f'{own[:-1]}-{coding}"'.encode() if own else b""
    told: Headers = [(b"vary", ", ".join(vary).encode())] if vary else []
    told += [(b"cache-control", control.encode())] if control else []
    told += [(b"etag", tag)] if tag else []
    headers += [*told, (b"content-length", str(len(body)).encode())]
    return Answer(status, headers, body, tag, unchanged(headers))


def is_worth_coding(begun: Begun) -> bool:
    """Tell whether an answer is to be compressed."""
    return len(begun.body) >= SHORTEST and not begun.said(b"content-encoding") and is_text(begun.said(b"content-type"))


def unchanged(headers: Headers) -> Headers:
    """Take what a 304 says of an answer: all that is not about its content (RFC 9110, 15.4.5)."""
    return [
        (name, value)
        for name, value in headers
        if not name.lower().startswith(b"content-") or name.lower() == b"content-security-policy"
    ]


def _varying(said: str, view: View | None, status: int) -> list[str]:
    fields = [each.strip() for each in said.split(",") if each.strip()]
    # Errors are told in another way to programs than to people.
    fields += ["Accept"] if status >= 300 else []
    fields += view.vary if view else ("Accept-Encoding",)
    return list(dict.fromkeys(fields))
