"""The API's dates: whole days for questions, and days, months or years as sources give them."""

import re
from datetime import UTC, date, datetime
from typing import NewType

import strawberry
from strawberry.types.scalar import ScalarDefinition

from app.domain.dates import bounds

PartialDate = NewType("PartialDate", str)
Json = NewType("Json", object)

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}(?:[Tt]\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:[Zz]|[+-]\d{2}:\d{2}))?")


def _day(value: object) -> date:
    if isinstance(value, str) and _DAY.fullmatch(value):
        return bounds(value)[0]
    raise ValueError("Expected a day such as 2007-09-14.")


def _moment(value: object) -> datetime:
    if isinstance(value, str) and _MOMENT.fullmatch(value):
        try:
            found = datetime.fromisoformat(value.upper())
            return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)
        except (ValueError, OverflowError):
            pass
    raise ValueError("Expected a moment such as 2026-11-30T14:05:00Z, or a day such as 2026-11-30.")


def said_moment(moment: datetime) -> str:
    """Write a moment as RFC 3339 has it, to the millisecond."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _partial(value: object) -> PartialDate:
    if not isinstance(value, str):
        raise ValueError("Expected a date such as 2007, 2007-09 or 2007-09-14.")
    bounds(value)
    return PartialDate(value)


SCALARS: dict[object, ScalarDefinition] = {
    date: strawberry.scalar(
        name="Date",
        specified_by_url="https://scalars.graphql.org/andimarek/local-date.html",
        description="A day, as ISO 8601 writes it: `2007-09-14`.",
        serialize=date.isoformat,
        parse_value=_day,
    ),
    datetime: strawberry.scalar(
        name="DateTime",
        specified_by_url="https://scalars.graphql.org/andimarek/date-time.html",
        description="A moment (RFC 3339), such as `2026-11-30T14:05:00.250Z`; a day stands for its beginning in UTC.",
        serialize=said_moment,
        parse_value=_moment,
    ),
    PartialDate: strawberry.scalar(
        name="PartialDate",
        specified_by_url="https://www.loc.gov/standards/datetime/",
        description="A date as precise as its source gives it: `2007`, `2007-09` or `2007-09-14`.",
        serialize=str,
        parse_value=_partial,
    ),
    Json: strawberry.scalar(
        name="JSON",
        specified_by_url="https://www.rfc-editor.org/rfc/rfc8259",
        description="Any JSON value: an entry is an object, with the fields that an item of a place's file has.",
        serialize=lambda value: value,
        parse_value=lambda value: value,
    ),
}
