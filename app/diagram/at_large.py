"""What a closed body has under its name: its caption, and whose the seats are that no line leads to, all of them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from app.diagram.content import PART, Picture, RosterRow, caption_row, hanging_on, is_for_somebody
from app.diagram.marks import Chip, Mark, chips_of, mark_of
from app.diagram.sentences import mark_words, number_words
from app.diagram.text import cleaned
from app.diagram.told import SeatTold
from app.domain.bodies import is_constituency
from app.domain.english import capitalized, listed, ordinary, with_article
from app.domain.records import Organization, Post
from app.domain.vocabulary import Role

MOST = 6
"""A closed board with more sorts of such seats says only how they are held."""
OTHERS = "others"
NAMELESS = "not said for whom"
"""What stands for whom a seat is for where no source says that, nor what its holder does."""
_NAMELESS_SAID = "for whom is not recorded"

_SAID = frozenset(Role) - {Role.MEMBER, Role.OTHER}
"""Roles that say what a seat is where no source says whom it is for."""

_LONG = 40
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)")

Seat = tuple[str, Mark, Post]


def with_people_at_large(
    picture: Picture,
    nodes: Sequence[Organization],
    posts: Sequence[Post],
    on_behalf_of: Mapping[str, Sequence[str]],
    told: Mapping[str, SeatTold],
) -> Picture:
    """Give bodies rows for their captions and for the seats on them that no line leads to.

    These are for people at large, or filled by an office, or for nobody that is recorded: a row says which.
    """
    known = {node.id: node for node in nodes}
    names = {node.id: cleaned(node.name) for node in nodes}
    shown = {node.id for node in nodes if not is_constituency(node)}

    def seat(post: Post) -> Seat:
        it = told.get(post.id)
        groups = listed([names[id_] for id_ in on_behalf_of.get(post.id, ()) if id_ in names])
        whom = groups or (it.office if it else "") or (ordinary(post.role) if post.role in _SAID else NAMELESS)
        return whom, mark_of(post, it, known[post.organization_id].classification), post

    hanging = hanging_on(posts, on_behalf_of, shown, told, nameless=True)
    return replace(
        picture,
        boxes=tuple(
            replace(
                box,
                at_large=(*caption_row(box), *_rows(box.name, [seat(post) for post in hanging.get(box.id, ())])),
                chips=chips_of(hanging.get(box.id, ()), told, known),
                nameless=sum(
                    post.number for post in hanging.get(box.id, ()) if not is_for_somebody(post, on_behalf_of, told)
                ),
            )
            for box in picture.boxes
        ),
    )


def _rows(board: str, seats: Sequence[Seat]) -> tuple[RosterRow, ...]:
    together: dict[tuple[str, Mark], list[Post]] = {}
    for name, mark, post in seats:
        together.setdefault((name, mark), []).append(post)
    rows = [
        _row(
            board, name, name, Chip(mark, sum(post.number for post in posts)), tuple(sorted(post.id for post in posts))
        )
        for (name, mark), posts in sorted(together.items())
    ]
    return as_others(board, rows) if len(rows) > MOST else tuple(rows)


def as_others(board: str, rows: Sequence[RosterRow]) -> tuple[RosterRow, ...]:
    """Return rows of a board as one for each way in which seats are held, which names all whom they are for."""
    names = listed(sorted({row.who for row in rows if row.chip and row.who != capitalized(OTHERS)})) or OTHERS
    alike: dict[Mark, list[RosterRow]] = {}
    for row in rows:
        if row.chip:
            alike.setdefault(row.chip.mark, []).append(row)
    return (
        *(row for row in rows if not row.chip),
        *(
            _row(
                board,
                OTHERS,
                names,
                Chip(mark, sum(row.chip.number for row in them if row.chip)),
                tuple(sorted(id_ for row in them for id_ in row.ids)),
            )
            for mark, them in sorted(alike.items())
        ),
    )


def _row(board: str, name: str, whom: str, chip: Chip, ids: tuple[str, ...]) -> RosterRow:
    said = capitalized(whom.replace(NAMELESS, _NAMELESS_SAID).replace(capitalized(NAMELESS), _NAMELESS_SAID))
    number = number_words([chip])
    said = f"{said}: {number} on {with_article(board)}, {mark_words(chip.mark)}"
    return RosterRow(PART, "", capitalized(_short(name)), chip, said, "", ids)


def _short(name: str) -> str:
    """Leave out of a long name what stands in brackets: a closed board has no room for it."""
    return _IN_BRACKETS.sub("", name) or name if len(name) > _LONG else name
