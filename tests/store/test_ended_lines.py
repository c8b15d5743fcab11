"""Lines that have ended, on both engines: those that are over on a day, and no others."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from app.record.loading import load_files
from app.store.database import Database
from tests.conftest import Loop

PLACE = """
organizations:
  - {id: a, name: A, classification: forum, kind: collaboration, cites: 'minutes, p'}
  - {id: b, name: B, classification: forum, kind: collaboration, cites: 'minutes, p'}
  - {id: c, name: C, classification: forum, kind: collaboration, cites: 'minutes, p'}
lines:
  - {from: a, type: feeds_into, to: b, until: 2006-03, cites: 'minutes, p'}
  - {from: b, type: funded_by, to: a, since: 2005, until: 2008, cites: 'minutes, p'}
  - {from: a, type: reports_to, to: b, cites: 'minutes, p'}
  - {from: b, type: linked_to, to: c, until: 2001, cites: 'minutes, p'}
  - {from: a, type: member_of, to: b, until: 2001, status: proposed, cites: 'minutes, p'}
"""


def test_a_line_is_listed_from_the_day_after_its_last(
    database: Database, run: Loop, place: Callable[..., Path]
) -> None:
    run(load_files(database, [place(PLACE)]))

    def ended(on: date) -> list[str]:
        return [row.id for row in run(database.read("list_ended_lines", id="testham/a", on=on, limit=10))]

    assert ended(date(2006, 3, 31)) == []
    assert ended(date(2006, 4, 1)) == ["testham/a--feeds-into--b"]
    assert ended(date(2009, 1, 1)) == ["testham/a--feeds-into--b", "testham/b--funded-by--a"]
