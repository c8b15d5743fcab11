"""Taking a change back takes away what it wrote and nothing else: what was recorded later is never lost by it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from app.domain.rights import OWNER, Account, Grant, Role
from app.errors import DataRefused
from app.record.history import history, taken_back_by, undo
from app.record.in_the_way import Later
from app.record.loading import load_files
from app.store.database import Database
from tests.conftest import Loop
from tests.store.test_history import everything, newest, without_digests
from tests.store.test_loading import BASE

Place = Callable[..., Path]
_CITES = 'cites: "minutes, p. 3"'
FIRST = {
    "sources": "{id: own, title: Own notes}",
    "organizations": f"{{id: club, name: Chess Club, classification: forum, kind: collaboration, {_CITES}}}",
    "people": f"{{id: bob, name: Bob Day, {_CITES}}}",
    "posts": f"{{id: stool, on: board, label: Stool, {_CITES}}}",
    "meetings": f"{{id: first, organization: board, date: 2020-01-02, {_CITES}}}",
}
"""What the first change adds: a thing of each sort that others can rest on."""
CLUB, BOB, STOOL, MEETING, OWN = "Chess Club", "Bob Day", "Stool", "2020-01-02", "Own notes"
RESTING = {
    "a seat on a body": ("posts", f"{{id: new, on: club, label: New seat, {_CITES}}}", "New seat"),
    "a seat that speaks for a body": ("posts", f"{{id: new, on: coa, onBehalfOf: club, {_CITES}}}", CLUB),
    "a seat that a body appoints to": ("posts", f"{{id: new, on: coa, label: Sent, appointedBy: club, {_CITES}}}", "Sent"),
    "a seat that comes with a seat": ("posts", f"{{id: new, on: coa, label: By office, filledByHolderOf: stool, {_CITES}}}", "By office"),
    "a seat with a holder": ("posts", f"{{id: new, on: coa, label: Held, holders: bob, {_CITES}}}", "Held: Bob Day"),
    "a seat that a body holds": ("posts", f"{{id: new, on: coa, label: Held, holders: club, {_CITES}}}", "Held: Chess Club"),
    "a line from a body": ("lines", f"{{from: club, type: feeds_into, to: coa, {_CITES}}}", "Chess Club feeds into Council on Ageing"),
    "a line to a body": ("lines", f"{{from: coa, type: reports_to, to: club, {_CITES}}}", "Council on Ageing reports to Chess Club"),
    "a meeting of a body": ("meetings", f"{{id: new, organization: club, date: 2021-05-06, {_CITES}}}", "2021-05-06"),
    "somebody who works for a body": ("people", f"{{id: cyd, name: Cyd Poe, worksFor: club, {_CITES}}}", "Cyd Poe"),
    "somebody who came": ("meetings", f"{{id: new, organization: coa, date: 2021-05-06, attendance: [{{person: bob, as: present}}], {_CITES}}}", BOB),
    "a body for which somebody came": ("meetings", f"{{id: new, organization: coa, date: 2021-05-06, attendance: [{{person: ann, as: present, for: club}}], {_CITES}}}", "Ann Ray"),
    "a member for whom somebody came": ("meetings", f"{{id: new, organization: coa, date: 2021-05-06, attendance: [{{person: ann, as: deputising, deputisingFor: bob}}], {_CITES}}}", "Ann Ray"),
    "a report by a seat": ("meetings", f"{{id: new, organization: coa, date: 2021-05-06, reports: stool, {_CITES}}}", STOOL),
    "an action of a meeting": ("actions", f"{{id: new, text: Sweep the hall, arisingFrom: first, {_CITES}}}", "Sweep the hall"),
    "an action of somebody": ("actions", f"{{id: new, text: Sweep the hall, owners: [bob], {_CITES}}}", "Sweep the hall"),
    "what is thought of a body": ("assessments", f"{{id: new, organization: club, dimension: funding, rating: green, {_CITES}}}", CLUB),
    "what a body thinks": ("assessments", f"{{id: new, organization: coa, by: club, dimension: funding, rating: green, {_CITES}}}", "Council on Ageing"),
    "a body that is missing": ("absences", f"{{id: new, subject: club, note: Not there, {_CITES}}}", CLUB),
    "a body that it is missing from": ("absences", f"{{id: new, subject: coa, from: club, note: Not there, {_CITES}}}", CLUB),
    "a rule of who is on a body": ("organizations", f"{{id: new, name: New Board, classification: forum, kind: collaboration, composition: {{of: club, min: 1}}, {_CITES}}}", "New Board"),
    "a rule that cites": ("organizations", f'{{id: new, name: New Board, classification: forum, kind: collaboration, composition: {{of: coa, min: 1, cites: "own, p. 1"}}, {_CITES}}}', "New Board"),
    "what is cited": ("people", '{id: cyd, name: Cyd Poe, cites: "own, p. 1"}', "Cyd Poe"),
    "what is cited for a part": ("people", f'{{id: cyd, name: Cyd Poe, worksFor: [{{organization: coa, cites: "own, p. 1"}}], {_CITES}}}', "Cyd Poe"),
}  # fmt: skip
"""Each sort of thing that can be recorded later and rest on it: the entry, and what it is called."""


def file_of(*additions: dict[str, str]) -> str:
    """Return the file of the place with more entries, by section."""
    added: dict[str, list[str]] = {}
    for each in additions:
        for section, entry in each.items():
            added.setdefault(section, []).append(f"  - {entry}\n")
    text = BASE
    for section, entries in added.items():
        head = f"{section}:\n"
        text = text.replace(head, head + "".join(entries)) if head in text else f"{text}{head}{''.join(entries)}"
    return text


def refused(
    run: Loop, database: Database, number: int, *, dry_run: bool = False, account: Account = OWNER
) -> DataRefused:
    with pytest.raises(DataRefused) as raised:
        run(undo(database, number, dry_run=dry_run, account=account))
    return raised.value


@pytest.mark.parametrize("what", RESTING)
def test_what_rests_on_a_change_is_not_lost_when_that_is_taken_back(
    database: Database, run: Loop, place: Place, what: str
) -> None:
    section, entry, called = RESTING[what]
    run(load_files(database, [place(BASE)]))
    bare = everything(database, run)
    run(load_files(database, [place(file_of(FIRST))]))
    first, with_first = newest(database, run), everything(database, run)
    run(load_files(database, [place(file_of(FIRST, {section: entry}))]))
    later, whole = newest(database, run), everything(database, run)
    assert whole != with_first != bare

    for dry_run in (True, False):
        error = refused(run, database, first.number, dry_run=dry_run)
        assert error.message == (
            f"Change {first.number} cannot be undone: what was recorded later is in the way."
            f" Undo change {later.number} first. Nothing was changed."
        )
        (problem,) = error.problems
        assert isinstance(problem, Later)
        assert problem.number == later.number
        assert str(problem).startswith(f"Change {later.number} recorded what rests on this: "), problem
        assert called in str(problem), problem
        assert "testham/" not in str(problem), problem
        assert everything(database, run) == whole

    run(undo(database, later.number))
    assert everything(database, run) == with_first
    run(undo(database, first.number))
    assert everything(database, run) == bare
    for number, then in ((first.number, with_first), (later.number, whole)):
        run(undo(database, run(taken_back_by(database, [number]))[number]))
        assert without_digests(everything(database, run)) == without_digests(then)


def test_a_seat_of_another_place_is_not_lost_either_and_is_named_to_whom_it_is_for(
    database: Database, run: Loop, place: Place
) -> None:
    run(load_files(database, [place(BASE)]))
    first = newest(database, run)
    run(
        load_files(
            database, [place(f"posts:\n  - {{id: far, on: testham/board, label: Far seat, {_CITES}}}\n", "other")]
        )
    )
    later, whole = newest(database, run), everything(database, run)
    assert [str(it) for it in refused(run, database, first.number).problems] == [
        f"Change {later.number} recorded what rests on this: Board, Far seat."
    ]
    editor = Account("eve", "eve", "Eve", (Grant(Role.EDITOR, "testham"),))
    error = refused(run, database, first.number, account=editor)
    assert [str(it) for it in error.problems] == [
        "What was recorded in another place, which you may not write in, is in the way."
    ]
    assert str(later.number) not in error.message.replace(f"Change {first.number} ", "")
    assert everything(database, run) == whole


def test_what_is_confidential_is_not_named_to_whom_it_is_not_for(database: Database, run: Loop, place: Place) -> None:
    run(load_files(database, [place(BASE)]))
    run(load_files(database, [place(file_of(FIRST))]))
    first = newest(database, run)
    secret = {"posts": f"{{id: new, on: club, label: Quiet seat, access: confidential, {_CITES}}}"}
    run(load_files(database, [place(file_of(FIRST, secret))]))
    later = newest(database, run)
    editor, steward = (Account("eve", "eve", "Eve", (Grant(role, "testham"),)) for role in (Role.EDITOR, Role.STEWARD))
    assert [str(it) for it in refused(run, database, first.number, account=editor).problems] == [
        f"Change {later.number} is in the way: what it did is for those who may write in all of its places."
    ]
    assert "Quiet seat" in str(refused(run, database, first.number, account=steward).problems[0])


def test_what_would_come_back_needs_what_is_there_no_more(database: Database, run: Loop, place: Place) -> None:
    more = {"posts": RESTING["a seat on a body"][1]}
    run(load_files(database, [place(file_of(FIRST, more))]))
    run(load_files(database, [place(file_of(FIRST))], replace=True))
    seat = newest(database, run)
    run(load_files(database, [place(file_of({k: v for k, v in FIRST.items() if k != "organizations"}))], replace=True))
    body, there = newest(database, run), everything(database, run)
    for dry_run in (True, False):
        error = refused(run, database, seat.number, dry_run=dry_run)
        assert [str(it) for it in error.problems] == [f"Change {body.number} took away what this needs: Chess Club."]
        assert everything(database, run) == there
    run(undo(database, body.number))
    run(undo(database, seat.number))


def test_of_several_later_changes_the_newest_is_first_and_what_is_undone_by_now_is_none(
    database: Database, run: Loop, place: Place
) -> None:
    run(load_files(database, [place(BASE)]))
    run(load_files(database, [place(file_of(FIRST))]))
    first = newest(database, run)
    seat = {"posts": RESTING["a seat on a body"][1]}
    run(load_files(database, [place(file_of(FIRST, seat))]))
    made = newest(database, run)
    run(undo(database, made.number))
    assert run(undo(database, first.number, dry_run=True)).summary.removed
    run(undo(database, newest(database, run).number))
    again = newest(database, run)
    run(load_files(database, [place(file_of(FIRST, seat).replace("Chess Club", "Chess Circle"))]))
    renamed = newest(database, run)
    error = refused(run, database, first.number)
    assert [it.number for it in error.problems if isinstance(it, Later)] == [renamed.number, again.number]
    assert f"Undo changes {renamed.number} and {again.number} first, in this order." in error.message
    assert str(error.problems[0]) == f"Change {renamed.number} changed since: Chess Circle."
    assert run(taken_back_by(database, [it.number for it in run(history(database))])) == {again.undoes: again.number}
