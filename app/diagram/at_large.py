"""What a closed body has under its name: its caption, and whose the seats are that no line leads to."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from app.diagram.content import PART, Chip, Mark, Picture, RosterRow, caption_row, hanging_on, mark_of
from app.diagram.sentences import mark_words
from app.diagram.text import cleaned
from app.diagram.told import SeatTold
from app.domain.bodies import is_constituency
from app.domain.english import capitalized, counted, listed, with_article
from app.domain.records import Organization, Post

MOST = 6
"""A closed board with more sorts of such seats says only how they are held."""
OTHERS = "others"

Seat = tuple[str, Mark, Post]


def with_people_at_large(
    picture: Picture,
    nodes: Sequence[Organization],
    posts: Sequence[Post],
    on_behalf_of: Mapping[str, Sequence[str]],
    told: Mapping[str, SeatTold],
) -> Picture:
    """Give bodies rows for their captions and for the seats on them that no line leads to.

    These are for people at large, or filled by an office: a row says which.
    """
    names = {node.id: cleaned(node.name) for node in nodes}
    shown = {node.id for node in nodes if not is_constituency(node)}

    def seat(post: Post) -> Seat:
        it = told.get(post.id)
        groups = listed([names[id_] for id_ in on_behalf_of.get(post.id, ()) if id_ in names])
        return groups or (it.office if it else "") or OTHERS, mark_of(post, it), post

    hanging = hanging_on(posts, on_behalf_of, shown, told)
    return replace(
        picture,
        boxes=tuple(
            replace(
                box, at_large=(*caption_row(box), *_rows(box.name, [seat(post) for post in hanging.get(box.id, ())]))
            )
            for box in picture.boxes
        ),
    )


def _rows(board: str, seats: Sequence[Seat]) -> tuple[RosterRow, ...]:
    every = sorted({name for name, _, _ in seats})
    if len({(name, mark) for name, mark, _ in seats}) > MOST:
        seats = [(OTHERS, mark, post) for _, mark, post in seats]
    together: dict[tuple[str, Mark], list[Post]] = {}
    for name, mark, post in seats:
        together.setdefault((name, mark), []).append(post)
    return tuple(
        RosterRow(
            PART,
            "",
            capitalized(name),
            Chip(mark, sum(post.number for post in posts)),
            f"{capitalized(listed(every) if name == OTHERS else name)}: "
            f"{counted(sum(post.number for post in posts), 'seat')} on {with_article(board)}, {mark_words(mark)}",
            "",
            tuple(sorted(post.id for post in posts)),
        )
        for (name, mark), posts in sorted(together.items())
    )
