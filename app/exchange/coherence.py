"""What only shows when all facts are seen together: circles, seats on people at large."""

from collections.abc import Collection, Iterable, Mapping

from app.exchange.reading import Reading

_CIRCLES = {
    "PART_OF": "expected areas without a circle: an area cannot be part of itself",
    "FILLED_BY_HOLDER_OF": "expected posts without a circle: a post cannot be filled by its own holder",
}

_LONGEST = 8
"""How many ends of a circle are named."""


def check_coherence(reading: Reading, closed: Collection[str] = ()) -> None:
    """Note circles in PART_OF and FILLED_BY_HOLDER_OF, seats on people at large, and ids that would tell too much.

    `closed` are nodes known from elsewhere that are not public.
    """
    _check_telling_ids(reading, closed)
    for type_, expected in _CIRCLES.items():
        onward: dict[str, list[str]] = {}
        for link in reading.facts.links:
            if link.type == type_:
                onward.setdefault(link.from_id, []).append(link.to_id)
        for circle in circles(onward):
            _refuse(reading, circle[0], _told(circle), expected)
    people_at_large = {n.id for n in reading.facts.nodes if n.properties.get("kind") == "constituency"}
    for link in reading.facts.links:
        if link.type in {"POST_IN", "MEETING_OF"} and link.to_id in people_at_large:
            _refuse(
                reading,
                link.from_id,
                f"'{link.to_id}', a constituency",
                "expected a body: people at large have no seats and never meet",
            )


def _check_telling_ids(reading: Reading, closed: Collection[str]) -> None:
    """Ask for an own id where the one made from a seat's ends would name a group that is not public, or not for it."""
    here = {node.id: node.properties["access"] for node in reading.facts.nodes}
    hidden = {id_ for id_, access in here.items() if access != "public"} | (set(closed) - here.keys())
    for link in reading.facts.links:
        if link.type != "ON_BEHALF_OF" or link.from_id not in reading.telling:
            continue
        if link.to_id in hidden or link.properties["access"] != "public" == here[link.from_id]:
            _refuse(
                reading,
                link.from_id,
                "no 'id'",
                f"expected one, since the id made from its ends would name '{link.to_id}', which is not public",
            )


def circles(onward: Mapping[str, Iterable[str]]) -> list[list[str]]:
    """List the circles of a graph, each once, as the nodes along it."""
    found: list[list[str]] = []
    done: set[str] = set()
    for start in onward:
        if start in done:
            continue
        trail, places = [start], {start: 0}
        stack = [iter(onward.get(start, ()))]
        while stack:
            following = next(stack[-1], None)
            if following is None:
                stack.pop()
                done.add(trail[-1])
                del places[trail.pop()]
            elif following in places:
                found.append(trail[places[following] :])
            elif following not in done:
                places[following] = len(trail)
                trail.append(following)
                stack.append(iter(onward.get(following, ())))
    return found


def _told(circle: list[str]) -> str:
    """Write a circle as a way back to where it starts, a long one without its middle."""
    way = [*circle, circle[0]]
    if len(way) > _LONGEST:
        way = [*way[: _LONGEST - 2], f"... ({len(circle):,} in all)", way[-1]]
    return " -> ".join(way)


def _refuse(reading: Reading, identifier: str, found: str, expected: str) -> None:
    if identifier in reading.spots:
        document, path = reading.spots[identifier]
        document.refuse(path, found, expected)
