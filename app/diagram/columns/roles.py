"""Who stands where on the map: which bodies are bars across it, and in which column every other body belongs.

All by rule: a Local Strategic Partnership is a bar on top, a reference group that several columns turn to is one at the
foot, and a board, committee or executive with lines from four or more columns is one between. So is a body without
a theme whose lines lead to three or more, such as a council: between when it has groups of its own, else at the foot.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from app.diagram.columns.communities import communities_of
from app.diagram.content import Box, Edge, Picture
from app.domain.vocabulary import Classification

REACHES_ACROSS = 4
"""Lines from this many columns make a board or committee a bar."""
REACHES_WITHOUT_THEME = 3
"""Of a body without a theme of its own, this many are enough: in any column it would be a stranger."""
MOST_BARS = 8
MOST_ENDS = 3
"""More partnerships, or more reference groups, than this stand in columns: a picture of bars alone tells nothing."""
OTHERS = "other-bodies"
"""The column of bodies that nothing joins to any theme."""


@dataclass(frozen=True, slots=True, order=True)
class Heading:
    """A column before it has a place: its key, its name, and the place in the row that its theme's file gives it."""

    order: int
    key: str
    name: str


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
    """Bars that are such for want of a theme, such as a council with lines to every theme."""

    @property
    def across(self) -> frozenset[str]:
        """Every bar, wherever it is."""
        return frozenset((*self.top, *self.bars, *self.foot))


def roles_of(picture: Picture) -> Roles:
    """Choose bars and columns."""
    boxes = {box.id: box for box in picture.boxes}
    edges = [edge for edge in picture.edges if edge.from_id != edge.to_id]
    degree = Counter(id_ for edge in edges for id_ in (edge.from_id, edge.to_id))
    top = _most(MOST_ENDS, (id_ for id_, box in boxes.items() if box.style.key == "lsp"), degree)
    headings = {
        box.theme.id: Heading(box.theme.order, box.theme.id, box.theme.name)
        for box in sorted(picture.boxes, key=lambda box: box.id)
        if box.theme
    }
    given = {id_: box.theme.id for id_, box in boxes.items() if box.theme}
    if not headings:
        given, headings = _computed(boxes, edges, top)
    first = _spread(given, boxes, edges, top)
    sources: dict[str, set[str]] = {}
    neighbours: dict[str, set[str]] = {}
    for edge in edges:
        sources.setdefault(edge.to_id, set()).add(first.get(edge.from_id, ""))
        for one, other in ((edge.from_id, edge.to_id), (edge.to_id, edge.from_id)):
            neighbours.setdefault(one, set()).add(first.get(other, ""))
    groups = [id_ for id_, box in boxes.items() if box.style.key == "reference"]
    wide = (id_ for id_ in groups if len(groups) == 1 or len(neighbours.get(id_, set()) - {""}) > 1)
    foot = _most(MOST_ENDS, wide, degree)
    reach = {id_: len(columns - {""}) for id_, columns in sources.items()}
    across = (
        id_
        for id_, box in boxes.items()
        if id_ not in top and _may_reach_across(box) and reach.get(id_, 0) >= REACHES_ACROSS
    )
    bars = _by_level(_most(MOST_BARS, across, reach), edges)
    strangers = _strangers(boxes.keys() - set(given) - {*top, *bars, *foot}, given, edges)
    heads = {edge.to_id for edge in edges if edge.style.key in {"sub-group-of", "reports-to"}}
    bars = (*(id_ for id_ in strangers if id_ in heads), *bars)
    foot = (*foot, *(id_ for id_ in strangers if id_ not in heads))
    ends = {*top, *bars, *foot}
    column_of = {id_: key for id_, key in _spread(given, boxes, edges, ends).items() if id_ not in ends}
    for id_ in boxes.keys() - column_of.keys() - ends:
        column_of[id_] = OTHERS
        headings[OTHERS] = Heading(max((h.order for h in headings.values()), default=0) + 1, OTHERS, "Other bodies")
    used = set(column_of.values())
    return Roles(
        column_of,
        tuple(sorted(h for h in headings.values() if h.key in used)),
        top,
        bars,
        foot,
        frozenset(strangers),
    )


def _strangers(ids: Iterable[str], given: Mapping[str, str], edges: Collection[Edge]) -> tuple[str, ...]:
    """Choose, of bodies without a theme, those with lines to several; the one with most comes first."""
    met: dict[str, set[str]] = {id_: set() for id_ in ids}
    for edge in edges:
        for one, other in ((edge.from_id, edge.to_id), (edge.to_id, edge.from_id)):
            if one in met and other in given:
                met[one].add(given[other])
    reach = {id_: len(keys) for id_, keys in met.items() if len(keys) >= REACHES_WITHOUT_THEME}
    return _most(MOST_ENDS, reach, reach)


def _may_reach_across(box: Box) -> bool:
    return box.style.key in {"board", "committee"} or box.classification is Classification.EXECUTIVE


def _most(number: int, ids: Iterable[str], weight: Mapping[str, int]) -> tuple[str, ...]:
    """Return the ids with the most weight, heaviest first."""
    return tuple(sorted(ids, key=lambda id_: (-weight.get(id_, 0), id_))[:number])


def _computed(
    boxes: Mapping[str, Box], edges: Collection[Edge], top: Collection[str]
) -> tuple[dict[str, str], dict[str, Heading]]:
    """Make columns of the communities of the lines, each named by the body it has gathered round."""
    found = communities_of(boxes.keys() - set(top), edges)
    centres = sorted(set(found.values()))
    return found, {id_: Heading(order, id_, boxes[id_].name) for order, id_ in enumerate(centres)}


def _spread(
    given: Mapping[str, str], boxes: Mapping[str, Box], edges: Collection[Edge], without: Collection[str]
) -> dict[str, str]:
    """Return bodies without a theme that of most of their neighbours, step by step outwards; bars have no say."""
    column = {id_: key for id_, key in given.items() if id_ not in without}
    missing = sorted(boxes.keys() - column.keys() - set(without))
    while missing:
        votes: dict[str, Counter[str]] = {id_: Counter() for id_ in missing}
        for edge in edges:
            for one, other in ((edge.from_id, edge.to_id), (edge.to_id, edge.from_id)):
                if one in votes and other in column:
                    votes[one][column[other]] += 2 if edge.style.key in {"sub-group-of", "reports-to"} else 1
        settled = {id_: min(said, key=lambda key: (-said[key], key)) for id_, said in votes.items() if said}
        if not settled:
            break
        column |= settled
        missing = [id_ for id_ in missing if id_ not in settled]
    return column


def _by_level(bars: Collection[str], edges: Collection[Edge]) -> tuple[str, ...]:
    """Put a bar under those that it reports or feeds to."""
    level = dict.fromkeys(bars, 0)
    upwards = sorted({(e.from_id, e.to_id) for e in edges if e.from_id in level and e.to_id in level})
    for _ in bars:  # as often as the longest chain is long; a circle ends here as well
        for low, high in upwards:
            level[low] = max(level[low], min(level[high] + 1, len(level)))
    return tuple(sorted(bars, key=lambda id_: (level[id_], list(bars).index(id_))))
