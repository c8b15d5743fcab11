"""What is read of a place, on both engines: everything recorded, whenever it holds, and nothing that is not public."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from app.domain.as_at import AsAt
from app.domain.vocabulary import ChangeKind
from app.questions.changes.rules import changes_between
from app.reading.catalogue import Catalogue
from app.reading.explorer import Explorer
from app.reading.registers import dated_register, forget_registers, read_register, standing_of
from app.record.loading import load_files
from app.settings import Settings
from app.store.database import Database
from app.store.reader import Reader
from tests.conftest import Loop

PLACE = """
organizations:
  - {id: us, name: Us, classification: forum, kind: collaboration, cites: 'minutes, p'}
  - {id: board, name: Board, classification: partnership_board, kind: collaboration, cites: 'minutes, p'}
  - {id: faith, name: Faith groups, classification: constituency, kind: constituency, cites: 'minutes, p'}
  - {id: charity, name: Charity, classification: charity, kind: formal, cites: 'minutes, p'}
  - {id: secret, name: Secret, classification: forum, kind: collaboration, access: members, cites: 'minutes, p'}
people:
  - {id: ann, name: Ann, worksFor: charity, cites: 'minutes, p'}
  - {id: bob, name: Bob, cites: 'minutes, p'}
posts:
  - {id: chair, on: us, role: chair, holders: {holder: ann, until: 2007}, cites: 'minutes, p'}
  - {id: seat, on: board, onBehalfOf: us, filledByHolderOf: chair, cites: 'minutes, p'}
  - {id: second, on: board, filledByHolderOf: seat, cites: 'minutes, p'}
  - {id: other, on: board, holders: charity, cites: 'minutes, p'}
  - {id: hidden, on: board, onBehalfOf: secret, holders: bob, access: members, cites: 'minutes, p'}
lines:
  - {from: us, type: feeds_into, to: board, until: 2001, cites: 'minutes, p'}
  - {from: us, type: reports_to, to: board, status: proposed, cites: 'minutes, p'}
absences:
  - {id: no-faith, subject: faith, note: Nobody speaks for them., cites: 'minutes, p'}
  - {id: no-charity, subject: charity, from: board, note: It has no seat., cites: 'minutes, p'}
"""


def explorer_of(database: Database) -> Explorer:
    return Explorer(Settings(), database, Reader(database), Catalogue(database))


def test_a_register_has_everything_recorded_and_nothing_hidden(
    database: Database, run: Loop, place: Callable[..., Path]
) -> None:
    run(load_files(database, [place(PLACE)]))
    explorer = explorer_of(database)
    register = run(read_register(explorer, "testham"))
    assert register.own == {f"testham/{id_}" for id_ in ("us", "board", "faith", "charity")}
    assert set(register.posts) == {f"testham/{id_}" for id_ in ("chair", "seat", "second", "other")}
    assert {line.type.value for line in register.lines} == {"feeds_into", "reports_to"}
    assert [missing.absence.id for missing in register.absences] == ["testham/no-charity", "testham/no-faith"]
    assert {(f.post_id, f.by_post_id) for f in register.fillings} == {
        ("testham/seat", "testham/chair"),
        ("testham/second", "testham/seat"),
    }
    assert {h.holder_id for h in register.holdings} == {"testham/ann", "testham/charity"}
    assert [e.affiliation.organization_id for e in register.employments] == ["testham/charity"]
    assert set(register.people) == {"testham/ann"}
    assert "Secret" not in repr(register)
    assert "Bob" not in repr(register)


def test_a_standing_holds_what_holds_on_its_day(database: Database, run: Loop, place: Callable[..., Path]) -> None:
    run(load_files(database, [place(PLACE)]))
    explorer = explorer_of(database)
    then = run(standing_of(explorer, "testham", AsAt(date(2001, 1, 1))))
    assert [line.type.value for line in then.lines] == ["feeds_into"]
    assert then.held_by("testham/second") == "Ann, chair of Us"
    now = run(standing_of(explorer, "testham", AsAt(date(2010, 1, 1), True)))
    assert [line.type.value for line in now.lines] == ["reports_to"]
    assert now.tenures("testham/seat") == ()
    assert now.held_by("testham/other") == "Charity"


def test_a_register_is_kept_until_the_data_changes(database: Database, run: Loop, place: Callable[..., Path]) -> None:
    run(load_files(database, [place(PLACE)]))
    explorer = explorer_of(database)
    first = run(read_register(explorer, "testham"))
    assert run(read_register(explorer, "testham")) is first
    run(load_files(database, [place(PLACE.replace("name: Us,", "name: We,"))]))
    assert run(read_register(explorer, "testham")).organizations["testham/us"].name == "We"
    forget_registers(explorer)
    assert run(read_register(explorer, "testham")) is not first


def test_absences_are_listed_from_the_side_of_who_is_missing_and_of_what(
    database: Database, run: Loop, place: Callable[..., Path]
) -> None:
    run(load_files(database, [place(PLACE)]))
    reader = Reader(database)

    def listed(id_: str) -> list[str]:
        return [absence.id for absence in run(reader.absences_of([id_], date(2010, 1, 1)))]

    assert listed("testham/faith") == ["testham/no-faith"]
    assert listed("testham/charity") == ["testham/no-charity"]
    assert listed("testham/board") == ["testham/no-charity"]
    assert listed("testham/us") == []


DATED = """
organizations:
  - {id: us, name: Us, classification: forum, kind: collaboration, since: 2001, formerNames: [{name: We, until: 2003}],
     cites: 'minutes, p'}
  - {id: board, name: Board, classification: partnership_board, kind: collaboration, cites: 'minutes, p'}
  - {id: team, name: Team, classification: working_group, kind: collaboration, status: setting_up, cites: 'minutes, p'}
  - {id: hub, name: Hub, classification: network, kind: collaboration, status: proposed, cites: 'minutes, p'}
  - {id: charity, name: Charity, classification: charity, kind: formal, cites: 'minutes, p'}
people:
  - {id: ann, name: Ann, cites: 'minutes, p'}
  - {id: bob, name: Bob, cites: 'minutes, p'}
posts:
  - {id: chair, on: us, role: chair, holders: [{holder: ann, until: 2007}, {holder: bob, since: 2007}],
     cites: 'minutes, p'}
  - {id: seat, on: board, onBehalfOf: us, filledByHolderOf: chair, since: 2004, cites: 'minutes, p'}
  - {id: second, on: board, filledByHolderOf: seat, since: 2005, until: 2006, cites: 'minutes, p'}
  - {id: third, on: board, onBehalfOf: {organization: us, until: 2006}, holders: charity, cites: 'minutes, p'}
  - {id: empty, on: board, holders: {holder: ann, until: 2008-03}, vacantSince: 2008-03, cites: 'minutes, p'}
  - {id: planned, on: board, status: proposed, onBehalfOf: us, cites: 'minutes, p'}
  - {id: never, on: board, onBehalfOf: us, holders: charity, cites: 'minutes, p'}
lines:
  - {from: us, type: feeds_into, to: board, until: 2001, cites: 'minutes, p'}
  - {from: us, type: reports_to, to: board, status: proposed, cites: 'minutes, p'}
  - {from: team, type: sub_group_of, to: board, cites: 'minutes, p'}
"""


def test_what_is_dated_of_a_register_changes_as_all_of_it_does(
    database: Database, run: Loop, place: Callable[..., Path]
) -> None:
    run(load_files(database, [place(DATED)]))
    explorer = explorer_of(database)
    whole, dated = run(read_register(explorer, "testham")), run(dated_register(explorer, "testham"))
    assert dated.own == whole.own
    assert {"testham/never"} == set(whole.posts) - set(dated.posts)
    for proposed in (False, True):
        for body in (None, *sorted(whole.own)):
            for since, until in ((date.min, date.max), (date(2004, 6, 1), date(2006, 1, 1))):
                expected = changes_between(whole, since, AsAt(until, proposed), organization=body)
                assert changes_between(dated, since, AsAt(until, proposed), organization=body) == expected, (
                    body,
                    proposed,
                )
    every = {change.kind for change in changes_between(whole, date.min, AsAt(date.max, True))}
    assert every == set(ChangeKind) - {ChangeKind.MERGED}
