"""Which field is read how: the table that maps the types of GraphQL to columns, ways and queries.

A plain field whose record has it straight from the graph (`app/store/properties.py`) needs no entry: it is the column
of its name. What has an entry in none of these tables, no statement is made for; it is answered by
`app/api/loading/loaders.py`, field by field, and so is the whole selection that it stands in.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from app.api.compiling.run import Run
from app.api.loading.themes import theme_of
from app.domain import records as r
from app.domain import vocabulary as words
from app.domain.bodies import has_ended
from app.domain.seating import body_and_role, body_and_say, place_of_seat
from app.store import rows
from app.store.columns import Row
from app.store.holding_rows import HeldPost


@dataclass(frozen=True, slots=True)
class Kind:
    """How the things behind a type are read."""

    columns_of: str
    """The fragment that declares the columns."""
    record: type
    row: Callable[[Row], Any] | None = None
    """Makes the record of all columns; none where they do not make one."""


KINDS: Mapping[str, Kind] = {
    "Organization": Kind("columns_of_an_organization", r.Organization, rows.organization),
    "Person": Kind("columns_of_a_person", r.Person, rows.person),
    "Post": Kind("columns_of_a_post", r.Post, rows.post),
    "Tenure": Kind("columns_of_a_tenure", r.Tenure, rows.tenure),
    "Line": Kind("columns_of_a_line", r.Line, rows.line),
    "Meeting": Kind("columns_of_a_meeting", r.Meeting, rows.meeting),
    "Action": Kind("columns_of_an_action", r.Action, rows.action),
    "RecordedAbsence": Kind("columns_of_an_absence", r.RecordedAbsence, rows.absence),
    "Affiliation": Kind("columns_of_an_employment", r.Affiliation, rows.affiliation),
    "Appointer": Kind("columns_of_an_appointer", r.Appointer, rows.appointer),
    "HeldPost": Kind("columns_of_a_held_post", HeldPost),
    "Attendance": Kind("columns_of_an_attendance", r.Attendance, rows.attendance),
    "Assessment": Kind("columns_of_an_assessment", r.Assessment, rows.assessment),
}
"""By the name of the type."""


@dataclass(frozen=True, slots=True)
class Part:
    """A plain field that is made of columns of other names."""

    columns: tuple[str, ...]
    make: Callable[..., Any]


PARTS: Mapping[str, Part] = {
    "period": Part(("since", "until"), r.Period),
    "Post.status": Part(("proposed",), rows.fact_status),
    "Line.status": Part(("proposed",), rows.fact_status),
    "Line.type": Part(("type",), rows.line_type),
}
"""By the field, or by the attribute of the record where it is so for every type."""


def _areas(body: r.Organization, run: Run, _day: int) -> list[r.Area]:
    return [run.catalogue.areas[id_] for id_ in body.area_ids if id_ in run.catalogue.areas]


def _area(seat: r.Post, run: Run, _day: int) -> r.Area | None:
    return run.catalogue.areas.get(seat.for_area or "")


SAID_OF_RECORDS: Mapping[str, Callable[[Any, Run, int], Any]] = {
    "areas": _areas,
    "area": _area,
    "ended": lambda body, run, day: has_ended(body, run.days[day].on),
    "theme": lambda body, _run, _day: theme_of(body),
    "as": lambda there, _run, _day: there.kind,
    "summary": lambda cell, _run, _day: cell.summary or "",
}
"""What follows from a record, and the catalogue, by the name of the field."""


@dataclass(frozen=True, slots=True)
class Leads:
    """A field that leads to things of one type."""

    way: str
    """The file in `cypher/ways/`."""
    start: tuple[str, ...]
    """What the columns' fragment calls the things that the way starts from."""
    to: str
    """The type."""
    order: tuple[str, ...] = ()
    """The columns by which the list is sorted; none for the database's own order."""
    key: Callable[..., Any] | None = None
    """Makes of those what is sorted by; they themselves without it."""
    once: bool = False
    """Whether the same id may come twice, and is given once."""


_KINDS_OF_ATTENDANCE = {word.value: at for at, word in enumerate(words.AttendanceKind)}


def _attendance(kind: str, label: str, who: str, came_for: str | None) -> tuple[int, str, str]:
    is_person = label == "Person"
    return _KINDS_OF_ATTENDANCE[kind], who if is_person else "", (came_for or "") if is_person else who


WAYS: Mapping[str, Leads] = {
    "Organization.posts": Leads("seats_on", ("o",), "Post", ("order", "role", "id"), place_of_seat),
    "Organization.seatsElsewhere": Leads("seats_elsewhere", ("o",), "Post", ("id",), once=True),
    "Organization.people": Leads("people_of", ("o",), "Person", ("name", "id"), once=True),
    "Organization.recordedAbsences": Leads("absences_of", ("o",), "RecordedAbsence", ("id",), once=True),
    "Post.organization": Leads("body_at_hand", ("b",), "Organization"),
    "Post.onBehalfOf": Leads("spoken_for", ("p",), "Organization", ("id",)),
    "Post.appointedBy": Leads("appointed_by", ("p",), "Organization", ("id",)),
    "Post.appointers": Leads("appointers_of", ("p",), "Appointer", ("organization_id", "say"), body_and_say),
    "Appointer.organization": Leads("body_at_hand", ("o",), "Organization"),
    "Tenure.post": Leads("post_held", ("q",), "Post"),
    "Person.affiliations": Leads(
        "affiliations_of", ("p",), "Affiliation", ("organization_id", "role", "since"), body_and_role
    ),
    "Person.worksFor": Leads("works_for", ("p",), "Organization", ("id",), once=True),
    "Affiliation.organization": Leads("body_at_hand", ("o",), "Organization"),
    "HeldPost.post": Leads("post_at_hand", ("p", "b"), "Post"),
    "Line.from": Leads("body_at_hand", ("a",), "Organization"),
    "Line.to": Leads("body_at_hand", ("b",), "Organization"),
    "Meeting.organization": Leads("body_of_meeting", ("m",), "Organization"),
    "Meeting.attendance": Leads(
        "attendance_of", ("m",), "Attendance", ("kind", "label", "who", "came_for"), _attendance
    ),
    "Meeting.actions": Leads("actions_of", ("m",), "Action", ("id",)),
    "Action.arisingFrom": Leads("meeting_of_action", ("x",), "Meeting"),
    "RecordedAbsence.subject": Leads("subject_of", ("a",), "Organization"),
    "RecordedAbsence.from": Leads("missed_by", ("a",), "Organization"),
    "Assessment.organization": Leads("body_at_hand", ("o",), "Organization"),
}
"""By the field."""


@dataclass(frozen=True, slots=True)
class Named:
    """A field whose thing is named by its id in columns, and so is looked up."""

    columns: tuple[str, ...]
    to: str
    """The type."""
    says: Callable[..., str | None]
    """Says the id of what stands in the columns."""


NAMED: Mapping[str, Named] = {
    "Attendance.person": Named(("label", "who"), "Person", lambda label, who: who if label == "Person" else None),
    "Attendance.organization": Named(
        ("label", "who", "came_for"),
        "Organization",
        lambda label, who, came_for: came_for if label == "Person" else who,
    ),
    "Attendance.deputisingFor": Named(("deputising_for",), "Person", lambda id_: id_),
    "Assessment.by": Named(("by",), "Organization", lambda id_: id_),
}
"""By the field."""
FINDING: Mapping[str, str] = {
    "Organization": "find_organizations",
    "Person": "find_people",
    "Post": "find_posts",
    "Meeting": "find_meetings",
    "Action": "find_actions",
    "Assessment": "find_assessments",
    "RecordedAbsence": "find_absences",
    "Line": "find_lines",
}
"""The file in `cypher/read/` that finds things of a type by their ids, by the name of the type."""
