"""Rows of the database, read by the columns that a query's heading declares, become records."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import orjson

from app.domain import records as r
from app.domain import vocabulary as words
from app.domain.counting import SortOfBody
from app.store.columns import Row
from app.store.properties import Properties

__all__ = ["Row"]

_ORGANIZATION, _CAPACITY = Properties(r.Organization), Properties(r.Capacity)
_POST, _LINE = Properties(r.Post), Properties(r.Line)
_PERSON, _MEETING = Properties(r.Person), Properties(r.Meeting)


def citations(cites: str | None) -> tuple[r.Citation, ...]:
    """Take a fact's sources apart: a line each, the source's id and, after a space, where in it."""
    return tuple(r.Citation(*cite.split(" ", 1)) for cite in cites.split("\n")) if cites else ()


def cited_sources(cites: str | None) -> tuple[str, ...]:
    """Return only the ids of a fact's sources."""
    return tuple(cite.source_id for cite in citations(cites))


def organization(row: Row) -> r.Organization:
    """Read columns_of_an_organization."""
    capacity = _CAPACITY.of(row)
    return r.Organization(
        **_ORGANIZATION.of(row),
        former_names=_former_names(row),
        theme=_theme(row.theme, row.theme_name, row.theme_order, row.theme_like, row.theme_fixed)
        if row.theme
        else None,
        period=_period(row),
        capacity=r.Capacity(**capacity) if any(capacity.values()) else None,
        identifiers=tuple(r.Identifier(**each) for each in _json(row.identifiers)),
        contact_details=_contacts(row.contact_details),
        composition=tuple(map(_rule, _json(row.composition))),
        citations=citations(row.cites),
        # The database gives them in no order: first the place whose file the body stands in.
        area_ids=tuple(sorted(row.areas, key=lambda area: (not row.id.startswith(f"{area}/"), area))),
        last_day=day(row.holds_until),
    )


def theme(row: Row) -> r.Theme:
    """Read list_themes."""
    return _theme(row.id, row.name, row.order, row.like, row.fixed)


def _theme(id_: str, name: str, order: int, like: list[str] | None, fixed: bool | None) -> r.Theme:
    return r.Theme(id_, name, order, tuple(like or ()), bool(fixed))


def post(row: Row) -> r.Post:
    """Read columns_of_a_post."""
    return r.Post(
        **_POST.of(row),
        organization_id=row.organization_id,
        status=fact_status(row.proposed),
        contact_details=_contacts(row.contact_details),
        period=_period(row),
        citations=citations(row.cites),
    )


def tenure(row: Row) -> r.Tenure:
    """Read columns_of_a_tenure."""
    return r.Tenure(
        post_id=row.post_id,
        holder_id=row.holder_id,
        holder_name=row.name,
        holder_is_person=row.is_person,
        capacity=words.TenureCapacity(row.capacity),
        certainty=words.Certainty(row.certainty),
        note=row.note,
        period=_period(row),
        citations=citations(row.cites),
        affiliations=tuple(sorted(row.affiliations)),
        honorific_prefix=row.honorific_prefix,
        honorific_suffix=row.honorific_suffix,
        term_ends=row.term_ends,
        vacated=row.vacated,
    )


def appointer(row: Row) -> r.Appointer:
    """Read a row of list_appointed_by."""
    return r.Appointer(row.organization_id, words.Say(row.say) if row.say else None)


def line(row: Row) -> r.Line:
    """Read columns_of_a_line."""
    return r.Line(
        **_LINE.of(row),
        type=line_type(row.type),
        from_id=row.from_id,
        to_id=row.to_id,
        status=fact_status(row.proposed),
        period=_period(row),
        citations=citations(row.cites),
    )


def person(row: Row) -> r.Person:
    """Read columns_of_a_person."""
    return r.Person(**_PERSON.of(row), citations=citations(row.cites), former_names=_former_names(row))


def _former_names(row: Row) -> tuple[r.FormerName, ...]:
    if not row.former_names:
        return ()
    former = zip(row.former_names, row.former_names_until or (), strict=True)
    return tuple(r.FormerName(name, until or None) for name, until in former)


def affiliation(row: Row) -> r.Affiliation:
    """Read a row of list_affiliations, or columns_of_an_employment."""
    return r.Affiliation(
        organization_id=row.organization_id,
        role=row.role,
        certainty=words.Certainty(row.certainty),
        note=row.note,
        period=_period(row),
        citations=citations(row.cites),
    )


def meeting(row: Row) -> r.Meeting:
    """Read columns_of_a_meeting."""
    return r.Meeting(**_MEETING.of(row), organization_id=row.organization_id, citations=citations(row.cites))


def attendance(row: Row) -> r.Attendance:
    """Read a row of list_attendance."""
    is_person = row.label == "Person"
    return r.Attendance(
        kind=words.AttendanceKind(row.kind),
        person_id=row.who if is_person else None,
        organization_id=row.came_for if is_person else row.who,
        deputising_for_id=row.deputising_for,
        note=row.note,
    )


def action(row: Row) -> r.Action:
    """Read columns_of_an_action."""
    return r.Action(
        id=row.id,
        text=row.text,
        status=words.ActionStatus(row.status),
        due=row.due,
        owner_note=row.owner_note,
        note=row.note,
        meeting_id=row.meeting_id,
        # The database gives them in no order: people first.
        owner_ids=tuple(
            sorted(
                ((owner.label, owner.id) for owner in row.owners), key=lambda owner: (owner[0] != "Person", owner[1])
            )
        ),
        citations=citations(row.cites),
    )


def assessment(row: Row) -> r.Assessment:
    """Read columns_of_an_assessment."""
    return r.Assessment(
        id=row.id,
        organization_id=row.organization_id,
        dimension=words.Dimension(row.dimension),
        rating=words.Rating(row.rating),
        summary=row.summary,
        by_id=row.by,
        on=row.on,
        citations=citations(row.cites),
        flag_count=row.flag_count,
    )


def absence(row: Row) -> r.RecordedAbsence:
    """Read columns_of_an_absence."""
    return r.RecordedAbsence(row.id, row.subject_id, row.from_id, row.note, citations(row.cites))


def area(row: Row) -> r.Area:
    """Read a row of list_areas."""
    return r.Area(row.id, row.name, row.gss, row.classification, row.part_of_id, row.report_back_days)


def sorts(found: Iterable[Row]) -> tuple[SortOfBody, ...]:
    """Read the sorts of body of a row of list_areas; an area without any has one of which there is none."""
    return tuple(
        SortOfBody(
            words.Classification(row.classification),
            words.OrganizationKind(row.kind),
            words.LifecycleStatus(row.status),
            _period(row),
            row.count,
            row.bodies,
            day(row.holds_until),
        )
        for row in found
        if row.bodies
    )


def source(row: Row) -> r.Source:
    """Read a row of list_sources."""
    kind = words.SourceKind(row.kind) if row.kind else None
    return r.Source(
        row.id, row.title, row.publisher, tuple(row.creators or ()), row.published, row.url, row.note, row.read, kind
    )


def identifiers_written(given: str) -> list[str]:
    """Write `GB-CHC-1069538` as it may stand among a body's identifiers: each hyphen may end the register's code."""
    hyphens = [at for at, sign in enumerate(given) if sign == "-"]
    return [orjson.dumps({"scheme": given[:at], "value": given[at + 1 :]}).decode() for at in hyphens]


def _period(row: Row) -> r.Period:
    return r.Period(row.since, row.until)


def day(value: Any) -> date | None:
    """Read a day as the driver has it."""
    return value and date(value.year, value.month, value.day)


def fact_status(proposed: bool | None) -> words.FactStatus:
    """Say whether a fact is only proposed."""
    return words.FactStatus.PROPOSED if proposed else words.FactStatus.ACTUAL


def line_type(relationship: str) -> words.LineType:
    """Read what the graph calls a line."""
    return words.LineType(relationship.lower())


def _contacts(text: str | None) -> tuple[r.ContactDetail, ...]:
    """Read public ways to reach somebody, and what `app.store.cleared` has a query give beside them.

    On lines below stand the accesses that the reader may see, and the ways that are not public, each with its own.
    """
    public, *beside = (text or "").split("\n")
    found = _json(public)
    if beside:
        accesses, closed = beside
        found = [*found, *(detail for detail in _json(closed) if detail["access"] in accesses.split())]
    return tuple(r.ContactDetail(detail["type"], detail["value"], detail["label"]) for detail in found)


def _rule(said: dict[str, Any]) -> r.CompositionRule:
    return r.CompositionRule(
        tuple(map(words.Sector, said["sectors"])),
        tuple(said["organization_ids"]),
        said["min"],
        said["max"],
        said["max_share"],
        said["note"],
        tuple(r.Citation(*cite) for cite in said["cites"]),
    )


def _json(text: str | None) -> list[dict[str, Any]]:
    return orjson.loads(text) if text else []
