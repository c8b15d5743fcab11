"""Programs keep a copy up to date: what changed since a moment, what is gone, and not a word of what is hidden."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from starlette.testclient import TestClient

from .programs import Json, Program, editor, site, steward

__all__ = ["editor", "site", "steward"]

SINCE = """query ($since: DateTime!, $first: Int = 100) {
  organizations(updatedSince: $since) { totalCount counts { classification count } edges { node { id updatedAt } } }
  people(updatedSince: $since) { edges { node { id updatedAt } } }
  posts(updatedSince: $since) { totalCount edges { node { id updatedAt tenures(ever: true) { updatedAt } } } }
  filled: posts(updatedSince: $since, state: [FILLED]) { edges { node { id } } }
  meetings(updatedSince: $since) { edges { node { id } } }
  lines(updatedSince: $since, ever: true) { edges { node { id updatedAt } } }
  actions(updatedSince: $since) { edges { node { id } } }
  absences(updatedSince: $since) { edges { node { id } } }
  sources(updatedSince: $since) { edges { node { id } } }
  areas(updatedSince: $since) { id }
  assessments(updatedSince: $since) { id }
  removals(since: $since, first: $first) {
    totalCount pageInfo { hasNextPage endCursor } edges { node { id removedAt became } } }
}"""


def moment() -> str:
    return datetime.now(UTC).isoformat()


def changed(program: Program, since: str) -> dict[str, Any]:
    """Return the ids of what changed, by list; of removals, what each became."""
    answer = program.ask(SINCE, since=since).json()
    assert "errors" not in answer, answer
    found: dict[str, Any] = {}
    for name, value in answer["data"].items():
        nodes = value if isinstance(value, list) else [edge["node"] for edge in value["edges"]]
        if name == "removals":
            found[name] = {node["id"]: node["became"] for node in nodes}
        elif nodes:
            found[name] = [node["id"] for node in nodes]
    return found


def test_only_what_changed_is_listed_and_says_when(site: TestClient, editor: Program) -> None:
    start, anybody = moment(), Program(site)
    assert changed(anybody, "2000-01-01")["organizations"] == ["testham/board"]
    assert changed(anybody, start) == {"removals": {}}
    number = editor.change(editor.renamed())["changeSet"]
    assert changed(anybody, start) == {"organizations": ["testham/board"], "removals": {}}
    made = editor.ask("query ($n: Int!) { changeSet(number: $n) { appliedAt } }", n=number).json()["data"]["changeSet"]
    whole = anybody.ask(SINCE, since=start).json()["data"]["organizations"]
    assert whole["edges"][0]["node"]["updatedAt"] == made["appliedAt"]
    assert (whole["totalCount"], whole["counts"][0]["count"]) == (1, 1)
    # What changed at the very moment is listed, so nothing is missed by who asks from the last one on.
    assert "organizations" in changed(anybody, made["appliedAt"])
    seat = editor.entry("POST", "testham/seat")
    ended = seat["says"] | {"holders": [{"person": "ann", "since": "2007", "until": "2009"}]}
    then = moment()
    editor.change({"kind": "POST", "id": "testham/seat", "before": seat["digest"], "after": ended})
    assert changed(anybody, then) == {"posts": ["testham/seat"], "removals": {}}
    node = anybody.ask(SINCE, since=then).json()["data"]["posts"]["edges"][0]["node"]
    assert {each["updatedAt"] for each in node["tenures"]} == {node["updatedAt"]}
    assert "people" not in changed(anybody, start)


def test_what_is_gone_is_listed_page_by_page_until_it_is_there_again(site: TestClient, editor: Program) -> None:
    anybody, start = Program(site), moment()
    people = [
        {"kind": "PERSON", "id": f"testham/new-{n}", "after": {"name": f"New {n}", "cites": "minutes, 2"}}
        for n in range(3)
    ]
    number = editor.change(*people)["changeSet"]
    assert changed(anybody, start)["people"] == [f"testham/new-{n}" for n in range(3)]
    assert changed(anybody, start)["removals"] == {}
    undone = editor.undo(number)["changeSet"]
    assert changed(anybody, start) == {"removals": {f"testham/new-{n}": None for n in range(3)}}
    pages, after = list[str](), None
    page = """query ($since: DateTime!, $after: String) { removals(since: $since, area: "testham", first: 2, after: $after) {
      totalCount pageInfo { hasNextPage endCursor } edges { node { id } } } }"""
    while True:
        found = anybody.ask(page, since=start, after=after).json()["data"]["removals"]
        assert found["totalCount"] == 3
        pages += [edge["node"]["id"] for edge in found["edges"]]
        after = found["pageInfo"]["endCursor"]
        if not found["pageInfo"]["hasNextPage"]:
            break
    assert pages == [f"testham/new-{n}" for n in range(3)]
    assert changed(anybody, moment())["removals"] == {}
    editor.undo(undone)
    assert changed(anybody, start)["removals"] == {}
    assert anybody.ask('{ removals(since: "2000-01-01", area: "other") { totalCount } }').json()["data"] == {
        "removals": {"totalCount": 0}
    }


def test_what_is_hidden_is_no_news_for_who_may_not_see_it(site: TestClient, editor: Program, steward: Program) -> None:
    anybody, start = Program(site), moment()
    secret = steward.entry("ORGANIZATION", "testham/secret")
    renamed = {"kind": "ORGANIZATION", "id": "testham/secret", "before": secret["digest"]}
    steward.change(renamed | {"after": secret["says"] | {"name": "Zrenamed"}})
    hidden = moment()
    for program in (anybody, editor):
        assert changed(program, start) == {"removals": {}}
    assert changed(steward, start)["organizations"] == ["testham/secret"]
    board = editor.entry("ORGANIZATION", "testham/board")
    closed = {"kind": "ORGANIZATION", "id": "testham/board", "before": board["digest"]}
    steward.change(closed | {"after": board["says"] | {"access": "members"}})
    # To the public the board is as gone as if it had been removed, and what hangs on it; members see it changed.
    gone = changed(anybody, hidden)["removals"]
    assert gone == {"testham/board": None, "testham/seat": None, "testham/for-secret": None}
    assert changed(editor, hidden)["organizations"] == ["testham/board"]
    assert changed(editor, hidden)["removals"] == {}
    again, board = moment(), steward.entry("ORGANIZATION", "testham/board")
    public = {name: value for name, value in board["says"].items() if name != "access"}
    steward.change({"kind": "ORGANIZATION", "id": "testham/board", "before": board["digest"], "after": public})
    assert changed(anybody, start)["removals"] == {}
    found = changed(anybody, again)
    assert (found["organizations"], found["posts"]) == (["testham/board"], ["testham/for-secret", "testham/seat"])
    assert "Z" not in json.dumps(found)


@pytest.mark.parametrize("wrong", ["soon", "2026-13-01", ""])
def test_what_is_no_moment_is_refused(site: TestClient, wrong: str) -> None:
    answer: Json = Program(site).ask(SINCE, since=wrong).json()
    assert "Expected a moment" in answer["errors"][0]["message"]
