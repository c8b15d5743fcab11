"""All that some minutes say, found by rules: pure functions of the text and of what is known of the place."""

import re
from collections.abc import Container, Iterable
from dataclasses import replace
from itertools import islice

from app.domain.vocabulary import AttendanceKind
from app.exchange.minutes.actions import actions_in
from app.exchange.minutes.attendance import attendance_in, by_initials
from app.exchange.minutes.dates import is_month_first
from app.exchange.minutes.document import MOST, Document
from app.exchange.minutes.finds import Certainty, Found, FoundPerson
from app.exchange.minutes.meetings import meetings_in
from app.exchange.minutes.owners import Owners
from app.exchange.minutes.reports import reports_in
from app.exchange.minutes.title import title_in
from app.exchange.minutes.unread import unread_in
from app.exchange.minutes.words import IsBody, parts_of

_FIRST = re.compile(r"^([A-Z])\.?$")


def found_in(document: Document, known: IsBody = lambda _: False) -> Found:
    """Find the body, the day, the venue, who was there, what is to be done, other meetings and what was reported.

    `known` tells whether a text is the name of a body that is recorded: such a name is never taken for a person's.
    """
    month_first = is_month_first(document.text)
    title = title_in(document, known, month_first=month_first)
    attendance = attendance_in(document, known)
    day = title.date.value if title.date else ""
    people = _deputies_named(attendance.people)
    named = [person for person in people if not person.is_body]
    owners = Owners((person.name for person in named), by_initials(named), known)
    actions = actions_in(document, owners, attendance.lines, day, month_first=month_first)
    return Found(
        title.body,
        title.label,
        title.date,
        title.venue,
        tuple(people),
        tuple(actions),
        tuple(meetings_in(document, day, month_first=month_first)),
        tuple(reports_in(document, named, attendance.lines)),
        (*attendance.notes, *islice(unread_in(document, attendance.lines), MOST)),
    )


def _deputies_named(people: tuple[FoundPerson, ...]) -> list[FoundPerson]:
    """Return people with the whole names of those whom they stood in for, where the minutes have them."""
    away = [person for person in people if person.how is AttendanceKind.APOLOGIES]
    return [_deputy_named(person, away or list(people), {other.name for other in people}) for person in people]


def _deputy_named(person: FoundPerson, members: Iterable[FoundPerson], names: Container[str]) -> FoundPerson:
    whom = person.deputising_for
    fitting = [other.name for other in members if _may_be(whom, other.name)] if whom and whom not in names else []
    if len(fitting) != 1:
        return person
    reason = f"“{whom}” is taken for {fitting[0]}."
    return replace(person, deputising_for=fitting[0], certainty=Certainty.LIKELY, reason=reason)


def _may_be(short: str, name: str) -> bool:
    """Tell whether a name with initials, or a surname, may be a whole name."""
    few, all_ = parts_of(short).name.split(), name.split()
    if not few or few[-1].casefold() != all_[-1].casefold():
        return False
    return (
        len(few) == 1
        or few[0].casefold() == all_[0].casefold()
        or (bool(_FIRST.match(few[0])) and few[0][0] == all_[0][0])
    )
