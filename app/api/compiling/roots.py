"""Which field begins a list or a thing with which query: the fields of Query, and pages of lists within lists."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from app.api.compiling.run import NotCompiled
from app.api.loading.identifiers import checked_identifiers
from app.api.loading.paging import PageAsked
from app.domain import vocabulary as words
from app.store import rows


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
