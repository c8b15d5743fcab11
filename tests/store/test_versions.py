"""Every request looks which version the data has: in the shortest way, and never at less than what was written before."""

import asyncio
import random
import struct
from typing import Any

import pytest

from app.errors import DatabaseUnavailable
from app.reading.versions import Versions
from app.store.database import Database, Transaction
from app.store.embedded import EngineAddress
from app.store.glance import Glance, GlanceFailed
from app.store.packing import packed, unpacked
from tests.loop import Loop


async def write(database: Database) -> None:
    async def count_up(transaction: Transaction) -> None:
        await transaction.write("record_data_version", changed=1)

    await database.write(count_up)


def glance_of(database: Database) -> Glance:
    assert database._glance
    return database._glance


def test_each_write_is_seen_by_whoever_looks_afterwards(open_engine: Database, run: Loop) -> None:
    versions = Versions(open_engine)

    async def work() -> None:
        seen = [await versions.look()]
        for _ in range(3):
            await write(open_engine)
            found = set(await asyncio.gather(*(versions.look() for _ in range(20))))
            assert len(found) == 1
            seen += found
        assert [each.number - seen[0].number for each in seen] == [0, 1, 2, 3]
        assert len({each.moment for each in seen[1:]} | {str(each) for each in seen}) > 4
        (row,) = await open_engine.read("get_data_version")
        assert (row.number, row.moment) == tuple(seen[-1])

    run(work())


def test_those_who_come_together_look_together(open_engine: Database, run: Loop) -> None:
    versions = Versions(open_engine)

    async def work() -> int:
        before = open_engine.round_trips
        await asyncio.gather(*(versions.look() for _ in range(200)))
        return open_engine.round_trips - before

    assert run(work()) <= 2


def test_a_connection_that_is_lost_is_made_anew(open_engine: Database, run: Loop) -> None:
    async def work() -> None:
        known = await open_engine.version()
        talk = glance_of(open_engine)._talk
        assert talk
        assert not talk.lost, "it is the short way that is gone"
        talk.transport.abort()
        assert await open_engine.version() == known
        await asyncio.sleep(0)
        assert await open_engine.version() == known
        assert glance_of(open_engine)._talk not in {None, talk}

    run(work())


class Silent(asyncio.Protocol):
    """Takes a connection, says something, and no more."""

    says = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        transport.write(self.says)


@pytest.mark.parametrize(
    "said", [b"HTTP", b"\x00\x00\x04\x05\x00\x03\xb1\x7f\xa0\x00\x00", b"\x00\x00\x04\x05\x00\x02\xb0\x0e\x00\x00"]
)
def test_what_is_not_as_expected_fails_and_the_driver_answers(open_engine: Database, run: Loop, said: bytes) -> None:
    class Odd(Silent):
        says = said

    async def work() -> None:
        loop = asyncio.get_running_loop()
        known = await open_engine.version()
        server = await loop.create_server(Odd, "127.0.0.1", 0)
        address = EngineAddress(f"bolt://127.0.0.1:{server.sockets[0].getsockname()[1]}", "", "", "neo4j")
        odd = Glance(address, "RETURN 1")
        with pytest.raises(GlanceFailed):
            await odd.answer()
        usual, open_engine._glance = open_engine._glance, odd
        try:
            assert await open_engine.version() == known
        finally:
            open_engine._glance = usual
        server.close()
        await server.wait_closed()

    run(work())


def test_only_a_plain_address_is_asked_so() -> None:
    for uri, possible in (("bolt://a:1", True), ("bolt+s://a", False), ("neo4j://a", False), ("neo4j+ssc://a", False)):
        assert Glance(EngineAddress(uri, "", "", "neo4j"), "RETURN 1").possible is possible


def test_what_a_request_has_seen_is_what_it_goes_by(open_engine: Database, run: Loop) -> None:
    versions = Versions(open_engine)

    async def work() -> None:
        before = await versions.look()
        await write(open_engine)
        with versions.seen(before):
            assert await versions.now() == before
            assert await asyncio.create_task(versions.now()) == before
        with versions.seen(DatabaseUnavailable("away")), pytest.raises(DatabaseUnavailable, match="away"):
            await versions.now()
        assert (await versions.now()).number == before.number + 1

    run(work())


def listed(value: Any) -> bytes:
    """Write a list, which the program only reads."""
    if isinstance(value, list):
        inner = b"".join(map(listed, value))
        size = len(value)
        head = (
            bytes([0x90 | size])
            if size < 16
            else b"\xd4" + bytes([size])
            if size < 256
            else b"\xd5" + struct.pack(">H", size)
        )
        return head + inner
    return b"\xc0" if value is None else packed(value)


def test_what_is_packed_is_unpacked() -> None:
    rng = random.Random(7)
    for value in [[0, -1, -16, -17, 127, 128, 2**31, -(2**63)], ["", "é" * 9, "x" * 300, None], [[[1]]], [1] * 400]:
        assert unpacked(b"\xb1\x71" + listed(value), 2) == value
    for size in (1, 2, 4, 8):
        number = rng.randrange(-(2 ** (8 * size - 1)), 2 ** (8 * size - 1))
        mark = {1: 0xC8, 2: 0xC9, 4: 0xCA, 8: 0xCB}[size]
        assert unpacked(bytes([mark]) + number.to_bytes(size, "big", signed=True), 0) == number
    with pytest.raises(ValueError, match="0xc1"):
        unpacked(b"\xc1" + bytes(8), 0)


class Held:
    """A database whose first answer is on its way while something is written."""

    def __init__(self) -> None:
        self.number, self.going = 0, asyncio.Event()

    async def version(self) -> tuple[int, int]:
        read = self.number
        await self.going.wait()
        return read, 0


def test_nobody_is_told_what_was_read_before_they_came(run: Loop) -> None:
    async def work() -> list[int]:
        held = Held()
        versions = Versions(held)  # type: ignore[arg-type]  # all that is asked of it
        first = asyncio.create_task(versions.look())
        await asyncio.sleep(0.01)
        held.number = 1
        later = [asyncio.create_task(versions.look()) for _ in range(5)]
        await asyncio.sleep(0.01)
        held.going.set()
        return [(await each).number for each in (first, *later)]

    assert run(work()) == [0, 1, 1, 1, 1, 1]
