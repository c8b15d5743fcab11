"""A place, a source or an area is removed whole, or not at all where something still rests on it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from app.errors import BadInput, DataRefused, UnknownId
from app.record.loading import load_files
from app.record.removing import remove
from app.store.database import Database, Transaction
from tests.conftest import Loop
from tests.recorded import recorded_links, recorded_nodes

Place = Callable[..., Path]

FILE = """
sources:
  - {id: about, title: About us}
organizations:
  - {id: coa, name: Council on Ageing, classification: forum, kind: collaboration, cites: "about, top"}
  - {id: board, name: Board, classification: partnership_board, kind: collaboration, cites: "minutes, 1"}
people:
  - {id: ann, name: Ann Ray, worksFor: coa, cites: "minutes, 1"}
posts:
  - {id: seat, on: board, onBehalfOf: coa, holders: ann, cites: "minutes, 1"}
"""
RULES = "composition: [{of: voluntary, min: 1, cites: 'report, 2'}], "
HOLDING = [
    # What another place's file says, and who is named as holding on to the place.
    (
        'lines: [{from: other, type: feeds_into, to: testham/board, cites: "minutes, 1"}]',
        "testham/board",
        "other/other",
    ),
    ('posts: [{on: testham/board, onBehalfOf: other, cites: "minutes, 1"}]', "testham/board", "other/"),
    ('posts: [{on: other, holders: testham/ann, cites: "minutes, 1"}]', "testham/ann", "other/"),
    ('posts: [{on: other, filledByHolderOf: testham/seat, cites: "minutes, 1"}]', "testham/seat", "other/"),
    ('meetings: [{organization: testham/board, date: 2010, cites: "minutes, 1"}]', "testham/board", "other/"),
    ('absences: [{subject: testham/coa, note: Not there., cites: "minutes, 1"}]', "testham/coa", "other/"),
    ('people: [{id: bob, name: Bob, cites: "testham/about, 1"}]', "testham/about", "other/bob"),
]
ELSEWHERE = """
organizations:
  - {id: other, name: Other, classification: forum, kind: collaboration, cites: "minutes, 1"}
"""


async def _recorded(database: Database) -> set[tuple[str, str]]:
    async def work(transaction: Transaction) -> set[tuple[str, str]]:
        links = await recorded_links(transaction, ["", "testham", "other"])
        nodes = await recorded_nodes(transaction, ["", "testham", "other"])
        return {(row[0], row[1]) for row in [*nodes, *links]}

    return await database.write(work)


def test_a_place_goes_whole_and_others_stay(database: Database, run: Loop, place: Place) -> None:
    run(load_files(database, [place(ELSEWHERE, "other")]))
    before, version = run(_recorded(database)), run(database.read("get_data_version"))[0].number
    added = run(load_files(database, [place(FILE)])).added
    told = run(remove(database, "place", "testham", dry_run=True))
    assert (told.count, run(_recorded(database)) - before != set()) == (added, True)
    assert {"  Council on Ageing", "  Ann Ray", "  source 'About us'", "  Board, member for Council on Ageing"} <= set(
        told.lines
    )
    assert run(remove(database, "place", "testham")) == told
    assert run(_recorded(database)) == before
    assert run(database.read("get_data_version"))[0].number == version + 2
    with pytest.raises(UnknownId, match="Nothing is recorded of a place 'testham'"):
        run(remove(database, "place", "testham"))
    assert run(load_files(database, [place(FILE)])).added == added, "it can come back"


def test_a_place_on_which_others_rest_stays_whole(database: Database, run: Loop, place: Place) -> None:
    run(load_files(database, [place(FILE)]))
    for said, held, by in HOLDING:
        run(load_files(database, [place(ELSEWHERE + said, "other")], replace=True))
        before = run(_recorded(database))
        for dry_run in (True, False):
            with pytest.raises(DataRefused) as refused:
                run(remove(database, "place", "testham", dry_run=dry_run))
            assert refused.value.message.startswith(f"'{held}' cannot be removed: '{by}"), said
        assert run(_recorded(database)) == before, said


def test_a_source_goes_when_nothing_cites_it(database: Database, run: Loop, place: Place) -> None:
    for said, source, by in (
        (FILE, "minutes", ["testham/board", "testham/ann"]),
        (FILE, "testham/about", ["testham/coa"]),
        (
            FILE.replace("worksFor: coa", "worksFor: [{organization: coa, cites: 'report, 1'}]"),
            "report",
            ["testham/ann--"],
        ),
        (FILE.replace("holders: ann", "holders: [{person: ann, cites: 'report, 1'}]"), "report", ["testham/ann--"]),
        (FILE.replace("name: Board, ", f"name: Board, {RULES}"), "report", ["testham/board"]),
    ):
        run(load_files(database, [place(said)], replace=True))
        with pytest.raises(DataRefused, match=f"'{source}' cannot be removed: 'testham/") as refused:
            run(remove(database, "source", source))
        named = [str(problem) for problem in refused.value.problems]
        assert all(any(name.startswith(start) for name in named) for start in by), (source, named)
    run(load_files(database, [place(FILE)], replace=True))
    assert run(remove(database, "source", "report", dry_run=True)).count == 1
    assert ("Source", "report") in run(_recorded(database))
    before = run(_recorded(database))
    run(remove(database, "source", "report"))
    assert before - run(_recorded(database)) == {("Source", "report")}


def test_an_area_goes_when_nothing_is_in_it(database: Database, run: Loop, place: Place, tmp_path: Path) -> None:
    inside = '\norganizations: [{id: o, name: O, areas: other, classification: forum, kind: collaboration, cites: "minutes, 1"}]'
    seat = FILE.replace("{id: seat,", "{id: seat, area: other,")
    for said, by in ((inside, "'testham/o', O, is in it"), (seat, "'testham/seat', testham/seat, is a seat for it")):
        run(load_files(database, [place(said)], replace=True))
        with pytest.raises(DataRefused, match=f"^'other' cannot be removed: {by}"):
            run(remove(database, "area", "other"))
    run(load_files(database, [place(FILE)], replace=True))
    assert run(remove(database, "area", "other")).count == 1
    (tmp_path / "areas.yaml").write_text(
        "areas:\n  - {id: testham, name: T}\n  - {id: other, name: O, partOf: testham}\n"
    )
    run(load_files(database, [tmp_path / "areas.yaml"]))
    run(remove(database, "place", "testham"))
    with pytest.raises(DataRefused, match="'testham' cannot be removed: 'other', O, is part of it"):
        run(remove(database, "area", "testham"))
    run(remove(database, "area", "other"))
    run(remove(database, "area", "testham"))
    assert run(_recorded(database)) == {("Source", "minutes"), ("Source", "report")}


def test_an_area_of_which_people_are_recorded_stays(database: Database, run: Loop, place: Place) -> None:
    run(load_files(database, [place('people: [{id: ann, name: Ann, cites: "minutes, 1"}]')]))
    with pytest.raises(DataRefused, match="`partnerships remove place testham` removes it"):
        run(remove(database, "area", "testham"))


@pytest.mark.parametrize("id_", ["", "nowhere", "testham/coa", "te\x1bstham", "x" * 5000, "../testham", "minutes"])
def test_what_nobody_knows_is_refused(database: Database, run: Loop, place: Place, id_: str) -> None:
    run(load_files(database, [place(FILE)]))
    before = run(_recorded(database))
    for what in ("place", "person", "area", "source"):
        if (what, id_) != ("source", "minutes"):
            with pytest.raises(UnknownId) as refused:
                run(remove(database, what, id_))
            assert len(refused.value.message) < 300
            assert refused.value.message.isprintable()
    with pytest.raises(BadInput, match="can be removed, not 'body'"):
        run(remove(database, "body", "testham/coa"))
    assert run(_recorded(database)) == before
