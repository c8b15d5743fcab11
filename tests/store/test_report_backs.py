"""Reports back, on both engines: written with their meeting, read into the register, hidden with what they hang on."""

from collections.abc import Callable
from pathlib import Path

import pytest

from app.errors import DataRefused
from app.record.loading import load_files
from app.store import rows
from app.store.database import Database
from app.store.reader import Reader
from app.store.register_rows import reports
from tests.conftest import Loop

PLACE = """
organizations:
  - {id: board, name: Board, classification: partnership_board, kind: collaboration, reportBackDays: 7, cites: 'minutes, p'}
  - {id: group, name: Group, classification: forum, kind: collaboration, sector: voluntary, cites: 'minutes, p'}
posts:
  - {id: seat, on: board, onBehalfOf: group, cites: 'minutes, p'}
  - {id: hidden, on: board, onBehalfOf: group, access: members, cites: 'minutes, p'}
meetings:
  - organization: board
    date: 2010-01-22
    reports: [{post: seat, date: 2010-01-29, link: 'https://example.org/report', note: told the forum}, hidden]
    cites: minutes, p
  - {organization: board, date: 2010-03, reports: seat, cites: 'minutes, p'}
"""


def test_reports_are_read_with_their_meeting_and_only_public_ones(
    database: Database, run: Loop, place: Callable[..., Path]
) -> None:
    run(load_files(database, [place(PLACE)]))
    meetings = ["testham/board--2010-01-22", "testham/board--2010-03"]
    first, second = reports(run(database.read("list_report_backs", ids=meetings)))
    assert (first.meeting_id, first.post_id) == (meetings[0], "testham/seat")
    assert (first.date, first.link, first.note) == ("2010-01-29", "https://example.org/report", "told the forum")
    assert first.citations == rows.citations("minutes p")
    assert (second.meeting_id, second.date, second.link) == (meetings[1], None, None)


def test_loading_the_same_reports_twice_changes_nothing_and_one_taken_out_goes(
    database: Database, run: Loop, place: Callable[..., Path]
) -> None:
    run(load_files(database, [place(PLACE)]))
    again = run(load_files(database, [place(PLACE)]))
    assert (again.added, again.changed, again.removed) == (0, 0, 0)
    fewer = run(load_files(database, [place(PLACE.replace("reports: seat, ", ""))], replace=True))
    assert (fewer.added, fewer.changed, fewer.removed) == (0, 0, 1)
    assert run(database.read("list_report_backs", ids=["testham/board--2010-03"])) == []


def test_a_body_keeps_within_how_many_days_reports_are_due(
    database: Database, run: Loop, place: Callable[..., Path]
) -> None:
    run(load_files(database, [place(PLACE)]))
    found = run(Reader(database).organizations(["testham/board", "testham/group"]))
    assert found["testham/board"].report_back_days == 7
    assert found["testham/group"].report_back_days is None


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ("date: 2010-01-29", "date: 2010-01-21"),
        ("post: seat, date", "post: nobody, date"),
        ("https://example.org/report", "javascript:alert(1)"),
    ],
)
def test_a_report_before_its_meeting_of_nobody_or_with_a_link_that_runs_is_refused(
    database: Database, run: Loop, place: Callable[..., Path], wrong: str, said: str
) -> None:
    assert wrong in PLACE
    with pytest.raises(DataRefused):
        run(load_files(database, [place(PLACE.replace(wrong, said))]))
