"""Programs ask what may be recorded twice, and remember what is not: with a token alone, as far as that may read."""

from collections.abc import Iterator
from typing import Any

import pytest
from starlette.testclient import TestClient

from app.domain.rights import Grant, Role
from tests.sites import Sites

from .programs import Json, Program, with_token

PLACE = """
place: testham
organizations:
  - {id: coa, name: Council on Ageing, classification: forum, kind: collaboration, cites: 'minutes, 1'}
  - {id: council, name: Council on Agein, classification: forum, kind: collaboration, cites: 'minutes, 2'}
people:
  - {id: ann, name: Ann Ray, cites: 'minutes, 1'}
  - {id: cllr-ann, name: Cllr Ann Ray, cites: 'minutes, 2'}
  - {id: zann, name: Ann Ray, access: confidential, cites: 'minutes, 2'}
"""
PAIRS = """query ($area: ID, $apart: Boolean, $first: Int = 100, $after: String) {
  duplicates(area: $area, toldApart: $apart, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor }
    edges { node { first { id ... on Person { name } ... on Organization { name } } second { id } score evidence toldApartBy toldApartAt } } } }"""
TELL = "mutation ($one: ID!, $other: ID!, $apart: Boolean!) { tellApart(one: $one, other: $other, apart: $apart) }"
ANNS = {"one": "testham/ann", "other": "testham/cllr-ann"}


@pytest.fixture(scope="module")
def site(sites: Sites, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """Return a site with a small place where some is recorded twice."""
    seeds = tmp_path_factory.mktemp("seeds")
    (seeds / "areas.yaml").write_text("areas: [{id: testham, name: Testham}, {id: other, name: Other}]")
    (seeds / "sources.yaml").write_text("sources: [{id: minutes, title: Minutes}]")
    (seeds / "testham.yaml").write_text(PLACE)
    with sites.over(seeds) as (client, _):
        yield client


def pairs(program: Program, **asked: Any) -> Json:
    answer = program.ask(PAIRS, **{"area": "testham"} | asked).json()
    assert "errors" not in answer, answer
    found: Json = answer["data"]["duplicates"]
    return found


def ids(found: Json) -> list[tuple[str, str]]:
    return [(edge["node"]["first"]["id"], edge["node"]["second"]["id"]) for edge in found["edges"]]


def test_pairs_are_listed_with_their_evidence_until_somebody_tells_them_apart(site: TestClient) -> None:
    editor = with_token(site, "eve", Grant(Role.EDITOR, "testham"))
    found = pairs(editor)
    assert ids(found) == [("testham/ann", "testham/cllr-ann"), ("testham/coa", "testham/council")]
    assert found["totalCount"] == 2
    first = found["edges"][0]["node"]
    assert first["first"]["name"] == "Ann Ray"
    assert first["evidence"] == ["Their names are the same but for a title, signs or accents."]
    assert first["score"] > found["edges"][1]["node"]["score"] >= 50
    page = pairs(editor, first=1)
    assert ids(page) == ids(found)[:1]
    assert page["pageInfo"]["hasNextPage"]
    rest = pairs(editor, first=1, after=page["pageInfo"]["endCursor"])
    assert (ids(rest), rest["pageInfo"]["hasNextPage"]) == (ids(found)[1:], False)
    assert editor.ask(TELL, **ANNS, apart=True).json()["data"] == {"tellApart": True}
    assert ids(pairs(editor)) == ids(found)[1:]
    (apart,) = pairs(editor, apart=True)["edges"]
    assert (apart["node"]["toldApartBy"], apart["node"]["score"]) == ("Name of eve", None)
    assert apart["node"]["toldApartAt"].startswith("20")
    assert editor.ask(TELL, **ANNS, apart=False).json()["data"] == {"tellApart": False}
    assert ids(pairs(editor)) == ids(found)
    assert ids(pairs(editor, apart=True)) == []


def test_it_is_for_who_may_write_there_and_as_far_as_they_may_read(site: TestClient) -> None:
    steward = with_token(site, "stan", Grant(Role.STEWARD, "testham"))
    assert ("testham/ann", "testham/zann") in ids(pairs(steward))
    elsewhere = with_token(site, "una", Grant(Role.EDITOR, "other"))
    for program, code in ((Program(site), "UNAUTHENTICATED"), (elsewhere, "FORBIDDEN")):
        assert program.code(PAIRS, area="testham") == code
        assert program.code(TELL, **ANNS, apart=True) == code
    assert steward.code(PAIRS) == "FORBIDDEN"
    assert steward.code(TELL, one="testham/ann", other="testham/ann", apart=True) == "BAD_USER_INPUT"
