"""Two entries become one and an id becomes another: every fact moves, the old id leads to the new, and an undo takes it back."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, event, given, settings
from hypothesis import strategies as st

from app.domain.rights import Account, Grant, Role
from app.errors import BadInput, NotAllowed, UnknownId
from app.record.drafting import Weighed, known_of
from app.record.drafts import Drafting
from app.record.history import history, undo
from app.record.loading import load_files
from app.record.moving import Wish, move, pair_of
from app.record.removing import remove
from app.store.database import Database, Transaction
from app.store.moves import moves_of
from tests.conftest import SEEDS, Loop
from tests.store.test_entries_recorded import facts_in, recorded

Place = Callable[..., Path]

FILE = """
organizations:
  - {id: coa, name: Council on Ageing, alternateNames: [CoA], classification: forum, kind: collaboration, purpose: Short, cites: "minutes, p. 1"}
  - {id: ageing, name: Ageing Council, classification: forum, kind: collaboration, purpose: Longer words, sector: voluntary,
     identifiers: [{scheme: GB-CHC, value: "1"}], cites: "report, p. 9"}
  - {id: board, name: Board, classification: partnership_board, kind: collaboration, cites: "minutes, p. 1",
     composition: [{of: [ageing, coa], min: 1}]}
people:
  - {id: ann, name: Ann Ray, worksFor: coa, cites: "minutes, p. 1"}
  - {id: anne, name: Anne Ray, worksFor: [{organization: ageing, role: Director}], cites: "report, p. 2"}
posts:
  - {on: coa, role: chair, holders: ann, cites: "minutes, p. 1"}
  - {on: ageing, role: chair, holders: anne, cites: "report, p. 1"}
  - {on: ageing, role: secretary, cites: "report, p. 1"}
  - {on: board, onBehalfOf: coa, filledByHolderOf: coa--chair, cites: "minutes, p. 1"}
  - {on: board, onBehalfOf: ageing, filledByHolderOf: ageing--chair, cites: "report, p. 1"}
lines:
  - {from: coa, type: reports_to, to: board, cites: "minutes, p. 1"}
  - {from: ageing, type: reports_to, to: board, cites: "report, p. 1"}
  - {from: ageing, type: linked_to, to: coa, cites: "report, p. 1"}
meetings:
  - {organization: coa, date: 2008-03, attendance: [{person: ann, as: present}], cites: "minutes, p. 1"}
  - {organization: ageing, date: 2008-03, venue: Hall, attendance: [{person: anne, as: present, for: ageing}], reports: [{post: ageing--chair}], cites: "report, p. 1"}
actions:
  - {text: Write, owners: [ann, anne], arisingFrom: ageing--2008-03, cites: "report, p. 1"}
absences:
  - {subject: ageing, from: board, note: Missing, cites: "report, p. 3"}
assessments:
  - {organization: board, dimension: funding, rating: green, by: ageing, cites: "report, p. 3"}
"""
ELSEWHERE = """
posts:
  - {id: far, on: testham/ageing, role: member, onBehalfOf: testham/coa, cites: "report, p. 4"}
organizations:
  - {id: club, name: Club, classification: forum, kind: collaboration, cites: "report, p. 4"}
lines:
  - {from: club, type: feeds_into, to: testham/ageing, cites: "report, p. 4"}
meetings:
  - {organization: club, date: 2009, attendance: [{person: testham/anne, as: deputising, deputisingFor: testham/ann}], cites: "report, p. 4"}
"""
BOTH = ("testham/ageing", "testham/coa")

BODIES, PEOPLE = ("testham/ageing", "testham/coa"), ("testham/anne", "testham/ann")
"""Each with the one that goes first."""
PLACES = (("gloucester", "gloucestershire"), ("hammersmith-and-fulham",))
"""Of those that come with the project, the smaller ones, each with what it mentions."""


def facts(run: Loop, database: Database, *places: str) -> dict[str, tuple[Any, ...]]:
    found: dict[str, tuple[Any, ...]] = {}
    for place in places or ("testham", "other"):
        found |= facts_in(recorded(run, database, place))
    return found


def leads(run: Loop, database: Database) -> dict[str, str]:
    return {move.old: move.new for move in run(moves_of(database)) if move.public}


def joined(run: Loop, database: Database, old: str, new: str, **picks: str) -> Weighed:
    pair = run(pair_of(database, old, new))
    done = run(move(database, Wish(old, new, True, picks, pair.was)))
    assert not done.problems, done.problems
    assert not done.conflicts
    return done


def test_two_people_and_two_bodies_become_one_with_all_that_is_said_of_either(
    database: Database, run: Loop, place: Place
) -> None:
    run(load_files(database, [place(ELSEWHERE, "other"), place(FILE)]))
    before = facts(run, database)
    people = joined(run, database, *PEOPLE)
    between = facts(run, database)
    assert between["ATTENDED testham/ann--attended--ageing--2008-03"][2]["for"] == "testham/ageing"
    assert [key for key in between if key.startswith("OWNED_BY")] == ["OWNED_BY testham/action--write--owned-by--ann"]
    # Nobody deputises for themselves.
    assert "deputisingFor" not in between["ATTENDED other/testham-ann--attended--club--2009"][2]
    pair = run(pair_of(database, *BODIES))
    assert {it.name: it.usual for it in pair.choices} == {
        "name": "first",
        "alternateNames": "both",
        "purpose": "second",
        "sector": "second",
        "identifiers": "both",
    }
    would = run(move(database, Wish(*BODIES), dry_run=True))
    assert facts(run, database) == between
    bodies = joined(run, database, *BODIES, purpose="first")
    assert (
        would.lines[0]
        == bodies.lines[0]
        == ("Ageing Council (testham/ageing) and Council on Ageing (testham/coa) are one by now.")
    )
    now = facts(run, database)
    assert not [each for each in now.items() if "testham/ageing" in repr(each) or "testham/anne" in repr(each)]
    body = now["Organization testham/coa"][2]
    assert (body["name"], body["alternateNames"], body["purpose"], body["sector"], body["cites"]) == (
        "Council on Ageing",
        ["CoA", "Ageing Council"],
        "Short",
        "voluntary",
        "minutes p. 1\nreport p. 9",
    )
    # What led from one to the other says nothing any more, and what both said is one.
    assert sorted(key for key in now if key.split()[0] in {"LINKED_TO", "REPORTS_TO", "Post", "Meeting", "HOLDS"}) == [
        "HOLDS testham/ann--holds--coa--chair",
        "Meeting other/club--2009",
        "Meeting testham/coa--2008-03",
        "Post other/far",
        "Post testham/board--member--for-coa",
        "Post testham/coa--chair",
        "Post testham/coa--secretary",
        "REPORTS_TO testham/coa--reports-to--board",
    ]
    assert now["Meeting testham/coa--2008-03"][2]["venue"] == "Hall"
    assert leads(run, database) == {
        "testham/absence-of-ageing--from-board": "testham/absence-of-coa--from-board",
        "testham/ageing": "testham/coa",
        "testham/ageing--2008-03": "testham/coa--2008-03",
        "testham/ageing--chair": "testham/coa--chair",
        "testham/ageing--secretary": "testham/coa--secretary",
        "testham/anne": "testham/ann",
        "testham/board--member--for-ageing": "testham/board--member--for-coa",
    }
    (change,) = run(history(database, number=bodies.number))
    assert (change.how, change.places) == ("join", ("other", "testham"))
    # A file that has the old ids still means the new ones.
    run(load_files(database, [place(ELSEWHERE, "other"), place(FILE)], replace=True))
    assert facts(run, database).keys() == now.keys()
    with pytest.raises(UnknownId, match="'testham/ageing' is 'testham/coa' by now"):
        run(pair_of(database, *BODIES))
    loaded = run(history(database))[0].number
    for number in (loaded, bodies.number, people.number):
        run(undo(database, number))
    assert facts(run, database) == before
    assert not {"testham/ageing", "testham/anne", "testham/ageing--chair"} & leads(run, database).keys()


def test_an_id_that_is_another_leads_to_it_until_it_is_taken_back(database: Database, run: Loop, place: Place) -> None:
    run(load_files(database, [place(ELSEWHERE, "other"), place(FILE)]))
    before = facts(run, database)
    first = run(move(database, Wish("testham/coa", "testham/council", joins=False)))
    second = run(move(database, Wish("testham/council", "testham/the-council", joins=False)))
    assert leads(run, database)["testham/coa"] == leads(run, database)["testham/council"] == "testham/the-council"
    assert "Post testham/the-council--chair" in facts(run, database)
    known = run(known_of(database, "testham"))
    drafting = Drafting(known)
    assert drafting.add(
        "organization", {"name": "CoA", "classification": "forum", "cites": "minutes, p. 1"}, "coa"
    ) == ("coa-2")
    for number in (second.number, first.number):
        run(undo(database, number))
    assert facts(run, database) == before
    # What was new in between leads back.
    assert leads(run, database)["testham/the-council--chair"] == "testham/coa--chair"
    again = run(history(database))[0].number
    run(undo(database, again))
    assert leads(run, database)["testham/coa"] == "testham/council"
    for new, said in (
        ("testham/board", "is something else already"),
        ("other/coa", "has to be of the same place"),
        ("testham/The Council", "cannot be an id"),
    ):
        with pytest.raises(BadInput, match=said):
            run(move(database, Wish("testham/council", new, joins=False)))


def test_two_chairs_with_two_holders_stay_two_seats(database: Database, run: Loop, place: Place) -> None:
    run(load_files(database, [place(FILE)]))
    joined(run, database, *BODIES)
    now = facts(run, database, "testham")
    assert {"Post testham/coa--chair", "Post testham/ageing--chair"} <= now.keys()
    assert now["POST_IN testham/ageing--chair--post-in--coa"][1][3] == "testham/coa"


def test_what_was_hidden_leads_nobody_anywhere(database: Database, run: Loop, place: Place) -> None:
    hidden = FILE.replace("name: Ageing Council,", "name: Ageing Council, access: confidential,")
    hidden = hidden.replace("{on: board, onBehalfOf: ageing", "{id: seat, on: board, onBehalfOf: ageing")
    run(load_files(database, [place(hidden)]))
    done = joined(run, database, *BODIES)
    assert "testham/ageing" not in leads(run, database)
    assert facts(run, database, "testham")["Organization testham/coa"][2]["access"] == "confidential"
    (change,) = run(history(database, number=done.number))
    assert change.confidential


def test_what_was_hidden_when_it_moved_leads_nobody_anywhere_once_it_is_not(
    database: Database, run: Loop, place: Place
) -> None:
    run(load_files(database, [place(FILE.replace("name: Ann Ray,", "name: Ann Ray, access: confidential,"))]))
    run(move(database, Wish("testham/ann", "testham/somebody", joins=False)))
    run(load_files(database, [place(FILE)]))
    assert facts(run, database, "testham")["Person testham/somebody"][2]["access"] == "public"
    assert "testham/ann" not in leads(run, database)


def test_only_stewards_of_all_places_that_mention_it_move_anything(database: Database, run: Loop, place: Place) -> None:
    run(load_files(database, [place(ELSEWHERE, "other"), place(FILE)]))
    before = facts(run, database)

    def account(*grants: Grant) -> Account:
        return Account("1", "ada", "Ada", grants)

    editor = account(Grant(Role.EDITOR))
    of_one = account(Grant(Role.STEWARD, "testham"))
    for who, said in ((editor, "Only a steward"), (of_one, "Facts of other places lead to it")):
        with pytest.raises(NotAllowed, match=said):
            run(move(database, Wish(*BODIES), account=who))
    assert facts(run, database) == before
    assert run(move(database, Wish(*BODIES), account=account(Grant(Role.STEWARD)))).number


def test_what_somebody_changed_meanwhile_is_not_joined(database: Database, run: Loop, place: Place) -> None:
    run(load_files(database, [place(FILE)]))
    pair = run(pair_of(database, *BODIES))
    run(load_files(database, [place(FILE.replace("purpose: Short", "purpose: Other"))]))
    done = run(move(database, Wish(*BODIES, was=pair.was)))
    assert [conflict.address.id for conflict in done.conflicts] == ["testham/coa"]
    assert not done.number


def test_whoever_is_taken_out_for_good_is_taken_out_of_what_moved(database: Database, run: Loop, place: Place) -> None:
    run(load_files(database, [place(FILE)]))
    joined(run, database, *PEOPLE)

    async def two(transaction: Transaction) -> None:
        for one, other in (("testham/ann", "testham/bo"), ("testham/aa", PEOPLE[0]), ("testham/bo", "testham/cy")):
            await transaction.write("record_kept_apart", id=f"{one} {other}", one=one, other=other, by="ada", now=1)

    run(database.write(two))
    run(remove(database, "person", "testham/ann"))
    assert [(row.one, row.other) for row in run(database.read("list_kept_apart"))] == [("testham/bo", "testham/cy")]
    assert run(moves_of(database)) == []
    assert run(database.read("list_redirects")) == []


@given(data=st.data())
@settings(max_examples=2, phases=[Phase.generate], deadline=None, suppress_health_check=list(HealthCheck))
def test_any_two_of_the_project_s_own_places_are_joined_and_parted_again(
    database: Database, run: Loop, data: st.DataObject
) -> None:
    run(load_files(database, [SEEDS / f"{name}.yaml" for name in data.draw(st.sampled_from(PLACES))]))
    rows = run(database.read("list_ids"))
    places = sorted({row.id.partition("/")[0] for row in rows if row.label == "Organization"})
    label = data.draw(st.sampled_from(["Organization", "Organization", "Person", "Post"]))
    ids = sorted(row.id for row in rows if row.label == label)
    old = data.draw(st.sampled_from(ids))
    new = data.draw(st.sampled_from([id_ for id_ in ids if id_ != old]))
    event(f"{old} into {new}")
    before = facts(run, database, *places)
    pair = run(pair_of(database, old, new))
    done = run(move(database, Wish(old, new, was=pair.was)))
    if done.problems:
        # Seats on people at large, and circles, are told and not written.
        assert facts(run, database, *places) == before
        return
    now = facts(run, database, *places)
    assert not [key for key, said in now.items() if f"'{old}'" in repr(said) or key.partition(" ")[2] == old]
    run(undo(database, done.number))
    assert facts(run, database, *places) == before
