"""Which field is read how: the table that maps the types of GraphQL to columns, ways and queries.

A plain field whose record has it straight from the graph (`app/store/properties.py`) needs no entry: it is the column
of its name. What has an entry in none of these tables, no statement is made for; it is answered by
`app/api/loading/loaders.py`, field by field, and so is the whole selection that it stands in.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from app.api.compiling.run import NotCompiled, Run
from app.api.loading.identifiers import checked_identifiers
from app.api.loading.paging import PageAsked
from app.api.loading.themes import theme_of
from app.domain import records as r
from app.domain import vocabulary as words
from app.domain.bodies import has_ended
from app.domain.seating import body_and_role, body_and_say, place_of_seat
from app.store import rows
from app.store.columns import Row
from app.store.reader import HeldPost


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


@dataclass(frozen=True, slots=True)
class Nested:
    """A field that gives a page of a list which belongs to a thing: `of, total, page` by the ids of such things."""

    query: str
    """The file in `cypher/read/`."""
    to: str
    """The type of the things."""
    list: str
    """What its cursors are of."""
    key: tuple[str, str]
    """The columns of which its cursors are made."""


NESTED: Mapping[str, Nested] = {
    "Organization.meetings": Nested("list_meetings_of", "Meeting", "meetings", ("date", "id")),
    "Area.organizations": Nested("list_organizations_of_areas", "Organization", "organizations", ("name", "id")),
}
"""By the field."""


@dataclass(frozen=True, slots=True)
class Root:
    """A field of Query that one query file answers: a thing by its id, or a page of a list."""

    query: str
    """The file in `cypher/read/`."""
    to: str
    """The type of the things."""
    list: str = ""
    """What its cursors are of; empty for a thing by its id."""
    key: tuple[str, ...] = ()
    """The columns of which its cursors are made: one or two."""
    asked: Callable[[Mapping[str, Any]], dict[str, Any]] = dict
    """Makes the query's own parameters of the arguments of the field."""
    kind: Callable[[str], StrEnum] | None = None
    """Makes the kind of a thing of what its query gives of each in the list, where it counts; none where it cannot."""
    named: str = ""
    """The file that reads the same of those alone whose names have a text, by their ids."""


def _organizations(given: Mapping[str, Any]) -> dict[str, Any]:
    identifiers = checked_identifiers(given.get("identifiers"))
    return {
        "area": given.get("area") or "",
        "classifications": [words.Classification(word).value for word in given.get("classification") or ()],
        "sectors": [words.Sector(word).value for word in given.get("sector") or ()],
        "statuses": [words.LifecycleStatus(word).value for word in given.get("status") or ()],
        "identifiers": [written for each in identifiers for written in rows.identifiers_written(each)],
    }


def _nothing(_given: Mapping[str, Any]) -> dict[str, Any]:
    return {}


def _posts(given: Mapping[str, Any]) -> dict[str, Any]:
    _without(given, "state", "sector")
    return {"area": given.get("area") or "", "organization": given.get("organization") or ""}


def _meetings(given: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "area": given.get("area") or "",
        "organization": given.get("organization") or "",
        "since": given.get("since") or date.min,
        "until": given.get("until") or date.max,
    }


def _actions(given: Mapping[str, Any]) -> dict[str, Any]:
    statuses = [words.ActionStatus(word).value for word in given.get("status") or ()]
    return {"area": given.get("area") or "", "statuses": statuses}


def _absences(given: Mapping[str, Any]) -> dict[str, Any]:
    return {"area": given.get("area") or ""}


def _lines(given: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "area": given.get("area") or "",
        "types": relationships(given.get("types")),
        "ever": bool(given.get("ever")),
    }


def relationships(types: Iterable[str] | None) -> list[str]:
    """Return types of lines as the graph names them: all of them where none are said."""
    return [words.LineType(word).relationship for word in (words.LineType if types is None else types)]


def _without(given: Mapping[str, Any], *names: str) -> None:
    """Leave it to the loaders when one of some arguments is given."""
    if any(given.get(name) is not None for name in names):
        raise NotCompiled("an argument that is answered by more than the database")


ROOTS: Mapping[str, Root] = {
    "organization": Root("find_organizations", "Organization"),
    "person": Root("find_people", "Person"),
    "post": Root("find_posts", "Post"),
    "meeting": Root("find_meetings", "Meeting"),
    "organizations": Root(
        "list_organizations_page",
        "Organization",
        "organizations",
        ("name", "id"),
        _organizations,
        words.Classification,
        "list_organizations_named",
    ),
    "people": Root("list_people_page", "Person", "people", ("name", "id"), _nothing, named="list_people_named"),
    "posts": Root("list_posts_page", "Post", "posts", ("id",), _posts),
    "meetings": Root("list_meetings_page", "Meeting", "all meetings", ("date", "id"), _meetings),
    "actions": Root("list_actions_page", "Action", "actions", ("id",), _actions, words.ActionStatus),
    "absences": Root("list_absences_page", "RecordedAbsence", "absences", ("id",), _absences),
    "lines": Root("list_lines_page", "Line", "lines", ("id",), _lines, lambda type_: words.LineType(type_.lower())),
}
"""By the field."""


def page_parameters(key: Sequence[str], wanted: PageAsked) -> dict[str, Any]:
    """Return the parameters that say after which entry of its list a page begins, and how much is read of it."""
    *first, _ = key
    after = {f"after{name.capitalize()}": value for name, value in zip(first, wanted.after, strict=False)}
    return {**after, "afterId": wanted.after[len(first)], "limit": wanted.first + 1}
