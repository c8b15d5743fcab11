"""Who stands where on the map: which bodies are bars across it, and in which column every other body belongs.

All by rule, and by the lines that lead to a body of this place, whatever sort of body it is. The one that most lead to
is a bar on top, and so is a Local Strategic Partnership that any lead to. One with lines from four or more columns is
a bar: a forum or reference group at the foot, every other one between. Bodies of other places have a column at the
edge, the context band; those without a theme have one of their own kind.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from app.diagram.columns.communities import communities_of
from app.diagram.columns.kinds import ELSEWHERE, Heading, kinds_of, spread
from app.diagram.columns.ranks import LEAST_FROM, by_level, head_of, heights_of
from app.diagram.content import Box, Edge, Picture

REACHES_ACROSS = 4
"""Lines from this many columns make a body a bar."""
REACHES_WITHOUT_THEME = 3
"""Of a body without a theme of its own, this many are enough: in any column it would be a stranger."""
MOST_BARS = 8
MOST_ENDS = 3
"""More partnerships, or more reference groups, than this stand in columns: a picture of bars alone tells nothing."""
_AT_THE_FOOT = frozenset({"reference", "forum", "member"})
"""Kinds of body that speak for others: the lines that lead to them come down from the forums' line."""


@dataclass(frozen=True, slots=True)
class Roles:
    """Where each body belongs; every body is in one of the four."""

    column_of: Mapping[str, str]
    """For each body that is no bar, the key of its column."""
    headings: tuple[Heading, ...]
    """The columns, in recorded order."""
    top: tuple[str, ...]
    bars: tuple[str, ...]
    """Those between top and foot, the ones that the others report to first."""
    foot: tuple[str, ...]
    """Those that the others are nearest to first."""
    strangers: frozenset[str] = frozenset()
    """Bars that are councils and the like without a theme: their departments have none either."""

    @property
    def across(self) -> frozenset[str]:
        """Every bar, wherever it is."""
        return frozenset((*self.top, *self.bars, *self.foot))


def roles_of(picture: Picture) -> Roles:
    """Choose bars and columns."""
    away = {box.id: box for box in picture.boxes if box.elsewhere}
    boxes = {box.id: box for box in picture.boxes if not box.elsewhere}
    every = [edge for edge in picture.edges if edge.from_id != edge.to_id and edge.style.key != "missing"]
    edges = [edge for edge in every if edge.from_id in boxes and edge.to_id in boxes]
    heights = heights_of({box.id: box for box in picture.boxes}, every)
    led_to = {id_: number for id_, (_, number) in heights.items()}
    top = _most(MOST_ENDS, (id_ for id_, box in boxes.items() if box.style.key == "lsp" and heights[id_][0]), led_to)
    headings, given = _columns(boxes, edges, top)
    sources = _sources(spread(given, boxes, edges, top), every, away.keys())
    head = head_of(heights)
    if head and len(sources.get(head, ())) >= LEAST_FROM:
        top = tuple(dict.fromkeys((head, *top)))[:MOST_ENDS]
        headings, given = _columns(boxes, edges, top)
        sources = _sources(spread(given, boxes, edges, top), every, away.keys())
    reach = {id_: len(columns) for id_, columns in sources.items() if id_ in boxes and id_ not in top}
    foot = _most(MOST_ENDS, (id_ for id_ in reach if _is_at_the_foot(boxes[id_], reach[id_])), reach)
    across = [
        id_
        for id_, number in reach.items()
        if boxes[id_].style.key not in _AT_THE_FOOT
        and number >= (REACHES_ACROSS if id_ in given else REACHES_WITHOUT_THEME)
    ]
    bars = by_level(_most(MOST_BARS, across, reach), edges)
    ends = {*top, *bars, *foot}
    column_of = {id_: key for id_, key in spread(given, boxes, edges, ends).items() if id_ not in ends}
    last = max((heading.order for heading in headings.values()), default=0)
    for id_, heading in kinds_of(boxes, edges, column_of, ends, last + 1).items():
        column_of[id_] = heading.key
        headings[heading.key] = heading
    strangers = (id_ for id_ in (*top, *bars) if boxes[id_].style.key == "statutory" and id_ not in given)
    used = set(column_of.values())
    row = sorted(heading for heading in headings.values() if heading.key in used)
    if away:
        column_of |= dict.fromkeys(away, ELSEWHERE)
        places = sorted({box.elsewhere for box in away.values()})
        row.append(Heading(row[-1].order + 1 if row else 0, ELSEWHERE, places[0] if len(places) == 1 else "Elsewhere"))
    return Roles(column_of, tuple(row), top, bars, foot, frozenset(strangers))


def _columns(
    boxes: Mapping[str, Box], edges: Collection[Edge], top: Collection[str]
) -> tuple[dict[str, Heading], dict[str, str]]:
    """Return the columns by their keys, and the bodies that certainly belong to one: by their theme, or as computed."""
    headings = {
        box.theme.id: Heading(box.theme.order, box.theme.id, box.theme.name)
        for _, box in sorted(boxes.items())
        if box.theme
    }
    if headings:
        return headings, {id_: box.theme.id for id_, box in boxes.items() if box.theme}
    found = communities_of(boxes.keys() - set(top), edges)
    return {id_: Heading(order, id_, boxes[id_].name) for order, id_ in enumerate(sorted(set(found.values())))}, found


def _sources(column: Mapping[str, str], edges: Iterable[Edge], away: Collection[str]) -> dict[str, set[str]]:
    """Return for each body the columns from which lines lead to it; other places are one."""
    sources: dict[str, set[str]] = {}
    for edge in edges:
        key = ELSEWHERE if edge.from_id in away else column.get(edge.from_id)
        if key:
            sources.setdefault(edge.to_id, set()).add(key)
    return sources


def _is_at_the_foot(box: Box, reach: int) -> bool:
    """Tell whether a body stands at the foot: a reference group that two columns turn to, another that four do."""
    return reach >= (LEAST_FROM if box.style.key == "reference" else REACHES_ACROSS) and box.style.key in _AT_THE_FOOT


def _most(number: int, ids: Iterable[str], weight: Mapping[str, int]) -> tuple[str, ...]:
    """Return the ids with the most weight, heaviest first."""
    return tuple(sorted(ids, key=lambda id_: (-weight.get(id_, 0), id_))[:number])
