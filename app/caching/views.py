"""What a request asks to see, told apart from everything else that can be asked for, before any work is done."""

import re
from collections.abc import Iterator
from mimetypes import guess_type
from typing import Any, NamedTuple

from fastapi.routing import APIRoute
from starlette.types import Scope

from app.caching.coding import IDENTITY, PACKED, preferred
from app.caching.policies import USUAL, Asked, MadeFrom, Policies, Policy, Read
from app.caching.tags import digest_of
from app.reading.explorer import Explorer

PAGE = "text/html"
_ANYBODY = b"anybody"
"""Who asks: as yet everybody may read the same."""


class View(NamedTuple):
    """A way to look at something, whatever state it is in."""

    method: str
    """GET or POST."""
    key: tuple[bytes, ...]
    """What its answers are kept under."""
    digest: bytes
    """What tells it from any other, on every machine."""
    route: Any
    policy: Policy
    made_from: MadeFrom
    media_type: str
    """Of its answers: a page, or something else."""
    coding: str
    """How its answers are compressed for whoever asks."""
    vary: tuple[str, ...]
    """Header fields that choose among its answers."""
    request: Any
    """What its room made of what is sent, if anything."""
    room: int


class Place(NamedTuple):
    """An address, or all of a sort."""

    route: Any
    pattern: re.Pattern[str]
    policy: Policy
    media_type: str


def places_in(routes: list[Any], policies: Policies) -> Iterator[Place]:
    """Return the addresses of an application, in the order in which they are tried."""
    for route in routes:
        inner = getattr(route, "original_router", None)
        if inner is not None:
            yield from places_in(inner.routes, policies)
        else:
            # A route may say itself how its answers are kept: those of one reader's own do, so that none is forgotten.
            policy: Policy = policies.get(route.path, getattr(route, "policy", USUAL))
            yield Place(route, route.path_regex, policy, _media_type(route))


def _media_type(route: Any) -> str:
    """Return what a route says that it answers with; one that says nothing of it is a page, and a file no route."""
    if not isinstance(route, APIRoute):
        return ""
    described = route.responses.get(200)
    if described:
        return next(iter(described.get("content", ())), "application/json")
    said = getattr(route.response_class, "media_type", None)
    return said if said and said != "application/json" else PAGE


def asked_in(scope: Scope, body: bytes) -> tuple[Asked, bytes]:
    """Read from a request what decides its answer, and which copies the reader has (If-None-Match)."""
    host = accept = accept_encoding = content_type = known = b""
    for name, value in scope["headers"]:
        if name == b"host":
            host = value
        elif name == b"accept":
            accept = accept + b"," + value if accept else value
        elif name == b"accept-encoding":
            accept_encoding = accept_encoding + b"," + value if accept_encoding else value
        elif name == b"if-none-match":
            known = known + b"," + value if known else value
        elif name == b"content-type":
            content_type = value
    method = "POST" if scope["method"] == "POST" else "GET"
    origin = scope["scheme"].encode() + b"://" + host
    return (
        Asked(method, scope["path"], scope["query_string"], origin, accept, accept_encoding, content_type, body),
        known,
    )


def view_of(asked: Asked, place: Place, explorer: Explorer, program: bytes) -> View | None:
    """Return what a request asks to see; None when it cannot be read."""
    policy = place.policy
    if policy.read is None:
        # Errors are told in another way to programs: nobody waits for the answer to whoever accepts something else.
        parts = (asked.path.encode("utf-8", "surrogateescape"), asked.query, asked.origin)
        read, apart = Read(parts, place.media_type, policy.made_from), asked.accept
    else:
        found = policy.read(explorer, asked)
        if found is None:
            return None
        read, apart = found, asked.method.encode()
    packed = asked.path.endswith(PACKED)
    coding = IDENTITY if packed else preferred(asked.accept_encoding)
    vary = policy.vary if packed else (*policy.vary, "Accept-Encoding")
    digest = digest_of((program, _ANYBODY, place.pattern.pattern.encode(), *read.parts, coding.encode()))
    # What is sent is there twice: as it came, and as it was read.
    room = 300 + len(asked.query) + 2 * len(asked.body) + len(asked.path) + len(asked.accept)
    media_type = read.media_type or guess_type(asked.path)[0] or ""
    return View(
        asked.method,
        (digest, apart),
        digest,
        place.route,
        policy,
        read.made_from,
        media_type,
        coding,
        vary,
        read.request,
        room,
    )
