"""Pages of long lists on both engines: in order, once each, counted whole also where a page is empty."""

from collections.abc import Callable
from pathlib import Path

from app.record.loading import load_files
from app.store.database import Database
from app.store.reader import Reader
from tests.conftest import Loop

MANY = """
organizations:
""" + "".join(
    f"  - {{id: body-{n}, name: 'Body {n // 2}', classification: forum, kind: collaboration, cites: 'minutes, p',"
    f" areas: [testham{', other' if n % 3 == 0 else ''}]}}\n"
    for n in range(9)
) + """
people:
""" + "".join(f"  - {{id: person-{n}, name: Person {n // 2}, cites: 'minutes, p'}}\n" for n in range(5)) + """
meetings:
""" + "".join(
    f"  - {{organization: body-{n % 2}, date: '200{n}', id: meeting-{n}, cites: 'minutes, p'}}\n" for n in range(5)
)  # fmt: skip


def test_organizations(database: Database, run: Loop, place: Callable[..., Path]) -> None:
    run(load_files(database, [place(MANY)]))
    reader = Reader(database)
    total, rows = run(reader.organizations_page(first=4))
    assert (total, [row.id for row in rows]) == (9, [f"testham/body-{n}" for n in range(5)])
    total, rows = run(reader.organizations_page(first=20, after=(rows[3].name, rows[3].id)))
    assert (total, [row.id for row in rows]) == (9, [f"testham/body-{n}" for n in range(4, 9)])
    assert rows[2].area_ids in {("testham", "other"), ("other", "testham")}
    assert run(reader.organizations_page(first=5, after=("Z", ""))) == (9, [])
    assert run(reader.organizations_page(among=[])) == (0, [])
    total, rows = run(reader.organizations_page(among=["testham/body-3", "testham/body-1", "testham/none"], first=1))
    assert (total, [row.id for row in rows]) == (2, ["testham/body-1", "testham/body-3"])
    assert run(reader.organizations_page(among=["testham/body-3", "testham/body-1"], area="other"))[0] == 1
    assert run(reader.organizations_page(area="other"))[0] == 3


def test_organizations_of_areas(database: Database, run: Loop, place: Callable[..., Path]) -> None:
    run(load_files(database, [place(MANY)]))
    pages = run(Reader(database).organizations_of_areas(["testham", "other", "nowhere"], first=2))
    assert {area: total for area, (total, _) in pages.items()} == {"testham": 9, "other": 3}
    assert [row.id for row in pages["other"][1]] == ["testham/body-0", "testham/body-3", "testham/body-6"]
    beyond = run(Reader(database).organizations_of_areas(["other"], after=("Z", "")))
    assert beyond == {"other": (3, [])}


def test_people(database: Database, run: Loop, place: Callable[..., Path]) -> None:
    run(load_files(database, [place(MANY)]))
    reader = Reader(database)
    total, rows = run(reader.people_page(first=2))
    assert (total, [row.id for row in rows]) == (5, [f"testham/person-{n}" for n in range(3)])
    assert run(reader.people_page(after=("Z", ""))) == (5, [])
    assert run(reader.people_page(among=[])) == (0, [])
    assert [row.id for row in run(reader.people_page(among=["testham/person-2"]))[1]] == ["testham/person-2"]


def test_meetings(database: Database, run: Loop, place: Callable[..., Path]) -> None:
    run(load_files(database, [place(MANY)]))
    reader = Reader(database)
    pages = run(reader.meetings_of(["testham/body-0", "testham/body-1", "testham/body-2"], first=1))
    assert {of: (total, [m.date for m in page]) for of, (total, page) in pages.items()} == {
        "testham/body-0": (3, ["2000", "2002"]),
        "testham/body-1": (2, ["2001", "2003"]),
    }
    after = run(reader.meetings_of(["testham/body-0"], after=("2000", "testham/meeting-0")))
    assert [meeting.date for meeting in after["testham/body-0"][1]] == ["2002", "2004"]
    assert run(reader.meetings_of(["testham/body-0"], after=("3000", ""))) == {"testham/body-0": (3, [])}
