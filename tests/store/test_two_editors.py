"""Two who write at once, in any order: nothing that either typed is overwritten unseen, and all of it can be taken back.

A few orders a run; PARTNERSHIPS_TEST_ORDERS=200 asks for as many.
"""

import os
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from app.exchange.entries.addresses import Address
from app.record.drafting import apply, known_of
from app.record.drafts import Draft, Drafting
from app.record.history import undo
from app.record.loading import load_files
from app.store.database import Database
from tests.conftest import Loop
from tests.store.test_history import everything

ORDERS = int(os.environ.get("PARTNERSHIPS_TEST_ORDERS", "4"))
EDITORS = ("Ann", "Bob")
EDITS = 3
PLACE = """
organizations:
  - {id: board, name: Board, classification: partnership_board, kind: collaboration, cites: "minutes, p"}
  - {id: forum, name: Forum, classification: forum, kind: collaboration, cites: "minutes, p"}
people:
  - {id: tina, name: Tina Tully, cites: "minutes, p"}
posts:
  - {id: seat, on: board, role: chair, holders: tina, cites: "minutes, p"}
"""
PLACES = tuple(
    Address(kind, f"testham/{id_}")
    for kind, id_ in (("organization", "board"), ("organization", "forum"), ("person", "tina"), ("post", "seat"))
)


class Editor:
    """Somebody who opens an entry, types a note, and saves it some time later."""

    def __init__(self, name: str, database: Database, run: Loop, chance: random.Random) -> None:
        self.name, self._database, self._run, self._chance = name, database, run, chance
        self.draft: Draft | None = None
        self.address, self.typed = PLACES[0], ""

    def opens(self, number: int) -> None:
        """Look at an entry, and type."""
        self.address, self.typed = self._chance.choice(PLACES), f"{self.name} types {number}"
        self.opens_again()

    def opens_again(self) -> None:
        """Look at the same entry as it is now, and type the same."""
        made = Drafting(self._run(known_of(self._database, "testham")))
        made.change(self.address, made.now(self.address) | {"note": self.typed})
        self.draft = made.draft()


@pytest.mark.parametrize("order", range(ORDERS))
def test_nothing_that_either_typed_is_lost(
    database: Database, run: Loop, place: Callable[..., Path], order: int
) -> None:
    chance = random.Random(order)
    run(load_files(database, [place(PLACE)]))
    editors = [Editor(name, database, run, chance) for name in EDITORS]
    left = {editor.name: EDITS for editor in editors}
    looked = dict.fromkeys(left, 0)
    versions = dict.fromkeys(PLACES, 0)
    notes: dict[Address, str] = {}
    before, numbers = [everything(database, run)], list[int]()
    while any(left.values()):
        editor = chance.choice([each for each in editors if left[each.name]])
        if editor.draft is None:
            editor.opens(left[editor.name])
            looked[editor.name] = versions[editor.address]
            continue
        done = run(apply(database, editor.draft, by=editor.name))
        if looked[editor.name] != versions[editor.address]:
            # Somebody else was quicker: both versions are told, and nothing was written.
            (conflict,) = done.conflicts
            assert (conflict.yours or {})["note"] == editor.typed
            assert (conflict.now or {})["note"] == notes[editor.address]
            assert everything(database, run) == before[-1]
            editor.opens_again()
            looked[editor.name] = versions[editor.address]
            continue
        assert done.stands
        assert done.number
        numbers.append(done.number)
        before.append(everything(database, run))
        notes[editor.address] = editor.typed
        versions[editor.address] += 1
        left[editor.name], editor.draft = left[editor.name] - 1, None
    known = run(known_of(database, "testham"))
    for address, note in notes.items():
        assert getattr(known.said(address), "note", None) == note
    assert len(numbers) == EDITS * len(EDITORS)
    for number in reversed(numbers):
        assert everything(database, run) == before.pop()
        run(undo(database, number, by="Ann"))
    assert everything(database, run) == before.pop()
