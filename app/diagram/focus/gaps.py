"""The room between two columns: lanes for lines, and words with room of their own that no lane crosses."""

from collections.abc import Mapping

from app.diagram.channels import LANE, Strand, lanes_of
from app.diagram.focus.chips import row_width
from app.diagram.focus.hops import Hop, Port
from app.diagram.focus.ports import Ports
from app.diagram.focus.slots import label_width
from app.diagram.geometry import CHIP

_STUB = 10.0
_ARROW = 17.0
_ASIDE = 8.0


class Gap:
    """The room between two columns, from left to right: loops, words, lanes, words, ends of lines."""

    def __init__(self, number: int, hops: list[Hop], ports: Ports, labels: Mapping[Port, tuple[str, ...]]) -> None:
        self.number = number
        words = max((label_width(labels[p]) for hop in hops for p in (hop.start, hop.end) if p in labels), default=0.0)
        self._words = words + 2 * _ASIDE if words else 0.0
        loops = [hop for hop in hops if hop.is_loop]
        self._loops = lanes_of(
            [Strand(place, (ports[hop.start], ports[hop.end]), ()) for place, hop in enumerate(loops)]
        )
        self._loop_of = {hop.net: self._loops[place] for place, hop in enumerate(loops)}
        through = [hop for hop in hops if not hop.is_loop]
        nets = list(dict.fromkeys(hop.net for hop in through))
        lanes = lanes_of(
            [
                Strand(
                    place,
                    tuple(ports[hop.start] for hop in through if hop.net == net),
                    tuple(ports[hop.end] for hop in through if hop.net == net),
                )
                for place, net in enumerate(nets)
            ]
        )
        self._lane_of = {nets[place]: lane for place, lane in lanes.items()}
        self._left_end = max((_end_room(hop, at_left=True) for hop in hops), default=_STUB)
        self._right_end = max((_end_room(hop, at_left=False) for hop in through), default=_STUB)
        self.left = 0.0

    @property
    def width(self) -> float:
        """How wide it is."""
        loops, lanes = (max(found, default=-1) + 1 for found in (self._loops.values(), self._lane_of.values()))
        through = self._words + max(lanes * LANE, 0.0) + self._right_end if self._lane_of or self._words else 0.0
        return round(self._left_end + loops * LANE + max(through, self._right_end), 1)

    @property
    def words_at(self) -> float:
        """Where words begin: after the lanes of what leaves the body in focus, before those of everything else."""
        loops = (max(self._loops.values(), default=-1) + 1) * LANE
        lanes = (max(self._lane_of.values(), default=-1) + 1) * LANE if self.number == 0 else 0.0
        return round(self.left + self._left_end + loops + lanes + _ASIDE, 1)

    def lane(self, hop: Hop) -> float:
        """Return where a hop runs up or down."""
        if hop.is_loop:
            return round(self.left + self._left_end + self._loop_of[hop.net] * LANE, 1)
        loops = (max(self._loops.values(), default=-1) + 1) * LANE
        words = self._words if self.number != 0 else 0.0
        return round(self.left + self._left_end + loops + words + self._lane_of.get(hop.net, 0) * LANE, 1)


def _end_room(hop: Hop, *, at_left: bool) -> float:
    ends_here = (hop.start if at_left else hop.end).item.body == hop.edge.to_id or (hop.is_loop and at_left)
    if not ends_here:
        return _STUB
    return max(_ARROW, row_width(hop.edge) + CHIP)
