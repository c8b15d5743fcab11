"""The register of outside bodies: which body elects, appoints or nominates to which others' seats."""

from app.domain.counting import counts_as_a_seat
from app.domain.records import Post
from app.domain.register import Tie
from app.domain.seats import facts_of
from app.domain.telling import cited
from app.questions.registers import cells
from app.questions.registers.cells import Entry
from app.questions.registers.rolls import Column, Kind, PlaceRead, Row
from app.questions.registers.seats import entries_of
from app.questions.representation.words import appoints

COLUMNS = (
    Column("by", "Chosen by"),
    Column("say", "Says"),
    Column("body", "Body"),
    Column("seat", "Seat"),
    Column("number", "Seats", in_files_alone=True),
    Column("state", "State"),
    Column("holder", "Held by"),
    Column("deputy", "Deputy", expected=False),
    Column("for", "Speaks for"),
    Column("vote", "Vote"),
    Column("since", "Holder since", in_one_line=True),
    Column("term", "Term ends", in_one_line=True),
    Column("electorate", "Electorate", expected=False),
    Column("status", "Status", expected=False),
    Column("byId", "Chosen by, id", in_files_alone=True),
    Column("bodyId", "Body id", in_files_alone=True),
)


def _rows(place: PlaceRead) -> list[Row]:
    standing = place.standing
    rows = []
    for post in standing.posts.values():
        board = standing.organizations.get(post.organization_id)
        if board is None or not counts_as_a_seat(post, board.classification):
            continue
        # A body that fills its own seats sends nobody out.
        rows += [_row(place, post, tie) for tie in standing.appointed(post.id) if tie.organization_id != board.id]
    return sorted(rows, key=lambda row: (row["by"].order, row["body"].order, row.id))


def _row(place: PlaceRead, post: Post, tie: Tie) -> Row:
    standing = place.standing
    entries: dict[str, Entry] = entries_of(standing, post) | {
        "by": cells.bodies(standing, [tie.organization_id]),
        "say": cells.words(appoints(tie.say) if tie.say else None),
        "byId": cells.words(tie.organization_id),
    }
    return Row(f"{post.id} {tie.id}", entries, cited([tie, *facts_of(standing, post)]), post.number)


APPOINTMENTS = Kind(
    "outside-bodies",
    "Outside bodies",
    "Which body elects, appoints, nominates or ratifies who sits on which other body, by the one that chooses.",
    "seat that another body has a say in",
    "seats that another body has a say in",
    COLUMNS,
    _rows,
    grouped_by="by",
    everywhere=True,
)
