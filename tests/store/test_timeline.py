"""The dates at which a place changes, on both engines: of what is open, from everything that has dates."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from app.reading.catalogue import Catalogue
from app.reading.explorer import Explorer
from app.reading.timeline import DatedChange, after, before, changes_of, find_changes_dates
from app.record.loading import load_files
from app.settings import Settings
from app.store.database import Database
from app.store.reader import Reader
from tests.conftest import Loop

PLACE = """
organizations:
  - {id: forum, name: Forum, classification: forum, kind: collaboration, since: 2006, cites: 'minutes, p'}
  - {id: board, name: Board, classification: partnership_board, kind: collaboration, until: 2007, cites: 'minutes, p'}
  - {id: secret, name: Secret, classification: forum, kind: collaboration, since: 1999, access: confidential, cites: 'minutes, p'}
people:
  - {id: ann, name: Ann, cites: 'minutes, p'}
posts:
  - {id: seat, on: board, onBehalfOf: forum, holders: [{person: ann, since: 2007-03-05, until: 2007-09}], since: 2006-04, cites: 'minutes, p'}
lines:
  - {from: forum, type: feeds_into, to: board, since: 2006, cites: 'minutes, p'}
  - {from: forum, type: linked_to, to: board, since: 1998, access: members, cites: 'minutes, p'}
"""


def explorer(database: Database) -> Explorer:
    return Explorer(Settings(), database, Reader(database), Catalogue(database))


def test_everything_open_that_begins_or_ends_is_a_change(
    database: Database, run: Loop, place: Callable[..., Path]
) -> None:
    run(load_files(database, [place(PLACE)]))
    found = run(find_changes_dates(explorer(database), "testham"))
    assert [(change.on, change.began, change.ended) for change in found] == [
        ("2006-04", 1, 0),
        ("2006", 2, 0),
        ("2007-03-05", 1, 0),
        ("2007-10-01", 0, 1),
        ("2008-01-01", 0, 1),
    ]
    # Nobody is offered a day on which nothing happened.
    assert [change.said for change in found] == [
        "April 2006",
        "2006",
        "5 March 2007",
        "after September 2007",
        "after 2007",
    ]


def test_a_place_without_dates_or_without_a_name_has_no_changes(
    database: Database, run: Loop, place: Callable[..., Path]
) -> None:
    run(load_files(database, [place(PLACE)]))
    assert run(find_changes_dates(explorer(database), "other")) == ()
    assert run(find_changes_dates(explorer(database), "nowhere")) == ()


def test_a_new_load_is_noticed(database: Database, run: Loop, place: Callable[..., Path]) -> None:
    one = explorer(database)
    run(load_files(database, [place(PLACE)]))
    before_load = run(find_changes_dates(one, "testham"))
    run(load_files(database, [place(PLACE.replace("since: 2006-04", "since: 2005-04"))]))
    assert run(find_changes_dates(one, "testham"))[0].on == "2005-04"
    assert before_load[0].on == "2006-04"


CHANGES = changes_of([("2006", None), ("2007-03-05", "2007-09"), ("2008", None)])


@pytest.mark.parametrize(
    ("day", "earlier", "later"),
    [
        ("2005-01-01", None, "2006"),
        ("2006-12-31", None, "2007-03-05"),
        ("2007-03-05", "2006", "2007-10-01"),
        ("2007-06-01", "2007-03-05", "2007-10-01"),
        ("2008-12-31", "2007-10-01", None),
        ("2026-01-01", "2008", None),
    ],
)
def test_one_steps_from_change_to_change(day: str, earlier: str | None, later: str | None) -> None:
    at = date.fromisoformat(day)
    past, next_ = before(CHANGES, at), after(CHANGES, at)
    assert (past.on if past else None, next_.on if next_ else None) == (earlier, later)


def test_what_happens_is_said_in_words() -> None:
    assert DatedChange("2006", 2, 0).what == "2 facts begin"
    assert DatedChange("2006", 1, 3).what == "one fact begins, 3 end"
    assert DatedChange("2006", 0, 1).what == "one fact ends"


def test_an_end_at_the_end_of_time_is_no_change() -> None:
    assert changes_of([(None, "9999-12-31"), (None, "9999"), (None, None)]) == ()


def test_the_more_exact_of_two_dates_that_mean_the_same_day_is_kept() -> None:
    assert changes_of([("2007", None), ("2007-12-31", None)]) == (DatedChange("2007-12-31", 2, 0),)
    assert changes_of([(None, "2007"), (None, "2007-12-31")])[0].said == "after 31 December 2007"
    assert changes_of([(None, "2007-12-31"), ("2008-01-01", None)])[0].said == "1 January 2008"
