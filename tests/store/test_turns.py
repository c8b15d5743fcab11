"""Whoever writes waits for whoever has a turn, and the other way round; nothing of a turn stays in the database."""

import asyncio

from app.store.database import Database, Transaction
from app.store.queries import parse_query
from tests.conftest import Loop

A_WHILE = 0.5
"""Seconds in which a write that need not wait is through."""
TURNS = parse_query(
    "turns", "// How many turns are kept.\n// Parameters: none.\n// Columns: n.\nMATCH (t:Turn) RETURN count(t) AS n"
)


def test_a_write_and_a_turn_wait_for_each_other(database: Database, run: Loop) -> None:
    async def begun(*, write_first: bool) -> list[str]:
        got, has_it, go_on = list[str](), asyncio.Event(), asyncio.Event()

        async def had(word: str) -> None:
            got.append(word)
            has_it.set()
            await go_on.wait()

        async def work(transaction: Transaction) -> None:
            await transaction.write("record_data_version", changed=0)
            await had("write")

        async def turn() -> None:
            async with database.turns.one():
                await had("turn")

        first, second = (database.write(work), turn()) if write_first else (turn(), database.write(work))
        doing = [asyncio.ensure_future(first)]
        await has_it.wait()
        doing.append(asyncio.ensure_future(second))
        await asyncio.sleep(A_WHILE)
        assert len(got) == 1
        go_on.set()
        await asyncio.gather(*doing)
        return got

    run(database.write(_nothing))
    assert run(begun(write_first=True)) == ["write", "turn"]
    assert run(begun(write_first=False)) == ["turn", "write"]


def test_a_write_in_a_turn_goes_on_and_leaves_no_turn(database: Database, run: Loop) -> None:
    async def inside() -> None:
        async with database.turns.one():
            await database.write(_nothing)

    async def left(transaction: Transaction) -> int:
        found: int = await transaction._run(TURNS, {})
        return found

    run(inside())
    assert run(database.write(left)) == 0


async def _nothing(transaction: Transaction) -> None:
    await transaction.write("record_data_version", changed=0)
