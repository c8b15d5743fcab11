"""Which row each body stands in: above what reports to it, feeds it or sits on it, in rows of limited width."""

from collections.abc import Mapping, Sequence

from app.diagram.content import Edge, Picture

_TURNED = frozenset({"support", "speaks-for"})
"""Lines whose far end stands below: supporters and the people spoken for carry a structure, they do not head it."""

_WEIGHTS = {"reports-to": 4.0, "sub-group-of": 3.0, "feeds-into": 2.0, "member-of": 2.0, "seat": 1.0}
_TIERS = {
    "lsp": 0,
    "board": 1,
    "committee": 1,
    "sub-group": 2,
    "reference": 2,
    "forum": 3,
    "member": 4,
    "statutory": 4,
    "away": 4,
    "constituency": 5,
}

Link = tuple[str, str]
"""(lower body, upper body)."""


def link_of(edge: Edge) -> Link:
    """Return the bodies of a line, the lower first."""
    return (edge.to_id, edge.from_id) if edge.style.key in _TURNED else (edge.from_id, edge.to_id)


def components(picture: Picture) -> list[list[str]]:
    """Return the parts of a picture that no line joins, largest first, each as sorted ids."""
    beside: dict[str, set[str]] = {box.id: set() for box in picture.boxes}
    for edge in picture.edges:
        beside[edge.from_id].add(edge.to_id)
        beside[edge.to_id].add(edge.from_id)
    parts, seen = [], set[str]()
    for first in sorted(beside):
        part, waiting = set[str](), [first]
        while waiting:
            here = waiting.pop()
            if here not in seen:
                seen.add(here)
                part.add(here)
                waiting.extend(beside[here])
        if part:
            parts.append(sorted(part))
    return sorted(parts, key=lambda part: (-len(part), part[0]))


def weighed(picture: Picture) -> dict[Link, float]:
    """Return each pair of bodies how much its lines say that the second stands above: by kind, and by sort of body.

    Nothing stands above an LSP, not even what it feeds into: a line leads down to that.
    """
    tier = {box.id: _TIERS[box.style.key] for box in picture.boxes}
    weights: dict[Link, float] = {}
    for edge in picture.edges:
        low, high = link_of(edge)
        if tier[low] == 0 < tier[high]:
            low, high = high, low
        said = _WEIGHTS.get(edge.style.key, 0.5) + tier[low] - tier[high]
        weights[low, high] = max(weights.get((low, high), said), said)
    return weights


def acyclic(weights: Mapping[Link, float]) -> set[Link]:
    """Return the links with the weakest of each circle turned round, and loops dropped. Deterministic."""
    above: dict[str, set[str]] = {}
    kept = set[Link]()
    for low, high in sorted(weights, key=lambda link: (-weights[link], link)):
        if low == high:
            continue
        link = (high, low) if _leads(above, high, low) else (low, high)
        above.setdefault(link[0], set()).add(link[1])
        kept.add(link)
    return kept


def _leads(above: Mapping[str, set[str]], start: str, goal: str) -> bool:
    seen, waiting = {start}, [start]
    while waiting:
        here = waiting.pop()
        if here == goal:
            return True
        more = above.get(here, set()) - seen
        seen |= more
        waiting.extend(more)
    return False


def rows_of(
    ids: Sequence[str], links: set[Link], widths: Mapping[str, float], room: float, first: set[str]
) -> dict[str, int]:
    """Return each body its row, 0 on top. A row's boxes together are no wider than `room`, unless one alone is.

    `links` have no circles. Bodies of `first` (the LSP) head the picture alone, if nothing has to stand above them.
    """
    above: dict[str, set[str]] = {id_: set() for id_ in ids}
    below: dict[str, set[str]] = {id_: set() for id_ in ids}
    for low, high in links:
        above[low].add(high)
        below[high].add(low)
    depth = _depths(ids, above, below)
    rows: dict[str, int] = {}
    heads = sorted(id_ for id_ in ids if id_ in first and not above[id_])
    rows.update(dict.fromkeys(heads, 0))
    row = 1 if heads else 0
    todo = set(ids) - set(heads)
    while todo:
        ready = sorted(
            (id_ for id_ in todo if all(rows.get(high, row) < row for high in above[id_])),
            key=lambda id_: (-depth[id_], -len(below[id_]), -len(above[id_]), id_),
        )
        used = 0.0
        for id_ in ready:
            if used and used + widths[id_] > room:
                continue
            rows[id_] = row
            used += widths[id_]
            todo.discard(id_)
        row += 1
    return _drawn_together(rows, above, below, widths, room, set(heads))


def _depths(ids: Sequence[str], above: Mapping[str, set[str]], below: Mapping[str, set[str]]) -> dict[str, int]:
    """Return the length of the longest chain that hangs under each body."""
    left = {id_: len(below[id_]) for id_ in ids}
    depth = dict.fromkeys(ids, 0)
    ready = [id_ for id_ in ids if not left[id_]]
    while ready:
        here = ready.pop()
        for high in above[here]:
            depth[high] = max(depth[high], depth[here] + 1)
            left[high] -= 1
            if not left[high]:
                ready.append(high)
    return depth


def _drawn_together(
    rows: dict[str, int],
    above: Mapping[str, set[str]],
    below: Mapping[str, set[str]],
    widths: Mapping[str, float],
    room: float,
    fixed: set[str],
) -> dict[str, int]:
    """Move bodies up or down where that shortens their lines and there is room; then close empty rows."""
    used: dict[int, float] = {}
    for id_, row in rows.items():
        used[row] = used.get(row, 0) + widths[id_]
    last = max(rows.values())
    top = 1 if fixed else 0
    for _ in range(12):
        moved = False
        for id_ in sorted(set(rows) - fixed):
            low = min((rows[each] - 1 for each in below[id_]), default=last)
            high = max((rows[each] + 1 for each in above[id_]), default=top)
            choices = [
                row for row in range(high, low + 1) if row == rows[id_] or used.get(row, 0) + widths[id_] <= room
            ]
            others = [rows[each] for each in (*above[id_], *below[id_])]
            best = min(choices, key=lambda row: (sum(abs(row - other) for other in others), row))
            if sum(abs(best - o) for o in others) < sum(abs(rows[id_] - o) for o in others):
                used[rows[id_]] -= widths[id_]
                used[best] = used.get(best, 0) + widths[id_]
                rows[id_] = best
                moved = True
        if not moved:
            break
    order = {row: place for place, row in enumerate(sorted(set(rows.values())))}
    return {id_: order[row] for id_, row in rows.items()}
