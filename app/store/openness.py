"""Which facts the public may see, and what a reader of the others needs, kept right in the database with each load.

A fact is `open` when it is public and hangs on nothing that is not: a seat on a confidential board is closed, whoever
says so of the seat, in whatever place the seat is recorded. A load says which of its facts are public; what that means
for everything that hangs on them is worked out by the database, in the transaction of the load. A closed fact has
`needs` beside it: the words that a reader must have, its own and those of all that it hangs on, as
`app/domain/clearance.py` makes them.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from app.domain.clearance import need_of
from app.domain.facts import Link, Node, Value
from app.store.database import Transaction
from app.store.together import Soon

BATCH = 10_000

PARAMETER = {
    "Organization": "organizations",
    "Person": "people",
    "Post": "posts",
    "Meeting": "meetings",
    "Action": "actions",
    "Assessment": "assessments",
    "RecordedAbsence": "absences",
}
_IF_CLOSED = {"Organization": "bodies", "Meeting": "gatherings"}

_HANGING = {
    "POST_IN": ("Post", "Organization"),
    "ON_BEHALF_OF": ("Post", "Organization"),
    "MEETING_OF": ("Meeting", "Organization"),
    "ASSESSES": ("Assessment", "Organization"),
    "SUBJECT": ("RecordedAbsence", "Organization"),
    "FROM": ("RecordedAbsence", "Organization"),
    "ARISING_FROM": ("Action", "Meeting"),
}
"""Links by which a node hangs on another, with the labels of both; ON_BEHALF_OF where a seat's id names the group."""


def open_as_written(node: Node, *, is_known: bool) -> dict[str, Value]:
    """Return `open` and `needs` as they are written with a node: nothing for a known one on which others may depend.

    Of those, `settle` finds out by comparing what is there with what should be.
    """
    if is_known and node.label in PARAMETER:
        return {}
    needs = _own_needs(node)
    return {"open": not needs} | ({"needs": needs or None} if needs or is_known else {})


def link_open_as_written(link: Link, *ends: Mapping[str, Value]) -> dict[str, Value]:
    """Return the same for a relationship between new nodes, of which what is written is given."""
    needs = _own_needs(link)
    for end in ends:
        theirs = end.get("needs")
        needs += theirs if isinstance(theirs, list) else []
    return {"open": False, "needs": needs} if needs else {"open": True}


def _own_needs(fact: Node | Link) -> list[str]:
    access = str(fact.properties["access"])
    return [] if access == "public" else [need_of(access, fact.place)]


@dataclass(slots=True)
class Unsettled:
    """The nodes from which to look, because a load changed something there that decides who may see what."""

    nodes: dict[str, set[str]] = field(default_factory=dict)
    """Ids by label: nodes whose access is another now, or that hang on something else."""
    around: dict[str, set[str]] = field(default_factory=dict)
    """Bodies and meetings on which something new hangs, which matters where they are closed."""

    def add(self, label: str, id_: str) -> None:
        """Look at a node and all that hangs on it; a source or an area has nothing hanging on it."""
        if label in PARAMETER:
            self.nodes.setdefault(label, set()).add(id_)

    def unhung(self, type_: str, from_id: str) -> None:
        """Look at the start of a link that is gone."""
        if type_ in _HANGING:
            self.add(_HANGING[type_][0], from_id)

    def hung(self, link: Link, *, is_new: bool) -> None:
        """Look at the start of a link that is there now, or only at what it hangs on if the start is new as well."""
        if link.type not in _HANGING:
            return
        start, end = _HANGING[link.type]
        if is_new:
            self.around.setdefault(end, set()).add(link.to_id)
        else:
            self.add(start, link.from_id)


class SeenNode(NamedTuple):
    """A node that others see than before."""

    label: str
    id: str
    had: list[str]
    """The words that readers had to have."""
    needs: list[str]
    """Those that they must have now."""


class SeenLink(NamedTuple):
    """A relationship that others see than before."""

    type: str
    id: str
    place: str
    from_label: str
    from_id: str
    to_label: str
    to_id: str
    had: list[str]
    needs: list[str]


@dataclass(slots=True)
class Reopened:
    """What others see than before, because a load changed what it hangs on."""

    nodes: list[SeenNode] = field(default_factory=list)
    links: list[SeenLink] = field(default_factory=list)


async def begin_settling(transaction: Transaction, unsettled: Unsettled) -> list[Soon]:
    """Ask for `open` and `needs` of nodes to be brought right wherever a load changed what they depend on."""
    starts = _parameters(unsettled.nodes, PARAMETER) | _parameters(unsettled.around, _IF_CLOSED)
    return [await transaction.soon("refresh_open_nodes", **batch) for batch in _batches(starts)]


async def settled(transaction: Transaction, begun: Iterable[Soon]) -> Reopened:
    """Return what that changed, in other places too, and bring the relationships of such nodes right."""
    reopened = Reopened()
    changed: dict[str, set[str]] = {}
    for soon in begun:
        for row in await transaction.answer(soon):
            reopened.nodes.append(SeenNode._make(row))
            changed.setdefault(reopened.nodes[-1].label, set()).add(reopened.nodes[-1].id)
    for batch in _batches(_parameters(changed, PARAMETER)):
        reopened.links += map(SeenLink._make, await transaction.write("refresh_open_links", **batch))
    return reopened


def _parameters(ids: dict[str, set[str]], names: dict[str, str]) -> dict[str, list[str]]:
    return {name: sorted(ids.get(label, ())) for label, name in names.items()}


def _batches(parameters: dict[str, list[str]]) -> Iterator[dict[str, list[str]]]:
    """Cut long lists; nothing comes where all are empty."""
    for start in range(0, max(map(len, parameters.values())), BATCH):
        yield {name: ids[start : start + BATCH] for name, ids in parameters.items()}


def unsettled_by(
    nodes: Iterable[Node],
    links: Iterable[Link],
    access_before: dict[tuple[str, str], str],
    unhung: Iterable[tuple[str, str]],
) -> Unsettled:
    """Find where to look: from the nodes and links to be written, and (type, start) of the links to be removed.

    `access_before` has what the database says of the nodes it knows already, by label and id.
    """
    unsettled, fresh = Unsettled(), set()
    for node in nodes:
        before = access_before.get((node.label, node.id))
        if before is None:
            fresh.add(node.id)
        elif before != node.properties["access"]:
            unsettled.add(node.label, node.id)
    for link in links:
        unsettled.hung(link, is_new=link.from_id in fresh)
    for type_, start in unhung:
        unsettled.unhung(type_, start)
    return unsettled
