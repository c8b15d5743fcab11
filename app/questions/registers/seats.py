"""The register of seats: who sits where, for whom, chosen by whom, until when."""

from app.domain.bodies import is_constituency
from app.domain.counting import counts_as_a_seat
from app.domain.dates import spoken
from app.domain.english import capitalized, figure, ordinary
from app.domain.records import Post, Tenure
from app.domain.seat_state import term_due
from app.domain.seats import facts_of, speaks_for
from app.domain.standing import Standing
from app.domain.telling import cited
from app.domain.vocabulary import FactStatus, PostState, TenureCapacity
from app.questions.registers import cells
from app.questions.registers.cells import Entry, Piece
from app.questions.registers.rolls import Column, Kind, PlaceRead, Row
from app.questions.representation.words import appoints

COLUMNS = (
    Column("body", "Body"),
    Column("seat", "Seat"),
    Column("state", "State"),
    Column("holder", "Held by"),
    Column("holderName", "Holder's name", in_files_alone=True),
    Column("before", "Before the name", in_files_alone=True),
    Column("after", "After the name", in_files_alone=True),
    Column("vacantSince", "Vacant since", in_files_alone=True),
    Column("number", "Seats", in_files_alone=True),
    Column("numberMax", "Seats at most", in_files_alone=True),
    Column("role", "Role", in_files_alone=True),
    Column("for", "Speaks for"),
    Column("vote", "Vote"),
    Column("basis", "How filled"),
    Column("chosen", "Chosen by"),
    Column("since", "Holder since", in_one_line=True),
    Column("term", "Term ends", in_one_line=True),
    Column("deputy", "Deputy", expected=False),
    Column("status", "Status", expected=False),
    Column("note", "Note", in_files_alone=True),
    Column("bodyId", "Body id", in_files_alone=True),
)


def seats_of(place: PlaceRead) -> list[tuple[str, Post]]:
    """Return the seats of a place by body, in the order of names; an officer's post and a councillor's are none."""
    standing = place.standing
    there = [body for body in standing.register.bodies() if not is_constituency(body)]
    found = [(body, post) for body in there for post in standing.posts_on(body.id)]
    seats = [(body, post) for body, post in found if counts_as_a_seat(post, body.classification)]
    # Stable: the seats of a body stay in the document's own order.
    seats.sort(key=lambda each: (cells.bodies(standing, [each[0].id]).order, each[0].id))
    return [(body.id, post) for body, post in seats]


def holders(standing: Standing, post: Post, *, deputies: bool = False) -> list[Tenure]:
    """Return who sits in a seat, or who deputises."""
    return [t for t in standing.tenures(post.id) if (t.capacity is TenureCapacity.DEPUTY) == deputies]


def held_by(standing: Standing, post: Post) -> Entry:
    """Return who sits in a seat, each with a page; else what is known in words, such as the office that fills it."""
    found = [Piece(_called(tenure), cells.holder_page(tenure)) for tenure in holders(standing, post)]
    if not found and standing.state(post.id) is PostState.BY_OFFICE:
        found = [Piece(f"the {standing.sitting(post.id).office}")]
    return cells.pieces(found)


def chosen_by(standing: Standing, post: Post) -> Entry:
    """Return who has a say in who sits in a seat, and which say it is where a source tells."""
    ties = [(tie, standing.name(tie.organization_id)) for tie in standing.appointed(post.id)]
    return cells.pieces(
        Piece(f"{name} ({appoints(tie.say)})" if tie.say else name, f"/{tie.organization_id}") for tie, name in ties
    )


def state_of(standing: Standing, post: Post) -> Entry:
    """Return who is in a seat, as one value, since when where it stands empty; nothing where no source says."""
    sitting = standing.sitting(post.id)
    if sitting.state is PostState.HOLDER_NOT_RECORDED:
        return cells.words(ordinary(sitting.state), shown="")
    shown = capitalized(ordinary(sitting.state))
    if sitting.state is PostState.VACANT and post.vacant_since:
        shown += f" since {spoken(post.vacant_since)}"
    elif sitting.vacant and sitting.state is PostState.FILLED:
        shown += ", one or more vacant"
    elif left := sitting.filling.unnamed if sitting.filling.named else 0:
        shown += f", {figure(left)} not named"
    return cells.words(ordinary(sitting.state), shown=shown)


def term_ends(standing: Standing, post: Post) -> Entry:
    """Return when the terms of those who sit in a seat are due to end."""
    dues = (term_due(standing.posts[t.post_id], t) for t in holders(standing, post) if t.post_id in standing.posts)
    return cells.days(due.text if due else None for due in dues)


def _called(tenure: Tenure) -> str:
    acting = "" if tenure.capacity is TenureCapacity.SUBSTANTIVE else f" ({tenure.capacity.value})"
    return f"{tenure.holder_said}{acting}"


def entries_of(standing: Standing, post: Post) -> dict[str, Entry]:
    """Return what registers say of a seat, by column."""
    there = holders(standing, post)
    deputies = holders(standing, post, deputies=True)
    people = [tenure for tenure in there if tenure.holder_is_person]
    return {
        "body": cells.bodies(standing, [post.organization_id]),
        "seat": cells.seat(post),
        "state": state_of(standing, post),
        "holder": held_by(standing, post),
        "holderName": cells.words("; ".join(t.holder_name for t in there)),
        "before": cells.words("; ".join(t.honorific_prefix for t in people if t.honorific_prefix)),
        "after": cells.words("; ".join(t.honorific_suffix for t in people if t.honorific_suffix)),
        "vacantSince": cells.day(post.vacant_since),
        "number": cells.number(post.number),
        "numberMax": cells.number(post.number_max),
        "role": cells.said(post.role),
        "for": cells.bodies(standing, speaks_for(standing, post)),
        "vote": cells.said(post.voting),
        "basis": cells.said(post.basis),
        "chosen": chosen_by(standing, post),
        "since": cells.days(t.period.since for t in there),
        "term": term_ends(standing, post),
        "deputy": cells.pieces(Piece(t.holder_said, cells.holder_page(t)) for t in deputies),
        "status": cells.said(post.status if post.status is FactStatus.PROPOSED else None),
        "electorate": cells.words(post.electorate),
        "note": cells.words(post.note),
        "bodyId": cells.words(post.organization_id),
    }


def _rows(place: PlaceRead) -> list[Row]:
    standing = place.standing
    return [
        Row(post.id, entries_of(standing, post), cited(facts_of(standing, post)), post.number)
        for _, post in seats_of(place)
    ]


SEATS = Kind(
    "seats",
    "Seats",
    "Who sits where: every seat on a body, who holds it, for whom, chosen by whom and until when.",
    "seat",
    "seats",
    COLUMNS,
    _rows,
    everywhere=True,
)
