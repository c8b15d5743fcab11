"""What is not public is closed with all that hangs on it, in every place, whichever place's file says so."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from app.domain.facts import DataSet
from app.record.loading import load_files
from app.store.database import Database, Transaction
from app.store.queries import load_query, parse_query
from app.store.writer import write_data_set
from tests.conftest import Loop
from tests.store.openness_cases import PLACES, Tangle, open_facts

Place = Callable[..., Path]

OPEN_LINKS = parse_query(
    "open_links",
    "// The open relationships.\n// Parameters: none.\n// Columns: id.\n"
    "MATCH ()-[r]->() WHERE r.open RETURN collect(type(r) + ' ' + r.id) AS rows",
)
MUDDLE = parse_query(
    "muddle",
    "// Forget what is open.\n// Parameters: none.\n// Columns: count.\n"
    "MATCH (n)-[r]-() SET n.open = (n.access <> 'public'), r.open = (r.access <> 'public') RETURN count(*)",
)


def found_open(database: Database, run: Loop) -> tuple[set[str], set[str]]:
    """Return the nodes and links that the database holds to be open."""

    async def look(transaction: Transaction) -> tuple[set[str], set[str]]:
        ids = await transaction.read("list_ids")
        return {row.id for row in ids if row.open}, set(await transaction._run(OPEN_LINKS, {}))

    return run(database.write(look))


def written(database: Database, run: Loop, tangle: Tangle) -> None:
    """Write both places: first what each says of itself alone, so that the other's ends are there."""
    whole = tangle.all()
    run(write_data_set(database, DataSet(whole.nodes, [], set(PLACES))))
    run(write_data_set(database, whole))


@pytest.mark.parametrize("seed", range(4))
def test_loads_of_one_place_at_a_time_leave_open_what_should_be(database: Database, run: Loop, seed: int) -> None:
    tangle = Tangle(random.Random(seed))
    written(database, run, tangle)
    assert found_open(database, run) == open_facts(tangle.all())
    for round_ in range(8):
        place = tangle.chance.choice(PLACES)
        tangle.shuffle(place)
        run(write_data_set(database, tangle.facts(place), replace=True))
        (nodes, links), (open_nodes, open_links) = found_open(database, run), open_facts(tangle.all())
        assert (nodes ^ open_nodes, links ^ open_links) == (set(), set()), (seed, round_, place)


BOARD = """
organizations:
  - {id: board, name: Board, classification: partnership_board, kind: collaboration, cites: "minutes, p. 1"}
  - {id: forum, name: Forum, classification: forum, kind: collaboration, cites: "minutes, p. 1"}
people:
  - {id: ann, name: Ann Ray, cites: "minutes, p. 1"}
meetings:
  - {id: held, organization: board, date: 2009-01-02, cites: "minutes, p. 1"}
"""
ELSEWHERE = """
posts:
  - {id: seat, on: testham/board, holders: testham/ann, cites: "report, p. 1"}
  - {on: held-here, onBehalfOf: testham/forum, cites: "report, p. 1"}
organizations:
  - {id: held-here, name: Held here, classification: committee, kind: collaboration, cites: "report, p. 1"}
actions:
  - {id: task, text: Do it, arisingFrom: testham/held, owners: testham/ann, cites: "report, p. 1"}
"""
DERIVED = "other/held-here--member--for-testham-forum"


def closed_posts_and_actions(database: Database, run: Loop) -> set[str]:
    found = run(database.read("list_ids"))
    return {row.id for row in found if row.label in "Post Action" and not row.open}


def test_closing_a_body_closes_what_another_place_says_of_it(database: Database, run: Loop, place: Place) -> None:
    run(load_files(database, [place(BOARD), place(ELSEWHERE, "other")]))
    assert closed_posts_and_actions(database, run) == set()
    run(load_files(database, [place(BOARD.replace("name: Board,", "name: Board, access: confidential,"))]))
    assert closed_posts_and_actions(database, run) == {"other/seat", "other/task"}
    assert run(database.read("find_meetings", ids=["testham/held"])) == []
    run(load_files(database, [place(BOARD)]))
    assert closed_posts_and_actions(database, run) == set()


def test_a_seat_whose_id_names_a_closed_group_is_closed_with_it(database: Database, run: Loop, place: Place) -> None:
    run(load_files(database, [place(BOARD), place(ELSEWHERE, "other")]))
    run(load_files(database, [place(BOARD.replace("name: Forum,", "name: Forum, access: members,"))]))
    assert closed_posts_and_actions(database, run) == {DERIVED}


def test_loading_the_other_place_again_changes_nothing(database: Database, run: Loop, place: Place) -> None:
    closed = BOARD.replace("name: Board,", "name: Board, access: confidential,")
    run(load_files(database, [place(closed), place(ELSEWHERE, "other")]))
    again = run(load_files(database, [place(ELSEWHERE, "other")]))
    assert (again.added, again.changed) == (0, 0)
    assert closed_posts_and_actions(database, run) == {"other/seat", "other/task"}


def test_a_database_of_an_earlier_version_is_brought_right(database: Database, run: Loop) -> None:
    """A database in which nothing is as it should be comes right, and counts as changed."""
    tangle = Tangle(random.Random(99))
    written(database, run, tangle)
    before = run(database.read("get_data_version"))[0].number

    async def migrated(transaction: Transaction) -> None:
        await transaction._run(MUDDLE, {})
        for name in ("0014_open_nodes", "0015_open_relationships", "0016_openness_is_a_change"):
            await transaction._run(load_query("schema", name, database.engine), {})

    run(database.write(migrated))
    assert found_open(database, run) == open_facts(tangle.all())
    assert run(database.read("get_data_version"))[0].number == before + 1
