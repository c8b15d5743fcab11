"""The same content as a table: every line and seat that was handed over, drawn or not, and every body once or more."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from app.diagram.content import BY_OFFICE, MISSING, SITS, Picture, office_body
from app.diagram.marks import mark_of
from app.diagram.sentences import mark_words
from app.diagram.text import cleaned
from app.diagram.told import SeatTold
from app.domain.english import listed, ordinary
from app.domain.records import Line, Organization, Post, RecordedAbsence
from app.domain.seating import how_many, is_several, tier
from app.domain.vocabulary import Basis, Certainty, Classification, FactStatus, Role

NO_LINE = "no recorded line"
OTHER_LINES = "lines or seats of kinds not shown here"


@dataclass(frozen=True, slots=True)
class TableRow:
    """One line or seat in words. A seat whose group is not recorded has no `from_name`; a body alone no `to_name`."""

    from_name: str | None
    from_href: str | None
    relation: str
    to_name: str | None
    to_href: str | None
    detail: str
    drawn: bool
    fact_id: str
    """The line's or post's id; of a body alone, its own."""


def rows_of_table(
    picture: Picture,
    nodes: Sequence[Organization],
    lines: Sequence[Line],
    posts: Sequence[Post],
    on_behalf_of: Mapping[str, Sequence[str]],
    href: Callable[[str], str],
    areas: Mapping[str, str] | None = None,
    absences: Sequence[RecordedAbsence] = (),
    told: Mapping[str, SeatTold] | None = None,
    joined: Collection[str] = (),
) -> tuple[TableRow, ...]:
    """Return the rows, by the name of the body a line starts from, then by the one it ends at.

    `areas` names the areas that seats are for, by their ids; `told` says who is in a seat, by the post's id. `joined`
    are bodies with lines or seats that are not here.
    """
    names = {node.id: cleaned(node.name) for node in nodes}
    sorts = {node.id: node.classification for node in nodes}
    drawn = {(fact, edge.from_id, edge.to_id) for edge in picture.edges for fact in edge.fact_ids}
    hanging = {box.id: bool(box.nameless) for box in picture.boxes if box.chips}
    shown = {box.id for box in picture.boxes}
    mentioned = set[str]()

    def row(start: str | None, relation: str, end: str, detail: str, is_drawn: bool, fact: str) -> TableRow:
        mentioned.update(id_ for id_ in (start, end) if id_)
        return TableRow(
            names[start] if start else None,
            href(start) if start else None,
            relation,
            names[end],
            href(end),
            detail,
            is_drawn,
            fact,
        )

    rows = [
        row(
            line.from_id,
            ordinary(line.type),
            line.to_id,
            _line_detail(line),
            (line.id, line.from_id, line.to_id) in drawn,
            line.id,
        )
        for line in {line.id: line for line in lines}.values()
        if line.from_id in names and line.to_id in names
    ]
    for post in posts:
        board = post.organization_id
        groups = [group for group in dict.fromkeys(on_behalf_of.get(post.id, ())) if group in names]
        seat = (told or {}).get(post.id)
        office_of = office_body(post, told or {})
        by_office = (post.id, office_of, board) in drawn
        is_meant = bool(groups or (seat and seat.office)) or hanging.get(board, False)
        at_large = is_meant and board in hanging and not shown.intersection(groups)
        for group in (*groups,) or (office_of if by_office else None,):
            also = [names[other] for other in groups if other != group]
            is_drawn = at_large or by_office or (post.id, group, board) in drawn
            rows.append(
                row(
                    group,
                    BY_OFFICE if by_office and not groups else SITS,
                    board,
                    _seat_detail(post, sorts[board], also, areas or {}, seat),
                    is_drawn,
                    post.id,
                )
            )
    for it in absences:
        if it.subject_id in names and it.from_id in names:
            is_drawn = (it.id, it.subject_id, it.from_id) in drawn
            rows.append(row(it.subject_id, MISSING, it.from_id, cleaned(it.note), is_drawn, it.id))
    rows += [
        TableRow(names[id_], href(id_), OTHER_LINES if id_ in joined else NO_LINE, None, None, "", id_ in shown, id_)
        for id_ in names
        if id_ not in mentioned
    ]
    return tuple(
        sorted(rows, key=lambda r: ((r.from_name or "\uffff").lower(), r.relation, r.to_name or "", r.fact_id))
    )


def _line_detail(line: Line) -> str:
    return ", ".join(
        [
            *([cleaned(line.label)] if line.label else []),
            *(["proposed"] if line.status is FactStatus.PROPOSED else []),
            *([line.certainty.value] if line.certainty is not Certainty.STATED else []),
        ]
    )


def _seat_detail(
    post: Post, board: Classification, also: Sequence[str], areas: Mapping[str, str], told: SeatTold | None
) -> str:
    parts = [cleaned(post.label)] if post.label else []
    parts += [told.words] if told else []
    if post.role is not Role.MEMBER:
        parts.append(ordinary(post.role))
    if is_several(post):
        parts.append(f"{how_many(post)} seats")
    if told and told.chosen:
        parts.append(told.chosen)
    elif post.basis not in {Basis.NOT_RECORDED, Basis.CO_OPTED}:
        parts.append(ordinary(post.basis))
    parts.append(mark_words(mark_of(post, board=board)))
    if post.membership:
        parts.append(tier(post))
    if area := areas.get(post.for_area or ""):
        parts.append(f"for {area}")
    if also:
        parts.append(f"together with {listed(also)}")
    if post.status is FactStatus.PROPOSED:
        parts.append("proposed")
    if post.certainty is not Certainty.STATED:
        parts.append(post.certainty.value)
    return "; ".join(parts)
