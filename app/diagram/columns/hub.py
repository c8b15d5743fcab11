"""A place about one board: the board open in the middle, and on both sides of it, beside their rows, who sits on it."""

from app.diagram.columns.kinds import Heading
from app.diagram.columns.roles import Roles
from app.diagram.columns.scene import Scene
from app.diagram.columns.stacks import Stacks
from app.diagram.content import Box, Edge, Picture

BEFORE, HUB, AFTER = "before", "hub", "after"
_STRUCTURE = frozenset({"reports-to", "sub-group-of", "feeds-into"})


def hub_scene(picture: Picture, board: str) -> Scene:
    """Sort a picture's bodies round a board: those with seats on it in the order of its rows, on either side in turn.

    What it reports to, and what reports to it, stands over and under it; everything else beside what it is joined to.
    """
    boxes = {box.id: box for box in picture.boxes}
    sides = _seated(picture, boxes[board])
    over, under = [], []
    for edge in picture.edges:
        if edge.style.key not in _STRUCTURE:
            continue
        if edge.from_id == board and edge.to_id not in sides and edge.to_id not in over:
            over.append(edge.to_id)
        if edge.to_id == board and edge.from_id not in sides and edge.from_id not in under:
            under.append(edge.from_id)
    over = [id_ for id_ in over if id_ != board]
    middle = [*over, board, *(id_ for id_ in under if id_ not in {board, *over})]
    sides |= _others(picture, sides, set(middle))
    column_of = {**sides, **dict.fromkeys(middle, HUB)}
    stacks = {
        key: Stacks(tuple(middle if key == HUB else (id_ for id_, side in sides.items() if side == key)), ())
        for key in (BEFORE, HUB, AFTER)
    }
    order = tuple(key for key in (BEFORE, HUB, AFTER) if stacks[key].whole)
    headings = tuple(Heading(place, key, "") for place, key in enumerate(order))
    return Scene(picture, Roles(column_of, headings, (), (), ()), stacks, order)


def _seated(picture: Picture, board: Box) -> dict[str, str]:
    """Return the side of each body with a seat on the board, by the order of its rows."""
    row_of = {post: place for place, row in enumerate(board.roster) for post in row.ids}

    def first(edge: Edge) -> tuple[int, str]:
        return min((row_of.get(post, len(row_of)) for post in edge.fact_ids), default=len(row_of)), edge.id

    seats = [edge for edge in picture.edges if edge.to_id == board.id and edge.style.key == "seat"]
    found = dict.fromkeys(edge.from_id for edge in sorted(seats, key=first) if edge.from_id != board.id)
    return {id_: AFTER if place % 2 else BEFORE for place, id_ in enumerate(found)}


def _others(picture: Picture, sides: dict[str, str], middle: set[str]) -> dict[str, str]:
    """Return the side of every other body: that of what it is joined to, else the shorter one."""
    found: dict[str, str] = {}
    waiting = [box.id for box in picture.boxes if box.id not in sides and box.id not in middle]
    while waiting:
        known = {**sides, **found}
        near = {
            one: known[other]
            for edge in picture.edges
            for one, other in ((edge.from_id, edge.to_id), (edge.to_id, edge.from_id))
            if one in waiting and other in known
        }
        if not near:
            after = sum(side == AFTER for side in known.values())
            near = {waiting[0]: AFTER if 2 * after < len(known) else BEFORE}
        found |= dict(sorted(near.items()))
        waiting = [id_ for id_ in waiting if id_ not in near]
    return found
