"""When facts hold, kept right in the database as part of each load.

A fact holds only while what it hangs on does: a seat while its body is there, who sits in it and for whom while the
seat and the other end are, a line while both its ends are. So each has bounds beside those that its source gives
(`earliest`, `latest`, `proposed`): `holdsFrom` and `holdsUntil`, and `onlyProposed` for what is a proposal or hangs on
one. Queries ask only for these, in the fragment `within_its_time`; pages show what was recorded.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from app.domain.facts import Link, Node, Value
from app.domain.vocabulary import LifecycleStatus
from app.store.database import Transaction

BATCH = 10_000

BOUNDED = frozenset({"Organization", "Post", "RecordedAbsence"})
"""The labels of what has a time."""
_HANGING = {"POST_IN": "Post", "SUBJECT": "RecordedAbsence", "FROM": "RecordedAbsence"}
"""Links by which a node hangs on a body, with the node's label."""


@dataclass(slots=True)
class Outdated:
    """What a load changed that decides when something holds: ids."""

    bodies: set[str] = field(default_factory=set)
    """Known bodies that are written anew, and new ones of which only their sources tell when they ended."""
    sources: bool = False
    """Whether known sources are written anew: they date the end of what is disbanded."""
    hanging: dict[str, set[str]] = field(default_factory=dict)
    """By label: known seats and absences that are written anew or hang on something else."""
    around: set[str] = field(default_factory=set)
    """Bodies on which something new hangs, which matters where they have bounds."""

    def end(self, keys: Iterable[str]) -> None:
        """Look at nodes, by `label id`, that a load ends; what ends relationships works out when they hold itself."""
        for label, _, id_ in (key.partition(" ") for key in keys):
            if label == "Organization":
                self.bodies.add(id_)
            elif label in BOUNDED:
                self.hanging.setdefault(label, set()).add(id_)


def time_as_written(node: Node, *, is_known: bool) -> dict[str, Value]:
    """Return the bounds that are written with a node, those of its own: nothing for a known one.

    Of those, `settle_times` finds out by comparing what is there with what should be; and so it does of what hangs on
    something that has bounds.
    """
    if is_known or node.label not in BOUNDED:
        return {}
    said = node.properties
    proposed = said.get("proposed") or said.get("status") == LifecycleStatus.PROPOSED.value
    times = {"holdsFrom": said.get("earliest"), "holdsUntil": said.get("latest"), "onlyProposed": proposed or None}
    return {name: value for name, value in times.items() if value is not None}


def link_time_as_written(link: Link, start: Mapping[str, Value], end: Mapping[str, Value]) -> dict[str, Value]:
    """Return the bounds that are written with a relationship between new nodes, of which those are given.

    As `start_of_a_link` and its neighbours among the fragments have it.
    """
    said, is_succession = link.properties, link.type == "SUCCEEDED_BY"
    since, until = said.get("earliest"), said.get("latest")
    for support in (end,) if is_succession else (start, end):
        since = _further(since, support.get("holdsFrom"), max)
    for support in () if is_succession else (start, end):
        until = _further(until, support.get("holdsUntil"), min)
    proposed = said.get("proposed") or start.get("onlyProposed") or end.get("onlyProposed")
    times = {"holdsFrom": since, "holdsUntil": until, "onlyProposed": proposed or None}
    return {name: value for name, value in times.items() if value is not None}


def _further(day: Value, bound: Value, choose: Callable[[date, date], date]) -> Value:
    return choose(day, bound) if isinstance(day, date) and isinstance(bound, date) else day or bound


def outdated_by(
    nodes: Iterable[Node], links: Iterable[Link], known: set[str], unhung: Iterable[tuple[str, str]]
) -> Outdated:
    """Find where to look, from what is to be written and the (type, start) of links to be removed.

    `known` has `label id` of the nodes that the database has already.
    """
    found, fresh = Outdated(), set()
    for node in nodes:
        is_known = f"{node.label} {node.id}" in known
        if not is_known:
            fresh.add(node.id)
        if node.label == "Organization":
            if is_known or _ends_with_its_sources(node):
                found.bodies.add(node.id)
        elif node.label == "Source":
            found.sources |= is_known
        elif is_known and node.label in BOUNDED:
            found.hanging.setdefault(node.label, set()).add(node.id)
    for link in links:
        if link.type in _HANGING and link.from_id in fresh:
            found.around.add(link.to_id)
        elif link.type in _HANGING:
            found.hanging.setdefault(_HANGING[link.type], set()).add(link.from_id)
    for type_, start in unhung:
        if type_ in _HANGING:
            found.hanging.setdefault(_HANGING[type_], set()).add(start)
    return found


async def settle_times(transaction: Transaction, outdated: Outdated) -> None:
    """Bring right when facts hold wherever a load changed what that depends on, in other places too."""
    changed: set[str] = set()
    if outdated.sources:
        changed |= {id_ for (id_,) in await transaction.write("refresh_times_of_disbanded_bodies")}
    for batch in _batches(ids=outdated.bodies):
        changed |= {id_ for (id_,) in await transaction.write("refresh_times_of_bodies", **batch)}
    hanging: dict[str, set[str]] = {}
    for batch in _batches(
        posts=outdated.hanging.get("Post", set()),
        absences=outdated.hanging.get("RecordedAbsence", set()),
        bodies=changed,
        bounded=outdated.around - changed,
    ):
        for label, id_ in await transaction.write("refresh_times_of_what_hangs", **batch):
            hanging.setdefault(label, set()).add(id_)
    posts, absences = hanging.get("Post", set()), hanging.get("RecordedAbsence", set())
    for batch in _batches(organizations=changed, posts=posts, absences=absences):
        await transaction.soon("refresh_times_of_links", **batch)


def _ends_with_its_sources(node: Node) -> bool:
    said = node.properties
    return said.get("status") == LifecycleStatus.DISBANDED.value and said.get("latest") is None


def _batches(**ids: set[str]) -> Iterator[dict[str, list[str]]]:
    """Cut long lists; nothing comes where all are empty."""
    listed = {name: sorted(each) for name, each in ids.items()}
    for start in range(0, max(map(len, listed.values())), BATCH):
        yield {name: each[start : start + BATCH] for name, each in listed.items()}
