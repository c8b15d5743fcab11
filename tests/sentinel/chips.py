"""Reading the chips of a drawing: how each is drawn, and how many seats it stands for."""

from tests.sentinel.reading import Node

_ROUND = "a3.8"
"""Begins the arcs of a round chip: half its size."""


def chips_of(drawing: Node) -> list[tuple[str, str]]:
    """Return the chips of a drawing in their order: how each looks, and the words that follow it at once, if any.

    A chip looks filled or hollow; and a diamond or square, dotted, notched, crossed where it is.
    """
    found: list[list[str]] = []
    waiting = False
    for node in drawing.walk():
        kind, path = node.attributes.get("class", ""), node.attributes.get("d", "")
        if (
            node.tag == "path"
            and kind in {"dg-seat-end", "dg-hollow"}
            and (_ROUND in path.lower() or path.endswith("Z"))
        ):
            filled = node.attributes["fill"] == node.attributes["stroke"]
            found.append([f"{'filled' if filled else 'hollow'}{_shape(path)}", ""])
            waiting = True
        elif waiting and node.tag == "path" and kind in {"dg-dot", "dg-crossed"}:
            found[-1][0] += " dotted" if kind == "dg-dot" else " crossed"
        elif waiting and node.tag == "text":
            found[-1][1] = node.text()
            waiting = False
    return [(look, words) for look, words in found]


def _shape(path: str) -> str:
    if _ROUND in path.lower():
        return " notched" if "L" in path else ""
    corners = [corner.split() for corner in path.strip("MZ").split("L")]
    notched = " notched" if len(corners) > 4 else ""
    return f"{' square' if corners[0][1] == corners[1][1] else ' diamond'}{notched}"
