"""What takes the processor for long is done beside the event loop, and what is shared survives whoever goes away."""

import asyncio
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx2 as httpx
import pytest
from graphql import get_introspection_query, validate
from starlette.testclient import TestClient

from app.api.http import endpoint
from app.api.schema.root import SCHEMA
from app.errors import TooBusy
from app.questions.gaps import ask as gaps
from app.reading import registers, search
from app.reading.aside import THREADS, Aside
from app.reading.explorer import Explorer
from app.reading.pacing import paced
from app.reading.register_reading import read_everything
from tests.conftest import Loop

from .conftest import Post


class Held:
    """A piece of work that waits to be let go, and notes the threads that do it."""

    def __init__(self, usual: Any) -> None:
        self._usual = usual
        self.begun, self.go = threading.Event(), threading.Event()
        self.threads: list[int] = []

    def __call__(self, *args: Any, **named: Any) -> Any:
        self.threads.append(threading.get_ident())
        self.begun.set()
        assert self.go.wait(20)
        return self._usual(*args, **named)


@pytest.fixture
def threads() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(8) as pool:
        yield pool


def ask(address: str, query: str) -> httpx.Response:
    return httpx.post(f"{address}/graphql", json={"query": query}, timeout=60)


def test_the_site_answers_while_documents_are_checked(
    address: str, threads: ThreadPoolExecutor, monkeypatch: pytest.MonkeyPatch, loop_thread: int
) -> None:
    held = Held(validate)
    monkeypatch.setattr("app.api.admitting.admitting.validate", held)
    asked = threads.submit(ask, address, "{ areas { id } } # held while it is checked")
    assert held.begun.wait(20)
    assert httpx.get(f"{address}/healthz", timeout=10).json() == {"status": "ok"}
    held.go.set()
    assert "errors" not in asked.result(20).json()
    assert loop_thread not in held.threads


def test_whoever_gives_up_does_not_take_the_answer_from_others(
    address: str, threads: ThreadPoolExecutor, monkeypatch: pytest.MonkeyPatch, loop_thread: int
) -> None:
    """One asks within a short time, one goes away, one waits: it is worked out once, and only the last has it."""
    held = Held(SCHEMA.execute_sync)
    monkeypatch.setattr(SCHEMA, "execute_sync", held)
    query = get_introspection_query() + "# asked by three"
    with monkeypatch.context() as short:
        short.setattr(endpoint, "MAX_SECONDS", 0.5)
        late = threads.submit(ask, address, query)
        assert held.begun.wait(20)
        assert late.result(20).status_code == 503
        assert late.result().json()["errors"][0]["extensions"]["code"] == "DATABASE_TIMEOUT"
    with pytest.raises(httpx.ReadTimeout):
        httpx.post(f"{address}/graphql", json={"query": query}, timeout=0.3)
    patient = threads.submit(ask, address, query)
    assert httpx.get(f"{address}/healthz", timeout=10).status_code == 200
    held.go.set()
    assert len(patient.result(20).json()["data"]["__schema"]["types"]) > 40
    assert len(held.threads) == 1
    assert loop_thread not in held.threads


def test_those_who_wait_for_a_register_wait_without_each_other(
    explorer: Explorer, client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert client.portal
    client.portal.call(_a_register_for_the_patient, explorer, monkeypatch)


async def _a_register_for_the_patient(explorer: Explorer, monkeypatch: pytest.MonkeyPatch) -> None:
    reads: list[object] = []
    begun, go = asyncio.Event(), asyncio.Event()

    async def slow(*args: Any) -> Any:
        reads.append(args)
        begun.set()
        await go.wait()
        return await read_everything(*args)

    monkeypatch.setattr("app.reading.registers.read_everything", slow)
    registers.forget_registers(explorer)
    waiting = [asyncio.create_task(registers.read_register(explorer, "bromley")) for _ in range(3)]
    await begun.wait()
    waiting[0].cancel()
    await asyncio.wait(waiting[:1])
    go.set()
    found = await asyncio.gather(*waiting[1:])
    assert found[0] is found[1]
    assert len(reads) == 1


QUESTIONS = {
    "names that are like it": (search, "_like", '{ search(text: "council") { __typename } }'),
    "the nearest names": (search, "_most_like", '{ representation(of: "nobody/nowhere") { asRecorded } }'),
    "gaps": (gaps, "find_gaps", '{ gaps(area: "gloucester", on: "2001-02-03") { totalCount } }'),
    "who stands where on a day": (
        registers,
        "Standing",
        '{ fragility(area: "gloucester", on: "2001-02-04") { answer } }',
    ),
}


@pytest.mark.parametrize("name", QUESTIONS)
def test_rules_and_searches_are_worked_out_beside_the_loop(
    post: Post, name: str, monkeypatch: pytest.MonkeyPatch, loop_thread: int
) -> None:
    module, work, query = QUESTIONS[name]
    held = Held(getattr(module, work))
    held.go.set()
    monkeypatch.setattr(module, work, held)
    post(query)
    assert held.threads
    assert loop_thread not in held.threads


def test_too_much_at_once_is_refused(run: Loop) -> None:
    held, aside = Held(lambda: 1), Aside(2)

    async def three() -> list[object]:
        tasks = [asyncio.create_task(aside(held)) for _ in range(3)]
        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        held.go.set()
        return list(await asyncio.gather(*tasks, return_exceptions=True))

    found = run(three())
    assert sorted(map(type, found), key=str) == [TooBusy, int, int]
    assert run(aside(held)) == 1


def test_too_much_at_once_is_refused_with_a_time_to_ask_again(
    client: TestClient, explorer: Explorer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(explorer.aside, "_places", threading.Semaphore(0))
    answer = client.post("/graphql", json={"query": "{ areas { id } } # nobody has room for this"})
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "2")
    assert answer.json()["errors"][0]["extensions"]["code"] == "DATABASE_TIMEOUT"


def test_room_is_given_back_by_what_never_began(run: Loop) -> None:
    held, aside = Held(lambda: 1), Aside(THREADS + 1)

    async def given_up() -> None:
        busy = [asyncio.create_task(aside(held)) for _ in range(THREADS)]
        await asyncio.sleep(0.2)
        for _ in range(5):
            waiting = asyncio.create_task(aside(held))
            await asyncio.sleep(0)
            waiting.cancel()
            await asyncio.wait([waiting])
            assert waiting.cancelled()
        held.go.set()
        await asyncio.gather(*busy)

    run(given_up())
    assert len(held.threads) == THREADS


def test_long_lists_leave_the_loop_to_others(run: Loop) -> None:
    async def others_turns() -> int:
        turns = 0

        async def other() -> None:
            nonlocal turns
            while True:
                turns += 1
                await asyncio.sleep(0)

        beside = asyncio.create_task(other())
        async for _ in paced(range(5)):
            threading.Event().wait(0.02)
        beside.cancel()
        return turns

    assert run(others_turns()) >= 4
