"""Other programs write the record by GraphQL: by a token alone, in one transaction, kept, shown before, taken back."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from starlette.testclient import TestClient

from app.api.http.by_token import may_be_private
from app.api.schema.entries import EntryKind
from app.domain.rights import Grant, Role
from app.exchange.entries.addresses import KINDS
from tests.accounts import Browser

from .programs import CHANGE, ENTRY, RENAMED, UNDO, Json, Program, editor, site, steward, with_token

__all__ = ["editor", "site", "steward"]


def test_only_a_token_with_the_right_writes_or_reads_entries(site: TestClient, editor: Program) -> None:
    renamed = editor.renamed()
    asked = {"input": {"place": "testham", "entries": [renamed]}}
    elsewhere = {"input": {"place": "other", "entries": [renamed]}}
    member, wrong = with_token(site, "mo", Grant(Role.MEMBER, "testham")), Program(site, "nonsense")
    for program, code in ((Program(site), "UNAUTHENTICATED"), (wrong, "UNAUTHENTICATED"), (member, "FORBIDDEN")):
        assert program.code(CHANGE, **asked) == code
        assert program.code(ENTRY, kind="ORGANIZATION", id="testham/board") == code
    assert Program(site).code(UNDO, number=1) == "UNAUTHENTICATED"
    assert editor.code(CHANGE, **elsewhere) == "FORBIDDEN"
    assert editor.code(ENTRY, kind="AREA", id="other") == "FORBIDDEN"
    assert editor.entry("ORGANIZATION", "testham/board")["says"]["name"] == "Board"


def test_nobody_writes_by_a_cookie(site: TestClient, editor: Program) -> None:
    browser = Browser(site)
    browser.account("cook", Grant(Role.ADMINISTRATOR, ""))
    assert browser.sign_in("cook").status_code == 303
    assert browser.session
    asked = {"input": {"place": "testham", "entries": [editor.renamed()]}}
    assert Program(site).code(CHANGE, **asked) == "UNAUTHENTICATED"
    site.cookies.clear()


def test_only_post_with_json_writes(site: TestClient, editor: Program) -> None:
    variables = json.dumps({"input": {"place": "testham", "entries": [editor.renamed()]}})
    asked = {"query": CHANGE, "variables": variables}
    by_get = site.get("/graphql", params=asked, headers=editor.headers)
    assert (by_get.status_code, by_get.headers["allow"]) == (405, "POST")
    assert site.post("/graphql", data=asked, headers=editor.headers).status_code == 415
    assert editor.entry("ORGANIZATION", "testham/board")["says"]["name"] == "Board"


def test_answers_to_a_token_are_kept_by_nobody(site: TestClient, editor: Program) -> None:
    board = {"kind": "ORGANIZATION", "id": "testham/board"}
    for answer in (
        editor.ask(ENTRY, **board),
        Program(site).ask(ENTRY, **board),
        editor.ask(CHANGE, input={"place": "testham", "entries": [], "preview": True}),
        site.get("/graphql", params={"query": ENTRY, "variables": json.dumps(board)}, headers=editor.headers),
    ):
        assert answer.headers["cache-control"] == "private, no-store"
        assert {"etag", "access-control-allow-origin"}.isdisjoint(answer.headers)
    assert "Board" not in Program(site).ask(ENTRY, **board).text


@pytest.mark.parametrize(
    "query", ['{ organization(id: "testham/board") { name } }', '{ search(text: "entry") { __typename } }']
)
def test_what_is_public_reads_the_same_with_a_token_and_without(site: TestClient, editor: Program, query: str) -> None:
    mine, *answers = [program.ask(query) for program in (editor, Program(site), Program(site, "nonsense"))]
    assert {answer.content for answer in answers} == {mine.content}
    assert len({answer.headers["etag"] for answer in answers}) == 1
    assert mine.headers["cache-control"] == "private, no-store"
    assert "etag" not in mine.headers


@pytest.mark.parametrize(
    ("query", "is_so"),
    [
        ("{ areas { id } }", False),
        ('{ search(text: "entry") { id } }', False),
        ('{ search(text: """a "mutation" \\""" entry""") { id } }', False),
        ("{ areas { id } } # entry", False),
        ("{ entry { id } }", True),
        ('{ a: search(text: "#") { id } entry { id } }', True),
        ('{ a: search(text: "\\"") { id } entry { id } }', True),
        ('{ a: search(text: "") { id } ...f } fragment f on Query { entry { id } }', True),
        ('{ a: search(text: """\\""" """) { id } entry { id } }', True),
        ("{ areas { id } } # '\"\n mutation { a }", True),
        ("mutation{a}", True),
    ],
)
def test_what_may_be_private_is_told_by_words_of_the_document_alone(query: str, is_so: bool) -> None:
    assert may_be_private(query) is is_so


def test_a_preview_names_what_would_be_and_writes_nothing(editor: Program) -> None:
    before = editor.ask("{ areas { id } }").json()["extensions"]["dataVersion"]
    assert editor.change(editor.renamed(), preview=True) == {
        "__typename": "ChangePreview",
        "told": RENAMED,
        "doubts": [],
    }
    assert editor.ask("{ areas { id } }").json()["extensions"]["dataVersion"] == before
    assert editor.entry("ORGANIZATION", "testham/board")["says"]["name"] == "Board"


def test_a_change_is_made_kept_with_who_made_it_seen_at_once_and_taken_back(editor: Program, site: TestClient) -> None:
    public = '{ organization(id: "testham/board") { name } }'
    assert editor.ask(public).json()["data"]["organization"]["name"] == "Board"
    made = editor.change(editor.renamed(), why="It was renamed")
    assert (made["__typename"], made["told"]) == ("ChangeMade", RENAMED)
    assert editor.ask(public).json()["data"]["organization"]["name"] == "Big Board"
    browser = Browser(site)
    browser.account("hana", Grant(Role.EDITOR, "testham"))
    browser.sign_in("hana")
    page = browser.get(f"/history/{made['changeSet']}").text
    assert all(said in page for said in ("By another program: token of eve", "Name of eve", "It was renamed"))
    site.cookies.clear()
    number = made["changeSet"]
    assert editor.undo(number, preview=True)["told"] == ["Changed:", "  Board: name 'Big Board' -> 'Board'"]
    assert editor.ask(public).json()["data"]["organization"]["name"] == "Big Board"
    undone = editor.undo(number)
    assert (undone["__typename"], undone["changeSet"] > number) == ("ChangeMade", True)
    assert editor.ask(public).json()["data"]["organization"]["name"] == "Board"
    assert editor.undo(number) == {"__typename": "ChangeMade", "changeSet": None, "told": []}
    assert editor.code(UNDO, number=10**6) == "NOT_FOUND"
    assert editor.code(UNDO, number=-1) == "NOT_FOUND"


def test_entries_are_added_and_removed_together_or_not_at_all(editor: Program) -> None:
    bob = {"kind": "PERSON", "id": "testham/bob", "after": {"name": "Bob Smith", "cites": "minutes, 2"}}
    seat = editor.entry("POST", "testham/seat")
    holders = [{"person": "ann", "since": "2007", "until": "2008"}, {"person": "bob", "since": "2008"}]
    takes = {
        "kind": "POST",
        "id": "testham/seat",
        "before": seat["digest"],
        "after": seat["says"] | {"holders": holders},
    }
    alone = editor.change(takes)
    assert (alone["__typename"], alone["problems"][0]["path"]) == (
        "ChangeRefused", "input.entries[0].after.holders[1].person",
    )  # fmt: skip
    made = editor.change(bob, takes)
    assert made["__typename"] == "ChangeMade"
    assert any("Bob Smith" in line for line in made["told"])
    gone = {
        "kind": "PERSON",
        "id": "testham/bob",
        "before": editor.entry("PERSON", "testham/bob")["digest"],
        "after": None,
    }
    refused = editor.change(gone)
    assert refused["__typename"] == "ChangeRefused"
    assert refused["problems"][0]["path"] is None
    assert "testham/seat" in refused["problems"][0]["message"]
    editor.undo(made["changeSet"])
    assert editor.entry("PERSON", "testham/bob") is None


def test_two_who_change_one_entry_see_both_versions(editor: Program) -> None:
    one, other = editor.renamed("Big Board"), editor.renamed("Small Board")
    made = editor.change(one)
    conflict = editor.change(other)
    (both,) = conflict["entries"]
    assert (both["yours"]["name"], both["now"]["name"]) == ("Small Board", "Big Board")
    assert editor.change(one) == {"__typename": "ChangeMade", "changeSet": None, "told": []}
    assert editor.change(other, preview=True)["__typename"] == "ChangeConflict"
    mended = editor.change(other | {"before": both["digest"]})
    assert mended["told"] == ["Changed:", "  Small Board: name 'Big Board' -> 'Small Board'"]
    editor.undo(mended["changeSet"])
    editor.undo(made["changeSet"])


def test_the_same_key_changes_nothing_and_gives_the_same_answer(editor: Program, steward: Program) -> None:
    renamed = editor.renamed()
    made = editor.change(renamed, idempotencyKey="k1")
    assert editor.change(renamed, idempotencyKey="k1") == made
    back = editor.undo(made["changeSet"])
    assert editor.change(renamed, idempotencyKey="k1") == made
    assert editor.entry("ORGANIZATION", "testham/board")["says"]["name"] == "Board"
    asked = {"input": {"place": "testham", "entries": [editor.renamed("Other")], "idempotencyKey": "k1"}}
    assert editor.code(CHANGE, **asked) == "BAD_USER_INPUT"
    of_another = steward.change(renamed, idempotencyKey="k1")
    assert of_another["changeSet"] > back["changeSet"]
    steward.undo(of_another["changeSet"])


@pytest.mark.parametrize(
    ("kind", "id_", "said", "path"),
    [
        ("POST", "testham/seat", {"vacant": "yes"}, ".holders[0]"),
        ("ORGANIZATION", "testham/board", {"seatsStated": 19}, ""),
    ],
)
def test_what_is_doubted_is_written_when_it_is_accepted(
    editor: Program, kind: str, id_: str, said: dict[str, Any], path: str
) -> None:
    entry = editor.entry(kind, id_)
    doubted = {"kind": kind, "id": id_, "before": entry["digest"], "after": entry["says"] | said}
    refused = editor.change(doubted)
    assert (refused["__typename"], refused["problems"]) == ("ChangeRefused", [])
    assert [doubt["path"] for doubt in refused["doubts"]] == [f"input.entries[0].after{path}"]
    assert editor.change(doubted, preview=True)["doubts"] == refused["doubts"]
    made = editor.change(doubted, acceptDoubts=True)
    assert made["__typename"] == "ChangeMade"
    editor.undo(made["changeSet"])


def nested(levels: int) -> Any:
    value: Any = "x"
    for _ in range(levels):
        value = [value]
    return value


@pytest.mark.parametrize(
    ("entry", "path", "says"),
    [
        ({"id": "other/board", "after": {}}, "id", "is no organization of testham"),
        ({"id": "testham/new"}, "after", "missing"),
        ({"id": "testham/new", "after": "text"}, "after", "no object"),
        ({"id": "testham/new", "after": {"id": "else", "name": "New"}}, "after.id", "another id"),
        ({"id": "testham/new", "after": {"id": 7}}, "after.id", "another id"),
        ({"id": "testham/new", "after": {"name": nested(200)}}, "after", "more than 20 levels"),
        ({"id": "testham/new", "after": {"name": nested(15)}}, "after.name", ""),
        ({"id": "testham/New One", "after": {"name": "New"}}, "after.id", ""),
        ({"id": "testham/new", "after": {"name": "New", "sort": "forum"}}, "after.sort", ""),
        ({"id": "testham/new", "after": {"name": "<script>x</script>\x00"}}, "after.name", ""),
        ({"kind": "AREA", "id": "testham", "after": None}, "after", "not removed"),
        ({"kind": "AREA", "id": "other", "after": {"name": "Other"}}, "id", "is no area of testham"),
    ],
)
def test_what_is_wrong_is_told_at_its_path(editor: Program, entry: Json, path: str, says: str) -> None:
    refused = editor.change({"kind": "ORGANIZATION", **entry})
    assert refused["__typename"] == "ChangeRefused"
    at = {problem["path"]: problem for problem in refused["problems"]}
    assert f"input.entries[0].{path}" in at
    problem = at[f"input.entries[0].{path}"]
    assert says in problem["message"]
    assert problem["expected"]
    assert editor.entry("ORGANIZATION", "testham/new") is None


def test_what_is_too_much_is_refused(editor: Program) -> None:
    renamed = editor.renamed()
    twice = editor.change(renamed, renamed)["problems"]
    assert [problem["path"] for problem in twice] == ["input.entries[1]"]
    assert [each["path"] for each in editor.change()["problems"]] == ["input.entries"]
    many = [{"kind": "PERSON", "id": f"testham/p{n}", "after": None} for n in range(201)]
    assert [each["path"] for each in editor.change(*many)["problems"]] == ["input.entries"]
    long = editor.change(renamed, why="w" * 1001, idempotencyKey="k" * 201)["problems"]
    assert [each["path"] for each in long] == ["input.why", "input.idempotencyKey"]
    heavy = {"place": "testham", "entries": [renamed | {"after": {"note": "n" * 200_000}}]}
    assert editor.ask(CHANGE, input=heavy).status_code == 413
    literal = 'mutation { changeEntries(input: {place: "testham", entries: [{kind: PERSON, id: "testham/p", after: {a: 99999999999999999999999}}]}) { ... on ChangeRefused { problems { path } } } }'
    assert editor.ask(literal).json()["data"]["changeEntries"]["problems"] == [{"path": "input.entries[0].after"}]


def test_one_request_makes_one_change(editor: Program) -> None:
    two = "mutation { a: undoChange(number: 1) { __typename } ...b } fragment b on Mutation { b: undoChange(number: 2) { __typename } }"
    assert editor.code(two) == "BAD_USER_INPUT"
    assert "errors" not in editor.ask("mutation { __typename }").json()


def test_names_are_kept_as_text(editor: Program) -> None:
    hostile = "<script>alert(1)</script> '; MATCH (n) DETACH DELETE n //"
    made = editor.change(editor.renamed(hostile))
    assert made["__typename"] == "ChangeMade"
    page = editor.client.get("/testham/board", headers={"accept": "text/html"}).text
    assert "<script>alert(1)" not in page
    assert editor.entry("ORGANIZATION", "testham/board")["says"]["name"] == hostile
    editor.undo(made["changeSet"])


def test_what_is_confidential_is_for_stewards(editor: Program, steward: Program) -> None:
    assert steward.entry("ORGANIZATION", "testham/secret")["says"]["name"] == "Zsecret"
    assert editor.entry("ORGANIZATION", "testham/secret") is None
    assert editor.code(ENTRY, kind="POST", id="testham/for-secret") == "FORBIDDEN"
    assert steward.entry("POST", "testham/for-secret")["says"]["onBehalfOf"] == "secret"
    says = {"on": "secret", "cites": "minutes, 1"}
    seat: Json = {"kind": "POST", "id": "testham/new-seat", "after": says}
    near = {"kind": "POST", "id": "testham/new-seat", "after": {"on": "secrett", "cites": "minutes, 1"}}
    assert "'secrett'" in str(steward.change(near)["problems"])
    assert "testham/secret)" in str(steward.change(near)) or "secret?" in str(steward.change(near))
    told = str(editor.change(near))
    assert "secret?" not in told
    made = steward.change(seat | {"after": says | {"access": "confidential"}})
    assert made["__typename"] == "ChangeMade"
    assert editor.code(UNDO, number=made["changeSet"]) == "FORBIDDEN"
    assert steward.undo(made["changeSet"])["__typename"] == "ChangeMade"


def test_what_something_rests_on_is_not_taken_back_and_what_goes_first_is_named(editor: Program) -> None:
    club: Json = {"name": "Chess Club", "classification": "forum", "kind": "collaboration", "cites": "minutes, 1"}
    first = editor.change({"kind": "ORGANIZATION", "id": "testham/chess", "after": club})["changeSet"]
    seat: Json = {"on": "chess", "label": "Late seat", "cites": "minutes, 1"}
    later = editor.change({"kind": "POST", "id": "testham/late", "after": seat})["changeSet"]
    for preview in (True, False):
        refused = editor.undo(first, preview=preview)
        assert refused["__typename"] == "ChangeRefused"
        said = [problem["message"] for problem in refused["problems"]]
        assert f"Undo change {later} first. Nothing was changed." in said[0]
        assert said[1:] == [f"Change {later} recorded what rests on this: Chess Club, Late seat."]
    assert editor.entry("POST", "testham/late")["says"]["on"] == "chess"
    for each in (later, first):
        assert editor.undo(each)["__typename"] == "ChangeMade"


def guesses(id_: str) -> Iterator[list[Json]]:
    """Give changes by which somebody who guesses an id might learn that something is recorded under it."""
    body: Json = {"kind": "ORGANIZATION", "id": f"testham/{id_}"}
    says = {"name": "New", "classification": "forum", "kind": "collaboration", "cites": "minutes, 1"}
    yield [body | {"after": None}]
    yield [body | {"after": None, "before": "0123456789abcdef"}]
    yield [body | {"after": says, "before": "0123456789abcdef"}]
    yield [body | {"after": says | {"kind": "nonsense"}}]
    cites = {"cites": "minutes, 1"}
    yield [{"kind": "POST", "id": "testham/new", "after": {"on": id_} | cites}]
    yield [{"kind": "POST", "id": "testham/new", "after": {"on": "board", "onBehalfOf": f"testham/{id_}"} | cites}]
    yield [{"kind": "LINE", "id": "testham/new", "after": {"from": "board", "type": "feeds_into", "to": id_} | cites}]
    yield [{"kind": "MEETING", "id": "testham/new", "after": {"organization": id_, "date": "2026-03-01"} | cites}]
    yield [{"kind": "ABSENCE", "id": "testham/new", "after": {"subject": id_, "note": "Missing"} | cites}]
    yield [{"kind": "PERSON", "id": "testham/ann", "after": {"name": "Ann Rae", "worksFor": id_} | cites}]


def test_a_guessed_id_of_what_is_hidden_is_answered_as_one_that_nobody_has(editor: Program) -> None:
    board = editor.renamed()
    for guess, (hidden, unknown) in enumerate(zip(guesses("secret"), guesses("sexret"), strict=True)):
        for more in ({"preview": True}, {}, {"acceptDoubts": True}):
            answers = []
            for entries in (hidden, unknown):
                for each in ([board] if guess < 4 else [], []):
                    sent = {"place": "testham", "entries": [*entries, *each], **more}
                    answer = editor.ask(CHANGE, input=sent).json()
                    answer.pop("extensions", None)  # it says the version of the data
                    if made := (answer.get("data") or {}).get("changeEntries", {}).get("changeSet"):
                        editor.undo(made)
                        answer["data"]["changeEntries"]["changeSet"] = True
                    answers.append(str(answer).replace("sexret", "secret"))
            assert answers[:2] == answers[2:], (guess, more)
            assert "Zsecret" not in str(answers)
            assert "FORBIDDEN" not in str(answers)
    # What is hidden keeps its id: nothing new gets it.
    says = {"name": "New", "classification": "forum", "kind": "collaboration", "cites": "minutes, 1"}
    taken = editor.change({"kind": "ORGANIZATION", "id": "testham/secret", "after": says})
    assert [it["message"] for it in taken["problems"]] == ["This id is not free."]
    assert taken["problems"][0]["path"] == "input.entries[0].after.id"


def test_every_kind_of_entry_can_be_named() -> None:
    assert [kind.value for kind in EntryKind] == [kind.name for kind in KINDS]
