"""Rows of the database, lists in the order of a query's heading, become records."""

from collections.abc import Iterable, Sequence
from typing import Any

import orjson

from app.domain import records as r
from app.domain import vocabulary as words
from app.domain.counting import SortOfBody

Row = Sequence[Any]

POST_COLUMNS = 18
"""How many columns of a row say a post; queries put what they ask by in front."""


def citations(cites: str | None) -> tuple[r.Citation, ...]:
    """Take a fact's sources apart: a line each, the source's id and, after a space, where in it."""
    return tuple(r.Citation(*cite.split(" ", 1)) for cite in cites.split("\n")) if cites else ()


def cited_sources(cites: str | None) -> tuple[str, ...]:
    """Return only the ids of a fact's sources."""
    return tuple(cite.source_id for cite in citations(cites))


def organization(row: Row) -> r.Organization:
    """Read a row of find_organizations."""
    return r.Organization(
        id=row[0],
        name=row[1],
        alternate_names=tuple(row[2] or ()),
        former_names=tuple(r.FormerName(n, u or None) for n, u in zip(row[3] or (), row[4] or (), strict=True)),
        classification=words.Classification(row[5]),
        classification_note=row[6],
        kind=words.OrganizationKind(row[7]),
        sector=words.Sector(row[8]) if row[8] else None,
        status=words.LifecycleStatus(row[9]),
        purpose=row[10],
        theme=r.Theme(row[11], row[12], row[13]) if row[11] else None,
        count=row[14],
        period=r.Period(row[15], row[16]),
        capacity=r.Capacity(*row[17:25]) if any(row[17:25]) else None,
        statutory_requirement=row[25],
        identifiers=tuple(r.Identifier(**i) for i in _json(row[26])),
        contact_details=_contacts(row[27]),
        certainty=words.Certainty(row[28]),
        note=row[29],
        citations=citations(row[30]),
        area_ids=tuple(row[31]),
        report_back_days=row[32],
    )


def post(row: Row) -> r.Post:
    """Read a row of find_posts."""
    return r.Post(
        id=row[0],
        label=row[1],
        role=words.Role(row[2]),
        basis=words.Basis(row[3]),
        voting=words.YesNoNotRecorded(row[4]),
        taken_up=words.YesNoNotRecorded(row[5]),
        number=row[6],
        organization_id=row[7],
        status=words.FactStatus.PROPOSED if row[8] else words.FactStatus.ACTUAL,
        certainty=words.Certainty(row[9]),
        note=row[10],
        term_years=row[11],
        vacant_since=row[12],
        report_back=row[13],
        contact_details=_contacts(row[14]),
        period=r.Period(row[15], row[16]),
        citations=citations(row[17]),
    )


def tenure(row: Row) -> r.Tenure:
    """Read a row of list_tenures, without its first column."""
    return r.Tenure(
        post_id=row[0],
        holder_id=row[1],
        holder_name=row[2],
        holder_is_person=row[3],
        capacity=words.TenureCapacity(row[4]),
        certainty=words.Certainty(row[5]),
        note=row[6],
        period=r.Period(row[7], row[8]),
        citations=citations(row[9]),
        affiliations=tuple(sorted(row[10])),
    )


def line(row: Row) -> r.Line:
    """Read a row of list_lines, without its first column."""
    return r.Line(
        id=row[0],
        type=words.LineType(row[1].lower()),
        from_id=row[2],
        to_id=row[3],
        status=words.FactStatus.PROPOSED if row[4] else words.FactStatus.ACTUAL,
        certainty=words.Certainty(row[5]),
        note=row[6],
        amount=row[7],
        amount_per=row[8],
        period=r.Period(row[9], row[10]),
        citations=citations(row[11]),
    )


def person(row: Row) -> r.Person:
    """Read a row of find_people."""
    return r.Person(row[0], row[1], tuple(row[2] or ()), row[3], citations(row[4]))


def affiliation(row: Row) -> r.Affiliation:
    """Read a row of list_affiliations, without its first column."""
    period = r.Period(row[4], row[5])
    return r.Affiliation(row[0], row[1], words.Certainty(row[2]), row[3], period, citations(row[6]))


def meeting(row: Row) -> r.Meeting:
    """Read a row of find_meetings."""
    return r.Meeting(row[0], row[1], row[2], row[3], row[4], row[5], citations(row[6]))


def attendance(row: Row) -> r.Attendance:
    """Read a row of list_attendance, without its first column."""
    is_person = row[1] == "Person"
    return r.Attendance(
        kind=words.AttendanceKind(row[0]),
        person_id=row[2] if is_person else None,
        organization_id=row[3] if is_person else row[2],
        deputising_for_id=row[4],
        note=row[5],
    )


def action(row: Row) -> r.Action:
    """Read a row of find_actions."""
    return r.Action(
        id=row[0],
        text=row[1],
        status=words.ActionStatus(row[2]),
        due=row[3],
        owner_note=row[4],
        note=row[5],
        meeting_id=row[6],
        # The database gives them in no order: people first.
        owner_ids=tuple(
            sorted(((label, id_) for label, id_ in row[7]), key=lambda owner: (owner[0] != "Person", owner[1]))
        ),
        citations=citations(row[8]),
    )


def assessment(row: Row) -> r.Assessment:
    """Read a row of list_assessments."""
    return r.Assessment(
        id=row[0],
        organization_id=row[1],
        dimension=words.Dimension(row[2]),
        rating=words.Rating(row[3]),
        summary=row[4],
        by_id=row[5],
        on=row[6],
        citations=citations(row[7]),
    )


def absence(row: Row) -> r.RecordedAbsence:
    """Read a row of find_absences."""
    return r.RecordedAbsence(row[0], row[1], row[2], row[3], citations(row[4]))


def area(row: Row) -> r.Area:
    """Read a row of list_areas."""
    return r.Area(*row[:5])


def sorts(found: Iterable[Row]) -> tuple[SortOfBody, ...]:
    """Read the sorts of body of a row of list_areas; an area without any has one of which there is none."""
    return tuple(
        SortOfBody(
            words.Classification(row[0]),
            words.OrganizationKind(row[1]),
            words.LifecycleStatus(row[2]),
            r.Period(row[3], row[4]),
            row[5],
            row[6],
        )
        for row in found
        if row[6]
    )


def source(row: Row) -> r.Source:
    """Read a row of list_sources."""
    return r.Source(row[0], row[1], row[2], tuple(row[3] or ()), row[4], row[5], row[6])


def _contacts(text: str | None) -> tuple[r.ContactDetail, ...]:
    return tuple(r.ContactDetail(**detail) for detail in _json(text))


def _json(text: str | None) -> list[dict[str, Any]]:
    return orjson.loads(text) if text else []
