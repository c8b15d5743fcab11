"""A structure in, a drawing out: the one way into this package."""

import hashlib
from collections.abc import Callable, Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from markupsafe import Markup

from app.diagram.asked import Beside, Content, Recorded
from app.diagram.badges import FOLD
from app.diagram.fitting import enlarged
from app.diagram.geometry import Geometry
from app.diagram.legend import LegendItem, legend_of
from app.diagram.network import document_of, embedded
from app.diagram.people import Seated
from app.diagram.placed import LARGE, laid_out, lines_told
from app.diagram.rosters import CLOSES, OPENS, POST
from app.diagram.sentences import described, sentences_of, walks_of, with_folded
from app.diagram.sheets import PaperSheet, sheets_of
from app.diagram.svg import svg_of
from app.diagram.table import TableRow, rows_of_table
from app.diagram.text import cleaned
from app.diagram.told import SeatTold
from app.domain.bodies import is_constituency
from app.domain.change_marks import ChangeMark
from app.domain.records import Line, Organization, Post, RecordedAbsence
from app.domain.view import View

__all__ = ["Beside", "Drawing", "Drawings", "LeftOut", "Recorded", "Seated", "draw"]

ROOM = 1440.0
"""How wide a map may be shown, in pixels, unless somebody says."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A body that the picture could not join to anything."""

    name: str
    href: str
    has_other_lines: bool
    """Whether it has lines or seats of kinds that this picture does not draw; the table has them."""
    is_people: bool = False
    """Whether it is people at large, who are not counted among bodies."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing ready for a page; `svg`, `svg_file` and `data_json` are safe to put there as they are."""

    key: str
    """Twelve letters and digits, made from what is shown: for ids in the page, and as an entity tag."""
    title: str
    description: str
    focus: str | None
    """The organization, or the person, it is about."""
    svg: Markup
    """For a page with diagram.css."""
    svg_narrow: Markup | None
    """The same from top to bottom, for a narrow screen; only around one body."""
    svg_file: Markup
    """To save or print: with its own colours and legend."""
    data_json: Markup
    """For `<script type="application/json">`."""
    rows: tuple[TableRow, ...]
    legend: tuple[LegendItem, ...]
    left_out: tuple[LeftOut, ...]
    width: float
    height: float
    """As shown: with large type, half as much again as the geometry has."""
    body_count: int
    ids: tuple[str, ...]
    """Of the bodies that are drawn, folded into others or not."""
    boxes: tuple[str, ...]
    """Of those that have a box of their own."""
    named: tuple[str, ...]
    """Of those that are not drawn, and named in a list of members that stands open."""
    sheets: tuple[PaperSheet, ...]
    """Where a place is too large for one sheet of A4: the parts that a page is printed in."""


class Drawings(Protocol):
    """Drawings that are kept for whoever asks for the same again."""

    def once_in_thread(self, key: Hashable, version: Hashable, make: Callable[[], Drawing]) -> Drawing:
        """Return what is kept under a key in this version, else what `make` makes."""
        ...


def draw(
    nodes: Sequence[Organization],
    lines: Sequence[Line],
    posts: Sequence[Post],
    on_behalf_of: Mapping[str, Sequence[str]],
    *,
    title: str,
    focus: str | None = None,
    href: Callable[[str], str],
    view: View | None = None,
    room: float = ROOM,
    opened: frozenset[str] = frozenset(),
    large: bool = False,
    holders: Mapping[str, str] | None = None,
    person: Seated | None = None,
    marks: Mapping[str, ChangeMark] | None = None,
    areas: Mapping[str, str] | None = None,
    elsewhere: Mapping[str, str] | None = None,
    absences: Sequence[RecordedAbsence] = (),
    joined: Collection[str] = (),
    told: Mapping[str, SeatTold] | None = None,
    memberships: Sequence[Line] = (),
    everything: Recorded | None = None,
    place: str = "",
    beside: Beside | None = None,
    kept: Drawings | None = None,
) -> Drawing:
    """Draw a structure: a place as a map, in columns; around `focus`, or around a person, from left to right.

    `href` gives the address of an organization's page from its id, of a seat's from `post:` and its id, and of the view
    in which something is open, or closed, from `fold:`, `open:` or `close:` and its key; what has no address is no
    link, and what would open has no sign that it does. With a `view`, every line given is drawn, and what it opens is
    open; without, `opened` says so. `room` is how wide a map may be shown, in pixels; `large` shows everything half as
    large again. `holders` says who holds a seat, by the post's id: it stands beside the seat's line. `marks` says how
    bodies, lines and seats differ between two days, by their ids. `areas` has the names, by id, of the areas that seats
    are for. With `told`, who is in each seat by the post's id, the boards of a place open into their seats as far as
    there is room, and forums into their members, those of `memberships`. `elsewhere` names the place of each body, by
    its id, that is of another one than the place that is drawn. `absences` are what is said to be missing. `joined`
    are bodies with lines or seats, if only of kinds that are not drawn. Bodies that are not of `place`, by its id, are
    counted apart. What is around a body stands where it does with what there is on another day, `beside` it.

    The same content in any order gives the same drawing, which is taken from those that are `kept`, or drawn. That
    takes up to a few hundred milliseconds of processor time: call it in a thread.
    """
    content = Content(
        tuple(sorted({node.id: node for node in nodes}.values(), key=lambda node: node.id)),
        tuple(sorted({line.id: line for line in lines}.values(), key=lambda line: line.id)),
        tuple(sorted({post.id: post for post in posts}.values(), key=lambda post: post.id)),
        tuple(sorted((id_, tuple(groups)) for id_, groups in on_behalf_of.items())),
        cleaned(title),
        focus if person is None else person.id,
        # The address of a column that is opened is as that of any other: one stands for all in the key; so for rows.
        tuple(sorted({id_: href(id_) for id_ in (FOLD, OPENS, CLOSES, POST, *(node.id for node in nodes))}.items())),
        tuple(sorted((holders or {}).items())),
        person,
        view is not None,
        room,
        view.open if view else opened,
        view.large if view else large,
        tuple(sorted((marks or {}).items())),
        tuple(sorted((id_, cleaned(name)) for id_, name in (areas or {}).items())),
        tuple(sorted((id_, cleaned(name)) for id_, name in (elsewhere or {}).items())),
        tuple(sorted(absences, key=lambda absence: absence.id)),
        frozenset(joined),
        tuple(sorted((told or {}).items(), key=lambda each: each[0])),
        tuple(sorted(memberships, key=lambda line: line.id)),
        view.closed if view else frozenset(),
        everything,
        place,
        beside,
    )
    if kept is None:
        return _drawn(content, href)
    return kept.once_in_thread(content, None, lambda: _drawn(content, href))


def _escaped(written: str) -> Markup:
    """Mark as safe what svg_parts and network have escaped piece by piece."""
    return Markup(written)  # noqa: S704


def _drawn(content: Content, address: Callable[[str], str]) -> Drawing:
    on_behalf_of = dict(content.on_behalf_of)
    title, focus, person = content.title, content.focus, content.person
    picture, geometry, narrow = laid_out(content)
    ids = tuple(box.id for box in picture.boxes)
    names = {node.id for node in content.nodes}
    boxes = tuple(placed.box.id for placed in geometry.boxes if placed.box.id in set(ids))
    away = {node.id for node in content.nodes if content.place and content.place not in node.area_ids}
    description = described(picture, focus, boxes, away)
    scale = LARGE if content.large else 1.0

    def href(id_: str) -> str:
        return person.href if person and id_ == person.id else address(id_)

    said = with_folded(sentences_of(picture), geometry, href)
    walk = with_folded(walks_of(picture), geometry, href)

    def svg(shape: Geometry, name: str, *, as_file: bool = False, scale: float = scale) -> Markup:
        return _escaped(
            svg_of(
                shape,
                title=title,
                description=description,
                href=href,
                said=said.__getitem__,
                key=name,
                as_file=as_file,
                scale=scale,
            )
        )

    joined = set(content.joined)
    joined |= {id_ for line in content.lines for id_ in (line.from_id, line.to_id)}
    joined |= {post.organization_id for post in content.posts}
    joined |= {id_ for ids in on_behalf_of.values() for id_ in ids}
    file = svg(geometry, "dg", as_file=True, scale=max(scale, enlarged(geometry.width, content.room)))
    data = _escaped(embedded(document_of(geometry, title=title, said=said, walk=walk, href=href, scale=scale)))
    # Not from the records: they cite sources that a reader may not know of, and whoever compares tags would.
    key = hashlib.sha256(f"{file}{data}".encode("utf-8", "backslashreplace")).hexdigest()[:12]
    return Drawing(
        key=key,
        title=title,
        description=description,
        focus=focus,
        svg=svg(geometry, f"dg-{key}"),
        svg_narrow=svg(narrow, f"dg-{key}-narrow", scale=1.0) if narrow else None,
        svg_file=file,
        data_json=data,
        rows=rows_of_table(
            picture,
            content.nodes,
            content.lines,
            content.posts,
            on_behalf_of,
            href,
            dict(content.areas),
            content.absences,
            lines_told(content.everything or content, content.told),
            joined,
        ),
        legend=legend_of(geometry),
        left_out=tuple(_left_out(node, href(node.id), node.id in joined) for node in picture.left_out),
        width=geometry.width * scale,
        height=geometry.height * scale,
        body_count=len(picture.boxes),
        ids=ids,
        boxes=boxes,
        named=tuple(
            sorted({row.row.id for box in geometry.boxes for row in box.rows if not row.row.chip} & names - {*ids})
        ),
        sheets=() if focus else sheets_of(geometry),
    )


def _left_out(node: Organization, href: str, has_other_lines: bool) -> LeftOut:
    return LeftOut(cleaned(node.name), href, has_other_lines, is_constituency(node))
