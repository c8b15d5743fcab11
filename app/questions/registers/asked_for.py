"""The register of what was asked for: what is only proposed, what a source says is missing, and what meetings resolved.

Of each: what, by whom, when, and what became of it. Who asked is read from what is recorded of it, where that begins
with the name of somebody and what they said.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from app.domain import records as r
from app.domain.as_at import AsAt
from app.domain.bodies import grammatical_number, has_ended
from app.domain.dates import earliest, latest, months_after
from app.domain.english import agree, capitalized, listed, ordinary, verb_of_several
from app.domain.register import Missing, Register
from app.domain.standing import Standing
from app.domain.telling import called, seat_called
from app.domain.vocabulary import ActionStatus, Certainty, FactStatus, LifecycleStatus
from app.questions.registers import cells
from app.questions.registers.asking import asker
from app.questions.registers.cells import Entry, Piece, body_piece
from app.questions.registers.rolls import Column, Kind, PlaceRead, Row

COLUMNS = (
    Column("sort", "Sort"),
    Column("what", "Asked for"),
    Column("by", "By whom"),
    Column("when", "When", in_one_line=True),
    Column("became", "What became of it"),
    Column("doubt", "Certainty", expected=False),
    Column("note", "What is recorded of it", expected=False),
    Column("subjectId", "Subject id", in_files_alone=True),
)

SEAT, BODY, LINK, MISSING, TO_DO = "A seat", "A body", "A link", "Said to be missing", "Something to be done"
_SORTS = (SEAT, BODY, LINK, MISSING, TO_DO)
_NO_SEAT = "No such seat is recorded"
_OLD = 12
"""After so many months from when it was to be done, what was open then is no longer said to be."""
_DONE = {
    ActionStatus.OPEN: "to be done",
    ActionStatus.OUTSTANDING: "to be done, carried over",
    ActionStatus.DONE: "done",
    ActionStatus.DROPPED: "given up",
}


@dataclass(frozen=True, slots=True)
class _Wish:
    """One thing that was asked for, before it becomes a row."""

    id: str
    subject: str
    sort: str
    what: Piece
    became: str
    note: str | None
    certainty: Certainty
    citations: tuple[r.Citation, ...]


def _rows(place: PlaceRead) -> list[Row]:
    register, on = place.standing.register, place.standing.on
    there, planned = Standing(register, AsAt(on, False)), Standing(register, AsAt(on, True))
    seats = [post for post in planned.posts.values() if post.status is FactStatus.PROPOSED]
    met = {absence.absence.id: post for post in seats for absence in _absences_of(planned, post)}
    wishes = [
        *(_seat(there, planned, post) for post in seats),
        *(_body(planned, body) for body in register.bodies() if _is_wished(body, planned)),
        *(_line(there, planned, line) for line in planned.lines if _is_asked_for(line)),
        *(_missing(there, planned, each) for each in planned.absences if each.absence.id not in met),
    ]
    rows = [_row(register, wish) for wish in wishes]
    rows += [row for meeting in register.meetings for row in _resolved(place, meeting)]
    return sorted(rows, key=lambda row: (_SORTS.index(row["sort"].text), row["what"].order, row.id))


def _seat(there: Standing, planned: Standing, post: r.Post) -> _Wish:
    groups = {tie.organization_id for tie in planned.behalf(post.id)}
    same = [
        other
        for other in there.posts_on(post.organization_id)
        if groups and groups <= {tie.organization_id for tie in there.behalf(other.id)}
    ]
    absences = _absences_of(planned, post)
    said = seat_called(planned, post)
    what = Piece(capitalized(said.replace("the seat", "a seat", 1)), f"/posts/{post.id}")
    became = f"There is one: {there.held_by(same[0].id)}" if same else _NO_SEAT
    if absences and not same:
        became = f"{_NO_SEAT}; a source says that it is missing"
    citations = _each((post, *(each.absence for each in absences)))
    return _Wish(post.id, post.organization_id, SEAT, what, became, post.note, post.certainty, citations)


def _absences_of(standing: Standing, post: r.Post) -> list[Missing]:
    """Return what is said to be missing where a proposed seat would be: the same wish, said by a source."""
    groups = {tie.organization_id for tie in standing.behalf(post.id)}
    return [
        each
        for each in standing.absences
        if each.absence.from_id == post.organization_id and each.absence.subject_id in groups
    ]


def _is_wished(body: r.Organization, standing: Standing) -> bool:
    return body.status is LifecycleStatus.PROPOSED and not has_ended(body, standing.on)


def _body(standing: Standing, body: r.Organization) -> _Wish:
    became = "It is not recorded as set up"
    note = body.note or body.purpose
    what = body_piece(standing, body.id)
    return _Wish(body.id, body.id, BODY, what, became, note, body.certainty, body.citations)


def _is_asked_for(line: r.Line) -> bool:
    """Tell whether a line is only proposed by a source: what is our reading of one, nobody asked for."""
    return line.status is FactStatus.PROPOSED and line.certainty is not Certainty.INFERRED


def _line(there: Standing, planned: Standing, line: r.Line) -> _Wish:
    same = any((each.type, each.to_id) == (line.type, line.to_id) for each in there.lines_from(line.from_id))
    one, other = (called(planned, id_) for id_ in (line.from_id, line.to_id))
    verb, body = ordinary(line.type), planned.organizations.get(line.from_id)
    verb = verb_of_several(verb) if body and grammatical_number(body) != 1 else verb
    what = Piece(capitalized(f"{one} {verb} {other}"), f"/{line.from_id}")
    became = "There is such a link" if same else "No such link is recorded"
    return _Wish(line.id, line.from_id, LINK, what, became, line.note, line.certainty, line.citations)


def _missing(there: Standing, planned: Standing, missing: Missing) -> _Wish:
    absence = missing.absence
    what = called(planned, absence.subject_id)
    what += f", missing from {called(planned, absence.from_id)}" if absence.from_id else ""
    seats = [post for post in there.posts_for(absence.subject_id) if post.organization_id == absence.from_id]
    became = f"There is a seat: {there.held_by(seats[0].id)}" if seats else "No change is recorded"
    piece = Piece(capitalized(what), f"/who?of={absence.subject_id}")
    return _Wish(
        absence.id, absence.subject_id, MISSING, piece, became, absence.note, missing.certainty, absence.citations
    )


def _resolved(place: PlaceRead, meeting: r.Meeting) -> Iterable[Row]:
    """Make rows of what a meeting that was held by the day asked somebody to do."""
    standing = place.standing
    if meeting.organization_id not in standing.register.own or earliest(meeting.date) > standing.on:
        return
    for action in place.actions.get(meeting.id, ()):
        owners = [place.names[id_] for _, id_ in action.owner_ids if id_ in place.names]
        owners += [action.owner_note] if action.owner_note else []
        yield Row(
            action.id,
            {
                "sort": cells.words(TO_DO),
                "what": cells.words(action.text),
                "by": cells.bodies(standing, [meeting.organization_id]),
                "when": cells.day(meeting.date, f"/meetings/{meeting.id}"),
                "became": cells.words(_became(action, owners, meeting, standing.on)),
                "note": cells.words(action.note),
                "subjectId": cells.words(meeting.organization_id),
            },
            action.citations,
        )


def _became(action: r.Action, owners: Sequence[str], meeting: r.Meeting, on: date) -> str:
    """Say what became of an action; of one that was open long ago, that nobody wrote down whether it was done."""
    due = f" by {cells.day(action.due).text}" if action.due else ""
    is_open = action.status in {ActionStatus.OPEN, ActionStatus.OUTSTANDING}
    if is_open and latest(action.due or meeting.date) < months_after(on, -_OLD):
        owed = f"; {listed(owners)} {agree(len(owners), 'was', 'were')} to do it{due}" if owners else ""
        return f"Not recorded whether it was done{owed}"
    owed = f", by {listed(owners)}" if owners else ""
    return capitalized(f"{_DONE[action.status]}{owed}{f',{due}' if due else ''}")


def _row(register: Register, wish: _Wish) -> Row:
    dates = sorted(
        (register.published[cite.source_id] for cite in wish.citations if cite.source_id in register.published),
        key=earliest,
    )
    entries: dict[str, Entry] = {
        "sort": cells.words(wish.sort),
        "what": cells.pieces([wish.what]),
        "by": _by(wish.note, list(register.people.values())),
        "when": cells.day(dates[0] if dates else None),
        "became": cells.words(wish.became),
        "doubt": cells.said(wish.certainty if wish.certainty is not Certainty.STATED else None),
        "note": cells.words(wish.note),
        "subjectId": cells.words(wish.subject),
    }
    return Row(wish.id, entries, wish.citations)


def _by(note: str | None, people: Sequence[r.Person]) -> Entry:
    person = asker(note, people)
    return cells.pieces([Piece(person.shown, f"/people/{person.id}")] if person else ())


def _each(facts: Iterable[r.Post | r.RecordedAbsence]) -> tuple[r.Citation, ...]:
    return tuple(dict.fromkeys(cite for fact in facts for cite in fact.citations))


ASKED_FOR = Kind(
    "asked-for",
    "What was asked for",
    "What members or a source asked for, by whom, when, and what became of it: seats, bodies and links that are only"
    " proposed, what a source says is missing, and what a meeting resolved to have done. What is only our reading of a"
    " source is left out.",
    "thing asked for or said to be missing",
    "things asked for or said to be missing",
    COLUMNS,
    _rows,
    everywhere=True,
    grouped_by="sort",
    of_actions=True,
)
