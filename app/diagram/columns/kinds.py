"""Columns of bodies without a theme: that of their host, that of all their neighbours, else one of their own kind."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from app.diagram.content import Box, Edge
from app.domain.vocabulary import Classification

HOSTS = frozenset({"sub-group-of", "reports-to"})
"""Kinds of line that lead from a body to the one that it is a part of, or answers to."""
_KINDS = {"across": "Across themes", "council": "Council", "partners": "Partners", "wider": "Wider links"}
"""The columns of bodies without a theme, in their order."""
ELSEWHERE = "elsewhere"
"""The column at the edge: bodies of other places."""
_COUNCIL = frozenset({Classification.COUNCIL, Classification.DEPARTMENT})
_WIDER = frozenset({Classification.PROGRAMME, Classification.FUND, Classification.OTHER})
_ACROSS = frozenset({"lsp", "board", "committee", "sub-group", "reference"})


@dataclass(frozen=True, slots=True, order=True)
class Heading:
    """A column before it has a place: its key, its name, and the place in the row that its theme's file gives it."""

    order: int
    key: str
    name: str


def spread(
    given: Mapping[str, str], boxes: Mapping[str, Box], edges: Collection[Edge], without: Collection[str]
) -> dict[str, str]:
    """Return the columns of bodies, with those that a host or all their neighbours put into one; bars have no say."""
    column = {id_: key for id_, key in given.items() if id_ not in without}
    near: dict[str, set[str]] = {id_: set() for id_ in boxes}
    hosts: dict[str, set[str]] = {id_: set() for id_ in boxes}
    for edge in edges:
        if edge.from_id not in without and edge.to_id not in without:
            near[edge.from_id].add(edge.to_id)
            near[edge.to_id].add(edge.from_id)
            if edge.style.key in HOSTS:
                hosts[edge.from_id].add(edge.to_id)
    missing = sorted(boxes.keys() - column.keys() - set(without))
    while missing:
        settled: dict[str, str] = {}
        for id_ in missing:
            over = Counter(column[host] for host in hosts[id_] if host in column)
            beside = {column.get(other, "") for other in near[id_]}
            if over:
                settled[id_] = min(over, key=lambda key: (-over[key], key))
            elif len(beside) == 1 and "" not in beside:
                settled[id_] = beside.pop()
        if not settled:
            break
        column |= settled
        missing = [id_ for id_ in missing if id_ not in settled]
    return column


def kinds_of(
    boxes: Mapping[str, Box], edges: Iterable[Edge], column: Mapping[str, str], bars: Collection[str], first: int
) -> dict[str, Heading]:
    """Return the columns of the bodies that have none, from the place `first` on: of their host's kind, or theirs."""
    missing = sorted(boxes.keys() - column.keys() - set(bars))
    host = {
        edge.from_id: edge.to_id
        for edge in sorted(edges, key=lambda edge: edge.id, reverse=True)
        if edge.style.key in HOSTS and edge.from_id in missing and edge.to_id in missing
    }
    found = {}
    for id_ in missing:
        at, seen = id_, {id_}
        while at in host and host[at] not in seen:
            at = host[at]
            seen.add(at)
        kind = _kind(boxes[at])
        found[id_] = Heading(first + list(_KINDS).index(kind), f"kind:{kind}", _KINDS[kind])
    return found


def _kind(box: Box) -> str:
    if box.classification in _COUNCIL:
        return "council"
    if box.style.key in _ACROSS:
        return "across"
    return "wider" if box.classification in _WIDER else "partners"
