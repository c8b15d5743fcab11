"""What the map folds away: bodies with one line only, and whole columns when the picture would grow too wide."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace

from app.diagram.columns.kinds import ELSEWHERE, Heading
from app.diagram.columns.roles import Roles
from app.diagram.content import PART, Box, Edge, Picture, RosterRow
from app.diagram.marks import chips_held
from app.diagram.palette import BOXES, muted
from app.diagram.sentences import mark_words, number_words
from app.domain.english import numbered, with_article
from app.domain.vocabulary import Classification, LifecycleStatus

EVERYTHING = "all"
FOLDED_IN = "Bodies not drawn"
"""Stands for whom seats are for whose bodies are folded into the one that they are on."""
FOLDED = "fold:"
"""Begins the id of the box that stands for a column's bodies; the column's key follows."""
_SINGLE = frozenset({"member", "statutory", "constituency", "away"})
"""Kinds of body that fold: boards, their groups, forums and networks are what the map is about."""


def fold_bodies(picture: Picture, roles: Roles, opened: Collection[str]) -> tuple[Picture, Roles]:
    """Fold a body into its host when it has one line, not to a bar, and no seat of it stands empty.

    A department of a council that is a bar folds all the same: no theme would show it.
    """
    if EVERYTHING in opened:
        return picture, roles
    boxes = {box.id: box for box in picture.boxes}
    lines = Counter(id_ for edge in picture.edges for id_ in {edge.from_id, edge.to_id})
    host_of: dict[str, str] = {}
    for edge in picture.edges:
        for id_, host in ((edge.from_id, edge.to_id), (edge.to_id, edge.from_id)):
            single = lines[id_] == 1 and id_ != host and boxes[id_].style.key in _SINGLE and not _has_seats(boxes[id_])
            bare = host in roles.strangers and boxes[id_].theme is None
            stays = host in opened or (host in roles.across and not bare) or id_ in roles.across
            alone = lines[host] == 1 and boxes[host].style.key in _SINGLE
            empty = any(not chip.mark.taken_up for chip in edge.chips)
            if single and not stays and not empty and not alone:
                host_of[id_] = host
    folded = Counter[str]()
    for id_, host in host_of.items():
        folded[host] += boxes[id_].count
    into = {edge.id for edge in picture.edges if host_of.get(edge.from_id) == edge.to_id}
    left = Picture(
        tuple(
            with_folded_seats(replace(box, folded=box.folded + folded[box.id]), picture.edges, into)
            for box in picture.boxes
            if box.id not in host_of
        ),
        tuple(edge for edge in picture.edges if edge.from_id not in host_of and edge.to_id not in host_of),
        picture.left_out,
    )
    kept = {id_: key for id_, key in roles.column_of.items() if id_ not in host_of}
    used = set(kept.values())
    return left, replace(roles, column_of=kept, headings=tuple(h for h in roles.headings if h.key in used))


def with_folded_seats(board: Box, edges: Sequence[Edge], into: Collection[str]) -> Box:
    """Give a board a row for the seats of bodies that are folded into it, whose lines, named in `into`, are not drawn.

    One that such a body shares with another stands at the end of the other's line.
    """
    own = [edge for edge in edges if edge.to_id == board.id]
    held = {seat for edge in own if edge.id in into for seat in edge.held}
    held -= {seat for edge in own if edge.id not in into for seat in edge.held}
    if not held:
        return board
    rows = [
        RosterRow(
            PART,
            "",
            FOLDED_IN,
            chip,
            f"{FOLDED_IN}: {number_words([chip])} on {with_article(board.name)}, {mark_words(chip.mark)}",
            "",
            tuple(sorted(seat.post_id for seat in held if seat.mark == chip.mark)),
        )
        for chip in chips_held(held)
    ]
    return replace(board, at_large=(*board.at_large, *rows), chips=(*board.chips, *chips_held(held)))


def _has_seats(box: Box) -> bool:
    """Tell whether seats for somebody stand on a body that no line leads to."""
    return sum(chip.number for chip in box.chips) > box.nameless


def fold_column(picture: Picture, roles: Roles, heading: Heading) -> tuple[Picture, Roles]:
    """Put one box in place of a column's bodies, with all their lines, one of each kind to each body elsewhere."""
    inside = {id_ for id_, key in roles.column_of.items() if key == heading.key}
    stands = f"{FOLDED}{heading.key}"
    boxes = [box for box in picture.boxes if box.id in inside]
    number = sum(box.count + box.folded for box in boxes)
    box = Box(
        id=stands,
        name=f"{numbered(number, 'body')}, open",
        classification=Classification.OTHER,
        style=muted(BOXES["forum"]) if heading.key == ELSEWHERE else BOXES["forum"],
        status=LifecycleStatus.ACTIVE,
        count=1,
        is_focus=False,
        chips=(),
        theme=boxes[0].theme,
        folded=number,
        elsewhere=boxes[0].elsewhere,
    )
    merged: dict[str, list[Edge]] = {}
    for edge in picture.edges:
        from_id = stands if edge.from_id in inside else edge.from_id
        to_id = stands if edge.to_id in inside else edge.to_id
        if from_id == edge.from_id and to_id == edge.to_id:
            merged.setdefault(edge.id, []).append(edge)
        elif from_id != to_id:
            id_ = f"{edge.style.key}{'?' if edge.is_proposed else ''}:{from_id}:{to_id}"
            merged.setdefault(id_, []).append(replace(edge, id=id_, from_id=from_id, to_id=to_id))
    kept = {id_: key for id_, key in roles.column_of.items() if key != heading.key}
    return (
        Picture(
            tuple(sorted((*(b for b in picture.boxes if b.id not in inside), box), key=lambda each: each.id)),
            tuple(as_one(edges) for _, edges in sorted(merged.items())),
            picture.left_out,
        ),
        replace(roles, column_of=kept | {stands: heading.key}),
    )


def as_one(edges: list[Edge]) -> Edge:
    """Return lines of one kind between the same two boxes as one."""
    if len(edges) == 1:
        return edges[0]
    held = tuple(sorted({seat for edge in edges for seat in edge.held}))
    return replace(
        edges[0],
        fact_ids=tuple(sorted({id_ for edge in edges for id_ in edge.fact_ids})),
        verbs=tuple(sorted({verb for edge in edges for verb in edge.verbs})),
        chips=chips_held(held),
        held=held,
    )
