"""`make diagram-quality`: how clear the maps of the project's places are, beside Graphviz's dot on the same graphs.

dot draws upwards (`rankdir=BT`) with the same boxes and lines, once with `splines=ortho`, as the map does, and once
with `splines=polyline`. It shows no themes: made to (a cluster each), it has about three times the crossings.
"""

import sys
import time

import pygraphviz

from app.diagram.columns import lay_out_map
from app.diagram.content import Picture
from app.diagram.fitting import LARGEST_LABEL
from app.diagram.geometry import Geometry, Point
from app.diagram.legend import legend_of, legend_width
from app.diagram.quality import A3_WIDTH, crossings_of_any, frame_used, label_size, movement, quality_of
from app.diagram.settling import settled
from app.diagram.text import SIZE
from tests.unit.map_cases import PLACES, picture, shown_at_first

ROOMS = {"1600 px": 1600.0, "1440 px": 1440.0, "1280 px": 1280.0, "A3 pt": A3_WIDTH}
POINTS_PER_INCH = 72.0


def drawn_by_dot(geometry: Geometry, splines: str) -> tuple[float, list[tuple[str, str, list[Point]]], float]:
    """Let dot draw the bodies and lines of a map; give its width, each line with its bodies, and how long it took."""
    graph = pygraphviz.AGraph(directed=True, strict=False, rankdir="BT", splines=splines, nodesep="0.12", ranksep="0.5")
    for placed in geometry.boxes:
        # A bar is as wide as its name: dot cannot stretch it over what it reaches across.
        width = placed.width if placed.width < 120 else 320.0
        graph.add_node(
            placed.box.id,
            shape="box",
            fixedsize="true",
            label="",
            width=width / POINTS_PER_INCH,
            height=placed.height / POINTS_PER_INCH,
        )
    for route in geometry.routes:
        graph.add_edge(route.edge.from_id, route.edge.to_id, key=route.edge.id)
    start = time.perf_counter()
    graph.layout("dot")
    took = time.perf_counter() - start
    lines = []
    for one, other, key in graph.edges(keys=True):
        written = [piece.split(",") for piece in graph.get_edge(one, other, key).attr["pos"].split()]
        points = [(float(piece[0]), float(piece[1])) for piece in written if piece[0] not in {"e", "s"}]
        # dot writes every stretch as a curve of four points; those between the ends lie on the straight line.
        lines.append((str(one), str(other), points[::3]))
    _, _, width, _ = (float(edge) for edge in graph.graph_attr["bb"].split(","))
    return width, lines, took


def report(name: str, whole: Picture, opened: frozenset[str] = frozenset()) -> str:
    """Measure one view of a place."""
    start = time.perf_counter()
    geometry = lay_out_map(whole, opened=opened)
    took = time.perf_counter() - start
    quality = quality_of(geometry)
    sizes = ", ".join(f"{label_size(geometry.width, room):.1f} at {said}" for said, room in ROOMS.items())
    folded = sum(column.is_folded for column in geometry.columns)
    said = [
        f"{name}: {len(geometry.boxes)} bodies, {len(geometry.routes)} lines, {len(geometry.columns)} columns"
        f"{f' ({folded} folded)' if folded else ''}",
        f"  map   {quality.crossings:4} crossings, {len(quality.over_boxes)} lines over boxes, "
        f"{len(quality.overlaps)} overlaps, {len(quality.collinear)} lines on lines; "
        f"labels {sizes}; {took * 1000:.0f} ms",
        f"        {frame_used(geometry, 1440, LARGEST_LABEL / SIZE):.0%} of the frame used, {seats_drawn(geometry)} of "
        f"{seats_drawn_of(whole)} seats drawn, legend {legend_width(legend_of(geometry)):.0f} of {geometry.width:.0f} "
        f"wide, moved {moved(whole, geometry, opened):.0f} when only half is shown",
    ]
    for splines in ("ortho", "polyline"):
        width, lines, dot_took = drawn_by_dot(geometry, splines)
        sizes = ", ".join(f"{label_size(width, room):.1f} at {said_}" for said_, room in ROOMS.items())
        said.append(
            f"  dot   {crossings_of_any(lines):4} crossings ({splines}); labels {sizes}; {dot_took * 1000:.0f} ms"
        )
    return "\n".join(said)


def seats_drawn(geometry: Geometry) -> int:
    """Count the seats that a drawing shows as chips or rows."""
    chips = sum(chip.chip.number for chip in geometry.chips)
    rows = [row.row for box in geometry.boxes for row in (*box.rows, *box.notes)]
    return chips + sum(row.chip.number for row in rows if row.chip)


def seats_drawn_of(whole: Picture) -> int:
    """Count the seats of a picture, drawn or folded away."""
    chips = [*(box.chips for box in whole.boxes), *(edge.chips for edge in whole.edges)]
    return sum(chip.number for its in chips for chip in its)


def moved(whole: Picture, geometry: Geometry, opened: frozenset[str]) -> float:
    """Say how far a box moves when every other line is filtered out."""
    edges = whole.edges[::2]
    joined = {id_ for edge in edges for id_ in (edge.from_id, edge.to_id)}
    shown = settled(whole, geometry, Picture(tuple(box for box in whole.boxes if box.id in joined), edges, ()))
    return movement(geometry, shown or lay_out_map(whole, opened=opened))


def main() -> None:
    """Print the figures of each place."""
    for name in PLACES:
        sys.stdout.write(report(f"{name}, as first shown", shown_at_first(name)) + "\n")
        sys.stdout.write(report(f"{name}, every line, nothing folded", picture(name), frozenset({"all"})) + "\n")


if __name__ == "__main__":
    main()
