"""What the database said of bodies and seats on the way, kept until the data changes: many ways lead past the same."""

from dataclasses import dataclass, field

from app.domain.as_at import AsAt
from app.domain.records import Post
from app.reading.explorer import Explorer
from app.reading.keeping import Shelf
from app.store.rows import Row

MOST = 4_000
"""How many bodies and seats: some 5 kB each."""

Seats = dict[str, tuple[Post, Row]]
"""By id, each with its row of `list_route_seats`."""


@dataclass(slots=True)
class Kept:
    """What is known on a day."""

    rows: dict[tuple[str, str], Row] = field(default_factory=dict)
    """By the query and the body."""
    seats: Seats = field(default_factory=dict)

    def make_room(self) -> None:
        """Forget all when it is more than is to be kept; walks that are on their way have what they need."""
        if len(self.rows) + len(self.seats) > MOST:
            self.rows, self.seats = {}, {}


_KEPT: Shelf[Kept] = Shelf("what ways lead past", 4)
"""By day and whether proposals count, with the version of the data."""


def kept_of(explorer: Explorer, version: int, as_at: AsAt) -> Kept:
    """Return what is known of the data in a version, to use and to add to."""
    kept = explorer.kept[_KEPT].once_in_thread(as_at, version, Kept)
    kept.make_room()
    return kept
