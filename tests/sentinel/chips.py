"""Reading the chips of a drawing: how each is drawn, and how many seats it stands for."""

from tests.sentinel.reading import Node

_ROUND = "3.8"
"""Half the size of a chip: no other shape of these classes has it."""


def chips_of(drawing: Node) -> list[tuple[str, str]]:
    """Return the chips of a drawing in their order: how each looks, and the words that follow it at once, if any.

    A chip looks filled or hollow; and dotted, notched, crossed where it is.
    """
    found: list[list[str]] = []
    waiting = False
    for node in drawing.walk():
        kind, path = node.attributes.get("class", ""), node.attributes.get("d", "")
        if node.tag == "path" and kind in {"dg-seat-end", "dg-hollow"} and _ROUND in path:
            filled = node.attributes["fill"] == node.attributes["stroke"]
            found.append(
                [f"{'filled' if filled else 'hollow'}{' notched' if path.split(_ROUND)[0].count('L') else ''}", ""]
            )
            waiting = True
        elif waiting and node.tag == "path" and kind in {"dg-dot", "dg-crossed"}:
            found[-1][0] += " dotted" if kind == "dg-dot" else " crossed"
        elif waiting and node.tag == "text":
            found[-1][1] = node.text()
            waiting = False
    return [(look, words) for look, words in found]
