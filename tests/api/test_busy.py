"""Many ask at once: so many reads go to the database together, others wait for their turn, and are told in time."""

import asyncio
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from starlette.testclient import TestClient

from app.reading import pacing
from app.reading.explorer import Explorer
from app.store.database import READS_AT_ONCE, Database
from app.store.rounds import turn
from tests.conftest import Loop


def test_reads_have_a_bound_and_all_are_answered(
    client: TestClient, explorer: Explorer, started: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    under_way, most, usual = 0, 0, Database._read_once

    async def counted(self: Database, *asked: Any) -> Any:
        nonlocal under_way, most
        under_way += 1
        most = max(most, under_way)
        try:
            return await usual(self, *asked)
        finally:
            under_way -= 1

    async def many() -> list[list[Any]]:
        monkeypatch.setattr(explorer.database, "reading", asyncio.Semaphore(3))
        return await asyncio.gather(*(explorer.database.read("list_areas") for _ in range(12)))

    assert explorer.database.reading._value == READS_AT_ONCE
    monkeypatch.setattr(Database, "_read_once", counted)
    assert client.portal
    found = client.portal.call(many)
    assert (most, under_way) == (3, 0)
    assert len(found) == 12
    assert all(found)


@contextmanager
def all_turns_taken(client: TestClient, explorer: Explorer) -> Iterator[None]:
    """Read so much elsewhere that nobody else has a turn."""

    async def take() -> None:
        for _ in range(READS_AT_ONCE):
            await explorer.database.reading.acquire()

    async def give_back() -> None:
        for _ in range(READS_AT_ONCE):
            explorer.database.reading.release()

    assert client.portal
    client.portal.call(take)
    try:
        yield
    finally:
        client.portal.call(give_back)


def test_whoever_has_no_turn_in_time_is_told_to_come_again(
    client: TestClient, explorer: Explorer, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = {"accept": "text/html"}
    kept = client.get("/bromley", headers=page)
    monkeypatch.setattr(explorer.database, "deadline", 0.3)
    with all_turns_taken(client, explorer):
        begun = time.monotonic()
        told = client.get("/posts/bromley/nowhere-at-all?on=1931-05-06", headers=page)
        answer = client.post("/graphql", json={"query": '{ organizations(first: 3, area: "bromley") { totalCount } }'})
        assert time.monotonic() - begun < 5
        assert client.get("/healthz").status_code == client.get("/readyz").status_code == 200
        assert client.get("/bromley", headers=page).text == kept.text
    assert (told.status_code, told.headers["retry-after"], told.headers["cache-control"]) == (503, "2", "no-store")
    assert "Many are asking" in told.text
    assert "this had no turn; please try again in a moment" in told.text
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "2")
    assert answer.json()["errors"][0]["extensions"]["code"] == "DATABASE_TIMEOUT"
    monkeypatch.undo()
    assert client.get("/posts/bromley/nowhere-at-all?on=1931-05-06", headers=page).status_code == 404


def test_what_is_short_waits_for_one_slice_of_what_is_long(run: Loop, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ten long pieces of work at once, each cut at every item: between two looks of somebody else one is done."""
    monkeypatch.setattr(pacing, "SLICE", 0.0)

    async def looks() -> tuple[int, list[int]]:
        done, between = 0, []

        async def long() -> None:
            nonlocal done
            await turn()
            async for _ in pacing.paced(range(5)):
                done += 1

        work = [asyncio.create_task(long()) for _ in range(10)]
        given_up = asyncio.create_task(long())
        seen = 0
        while not all(task.done() for task in work):
            await asyncio.sleep(0)
            given_up.cancel()
            between.append(done - seen)
            seen = done
        return done, between

    done, between = run(looks())
    assert done >= 50
    assert max(between) <= 2
