"""Pages of long lists: every row once, in order, whatever the size of the page; what is no cursor is refused."""

import base64
from typing import Any

import pytest

from app.api.loading.paging import cursor

from .conftest import Json, Post

LISTS = {
    "organizations": 'organizations(area: "bromley", first: $first, after: $after)',
    "people": "people(first: $first, after: $after)",
    "sources": "sources(first: $first, after: $after)",
}
PAGE = "{ totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor node { id } } }"
MEETINGS = """
query ($id: ID!, $first: Int, $after: String) {
  organization(id: $id) { meetings(first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor }
    edges { cursor node { id date } } } }
}
"""
EXECUTIVE = "gloucester/gloucester-partnership-executive"


def page(post: Post, name: str, first: int | None = None, after: str | None = None) -> Json:
    given = {} if first is None else {"first": first}
    answer = post(f"query ($first: Int, $after: String) {{ {LISTS[name]} {PAGE} }}", **given, after=after)
    assert "errors" not in answer, answer["errors"]
    connection: Json = answer["data"][name]
    return connection


def ids(connection: Json) -> list[str]:
    return [edge["node"]["id"] for edge in connection["edges"]]


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("size", [1, 7, 100])
def test_walking_gives_every_row_once_and_in_the_same_order(post: Post, name: str, size: int) -> None:
    if size == 1 and name == "organizations":
        size = 13
    seen: list[str] = []
    after = None
    while True:
        here = page(post, name, size, after)
        assert len(here["edges"]) <= size
        assert here["pageInfo"]["hasPreviousPage"] is (after is not None)
        seen += ids(here)
        if not here["pageInfo"]["hasNextPage"]:
            break
        assert len(here["edges"]) == size
        assert here["pageInfo"]["endCursor"] == here["edges"][-1]["cursor"]
        after = here["pageInfo"]["endCursor"]
    assert len(seen) == len(set(seen)) == here["totalCount"]
    assert seen[:3] == ids(page(post, name, 3))


@pytest.mark.parametrize("name", LISTS)
def test_the_page_after_the_last_is_empty_and_still_counts_all(post: Post, name: str) -> None:
    after = None
    while (here := page(post, name, 100, after))["pageInfo"]["hasNextPage"]:
        after = here["pageInfo"]["endCursor"]
    last = page(post, name, 100, here["pageInfo"]["endCursor"])
    assert last["edges"] == []
    assert last["totalCount"] == here["totalCount"] > 0
    assert last["pageInfo"] == {
        "hasNextPage": False, "hasPreviousPage": True, "startCursor": None, "endCursor": None,
    }  # fmt: skip


def test_any_cursor_of_a_page_will_do(post: Post) -> None:
    ten = page(post, "organizations", 10)
    assert ids(page(post, "organizations", 5, ten["edges"][4]["cursor"])) == ids(ten)[5:]


def test_nothing_found_is_an_empty_page(post: Post) -> None:
    answer = post(
        '{ organizations(text: "no body has such a name") { totalCount edges { cursor } pageInfo { hasNextPage } } }'
    )
    assert answer["data"]["organizations"] == {"totalCount": 0, "edges": [], "pageInfo": {"hasNextPage": False}}


def test_none_at_all_may_be_asked_for(post: Post) -> None:
    none = page(post, "organizations", 0)
    assert (none["edges"], none["pageInfo"]["hasNextPage"], none["totalCount"] > 100) == ([], True, True)


def test_left_out_or_null_a_page_has_its_usual_length(post: Post) -> None:
    assert len(page(post, "organizations")["edges"]) == 25
    answer = post('{ organizations(area: "bromley", first: null, after: null) { edges { cursor } } }')
    assert len(answer["data"]["organizations"]["edges"]) == 25


@pytest.mark.parametrize("first", [101, 5000, -1, 2**31 - 1])
def test_pages_are_never_longer_than_a_hundred(post: Post, first: int) -> None:
    for name, arguments in LISTS.items():
        answer = post(f"query ($first: Int, $after: String) {{ {arguments} {PAGE} }}", first=first)
        assert answer["data"] is None
        assert answer["errors"][0]["extensions"]["code"] == "BAD_USER_INPUT"
        assert "0 to 100" in answer["errors"][0]["message"], name


def forged() -> list[str]:
    real = cursor("organizations", ("Age Concern", "bromley/age-concern"))
    key = b'["Age Concern","bromley/age-concern"]'
    return [
        "",
        "25",
        "YXJyYXljb25uZWN0aW9uOjI1",
        "../../etc/passwd",
        "\N{SNOWMAN}",
        base64.b64encode(key).decode(),
        base64.b64encode(b"\0" * 6 + key).decode(),
        real[:-2],
        "A" + real[1:] if real[0] != "A" else "B" + real[1:],
        cursor("people", ("Age Concern", "bromley/age-concern")),
        cursor("organizations", ("a", "b", "c")),  # type: ignore[arg-type]
        cursor("organizations", {"a": 1}),  # type: ignore[arg-type]
        cursor("organizations", 7),  # type: ignore[arg-type]
        cursor("organizations", (1, 2)),  # type: ignore[arg-type]
        real * 1000,
    ]


@pytest.mark.parametrize("after", forged(), ids=range(len(forged())))
def test_forged_cursors_are_refused(post: Post, after: str) -> None:
    answer = post(f"query ($first: Int, $after: String) {{ {LISTS['organizations']} {PAGE} }}", after=after)
    assert answer["data"] is None
    assert answer["errors"][0]["extensions"]["code"] == "BAD_USER_INPUT"


def test_meetings_are_paged_by_date(post: Post) -> None:
    def meetings(first: int, after: str | None = None) -> Any:
        return post(MEETINGS, id=EXECUTIVE, first=first, after=after)["data"]["organization"]["meetings"]

    whole = meetings(100)
    dates = [edge["node"]["date"] for edge in whole["edges"]]
    assert dates == sorted(dates)
    assert whole["totalCount"] == len(dates) > 3
    rest = meetings(100, whole["edges"][1]["cursor"])
    assert ids(rest) == ids(whole)[2:]
    assert rest["totalCount"] == len(dates)
    beyond = meetings(100, whole["pageInfo"]["endCursor"])
    assert (beyond["edges"], beyond["totalCount"]) == ([], len(dates))


def test_every_area_has_a_page_of_its_own(post: Post) -> None:
    areas = post("{ areas { id organizations(first: 2) { totalCount pageInfo { endCursor } edges { node { id } } } } }")
    for area in areas["data"]["areas"]:
        alone = post(
            "query ($id: ID!) { organizations(area: $id, first: 2) { totalCount edges { node { id } } } }",
            id=area["id"],
        )
        assert ids(area["organizations"]) == ids(alone["data"]["organizations"])
        assert area["organizations"]["totalCount"] == alone["data"]["organizations"]["totalCount"]
    bromley = next(area for area in areas["data"]["areas"] if area["id"] == "bromley")
    after = bromley["organizations"]["pageInfo"]["endCursor"]
    onward = post(
        'query ($after: String) { area(id: "bromley") { organizations(first: 3, after: $after) { edges { node { id } } } } }',
        after=after,
    )
    assert ids(onward["data"]["area"]["organizations"]) == ids(page(post, "organizations", 5))[2:]
