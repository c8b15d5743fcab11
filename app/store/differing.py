"""What sets a data set apart from what the database holds of its places, fact by fact."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from app.domain.facts import DataSet, Link, Node
from app.domain.vocabulary import LineType
from app.store.database import Transaction
from app.store.lifetimes import Outdated, outdated_by
from app.store.openness import Unsettled, unsettled_by
from app.store.recorded import Recorded, RecordedLink, recorded_of

ONE_AT_A_TIME = frozenset(
    {
        "PART_OF",
        "IN_AREA",
        "POST_IN",
        "MEETING_OF",
        "ARISING_FROM",
        "ASSESSES",
        "SUBJECT",
        "FROM",
        "FILLED_BY_HOLDER_OF",
    }
)
"""Links that an entry says of itself: what its file says takes the place of what it said, asked or not.

Otherwise an area that moves would lie in two, and a seat that is put on another board would be on both.
"""
_ENDING = frozenset(
    {
        "Organization",
        "Post",
        "RecordedAbsence",
        "HOLDS",
        "WORKS_FOR",
        "ON_BEHALF_OF",
        "APPOINTED_BY",
        "FILLED_BY_HOLDER_OF",
    }
    | {kind.relationship for kind in LineType}
)
"""Labels and types of what can have an end."""


def key_of(fact: Node | Link) -> str:
    """Return what a fact is known by: its label or type, and its id, which is unique within that."""
    return f"{fact.label if isinstance(fact, Node) else fact.type} {fact.id}"


def can_end(fact: Node | Link) -> bool:
    """Tell whether a fact can have an end: a seat, a body and a line can, who came to a meeting cannot."""
    return _can_end(key_of(fact))


def _can_end(key: str) -> bool:
    return key.partition(" ")[0] in _ENDING


def id_in(key: str) -> str:
    """Return the id in such a key."""
    return key.partition(" ")[2]


def ids_by_label(keys: Iterable[str]) -> dict[str, list[str]]:
    """Sort the keys of nodes by their labels."""
    found: dict[str, list[str]] = {}
    for key in keys:
        label, _, id_ = key.partition(" ")
        found.setdefault(label, []).append(id_)
    return found


@dataclass(slots=True)
class Difference:
    """What a load would write, and what its files no longer have."""

    recorded: Recorded
    """What the database holds of the places."""
    nodes: list[Node] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    known: set[str] = field(default_factory=set)
    """Keys of those among them that overwrite what is there; the others are new."""
    moved: list[str] = field(default_factory=list)
    """Keys of links that get other ends, and of those whose place another takes: they go in any case."""
    replaced: list[str] = field(default_factory=list)
    """Of those, the keys of links whose place another takes."""
    gone_nodes: list[str] = field(default_factory=list)
    """Keys of what the database has and the files have not."""
    gone_links: list[str] = field(default_factory=list)
    all_gone: bool = False
    """Whether the files have nothing at all: what the places had is gone, every fact of it."""
    before: set[str] = field(default_factory=set)
    """Places of which something was recorded before."""
    unsettled: Unsettled = field(default_factory=Unsettled)
    """Where who may see what has to be worked out anew."""
    outdated: Outdated = field(default_factory=Outdated)
    """Where it has to be worked out anew when facts hold."""

    def written(self) -> Iterator[Node | Link]:
        """Give what is new or overwrites what is there; a list of all would take memory that a large load has not."""
        yield from self.nodes
        yield from self.links

    @property
    def endable(self) -> tuple[list[str], list[str]]:
        """Keys of the nodes and of the links that are gone and can have an end."""
        return list(filter(_can_end, self.gone_nodes)), list(filter(_can_end, self.gone_links))


async def difference_of(
    transaction: Transaction,
    facts: DataSet,
    places: Sequence[str],
    *,
    replace: bool,
    part: Recorded | None = None,
) -> Difference:
    """Compare a data set with what is recorded of its places; with `replace`, what is gone will go.

    With `part`, the facts are some of the places' and are compared with these recorded ones alone: of the others,
    nothing is gone.
    """
    recorded = await recorded_of(transaction, places, facts) if part is None else part
    found = Difference(recorded, all_gone=part is None and not len(facts))
    found.before = (
        set(places) if part is not None else {id_.partition("/")[0] for _, id_ in recorded.nodes if "/" in id_}
    )
    known_nodes, known_links = dict(recorded.nodes), dict(recorded.links)
    unhung: list[tuple[str, str]] = []
    for node in facts.nodes:
        known = known_nodes.pop((node.label, node.id), None)
        if known is not None:
            if known.digest == node.digest:
                continue
            found.known.add(key_of(node))
        found.nodes.append(node)
    for link in facts.links:
        before = known_links.pop((link.type, link.id), None)
        if before is not None:
            if before.digest == link.digest:
                continue
            found.known.add(key_of(link))
            if (before.from_id, before.to_id) != (link.from_id, link.to_id):
                found.moved.append(key_of(link))
                unhung.append((link.type, before.from_id))
        found.links.append(link)
    _sort_out_gone(found, facts, known_nodes, known_links, unhung, replace=replace)
    access_before = {key: known.access for key, known in recorded.nodes.items()}
    found.unsettled = unsettled_by(found.nodes, found.links, access_before, unhung)
    found.outdated = outdated_by(found.nodes, found.links, found.known, unhung)
    return found


def _sort_out_gone(
    found: Difference,
    facts: DataSet,
    nodes: Iterable[tuple[str, str]],
    links: dict[tuple[str, str], RecordedLink],
    unhung: list[tuple[str, str]],
    *,
    replace: bool,
) -> None:
    """Tell what the files no longer have from what another fact takes the place of.

    Areas and shared sources belong to all places: no place's file may remove them, nor move an area it leaves out.
    """
    found.gone_nodes = [f"{label} {id_}" for label, id_ in nodes if "/" in id_]
    said = {(link.type, link.from_id) for link in facts.links if link.type in ONE_AT_A_TIME} if links else set()
    named = {node.id for node in facts.nodes if node.label == "Area"} if links else set()
    for (type_, id_), known in links.items():
        start = known.from_id
        if (type_, start) in said:
            found.replaced.append(f"{type_} {id_}")
        elif type_ != "PART_OF" or start in named:
            found.gone_links.append(f"{type_} {id_}")
            if not replace:
                continue
        else:
            continue
        unhung.append((type_, start))
    found.moved += found.replaced
