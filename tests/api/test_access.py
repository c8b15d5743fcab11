"""What is not public leaves by no field, no id, no search, no count and no answer."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from graphql import (
    GraphQLField,
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLUnionType,
    execute,
    get_named_type,
    is_composite_type,
    is_required_argument,
    parse,
)
from starlette.testclient import TestClient

from app.api.loading.context import Context
from app.api.schema.root import SCHEMA
from app.reading.explorer import Explorer
from app.record.loading import check_files
from tests.sites import Sites

Json = dict[str, Any]
Ask = Callable[[str], Json]

PLACE = Path(__file__).with_name("hushed.yaml")
SOURCES = """
sources:
  - {id: open-report, title: Open report, published: 2020}
  - {id: hush-report, title: Hush report, published: 2031, access: members}
"""
AREAS = "areas:\n  - {id: testing, name: Testing}\n"
OPEN = {"board", "forum", "top", "service"}
DEPTH = 5
"""Levels of types that the crawl goes down from every starting point."""


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory, sites: Sites) -> Iterator[TestClient]:
    """Serve the small place, and nothing else, from an engine of its own."""
    folder = tmp_path_factory.mktemp("hushed")
    seeds = folder / "seeds"
    seeds.mkdir()
    (seeds / "testing.yaml").write_text(PLACE.read_text("utf-8"), "utf-8")
    (seeds / "sources.yaml").write_text(SOURCES, "utf-8")
    (seeds / "areas.yaml").write_text(AREAS, "utf-8")
    with sites.over(seeds) as (client, _):
        yield client


@pytest.fixture(scope="module")
def ask(place: TestClient) -> Ask:
    """Return a way to ask beyond the limits of one request, so that the crawl can look everywhere."""
    explorer: Explorer = place.app_state["explorer"]

    async def run(query: str) -> Json:
        result: Any = execute(SCHEMA._schema, parse(query), context_value=Context(explorer))
        result = result if hasattr(result, "data") else await result
        assert not result.errors, (query[:200], result.errors)
        data: Json = result.data
        return data

    def ask(query: str) -> Json:
        assert place.portal
        return place.portal.call(run, query)

    return ask


def everything(type_: Any, depth: int) -> str:
    """Write the selection of all fields of a type, and of theirs, as deep as asked for."""
    if isinstance(type_, GraphQLUnionType | GraphQLInterfaceType):
        possible = SCHEMA._schema.get_possible_types(type_)
        return "{ __typename " + " ".join(f"... on {each.name} {everything(each, depth)}" for each in possible) + " }"
    assert isinstance(type_, GraphQLObjectType)
    parts = [part for name, field in type_.fields.items() if (part := _field(type_.name, name, field, depth))]
    return "{ __typename " + " ".join(parts) + " }"


def _field(owner: str, name: str, field: GraphQLField, depth: int) -> str:
    inner = get_named_type(field.type)
    alias = f"{owner}_{name}"
    if any(is_required_argument(argument) for argument in field.args.values()):
        return ""
    arguments = "(includeProposed: true)" if "includeProposed" in field.args else ""
    if not is_composite_type(inner):
        return f"{alias}: {name}{arguments}"
    # What only wraps other things takes no level.
    below = depth if inner.name.endswith(("Connection", "Edge")) else depth - 1
    return f"{alias}: {name}{arguments} {everything(inner, below)}" if below >= 0 else ""


STARTS = {
    "organizations": "organizations(first: 100)",
    "people": "people(first: 100)",
    "sources": "sources(first: 100)",
    "areas": "areas",
    "assessments": "assessments",
    "structure": 'structure(area: "testing")',
    "around": 'structure(root: "testing/board", steps: 6)',
    "board": 'representation(of: "testing/board", maxSteps: 6)',
    "forum": 'representation(of: "testing/forum", maxSteps: 6)',
    "service": 'representation(of: "testing/service", maxSteps: 6)',
    "ann": 'representation(of: "testing/ann")',
    "meeting": 'meeting(id: "testing/open-meeting")',
    "post": 'post(id: "testing/seat")',
    "search": 'search(text: "testing", first: 100)',
    "hush": 'search(text: "hush", first: 100)',
    "action": 'node(id: "testing/open-action")',
}


@pytest.mark.parametrize("start", STARTS)
def test_no_way_leads_to_what_is_not_public(ask: Ask, start: str) -> None:
    query = STARTS[start]
    root = SCHEMA._schema.query_type
    assert root
    inner = get_named_type(root.fields[query.split("(")[0]].type)
    shallow = start in {"structure", "around", "board", "forum", "service", "ann"}
    answer = str(ask(f"{{ start: {query} {everything(inner, DEPTH - 2 if shallow else DEPTH - 1)} }}")["start"])
    assert set(re.findall(r"'[^']*hush[^']*'", answer, re.IGNORECASE)) == set()
    assert "4321" not in answer
    if start != "hush":
        assert "pen" in answer or "ann" in answer


def hidden_ids() -> list[str]:
    ids = ["group", "board", "bob", "seat", "line", "meeting", "action"]
    derived = [
        "seat-on-hush-board", "meeting-of-hush", "action-of-hush", "forum--feeds-into--hush-board",
        "hush-group--member-of--forum", "service--strategic-networks", "hush-board--funding",
    ]  # fmt: skip
    return ["hush-report", *(f"testing/hush-{id_}" for id_ in ids), *(f"testing/{id_}" for id_ in derived)]


@pytest.mark.parametrize("id_", hidden_ids())
def test_no_id_finds_it(place: TestClient, id_: str) -> None:
    fields = ["node", "organization", "person", "post", "meeting", "area"]
    query = "query ($id: ID!) { " + " ".join(f"{field}(id: $id) {{ id }}" for field in fields) + " }"
    answer = place.post("/graphql", json={"query": query, "variables": {"id": id_}}).json()
    assert "errors" not in answer
    assert answer["data"] == dict.fromkeys(fields)
    for question in (f'representation(of: "{id_}")', f'structure(root: "{id_}")'):
        refused = place.post("/graphql", json={"query": f"{{ {question} {{ on }} }}"}).json()
        (error,) = refused["errors"]
        assert error["extensions"]["code"] == "NOT_FOUND"
        assert "hush" not in str(error["extensions"]).lower()


def test_no_count_counts_it(ask: Ask) -> None:
    counts = ask("""{
      organizations { totalCount } people { totalCount } sources { totalCount } assessments { id }
      texts: organizations(text: "hush") { totalCount } names: people(text: "bob") { totalCount }
      areas { organizations { totalCount edges { node { id meetings { totalCount } posts { id holders { post { id } } }
        lines { id } recordedAbsences { id } } } } }
    }""")
    assert [counts[name]["totalCount"] for name in ("organizations", "people", "sources", "texts", "names")] == [
        4, 1, 1, 0, 0,
    ]  # fmt: skip
    assert len(counts["assessments"]) == 1
    bodies = {
        edge["node"]["id"].removeprefix("testing/"): edge["node"]
        for edge in counts["areas"][0]["organizations"]["edges"]
    }
    assert set(bodies) == OPEN
    assert counts["areas"][0]["organizations"]["totalCount"] == 4
    assert bodies["board"]["meetings"]["totalCount"] == 1
    assert len(bodies["board"]["posts"]) == 2
    assert [len(post["holders"]) for post in bodies["board"]["posts"] if post["id"] == "testing/seat"] == [1]
    assert [len(bodies[name]["lines"]) for name in ("board", "forum", "top")] == [1, 1, 0]
    assert len(bodies["forum"]["recordedAbsences"]) == 1


def test_answers_are_as_if_it_were_not_there(ask: Ask) -> None:
    answer = ask("""{
      representation(of: "testing/forum") { asRecorded seats { post { id heldBy filledByHolderOf { id } } via { id } }
        involved { post { id } } notRepresented { note } }
      structure(area: "testing") { nodes { id } lines { id } posts { id } }
    }""")
    seats = {seat["post"]["id"]: seat["post"] for seat in answer["representation"]["seats"]}
    assert set(seats) == {"testing/seat", "testing/filled"}
    assert seats["testing/seat"]["heldBy"] == "Ann Open, Open Forum"
    assert seats["testing/filled"] == {"id": "testing/filled", "heldBy": "not recorded", "filledByHolderOf": None}
    assert answer["representation"]["asRecorded"] == "2020"
    assert answer["representation"]["notRepresented"] == [{"note": "Open absence"}]
    assert {node["id"].removeprefix("testing/") for node in answer["structure"]["nodes"]} == OPEN
    assert len(answer["structure"]["lines"]) == 1


def test_an_id_that_would_name_what_is_hidden_is_asked_for(tmp_path: Path) -> None:
    (tmp_path / "testing.yaml").write_text(PLACE.read_text("utf-8").replace("id: observer, ", ""), "utf-8")
    (tmp_path / "sources.yaml").write_text(SOURCES, "utf-8")
    (tmp_path / "areas.yaml").write_text(AREAS, "utf-8")
    problems = "\n".join(map(str, check_files([tmp_path / "testing.yaml"]).problems))
    assert "the id made from its ends would name 'testing/hush-group', which is not public" in problems


def test_the_schema_has_no_word_for_access() -> None:
    assert "access" not in {
        name
        for type_ in SCHEMA._schema.type_map.values()
        if isinstance(type_, GraphQLObjectType)
        for name in type_.fields
    }
