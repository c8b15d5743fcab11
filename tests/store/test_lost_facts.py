"""A statement that does not write all that it was given ends the change: nothing of it is kept, however few or many."""

from collections.abc import Callable
from pathlib import Path

import pytest

from app.domain.facts import DataSet, Link, Node, Value
from app.errors import DataRefused
from app.record.loading import load_files
from app.store.database import Database
from app.store.writer import FEW, write_data_set
from tests.conftest import Loop
from tests.store.test_history import everything

PLACE = """
organizations: [{id: board, name: Board, classification: partnership_board, kind: collaboration, cites: "minutes, p"}]
"""
SAID: dict[str, Value] = {"access": "public", "certainty": "certain"}


def facts(people: int, *, is_lost: bool) -> DataSet:
    """Return people who work for a body, the last of them for one that is not there where something is to be lost."""
    ids = [f"testham/person-{one}" for one in range(people)]
    bodies = ["testham/board"] * (people - 1) + ["testham/gone" if is_lost else "testham/board"]
    return DataSet(
        [Node("Person", id_, "testham", {**SAID, "name": id_}) for id_ in ids],
        [
            Link("WORKS_FOR", f"{id_}--works", "testham", "Person", id_, "Organization", body, {**SAID})
            for id_, body in zip(ids, bodies, strict=True)
        ],
        {"testham"},
    )


@pytest.mark.parametrize("people", [2, FEW])
def test_what_leads_to_nothing_is_not_left_out_in_silence(
    database: Database, run: Loop, place: Callable[..., Path], people: int
) -> None:
    run(load_files(database, [place(PLACE)]))
    before = everything(database, run)
    with pytest.raises(DataRefused, match=r"^1 of [\d,]+ facts? refer to something that is not there; nothing was"):
        run(write_data_set(database, facts(people, is_lost=True)))
    assert everything(database, run) == before
    assert run(write_data_set(database, facts(people, is_lost=False))).added == 2 * people
