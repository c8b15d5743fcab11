"""A fact holds only while what it hangs on does, in every place, whichever place's file says so."""

import random
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from pathlib import Path
from typing import Protocol

import pytest

from app.domain.as_at import AsAt
from app.domain.dates import latest
from app.domain.facts import DataSet
from app.domain.register import Register
from app.domain.standing import Standing
from app.reading.registers import read_register
from app.record.loading import load_files
from app.store.database import Database, Transaction
from app.store.queries import load_query, parse_query
from app.store.reader import Reader
from app.store.writer import write_data_set
from tests.conftest import Loop
from tests.store.lifetime_cases import DAYS, PLACES, Facts, Timeline
from tests.store.test_registers import explorer_of

HEAD = "// What holds on a day.\n// Parameters: $on, $includeProposed.\n// Columns: id.\n"
NODES = parse_query(
    "holding_nodes",
    HEAD + "MATCH (n:Organization|Post|RecordedAbsence) WHERE {{ holds_on_the_day(n) }} RETURN collect(n.id) AS rows",
)
LINKS = parse_query(
    "holding_links",
    HEAD + "MATCH ()-[r]->() WHERE {{ holds_on_the_day(r) }} RETURN collect(type(r) + ' ' + r.id) AS rows",
)
MUDDLE = parse_query(
    "muddle",
    "// Forget when facts hold.\n// Parameters: none.\n// Columns: count.\n"
    "MATCH (n:Organization|Post|RecordedAbsence)-[r]-() SET n.holdsFrom = date('2004-04-04'), n.holdsUntil = null, n.onlyProposed = true,"
    " r.holdsFrom = null, r.holdsUntil = date('2003-03-03'), r.onlyProposed = null RETURN count(*)",
)


US = """
organizations:
  - {id: us, name: Us, classification: forum, kind: collaboration, cites: 'minutes, p'}
"""
BODY = """
  - {id: board, name: Board, classification: partnership_board, kind: collaboration, cites: 'minutes, p'}
lines:
  - {from: us, type: feeds_into, to: board, cites: 'minutes, p'}
"""
ELSEWHERE = """
people:
  - {id: ann, name: Ann, cites: 'minutes, p'}
posts:
  - {id: seat, on: testham/board, holders: {person: ann, until: 2030}, cites: 'minutes, p'}
"""


class _Fact(Protocol):
    @property
    def id(self) -> str: ...


def _between(fact: object, register: Register) -> bool:
    """Tell whether a tie is of a seat that the register has: it may know one end of a filling alone."""
    ends = [getattr(fact, name) for name in ("post_id", "by_post_id") if hasattr(fact, name)]
    return all(id_ in register.posts for id_ in ends)


def agree(database: Database, run: Loop, facts: DataSet, *said: object) -> None:
    """Ask database and values what holds on every day, with and without proposals."""

    async def look(transaction: Transaction) -> dict[AsAt, set[str]]:
        found = {}
        for as_at in (AsAt(day, proposed) for day in DAYS for proposed in (False, True)):
            nodes = await transaction._run(NODES, as_at.parameters)
            found[as_at] = set(nodes) | set(await transaction._run(LINKS, as_at.parameters))
        return found

    for as_at, found in run(database.write(look)).items():
        assert found ^ Facts(facts, as_at.on, as_at.include_proposed).holding() == set(), (as_at, *said)


def written(database: Database, run: Loop, timeline: Timeline) -> None:
    """Write both places: first what each says of itself alone, so that the other's ends are there."""
    whole = timeline.all()
    run(write_data_set(database, DataSet(whole.nodes, [], set(PLACES))))
    run(write_data_set(database, whole))


def test_one_load_of_everything_tells_when_it_holds(database: Database, run: Loop) -> None:
    timeline = Timeline(random.Random(7))
    run(write_data_set(database, timeline.all()))
    agree(database, run, timeline.all())


@pytest.mark.parametrize("seed", range(3))
def test_loads_of_one_place_at_a_time_leave_right_when_facts_hold(database: Database, run: Loop, seed: int) -> None:
    timeline = Timeline(random.Random(seed))
    written(database, run, timeline)
    agree(database, run, timeline.all(), seed)
    for round_ in range(6):
        if timeline.chance.random() < 0.3:
            timeline.redate()
            run(write_data_set(database, timeline.all(), replace=True))
        else:
            place = timeline.chance.choice(PLACES)
            timeline.shuffle(place)
            run(write_data_set(database, timeline.facts(place), replace=True))
        agree(database, run, timeline.all(), seed, round_)


@pytest.mark.parametrize("seed", range(3))
def test_the_standing_of_a_place_holds_what_the_database_does(database: Database, run: Loop, seed: int) -> None:
    timeline = Timeline(random.Random(seed))
    written(database, run, timeline)
    register = run(read_register(explorer_of(database), "testham"))
    assert min(len(register.posts), len(register.lines), len(register.holdings), len(register.fillings)) >= 4
    for as_at in (AsAt(day, proposed) for day in DAYS for proposed in (False, True)):
        standing, holding = Standing(register, as_at), Facts(timeline.all(), as_at.on, as_at.include_proposed).holding()
        posts = list(standing.posts)
        assert set(posts) == set(register.posts) & holding, as_at
        found: dict[str, tuple[Iterable[_Fact], Iterable[_Fact]]] = {
            "ON_BEHALF_OF": (register.behalf, [tie for id_ in posts for tie in standing.behalf(id_)]),
            "APPOINTED_BY": (register.appointed, [tie for id_ in posts for tie in standing.appointed(id_)]),
            "FILLED_BY_HOLDER_OF": (register.fillings, [each for id_ in posts for each in standing.fillings(id_)]),
            "HOLDS": (register.holdings, [each for id_ in posts for each in standing.holdings(id_)]),
            "WORKS_FOR": (register.employments, [e for id_ in register.people for e in standing.employments(id_)]),
        }
        for type_, (every, held) in found.items():
            # An employment knows no proposals: by a body that is only proposed, somebody may be employed already.
            there = Facts(timeline.all(), as_at.on, True).holding() if type_ == "WORKS_FOR" else holding
            expected = {it.id for it in every if f"{type_} {it.id}" in there and _between(it, register)}
            assert {it.id for it in held} == expected, (type_, as_at)
        lines = {f"{line.type.relationship} {line.id}" for line in register.lines}
        assert {f"{line.type.relationship} {line.id}" for line in standing.lines} == lines & holding, as_at


def test_an_end_that_a_load_gives_is_the_end_of_what_hangs_on_it(
    database: Database, run: Loop, place: Callable[..., Path]
) -> None:
    run(load_files(database, [place(US + BODY), place(ELSEWHERE, "other")]))
    reader, before, after = Reader(database), AsAt(date(2010, 12, 31)), AsAt(date(2011, 1, 1))
    run(load_files(database, [place(US)], until="2010"))
    assert [post.id for post in run(reader.posts_on(["testham/board"], before))["testham/board"]] == ["other/seat"]
    assert run(reader.posts_on(["testham/board"], after)) == {}
    assert run(reader.lines(["testham/us"], before)) != {}
    assert run(reader.lines(["testham/us"], after)) == {}
    assert run(reader.tenures(["other/seat"], before)) != {}
    assert run(reader.tenures(["other/seat"], after)) == {}


@pytest.mark.parametrize("published", ["2008", "2008-02", "2008-12", "2007-02", "2008-03-01", "2008-01-01"])
def test_what_is_disbanded_was_there_until_the_day_before_its_newest_source_and_follows_its_date(
    database: Database, run: Loop, place: Callable[..., Path], published: str
) -> None:
    board = US.replace("us, name: Us,", "us, name: Us, status: disbanded,")
    path = place(board)
    sources = path.parent / "sources.yaml"
    run(load_files(database, [path.parent]))
    assert run(Reader(database).organizations(["testham/us"]))["testham/us"].last_day == date(2008, 1, 30)
    sources.write_text(sources.read_text().replace("2008-01}", f"{published}}}", 1))
    run(load_files(database, [path.parent]))
    newest = latest(published) - timedelta(days=1)
    assert run(Reader(database).organizations(["testham/us"]))["testham/us"].last_day == newest


def test_a_database_of_an_earlier_version_learns_when_facts_hold(database: Database, run: Loop) -> None:
    timeline = Timeline(random.Random(99))
    written(database, run, timeline)
    before = run(database.read("get_data_version"))[0].number

    async def migrated(transaction: Transaction) -> None:
        await transaction._run(MUDDLE, {})
        for name in (
            "0017_times_of_bodies",
            "0018_times_of_what_hangs",
            "0019_times_of_relationships",
            "0020_times_are_a_change",
        ):
            await transaction._run(load_query("schema", name, database.engine), {})

    run(database.write(migrated))
    agree(database, run, timeline.all())
    assert run(database.read("get_data_version"))[0].number == before + 1
