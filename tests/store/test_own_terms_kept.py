"""What a file says of seats, bodies, people, lines and meetings by their own terms comes back from both engines."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from app.domain import records as r
from app.domain.as_at import AsAt
from app.domain.vocabulary import Decision, MeetingStatus, SeatMembership, Sector, YesNoNotRecorded
from app.record.loading import load_files
from app.store.database import Database
from app.store.reader import Reader
from tests.conftest import Loop

PLACE = """
organizations:
  - id: board
    name: Board
    classification: partnership_board
    kind: collaboration
    areas: [other, testham]
    decides: decides
    quorum: a third
    quorumNumber: 3
    seatsStated: 9
    composition: [{of: [faith, carers], min: 1, max: 4, maxShare: 0.5, note: so it says, cites: "report, rule 3"}]
    cites: minutes, p
  - {id: carers, name: Carers, classification: constituency, kind: constituency, cites: "minutes, p"}
  - {id: silent, name: Silent, classification: forum, kind: collaboration, cites: "minutes, p"}
people:
  - {id: ann, name: Ann Ray, honorificPrefix: Cllr, honorificSuffix: OBE, cites: "minutes, p"}
  - {id: bob, name: Bob Oak, cites: "minutes, p"}
posts:
  - {id: last, on: board, role: chair, holders: [ann, {person: bob, capacity: deputy}], cites: "minutes, p"}
  - {id: second, on: board, order: 2, number: 4, numberMax: 5, membership: associate, area: other, electorate: all, termLimit: two terms, onBehalfOf: carers, cites: "minutes, p"}
  - {id: first, on: board, order: 1, cites: "minutes, p"}
lines:
  - {from: silent, type: linked_to, to: board, label: lead agency, cites: "minutes, p"}
meetings:
  - {id: off, organization: board, date: 2010-01, status: cancelled, cites: "minutes, p"}
  - {id: on, organization: board, date: 2010-02, quorate: yes, cites: "minutes, p"}
"""
DAY = AsAt(date(2010, 6, 1))


def test_what_is_said_comes_back_and_silence_stays_silence(
    database: Database, run: Loop, place: Callable[..., Path]
) -> None:
    run(load_files(database, [place(PLACE)]))
    reader = Reader(database)
    bodies = run(reader.organizations(["testham/board", "testham/silent"]))
    board, silent = bodies["testham/board"], bodies["testham/silent"]
    assert (board.decides, board.quorum, board.quorum_number, board.seats_stated) == (Decision.DECIDES, "a third", 3, 9)
    assert board.composition == (
        r.CompositionRule(
            (Sector.FAITH,), ("testham/carers",), 1, 4, 0.5, "so it says", (r.Citation("report", "rule 3"),)
        ),
    )
    assert board.area_ids == ("testham", "other")
    assert (silent.decides, silent.quorum, silent.quorum_number, silent.seats_stated, silent.composition) == (
        Decision.NOT_RECORDED, None, None, None, (),
    )  # fmt: skip
    posts = run(reader.posts_on(["testham/board"], DAY))["testham/board"]
    assert [post.id for post in posts] == ["testham/first", "testham/second", "testham/last"]
    second = posts[1]
    assert (second.number, second.number_max, second.membership) == (4, 5, SeatMembership.ASSOCIATE)
    assert (second.for_area, second.electorate, second.term_limit) == ("other", "all", "two terms")
    assert (posts[0].number_max, posts[0].membership, posts[0].for_area, posts[2].order) == (None,) * 4
    people = run(reader.people(["testham/ann", "testham/bob"]))
    assert [people[id_].shown for id_ in sorted(people)] == ["Cllr Ann Ray OBE", "Bob Oak"]
    held = run(reader.tenures(["testham/last"], DAY))["testham/last"]
    assert [(tenure.holder_name, tenure.holder_shown) for tenure in held] == [
        ("Ann Ray", "Cllr Ann Ray OBE"), ("Bob Oak", "Bob Oak"),
    ]  # fmt: skip
    (line,) = run(reader.lines(["testham/silent"], DAY))["testham/silent"]
    assert line.label == "lead agency"
    meetings = run(reader.meetings(["testham/off", "testham/on"]))
    off, on = meetings["testham/off"], meetings["testham/on"]
    assert (off.status, off.is_cancelled, off.quorate) == (MeetingStatus.CANCELLED, True, YesNoNotRecorded.NOT_RECORDED)
    assert (on.status, on.is_cancelled, on.quorate) == (None, False, YesNoNotRecorded.YES)


def test_loading_the_same_twice_changes_nothing_and_a_changed_rule_is_written(
    database: Database, run: Loop, place: Callable[..., Path]
) -> None:
    run(load_files(database, [place(PLACE)]))
    again = run(load_files(database, [place(PLACE)]))
    assert (again.added, again.changed, again.removed) == (0, 0, 0)
    run(load_files(database, [place(PLACE.replace("min: 1,", "min: 2,").replace("order: 1,", ""))]))
    found = run(Reader(database).organizations(["testham/board"]))["testham/board"]
    assert found.composition[0].min == 2
    assert run(Reader(database).posts(["testham/first"]))["testham/first"].order is None
