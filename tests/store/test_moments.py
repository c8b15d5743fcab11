"""Each entry's moment is that of the last change that its reader could see, and of no other, after whichever changes."""

import random
from collections import defaultdict
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.domain.clearance import PUBLIC, Clearance
from app.domain.facts import said_by
from app.reading.moments import Moments
from app.record.history import history, undo
from app.record.loading import load_files
from app.record.moving import Wish, move
from app.record.removing import remove
from app.store.database import Database, Transaction
from app.store.moments import SHARED, moments_in
from app.store.queries import load_query
from app.store.writer import write_data_set
from tests.conftest import Loop
from tests.store.openness_cases import PLACES, Tangle, open_facts
from tests.store.test_needs import CLEARANCES, as_public
from tests.store.test_openness import written

Place = Callable[..., Path]
Seen = Mapping[str, frozenset[tuple[str, int]]]
FILE = """
organizations:
  - {{id: board, name: {board}, classification: partnership_board, kind: collaboration,
     contactDetails: [{contact}], cites: "minutes, p. 1"}}
  - {{id: inner, name: {inner}, classification: forum, kind: collaboration, access: members, cites: "minutes, p. 1"}}
people:
  - {{id: ann, name: Ann Ray, cites: "minutes, p. 1"}}
posts:
  - {{id: seat, on: board, holders: [{{person: ann, since: {since}}}], cites: "minutes, p. 1"}}
lines:
  - {{id: line, from: board, type: linked_to, to: inner, cites: "minutes, p. 1"}}
meetings:
  - {{id: met, organization: board, date: 2008-03, attendance: [{{person: ann, as: present}}], cites: "minutes, p. 1"}}
"""
FIRST = {"board": "Board", "inner": "Inner", "contact": "", "since": 2007}
MEMBER = Clearance(("members:testham/",))
IDS = ("testham", "testham/board", "testham/inner", "testham/ann", "testham/seat", "testham/line", "testham/met")


def kept(run: Loop, database: Database, clearance: Clearance = PUBLIC) -> Moments:
    async def work(transaction: Transaction) -> Moments:
        return Moments(await moments_in(transaction), clearance)

    return run(database.write(work))


def now(run: Loop, database: Database) -> datetime:
    (row,) = run(database.read("get_data_version"))
    return datetime.fromtimestamp(row.moment / 1000, UTC)


def seen_by(tangle: Tangle, clearance: Clearance) -> Seen:
    """Return what somebody sees of each entry."""
    facts = as_public(tangle.all(), clearance)
    nodes, links = open_facts(facts)
    # What it says is the same whoever reads it: only whether they read it counts.
    found: dict[str, set[tuple[str, int]]] = defaultdict(set)
    for fact in tangle.all().nodes:
        if fact.id in nodes:
            found[fact.id].add((fact.id, fact.digest))
    for link in tangle.all().links:
        if f"{link.type} {link.id}" in links:
            found[said_by(link)[1]].add((link.id, link.digest))
    return {id_: frozenset(each) for id_, each in found.items()}


@pytest.mark.parametrize("seed", range(2))
def test_a_moment_is_that_of_the_last_change_that_a_reader_could_see(database: Database, run: Loop, seed: int) -> None:
    tangle = Tangle(random.Random(seed))
    written(database, run, tangle)
    moments = {clearance: dict[str, datetime | None]() for clearance in (PUBLIC, *CLEARANCES)}
    before = {clearance: seen_by(tangle, clearance) for clearance in moments}
    for clearance, known in moments.items():
        known |= {id_: kept(run, database, clearance).of(id_) for id_ in before[clearance]}
        assert None not in known.values()
    gone = 0
    for _ in range(6):
        start = now(run, database)
        place = tangle.chance.choice(PLACES)
        tangle.shuffle(place)
        run(write_data_set(database, tangle.facts(place), replace=True))
        moment = now(run, database)
        if moment == start:
            continue
        for clearance, known in moments.items():
            its, after = kept(run, database, clearance), seen_by(tangle, clearance)
            changed = {id_ for id_, said in after.items() if said != before[clearance].get(id_)}
            wrong = {
                id_: (its.of(id_), known.get(id_))
                for id_ in after
                if its.of(id_) != (moment if id_ in changed else known.get(id_))
                # Whoever may read more may be told of a change that was of what they cannot read; the public never.
                and (clearance is PUBLIC or id_ in changed)
            }
            assert wrong == {}, (clearance, moment)
            known |= {id_: its.of(id_) for id_ in after}
            vanished = {it.id for it in its.vanished(moment)}
            assert vanished == before[clearance].keys() - after.keys(), (clearance, moment)
            gone += len(vanished)
            since = its.since(moment)
            if clearance is PUBLIC:
                assert {id_ for id_ in after if since.has(id_)} == changed
            before[clearance] = after
    assert gone


def moved(run: Loop, database: Database, start: datetime, clearance: Clearance = PUBLIC) -> set[str]:
    """Return which entries changed after a moment."""
    its, hidden = kept(run, database, clearance), set() if clearance else {"testham/inner", "testham/line"}
    return {id_ for id_ in IDS if (its.of(id_) or start) > start} - hidden


def test_what_is_hidden_moves_nothing_for_the_public(database: Database, run: Loop, place: Place) -> None:
    def load(**said: object) -> tuple[set[str], set[str]]:
        start = now(run, database)
        run(load_files(database, [place(FILE.format(**(FIRST | said)))], replace=True))
        return moved(run, database, start), moved(run, database, start, MEMBER)

    path = place(FILE.format(**FIRST))
    run(load_files(database, [path]))
    loaded = now(run, database)
    assert all(kept(run, database).of(id_) == loaded for id_ in IDS)
    assert load() == (set(), set())
    phone = "{type: phone, value: '1', access: members}"
    assert load(contact=phone) == (set(), {"testham/board"})
    assert load(contact=phone, inner="Inner forum") == (set(), {"testham/inner"})
    assert load(contact=phone, inner="Inner forum", since=2006) == ({"testham/seat"}, {"testham/seat"})
    assert load(inner="Inner forum", since=2006) == (set(), {"testham/board"})
    assert load(contact="{type: phone, value: '1'}", since=2006)[0] >= {"testham/board"}
    assert load(contact="{type: phone, value: '1'}", since=2005)[0] == {"testham/seat"}
    start = now(run, database)
    run(undo(database, run(history(database))[0].number))
    assert moved(run, database, start) == {"testham/seat"}


def test_what_moves_and_what_is_taken_out_is_gone_and_leads_to_what_said_something_of_it(
    database: Database, run: Loop, place: Place
) -> None:
    run(load_files(database, [place(FILE.format(**FIRST))]))
    start = now(run, database)
    assert not run(move(database, Wish("testham/board", "testham/panel", joins=False))).problems
    its = kept(run, database)
    assert [it.id for it in its.vanished(now(run, database))] == ["testham/board"]
    assert its.of("testham/panel") == now(run, database)
    assert moved(run, database, start) >= {"testham/seat", "testham/met"}
    start = now(run, database)
    run(remove(database, "person", "testham/ann"))
    its = kept(run, database)
    # Whoever wants to be forgotten is not listed as gone either.
    assert "ann" not in str([each.id for each in its.vanished(datetime.fromtimestamp(0, UTC))])
    assert "ann" not in str(its.places["testham"].entries)
    assert moved(run, database, start) == {"testham/seat", "testham/met"}
    run(remove(database, "place", "testham"))
    gone = {it.id for it in kept(run, database).vanished(now(run, database))}
    assert gone == {"testham/panel", "testham/seat", "testham/met"}
    assert {it.id for it in kept(run, database, MEMBER).vanished(now(run, database))} - gone == {
        "testham/inner",
        "testham/line",
    }
    run(load_files(database, [place(FILE.format(**FIRST))]))
    left = {it.id for it in kept(run, database).vanished(start)}
    assert left == {"testham/panel"}


def test_what_was_recorded_before_moments_were_kept_is_no_newer_than_the_data(
    database: Database, run: Loop, place: Place
) -> None:
    run(load_files(database, [place(FILE.format(**FIRST))]))
    loaded = now(run, database)

    async def earlier(transaction: Transaction) -> None:
        await transaction._transaction.run("MATCH (m:Moments) DELETE m")
        for name in ("0039_moments_before", "0039_moments_before"):
            await transaction._run(load_query("schema", name, database.engine), {})

    run(database.write(earlier))
    its = kept(run, database)
    assert list(its.places) == [SHARED]
    assert {its.of(id_) for id_ in IDS} == {loaded}
    assert its.since(loaded).ids is None
    run(load_files(database, [place(FILE.format(**(FIRST | {"board": "Big board"})))], replace=True))
    assert moved(run, database, loaded) == {"testham/board"}
    assert kept(run, database).of("testham/seat") == loaded
