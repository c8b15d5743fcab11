"""The page that asks again for days which cannot be read: each is told at its field, and all else is kept."""

from collections.abc import Mapping
from dataclasses import dataclass

from starlette.datastructures import QueryParams

from app.errors import UnreadableDay
from app.record.forms.asking import Field, Shape, Wrong
from app.web.shell.parameters import read_day
from app.web.shell.render import Page

_ASKED = {"on": "The day that is shown", "since": "From which day", "until": "Until which day"}
"""The days that an address may name."""
_HINT = "A year, month or day: 2008, January 2008 or 31 January 2008."


@dataclass(frozen=True, kw_only=True, slots=True)
class DaysPage(Page):
    """The days that were asked for, to be mended where they were typed."""

    template = "days_again.html"
    fields: tuple[Field, ...]
    given: Mapping[str, str]
    wrongs: tuple[Wrong, ...]
    wrong_at: Mapping[str, str]
    others: tuple[tuple[str, str], ...]
    """What else was asked, which the form takes along unseen."""


def days_again(query: QueryParams) -> DaysPage:
    """Ask again for the days of an address."""
    given = {name: query[name] for name in _ASKED if query.get(name, "").strip()}
    wrong_at = {name: said for name, text in given.items() if (said := _wrong_with(text))}
    return DaysPage(
        title="Error: which day?",
        fields=tuple(Field(name, _ASKED[name], _HINT, Shape.DATE, optional=False) for name in given),
        given=given,
        wrongs=tuple(Wrong(name, said) for name, said in wrong_at.items()),
        wrong_at=wrong_at,
        others=tuple((name, value) for name, value in query.multi_items() if name not in given and value),
    )


def _wrong_with(text: str) -> str:
    try:
        read_day(text)
    except UnreadableDay as error:
        return error.message
    return ""
