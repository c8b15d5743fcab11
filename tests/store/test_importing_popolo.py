"""A Popolo document adds what is not recorded of a place, on every engine; the same again changes nothing."""

from functools import partial

import orjson
import pytest

from app.errors import DataRefused
from app.exchange.formats.popolo import popolo
from app.exchange.formats.popolo_in import entries_of_popolo
from app.record.exporting import entries_recorded
from app.record.importing_additions import import_additions
from app.store.database import Database
from tests.conftest import SEEDS, Loop
from tests.unit.format_cases import place_in

RAW = popolo(place_in(SEEDS / "examples", "haverley"))


def test_a_document_makes_its_place_and_the_same_again_changes_nothing(database: Database, run: Loop) -> None:
    seen = run(
        import_additions(database, "haverley.json", partial(entries_of_popolo, RAW), "", new="Haverley", dry_run=True)
    )
    assert seen.summary.added > 50
    assert run(entries_recorded(database, "haverley")).all == ()
    done = run(import_additions(database, "haverley.json", partial(entries_of_popolo, RAW), "", new="Haverley"))
    assert (done.place, done.summary.added) == ("haverley", seen.summary.added)
    recorded = run(entries_recorded(database, "haverley"))
    said = entries_of_popolo(RAW, "haverley").file
    for section in ("organizations", "people", "posts", "meetings", "lines"):
        assert len(recorded.section(section)) == len(getattr(said, section)), section
    again = run(import_additions(database, "haverley.json", partial(entries_of_popolo, RAW), "haverley"))
    assert (again.summary.added, again.summary.changed, again.summary.removed) == (0, 0, 0)
    assert "recorded already under the same id: left as recorded." in again.notes[-1]


def test_what_is_recorded_stays_and_what_is_new_is_added(database: Database, run: Loop) -> None:
    run(import_additions(database, "haverley.json", partial(entries_of_popolo, RAW), "", new="Haverley"))
    document = orjson.loads(RAW)
    document["persons"][0]["name"] = "Somebody Else"
    document["persons"].append({"id": "haverley/new-one", "name": "New One"})
    done = run(import_additions(database, "more.json", partial(entries_of_popolo, orjson.dumps(document)), "haverley"))
    assert (done.summary.changed, done.summary.removed) == (0, 0)
    names = [person.name for person in run(entries_recorded(database, "haverley")).section("people")]
    assert "New One" in names
    assert "Somebody Else" not in names


def test_with_a_problem_nothing_is_written(database: Database, run: Loop) -> None:
    document = orjson.loads(RAW)
    document["posts"][0]["organization_id"] = "haverley/nowhere"
    with pytest.raises(DataRefused) as refused:
        run(
            import_additions(
                database, "wrong.json", partial(entries_of_popolo, orjson.dumps(document)), "", new="Haverley"
            )
        )
    assert "wrong.json: Popolo: posts[1].organization_id: found 'haverley/nowhere'; expected" in str(
        refused.value.problems[0]
    )
    assert run(entries_recorded(database, "haverley")).all == ()
