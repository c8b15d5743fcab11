"""A person in a picture: a box of their own, and a line for each body on which they hold a seat."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.diagram.content import SITS, Box, Edge, Picture, box_of
from app.diagram.marks import Held, chips_held, mark_of
from app.diagram.palette import BOXES, LINES
from app.diagram.text import cleaned
from app.domain.records import Post
from app.domain.vocabulary import Classification, FactStatus, LifecycleStatus


@dataclass(frozen=True, slots=True)
class Seated:
    """A person, with the ids of the posts that they hold."""

    id: str
    name: str
    href: str
    post_ids: frozenset[str]


def with_person(picture: Picture, person: Seated, posts: Sequence[Post]) -> Picture:
    """Add a person and their seats to a picture, with the bodies that nothing else in it joins: an employer, say."""
    box = Box(
        person.id,
        cleaned(person.name),
        Classification.OTHER,
        BOXES["person"],
        LifecycleStatus.ACTIVE,
        1,
        True,
        (),
    )
    sits_on = {post.organization_id for post in posts if post.id in person.post_ids}
    alone = [node for node in picture.left_out if node.id in sits_on]
    boxes = (*picture.boxes, *map(box_of, alone))
    shown = {one.id for one in boxes}
    same: dict[tuple[str, bool], list[Post]] = {}
    for post in posts:
        if post.id in person.post_ids and post.organization_id in shown:
            same.setdefault((post.organization_id, post.status is FactStatus.PROPOSED), []).append(post)
    sorts = {one.id: one.classification for one in boxes}
    edges = [_edge(person.id, board, sorts[board], seats, proposed) for (board, proposed), seats in same.items()]
    return Picture(
        tuple(sorted((*boxes, box), key=lambda one: one.id)),
        tuple(sorted((*picture.edges, *edges), key=lambda edge: edge.id)),
        tuple(node for node in picture.left_out if node.id not in sits_on),
    )


def _edge(person: str, board: str, sort: Classification, seats: Sequence[Post], proposed: bool) -> Edge:
    # Of several seats alike somebody holds one.
    held = tuple(sorted({Held(post.id, mark_of(post, board=sort), 1) for post in seats}))
    return Edge(
        f"seat{'?' if proposed else ''}:{person}:{board}",
        LINES["seat"],
        person,
        board,
        proposed,
        tuple(sorted({post.id for post in seats})),
        (SITS,),
        chips_held(held),
        held=held,
    )
