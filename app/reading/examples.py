"""Questions to begin with, chosen by rule from what a place has: a forum, a community, a board, each the most telling.

Of each sort it is the body with the most seats (those held for it elsewhere for a forum or a constituency, those on it
for a board), then with the most lines.
"""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from app.domain.as_at import AsAt
from app.domain.english import name_order
from app.domain.vocabulary import Classification as C
from app.reading.catalogue import Contents, Name
from app.reading.explorer import Explorer

MOST_PLACES = 6
"""Places that examples are taken from: the front page is no index."""
MOST_BODIES = 400
"""Bodies of one sort in one place that are compared."""
VOICES = frozenset({C.FORUM, C.NETWORK, C.REFERENCE_GROUP, C.PANEL})
BOARDS = frozenset({C.LSP, C.EXECUTIVE, C.PARTNERSHIP_BOARD, C.COMMITTEE})


@dataclass(frozen=True, slots=True)
class Examples:
    """What a place offers to ask about; None where it has no body of that sort with a seat or line."""

    area: str
    voice: Name | None
    """A forum, network or reference group with the most seats held for it."""
    community: Name | None
    """A constituency with the most seats held for it."""
    board: Name | None
    """A board with the most seats on it; one without any answers nothing."""


async def find_examples(explorer: Explorer, contents: Contents, on: date) -> list[Examples]:
    """Choose the examples of the largest places, largest first."""
    places = sorted(contents.areas, key=lambda id_: (-contents.sizes[id_], id_))[:MOST_PLACES]
    sorts: dict[str, dict[str, list[Name]]] = {
        place: {"voice": [], "community": [], "board": []} for place in places if contents.sizes[place]
    }
    for name in contents.names:
        sort = _sort(name)
        if sort and name.place in sorts and len(sorts[name.place][sort]) < MOST_BODIES:
            sorts[name.place][sort].append(name)
    asked = [name.id for of in sorts.values() for sort in ("voice", "community") for name in of[sort]]
    boards = [name.id for of in sorts.values() for name in of["board"]]
    held, on_them, lines = await asyncio.gather(
        explorer.reader.posts_elsewhere(asked, AsAt(on)),
        explorer.reader.posts_on(boards, AsAt(on)),
        explorer.reader.lines(asked, AsAt(on)),
    )
    return [
        Examples(
            place,
            _most(of["voice"], held, lines),
            _most(of["community"], held, lines),
            _most([name for name in of["board"] if on_them.get(name.id)], on_them, lines),
        )
        for place, of in sorts.items()
    ]


def _sort(name: Name) -> str | None:
    if name.label != "Organization":
        return None
    if name.classification in VOICES:
        return "voice"
    if name.classification == C.CONSTITUENCY:
        return "community"
    return "board" if name.classification in BOARDS else None


def _most(
    names: Sequence[Name], posts: Mapping[str, Sequence[object]], lines: Mapping[str, Sequence[object]]
) -> Name | None:
    def weight(name: Name) -> tuple[int, int]:
        return len(posts.get(name.id, ())), len(lines.get(name.id, ()))

    joined = [name for name in names if weight(name) > (0, 0)]
    return min(joined, key=lambda name: ([-n for n in weight(name)], name_order(name.name)), default=None)
