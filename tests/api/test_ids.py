"""Ids that are empty, or that nobody has: at every argument of every field, each has an answer that helps."""

from collections.abc import Iterator
from typing import Any, NamedTuple

import pytest
from graphql import (
    GraphQLArgument,
    GraphQLObjectType,
    get_named_type,
    is_composite_type,
    is_list_type,
    is_non_null_type,
)
from starlette.testclient import TestClient

from app.api.schema.root import SCHEMA

from .conftest import Post

ANYTHING = {
    "ID": '"bromley/council-on-ageing"',
    "String": '"council"',
    "Int": "3",
    "Date": '"2009-01-01"',
    "DateTime": '"2009-01-01T00:00:00Z"',
    "Boolean": "true",
}
ANYTHING |= {"EntryKind": "POST", "ChangeEntriesInput": '{place: "bromley", entries: []}'}
KNOWN = {"area": '"bromley"', "left": '"bromley"', "right": '"gloucester"', "question": '"boards-without"'}
PARENTS = {
    "Query": "%s",
    "Mutation": "mutation %s",
    "Organization": '{ organization(id: "bromley/council-on-ageing") %s }',
    "Area": '{ area(id: "bromley") %s }',
    "Source": "{ sources(first: 1) { edges { node %s } } }",
    "Fragility": '{ fragility(area: "bromley") %s }',
}
HELPFUL = {"BAD_USER_INPUT", "NOT_FOUND"}
BY_TOKEN = {"entry", "changeSet", "changeSets", "undoChange", "changeEntries", "duplicates", "tellApart"}
"""Fields that tell nobody anything without a token."""


class Place(NamedTuple):
    """An argument that takes an id or a text."""

    parent: str
    field: str
    name: str
    narrows: bool
    """Whether it is an id that may be left out."""

    def query(self, value: str) -> str:
        field = _fields(self.parent)[self.field]
        said = {name: _usual(name, each) for name, each in field.args.items() if is_non_null_type(each.type)}
        type_ = field.args[self.name].type
        inner = type_.of_type if is_non_null_type(type_) else type_
        said[self.name] = f'["{value}"]' if is_list_type(inner) else f'"{value}"'
        below = " { __typename }" if is_composite_type(get_named_type(field.type)) else ""
        arguments = ", ".join(f"{name}: {each}" for name, each in said.items())
        return PARENTS[self.parent] % f"{{ {self.field}({arguments}){below} }}"


def _fields(parent: str) -> Any:
    type_ = SCHEMA._schema.type_map[parent]
    assert isinstance(type_, GraphQLObjectType)
    return type_.fields


def _usual(name: str, argument: GraphQLArgument) -> str:
    return KNOWN.get(name) or ANYTHING[get_named_type(argument.type).name]


def _places() -> Iterator[Place]:
    for type_ in SCHEMA._schema.type_map.values():
        if isinstance(type_, GraphQLObjectType) and not type_.name.startswith("__"):
            for name, field in type_.fields.items():
                for argument, each in field.args.items():
                    sort = get_named_type(each.type).name
                    if sort in {"ID", "String"}:
                        yield Place(type_.name, name, argument, sort == "ID" and not is_non_null_type(each.type))


PLACES = list(_places())


def test_there_are_such_arguments() -> None:
    assert {place.parent for place in PLACES} <= set(PARENTS)
    assert sum(place.narrows for place in PLACES) > 8


@pytest.mark.parametrize("value", ["", "nobody/nowhere", "%", "é" * 300])
@pytest.mark.parametrize("place", PLACES, ids=lambda place: f"{place.parent}.{place.field}.{place.name}")
def test_whatever_is_given_is_answered_or_explained(post: Post, place: Place, value: str) -> None:
    answer = post(place.query(value))
    codes = {error["extensions"]["code"] for error in answer.get("errors", ())}
    if place.field in BY_TOKEN:
        assert codes == {"BAD_USER_INPUT" if place.narrows and not value else "UNAUTHENTICATED"}
        return
    assert codes <= HELPFUL, answer
    assert "data" in answer, answer
    if place.narrows and not value:
        assert codes == {"BAD_USER_INPUT"}
        assert f"{place.name} is empty" in answer["errors"][0]["message"]


@pytest.mark.parametrize(
    "address",
    ["/gaps", "/fragility", "/report-back", "/changes", "/capacity", "/relationships", "/ask", "/balance", "/gaps.csv"],
)
@pytest.mark.parametrize(("area", "statuses"), [("", {200}), ("nowhere", {200, 404}), ("%25", {200, 404})])
def test_pages_take_an_empty_area_for_none(client: TestClient, address: str, area: str, statuses: set[int]) -> None:
    assert client.get(f"{address}?area={area}").status_code in statuses


@pytest.mark.parametrize(
    "address", ["/feeds/%20.atom", "/feeds/nowhere.atom", "/calendars/%20.ics", "/calendars/nowhere.ics"]
)
def test_feeds_of_no_place_are_not_found(client: TestClient, address: str) -> None:
    assert client.get(address).status_code == 404
