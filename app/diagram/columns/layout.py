"""The map of a place: themes are columns, bodies that reach across are bars, lines run between the columns."""

from collections.abc import Callable
from dataclasses import replace
from math import inf

from app.diagram.bars import name_room
from app.diagram.columns.drawing import Sheet
from app.diagram.columns.folding import EVERYTHING, fold_bodies, fold_column
from app.diagram.columns.gutters import across_of
from app.diagram.columns.hub import hub_scene
from app.diagram.columns.kinds import Heading
from app.diagram.columns.levels import least_box, levels_of, width_of
from app.diagram.columns.order import ordered
from app.diagram.columns.plan import BarEnd, Plan, Row, planned
from app.diagram.columns.roles import Roles, roles_of
from app.diagram.columns.scene import Scene
from app.diagram.columns.sides import sided
from app.diagram.content import Picture
from app.diagram.geometry import Geometry
from app.diagram.rosters import opened as with_open
from app.diagram.text import SIZE, width

LEAST_LABEL = 10.0
"""Pixels; smaller words are not read."""
LEAST_NAME = 90.0
"""A bar's name is not broken to less than this between two lines that pass."""
NARROW_LANE = 4.0
"""Between lanes, where the picture would be a little too wide with usual ones: better than a column folded away."""
_MOST_ROUNDS = 5
CLOSE_LANE = 3.0
"""Between lanes, where even folded columns have so many lines that the picture would grow too wide."""


def lay_out_map(
    picture: Picture,
    *,
    room: float = 1440.0,
    opened: frozenset[str] = frozenset(),
    rosters: frozenset[str] = frozenset(),
    order: tuple[str, ...] = (),
    hub: str = "",
) -> Geometry:
    """Place a picture in columns.

    `room` is how wide it may be in pixels: columns fold one by one until its words come out no smaller than
    LEAST_LABEL. `opened` names what stays unfolded: keys of columns, ids of hosts of folded bodies, or `all`.
    `rosters` are the boards that open into who sits on them. `order` is that of the columns where it is known. With a
    `hub`, everything stands round that board, in columns without names.
    """
    sheets: dict[tuple[object, ...], Sheet] = {}

    def arranged(scene: Scene) -> Sheet:
        is_open = any(box.is_open for box in scene.picture.boxes)
        bars = (tuple(scene.rooms.items()), tuple(scene.tall.items()))
        key = (is_open, scene.order, scene.folded, scene.turned, scene.lane, bars)
        if key not in sheets:
            sheets[key] = _arranged(scene)
        return sheets[key]

    def shown(scene: Scene) -> Scene:
        return replace(scene, picture=with_open(scene.picture, rosters, scene.roles.across)) if rosters else scene

    if hub:
        scene = hub_scene(picture, hub)
    else:
        scene = Scene.of(*fold_bodies(picture, roles_of(picture), opened))
        known = {heading.key for heading in scene.roles.headings}
        scene = replace(scene, order=order if set(order) == known else ordered(scene, arranged))
    widest = inf if EVERYTHING in opened else room * SIZE / LEAST_LABEL
    if arranged(shown(scene)).width > widest >= arranged(shown(replace(scene, lane=NARROW_LANE))).width:
        scene = replace(scene, lane=NARROW_LANE)
    foldable = [heading for heading in scene.roles.headings if heading.key not in opened and not hub]
    while foldable and arranged(shown(scene)).width > widest:
        heading = foldable.pop(_least(scene.picture, scene.roles, foldable))
        folded = Scene.of(*fold_column(scene.picture, scene.roles, heading))
        scene = replace(folded, order=scene.order, folded=scene.folded | {heading.key})
    scene = shown(scene)
    if arranged(scene).width > widest:
        scene = replace(scene, lane=CLOSE_LANE)
    scene = sided(scene, arranged, widest)
    geometry, cramped = _fitted(scene, arranged)
    if not cramped:
        return geometry
    return lay_out_map(picture, room=room, opened=opened, rosters=rosters - cramped, order=order, hub=hub)


def _fitted(scene: Scene, arranged: Callable[[Scene], Sheet]) -> tuple[Geometry, frozenset[str]]:
    """Give the names of bars, and the rows of those that are open, their room between the lines that pass.

    Where that is can be seen once everything has a place, and moves a little when a bar grows. Return the bars too
    for which there is none.
    """
    for _ in range(_MOST_ROUNDS):
        sheet = arranged(scene)
        geometry = sheet.geometry(scene.folded)
        rooms = {**scene.rooms, **_rooms(geometry)}
        tall = {id_: max(need, scene.tall.get(id_, 0.0)) for id_, need in sorted(sheet.needs.items())}
        if (rooms, tall) == (scene.rooms, scene.tall):
            break
        scene = replace(scene, rooms=rooms, tall=tall)
    heights = {placed.box.id: placed.height for placed in geometry.boxes if placed.box.is_open}
    return geometry, frozenset(id_ for id_, high in heights.items() if not 0 < sheet.needs.get(id_, high) <= high)


def _rooms(geometry: Geometry) -> dict[str, float]:
    """Return the room between gaps for the names of bars that have too little for theirs; more lines make room."""
    rooms = {}
    for placed in geometry.boxes:
        if placed.gaps:
            room = name_room(placed)
            if room < max(width(line, bold=True) for line in placed.lines):
                rooms[placed.box.id] = max(room, LEAST_NAME)
    return rooms


def _least(picture: Picture, roles: Roles, headings: list[Heading]) -> int:
    """Return the place of the column with the fewest lines: folding it tells the reader least."""
    lines = [
        sum(heading.key in {roles.column_of.get(e.from_id), roles.column_of.get(e.to_id)} for e in picture.edges)
        for heading in headings
    ]
    return min(range(len(headings)), key=lambda place: (lines[place], -headings[place].order))


def _arranged(scene: Scene) -> Sheet:
    """Return everything of a scene its place."""
    picture, roles = scene.picture, scene.roles
    boxes = {box.id: box for box in picture.boxes}
    row = Row(scene.order, scene.stacks)
    plan = planned(picture, roles, row, scene.turned)
    open_in = {roles.column_of.get(box.id) for box in picture.boxes if box.is_open}
    words = _longest_words(picture, roles)
    widths = {
        heading.key: width_of(heading, scene.folded, heading.key in open_in, words.get(heading.key, 0.0))
        for heading in roles.headings
    }
    through = _through(picture, roles, row, plan)
    levels = levels_of(boxes, roles, row, plan, widths, through, scene.rooms, scene.tall)
    across = across_of(levels, roles, row, plan, widths, scene.lane)
    return Sheet(boxes, roles, row, plan, levels, across)


def _longest_words(picture: Picture, roles: Roles) -> dict[str, float]:
    """Return how wide a box must be in each column for no word of a name in it to be broken."""
    found: dict[str, float] = {}
    for box in picture.boxes:
        if key := roles.column_of.get(box.id):
            found[key] = max(found.get(key, 0.0), least_box(box))
    return found


def _through(picture: Picture, roles: Roles, row: Row, plan: Plan) -> set[str]:
    """Return the boards that stand beside the bars: first in a column that no bar covers, with a line to the top.

    A bar covers a gutter at its end too, where lines meet it: what leaves a board for that would run behind it.
    """
    covered = {column for bar in roles.bars for column in range(plan.spans[bar][0], plan.spans[bar][1] + 1)}
    for upright, stops in plan.uprights.items():
        ends = {stop.bar for stop in stops if isinstance(stop, BarEnd)}
        covered |= {upright.gutter - 1 for bar in ends & set(roles.bars) if upright.gutter == plan.spans[bar][0]}
        covered |= {upright.gutter for bar in ends & set(roles.bars) if upright.gutter == plan.spans[bar][1] + 1}
    upwards = {edge.from_id for edge in picture.edges if edge.to_id in roles.top}
    upwards |= {edge.to_id for edge in picture.edges if edge.from_id in roles.top}
    firsts = {
        row.stacks[key].upper[0]
        for place, key in enumerate(row.keys[: row.own])
        if place not in covered and row.stacks[key].upper
    }
    return firsts & upwards
