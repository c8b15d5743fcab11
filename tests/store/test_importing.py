"""A spreadsheet goes into the database as a file does: all of it or nothing, in one change that can be undone."""

from collections.abc import Callable
from pathlib import Path

import pytest

from app.errors import BadInput, DataRefused
from app.exchange.sheets.asking import Beside
from app.record.exporting import export
from app.record.history import history, undo
from app.record.importing import import_sheet
from app.record.importing_steps import Imported
from app.record.loading import load_files
from app.record.telling import told_of
from app.store.database import Database
from tests.conftest import Loop
from tests.sheets.officers import AGEING, OLDER, SEATS, seats

Place = Callable[..., Path]
RAW = seats(*SEATS)


def told(imported: Imported) -> list[str]:
    return [line.strip() for line in told_of(imported.summary, replace=True)]


def test_a_place_is_made_of_a_sheet_and_the_same_sheet_again_changes_nothing(database: Database, run: Loop) -> None:
    preview = run(import_sheet(database, "members.xlsx", RAW, "", new="New Ham", dry_run=True))
    assert preview.summary.added > 100
    assert run(database.read("list_ids")) == []
    first = run(import_sheet(database, "members.xlsx", RAW, "", new="New Ham", why="the list of March"))
    assert first.summary == preview.summary
    assert "seat: Carers Strategy Group, Carer 3 for Carers: vacant" in first.new
    again = run(import_sheet(database, "members.xlsx", RAW, "new-ham"))
    assert (again.summary.added, again.summary.changed, again.summary.removed) == (0, 0, 0)
    assert len(again.unchanged) == 22
    (change,) = run(history(database))
    assert (change.how, change.files, change.why, change.places) == (
        "import",
        ("members.xlsx",),
        "the list of March",
        ("new-ham",),
    )
    assert "area" not in run(export(database, "new-ham")).text.split("organizations:")[0]
    run(undo(database, change.number))
    assert [row.id for row in run(database.read("list_ids")) if "/" in row.id and row.label == "Post"] == []


def test_a_sheet_is_laid_over_what_is_there_and_says_by_name_what_changes(
    database: Database, run: Loop, place: Place
) -> None:
    run(
        load_files(
            database,
            [
                place(f"""
organizations:
  - {{id: oppb, name: "{OLDER}", classification: partnership_board, kind: collaboration, purpose: All, cites: "minutes, p. 1"}}
  - {{id: coa, name: {AGEING}, alternateNames: [COA], classification: forum, kind: collaboration, cites: "minutes, p. 1"}}
people:
  - {{id: tina, name: Tina Tully, cites: "minutes, p. 1"}}
posts:
  - {{id: seat, on: oppb, role: chair, onBehalfOf: coa, holders: tina, reportBack: monthly, cites: "minutes, p. 1"}}
  - {{on: oppb, role: secretary, cites: "minutes, p. 1"}}
""")
            ],
        )
    )
    before = run(export(database, "testham")).text
    raw = seats((OLDER, "Chair", "Bob Smith", "", "COA", "Voting"))
    with pytest.raises(DataRefused) as refused:
        run(import_sheet(database, "members.xlsx", raw, "testham"))
    (problem,) = refused.value.problems
    assert str(problem).startswith("members.xlsx: sheet Seats, C2: Held by: Tina Tully holds this seat in the record")
    assert run(export(database, "testham")).text == before
    done = run(
        import_sheet(database, "members.xlsx", raw, "testham", beside=Beside(end="2010-03", source="Report, page 2"))
    )
    assert f"{OLDER}, chair for {AGEING}: voting 'not_recorded' -> 'yes'" in told(done)
    assert any("Tina Tully" in line and "2010-03" in line for line in told(done))
    assert [line.partition(" (")[0] for line in done.new] == ["person: Bob Smith"]
    assert done.notes == (f"Recorded and not in the sheet, and left as they are: {OLDER}, secretary.",)
    after = run(export(database, "testham")).text
    assert "reportBack: monthly" in after
    assert "cites: report, page 2" in after
    assert "purpose: All" in after


def test_a_name_is_only_ever_a_name(database: Database, run: Loop) -> None:
    name = 'Al "><svg onload=alert`x`>'
    imported = run(import_sheet(database, "a.csv", f"Board;Held by\nBoard A;{name}\n".encode(), "", new="Ham"))
    assert f"person: {name} (B2)" in imported.new
    assert "svg onload" in run(export(database, "ham")).text


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"new": "New Ham", "beside": Beside(end="soon")}, "--end soon"),
        ({"new": "New Ham", "beside": Beside(end="2010", keep=True)}, "choose --end, --replace or --keep"),
        ({"new": "graphql"}, "pages of the site use this word"),
        ({"new": "???"}, "no name of a place"),
        ({"new": "Ham" * 100}, "at most 200 plain letters"),
        ({"new": "New\x1bHam"}, "at most 200 plain letters"),
        ({"new": "Testham"}, "is there already"),
    ],
)
def test_what_is_asked_beside_a_sheet_and_makes_no_sense_is_said(
    database: Database, run: Loop, place: Place, asked: dict[str, object], said: str
) -> None:
    run(load_files(database, [place("")]))
    with pytest.raises(BadInput, match=said):
        run(import_sheet(database, "members.xlsx", RAW, "", **asked))  # type: ignore[arg-type]
