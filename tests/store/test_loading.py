"""Loading is all or nothing, repeatable, and removes only what it is told to."""

from collections.abc import Callable
from pathlib import Path

import pytest

from app.errors import BadInput, DataRefused
from app.record.loading import load_files
from app.store.database import Database
from app.store.writer import Summary
from tests.conftest import SEEDS, Loop

Place = Callable[..., Path]

BASE = """
organizations:
  - {id: coa, name: Council on Ageing, classification: forum, kind: collaboration, cites: "minutes, p. 1"}
  - {id: board, name: Board, classification: partnership_board, kind: collaboration, cites: "minutes, p. 1"}
people:
  - {id: ann, name: Ann Ray, worksFor: coa, cites: "minutes, p. 1"}
posts:
  - {id: seat, on: board, onBehalfOf: coa, holders: ann, cites: "minutes, p. 1"}
lines:
  - {from: coa, type: feeds_into, to: board, cites: "minutes, p. 2"}
"""


def test_loading_twice_changes_nothing(database: Database, run: Loop, place: Place) -> None:
    path = place(BASE)
    first = run(load_files(database, [path]))
    version = run(database.read("get_data_version"))
    assert first.added > 0
    assert run(load_files(database, [path])) == Summary(0, 0, 0, first.added)
    assert run(database.read("get_data_version")) == version


def test_a_change_is_counted_as_one_and_written(database: Database, run: Loop, place: Place) -> None:
    run(load_files(database, [place(BASE)]))
    summary = run(load_files(database, [place(BASE.replace("name: Board", "name: Big Board"))]))
    assert (summary.added, summary.changed, summary.removed) == (0, 1, 0)
    assert "Big Board" in [row.name for row in run(database.read("find_organizations", ids=["testham/board"]))]


def test_a_property_taken_out_of_the_file_goes_from_the_database(database: Database, run: Loop, place: Place) -> None:
    run(load_files(database, [place(BASE.replace("name: Board,", "name: Board, purpose: All sorts,"))]))
    run(load_files(database, [place(BASE)]))
    (row,) = run(database.read("find_organizations", ids=["testham/board"]))
    assert row.purpose is None


def test_a_line_with_an_id_can_move_to_other_ends(database: Database, run: Loop, place: Place) -> None:
    line = '  - {id: voice, from: coa, type: feeds_into, to: board, cites: "minutes, p. 3"}\n'
    turned = line.replace("from: coa", "from: board").replace("to: board", "to: coa")
    run(load_files(database, [place(BASE.split("lines:", maxsplit=1)[0] + "lines:\n" + line)]))
    summary = run(load_files(database, [place(BASE.split("lines:", maxsplit=1)[0] + "lines:\n" + turned)]))
    assert (summary.added, summary.changed) == (0, 1)
    (row,) = run(database.read("find_lines", ids=["testham/voice"]))
    assert (row.from_id, row.to_id) == ("testham/board", "testham/coa")


def test_what_a_file_no_longer_has_goes_only_with_replace(database: Database, run: Loop, place: Place) -> None:
    run(load_files(database, [place(BASE)]))
    shorter = place(BASE.split("posts:", maxsplit=1)[0])
    assert run(load_files(database, [shorter])).removed == 0
    assert run(database.read("find_posts", ids=["testham/seat"]))
    summary = run(load_files(database, [shorter], replace=True))
    assert summary.removed > 0
    assert run(database.read("find_posts", ids=["testham/seat"])) == []
    assert run(database.read("find_organizations", ids=["testham/board"]))


def test_replacing_one_place_leaves_others_alone(database: Database, run: Loop, place: Place) -> None:
    other = place(BASE, "other")
    run(load_files(database, [place(BASE), other]))
    run(load_files(database, [place("")], replace=True))
    assert run(database.read("find_organizations", ids=["testham/board"])) == []
    assert run(database.read("find_organizations", ids=["other/board"]))


def test_what_another_place_mentions_is_not_removed(database: Database, run: Loop, place: Place) -> None:
    line = 'lines:\n  - {from: coa, type: feeds_into, to: testham/board, cites: "minutes, p"}\n'
    run(load_files(database, [place(BASE), place(BASE.split("lines:", maxsplit=1)[0] + line, "other")]))
    with pytest.raises(DataRefused, match="'testham/board' cannot be removed: 'other/coa' in other still mentions it"):
        run(load_files(database, [place("")], replace=True))
    assert run(database.read("find_organizations", ids=["testham/board"]))


def test_one_bad_entry_and_nothing_is_written(database: Database, run: Loop, place: Place) -> None:
    with pytest.raises(DataRefused, match="1 problem; nothing was written") as refused:
        run(load_files(database, [place(BASE.replace("to: board", "to: bord"))]))
    assert "did you mean testham/board?" in str(refused.value.problems[0])
    assert run(database.read("list_ids")) == []


def test_ids_of_places_already_loaded_may_be_mentioned(database: Database, run: Loop, place: Place) -> None:
    run(load_files(database, [place(BASE)]))
    line = 'lines:\n  - {from: coa, type: feeds_into, to: testham/board, cites: "minutes, p"}\n'
    assert run(load_files(database, [place(BASE.split("lines:", maxsplit=1)[0] + line, "other")])).added > 0


def test_a_preview_says_the_same_and_writes_nothing(database: Database, run: Loop, place: Place) -> None:
    path = place(BASE)
    preview = run(load_files(database, [path], dry_run=True))
    assert run(database.read("list_ids")) == []
    assert run(load_files(database, [path])) == preview


def test_more_than_one_load_may_write_is_refused(database: Database, run: Loop, place: Place) -> None:
    limit, database.settings.max_transaction_facts = database.settings.max_transaction_facts, 3
    try:
        with pytest.raises(BadInput, match="are more than one load may write"):
            run(load_files(database, [place(BASE)]))
    finally:
        database.settings.max_transaction_facts = limit


def test_progress_ends_at_the_whole(database: Database, run: Loop, place: Place) -> None:
    seen: list[tuple[int, int]] = []
    summary = run(load_files(database, [place(BASE)], progress=lambda done, whole: seen.append((done, whole))))
    assert seen[-1] == (summary.added, summary.added)


def test_the_seeds_load_and_load_again_unchanged(database: Database, run: Loop) -> None:
    first = run(load_files(database, [SEEDS]))
    assert first.added > 1_500
    assert run(load_files(database, [SEEDS])) == Summary(0, 0, 0, first.added)
    assert run(load_files(database, [SEEDS], replace=True)) == Summary(0, 0, 0, first.added)
