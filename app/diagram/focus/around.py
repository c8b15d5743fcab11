"""Around one body: which bodies and lines its picture shows, and in which column each body stands."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from app.diagram.content import Edge, Picture
from app.diagram.ways import UPWARDS

JOINS = UPWARDS | {"member-of"}
"""The styles of lines by which a body belongs, reports, feeds or sits somewhere."""
_STRONGEST_FIRST = ("reports-to", "sub-group-of", "feeds-into", "seat")
_ENDS = frozenset({"lsp", "statutory", "member", "constituency"})
"""The styles of bodies where the way up ends: a council's own seats elsewhere carry no group's voice any further."""
_MOST_ABOVE = 3


@dataclass(frozen=True, slots=True)
class Around:
    """Columns from left to right: what feeds and supports the body, itself, where it sits, what lies above, the LSP."""

    focus: str
    columns: Mapping[str, int]
    """Each body's column: the one in focus stands in 0, what comes before it below that."""
    edges: tuple[Edge, ...]
    """The lines drawn; every other line is left to the table."""
    lsp_column: int | None

    def of_column(self, column: int) -> list[str]:
        """Return the bodies of a column, by id."""
        return sorted(id_ for id_, place in self.columns.items() if place == column)


def around(picture: Picture, focus: str) -> Around:
    """Choose what of a picture is drawn around the body `focus`, and sort it into columns."""
    edges = [edge for edge in picture.edges if edge.from_id != edge.to_id]
    heads = {box.id for box in picture.boxes if box.style.key == "lsp"}
    direct = {edge.to_id for edge in edges if edge.from_id == focus and edge.style.key in JOINS}
    ends = {box.id for box in picture.boxes if box.style.key in _ENDS}
    above = _reached(direct, [e for e in edges if e.style.key in UPWARDS and e.from_id not in ends], {focus})
    turned = [(e.to_id, e.from_id) for e in edges if e.style.key in JOINS]
    below = _depths(focus, turned, above)
    columns = _ranks(direct, above - heads, [e for e in edges if e.from_id not in ends])
    columns.update((id_, -far) for id_, far in below.items())
    columns[focus] = 0
    for edge in edges:
        if focus in (edge.from_id, edge.to_id):
            other = edge.to_id if edge.from_id == focus else edge.from_id
            is_ahead = edge.to_id == focus and edge.style.key in {"support", "speaks-for"}
            is_ahead |= edge.from_id == focus and edge.style.key == "missing"
            if other not in above:
                columns.setdefault(other, 1 if is_ahead else -1)
    top = above & heads
    last = max([*columns.values(), 0]) + 1
    columns.update(dict.fromkeys(top, last))
    drawn = tuple(edge for edge in edges if _is_drawn(edge, focus, columns, above, ends))
    return Around(focus, columns, drawn, last if top else None)


def pruned(picture: Picture, found: Around) -> Picture:
    """Keep of a picture what is drawn around the body: what only others lead to has no place in it."""
    boxes = tuple(box for box in picture.boxes if box.id in found.columns)
    return Picture(boxes, found.edges, picture.left_out)


def _is_drawn(edge: Edge, focus: str, columns: Mapping[str, int], above: set[str], ends: set[str]) -> bool:
    start, end = edge.from_id, edge.to_id
    if start not in columns or end not in columns:
        return False
    if focus in (start, end):
        return True
    if start in above and end in above:
        return edge.style.key in UPWARDS and start not in ends
    return edge.style.key in JOINS and columns[start] < columns[end] < 0


def _reached(starts: Collection[str], edges: Iterable[Edge], without: set[str]) -> set[str]:
    onward: dict[str, set[str]] = {}
    for edge in edges:
        onward.setdefault(edge.from_id, set()).add(edge.to_id)
    seen, waiting = set(starts), list(starts)
    while waiting:
        fresh = onward.get(waiting.pop(), set()) - seen - without
        seen |= fresh
        waiting.extend(fresh)
    return seen


def _depths(start: str, joins: Iterable[tuple[str, str]], without: set[str]) -> dict[str, int]:
    onward: dict[str, set[str]] = {}
    for here, there in joins:
        onward.setdefault(here, set()).add(there)
    far, edge = {start: 0}, {start}
    while edge:
        edge = {there for here in edge for there in onward.get(here, ())} - far.keys() - without
        far.update(dict.fromkeys(edge, max(far.values()) + 1))
    del far[start]
    return far


def _ranks(direct: set[str], above: set[str], edges: Iterable[Edge]) -> dict[str, int]:
    """Return the column of each body above: 1 where the body itself sits or feeds in, further where only that leads.

    A body in which it sits moves on only when another of those reports to it: sub-groups stay beside what they are of.
    """
    onward: dict[str, set[str]] = {id_: set() for id_ in above}
    candidates = [e for e in edges if e.from_id in above and e.to_id in above]
    for kind in _STRONGEST_FIRST:
        for edge in sorted((e for e in candidates if e.style.key == kind), key=lambda e: e.id):
            moves = edge.to_id not in direct or (kind == "reports-to" and edge.from_id in direct)
            if moves and edge.from_id not in _from(edge.to_id, onward):
                onward[edge.from_id].add(edge.to_id)
    rank = {id_: 1 if id_ in direct else 2 for id_ in above}
    for _ in above:
        for id_ in sorted(above):
            for there in onward[id_]:
                rank[there] = max(rank[there], min(rank[id_] + 1, _MOST_ABOVE))
    return rank


def _from(start: str, onward: Mapping[str, set[str]]) -> set[str]:
    seen, waiting = {start}, [start]
    while waiting:
        fresh = onward[waiting.pop()] - seen
        seen |= fresh
        waiting.extend(fresh)
    return seen
