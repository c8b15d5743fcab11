"""Pages of every connection of the schema, at their edges: a full last page, one less, one more, none, and beyond."""

from typing import Any

import pytest
from graphql import GraphQLObjectType, build_schema, get_named_type
from starlette.testclient import TestClient

LISTS = {
    "Query.organizations": ("", "organizations(%s)", ""),
    "Query.people": ("", "people(%s)", ""),
    "Query.sources": ("", "sources(%s)", ""),
    "Query.gaps": ("", 'gaps(area: "edges", %s)', ""),
    "Query.changes": ("", 'changes(area: "edges", since: "1990-01-01", until: "2020-01-01", %s)', ""),
    "Query.posts": ("", 'posts(area: "edges", %s)', ""),
    "Query.meetings": ("", 'meetings(area: "edges", %s)', ""),
    "Query.lines": ("", 'lines(area: "edges", %s)', ""),
    "Query.actions": ("", 'actions(area: "edges", %s)', ""),
    "Query.absences": ("", 'absences(area: "edges", %s)', ""),
    "Source.citedBy": ('node(id: "minutes") { ... on Source { ', "citedBy(%s)", " } }"),
    "Area.organizations": ('area(id: "edges") { ', "organizations(%s)", " }"),
    "Organization.meetings": ('organization(id: "edges/board") { ', "meetings(%s)", " }"),
}
"""How each connection is asked for."""
BY_TOKEN = {"Query.changeSets", "Query.duplicates"}
"""Those that only a program with a token is answered: tests/api/test_change_sets.py and test_duplicates.py."""


OF_CHANGES = {"Query.removals"}
"""Those that say nothing of a place that was loaded once: tests/api/test_updating.py."""


def page(site: TestClient, name: str, first: int, after: str | None = None) -> Any:
    """Return a page of a list."""
    before, field, behind = LISTS[name]
    arguments = f"first: {first}" + (f', after: "{after}"' if after else "")
    asked = "{ totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor node { __typename } } }"
    query = f"{{ {before}{field % arguments} {asked}{behind} }}"
    answer = site.post("/graphql", json={"query": query}).json()
    assert "errors" not in answer, (name, answer)
    (found,) = answer["data"].values()
    return found if "pageInfo" in found else next(iter(found.values()))


def test_every_connection_of_the_schema_is_in_the_table(site: TestClient) -> None:
    schema = build_schema(site.get("/schema.graphql").text)
    found = {
        f"{type_.name}.{name}"
        for type_ in schema.type_map.values()
        if isinstance(type_, GraphQLObjectType)
        for name, field in type_.fields.items()
        if get_named_type(field.type).name.endswith("Connection")
    }
    assert found == set(LISTS) | BY_TOKEN | OF_CHANGES


@pytest.mark.parametrize("name", LISTS)
def test_a_page_says_whether_more_follows_and_whether_some_came_before(site: TestClient, name: str) -> None:
    cursors = [edge["cursor"] for edge in page(site, name, 100)["edges"]]
    number = len(cursors)
    assert len(set(cursors)) == number >= 2
    wrong = {}
    for passed in {0, 1, number - 1, number}:
        after = cursors[passed - 1] if passed else None
        left = number - passed
        for first in {0, 1, max(left - 1, 0), left, left + 1}:
            here, wanted = page(site, name, first, after), cursors[passed : passed + first]
            info = {
                "hasNextPage": first < left,
                "hasPreviousPage": passed > 0,
                "startCursor": wanted[0] if wanted else None,
                "endCursor": wanted[-1] if wanted else None,
            }
            said = [edge["cursor"] for edge in here["edges"]], here["pageInfo"], here["totalCount"]
            if said != (wanted, info, number):
                wrong[passed, first] = said
    assert wrong == {}
