"""Lines beside a stack of bodies: which run together, where they meet boxes, and in which lane each runs."""

from dataclasses import dataclass

from app.diagram.channels import LANE
from app.diagram.content import Edge
from app.diagram.focus.around import Around


@dataclass(slots=True)
class End:
    """Where a line, or several of a kind, meet a box."""

    box: str
    on_right: bool
    key: str
    y: float = 0.0


@dataclass(slots=True)
class Run:
    """A line with both its ends and the net whose lane it runs in."""

    edge: Edge
    start: End
    end: End
    net: str
    shares_end: bool
    lane: int = 0

    @property
    def on_right(self) -> bool:
        """On which side of the boxes it runs."""
        return self.start.on_right


def runs_of(found: Around, order: list[str]) -> list[Run]:
    """Return every line its ends: those of one kind share an end at the body in focus, or where they arrive."""
    shared: dict[tuple[str, bool, str], End] = {}

    def end(box: str, on_right: bool, key: str) -> End:
        return shared.setdefault((box, on_right, key), End(box, on_right, key))

    runs = []
    for edge in found.edges:
        at_focus = found.focus in (edge.from_id, edge.to_id)
        hub = (found.focus if at_focus else edge.to_id) if not edge.chips else edge.from_id
        if edge.chips and at_focus and edge.to_id == found.focus:
            hub = ""
        other = edge.to_id if hub == edge.from_id else edge.from_id
        ahead = order.index(other) > order.index(hub) if hub else True
        kind = f"{edge.style.key}{'?' if edge.is_proposed else ''} {'to' if hub == edge.to_id else 'from'} {ahead}"
        keys = {id_: kind if id_ == hub else edge.id for id_ in (edge.from_id, edge.to_id)}
        runs.append(
            Run(
                edge,
                end(edge.from_id, not at_focus, keys[edge.from_id]),
                end(edge.to_id, not at_focus, keys[edge.to_id]),
                f"{hub} {kind} {not at_focus}" if hub else edge.id,
                shares_end=hub == edge.to_id,
            )
        )
    return runs


def ends_by_side(runs: list[Run], order: list[str]) -> dict[str, tuple[list[End], list[End]]]:
    """Sort the ends at each side of a box: what comes from above meets it above."""
    leads: dict[tuple[str, bool, str], list[int]] = {}
    ends: dict[str, tuple[list[End], list[End]]] = {}
    for run in runs:
        for here, there in ((run.start, run.end), (run.end, run.start)):
            leads.setdefault((here.box, here.on_right, here.key), []).append(order.index(there.box))
            side = ends.setdefault(here.box, ([], []))[here.on_right]
            if here not in side:
                side.append(here)
    for sides in ends.values():
        for side in sides:
            side.sort(key=lambda one: (sum(at := leads[one.box, one.on_right, one.key]) / len(at), one.key))
    return ends


def give_lanes(runs: list[Run]) -> tuple[int, ...]:
    """Return each net a lane that is free for all of its height, the shortest nearest to the boxes; count the lanes."""
    counts = []
    for side in (False, True):
        spans: dict[str, tuple[float, float]] = {}
        for run in runs:
            if run.on_right is side:
                low, high = spans.get(run.net, (float("inf"), float("-inf")))
                spans[run.net] = (min(low, run.start.y, run.end.y), max(high, run.start.y, run.end.y))
        taken: list[list[tuple[float, float]]] = []
        lanes: dict[str, int] = {}
        for net, (low, high) in sorted(spans.items(), key=lambda item: (item[1][1] - item[1][0], item[0])):
            lane = next(
                (
                    number
                    for number, used in enumerate(taken)
                    if all(high + LANE < a or low - LANE > b for a, b in used)
                ),
                len(taken),
            )
            taken += [[] for _ in range(lane + 1 - len(taken))]
            taken[lane].append((low, high))
            lanes[net] = lane
        for run in runs:
            if run.on_right is side:
                run.lane = lanes[run.net]
        counts.append(len(taken))
    return tuple(counts)
