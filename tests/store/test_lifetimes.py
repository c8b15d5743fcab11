"""A fact holds only while what it hangs on does, in every place, whichever place's file says so."""

import random

import pytest

from app.domain.as_at import AsAt
from app.domain.facts import DataSet
from app.store.database import Database, Transaction
from app.store.queries import load_query, parse_query
from app.store.writer import write_data_set
from tests.conftest import Loop
from tests.store.lifetime_cases import DAYS, PLACES, Facts, Timeline

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
