"""A file changes and is loaded again: what is told, by name, is what happens, and preview and load tell the same."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app.errors import BadInput, DataRefused
from app.record.loading import load_files
from app.record.telling import told_of
from app.store.changes import NODES
from app.store.database import Database, Transaction
from app.store.writer import Summary
from tests.conftest import Loop
from tests.recorded import recorded_links

Place = Callable[..., Path]

FILE = """
organizations:
  - {id: coa, name: Council on Ageing, classification: forum, kind: collaboration, cites: "minutes, p. 1"}
  - {id: mind, name: Testham Mind, classification: charity, kind: formal, cites: "minutes, p. 1"}
  - {id: board, name: "Older People's Partnership Board", classification: partnership_board, kind: collaboration, cites: "minutes, p. 1"}
people:
  - {id: tina, name: Tina Tully, worksFor: coa, cites: "minutes, p. 1"}
  - {id: bob, name: Bob Smith, cites: "minutes, p. 1"}
posts:
  - {id: chair, on: board, role: chair, holders: tina, cites: "minutes, p. 1"}
  - {id: seat, on: board, onBehalfOf: coa, holders: bob, cites: "minutes, p. 1"}
lines:
  - {from: coa, type: feeds_into, to: board, cites: "minutes, p. 2"}
meetings:
  - {organization: board, date: 2010-01-22, attendance: [{person: tina, as: present}, {person: bob, as: apologies}], cites: "minutes, p. 2"}
actions:
  - {id: act, text: Draw the diagram, owners: bob, cites: "minutes, p. 2"}
absences:
  - {subject: mind, from: board, note: Not there., cites: "minutes, p. 3"}
"""
"""A place whose file then changes."""

BOARD = "Older People's Partnership Board"
STAYS = "In the database and no longer in the file; it stays unless --replace removes it, or --end DATE ends it:"

CASES: list[tuple[str, str, str, list[str], list[str]]] = [
    # What is replaced in the file, by what, and what is told: without more, and with --end 2026-11.
    (
        "role: chair, holders: tina",
        "role: chair, holders: bob",
        "another chair",
        [f"{BOARD}, chair: Tina Tully -> Bob Smith (Tina Tully stays as well)"],
        [f"{BOARD}, chair: Tina Tully -> Bob Smith (Tina Tully until 2026-11)"],
    ),
    (
        "role: chair, holders: tina",
        "role: chair",
        "no chair",
        [f"{BOARD}, chair: Tina Tully"],
        [f"{BOARD}, chair: Tina Tully (until 2026-11)"],
    ),
    (
        "role: chair, holders: tina",
        "role: chair, holders: [tina, bob]",
        "two chairs",
        [f"{BOARD}, chair: Bob Smith"],
        [f"{BOARD}, chair: Bob Smith"],
    ),
    (
        "role: chair, holders: tina",
        "role: chair, holders: [{person: tina, since: 2009}]",
        "since when",
        [f"{BOARD}, chair, Tina Tully: since not recorded -> '2009'"],
        [f"{BOARD}, chair, Tina Tully: since not recorded -> '2009'"],
    ),
    (
        "name: Testham Mind",
        "name: Mind in Testham",
        "another name",
        ["Mind in Testham: name 'Testham Mind' -> 'Mind in Testham'"],
        ["Mind in Testham: name 'Testham Mind' -> 'Mind in Testham'"],
    ),
    (
        'kind: formal, cites: "minutes, p. 1"',
        'kind: formal, cites: ["report, 3", "minutes, p. 9"]',
        "other sources",
        ["Testham Mind: source 'minutes, p. 1' -> 'report, 3; minutes, p. 9'"],
        ["Testham Mind: source 'minutes, p. 1' -> 'report, 3; minutes, p. 9'"],
    ),
    (
        'lines:\n  - {from: coa, type: feeds_into, to: board, cites: "minutes, p. 2"}\n',
        "",
        "no line",
        [f"Council on Ageing feeds into {BOARD}"],
        [f"Council on Ageing feeds into {BOARD} (until 2026-11)"],
    ),
    (
        "[{person: tina, as: present}, ",
        "[",
        "not there",
        [f"{BOARD}, meeting of 2010-01-22, attendance: Tina Tully"],
        [f"{BOARD}, meeting of 2010-01-22, attendance: Tina Tully (stays)"],
    ),
    (
        '  - {id: seat, on: board, onBehalfOf: coa, holders: bob, cites: "minutes, p. 1"}\n',
        "",
        "no seat",
        [f"{BOARD}, member for Council on Ageing"],
        [f"{BOARD}, member for Council on Ageing (until 2026-11)"],
    ),
    (
        'actions:\n  - {id: act, text: Draw the diagram, owners: bob, cites: "minutes, p. 2"}\n',
        "",
        "no action",
        ["action 'Draw the diagram'"],
        ["action 'Draw the diagram' (stays)"],
    ),
    (
        'absences:\n  - {subject: mind, from: board, note: Not there., cites: "minutes, p. 3"}\n',
        "",
        "no absence",
        [f"Testham Mind missing from {BOARD}"],
        [f"Testham Mind missing from {BOARD} (until 2026-11)"],
    ),
    (
        "name: Tina Tully, worksFor: coa",
        "name: Tina Tully, worksFor: mind",
        "another employer",
        ["Tina Tully, works for: Council on Ageing -> Testham Mind (Council on Ageing stays as well)"],
        ["Tina Tully, works for: Council on Ageing -> Testham Mind (Council on Ageing until 2026-11)"],
    ),
]


def sentences(summary: Summary, **how: Any) -> list[str]:
    """Return what is told of a load, without the headings."""
    return [line.strip() for line in told_of(summary, **how) if line.startswith("  ")]


def test_a_file_tells_what_differs_and_what_it_no_longer_has(database: Database, run: Loop, place: Place) -> None:
    before = place(FILE)
    whole = run(load_files(database, [before])).added
    for old, new, what, told, ended in CASES:
        assert FILE.count(old) == 1, what
        after = FILE.replace(old, new)
        preview = run(load_files(database, [place(after)], dry_run=True))
        assert sentences(preview) == told, what
        ending = run(load_files(database, [place(after)], dry_run=True, until="2026-11"))
        assert sentences(ending, until="2026-11") == ended, what
        replacing = run(load_files(database, [place(after)], dry_run=True, replace=True))
        assert (ending.ended + ending.kept, replacing.removed) == (preview.kept, preview.removed + preview.kept), what
        done = run(load_files(database, [place(after)], replace=True))
        assert (done, told_of(done, replace=True)) == (replacing, told_of(replacing, replace=True)), what
        assert run(load_files(database, [place(after)], replace=True)).unchanged == len_of(done), what
        run(load_files(database, [place(FILE)], replace=True))
        assert run(load_files(database, [place(FILE)], replace=True)) == Summary(0, 0, 0, whole), what


def len_of(done: Summary) -> int:
    """Return how many facts a place has after a load that replaced."""
    return done.added + done.changed + done.unchanged


def test_the_first_load_and_a_load_without_a_difference_tell_nothing(
    database: Database, run: Loop, place: Place
) -> None:
    assert told_of(run(load_files(database, [place(FILE)]))) == []
    assert told_of(run(load_files(database, [place(FILE)]))) == []
    assert sentences(run(load_files(database, [place("")]))) != []


def test_somebody_who_ended_is_still_there_and_no_longer_holds(database: Database, run: Loop, place: Place) -> None:
    run(load_files(database, [place(FILE)]))
    after = place(FILE.replace("role: chair, holders: tina", "role: chair, holders: bob"))
    assert run(load_files(database, [after], until="2026-11")).ended == 1
    held = run(database.write(lambda t: t.read("list_recorded_links", **links("HOLDS testham/tina--holds--chair"))))
    assert [(row.said["until"], row.said["latest"].iso_format()) for row in held] == [("2026-11", "2026-11-30")]
    again = run(load_files(database, [after], until="2027"))
    assert (again.ended, again.kept) == (0, 1)
    assert told_of(again, until="2027") == ["Ended before and no longer in the file, and kept as what was: 1."]
    assert told_of(again)[-1] == "Ended before and no longer in the file, and kept as what was: 1."
    assert sentences(again, replace=True) == [f"{BOARD}, chair: Tina Tully (until 2026-11)"]
    back = run(load_files(database, [place(FILE)]))
    assert f"{BOARD}, chair, Tina Tully: until '2026-11' -> not recorded" in sentences(back)
    held = run(database.write(lambda t: t.read("list_recorded_links", **links("HOLDS testham/tina--holds--chair"))))
    assert [row.said.get("until") for row in held] == [None]


def links(*keys: str) -> dict[str, Any]:
    """Return what `list_recorded_links` is asked with."""
    return {"places": ["testham"], "ids": [key.split()[1] for key in keys], "keys": list(keys)}


def test_what_ends_gets_an_end_in_every_form(database: Database, run: Loop, place: Place) -> None:
    for number, (until, last) in enumerate(
        {"2026": "2026-12-31", "2024-02": "2024-02-29", "2025-03-01": "2025-03-01"}.items()
    ):
        run(load_files(database, [place(FILE)], replace=True))
        shorter = FILE.replace("  - {id: mind", "  - {id: other", 1).replace("subject: mind", "subject: other")
        assert run(load_files(database, [place(shorter)], until=until)).ended == 2, number
        asked: dict[str, list[str]] = {name: [] for name in NODES.values()}
        asked |= {"organizations": ["testham/mind"], "absences": ["testham/absence-of-mind--from-board"]}
        rows = run(database.read("list_recorded_nodes", **asked))
        assert {row.said["until"] for row in rows} == {until}
        assert {date.fromisoformat(row.said["latest"].iso_format()) for row in rows} == {date.fromisoformat(last)}
        assert {row.said.get("dissolved") for row in rows} == {until, None}


@pytest.mark.parametrize("until", ["2010-13", "soon", "2010-02-30", "10", "\x1b[2J"])
def test_a_date_that_is_none_is_refused(database: Database, run: Loop, place: Place, until: str) -> None:
    with pytest.raises(BadInput, match=r"^--end "):
        run(load_files(database, [place(FILE)], until=until))


def test_to_remove_and_to_end_at_once_is_refused(database: Database, run: Loop, place: Place) -> None:
    with pytest.raises(BadInput, match="choose --replace or --end"):
        run(load_files(database, [place(FILE)], until="2026", replace=True))


def test_what_begins_later_cannot_end_and_nothing_is_written(database: Database, run: Loop, place: Place) -> None:
    run(load_files(database, [place(FILE.replace("holders: tina", "holders: [{person: tina, since: 2027}]"))]))
    shorter = FILE.replace(", holders: tina", "").replace("name: Testham Mind", "name: Other")
    with pytest.raises(DataRefused, match="'testham/tina--holds--chair' cannot end on 2026, since it begins on 2027"):
        run(load_files(database, [place(shorter)], until="2026"))
    assert [row.name for row in run(database.read("find_organizations", ids=["testham/mind"]))] == ["Testham Mind"]


MOVES = [
    ("{id: seat, on: board", "{id: seat, on: mind", "POST_IN testham/seat", "testham/mind"),
    ("name: Testham Mind,", "name: Testham Mind, areas: other,", "IN_AREA testham/mind", "other"),
    (
        "subject: mind, from: board",
        "id: absence-of-mind--from-board, subject: coa, from: board",
        "SUBJECT",
        "testham/coa",
    ),
]


def test_what_moves_is_no_longer_where_it_was_without_being_told_to_go(
    database: Database, run: Loop, place: Place
) -> None:
    """A body, a seat or an absence says one thing of itself: loading another takes the place of it."""
    for old, new, key, end in MOVES:
        run(load_files(database, [place(FILE)], replace=True))
        summary = run(load_files(database, [place(FILE.replace(old, new))]))
        assert (summary.added, summary.removed, summary.kept) == (1, 1, 0), key
        assert [" -> " in sentence for sentence in sentences(summary)] == [True], key
        found = run(database.write(_digests))
        type_, _, start = key.partition(" ")
        assert [to for kind, _, _, _, from_, to in found if kind == type_ and start in ("", from_)] == [end], key


async def _digests(transaction: Transaction) -> list[list[str]]:
    return await recorded_links(transaction, ["testham"])


def test_names_that_give_orders_are_told_as_text(database: Database, run: Loop, place: Place) -> None:
    hostile = "</b> [red] -> \\\\ ' Robert'); DROP"
    run(load_files(database, [place(FILE.replace("Tina Tully", f'"{hostile}"'))]))
    told = sentences(
        run(load_files(database, [place(FILE.replace("Tina Tully", f'"{hostile}"').replace(", holders: tina", ""))]))
    )
    assert told == [f"{BOARD}, chair: {hostile.replace(chr(92) * 2, chr(92))}"]


def test_more_than_anybody_reads_is_counted(database: Database, run: Loop, place: Place) -> None:
    people = "".join(f'  - {{id: p{n}, name: P {n}, cites: "minutes, 1"}}\n' for n in range(700))
    run(load_files(database, [place("people:\n" + people)]))
    summary = run(load_files(database, [place("")]))
    assert summary.kept == 700
    assert len(told_of(summary)) == 102
    assert told_of(summary)[-1] == "  and 600 more"
