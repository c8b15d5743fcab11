"""Files of committee systems and organograms are known by what is in them, and add to a place, on every engine."""

import pytest

from app.errors import DataRefused
from app.record.exporting import entries_recorded
from app.record.importing_files import import_file
from app.store.database import Database
from tests.conftest import Loop
from tests.unit.test_moderngov import COMMITTEES, COUNCILLORS, MEETING, MEETINGS
from tests.unit.test_organogram import JUNIOR, SENIOR

FILES = {
    "committees.xml": COMMITTEES,
    "councillors": COUNCILLORS,
    "meetings.xml": MEETINGS,
    "meeting.xml": MEETING.replace(b"31/01/2024", b"27/03/2024"),
    "senior.csv": SENIOR.encode("cp1252"),
    "junior.csv": JUNIOR.encode(),
}


def test_several_files_of_one_system_lead_to_the_same_bodies_and_people(database: Database, run: Loop) -> None:
    new = "Gloucester"
    for name, raw in FILES.items():
        seen = run(import_file(database, name, raw, "" if new else "gloucester", new=new, dry_run=True))
        assert seen.summary.added > 1, name
        done = run(import_file(database, name, raw, "" if new else "gloucester", new=new))
        assert (done.summary.added, done.summary.changed, done.summary.removed) == (seen.summary.added, 0, 0), name
        again = run(import_file(database, name, raw, "gloucester"))
        assert (again.summary.added, again.summary.changed, again.summary.removed) == (0, 0, 0), name
        new = ""
    recorded = run(entries_recorded(database, "gloucester"))
    assert [it.id for it in recorded.section("meetings")] == [
        f"cabinet-2024-0{day}" for day in ("1-31", "2-28", "3-27")
    ]
    assert sorted(it.id for it in recorded.section("people")) == [
        "ann-lee",
        "bo-day",
        "bo-day-9",
        "bob-smith",
        "cy-orr",
        "di-ray",
    ]
    bodies = {it.id for it in recorded.section("organizations")}
    assert bodies == {"cabinet", "audit-risk", "cabinet-300", "council", "culture-agency", "arts", "sport"}
    assert len(recorded.section("posts")) == 2 + 4 + 2


def test_with_a_problem_nothing_is_written(database: Database, run: Loop) -> None:
    with pytest.raises(DataRefused) as refused:
        run(import_file(database, "m.xml", MEETING.replace(b"31/01/2024", b"soon"), "", new="Gloucester"))
    assert "m.xml: ModernGov: meeting 1: <meetingdate>: found 'soon'; expected a date" in str(refused.value.problems[0])
    assert run(entries_recorded(database, "gloucester")).all == ()
