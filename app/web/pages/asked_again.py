"""The page that asks again for what an address says wrongly: each is told at its field, and all else is kept."""

from collections.abc import Mapping
from dataclasses import dataclass

from starlette.datastructures import QueryParams

from app.errors import Misfilled, PartnershipsError, UnreadableDay
from app.record.forms.asking import Field, Shape, Wrong
from app.web.shell.parameters import read_day
from app.web.shell.render import Page

_DAYS = {"on": "The day that is shown", "since": "From which day", "until": "Until which day"}
"""The days that an address may name."""
_TEXTS = {"about": "Around which body", "find": "Find"}
"""What else people type into the form of a picture."""
_HINT = "A year, month or day: 2008, January 2008 or 31 January 2008."


@dataclass(frozen=True, kw_only=True, slots=True)
class AgainPage(Page):
    """What was typed, to be mended where it was."""

    template = "asked_again.html"
    heading: str
    fields: tuple[Field, ...]
    given: Mapping[str, str]
    wrongs: tuple[Wrong, ...]
    wrong_at: Mapping[str, str]
    others: tuple[tuple[str, str], ...]
    """What else was asked, which the form takes along unseen."""


def wrong_fields(query: QueryParams, error: PartnershipsError) -> dict[str, str]:
    """Return what is wrong with which field of an address, by an error about it; nothing where it is of none."""
    if isinstance(error, UnreadableDay):
        return {name: said for name in _DAYS if (said := _unreadable(query.get(name, "")))}
    if isinstance(error, Misfilled) and query.get(error.field, "").strip():
        return {error.field: error.message}
    return {}


def asked_again(query: QueryParams, wrong_at: Mapping[str, str]) -> AgainPage | None:
    """Ask again for the fields of an address that are wrong, and for the days beside them; None where none is asked."""
    asked = _DAYS | {name: label for name, label in _TEXTS.items() if name in wrong_at}
    given = {name: query[name] for name in asked if query.get(name, "").strip()}
    if not wrong_at or not wrong_at.keys() <= given.keys():
        return None
    heading = "Which day?" if wrong_at.keys() <= _DAYS.keys() else f"{asked[next(iter(wrong_at))]}?"
    return AgainPage(
        title=f"Error: {heading[0].lower()}{heading[1:]}",
        heading=heading,
        fields=tuple(_field(name, asked[name]) for name in given),
        given=given,
        wrongs=tuple(Wrong(name, said) for name, said in wrong_at.items()),
        wrong_at=wrong_at,
        others=tuple((name, value) for name, value in query.multi_items() if name not in given and value),
    )


def _field(name: str, label: str) -> Field:
    if name in _DAYS:
        return Field(name, label, _HINT, Shape.DATE, optional=False)
    return Field(name, label, optional=True)


def _unreadable(text: str) -> str:
    try:
        read_day(text)
    except UnreadableDay as error:
        return error.message
    return ""
