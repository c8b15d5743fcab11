"""Programs read the history of the record by GraphQL: what a token may know of it, and nobody else a word."""

import json
from typing import Any

import pytest
from starlette.testclient import TestClient

from app.api.http.by_token import may_be_private
from app.domain.rights import Grant, Role
from tests.commands import in_process
from tests.questions.test_documents import DOCUMENTS

from .programs import Json, Program, editor, site, steward, with_token

__all__ = ["editor", "site", "steward"]

CHANGE_SET = """{ id number appliedAt by how madeFrom undoes takenBackBy places added changed ended removed isHidden why told url
  entries { kind id before after } }"""
LIST = f"""query ($since: DateTime, $of: ID, $area: ID, $first: Int, $after: String) {{
  changeSets(since: $since, of: $of, area: $area, first: $first, after: $after) {{
    totalCount pageInfo {{ hasNextPage endCursor }} edges {{ cursor node {CHANGE_SET} }} }} }}"""
ONE = f"query ($number: Int!) {{ changeSet(number: $number) {CHANGE_SET} }}"
NODE = "query ($id: ID!) { node(id: $id) { __typename id ... on ChangeSet { number told } } }"


def listed(program: Program, **asked: Any) -> Json:
    answer = program.ask(LIST, **asked).json()
    assert "errors" not in answer, answer
    found: Json = answer["data"]["changeSets"]
    return found


def nodes(program: Program, **asked: Any) -> list[Json]:
    return [edge["node"] for edge in listed(program, **asked)["edges"]]


def test_a_change_is_told_with_what_its_entries_said_before_and_after(site: TestClient, editor: Program) -> None:
    made = editor.change(editor.renamed(), why="It was renamed")
    (one, *_) = nodes(editor, first=1)
    assert one == editor.ask(ONE, number=made["changeSet"]).json()["data"]["changeSet"]
    (board,) = one.pop("entries")
    assert (board["kind"], board["id"]) == ("ORGANIZATION", "testham/board")
    assert (board["before"]["name"], board["after"]["name"]) == ("Board", "Big Board")
    assert {**board["before"], "name": ""} == {**board["after"], "name": ""}
    assert one.pop("appliedAt").startswith("20")
    number = made["changeSet"]
    assert one == {
        "id": f"history/{number}", "number": number, "by": "Name of eve", "how": "api", "madeFrom": ["token of eve"],
        "undoes": None, "takenBackBy": None, "places": ["testham"], "added": 0, "changed": 1, "ended": 0, "removed": 0, "isHidden": False,
        "why": "It was renamed", "told": made["told"], "url": f"/history/{number}",
    }  # fmt: skip
    undone = editor.undo(number)["changeSet"]
    back, one = nodes(editor, first=2)
    assert (back["number"], back["undoes"], back["how"]) == (undone, number, "undo")
    assert (back["takenBackBy"], one["takenBackBy"]) == (None, undone)
    again = editor.undo(undone)["changeSet"]
    assert [each["takenBackBy"] for each in nodes(editor, first=3)] == [None, again, None]
    editor.undo(again)
    back, one = nodes(editor, first=4)[2:]
    # What the change led to is told though it is no more.
    assert [entry["after"]["name"] for each in (back, one) for entry in each["entries"]] == ["Board", "Big Board"]


def test_an_entry_is_told_with_what_its_links_said_then(editor: Program) -> None:
    seat = editor.entry("POST", "testham/seat")
    ended = seat["says"] | {"holders": [{"person": "ann", "since": "2007", "until": "2009"}]}
    one = editor.change({"kind": "POST", "id": "testham/seat", "before": seat["digest"], "after": ended})
    label = ended | {"label": "Big seat"}
    digest = editor.entry("POST", "testham/seat")["digest"]
    other = editor.change({"kind": "POST", "id": "testham/seat", "before": digest, "after": label})
    (later,), (earlier,) = (each["entries"] for each in nodes(editor, of="testham/seat", first=2))
    assert [holder["until"] for holder in (earlier["after"]["holders"][0], later["after"]["holders"][0])] == [
        "2009"
    ] * 2
    assert ("label" in earlier["after"], later["after"]["label"]) == (False, "Big seat")
    assert "until" not in str(earlier["before"])
    # Asked for alone it is the same, though another followed that is not asked for.
    assert editor.ask(ONE, number=one["changeSet"]).json()["data"]["changeSet"]["entries"] == [earlier]
    editor.undo(other["changeSet"])
    editor.undo(one["changeSet"])


def test_what_is_added_has_no_before_and_what_is_removed_no_after(editor: Program) -> None:
    bob = {"kind": "PERSON", "id": "testham/bob", "after": {"name": "Bob Smith", "cites": "minutes, 2"}}
    made = editor.change(bob)["changeSet"]
    editor.undo(made)
    gone, came = nodes(editor, of="testham/bob")
    assert [(each["id"], each["before"], each["after"]["name"]) for each in came["entries"]] == [
        ("testham/bob", None, "Bob Smith")
    ]
    assert [(each["before"]["name"], each["after"]) for each in gone["entries"]] == [("Bob Smith", None)]


def test_changes_are_listed_by_entry_place_and_moment_newest_first(editor: Program, steward: Program) -> None:
    every = nodes(editor, first=100)
    numbers = [each["number"] for each in every]
    assert numbers == sorted(numbers, reverse=True)
    assert listed(editor, first=0)["totalCount"] == len(numbers)
    # The load of the place touched the board too, and what is confidential.
    of_board = nodes(steward, of="testham/board", first=100)
    assert of_board[-1]["how"] == "load"
    assert {each["how"] for each in nodes(editor, of="testham/board", first=100)} == {"api", "undo"}
    assert nodes(editor, of="testham/nothing") == []
    middle = every[len(every) // 2]
    since = nodes(editor, since=middle["appliedAt"], first=100)
    assert {each["number"] for each in since} >= {number for number in numbers if number >= middle["number"]}
    assert len(since) < len(numbers)
    assert nodes(editor, since="2999-01-01") == []
    assert [each["number"] for each in nodes(editor, area="testham", first=100)] == numbers


def test_pages_of_changes_follow_each_other_also_when_new_ones_are_made(editor: Program) -> None:
    numbers = [each["number"] for each in nodes(editor, first=100)]
    first = listed(editor, first=2)
    assert first["pageInfo"]["hasNextPage"]
    made = editor.change(editor.renamed())["changeSet"]
    then = listed(editor, first=100, after=first["pageInfo"]["endCursor"])
    seen = [edge["node"]["number"] for edge in (*first["edges"], *then["edges"])]
    assert seen == numbers
    assert not then["pageInfo"]["hasNextPage"]
    editor.undo(made)


def test_a_change_set_is_a_node_for_a_token_alone(site: TestClient, editor: Program) -> None:
    number = nodes(editor, first=1)[0]["number"]
    asked = {"id": f"history/{number}"}
    answer = editor.ask(NODE, **asked)
    assert answer.json()["data"]["node"] == {
        "__typename": "ChangeSet", "id": asked["id"], "number": number, "told": nodes(editor, first=1)[0]["told"],
    }  # fmt: skip
    assert answer.headers["cache-control"] == "private, no-store"
    assert "etag" not in answer.headers
    assert editor.ask(NODE, id="history/999999").json()["data"]["node"] is None
    assert editor.ask(NODE, id="history/x").json()["data"]["node"] is None
    # Without a fragment on the type the answer is kept for everybody, and so is the same to everybody.
    plain = "query ($id: ID!) { node(id: $id) { id } nodes(ids: [$id]) { id } }"
    assert editor.ask(plain, **asked).json()["data"] == {"node": None, "nodes": [None]}
    assert Program(site).code(NODE, **asked) == "UNAUTHENTICATED"
    assert may_be_private("{ node { ...on ChangeSet { id } } }")


def test_nobody_without_the_right_reads_a_word(site: TestClient, editor: Program) -> None:
    other, member = (with_token(site, login, grant) for login, grant in (
        ("otto", Grant(Role.EDITOR, "other")), ("mia", Grant(Role.MEMBER, "testham")),
    ))  # fmt: skip
    number = nodes(editor, first=1)[0]["number"]
    for program in (Program(site), Program(site, "nonsense")):
        assert program.code(LIST) == program.code(ONE, number=number) == "UNAUTHENTICATED"
    for program in (other, member):
        answers = [program.ask(LIST, of="testham/board"), program.ask(ONE, number=number), program.ask(LIST)]
        assert not any("Board" in answer.text or "Name of eve" in answer.text for answer in answers)
        assert answers[1].json()["data"]["changeSet"] is None
        assert program.code(LIST, area="testham") == "FORBIDDEN"


def secret_said(secret: Json, says: Json) -> Json:
    return {"kind": "ORGANIZATION", "id": "testham/secret", "before": secret["digest"], "after": says}


def test_what_is_confidential_is_told_to_stewards_alone(editor: Program, steward: Program) -> None:
    secret = steward.entry("ORGANIZATION", "testham/secret")
    says = secret["says"] | {"name": "Zsecretname"}
    hushed = steward.change(secret_said(secret, says))
    number = hushed["changeSet"]
    of_steward = steward.ask(ONE, number=number).json()["data"]["changeSet"]
    assert "Zsecretname" in str(of_steward["told"])
    assert "Zsecretname" in str(of_steward["entries"])
    of_editor = editor.ask(ONE, number=number).json()["data"]["changeSet"]
    assert (of_editor["isHidden"], of_editor["why"], of_editor["told"], of_editor["entries"]) == (True, None, [], None)
    assert nodes(editor, of="testham/secret") == []
    assert number in [each["number"] for each in nodes(steward, of="testham/secret")]
    # A seat that is not hidden is for one that is: an editor reads neither how it is nor how it was.
    post = steward.entry("POST", "testham/for-secret")
    label = {"kind": "POST", "id": "testham/for-secret", "before": post["digest"],
             "after": post["says"] | {"note": "A note"}}  # fmt: skip
    noted = steward.change(label)["changeSet"]
    for text in (editor.ask(LIST, first=100).text, editor.ask(ONE, number=noted).text):
        assert "Zsecret" not in text
        assert "testham/secret" not in text
        assert "for-secret" not in text
    steward.undo(noted)
    steward.undo(number)


def test_an_entry_that_was_confidential_once_is_not_told_as_it_was_then(editor: Program, steward: Program) -> None:
    new = {"kind": "ORGANIZATION", "id": "testham/was-hidden", "after": {
        "name": "Zwashidden", "classification": "forum", "kind": "collaboration", "access": "confidential",
        "cites": "minutes, 1"}}  # fmt: skip
    hidden = steward.change(new)["changeSet"]
    post = editor.entry("POST", "testham/seat")
    of_it = {
        "kind": "POST",
        "id": "testham/seat",
        "before": post["digest"],
        "after": post["says"] | {"onBehalfOf": "was-hidden"},
    }
    spoken = steward.change(of_it)["changeSet"]
    now = steward.entry("POST", "testham/seat")
    noted = steward.change(
        {"kind": "POST", "id": "testham/seat", "before": now["digest"], "after": now["says"] | {"note": "N"}}
    )
    for number in (noted["changeSet"], spoken, hidden):
        steward.undo(number)
    assert steward.entry("ORGANIZATION", "testham/was-hidden") is None
    assert "Zwashidden" in steward.ask(LIST, first=100).text
    text = editor.ask(LIST, first=100).text
    assert "Zwashidden" not in text
    assert "was-hidden" not in text


def test_an_entry_that_leads_to_something_confidential_is_left_out_where_the_change_touched_something_else(
    editor: Program, steward: Program
) -> None:
    says = {"name": "Pam Roe", "worksFor": [{"organization": "secret", "cites": "minutes, 1"}], "cites": "minutes, 1"}
    came = steward.change({"kind": "PERSON", "id": "testham/pam", "after": says})["changeSet"]
    pam = steward.entry("PERSON", "testham/pam")
    noted = pam | {"before": pam["digest"], "after": pam["says"] | {"note": "A note"}}
    number = steward.change({name: noted[name] for name in ("kind", "id", "before", "after")})["changeSet"]
    (of_steward, of_editor) = (it.ask(ONE, number=number).json()["data"]["changeSet"] for it in (steward, editor))
    assert [entry["id"] for entry in of_steward["entries"]] == ["testham/pam"]
    assert (of_editor["isHidden"], of_editor["entries"]) == (False, [])
    assert "secret" not in editor.ask(LIST, first=100).text
    steward.undo(number)
    steward.undo(came)


@pytest.fixture
def command(site: TestClient, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Return a way to run a command over the site's database: (exit code, what it says)."""
    monkeypatch.setattr("app.commands.beginning.start_engine_early", lambda: None)
    folder = site.app.state.settings.data_dir  # type: ignore[attr-defined]
    kept = {"PARTNERSHIPS_DATA_DIR": str(folder), "PARTNERSHIPS_NEO4J_URI": "", "PARTNERSHIPS_READ_DEADLINE": "15"}

    def run(*words: str) -> tuple[int, str]:
        done = in_process(words, kept)
        return done.exit_code, done.stdout + done.stderr

    return run


def test_the_command_prints_what_a_token_for_all_places_is_answered(
    site: TestClient, editor: Program, command: Any
) -> None:
    made = editor.change(editor.renamed())["changeSet"]
    editor.undo(made)
    everything = with_token(site, "adam", Grant(Role.ADMINISTRATOR))
    moment = everything.ask(ONE, number=made).json()["data"]["changeSet"]["appliedAt"]
    for words, operation, asked in (
        ((), "History", {}),
        (("testham", "--since", moment), "History", {"area": "testham", "since": moment}),
        ((str(made),), "Change", {"number": made}),
    ):
        code, said = command("history", *words, "--json")
        sent = {"query": DOCUMENTS["history"], "operationName": operation, "variables": asked}
        answer = site.post("/graphql", json=sent, headers=everything.headers).json()
        assert (code, json.loads(said)) == (0, answer["data"]), words
    code, said = command("history", "--since", moment)
    assert (code, f" {made} " in said, len([line for line in said.splitlines() if " 20" in line])) == (0, True, 2)
    for nothing in (("--since", "2999"), ("99999",), ("nowhere",)):
        assert command("history", *nothing)[0] == command("history", *nothing, "--json")[0] == 1, nothing
    code, said = command("history", "--since", "yesterday")
    assert (code, "expected a day such as" in said) == (1, True)
