"""What a board opens into: its seats as rows, in the document's order or by tier and sector; a forum's members too."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from app.diagram.content import Box, Edge, Picture, RosterRow, box_of, caption_row
from app.diagram.marks import Chip, MarkKind, chips_held, mark_of
from app.diagram.sentences import held_as, mark_words
from app.diagram.text import cleaned
from app.diagram.told import SeatTold
from app.domain.english import and_more, capitalized, counted, listed, ordinary, with_article
from app.domain.records import Line, Organization, Post
from app.domain.seating import how_many, is_several, seat_order, tier
from app.domain.vocabulary import LineType, Role, SeatMembership, Sector

MOST_ROWS = 30
"""A longer roster says how many more there are; the table has them all."""
MORE = "more"
OTHERS = "Other seats"
"""What rows stand under that come after sectors or tiers and have neither."""
POST, OPENS, CLOSES = "post:", "open:", "close:"
"""Begin what asks for the address of a seat, or of the view in which a board is open, or closed."""
LEAST_MEMBERS = 3
"""A body with fewer members and nobody in a seat has nothing to open."""
_MEET = frozenset({"lsp", "board", "committee", "sub-group", "reference", "forum"})
"""Kinds of body that people sit on together; only these stand in a picture for their roster alone."""
_SAID = frozenset({Role.CHAIR, Role.VICE_CHAIR, Role.SECRETARY, Role.OBSERVER})
"""Roles that a row names beside whom the seat is for."""
_TIERS = {sort: place for place, sort in enumerate(SeatMembership)}
_SECTORS = {sort: place for place, sort in enumerate(Sector)}


def rosters_of(
    nodes: Sequence[Organization],
    posts: Sequence[Post],
    on_behalf_of: Mapping[str, Sequence[str]],
    told: Mapping[str, SeatTold],
    memberships: Sequence[Line] = (),
    *,
    in_full: bool = False,
) -> dict[str, tuple[RosterRow, ...]]:
    """Return who sits on each body, and after them who belongs to it, by its id.

    `in_full` says of each seat who chooses its holder, those too that it is for or on, where a picture has no room.
    """
    known = {node.id: node for node in nodes}
    on: dict[str, list[Post]] = {}
    for post in posts:
        if post.organization_id in known and post.id in told:
            on.setdefault(post.organization_id, []).append(post)
    rows = {id_: _seats(known[id_], seats, known, on_behalf_of, told, in_full=in_full) for id_, seats in on.items()}
    for id_, members in _members(known, memberships).items():
        rows[id_] = [*rows.get(id_, ()), *members]
    return {id_: _bounded(found) for id_, found in rows.items()}


def with_rosters(
    picture: Picture,
    rosters: Mapping[str, tuple[RosterRow, ...]],
    every: Collection[Organization] = (),
    elsewhere: Mapping[str, str] | None = None,
) -> Picture:
    """Give bodies their rosters; those of `every` that are in the picture for nothing else come in for theirs.

    So does a Local Strategic Partnership, which a reader looks for whatever is recorded of it.
    """
    left = {node.id for node in picture.left_out}
    found = [box_of(node, elsewhere=(elsewhere or {}).get(node.id, "")) for node in every if node.id in left]
    alone = {box.id: box for box in found if not box.elsewhere and _stands_alone(box, rosters.get(box.id, ()))}
    boxes = (*picture.boxes, *alone.values())
    return Picture(
        tuple(
            sorted(
                (replace(box, roster=() if box.elsewhere else rosters.get(box.id, ())) for box in boxes),
                key=lambda box: box.id,
            ),
        ),
        picture.edges,
        tuple(node for node in picture.left_out if node.id not in alone),
    )


def _stands_alone(box: Box, roster: Sequence[RosterRow]) -> bool:
    """Tell whether a body is drawn though nothing joins it: for who meets there, or for a seat that is no post."""
    has_seats = any(row.chip and row.chip.mark.kind is MarkKind.SEAT for row in roster)
    return box.style.key == "lsp" or has_seats or (box.style.key in _MEET and bool(roster))


def opened(picture: Picture, ids: Collection[str], across: Collection[str] = ()) -> Picture:
    """Open bodies into their rosters: each seat on them gets a line of its own, which ends at its row.

    Those that are bars, `across`, keep the lines that they have.
    """
    boxes = {
        box.id: replace(box, roster=(*caption_row(box), *box.roster), is_open=True, is_across=box.id in across)
        if box.id in ids and box.roster
        else box
        for box in picture.boxes
    }
    edges = [part for edge in picture.edges for part in _parts(edge, boxes[edge.to_id])]
    return replace(
        picture,
        boxes=tuple(boxes[box.id] for box in picture.boxes),
        edges=tuple(sorted(edges, key=lambda edge: edge.id)),
    )


def _parts(edge: Edge, board: Box) -> list[Edge]:
    if edge.style.key != "seat" or not board.is_open:
        return [edge]
    rows: dict[str, list[str]] = {}
    for post in edge.fact_ids:
        if row := board.row_of([post]):
            rows.setdefault(row.id, []).append(post)
    if len(rows) < 2 or MORE in rows:
        return [edge]
    return [
        replace(edge, id=f"{edge.id}:{row}", fact_ids=tuple(ids), chips=chips_held(held), held=held)
        for row, ids in rows.items()
        for held in [tuple(seat for seat in edge.held if seat.post_id in ids)]
    ]


def _seats(
    board: Organization,
    seats: Iterable[Post],
    known: Mapping[str, Organization],
    on_behalf_of: Mapping[str, Sequence[str]],
    told: Mapping[str, SeatTold],
    *,
    in_full: bool,
) -> list[RosterRow]:
    groups = {post.id: [known[id_] for id_ in on_behalf_of.get(post.id, ()) if id_ in known] for post in seats}

    def place(post: Post) -> tuple[bool, int, int, int, tuple[bool, int, int, str]]:
        unordered = post.order is None
        tiers = _TIERS[post.membership] if post.membership and unordered else len(_TIERS)
        sectors = [_SECTORS[node.sector] for node in groups[post.id] if node.sector]
        chairs = post.role in {Role.CHAIR, Role.VICE_CHAIR}
        rank = -1 if chairs else min(sectors, default=len(_SECTORS))
        return unordered, post.order or 0, tiers, rank if unordered else 0, seat_order(post)

    rows = []
    before = ""
    alike = Counter(post.label for post in seats)
    for post in sorted(seats, key=place):
        it = told[post.id]
        whom, what = _whom(post, groups[post.id], is_alike=alike[post.label] > 1)
        plain = f"{capitalized(what)}: {it.words}" if what else it.words
        in_words = "; ".join(filter(None, (plain, it.chosen)))
        # Whoever a seat is for chooses its holder, and so does its own body: only of others a picture needs to say it.
        by_others = it.chosen if {*it.chosen_by} - {board.id, *on_behalf_of.get(post.id, ())} else ""
        chosen = it.chosen if in_full else _likewise(by_others, before)
        before = by_others
        mark = mark_of(post, it, board.classification)
        name = with_article(cleaned(board.name))
        votes = f"{in_words}; {mark_words(held_as(mark))}"
        what_it_is = "post" if mark.kind is MarkKind.POST else "seat"
        number = f"{how_many(post)} {what_it_is}s" if is_several(post) else f"a {what_it_is}"
        said = f"{capitalized(whom)}: {number}" if whom else capitalized(number)
        rows.append(
            RosterRow(
                post.id,
                capitalized(whom or it.words),
                "; ".join(filter(None, (plain if whom else "", chosen))),
                Chip(mark, post.number),
                f"{said} on {name}, {votes}",
                _section(post, groups[post.id]),
                (post.id,),
            )
        )
    if len({row.section for row in rows}) < 2:
        return [replace(row, section="") for row in rows]
    # What comes after the others would seem to stand under the last of their headings.
    last = max(place for place, row in enumerate(rows) if row.section)
    return [*rows[: last + 1], *(replace(row, section=OTHERS) for row in rows[last + 1 :])]


def _likewise(chosen: str, before: str) -> str:
    """Say how a seat's holder is chosen; where that is so of the seat before, in few words."""
    if not chosen or chosen != before:
        return chosen
    how = chosen.partition(" by ")[0] if chosen.count(" by ") == 1 else "chosen"
    return f"{how} by the same"


def _whom(post: Post, groups: Sequence[Organization], *, is_alike: bool) -> tuple[str, str]:
    """Say whom a seat is for: what the document calls it, else whom it speaks for, else what its holder does.

    Where the document calls several seats alike, it is whom they speak for, and what they are called comes after it.
    """
    names = listed([cleaned(node.name) for node in groups])
    role = ordinary(post.role) if post.role in _SAID else ""
    label = cleaned(post.label) if post.label else ""
    said, what = (names, label) if names and is_alike else (label or names or role, "")
    if role and role.split()[-1] not in f"{said} {what}".lower():
        said = f"{role}, {said}"
    return said, what


def _section(post: Post, groups: Sequence[Organization]) -> str:
    if post.order is not None:
        return ""
    if post.membership:
        return capitalized(tier(post))
    sectors = sorted({ordinary(node.sector) for node in groups if node.sector})
    return capitalized(listed(sectors)) if len(sectors) == 1 else ""


def _members(known: Mapping[str, Organization], lines: Iterable[Line]) -> dict[str, list[RosterRow]]:
    found: dict[str, dict[str, Organization]] = {}
    for line in lines:
        if line.type is LineType.MEMBER_OF and line.from_id in known and line.to_id in known:
            found.setdefault(line.to_id, {})[line.from_id] = known[line.from_id]
    return {
        body: [
            RosterRow(
                node.id,
                "",
                cleaned(node.name),
                None,
                f"{capitalized(with_article(cleaned(node.name)))} is a member of "
                f"{with_article(cleaned(known[body].name))}",
                "Members",
            )
            for node in sorted(members.values(), key=lambda node: (node.name.casefold(), node.id))
        ]
        for body, members in found.items()
        if len(members) >= LEAST_MEMBERS
    }


def _bounded(rows: Sequence[RosterRow]) -> tuple[RosterRow, ...]:
    """Leave out what is too much for a panel, and say how many that is."""
    if len(rows) <= MOST_ROWS:
        return tuple(rows)
    rest = rows[MOST_ROWS - 1 :]
    number = sum(row.chip.number if row.chip else 1 for row in rest)
    ids = tuple(id_ for row in rest for id_ in row.ids)
    said = f"{capitalized(and_more(number))}: the table has {counted(number, 'one', 'all')}"
    return (*rows[: MOST_ROWS - 1], RosterRow(MORE, and_more(number), "", None, said, "", ids))


def row_address(row: RosterRow, href: Callable[[str], str]) -> str:
    """Return the address of a row's seat, or of its member; nothing for one left out, or a part of its board."""
    if row.id in {MORE, ""}:
        return ""
    return href(f"{POST}{row.id}" if row.chip else row.id)


def toggle_address(box: Box, href: Callable[[str], str]) -> str:
    """Return the address of the view in which a board is open when it is closed, and closed when it is open."""
    return href(f"{CLOSES if box.is_open else OPENS}{box.id}")


def toggle_words(box: Box) -> str:
    """Say what the sign on a board does."""
    name = with_article(box.name)
    return f"Close {name}" if box.is_open else f"Show who sits on, or belongs to, {name}"
