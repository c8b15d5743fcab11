"""What is only proposed counts alike in the database and on values: seats, their ties, holders and fillings."""

from collections.abc import Callable
from datetime import date
from itertools import product
from pathlib import Path

import pytest

from app.domain.as_at import AsAt
from app.reading.registers import standing_of
from app.record.loading import load_files
from app.store.database import Database
from app.store.reader import Reader
from tests.conftest import Loop
from tests.store.test_registers import explorer_of

DAY = date(2010, 6, 1)


def _place() -> str:
    """Write a place with seats that are there or only proposed, filled by offices that are there or only proposed."""
    lines = ["organizations:"]
    lines += [
        f"  - {{id: {id_}, name: {id_.title()}, classification: forum, kind: collaboration, cites: ['minutes, p']}}"
        for id_ in ("board", "group", "other")
    ]
    lines += ["people:"] + [f"  - {{id: {id_}, name: {id_.title()}, cites: ['minutes, p']}}" for id_ in ("ann", "bob")]
    lines += ["posts:"]
    for number, (seat, office) in enumerate(product(("actual", "proposed"), repeat=2)):
        lines += [
            f"  - {{id: office-{number}, on: other, role: chair, status: {office}, cites: ['minutes, p'],",
            "     holders: [{person: bob}]}",
            f"  - {{id: filled-{number}, on: board, status: {seat}, cites: ['minutes, p'],",
            f"     filledByHolderOf: testham/office-{number}}}",
            f"  - {{id: seat-{number}, on: board, status: {seat}, onBehalfOf: [{{organization: group}}], cites: ['minutes, p'],",
            "     appointedBy: [{organization: other}],",
            "     holders: [{person: ann}, {organization: group, capacity: deputy}]}",
        ]
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("proposed", [False, True])
def test_proposals_count_alike_in_the_database_and_on_values(
    database: Database, run: Loop, place: Callable[..., Path], proposed: bool
) -> None:
    run(load_files(database, [place(_place())]))
    as_at, reader = AsAt(DAY, proposed), Reader(database)
    standing = run(standing_of(explorer_of(database), "testham", as_at))
    ids = list(standing.posts)
    assert len(ids) == (12 if proposed else 6)
    behalf, appointed = run(reader.on_behalf_of(ids, as_at)), run(reader.appointed_by(ids, as_at))
    tenures, chains = run(reader.tenures(ids, as_at)), run(reader.filling_posts(ids, as_at))
    for id_ in ids:
        assert sorted(behalf.get(id_, [])) == sorted(tie.organization_id for tie in standing.behalf(id_)), id_
        assert sorted(appointed.get(id_, [])) == sorted(tie.organization_id for tie in standing.appointed(id_)), id_
        assert sorted(t.holder_id for t in tenures.get(id_, [])) == sorted(
            t.holder_id for t in standing.tenures(id_)
        ), id_
        assert [office.post_id for office in chains.get(id_, [])] == [o.post.id for o in standing.chain(id_)], id_
    held = {each.post.id for each in run(reader.held_posts(["testham/ann"], as_at))["testham/ann"]}
    assert held == {holding.post_id for holding in standing.held("testham/ann")}


def test_a_seat_that_is_itself_proposed_says_whom_it_would_be_for(
    database: Database, run: Loop, place: Callable[..., Path]
) -> None:
    run(load_files(database, [place(_place())]))
    reader, as_at = Reader(database), AsAt(DAY)
    ids = [f"testham/seat-{number}" for number in range(4)]
    behalf = run(reader.on_behalf_of(ids, as_at))
    status = {id_: post.status for id_, post in run(reader.posts(ids)).items()}
    assert {status[id_].value for id_ in behalf} == {"actual", "proposed"}
    assert all(id_ in behalf for id_ in ids if status[id_].value == "proposed")
