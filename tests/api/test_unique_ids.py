"""An id is of one thing over all places, and says the same wherever it is met: what caches of clients rest on."""

from typing import Any

from starlette.testclient import TestClient

from .conftest import Post

GAPS = """query ($area: ID, $on: Date, $proposed: Boolean) {
  gaps(area: $area, on: $on, includeProposed: $proposed) {
    totalCount counts { count }
    edges { node { id kind area { id } body { id } subject { id } explanation remedy certainty } }
  }
}"""


def data(client: TestClient, query: str, **variables: object) -> Any:
    answer = client.post("/graphql", json={"query": query, "variables": variables}).json()
    assert "errors" not in answer, answer
    return answer["data"]


def gaps(client: TestClient, **asked: object) -> list[dict[str, Any]]:
    found = data(client, GAPS, **asked)["gaps"]
    assert found["totalCount"] == len(found["edges"]) == sum(each["count"] for each in found["counts"])
    return [edge["node"] for edge in found["edges"]]


def test_themes_of_two_places_have_two_ids(two_places: TestClient) -> None:
    found = data(two_places, "{ organizations { edges { node { theme { id name } } } } }")["organizations"]
    themes = {(t["id"], t["name"]) for edge in found["edges"] if (t := edge["node"]["theme"])}
    assert themes == {("north/health", "Health and care"), ("south/health", "Health in the south")}


def test_a_question_with_its_place_is_another(post: Post) -> None:
    of = "{ id text href blanks { value } }"
    both = post(f'{{ plain: savedQuestions {of} bromley: savedQuestions(area: "bromley") {of} }}')["data"]
    gloucester = post(f'{{ at: savedQuestions(area: "gloucester") {of} }}')["data"]["at"]
    every = [*both["plain"], *both["bromley"], *gloucester]
    texts: dict[str, set[str]] = {}
    for it in every:
        texts.setdefault(it["id"], set()).add(it["text"])
    assert len(texts) == len(every)
    assert all(len(told) == 1 for told in texts.values())


def test_a_question_is_asked_by_either_id(post: Post) -> None:
    def answered(question: str, *blanks: str) -> Any:
        query = "query ($q: ID!, $b: [String!]) { ask(question: $q, blanks: $b) { text answer question { id } } }"
        return post(query, q=question, b=blanks)["data"]["ask"]

    plain = answered("boards-without", "bromley", "faith groups")
    assert plain["text"] == "Which boards in Bromley have nobody from Faith groups?"
    assert answered("boards-without/bromley", "faith groups") == plain
    assert answered("boards-without/bromley", "bromley", "faith groups") == plain
    assert plain["question"]["id"] == "boards-without"


def test_a_finding_of_a_body_in_two_places_is_one(two_places: TestClient) -> None:
    every, north, south = (gaps(two_places, **asked) for asked in ({}, {"area": "north"}, {"area": "south"}))
    ids = [gap["id"] for gap in every]
    assert len(set(ids)) == len(ids)
    joint = {gap["id"] for gap in north} & {gap["id"] for gap in south}
    assert "vacant_post/north/seat" in joint
    told = {gap["id"]: gap for gap in every}
    for gap in (*north, *south):
        assert gap["id"] not in told or told[gap["id"]] == gap
    absences = [gap["id"] for gap in every if gap["kind"] == "RECORDED_ABSENCE"]
    assert absences == ["recorded_absence/south/forum/south/nobody"]
    assert {told[id_]["area"]["id"] for id_ in joint} == {"north"}


def test_what_is_found_on_another_day_has_another_id(two_places: TestClient, post: Post) -> None:
    today, then = gaps(two_places, area="north"), gaps(two_places, area="north", on="2010-01-31")
    assert {gap["id"].partition("@")[2] for gap in then} == {"2010-01-31"}
    assert all("@" not in gap["id"] for gap in today)
    assert {"vacant_post/north/seat"} <= {gap["id"].partition("@")[0] for gap in then} & {gap["id"] for gap in today}
    proposed = gaps(two_places, area="north", proposed=True)
    assert {gap["id"].partition("@")[2] for gap in proposed} == {"proposed"}


def test_findings_of_the_seeds_have_ids_of_their_own(post: Post) -> None:
    for area in (None, "bromley", "gloucester", "hammersmith-and-fulham"):
        ids: list[str] = []
        after = None
        while True:
            query = "query ($area: ID, $after: String) { gaps(area: $area, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { node { id } } } }"
            page = post(query, area=area, after=after)["data"]["gaps"]
            ids += [edge["node"]["id"] for edge in page["edges"]]
            after = page["pageInfo"]["endCursor"]
            if not page["pageInfo"]["hasNextPage"]:
                break
        assert len(ids) == len(set(ids)) == page["totalCount"]
