"""Geometry as a pyvis network on fixed positions, and as the JSON document that the page's module draws on canvas.

pyvis's own templates are not used: they load scripts from other hosts and can be injected into. vis-network's edges
cannot bend where we say, so they are hidden (they keep selection and neighbours right) and lines come as paths.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from app.diagram import text
from app.diagram.badges import SMALL, Badge, badges_of, is_fold, line_badges, stacks
from app.diagram.bars import has_bold_name, name_middle, name_places, sign_at
from app.diagram.geometry import (
    CHIP,
    TOGGLE,
    Column,
    Geometry,
    Label,
    PlacedBox,
    PlacedChip,
    PlacedRow,
    Route,
    is_filled,
    trunks_of,
)
from app.diagram.outlines import (
    arrow_path,
    box_path,
    chip_path,
    circle_path,
    edge_path,
    has_dot,
    stack_path,
    state_path,
    stroke_path,
    toggle_path,
)
from app.diagram.palette import AWAY, BOXES, DASHES, LINES, MUTED, PAGE, STRIPE, TEXT
from app.diagram.rosters import row_address, toggle_address, toggle_words
from app.diagram.svg_parts import EMPTY, LABEL, RINGS
from app.diagram.ways import ways_up
from app.domain.vocabulary import YesNoNotRecorded

if TYPE_CHECKING:
    from pyvis.network import Network

_OPTIONS = {
    "autoResize": False,
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {
        "hover": True,
        "dragNodes": False,
        "zoomView": False,
        "selectConnectedEdges": False,
        "hideEdgesOnDrag": False,
        "keyboard": False,
        "tooltipDelay": 100,
    },
    "edges": {"smooth": False, "hidden": True},
}


def network_of(geometry: Geometry) -> "Network":
    """Return the pyvis network: boxes where they stand, one hidden edge a line. Names are not its ids."""
    # pyvis brings IPython and networkx along, a second of imports: they wait until there is something to draw.
    from pyvis.network import Network

    network = Network(directed=True)
    for placed in geometry.boxes:
        network.add_node(placed.box.id, label=" ", shape="custom", x=placed.x, y=placed.y, physics=False, fixed=True)
    for route in geometry.routes:
        network.add_edge(route.edge.from_id, route.edge.to_id, id=route.edge.id, hidden=True)
    network.options = dict(_OPTIONS)
    return network


def document_of(
    geometry: Geometry,
    *,
    title: str,
    said: Mapping[str, str],
    walk: Mapping[str, str],
    href: Callable[[str], str],
    scale: float = 1.0,
) -> dict[str, Any]:
    """Return everything that the page's module needs, as plain values.

    `said` has a sentence for each box and line, `walk` the shorter one a screen reader hears on arriving at a box.
    `scale` is how large a unit is meant to be shown.
    """
    network = network_of(geometry)
    ways = ways_up(geometry)
    ends: dict[str, list[str]] = {}
    for route in geometry.routes:
        for fact in route.edge.fact_ids:
            ends.setdefault(fact, []).append(route.edge.id)
    return {
        "title": text.cleaned(title),
        "width": geometry.width,
        "height": geometry.height,
        "font": text.FONT,
        "size": text.SIZE,
        "lineHeight": text.LINE_HEIGHT,
        "small": SMALL,
        "label": LABEL,
        "scale": scale,
        "nodes": network.nodes,
        "edges": network.edges,
        "options": network.options,
        "boxes": {
            placed.box.id: _box(placed, said, walk, ways[placed.box.id], ends, href) for placed in geometry.boxes
        },
        "lines": [_line(route, said) for route in geometry.routes],
        "trunks": [_trunk(routes) for routes in trunks_of(geometry.routes)],
        "chips": [_chip(chip) for chip in geometry.chips],
        "marks": [{"owner": id_, "badge": _badge(badge)} for id_, badge in line_badges(geometry.routes)],
        "columns": [_column(column) for column in geometry.columns],
        "labels": [_label(label) for label in geometry.labels],
        "colours": {theme: _colours(theme) for theme in ("light", "dark")},
    }


def embedded(document: Mapping[str, Any]) -> str:
    """Write a document so that it can stand inside a script element: no `<`, `>` or `&` is left in it."""
    written = json.dumps(document, separators=(",", ":"), sort_keys=True)
    for character in "<>&":
        written = written.replace(character, f"\\u{ord(character):04x}")
    return written


def _box(
    placed: PlacedBox,
    said: Mapping[str, str],
    walk: Mapping[str, str],
    way: Sequence[str],
    ends: Mapping[str, list[str]],
    href: Callable[[str], str],
) -> dict[str, Any]:
    box = placed.box
    return {
        "x": placed.x,
        "y": placed.y,
        "width": placed.width,
        "height": placed.height,
        "style": box.style.key,
        "name": box.name,
        "classification": box.classification.value,
        "theme": box.theme.id if box.theme else None,
        "fold": is_fold(box.id),
        "hides": 0 if is_fold(box.id) else box.folded,
        "path": box_path(placed),
        "edge": edge_path(placed),
        "behind": [stack_path(placed, step) for step in stacks(box)],
        "ring": box_path(placed, 5),
        "mark": [box_path(placed, 3), RINGS[box.changed]] if box.changed else None,
        "stroke": box.style.width + (1.5 if box.is_focus else 0),
        "dashes": DASHES.get(box.status, ()),
        "bold": has_bold_name(placed),
        "lines": placed.lines,
        "nameY": placed.name_y,
        "rows": [_row(row, ends, href) for row in (*placed.rows, *placed.notes)],
        "plainRows": box.style.bold and bool(placed.rows or placed.notes),
        "toggle": _toggle(placed, href),
        "textX": name_middle(placed),
        "nameAt": name_places(placed),
        "badges": [_badge(badge) for badge in badges_of(placed)],
        "said": said[box.id],
        "walk": walk[box.id],
        "way": way,
        "href": href(box.id),
    }


def _toggle(placed: PlacedBox, href: Callable[[str], str]) -> dict[str, Any] | None:
    sign = sign_at(placed)
    if sign is None or not toggle_address(placed.box, href):
        return None
    left, top = sign
    return {
        "x": left,
        "y": top,
        "size": TOGGLE,
        "path": toggle_path(left, top, is_open=bool(placed.rows)),
        "said": toggle_words(placed.box),
        "href": toggle_address(placed.box, href),
    }


def _row(placed: PlacedRow, ends: Mapping[str, list[str]], href: Callable[[str], str]) -> dict[str, Any]:
    return {
        "x": placed.x,
        "y": placed.y,
        "width": placed.width,
        "height": placed.height,
        "words": [[words.text, words.x, words.y, words.look] for words in placed.words],
        "chip": _chip(placed.chip) if placed.chip else None,
        "lines": [line for post in placed.row.ids for line in ends.get(post, ())],
        "said": placed.row.said,
        "href": row_address(placed.row, href),
    }


def _badge(badge: Badge) -> list[str | float]:
    return [badge.words, badge.left, badge.top, badge.width, badge.height, badge.baseline]


def _column(column: Column) -> dict[str, Any]:
    return {
        "key": column.key,
        "lines": column.lines,
        "x": column.left,
        "y": column.top,
        "width": column.width,
        "height": column.height,
        "middle": column.middle,
        "filled": column.is_alternate,
        "folded": column.is_folded,
    }


def _label(label: Label) -> dict[str, Any]:
    return {
        "owner": label.owner,
        "lines": label.lines,
        "x": label.x,
        "y": label.y,
        "align": {"start": "left", "middle": "center", "end": "right"}[label.anchor],
        "heading": label.is_heading,
    }


def _line(route: Route, said: Mapping[str, str]) -> dict[str, Any]:
    style = route.edge.style
    return {
        "id": route.edge.id,
        "from": route.edge.from_id,
        "to": route.edge.to_id,
        "points": route.points,
        "path": stroke_path(route.drawn_points, route.end),
        "end": arrow_path(route.points, route.end, style.width),
        "said": said[route.edge.id],
    }


def _trunk(routes: list[Route]) -> dict[str, Any]:
    edge = routes[0].edge
    return {
        "style": edge.style.key,
        "width": edge.style.width,
        "dashes": edge.style.dashes,
        "filled": is_filled(routes),
        "proposed": edge.is_proposed,
        "lines": [route.edge.id for route in routes],
    }


def _chip(placed: PlacedChip) -> dict[str, Any]:
    mark, x, y = placed.chip.mark, placed.x, placed.y
    return {
        "owner": placed.owner,
        "path": chip_path(x, y, mark),
        "filled": mark.voting is YesNoNotRecorded.YES and not mark.vacant,
        "dashes": EMPTY if mark.vacant else (),
        "dot": circle_path(x, y, CHIP * 0.36) if has_dot(mark) else "",
        "cross": state_path(x, y, mark),
        "number": str(placed.chip.number) if placed.chip.number > 1 else "",
        "x": x + CHIP / 2 + 2,
        "y": y,
    }


def _colours(theme: str) -> dict[str, Any]:
    return {
        "page": getattr(PAGE, theme),
        "stripe": getattr(STRIPE, theme),
        "text": getattr(TEXT, theme),
        "muted": getattr(MUTED, theme),
        "lines": {line.key: getattr(line.stroke, theme) for line in LINES.values()},
        "boxes": {
            box.key: [getattr(box.fill, theme), getattr(box.stroke, theme), getattr(box.text, theme)]
            for box in (*BOXES.values(), AWAY)
        },
    }
