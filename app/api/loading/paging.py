"""Pages of long lists: keyset connections, each cursor the sorting key of the row it belongs to.

A page is found by its key, not by counting, so that it stays right when rows are added before it. A cursor carries
a checksum and the name of its list: what was not given out for this list is refused.
"""

import base64
import binascii
import hashlib
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Generic, TypeVar

import orjson

from app.api.admitting.limits import MOST
from app.api.loading.batches import Now, then
from app.errors import BadInput

Item = TypeVar("Item")

START = ("", "")
"""The key before all others."""

_CHECKSUM = 6


@dataclass(frozen=True, slots=True)
class Entry(Generic[Item]):
    """The value behind an edge."""

    cursor: str
    node: Item


@dataclass(frozen=True, slots=True)
class PageEnds:
    """The value behind a page's info."""

    has_next_page: bool
    has_previous_page: bool
    start_cursor: str | None
    end_cursor: str | None


@dataclass(frozen=True, slots=True)
class Page(Generic[Item]):
    """The value behind a connection."""

    edges: list[Entry[Item]]
    page_info: PageEnds
    total_count: int


@dataclass(frozen=True, slots=True)
class CountedPage(Page[Item]):
    """The value behind a connection that says how many there are of each kind, and finds out when it is asked."""

    kinds: Callable[[], Now[Sequence[StrEnum]]]
    """The kind of each one in the whole list."""


@dataclass(frozen=True, slots=True)
class KindCount:
    """The value behind the number of one kind."""

    kind: StrEnum
    count: int


def counts_of(page: Any) -> Now[list[KindCount]]:
    """Count the kinds in a whole list, in the order of the vocabulary; kinds of which there is none are left out."""
    return then(page.kinds(), counted)


def counted(kinds: Sequence[StrEnum]) -> list[KindCount]:
    """Count kinds, in the order of the vocabulary; those of which there is none are left out."""
    found = Counter(kinds)
    return [KindCount(kind, found[kind]) for kind in (type(kinds[0]) if kinds else ()) if found[kind]]


@dataclass(frozen=True, slots=True)
class PageAsked:
    """Which page of which list is asked for, checked."""

    of: str
    first: int
    after: tuple[str, str]

    def page(self, total: int, rows: Sequence[Item], key: Callable[[Item], tuple[str, str]]) -> Page[Item]:
        """Make the page of rows that begin after the cursor: one more than asked for when there are more."""
        edges = [Entry(cursor(self.of, key(row)), row) for row in rows[: self.first]]
        ends = self.ends(len(rows), edges[0].cursor if edges else None, edges[-1].cursor if edges else None)
        return Page(edges, ends, total)

    def ends(self, rows: int, start: str | None, end: str | None) -> PageEnds:
        """Say where the page stands, of which so many rows were found, with the cursors of the first and the last."""
        return PageEnds(
            has_next_page=rows > self.first,
            has_previous_page=self.after != START,
            start_cursor=start,
            end_cursor=end,
        )

    def counted(
        self,
        total: int,
        rows: Sequence[Item],
        key: Callable[[Item], tuple[str, str]],
        kinds: Callable[[], Now[Sequence[StrEnum]]],
    ) -> CountedPage[Item]:
        """Make such a page, with how to find out the kind of everything in the list."""
        page = self.page(total, rows, key)
        return CountedPage(page.edges, page.page_info, page.total_count, kinds)


def asked(of: str, first: int | None, after: str | None, *, usual: int = 25) -> PageAsked:
    """Check what page is asked for; BadInput says what is wrong."""
    first = usual if first is None else first
    if not 0 <= first <= MOST:
        raise BadInput(f"first is {first}: expected 0 to {MOST}.")
    return PageAsked(of, first, START if after is None else _key(of, after))


def cursor(of: str, key: tuple[str, str]) -> str:
    """Return the cursor of a row of a list."""
    text = orjson.dumps(key)
    return base64.urlsafe_b64encode(_checksum(of, text) + text).decode().rstrip("=")


def _key(of: str, given: str) -> tuple[str, str]:
    try:
        raw = base64.b64decode(given + "=" * (-len(given) % 4), altchars=b"-_", validate=True)
        check, text = raw[:_CHECKSUM], raw[_CHECKSUM:]
        if check != _checksum(of, text):
            raise ValueError("the checksum is another")
        key = orjson.loads(text)
        if not (isinstance(key, list) and len(key) == 2 and all(isinstance(part, str) for part in key)):
            raise ValueError("it holds no key")
    except (ValueError, TypeError, binascii.Error, orjson.JSONDecodeError) as error:
        raise BadInput("Invalid cursor: pass an endCursor from this list.") from error
    return key[0], key[1]


def _checksum(of: str, text: bytes) -> bytes:
    return hashlib.blake2b(text, key=of.encode(), digest_size=_CHECKSUM).digest()
