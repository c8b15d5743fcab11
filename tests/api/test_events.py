"""Programs report what happened: the forms' own rules, shown before, refused at their paths, written once, taken back."""

from typing import Any

import pytest
from starlette.testclient import TestClient

from app.domain.rights import Grant, Role

from .programs import CHANGE, Json, Program, editor, site, steward, with_token

__all__ = ["editor", "site", "steward"]
RESULT = CHANGE[CHANGE.index("__typename") : CHANGE.rindex("} }")]
CITES = {"source": {"id": "minutes"}, "locator": "item 4"}


def asking(event: str) -> str:
    name = event[0].upper() + event[1:]
    return f"mutation ($input: {name}Input!) {{ {event}(input: $input) {{ {RESULT} }} }}"


def report(program: Program, event: str, **said: Any) -> Json:
    answer = program.ask(asking(event), input={"cites": CITES} | said).json()
    assert "errors" not in answer, answer
    found: Json = answer["data"][event]
    return found


def problems(program: Program, event: str, **said: Any) -> dict[str, str]:
    refused = report(program, event, **said)
    assert refused["__typename"] == "ChangeRefused", refused
    return {each["path"]: each["message"] for each in refused["problems"]}


def made(program: Program, event: str, **said: Any) -> Json:
    """Report an event, see that the preview said the same and wrote nothing, and take it back."""
    version = program.ask("{ areas { id } }").json()["extensions"]["dataVersion"]
    shown = report(program, event, preview=True, **said)
    assert shown["__typename"] == "ChangePreview", shown
    assert program.ask("{ areas { id } }").json()["extensions"]["dataVersion"] == version
    done = report(program, event, **said)
    assert (done["__typename"], done["told"]) == ("ChangeMade", shown["told"])
    return done


ENTRIES = "query ($number: Int!) { changeSet(number: $number) { entries { id } } }"
NEW = {"new": {"name": "Cllr Bo Lee"}}
EVENTS: dict[str, tuple[Json, str]] = {
    "fillPost": (
        {"post": "testham/seat", "person": NEW, "since": "2009-03",
         "fromOrganization": {"new": {"name": "Carers", "classification": "CHARITY"}}},
        "Cllr Bo Lee takes the seat member, Board from March 2009; Ann Rae left in March 2009.",
    ),
    "endTenure": (
        {"post": "testham/seat", "holder": "testham/ann", "until": "2009", "leavesVacant": True},
        "Ann Rae left the seat member, Board in 2009, and it stands empty since then.",
    ),
    "vacatePost": (
        {"post": "testham/seat", "since": "2009"}, "The seat member, Board stands empty since 2009; Ann Rae left then.",
    ),
    "addPost": (
        {"organization": "testham/board", "role": "CHAIR", "label": "Big chair", "person": {"id": "testham/ann"},
         "number": 2, "basis": "ELECTED"},
        "A seat is added: Big chair, Board, held by Ann Rae.",
    ),
    "addOrganization": (
        {"area": "testham", "name": "Forum", "classification": "FORUM", "sector": "VOLUNTARY", "founded": "2008"},
        "Forum is added.",
    ),
    "renameOrganization": (
        {"organization": "testham/board", "name": "Big Board", "until": "2008"}, "Board is called Big Board since 2008.",
    ),
    "renamePerson": (
        {"person": "testham/ann", "name": "Ann Day", "until": "2008"}, "Ann Rae is called Ann Day since 2008.",
    ),
    "splitOrganization": (
        {"organization": "testham/board", "name": "Forum", "classification": "FORUM", "since": "2009",
         "posts": ["testham/seat"]},
        "Board is two: Forum came out of it, 2009; one seat is Forum's.",
    ),
    "endOrganization": (
        {"organization": "testham/board", "dissolved": "2010", "follower": {"new": {"name": "Next",
         "classification": "FORUM"}}, "acceptDoubts": True},
        "Board ended in 2010, and Next followed.",
    ),
    "addLine": (
        {"organization": "testham/board", "type": "REPORTS_TO", "to": {"new": {"name": "Top", "classification": "FORUM"}}},
        "Board reports to Top.",
    ),
    "recordMeeting": (
        {"organization": "testham/board", "date": "2009-03-14", "venue": "Hall", "quorate": "YES",
         "members": [{"person": "testham/ann", "came": "APOLOGIES", "deputy": NEW}],
         "guests": [{"person": {"new": {"name": "Jo Ward"}},
                     "onBehalfOf": {"new": {"name": "Carers", "classification": "CHARITY"}}}]},
        "Board met on 14 March 2009: no members came; Ann Rae sent apologies; Bo Lee came for Ann Rae; one guest besides.",
    ),
}  # fmt: skip


@pytest.mark.parametrize("event", EVENTS)
def test_an_event_is_shown_written_in_its_sentence_and_taken_back(editor: Program, event: str) -> None:
    said, sentence = EVENTS[event]
    done = made(editor, event, **said)
    assert done["told"][0] == sentence
    assert editor.undo(done["changeSet"])["__typename"] == "ChangeMade"


def test_a_report_is_made_after_a_meeting_of_the_body(editor: Program) -> None:
    meeting = {"organization": "testham/board", "date": "2009-03-14"}
    met = report(editor, "recordMeeting", **meeting, members=[{"person": "testham/ann", "came": "PRESENT"}])
    (entry,) = editor.ask(ENTRIES, number=met["changeSet"]).json()["data"]["changeSet"]["entries"]
    id_ = entry["id"]
    assert editor.entry("MEETING", id_)["says"]["attendance"] == [{"person": "ann", "as": "present"}]
    report_of = {"post": "testham/seat", "meeting": id_, "date": "2009-04", "link": "https://example.org/report"}
    done = made(editor, "reportBack", **report_of)
    assert (
        done["told"][0] == "Whoever has the seat member, Board reported on the meeting of 14 March 2009, in April 2009."
    )
    reports = editor.entry("MEETING", id_)["says"]["reports"]
    assert "2009-04" in str(reports)
    assert "https://example.org/report" in str(reports)
    # Of members who are not listed nothing is said, whatever stands in the form.
    alone = report(editor, "recordMeeting", organization="testham/board", date="2009-05", preview=True)
    assert alone["told"][0] == "Board met on May 2009: no members came."
    assert "input.meeting" in problems(editor, "reportBack", **report_of)
    assert "input.meeting" in problems(editor, "reportBack", post="testham/seat", meeting="testham/nothing")
    assert "input.date" in problems(editor, "recordMeeting", **meeting)
    editor.undo(done["changeSet"])
    editor.undo(met["changeSet"])


@pytest.mark.parametrize(
    ("event", "said", "path", "says"),
    [
        ("fillPost", {"post": "testham/seat", "person": NEW}, "input.predecessors", "when Ann Rae left"),
        ("fillPost", {"post": "testham/seat", "person": {"id": "testham/nobody"}}, "input.person.id", "no person"),
        ("fillPost", {"post": "testham/seat", "person": {"new": {"name": "Ann Rae"}}, "since": "2009"},
         "input.person", "is recorded already"),
        ("fillPost", {"post": "testham/seat", "person": NEW, "since": "2009", "predecessors": [
            {"holder": "testham/bob", "fate": "LEFT"}]}, "input.predecessors[0].holder", "not recorded as holding"),
        ("fillPost", {"post": "testham/seat", "person": NEW, "since": "2009", "predecessors": [
            {"holder": "testham/ann", "fate": "LEFT", "left": "2001"}]}, "input.predecessors[0].left", ""),
        ("endTenure", {"post": "testham/seat", "holder": "testham/ann", "until": "2001"}, "input.until", ""),
        ("endTenure", {"post": "testham/seat", "holder": "testham/x", "until": "2009"}, "input.holder", "not recorded"),
        ("vacatePost", {"post": "testham/seat"}, "input.since", "Say since when"),
        ("addPost", {"organization": "testham/board", "number": 0}, "input.number", "as a number"),
        ("addPost", {"organization": "testham/board", "onBehalfOf": {"id": "other/x"}}, "input.onBehalfOf.id", "no org"),
        ("addOrganization", {"area": "testham", "name": "Board", "classification": "FORUM"}, "input.name", "already"),
        ("addOrganization", {"area": "testham", "name": " ", "classification": "FORUM"}, "input.name", "Say what"),
        ("addOrganization", {"area": "testham", "name": "N", "classification": "FORUM", "cites": {
            "source": {"id": "nothing"}, "locator": "1"}}, "input.cites.source.id", "Choose one"),
        ("addOrganization", {"area": "testham", "name": "N", "classification": "FORUM", "cites": {
            "source": {"title": ""}, "locator": "1"}}, "input.cites.source.id", "Say where"),
        ("addOrganization", {"area": "testham", "name": "N", "classification": "FORUM", "cites": {
            "source": {"id": "minutes"}, "locator": " "}}, "input.cites.locator", "Say where in the source"),
        ("addOrganization", {"area": "testham", "name": "N", "classification": "FORUM", "why": "x" * 1001},
         "input.why", "1,001"),
        ("addOrganization", {"area": "testham", "name": "N", "classification": "FORUM", "idempotencyKey": "x" * 201},
         "input.idempotencyKey", "201"),
        ("renameOrganization", {"organization": "testham/board", "name": "Board"}, "input.name", "its name already"),
        ("renamePerson", {"person": "testham/ann", "name": "Ann Rae"}, "input.name", "name already"),
        ("renamePerson", {"person": "testham/ann", "name": " "}, "input.name", "called now"),
        ("splitOrganization", {"organization": "testham/board", "name": "Forum"}, "input.since", "since when they are two"),
        ("splitOrganization", {"organization": "testham/board", "name": "Board", "since": "2009"}, "input.name", "already"),
        ("splitOrganization", {"organization": "testham/board", "name": "F", "since": "2009", "posts": [
            "testham/seat", "testham/none"]}, "input.posts[1]", "no seat of the body"),
        ("splitOrganization", {"organization": "testham/board", "name": "F", "since": "2009", "people": ["testham/ann"]},
         "input.people[0]", "no person of the body"),
        ("splitOrganization", {"organization": "testham/board", "name": "F", "since": "2009", "lines": ["other/x"]},
         "input.lines[0]", "no line of the body"),
        ("splitOrganization", {"organization": "testham/board", "name": "F", "since": "2009", "meetings": [""]},
         "input.meetings[0]", "no meeting of the body"),
        ("endOrganization", {"organization": "testham/board", "dissolved": "2010",
                             "follower": {"id": "testham/board"}}, "input.follower", "cannot follow itself"),
        ("addLine", {"organization": "testham/board", "type": "REPORTS_TO", "to": {"id": "testham/board"}},
         "input.to", "not joined with itself"),
        ("recordMeeting", {"organization": "testham/board", "date": "2009", "members": [
            {"person": "testham/bob", "came": "PRESENT"}]}, "input.members[0].person", "no member"),
        ("recordMeeting", {"organization": "testham/board", "date": "2009", "guests": [
            {"person": {"new": {"name": "A, B"}}}]}, "input.guests[0].person", "cannot be read"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_at_its_path_and_nothing_is_written(
    editor: Program, event: str, said: Json, path: str, says: str
) -> None:
    version = editor.ask("{ areas { id } }").json()["extensions"]["dataVersion"]
    found = problems(editor, event, **said)
    assert says in found.get(path, str(found)), found
    assert path in found, found
    assert editor.ask("{ areas { id } }").json()["extensions"]["dataVersion"] == version


def test_a_person_with_another_name_keeps_the_one_before(editor: Program) -> None:
    first = report(editor, "renamePerson", person="testham/ann", name="Ann Day", until="2008")
    second = report(editor, "renamePerson", person="testham/ann", name="Ann Lee")
    asked = 'person(id: "testham/ann") { name formerNames { name until } }'
    says = editor.ask(f"{{ {asked} }}").json()["data"]["person"]
    assert says["name"] == "Ann Lee"
    assert says["formerNames"] == [{"name": "Ann Rae", "until": "2008"}, {"name": "Ann Day", "until": None}]
    for done in (second, first):
        editor.undo(done["changeSet"])


def test_what_two_bodies_always_had_is_the_other_ones_and_nothing_ends(editor: Program) -> None:
    split = {"organization": "testham/board", "name": "Forum", "how": "ALWAYS_TWO", "posts": ["testham/seat"]}
    done = report(editor, "splitOrganization", **split)
    assert done["told"][0] == "Board is two: Forum was recorded as one with it by mistake; one seat is Forum's."
    seat = editor.entry("POST", "testham/seat")["says"]
    assert (seat["on"], seat.get("until")) == ("forum", None)
    assert editor.entry("ORGANIZATION", "testham/forum")["says"]["classification"] == "partnership_board"
    editor.undo(done["changeSet"])


def test_one_of_several_ways_is_said_and_no_more(editor: Program) -> None:
    for person in ({}, {"id": "testham/ann", "new": {"name": "Bo"}}, {"id": None}):
        said = {"cites": CITES, "post": "testham/seat", "person": person, "since": "2009"}
        assert editor.code(asking("fillPost"), input=said) in {"BAD_USER_INPUT", "GRAPHQL_VALIDATION_FAILED"}


def test_a_person_of_the_same_name_is_named_by_id_or_said_to_be_another(editor: Program) -> None:
    refused = report(editor, "addPost", organization="testham/board", person={"new": {"name": "Ann Rae"}})
    (problem,) = refused["problems"]
    assert "testham/ann" in problem["expected"]
    same = report(editor, "addPost", organization="testham/board", person={"id": "testham/ann"})
    other = report(
        editor,
        "addPost",
        organization="testham/board",
        label="Two",
        person={"new": {"name": "Ann Rae", "isAnother": True}},
    )
    assert editor.entry("PERSON", "testham/ann-rae")["says"]["name"] == "Ann Rae"
    editor.undo(other["changeSet"])
    editor.undo(same["changeSet"])


def test_the_same_key_writes_an_event_once(editor: Program) -> None:
    said = {"area": "testham", "name": "Once", "classification": "FORUM", "idempotencyKey": "event-1"}
    first = report(editor, "addOrganization", **said)
    assert report(editor, "addOrganization", **said) == first
    editor.undo(first["changeSet"])
    assert report(editor, "addOrganization", **said) == first
    assert editor.entry("ORGANIZATION", "testham/once") is None
    others = {"cites": CITES, **said, "name": "Twice"}
    assert editor.code(asking("addOrganization"), input=others) == "BAD_USER_INPUT"


def test_what_somebody_changed_since_it_was_read_is_given_in_both_versions(editor: Program) -> None:
    before = editor.entry("ORGANIZATION", "testham/board")["digest"]
    changed = editor.change(editor.renamed("Big Board"))["changeSet"]
    said = {"organization": "testham/board", "name": "Small Board", "before": before}
    conflict = report(editor, "renameOrganization", **said)
    assert conflict["__typename"] == "ChangeConflict"
    (both,) = conflict["entries"]
    assert (both["yours"]["name"], both["now"]["name"]) == ("Small Board", "Big Board")
    mended = report(editor, "renameOrganization", **said | {"before": both["digest"]})
    assert mended["__typename"] == "ChangeMade"
    editor.undo(mended["changeSet"])
    editor.undo(changed)


def test_a_new_source_has_the_date_and_the_kind_that_a_program_says(editor: Program) -> None:
    new: Json = {"title": "A call", "published": "2026-03", "kind": "CONVERSATION"}
    said = {"organization": "testham/board", "name": "Called"}
    wrong = {"cites": {"source": {"new": new | {"published": "2026-13"}}, "locator": "x"}, **said}
    assert "published" in str(editor.ask(asking("renameOrganization"), input=wrong).json())
    done = report(editor, "renameOrganization", **said, cites={"source": {"new": new}, "locator": "x"})
    says = editor.entry("SOURCE", "testham/a-call")["says"]
    assert (says["title"], says["published"], says["kind"]) == ("A call", "2026-03", "conversation")
    editor.undo(done["changeSet"])


def test_only_a_token_with_the_right_reports_an_event(site: TestClient, editor: Program, steward: Program) -> None:
    said = {"cites": CITES, "organization": "testham/board", "name": "Other"}
    member = with_token(site, "mem", Grant(Role.MEMBER, "testham"))
    assert Program(site).code(asking("renameOrganization"), input=said) == "UNAUTHENTICATED"
    assert member.code(asking("renameOrganization"), input=said) == "FORBIDDEN"
    elsewhere = said | {"organization": "other/board"}
    assert editor.code(asking("renameOrganization"), input=elsewhere) == "FORBIDDEN"
    assert editor.code(asking("renameOrganization"), input=said | {"organization": "testham/none"}) == "NOT_FOUND"


def test_nothing_confidential_is_named_or_changed_by_an_editor(editor: Program, steward: Program) -> None:
    hidden = {"cites": CITES, "organization": "testham/secret", "name": "Other"}
    answer = editor.ask(asking("renameOrganization"), input=hidden)
    assert "Zsecret" not in answer.text
    assert answer.json()["errors"][0]["extensions"]["code"] in {"NOT_FOUND", "FORBIDDEN"}
    to = {"organization": "testham/board", "type": "REPORTS_TO", "to": {"id": "testham/secret"}}
    assert "input.to.id" in problems(editor, "addLine", **to)
    done = report(steward, "addLine", **to)
    assert "Zsecret" in str(done["told"])
    steward.undo(done["changeSet"])
