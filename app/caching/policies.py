"""How an address is kept: what its answers are made from, and what caches on the way are told.

Every address that is read is made from the data unless a room's table says otherwise, so that a new page needs no
line anywhere to have a tag.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any, NamedTuple

from app.reading.explorer import Explorer
from app.reading.versions import DataVersion

REVALIDATED = "public, no-cache"
"""Anybody may keep it, and asks each time whether it is still so."""
FOR_A_DAY = "public, max-age=86400"
NOT_KEPT = "no-store"
PRIVATE = f"private, {NOT_KEPT}"
"""What is made for one reader."""


AS_READ = "partnerships.read"
"""In a scope: what its room made of a request, if anything."""


class MadeFrom(Enum):
    """What has to change for an answer to change."""

    DATA = "the data, the day and the program"
    PROGRAM = "the program alone"
    MOMENT = "nothing that is known before"


class Asked(NamedTuple):
    """What of a request decides its answer."""

    method: str
    """GET or POST; HEAD is answered as GET."""
    path: str
    query: bytes
    origin: bytes
    """Scheme and host, which links name that leave the site."""
    accept: bytes
    accept_encoding: bytes
    content_type: bytes
    body: bytes


class Read(NamedTuple):
    """A request as its room reads it."""

    parts: tuple[bytes, ...]
    """What tells this question from any other at the same address."""
    media_type: str
    """Of its answer."""
    made_from: MadeFrom
    request: Any = None
    """What was made of what is sent, so that whoever answers need not read it again."""


@dataclass(frozen=True, slots=True)
class Policy:
    """How the answers of one address are kept."""

    made_from: MadeFrom = MadeFrom.DATA
    cache_control: str = REVALIDATED
    vary: tuple[str, ...] = ()
    """Header fields that choose among its answers, beside Accept-Encoding."""
    most_body: int = 0
    """Bytes of a POST that are read to see what it asks; 0 where nothing is sent."""
    read: Callable[[Explorer, Asked], Read | None] | None = None
    """Reads what is asked; None of a request that is wrong. Where there is none, the address says it all."""
    beside: Callable[[Explorer, DataVersion], str] | None = None
    """What its answers are made from beside the data."""
    streams: bool = False
    """Whether its answers, of data and read by GET, are sent as they are made, and never kept."""


USUAL = Policy()
STREAMED = Policy(streams=True)
OF_THE_PROGRAM = Policy(MadeFrom.PROGRAM)
OF_THE_MOMENT = Policy(MadeFrom.MOMENT, NOT_KEPT)
OF_THE_READER = Policy(MadeFrom.MOMENT, PRIVATE)

Policies = Mapping[str, Policy]
"""By the path of a route, as it was declared."""
