"""Pages of every connection of the schema, at their edges: a full last page, one less, one more, none, and beyond."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from graphql import GraphQLObjectType, build_schema, get_named_type
from starlette.testclient import TestClient

from app.main import create_app
from app.settings import Settings

NUMBER = 4
"""How many entries each list of the place has."""
WHOLE = range(1, NUMBER + 1)
PLACE = f"""
place: edges
organizations:
{
    "".join(
        f'''  - {{id: b{n}, name: Body {n}, classification: forum, kind: collaboration, founded: 200{n}, cites: 's1, p. 1'}}
'''
        for n in WHOLE
    )
}
people:
{
    "".join(
        f'''  - {{id: p{n}, name: Person {n}, cites: 's1, p. 1'}}
'''
        for n in WHOLE
    )
}
meetings:
{
    "".join(
        f'''  - {{id: m{n}, organization: b1, date: 2010-01-0{n}, cites: 's1, p. 1'}}
'''
        for n in WHOLE
    )
}
"""
SOURCES = "sources:\n" + "".join(f"  - {{id: s{n}, title: Source {n}, published: 2010-01}}\n" for n in WHOLE)

LISTS = {
    "Query.organizations": ("", "organizations(%s)", ""),
    "Query.people": ("", "people(%s)", ""),
    "Query.sources": ("", "sources(%s)", ""),
    # Each body is a forum that feeds nothing; of one kind, so that there are as many gaps as bodies.
    "Query.gaps": ("", 'gaps(area: "edges", kinds: [FEEDS_NOTHING], %s)', ""),
    "Query.changes": ("", 'changes(area: "edges", since: "1990-01-01", until: "2009-01-01", %s)', ""),
    "Area.organizations": ('area(id: "edges") { ', "organizations(%s)", " }"),
    "Organization.meetings": ('organization(id: "edges/b1") { ', "meetings(%s)", " }"),
}
"""How each connection is asked for, so that it has NUMBER entries."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """Return the application over the place."""
    folder: Path = tmp_path_factory.mktemp("seeds")
    (folder / "edges.yaml").write_text(PLACE)
    (folder / "areas.yaml").write_text("areas: [{id: edges, name: Edges}]\n")
    (folder / "sources.yaml").write_text(SOURCES)
    settings = Settings(data_dir=tmp_path_factory.mktemp("data"), seeds_dir=folder, neo4j_uri="", read_deadline=15)
    with TestClient(create_app(settings)) as client:
        yield client


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
    assert found == set(LISTS)


@pytest.mark.parametrize("name", LISTS)
def test_a_page_says_whether_more_follows_and_whether_some_came_before(site: TestClient, name: str) -> None:
    cursors = [edge["cursor"] for edge in page(site, name, 100)["edges"]]
    assert len(set(cursors)) == NUMBER
    wrong = {}
    for passed in range(NUMBER + 1):
        after = cursors[passed - 1] if passed else None
        for first in range(NUMBER + 2):
            here, wanted = page(site, name, first, after), cursors[passed : passed + first]
            info = {
                "hasNextPage": passed + first < NUMBER,
                "hasPreviousPage": passed > 0,
                "startCursor": wanted[0] if wanted else None,
                "endCursor": wanted[-1] if wanted else None,
            }
            said = [edge["cursor"] for edge in here["edges"]], here["pageInfo"], here["totalCount"]
            if said != (wanted, info, NUMBER):
                wrong[passed, first] = said
    assert wrong == {}
