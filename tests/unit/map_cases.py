"""Structures for the tests of the map: the project's own places read from their files, and places made by a rule."""

import random
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from app.diagram.content import Picture, picture_of
from app.domain import records as r
from app.domain import vocabulary as words
from app.domain.facts import Link, Node
from tests.seeds import SEEDS, facts_of
from tests.unit.diagram_cases import Structure, body, line, seat

PLACES = ("bromley", "gloucester", "hammersmith-and-fulham")
USUAL = frozenset({"reports-to", "sub-group-of", "feeds-into", "seat"})
"""The kinds of line that a map shows unless somebody asks for more."""
_SORTS = ["partnership_board", "committee", "sub_group", "working_group", "forum", "network", "charity", "charity"]
_SORTS += ["reference_group", "statutory_body", "council", "executive", "community_group"]
_KINDS = ["reports_to", "sub_group_of", "feeds_into", "member_of"]
_NAMES = [
    "Board",
    "Carers' Forum",
    "Safer Neighbourhood Panel of the Northern Wards",
    "Διαβούλευση",
    "健康福祉委員会",
    "Sub-group",
]


@cache
def place(name: str) -> Structure:
    """Read one of the project's places, or of the examples: its bodies, and those of others that its lines and seats lead to."""
    examples = SEEDS / "examples"
    facts = facts_of(examples if (examples / f"{name}.yaml").exists() else SEEDS)
    nodes = {node.id: node for node in facts.nodes if node.label in {"Organization", "Post"}}
    lines = [_line(link) for link in facts.links if link.place == name and _is_line(link, nodes)]
    seats = {
        link.from_id: link.to_id
        for link in facts.links
        if link.type == "POST_IN" and link.place == name and _shown(nodes[link.from_id])
    }
    behalf: dict[str, list[str]] = {post: [] for post in seats}
    for link in facts.links:
        holds = link.type == "HOLDS" and link.from_label == "Organization"
        if link.type == "ON_BEHALF_OF" and link.from_id in behalf:
            behalf[link.from_id].append(link.to_id)
        elif holds and link.to_id in behalf:
            behalf[link.to_id].append(link.from_id)
    ends = {id_ for each in lines for id_ in (each.from_id, each.to_id)}
    ends |= {*seats.values(), *(id_ for groups in behalf.values() for id_ in groups)}
    ends |= {node.id for node in nodes.values() if node.label == "Organization" and node.place == name}
    bodies = [_body(nodes[id_]) for id_ in sorted(ends) if id_ in nodes and _shown(nodes[id_])]
    known = {each.id for each in bodies}
    return (
        bodies,
        [each for each in lines if {each.from_id, each.to_id} <= known],
        [_post(nodes[post], board) for post, board in sorted(seats.items()) if board in known],
        {post: [group for group in groups if group in known] for post, groups in behalf.items()},
    )


def picture(name: str) -> Picture:
    """Return the picture of one of the project's places."""
    return picture_of(*place(name))


def _is_line(link: Link, nodes: Mapping[str, Node]) -> bool:
    kinds = {kind.relationship for kind in words.LineType}
    return link.type in kinds and not link.properties.get("proposed") and {link.from_id, link.to_id} <= nodes.keys()


def _shown(node: Node) -> bool:
    return not node.properties.get("proposed")


def _line(link: Link) -> r.Line:
    return line(link.from_id, link.type.lower(), link.to_id, more=link.id)


def _post(node: Node, board: str) -> r.Post:
    said: Any = node.properties
    post = seat(
        board, said["number"], id_=node.id, voting=said["voting"], taken_up=said["takenUp"], basis=said["basis"]
    )
    return replace(post, role=words.Role(said["role"]))


def _body(node: Node) -> r.Organization:
    said: Any = node.properties
    theme = r.Theme(said["theme"], said["themeName"], said["themeOrder"]) if said.get("theme") else None
    made = body(node.id, said["classification"], name=said["name"], status=said["status"], count=said["count"])
    return replace(made, theme=theme)


def usual(whole: Picture) -> Picture:
    """Leave out the lines that a map does not show at first, and the bodies that then have none."""
    edges = tuple(edge for edge in whole.edges if edge.style.key in USUAL)
    joined = {id_ for edge in edges for id_ in (edge.from_id, edge.to_id)}
    return Picture(tuple(box for box in whole.boxes if box.id in joined or box.chips), edges, ())


def shown_at_first(name: str) -> Picture:
    """Return the picture of one of the project's places as its map first shows it."""
    return usual(picture(name))


def made(seed: int) -> Structure:
    """Make a place by a rule: 10 to 400 bodies, with or without themes, with loops, circles and bodies by themselves.

    As in real places most lines stay within a theme, and few bodies have many.
    """
    rng = random.Random(seed)
    count = {7: 200, 15: 400}.get(seed, [10, 15, 20, 25, 35, 45, 60, 80][seed % 8])
    themes = [r.Theme(f"t{place}", f"Theme number {place}", place) for place in range(rng.randint(1, 12))]
    if seed % 5 == 0:
        themes = []
    nodes = [body(f"b{place:03}", rng.choice(_SORTS), name=_name(rng, place)) for place in range(count)]
    nodes += [body(f"lsp{place}", "lsp") for place in range(seed % 4)]
    if themes:
        nodes = [replace(node, theme=rng.choice([*themes, None] if seed % 3 else themes)) for node in nodes]
    key = {node.id: node.theme.id if node.theme else "" for node in nodes}
    near: dict[str, list[str]] = {}
    for node in nodes:
        near.setdefault(key[node.id], []).append(node.id)
    ids = [node.id for node in nodes]
    lines, posts, behalf = [], [], {}
    for place in range(count + count // 4):
        one = rng.choice(ids)
        two = rng.choice(near[key[one]] if rng.random() < 0.8 else ids[: 3 + count // 8] + ids[-3:])
        if rng.random() < 0.4:
            posts.append(
                seat(
                    two,
                    rng.choice([1, 1, 1, 2]),
                    id_=f"s{place}",
                    voting=rng.choice(["yes", "no", "not_recorded"]),
                    taken_up=rng.choice(["yes", "yes", "no"]),
                    basis=rng.choice(["elected", "co_opted"]),
                )
            )
            behalf[f"s{place}"] = [one]
        else:
            lines.append(line(one, rng.choice(_KINDS), two, more=str(place)))
    return nodes, lines, posts, behalf


def away(seed: int) -> dict[str, str]:
    """Say of a made place which of its bodies are of other places: none, or every fifth one, of one or two."""
    nodes = made(seed)[0]
    return {node.id: f"Place {place % (1 + seed % 2)}" for place, node in enumerate(nodes[:: 5 if seed % 2 else 9999])}


def _name(rng: random.Random, place: int) -> str:
    name = f"{rng.choice(_NAMES)} {place}"
    return (name * 12)[:120] if place % 17 == 0 else name
