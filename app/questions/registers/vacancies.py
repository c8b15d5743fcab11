"""The register of vacancies and elections due: seats that stand empty, whose term is over, or ends within a year."""

from datetime import date

from app.domain.dates import END, months_after, spoken
from app.domain.english import years
from app.domain.records import Post
from app.domain.seat_state import term_due
from app.domain.seats import facts_of
from app.domain.standing import Standing
from app.domain.telling import cited
from app.domain.terms import unfollowed_terms
from app.domain.vocabulary import PostState
from app.questions.registers import cells
from app.questions.registers.cells import Entry, Piece
from app.questions.registers.rolls import Column, Kind, PlaceRead, Row
from app.questions.registers.seats import entries_of, holders, seats_of

COLUMNS = (
    Column("due", "What is due"),
    Column("body", "Body"),
    Column("seat", "Seat"),
    Column("when", "Since, or by", in_one_line=True),
    Column("number", "Seats", in_files_alone=True),
    Column("holder", "Held by, now or last"),
    Column("chosen", "Chosen by"),
    Column("electorate", "Electorate"),
    Column("basis", "How filled"),
    Column("for", "Speaks for"),
    Column("vote", "Vote"),
    Column("years", "Term"),
    Column("limit", "Term limit", expected=False),
    Column("status", "Status", expected=False),
    Column("note", "Note", in_files_alone=True),
    Column("bodyId", "Body id", in_files_alone=True),
)

_EMPTY = (PostState.VACANT, PostState.NOT_TAKEN_UP, PostState.TERM_OVER)
_HEADS = {
    PostState.VACANT: "Stands empty",
    PostState.NOT_TAKEN_UP: "Not taken up",
    PostState.TERM_OVER: "Term over",
    PostState.FILLED: "Term ends within a year",
}
_SOME_EMPTY = "Some of several stand empty"


def _rows(place: PlaceRead) -> list[Row]:
    standing = place.standing
    soon = _ending_soon(standing)
    rows = []
    for body, post in seats_of(place):
        sitting = standing.sitting(post.id)
        if sitting.state in _EMPTY:
            rows.append(_row(standing, body, post, _HEADS[sitting.state]))
            continue
        if sitting.vacant and sitting.state is PostState.FILLED:
            rows.append(_row(standing, body, post, _SOME_EMPTY))
        if post.id in soon:
            rows.append(_row(standing, body, post, _HEADS[PostState.FILLED], soon[post.id]))
    order = [_HEADS[PostState.VACANT], _SOME_EMPTY, *list(_HEADS.values())[1:]]
    return sorted(rows, key=lambda row: order.index(row["due"].text))


def _ending_soon(standing: Standing) -> dict[str, str]:
    """Return the first end of a term, by seat, within a year from the day, that nobody is recorded to follow."""
    last = months_after(standing.on, 12)
    found: dict[str, tuple[date, str]] = {}
    for term in unfollowed_terms(standing):
        if standing.on <= term.end <= last:
            found[term.post.id] = min(found.get(term.post.id, (END, "")), (term.end, term.text))
    return {id_: text for id_, (_, text) in found.items()}


def _row(standing: Standing, body: str, post: Post, due: str, ends: str = "") -> Row:
    entries = entries_of(standing, post) | {
        "due": cells.words(due),
        "when": cells.day(ends or _since(standing, post)),
        "years": cells.words(years(post.term_years) if post.term_years else None),
        "limit": cells.words(post.term_limit),
    }
    if not entries["holder"].pieces:
        entries["holder"] = _last(standing, post)
    return Row(f"{post.id}#ending" if ends else post.id, entries, cited(facts_of(standing, post)), post.number)


def _since(standing: Standing, post: Post) -> str | None:
    """Return since when a seat stands empty, or when the last of the terms ended."""
    if standing.state(post.id) is PostState.TERM_OVER:
        held = [t for t in holders(standing, post) if t.post_id in standing.posts]
        dues = [due for t in held if (due := term_due(standing.posts[t.post_id], t))]
        return max(dues).text if dues else None
    return post.vacant_since


def _last(standing: Standing, post: Post) -> Entry:
    sitting = standing.sitting(post.id)
    if sitting.last is None:
        return cells.NOTHING
    until = f", until {spoken(sitting.last_until)}" if sitting.last_until else ""
    return cells.pieces([Piece(f"{sitting.last.holder_shown}{until}", cells.holder_page(sitting.last))])


VACANCIES = Kind(
    "vacancies",
    "Vacancies and elections due",
    "Seats that stand empty, are not taken up, whose term is over, or ends within a year with nobody to follow.",
    "seat that is empty or due",
    "seats that are empty or due",
    COLUMNS,
    _rows,
    everywhere=True,
    grouped_by="due",
)
