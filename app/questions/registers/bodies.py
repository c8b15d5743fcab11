"""The register of bodies: what each is, who chairs it, how many seats it has and how many of them stand empty."""

from app.domain.bodies import counts_as_a_body
from app.domain.counting import count_seats, counts_as_a_seat
from app.domain.english import capitalized, ordinary
from app.domain.records import Organization
from app.domain.vocabulary import LifecycleStatus, LineType, PostState, Role
from app.questions.registers import cells
from app.questions.registers.cells import Entry, Piece
from app.questions.registers.rolls import Column, Kind, PlaceRead, Row
from app.questions.registers.seats import held_by

_UP = (LineType.SUB_GROUP_OF, LineType.REPORTS_TO, LineType.FEEDS_INTO)

COLUMNS = (
    Column("body", "Body"),
    Column("sort", "Sort"),
    Column("sector", "Sector"),
    Column("status", "Status", expected=False),
    Column("theme", "Theme", expected=False),
    Column("above", "Part of, or reports to", expected=False),
    Column("chair", "Chair"),
    Column("seats", "Seats", expected=False),
    Column("empty", "Stand empty", expected=False),
    Column("stated", "Seats, as stated"),
    Column("decides", "Takes decisions"),
    Column("quorum", "Quorum"),
    Column("meets", "Meets"),
    Column("contact", "Contact"),
    Column("since", "Since", in_one_line=True),
    Column("until", "Until", expected=False, in_one_line=True),
    Column("count", "Stands for", in_files_alone=True),
    Column("note", "Note", in_files_alone=True),
)


def _rows(place: PlaceRead) -> list[Row]:
    standing = place.standing
    there = [body for body in standing.register.bodies() if counts_as_a_body(body, standing.as_at)]
    there.sort(key=lambda body: (cells.bodies(standing, [body.id]).order, body.id))
    return [Row(body.id, _entries(place, body), body.citations) for body in there]


def _entries(place: PlaceRead, body: Organization) -> dict[str, Entry]:
    standing = place.standing
    seats = [post for post in standing.posts_on(body.id) if counts_as_a_seat(post, body.classification)]
    empty = count_seats(post for post in seats if standing.state(post.id) is PostState.VACANT)
    chairs = [held_by(standing, post) for post in seats if post.role is Role.CHAIR]
    alike = f" ({body.count})" if body.count > 1 else ""
    above = [line.to_id for line in standing.lines_from(body.id) if line.type in _UP]
    return {
        "body": Entry(
            (Piece(f"{body.name}{alike}", f"/{body.id}"),), body.name, cells.bodies(standing, [body.id]).order
        ),
        "sort": cells.said(body.classification),
        "sector": cells.said(body.sector),
        "status": cells.said(body.status if body.status is not LifecycleStatus.ACTIVE else None),
        "theme": cells.words(body.theme.name if body.theme else None),
        "above": cells.bodies(standing, above),
        "chair": cells.pieces(piece for chair in chairs for piece in chair.pieces),
        "seats": cells.number(count_seats(seats) or None),
        "empty": cells.number(empty or None),
        "stated": cells.number(body.seats_stated),
        "decides": cells.said(body.decides),
        "quorum": cells.words(body.quorum or (str(body.quorum_number) if body.quorum_number else None)),
        "meets": cells.words(body.capacity.meeting_frequency if body.capacity else None),
        "contact": cells.pieces(
            Piece(f"{capitalized(ordinary(each.type))}: {each.value}") for each in body.contact_details
        ),
        "since": cells.day(body.period.since),
        "until": cells.day(body.period.until),
        "count": cells.number(body.count),
        "note": cells.words(body.note),
    }


BODIES = Kind(
    "bodies",
    "Bodies",
    "Every board, forum, group and organization that is there on the day, with its chair and its seats.",
    "body",
    "bodies",
    COLUMNS,
    _rows,
)
