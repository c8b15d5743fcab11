"""The way from a body up to the LSP, along what carries a voice: what lights up when a reader points at the body."""

from collections import deque

from app.diagram.content import Edge
from app.diagram.geometry import Geometry

UPWARDS = frozenset({"reports-to", "sub-group-of", "feeds-into", "seat"})
"""The styles of lines that lead up: a body reports, belongs, feeds or sits there."""


def ways_up(geometry: Geometry) -> dict[str, tuple[str, ...]]:
    """Return, for each box, the ids of the lines on its shortest ways up to an LSP; none where none leads there."""
    far = _distances(geometry)
    leaving: dict[str, list[Edge]] = {placed.box.id: [] for placed in geometry.boxes}
    for route in geometry.routes:
        edge = route.edge
        nearer = far.get(edge.to_id, 0) + 1 == far.get(edge.from_id)
        if edge.style.key in UPWARDS and edge.to_id in far and nearer:
            leaving[edge.from_id].append(edge)
    return {id_: _from(id_, leaving) for id_ in leaving}


def _distances(geometry: Geometry) -> dict[str, int]:
    """Count the lines from each box that reaches an LSP to the nearest one."""
    below: dict[str, set[str]] = {}
    for route in geometry.routes:
        if route.edge.style.key in UPWARDS:
            below.setdefault(route.edge.to_id, set()).add(route.edge.from_id)
    far = {placed.box.id: 0 for placed in geometry.boxes if placed.box.style.key == "lsp"}
    waiting = deque(sorted(far))
    while waiting:
        id_ = waiting.popleft()
        for nearby in sorted(below.get(id_, set()) - far.keys()):
            far[nearby] = far[id_] + 1
            waiting.append(nearby)
    return far


def _from(start: str, leaving: dict[str, list[Edge]]) -> tuple[str, ...]:
    ids, seen, waiting = set[str](), {start}, [start]
    while waiting:
        for edge in leaving[waiting.pop()]:
            ids.add(edge.id)
            if edge.to_id not in seen:
                seen.add(edge.to_id)
                waiting.append(edge.to_id)
    return tuple(sorted(ids))
