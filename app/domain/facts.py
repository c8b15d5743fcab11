"""What a data set is made of: nodes and links of the graph, each a fact with its dates, sources and access.

`properties` are in the store's own form: text, numbers, dates, lists of text. The provenance every fact carries is
`since`, `until` (as recorded), `earliest`, `latest` (their outer bounds as real dates, where there are any), `cites`
(a line a source: its id, a space, and where in it), `certainty`, `access`, `note`, and `proposed` where it is so.
A property that says nothing is None and is not kept: see docs/decisions/0008-lean-facts.md.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from app.domain.vocabulary import LineType

Value = str | int | float | bool | date | list[str] | None

NODE_LABELS = (
    "Area",
    "Source",
    "Organization",
    "Person",
    "Post",
    "Meeting",
    "Action",
    "Assessment",
    "RecordedAbsence",
)
"""Every label, in the order in which nodes are written."""
LINES = frozenset(line.relationship for line in LineType)
"""The types of link that are entries by themselves."""
_SAID_AT_THE_END = frozenset({"HOLDS", "ATTENDED", "REPORTED_BACK"})
"""Links that the entry which they lead to says: a seat says who holds it, a meeting who came."""


# Nobody changes a fact: it is not frozen because that takes three times as long to make, and of large files there are
# half a million.
@dataclass(slots=True)
class Node:
    """One node: its label, its id, the place whose file holds it, and its properties."""

    label: str
    id: str
    place: str
    properties: dict[str, Value]
    _known: int | None = field(default=None, compare=False, repr=False)

    @property
    def digest(self) -> int:
        """A short fingerprint of everything the node says, worked out once; equal facts have equal ones."""
        if self._known is None:
            self._known = _digest(self.label, self.id, self.properties)
        return self._known


@dataclass(slots=True)
class Link:
    """One relationship between two nodes, in the direction of the graph model."""

    type: str
    id: str
    place: str
    from_label: str
    from_id: str
    to_label: str
    to_id: str
    properties: dict[str, Value]
    _known: int | None = field(default=None, compare=False, repr=False)

    @property
    def digest(self) -> int:
        """A short fingerprint of everything the link says, its ends included, worked out once."""
        if self._known is None:
            key = f"{self.id}\0{self.from_id}\0{self.to_id}"
            self._known = _digest(self.type, key, self.properties)
        return self._known


@dataclass(slots=True)
class DataSet:
    """All facts of one load, ready to be written, and the places whose files it holds completely."""

    nodes: list[Node] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    places: set[str] = field(default_factory=set)

    needs: dict[str, list[str]] = field(default_factory=dict, compare=False, repr=False)
    """Of facts that were read from the database and are not open: by label or type and id, what readers need."""

    def __len__(self) -> int:
        """Count the facts."""
        return len(self.nodes) + len(self.links)

    def all(self) -> list[Node | Link]:
        """Return the facts in writing order, nodes first."""
        return [*self.nodes, *self.links]

    def extend(self, other: "DataSet") -> None:
        """Take over everything that another data set says."""
        self.nodes += other.nodes
        self.links += other.links
        self.places |= other.places


def said_by(fact: Node | Link) -> tuple[str, str]:
    """Return the label and the id of the entry that says a fact; a line has no label."""
    if isinstance(fact, Node):
        return fact.label, fact.id
    if fact.type in LINES:
        return "", fact.id
    if fact.type in _SAID_AT_THE_END:
        return fact.to_label, fact.to_id
    return fact.from_label, fact.from_id


def _digest(kind: str, key: str, properties: dict[str, Value]) -> int:
    said = [(name, repr(value)) for name, value in properties.items() if value is not None]
    # Earlier versions counted `open` among what a fact says. Nearly all facts were open, and are known by this still.
    said = sorted([*said, ("open", "True")])
    # Eight bytes, since a number of 64 bits is the smallest that a graph database keeps in its record.
    return int.from_bytes(hashlib.blake2b(repr((kind, key, said)).encode(), digest_size=8).digest(), signed=True)


def by_label(nodes: Iterable[Node]) -> dict[str, list[Node]]:
    """Sort nodes into one list a label, labels in writing order."""
    sorted_nodes: dict[str, list[Node]] = {}
    for node in nodes:
        sorted_nodes.setdefault(node.label, []).append(node)
    return {label: sorted_nodes[label] for label in NODE_LABELS if label in sorted_nodes}
