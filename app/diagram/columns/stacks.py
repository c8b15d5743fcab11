"""The order of bodies within a column: above boards, committees and their groups, below forums and their members.

What a place's file says goes before the rule: those that it numbers stand first, each with what hangs on it.
"""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from app.diagram.columns.kinds import HOSTS
from app.diagram.columns.roles import Roles
from app.diagram.content import Box, Edge, Picture
from app.domain.vocabulary import LifecycleStatus

_RANK = {"lsp": 0, "board": 0, "committee": 1, "sub-group": 2, "forum": 0, "reference": 0, "member": 3, "statutory": 4}
_UPPER = frozenset({"lsp", "board", "committee", "sub-group"})
_UNDER = ("sub-group-of", "reports-to", "member-of", "feeds-into", "seat", "support")
"""Kinds of line that make a body stand under another, the strongest first."""


@dataclass(frozen=True, slots=True)
class Stacks:
    """A column's bodies from top to bottom, above and below the forums' line."""

    upper: tuple[str, ...]
    lower: tuple[str, ...]
    whole: tuple[str, ...] = field(init=False)
    """All of them, from top to bottom."""

    def __post_init__(self) -> None:
        """Put them together once: they are looked through all the while."""
        object.__setattr__(self, "whole", self.upper + self.lower)


def stacks_of(picture: Picture, roles: Roles) -> dict[str, Stacks]:
    """Sort each column's bodies; the answer has every column, by its key."""
    boxes = {box.id: box for box in picture.boxes}
    degree = Counter(id_ for edge in _there(picture) for id_ in {edge.from_id, edge.to_id})
    hosts = _hosts(picture)
    upper = {id_ for id_ in roles.column_of if _is_upper(boxes[id_], hosts.get(id_, ()), boxes)}
    upper |= _over(upper, roles.column_of, hosts, boxes)
    made = {}
    for heading in roles.headings:
        inside = [id_ for id_, key in sorted(roles.column_of.items()) if key == heading.key]
        above, below = [i for i in inside if i in upper], [i for i in inside if i not in upper]
        made[heading.key] = Stacks(
            _stack(above, boxes, hosts, degree, True), _stack(below, boxes, hosts, degree, False)
        )
    return made


def _there(picture: Picture) -> list[Edge]:
    """Return the lines that say what is there: what is missing moves nobody."""
    return [edge for edge in picture.edges if edge.style.key != "missing"]


def _hosts(picture: Picture) -> dict[str, list[tuple[str, str]]]:
    """For each body the bodies that it stands under, with the kind of line, strongest first."""
    found: dict[str, list[tuple[int, str, str]]] = {}
    for edge in picture.edges:
        if edge.style.key in _UNDER and edge.from_id != edge.to_id:
            found.setdefault(edge.from_id, []).append((_UNDER.index(edge.style.key), edge.to_id, edge.style.key))
    return {id_: [(host, kind) for _, host, kind in sorted(hosts)] for id_, hosts in found.items()}


def _is_upper(box: Box, hosts: Collection[tuple[str, str]], boxes: Mapping[str, Box]) -> bool:
    """Tell whether a body stands above the forums' line; a forum's own sub-group stands with the forum."""
    if box.elsewhere:
        return True
    if box.style.key != "sub-group":
        return box.style.key in _UPPER
    over = [host for host, kind in hosts if kind in HOSTS]
    return not over or boxes[over[0]].style.key in _UPPER


def _over(
    upper: Collection[str],
    column: Mapping[str, str],
    hosts: Mapping[str, Collection[tuple[str, str]]],
    boxes: Mapping[str, Box],
) -> set[str]:
    """Return the councils and the like that stand above the forums' line: over a committee, with all their parts."""
    over = {
        host
        for id_ in upper
        for host, kind in hosts.get(id_, ())
        if kind in HOSTS and boxes[host].style.key == "statutory" and column.get(host) == column[id_]
    }
    parts = {
        id_
        for id_, its in hosts.items()
        if id_ in column and any(host in over and kind in HOSTS and column[host] == column[id_] for host, kind in its)
    }
    return over | parts


def _stack(
    inside: list[str],
    boxes: Mapping[str, Box],
    hosts: Mapping[str, Collection[tuple[str, str]]],
    degree: Mapping[str, int],
    is_upper: bool,
) -> tuple[str, ...]:
    def rank(id_: str) -> tuple[bool, int, int, bool, int, str, str]:
        box = boxes[id_]
        return (
            box.column_order is None,
            box.column_order or 0,
            _RANK.get(box.style.key, 5),
            box.status is not LifecycleStatus.ACTIVE,
            -degree[id_],
            box.name.casefold(),
            id_,
        )

    under: dict[str, list[str]] = {}
    child: set[str] = set()
    for id_ in inside:
        if boxes[id_].column_order is not None:  # where it is told to stand, whatever it hangs on
            continue
        forum = boxes[id_].style.key == "forum"
        for host, kind in hosts.get(id_, ()):
            allowed = kind != "seat" or not (is_upper or forum)
            if host in inside and allowed:
                under.setdefault(host, []).append(id_)
                child.add(id_)
                break
    order: dict[str, None] = {}

    def add(id_: str) -> None:
        if id_ not in order:
            order[id_] = None
            for below in sorted(under.get(id_, ()), key=rank):
                add(below)

    for root in sorted(set(inside) - child, key=rank):
        add(root)
    for id_ in sorted(inside, key=rank):  # circles have no root
        add(id_)
    return tuple(order)
