"""Which way each line goes, before anything has a place: straight in its column, through a gutter, or by the channel.

A gutter's number is that of the column to its right. Lines of one body and kind share a trunk; lines of one kind into
one body, from bodies in its column that have no other such line, share one as well.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final, Literal, NamedTuple

from app.diagram.columns.kinds import ELSEWHERE
from app.diagram.columns.roles import Roles
from app.diagram.columns.stacks import Stacks
from app.diagram.content import Edge, Picture

Side = Literal["left", "right"]
CHANNEL: Final = "channel"
ROUND = "round "
"""Begins the name of a trunk that leads round a bar that is open rather than through its rows."""
UNDER = "under "
"""Begins what says of a trunk that it runs under the columns rather than in the channel between their stacks."""
SLOT = 12.0
"""Between lines that run side by side up a column's middle."""
MOST_SLOTS = 5
_RIGHT = frozenset({"reports-to", "sub-group-of", "member-of", "support", "speaks-for", "link"})
"""Kinds that run on the right of their column, so that seats and feeds have the left to themselves."""
_STRONGEST = {"reports-to": 0, "sub-group-of": 1, "seat": 2, "feeds-into": 3}


class Port(NamedTuple):
    """Where a trunk meets the side of a box; `key` tells the two ends of a loop apart.

    Tuples, like those below: a layout is tried some eighty times, and looks things up by them all the while.
    """

    body: str
    side: Side
    trunk: str
    key: str = ""
    row: str = ""
    """Of a board that is open, the row that the line ends at."""


class BarEnd(NamedTuple):
    """Where a trunk meets a bar, from above or from below as the bar stands."""

    bar: str


class Upright(NamedTuple):
    """A trunk's way up and down one gutter; one that ends at a bar has a lane for itself there."""

    gutter: int
    trunk: str
    bar: str = ""


Stop = Port | BarEnd | Upright | Literal["channel"]


class Way(NamedTuple):
    """The way of one line: `middle` is the column it runs straight in, else `stops` are where it passes."""

    edge: Edge
    trunk: str
    gathers: bool
    stops: tuple[Stop, ...] = ()
    column: int = -1
    slot: int = 0


@dataclass(slots=True)
class Plan:
    """Every line's way, and what hangs on each upright."""

    ways: list[Way] = field(default_factory=list)
    uprights: dict[Upright, set[Stop]] = field(default_factory=dict)
    ports: dict[Port, int] = field(default_factory=dict)
    """For each port, how many chips stand there."""
    horizontals: dict[str, set[int]] = field(default_factory=dict)
    """For each trunk in the channel, or under the columns, the gutters that it joins."""
    under: set[str] = field(default_factory=set)
    """Of these, the trunks that run under the columns."""
    over: set[str] = field(default_factory=set)
    """Of these, the trunks that run over the columns, round a bar that is open."""
    low: set[str] = field(default_factory=set)
    """Of these, the trunks that could: both ends of all their lines are below the channel."""
    upper: frozenset[str] = frozenset()
    """The bodies above the channel."""
    headed_below: bool = False
    """Whether the names of columns stand under the bars, since one of these is open."""
    spans: dict[str, tuple[int, int]] = field(default_factory=dict)
    """For each bar, its first and its last column."""
    free: set[str] = field(default_factory=set)
    """Trunks that could run on the other side of their column."""
    tight: set[tuple[str, str]] = field(default_factory=set)
    """Bodies above each other with a line between, which need a little room there."""


@dataclass(frozen=True, slots=True)
class Row:
    """The columns in the order in which they stand."""

    keys: tuple[str, ...]
    stacks: Mapping[str, Stacks]

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.keys)

    @property
    def own(self) -> int:
        """How many are of this place: bars reach over these, and end before the context band at the edge."""
        return len(self.keys) - (ELSEWHERE in self.keys)


def planned(picture: Picture, roles: Roles, row: Row, turned: frozenset[str] = frozenset()) -> Plan:
    """Choose every line's way; the trunks that are `turned` run on the other side of their column than usual."""
    return _Planner(picture, roles, row, turned).plan


def reaches_of(picture: Picture, roles: Roles, row: Row) -> dict[str, tuple[int, int]]:
    """Return each bar's first and last column: all for those at the ends, else those that it has to do with.

    One that has to do with bodies of other places reaches up to them.
    """
    at = {key: place for place, key in enumerate(row.keys)}
    last = max(row.own - 1, 0)
    spans = dict.fromkeys((*roles.top, *roles.foot), (0, last))
    for bar in roles.bars:
        ends = {e.from_id if e.to_id == bar else e.to_id for e in picture.edges if bar in {e.from_id, e.to_id}}
        served = sorted({min(at[roles.column_of[id_]], last) for id_ in ends if id_ in roles.column_of})
        spans[bar] = (served[0], served[-1]) if served else (0, last)
    return spans


class _Planner:
    def __init__(self, picture: Picture, roles: Roles, row: Row, turned: frozenset[str]) -> None:
        self.roles, self.row, self.turned = roles, row, turned
        above = frozenset(id_ for stacks in row.stacks.values() for id_ in stacks.upper)
        self.plan = Plan(upper=above, spans=reaches_of(picture, roles, row))
        self.boxes = {box.id: box for box in picture.boxes if box.is_open}
        self.level = {bar: place for place, bar in enumerate((*roles.top, *roles.bars, *roles.foot))}
        self.ground = len(roles.top) + len(roles.bars)
        self.open = [bar for bar in self.level if bar in self.boxes]
        named = any(heading.name for heading in roles.headings)
        self.plan.headed_below = named and not set(self.open).isdisjoint((*roles.top, *roles.bars))
        at = {key: place for place, key in enumerate(row.keys)}
        self.column = {id_: at[key] for id_, key in roles.column_of.items()}
        self.next_to: dict[tuple[str, str], bool] = {}
        self.first: dict[str, int] = {}
        self.last: dict[str, int] = {}
        for place, key in enumerate(row.keys):
            whole = row.stacks[key].whole
            if whole:
                self.first[whole[0]], self.last[whole[-1]] = place, place
            for upper, lower in pairwise(whole):
                self.next_to[upper, lower] = True
        self.gathered = self._gathered(picture.edges)
        self.trunks = {edge.id: self._trunk_of(edge) for edge in picture.edges}
        self.slots: dict[tuple[object, ...], int] = {}
        self.load: Counter[int] = Counter()
        # Structure first: what is strongest runs in the middle of a column.
        edges = sorted(picture.edges, key=lambda edge: (_STRONGEST.get(edge.style.key, 9), edge.id))
        # What has no choice of gutter goes first, and then what can join it.
        self.forced: dict[str, set[int]] = {}
        for edge in edges:
            for gutter in self._forced(edge):
                self.forced.setdefault(self._trunk(edge), set()).add(gutter)
                self.load[gutter] += 1
        for edge in edges:
            self._add(edge)
        high = {way.trunk for way in self.plan.ways if CHANNEL in way.stops and self._is_high(way.edge)}
        self.plan.low = self.plan.horizontals.keys() - high
        self.plan.under = {trunk for trunk in self.plan.low if f"{UNDER}{trunk}" in turned}

    def _is_high(self, edge: Edge) -> bool:
        ends = {edge.from_id, edge.to_id}
        return not ends.isdisjoint(self.plan.upper) or not ends.isdisjoint(self.level)

    def _gathered(self, edges: Sequence[Edge]) -> set[str]:
        same = Counter((e.from_id, e.style.key, e.is_proposed) for e in edges)
        into: dict[tuple[str, str, bool, int], list[str]] = {}
        for edge in edges:
            column = self.column.get(edge.from_id, -1)
            one_column = column == self.column.get(edge.to_id, -2) or (column >= 0 and edge.to_id in self.level)
            if edge.style.key == "missing":  # each has a gap of its own
                continue
            single = same[edge.from_id, edge.style.key, edge.is_proposed] == 1
            if one_column and single and not edge.chips and edge.from_id != edge.to_id and not self._touches(edge):
                into.setdefault((edge.to_id, edge.style.key, edge.is_proposed, column), []).append(edge.id)
        return {id_ for ids in into.values() if len(ids) > 1 for id_ in ids}

    def _touches(self, edge: Edge) -> bool:
        return (edge.from_id, edge.to_id) in self.next_to or (edge.to_id, edge.from_id) in self.next_to

    def _trunk(self, edge: Edge) -> str:
        return self.trunks[edge.id]

    def _trunk_of(self, edge: Edge) -> str:
        if edge.style.key == "missing":
            return f"from {edge.id}"
        gathers = edge.id in self.gathered
        shared = edge.to_id if gathers else edge.from_id
        if gathers and edge.to_id in self.level:
            shared = f"{edge.to_id} from column {self.row.keys[self.column[edge.from_id]]}"
        return f"{'into' if gathers else 'from'} {shared} {edge.style.key}{'?' if edge.is_proposed else ''}"

    def _forced(self, edge: Edge) -> list[int]:
        """Return the gutter by which a line leaves for another column."""
        one, other = self.column.get(edge.from_id), self.column.get(edge.to_id)
        if one is None or other is None or one == other:
            return []
        return [one + 1 if other > one else one]

    def _add(self, edge: Edge) -> None:
        one, other = edge.from_id, edge.to_id
        if one == other:
            self._loop(edge)
        elif one in self.level and other in self.level:
            self._between_bars(edge)
        elif one in self.level or other in self.level:
            self._with_bar(edge)
        elif (
            self._touches(edge)
            and not self._row(edge)
            and self._straight(edge, self.column[one], (min(one, other), max(one, other)))
        ):
            self.plan.tight.add((one, other) if (one, other) in self.next_to else (other, one))
        elif self.column[one] == self.column[other]:
            gutter = self._gutter(edge, self.column[one])
            self._way(
                edge, [self._port(edge, one, gutter), self._upright(edge, gutter), self._port(edge, other, gutter)]
            )
        else:
            self._across(edge)

    def _gutter(self, edge: Edge, column: int) -> int:
        """Choose a side of a column: where the trunk runs anyway, else the one for its kind."""
        trunk = self._trunk(edge)
        forced = self.forced.get(trunk, set()) & {column, column + 1}
        usual = next(iter(forced)) if len(forced) == 1 else column + (edge.style.key in _RIGHT)
        self.plan.free.add(trunk)
        return 2 * column + 1 - usual if trunk in self.turned else usual

    def _port(self, edge: Edge, body: str, gutter: int, key: str = "") -> Port:
        side: Side = "left" if gutter == self.column[body] else "right"
        row = self._row(edge) if body == edge.to_id else ""
        port = Port(body, side, self._trunk(edge), key, row)
        chips = len(edge.chips) if body == edge.to_id and not row else 0
        self.plan.ports[port] = max(self.plan.ports.get(port, 0), chips)
        return port

    def _row(self, edge: Edge) -> str:
        """Return the row of an open board at which a seat's line ends."""
        board = self.boxes.get(edge.to_id)
        row = board.row_of(edge.fact_ids) if board and edge.style.key == "seat" else None
        return row.id if row else ""

    def _upright(self, edge: Edge, gutter: int, bar: str = "") -> Upright:
        return Upright(gutter, self._trunk(edge), bar)

    def _way(self, edge: Edge, stops: list[Stop]) -> None:
        for here, there in pairwise(stops):
            for upright, stop in ((here, there), (there, here)):
                if isinstance(upright, Upright):
                    self.plan.uprights.setdefault(upright, set()).add(stop)
                    if stop == CHANNEL:
                        self.plan.horizontals.setdefault(upright.trunk, set()).add(upright.gutter)
        self.plan.ways.append(Way(edge, self._trunk(edge), edge.id in self.gathered, tuple(stops)))

    def _straight(self, edge: Edge, column: int, where: tuple[object, ...]) -> bool:
        """Run up the column's middle, beside what runs there already; refuse when there is no more room."""
        slot = self.slots.get((column, *where), 0)
        if slot >= MOST_SLOTS:
            return False
        self.slots[(column, *where)] = slot + 1
        self.plan.ways.append(Way(edge, edge.id, False, (), column, slot))
        return True

    def _passes_open(self, column: int, one: int, other: int) -> bool:
        """Tell whether a line up a column would cut through the rows of an open bar between two levels of bars."""
        between = (bar for bar in self.open if min(one, other) < self.level[bar] < max(one, other))
        return any(self.plan.spans[bar][0] <= column <= self.plan.spans[bar][1] for bar in between)

    def _loop(self, edge: Edge) -> None:
        body = edge.from_id
        if body in self.level:
            self.plan.ways.append(Way(edge, edge.id, False))
            return
        gutter = self.column[body] + 1
        out, back = self._port(edge, body, gutter, "out"), self._port(edge, body, gutter, "back")
        upright = Upright(gutter, f"loop {edge.id}")
        self._way(edge, [out, upright, back])

    def _across(self, edge: Edge) -> None:
        one, other = self.column[edge.from_id], self.column[edge.to_id]
        leaving, arriving = (one + 1, other) if other > one else (one, other + 1)
        start, end = self._port(edge, edge.from_id, leaving), self._port(edge, edge.to_id, arriving)
        if leaving == arriving:
            self._way(edge, [start, self._upright(edge, leaving), end])
        else:
            self._way(edge, [start, self._upright(edge, leaving), CHANNEL, self._upright(edge, arriving), end])

    def _with_bar(self, edge: Edge) -> None:
        bar, body = (edge.from_id, edge.to_id) if edge.from_id in self.level else (edge.to_id, edge.from_id)
        column = self.column[body]
        down = bar in self.roles.foot
        clear = self.last if down else self.first
        if column == self.row.own:  # in the context band: out through its edge
            gutter = column
        elif (
            body in clear
            and not self._row(edge)
            and (down or not self.plan.headed_below)  # nothing runs through a name
            and not self._passes_open(column, self.level[bar], self.ground - down)
            and self._straight(edge, column, ("foot" if down else "top",))
        ):
            return
        else:
            gutter = self._gutter(edge, column)
        end = self._beside_open(gutter, column, bar) if not down else gutter
        if end in {column, column + 1}:
            gutter = end
        else:
            self._lead_round(edge)
        by: list[Stop] = [] if end == gutter else [self._upright(edge, gutter), CHANNEL]
        stops: list[Stop] = [self._port(edge, body, gutter), *by, self._upright(edge, end, bar), BarEnd(bar)]
        self._way(edge, stops if body == edge.from_id else stops[::-1])

    def _cuts_open(self, gutter: int, one: int, other: int) -> bool:
        """Tell whether a line up a gutter would cut through the rows of an open bar between two levels of bars."""
        between = (bar for bar in self.open if min(one, other) < self.level[bar] < max(one, other))
        return any(self.plan.spans[bar][0] < gutter <= self.plan.spans[bar][1] for bar in between)

    def _beside_open(self, gutter: int, column: int, bar: str) -> int:
        """Return the gutter by which a line gets up to a bar: its own, the column's other one, or past an open bar."""
        free = [g for g in range(self.row.own + 1) if not self._cuts_open(g, self.level[bar], self.ground)]
        return min(free, key=lambda g: (g != gutter, g not in {column, column + 1}, abs(g - gutter), g))

    def _lead_round(self, edge: Edge) -> None:
        """Give a line a trunk over the columns, with all others of its kind that go to the same bar."""
        if edge.to_id in self.level and not edge.chips and edge.style.key != "missing":
            self.gathered.add(edge.id)
            self.trunks[edge.id] = f"{ROUND}into {edge.to_id} {edge.style.key}{'?' if edge.is_proposed else ''}"
        else:
            self.gathered.discard(edge.id)
            self.trunks[edge.id] = f"{ROUND}{self._trunk(edge)}"
        self.plan.over.add(self._trunk(edge))

    def _between_bars(self, edge: Edge) -> None:
        (a, b), (c, d) = self.plan.spans[edge.from_id], self.plan.spans[edge.to_id]
        first, last = max(a, c), min(b, d)
        foot = set(self.roles.foot)
        if first <= last and len(foot & {edge.from_id, edge.to_id}) != 1 and self.row.own:
            middle = (first + last) / 2
            where = "foot" if edge.from_id in foot else "top"
            levels = self.level[edge.from_id], self.level[edge.to_id]
            columns = [place for place in range(first, last + 1) if not self._passes_open(place, *levels)]
            for column in sorted(columns, key=lambda c: (self.slots.get((c, where), 0), abs(c - middle), c)):
                if self._straight(edge, column, (where,)):
                    return
        if first > last:  # side by side: round by the channel
            leaving, arriving = (b + 1, c) if c > b else (a, d + 1)
            self._way(
                edge,
                [
                    BarEnd(edge.from_id),
                    self._upright(edge, leaving, edge.from_id),
                    CHANNEL,
                    self._upright(edge, arriving, edge.to_id),
                    BarEnd(edge.to_id),
                ],
            )
            return
        middle = (first + last + 1) / 2
        every = range(first, min(last + 1, self.row.own) + 1)
        levels = self.level[edge.from_id], self.level[edge.to_id]
        gutters = [g for g in every if not self._cuts_open(g, *levels)] or every
        gutter = min(gutters, key=lambda g: (self.load[g], abs(g - middle), g))
        self.load[gutter] += 1
        self._way(edge, [BarEnd(edge.from_id), self._upright(edge, gutter, edge.id), BarEnd(edge.to_id)])
