"""What the database holds of a load's places: read at their own nodes, by the index of ids, nothing of other places.

The ids of a place's nodes begin with the place's own. Its relationships are at them, but for lines that its file has
between bodies of other places: from which bodies those start is noted (`LinesElsewhere`) whenever one is written.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from app.domain.facts import NODE_LABELS, DataSet, Link
from app.store.columns import Row
from app.store.database import Transaction

OWN_LABELS = tuple(label for label in NODE_LABELS if label != "Area")
"""What a place has of its own: areas belong to none."""


class RecordedNode(NamedTuple):
    """What is known of a node."""

    digest: int
    access: str


class RecordedLink(NamedTuple):
    """What is known of a relationship: what follows its type and id in `links` of a row."""

    digest: int
    from_label: str
    from_id: str
    to_id: str


@dataclass(slots=True)
class Recorded:
    """What the database holds of some places, by label or type and id."""

    nodes: dict[tuple[str, str], RecordedNode] = field(default_factory=dict)
    links: dict[tuple[str, str], RecordedLink] = field(default_factory=dict)
    elsewhere: dict[str, frozenset[str]] = field(default_factory=dict)
    """By place, the bodies of other places that lines start from which it records between such bodies."""

    def __len__(self) -> int:
        """Count the facts."""
        return len(self.nodes) + len(self.links)

    def add(self, label: str, row: Row) -> None:
        """Take over a node with the relationships that were read with it."""
        self.nodes[label, row.id] = RecordedNode(row.digest, row.access)
        for link in row.links:
            self.links[link[0], link[1]] = RecordedLink._make(link[2:])


async def recorded_of(transaction: Transaction, places: Iterable[str], shared: DataSet | None = None) -> Recorded:
    """Read what is recorded of some places, and of the areas and shared sources that a data set has."""
    found = Recorded()
    for place in (each for each in places if each):
        for label in OWN_LABELS:
            for row in await transaction.read("list_facts_of_place", label, place=place, within=f"{place}/"):
                found.add(label, row)
    for row in await transaction.read("list_bodies_elsewhere", places=list(places)):
        found.elsewhere[row.place] = frozenset(row.bodies)
    if found.elsewhere:
        ids = sorted(frozenset().union(*found.elsewhere.values()))
        for row in await transaction.read("list_lines_elsewhere", ids=ids, places=sorted(found.elsewhere)):
            found.links[row.type, row.id] = RecordedLink(row.digest, row.from_label, row.from_id, row.to_id)
    belongs_to_none = [node for node in shared.nodes if not node.place] if shared else []
    areas, sources = ([node.id for node in belongs_to_none if node.label == label] for label in ("Area", "Source"))
    if belongs_to_none:
        for row in await transaction.read("list_shared_facts", areas=areas, sources=sources):
            found.add(row.label, row)
    return found


def starts_elsewhere(links: Iterable[Link]) -> dict[str, set[str]]:
    """Return by place where lines start that it records between bodies of other places."""
    starts: dict[str, set[str]] = {}
    for link in links:
        within = f"{link.place}/"
        if link.place and not link.from_id.startswith(within) and not link.to_id.startswith(within):
            starts.setdefault(link.place, set()).add(link.from_id)
    return starts


async def note_elsewhere(transaction: Transaction, recorded: Recorded, links: Sequence[Link]) -> None:
    """Note where lines start that are written between bodies of other places, where that is not noted yet."""
    for place, bodies in starts_elsewhere(links).items():
        known = recorded.elsewhere.get(place, frozenset())
        if not bodies <= known:
            await transaction.soon("record_bodies_elsewhere", place=place, bodies=sorted(bodies | known))
