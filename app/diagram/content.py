"""What a picture shows of a structure: its boxes, the lines between them, and the bodies that it leaves to a list."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from app.diagram.marks import Chip, Held, chips_held, chips_of, held_of, seats_among
from app.diagram.palette import LINES, BoxStyle, LineStyle, box_style, line_style, muted
from app.diagram.text import cleaned
from app.diagram.told import SeatTold
from app.domain.bodies import is_constituency
from app.domain.change_marks import ChangeMark
from app.domain.english import ordinary
from app.domain.records import Line, Organization, Post, RecordedAbsence, Theme
from app.domain.vocabulary import (
    Classification,
    FactStatus,
    LifecycleStatus,
    LineType,
    Pictured,
)

PLACE_LINES = frozenset({LineType.REPORTS_TO, LineType.SUB_GROUP_OF, LineType.FEEDS_INTO, LineType.MEMBER_OF})
"""The kinds drawn of a whole place, beside seats; around one organization every kind is drawn."""

MISSING = "is said to be missing from"
"""What a recorded absence says of somebody and a body, in words."""
SITS, BY_OFFICE = "has a seat on", "fills by office a seat on"
"""What a seat says of whom it speaks for, or else of the body whose office fills it, and the body it is on."""


@dataclass(frozen=True, slots=True)
class RosterRow:
    """A seat, or a member, as a row of the panel that its body opens into."""

    id: str
    """The post's id, or the member's; of the row that stands for those left out, `more`."""
    whom: str
    """Whom the seat is for; empty for a member."""
    who: str
    """Who sits there and who deputizes, or the member's name."""
    chip: Chip | None
    """How it is held; none for a member."""
    said: str
    """All of it as a sentence."""
    section: str = ""
    """What it stands under where the rows have no order of their own: a tier or a sector."""
    ids: tuple[str, ...] = ()
    """The posts whose lines end at it: its own, or those of all that are left out."""


@dataclass(frozen=True, slots=True)
class Box:
    """A body in the picture."""

    id: str
    name: str
    classification: Classification
    style: BoxStyle
    status: LifecycleStatus
    count: int
    is_focus: bool
    chips: tuple[Chip, ...]
    """Seats on it that no line leads to, such as those for the voluntary sector at large."""
    theme: Theme | None = None
    folded: int = 0
    """How many bodies are folded into it; its badge says so."""
    changed: ChangeMark | None = None
    """How it differs between the two days that are compared; its badge says so."""
    elsewhere: str = ""
    """The name of the place that it is of, where that is not the one that is drawn."""
    roster: tuple[RosterRow, ...] = ()
    """Who sits on it, or belongs to it, in order."""
    is_open: bool = False
    """Whether it is drawn as a panel of these rows."""
    is_across: bool = False
    """Whether it is open as a bar, whose rows stand side by side: lines end at its edge, and not at a row."""
    at_large: tuple[RosterRow, ...] = ()
    """What stands within it while it is closed: its caption, and the seats of its chips with whom they are for."""
    caption: str = ""
    """A few words that its place's file has stand under its name."""
    pictured: Pictured | None = None
    """Whether its place's file has it always open, or closed until a reader opens it."""
    column_order: int | None = None
    """Where its place's file has it stand in its column."""
    nameless: int = 0
    """How many of the seats that no line leads to are for nobody that is recorded."""

    def row_of(self, post_ids: Sequence[str]) -> RosterRow | None:
        """Return the row at which a line that stands for a seat ends; none where it is not open, or a bar."""
        rows = self.roster if self.is_open and not self.is_across else ()
        return next((row for row in rows if not set(row.ids).isdisjoint(post_ids)), None)

    def has_rows_of(self, post_ids: Sequence[str]) -> bool:
        """Tell whether all these seats stand in its rows, so that no line to it needs chips of its own."""
        return self.is_open and {id_ for row in self.roster for id_ in row.ids} >= set(post_ids)


PART = ""
"""The id of a row that is a part of its body: it leads nowhere else."""


def caption_row(box: Box) -> tuple[RosterRow, ...]:
    """Return the row that a body's caption is, if it has one."""
    return (RosterRow(PART, "", box.caption, None, box.caption),) if box.caption else ()


@dataclass(frozen=True, slots=True)
class Edge:
    """A line in the picture: all facts of one kind between the same two bodies."""

    id: str
    style: LineStyle
    from_id: str
    to_id: str
    is_proposed: bool
    fact_ids: tuple[str, ...]
    verbs: tuple[str, ...]
    chips: tuple[Chip, ...]
    changed: ChangeMark | None = None
    """How it differs between the two days that are compared; a badge on it says so."""
    held: tuple[Held, ...] = ()
    """The seats that it stands for, one by one: one may have two lines, from two bodies that share it."""

    @property
    def number(self) -> int:
        """How many seats, or lines, it stands for."""
        return sum(chip.number for chip in self.chips) or len(self.fact_ids)


@dataclass(frozen=True, slots=True)
class Picture:
    """The content of one drawing, in an order that does not depend on the order it came in."""

    boxes: tuple[Box, ...]
    edges: tuple[Edge, ...]
    left_out: tuple[Organization, ...]
    """Bodies with nothing that the picture could join them by; they stand in a list and in the table."""


def picture_of(
    nodes: Sequence[Organization],
    lines: Sequence[Line],
    posts: Sequence[Post],
    on_behalf_of: Mapping[str, Sequence[str]],
    *,
    focus: str | None = None,
    every_kind: bool = False,
    marks: Mapping[str, ChangeMark] | None = None,
    elsewhere: Mapping[str, str] | None = None,
    absences: Sequence[RecordedAbsence] = (),
    told: Mapping[str, SeatTold] | None = None,
) -> Picture:
    """Choose what is drawn: everything around `focus` (an organization's id), or the voices of a whole place.

    `every_kind` draws every line given, for when somebody has chosen them already. Of a place, constituencies are not
    drawn: a seat for one hangs as a chip under its board. `marks` says of bodies, lines and seats how they differ
    between two days that are compared; `told` says who is in a seat, by the post's id. `elsewhere` names the place of
    each body that is of another one.
    `absences` are drawn where it is recorded what somebody is missing from.
    """
    told = told or {}
    known = {node.id: node for node in nodes}
    shown = {id_ for id_, node in known.items() if focus or not is_constituency(node)}
    facts = [
        line
        for line in lines
        if (focus or every_kind or line.type in PLACE_LINES) and line.from_id in shown and line.to_id in shown
    ]
    found = (
        *_line_edges(facts),
        *_seat_edges(posts, on_behalf_of, shown, told, known),
        *_absence_edges(absences, shown),
    )
    edges = sorted(found, key=lambda edge: edge.id)
    hanging = hanging_on(posts, on_behalf_of, shown, told)
    if focus:
        # Around one body all its seats are drawn, those too of which no source says for whom they are.
        own = [post for post in posts if post.organization_id == focus]
        hanging |= hanging_on(own, on_behalf_of, shown, told, nameless=True)
    joined = {id_ for edge in edges for id_ in (edge.from_id, edge.to_id)} | set(hanging)
    if focus in known:
        joined.add(focus)
    marks = marks or {}
    return Picture(
        tuple(
            replace(
                box_of(
                    known[id_],
                    focus,
                    chips_of(hanging.get(id_, ()), told, known),
                    (elsewhere or {}).get(id_, ""),
                ),
                changed=marks.get(id_),
                nameless=sum(
                    post.number
                    for post in (hanging.get(id_, ()) if id_ == focus else ())
                    if not is_for_somebody(post, on_behalf_of, told)
                ),
            )
            for id_ in sorted(joined)
        ),
        tuple(replace(edge, changed=_together(edge.fact_ids, marks)) for edge in edges),
        tuple(known[id_] for id_ in sorted(known.keys() - joined)),
    )


def box_of(node: Organization, focus: str | None = None, chips: tuple[Chip, ...] = (), elsewhere: str = "") -> Box:
    """Return the box of a body, with what hangs under it; `focus` is the body that the picture is about."""
    style = box_style(node.classification)
    return Box(
        node.id,
        cleaned(node.name),
        node.classification,
        muted(style) if elsewhere else style,
        node.status,
        node.count,
        node.id == focus,
        chips,
        theme=node.theme,
        elsewhere=elsewhere,
        caption=cleaned(node.caption or ""),
        pictured=node.pictured,
        column_order=None if elsewhere else node.column_order,
    )


def _line_edges(lines: Sequence[Line]) -> list[Edge]:
    same: dict[tuple[str, str, str, bool], list[Line]] = {}
    for line in lines:
        key = (line_style(line.type).key, line.from_id, line.to_id, line.status is FactStatus.PROPOSED)
        same.setdefault(key, []).append(line)
    return [
        Edge(
            _edge_id(kind, from_id, to_id, proposed),
            LINES[kind],
            from_id,
            to_id,
            proposed,
            tuple(sorted({line.id for line in members})),
            tuple(sorted({ordinary(line.type) for line in members})),
            (),
        )
        for (kind, from_id, to_id, proposed), members in same.items()
    ]


def _seat_edges(
    posts: Sequence[Post],
    on_behalf_of: Mapping[str, Sequence[str]],
    shown: set[str],
    told: Mapping[str, SeatTold],
    known: Mapping[str, Organization],
) -> list[Edge]:
    same: dict[tuple[str, str, bool], list[Post]] = {}
    for post in posts:
        if post.organization_id in shown:
            for group in _ends(post, on_behalf_of, shown, told):
                key = (group, post.organization_id, post.status is FactStatus.PROPOSED)
                same.setdefault(key, []).append(post)
    return [
        Edge(
            _edge_id("seat", group, board, proposed),
            LINES["seat"],
            group,
            board,
            proposed,
            tuple(sorted({post.id for post in seats})),
            (SITS if any(group in on_behalf_of.get(post.id, ()) for post in seats) else BY_OFFICE,),
            chips_of(seats, told, known),
            held=held_of(seats, told, known),
        )
        for (group, board, proposed), seats in same.items()
    ]


def _ends(
    post: Post, on_behalf_of: Mapping[str, Sequence[str]], shown: Collection[str], told: Mapping[str, SeatTold]
) -> list[str]:
    """Return the bodies from which a seat is drawn: whom it speaks for, else the one whose office fills it."""
    groups = [group for group in dict.fromkeys(on_behalf_of.get(post.id, ())) if group in shown]
    office_of = office_body(post, told)
    return groups or ([office_of] if office_of in shown else [])


def office_body(post: Post, told: Mapping[str, SeatTold]) -> str:
    """Return the body whose office fills a seat, by its id; empty where none does, or it is the one that it is on."""
    it = told.get(post.id)
    return it.office_of if it and it.office_of != post.organization_id else ""


def _absence_edges(absences: Sequence[RecordedAbsence], shown: set[str]) -> list[Edge]:
    same: dict[tuple[str, str], list[str]] = {}
    for absence in absences:
        if absence.from_id in shown and absence.subject_id in shown:
            same.setdefault((absence.subject_id, absence.from_id), []).append(absence.id)
    style = LINES["missing"]
    return [
        Edge(_edge_id(style.key, who, whence, False), style, who, whence, False, tuple(sorted(ids)), (MISSING,), ())
        for (who, whence), ids in same.items()
    ]


def hanging_on(
    posts: Sequence[Post],
    on_behalf_of: Mapping[str, Sequence[str]],
    shown: Collection[str],
    told: Mapping[str, SeatTold],
    *,
    nameless: bool = False,
) -> dict[str, list[Post]]:
    """Return the seats for groups, or by offices, that no line leads to in the picture, by the board they are on.

    With `nameless`, those too of which no source says for whom they are.
    """
    of: dict[str, list[Post]] = {}
    for post in posts:
        is_meant = nameless or is_for_somebody(post, on_behalf_of, told)
        if is_meant and post.organization_id in shown and not _ends(post, on_behalf_of, shown, told):
            of.setdefault(post.organization_id, []).append(post)
    return of


def is_for_somebody(post: Post, on_behalf_of: Mapping[str, Sequence[str]], told: Mapping[str, SeatTold]) -> bool:
    """Tell whether a source says whom a seat is for, or which office fills it."""
    it = told.get(post.id)
    return bool(on_behalf_of.get(post.id) or (it and it.office))


def marked_on(edges: Iterable[Edge]) -> tuple[Chip, ...]:
    """Return what lines stand for, as chips; a seat that two bodies share is one."""
    return chips_held(seat for edge in edges for seat in edge.held)


def seats_on(edges: Iterable[Edge]) -> int:
    """Count the seats that lines stand for."""
    return seats_among(marked_on(edges))


def _together(facts: Sequence[str], marks: Mapping[str, ChangeMark]) -> ChangeMark | None:
    """Mark a line as its facts are marked; when only some of them are, or in different ways, it has changed."""
    found = {marks.get(fact) for fact in facts}
    return found.pop() if len(found) == 1 else ChangeMark.CHANGED


def _edge_id(kind: str, from_id: str, to_id: str, proposed: bool) -> str:
    return f"{kind}{'?' if proposed else ''}:{from_id}:{to_id}"
