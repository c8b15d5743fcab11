"""The horizontal parts of lines, in the gap between two rows: each net in a lane of its own, with few crossings."""

from collections.abc import Sequence

LANE = 8.0
TOO_NEAR = 5.0
_CLEAR = 1000
"""What laying one line on another costs, in crossings."""


class Strand:
    """A net in one gap: where it leaves the row above and where the row below."""

    __slots__ = ("left", "lower", "net", "right", "upper")

    def __init__(self, net: int, upper: tuple[float, ...], lower: tuple[float, ...]) -> None:
        self.net = net
        self.upper = upper
        self.lower = lower
        self.left = min(*upper, *lower)
        self.right = max(*upper, *lower)

    @property
    def is_straight(self) -> bool:
        """Whether it needs no lane."""
        return self.right - self.left < 0.5


def lanes_of(strands: Sequence[Strand]) -> dict[int, int]:
    """Return each net that bends its lane, 0 nearest the row above. Deterministic."""
    bent = sorted(
        (strand for strand in strands if not strand.is_straight),
        key=lambda s: (s.left + s.right, s.left, s.net),
    )
    cost = [[_cost(one, two) if one is not two else 0 for two in bent] for one in bent]
    order = _improved(list(range(len(bent))), cost)
    lanes: dict[int, int] = {}
    placed: list[tuple[Strand, int]] = []
    for place in order:
        strand = bent[place]
        lane = 0
        for earlier, taken in placed:
            if strand.left < earlier.right + LANE and earlier.left < strand.right + LANE:
                lane = max(lane, taken + 1)
        placed.append((strand, lane))
        lanes[strand.net] = lane
    return lanes


def _cost(above: Strand, below: Strand) -> int:
    """Count what it costs to lay the first over the second."""
    if above.right < below.left - TOO_NEAR or below.right < above.left - TOO_NEAR:
        return 0
    crossings = sum(above.left < x < above.right for x in below.upper)
    crossings += sum(below.left < x < below.right for x in above.lower)
    laid = sum(abs(one - two) < TOO_NEAR for one in above.lower for two in below.upper)
    return crossings + laid * _CLEAR


def _improved(order: list[int], cost: list[list[int]]) -> list[int]:
    """Move each strand to where it costs least, until nothing gets better."""
    for _ in range(6):
        before = list(order)
        for strand in sorted(order):
            rest = [other for other in order if other != strand]
            here = sum(cost[strand][other] for other in rest)
            least, best = here, 0
            for place, other in enumerate(rest):
                here += cost[other][strand] - cost[strand][other]
                if here < least:
                    least, best = here, place + 1
            order = [*rest[:best], strand, *rest[best:]]
        if order == before:
            break
    return order
