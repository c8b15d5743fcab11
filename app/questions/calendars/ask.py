"""What stands in the calendars of a place or a body: its meetings, ends of terms, and by when reports are due."""

from collections.abc import Iterator
from datetime import date

from app.domain.as_at import AsAt
from app.domain.dates import END
from app.domain.english import with_article
from app.domain.seats import speaks_for
from app.domain.standing import Standing
from app.domain.telling import seat_called, sentence
from app.domain.terms import unfollowed_terms
from app.domain.vocabulary import ReportState
from app.errors import UnknownId
from app.exchange.calendar_format import Event
from app.questions.reporting.rules import reports_due
from app.questions.reporting.words import owed
from app.reading.explorer import Explorer
from app.reading.registers import standing_of


async def find_events(explorer: Explorer, area: str, on: date, *, body: str | None = None) -> tuple[str, list[Event]]:
    """Return a calendar's name and its events, by date; of one body when it is named. UnknownId when there is none.

    A body's calendar has its own meetings, those of the bodies on which a seat speaks for it, and the ends of the
    terms in its seats and in those that speak for it, and by when what is owed to it, or on its meetings, is due.
    """
    standing = await standing_of(explorer, area, AsAt(on))
    if body is not None and body not in standing.register.own:
        raise UnknownId(f"No organization has the id '{body[:120]}'.")
    contents = await explorer.catalogue.contents()
    boards = None if body is None else {body, *(post.organization_id for post in standing.posts_for(body))}
    reports = await explorer.aside(lambda: list(reports_to_come(standing, body)))
    events = [*_meetings(standing, boards), *ends_of_terms(standing, body), *reports]
    name = standing.name(body) if body else contents.areas[area].name
    return name, sorted(events, key=lambda event: (event.when, event.id))


def _meetings(standing: Standing, boards: set[str] | None) -> Iterator[Event]:
    for meeting in standing.register.meetings:
        if boards is None or meeting.organization_id in boards:
            body = standing.name(meeting.organization_id)
            yield Event(
                meeting.id,
                meeting.date,
                f"{'Cancelled: ' * meeting.is_cancelled}{body}: meeting{_unsure(meeting.date)}",
                meeting.label or "",
                meeting.venue or "",
                f"/meetings/{meeting.id}",
                cancelled=meeting.is_cancelled,
            )


def ends_of_terms(standing: Standing, body: str | None) -> Iterator[Event]:
    """Return the ends of terms that nobody follows, as precise as they are known: a year is no day of it."""
    for term in unfollowed_terms(standing):
        post = term.post
        if term.end == END or not (body is None or post.organization_id == body or body in speaks_for(standing, post)):
            continue
        who = standing.name(term.holding.holder_id)
        yield Event(
            f"{term.holding.id}--ends",
            term.text,
            f"Term ends: {who}, {with_article(standing.name(post.organization_id))}{_unsure(term.text)}",
            sentence(
                f"{who}'s time in {seat_called(standing, post)} ends {term.when}; nobody is recorded as following"
            ),
            "",
            f"/posts/{post.id}",
        )


def reports_to_come(standing: Standing, body: str | None) -> Iterator[Event]:
    """Return by when reports are still in time, where somebody said within how many days: no day is made up."""
    for due in reports_due(standing.register, standing.as_at):
        if due.state is ReportState.DUE and due.due and body in (None, due.board.id, *(it.id for it in due.groups)):
            yield Event(
                f"{due.meeting.id}--report--{due.post.id}",
                due.due.isoformat(),
                f"Report back due: {due.held_by}, {with_article(due.board.name)}",
                owed(due),
                "",
                f"/report-back/{due.post.id}",
            )


def _unsure(text: str) -> str:
    """Say beside an event over a whole month that its day is not known."""
    return " (day not recorded)" if text.count("-") == 1 else ""
