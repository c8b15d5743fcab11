"""What is around a body on one of two days, to be laid over what is there on the other: it stands in the same places.

Both days are placed as one picture, and one of them is taken out of it. Of what is on the other day alone, the room
stays.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from app.diagram.content import Edge, Picture
from app.diagram.focus.chips import hanging, moved_row, row_width
from app.diagram.focus.hops import Hops
from app.diagram.focus.slots import label_width
from app.diagram.focus.wide import Broken, Words, labels_of, lay_out_wide
from app.diagram.geometry import Geometry, Label, PlacedBox, PlacedChip, Route


@dataclass(frozen=True, slots=True)
class Day:
    """What is around the body on a day, and the words beside its lines."""

    picture: Picture
    words: Words


def lay_out_on_both_days(every: Picture, focus: str, day: Day, other: Day) -> Geometry | None:
    """Place what a day has, where it stands in `every`, the picture of both days; None where that has not all of it."""
    days = (day, other)
    edges = {edge.id: edge for edge in day.picture.edges}
    if not edges.keys() <= {edge.id for edge in every.edges}:
        return None
    if not {box.id for box in day.picture.boxes} <= {box.id for box in every.boxes}:
        return None
    roomy = replace(every, edges=tuple(_with_longest_row(edge, days) for edge in every.edges))
    words = {id_: said for id_, said in day.words.items() if id_ in edges}
    drawn = lay_out_wide(roomy, focus, words, lambda hops: _room_of(hops, [each.words for each in days]))
    return _taken_out(drawn, day.picture, {edge.id: edge for edge in roomy.edges})


def _with_longest_row(edge: Edge, days: Sequence[Day]) -> Edge:
    """Give a line the seats of the day on which they take most room at its end."""
    rows = [each for day in days for each in day.picture.edges if each.id == edge.id]
    longest = max((edge, *rows), key=row_width)
    return replace(edge, chips=longest.chips, fact_ids=longest.fact_ids)


def _room_of(hops: Hops, words: Sequence[Words]) -> Broken:
    """Return lines as many, and as wide, as the words of each day need."""
    found: Broken = {}
    for said in words:
        for port, lines in labels_of(hops, said).items():
            pairs = zip_longest(found.get(port, ()), lines, fillvalue="")
            found[port] = tuple(max(pair, key=lambda line: label_width([line])) for pair in pairs)
    return found


def _taken_out(drawn: Geometry, picture: Picture, placed: dict[str, Edge]) -> Geometry:
    """Leave of a drawing what a picture has, as it has it."""
    own, edges = {box.id: box for box in picture.boxes}, {edge.id: edge for edge in picture.edges}
    boxes = tuple(replace(it, box=own[it.box.id]) for it in drawn.boxes if it.box.id in own)
    routes: list[Route] = []
    chips: list[PlacedChip] = []
    for route in drawn.routes:
        if route.edge.id in edges:
            row = [chip for chip in drawn.chips if chip.owner == route.edge.id]
            changed, ends = _with_own_row(route, edges[route.edge.id], placed[route.edge.id], row)
            routes.append(changed)
            chips += ends
    chips += [chip for box in boxes for chip in hanging(box)]
    labels = tuple(label for label in drawn.labels if not label.is_heading or _is_over(label, boxes))
    return replace(drawn, boxes=boxes, routes=tuple(routes), chips=tuple(chips), labels=labels)


def _with_own_row(route: Route, edge: Edge, placed: Edge, row: Sequence[PlacedChip]) -> tuple[Route, list[PlacedChip]]:
    """Let a line end at the seats that it has on the day."""
    if not row:
        return replace(route, edge=edge), []
    (before, _), (end, y) = route.points[-2:]
    moved, end = moved_row(edge, placed, row, to_right=end > before)
    return replace(route, edge=edge, points=(*route.points[:-1], (end, y))), moved


def _is_over(heading: Label, boxes: Sequence[PlacedBox]) -> bool:
    """Tell whether a column still has a body under its heading."""
    return any(abs(box.x - heading.x) < 1 for box in boxes)
