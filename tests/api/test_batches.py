"""Loads that come within a few turns of the loop go together, each key once; errors reach everyone who waits."""

import asyncio
from collections.abc import Coroutine, Mapping
from typing import Any, TypeVar

import pytest

from app.api.loading.batches import Batch, now, then, together

Answer = TypeVar("Answer")


class Asked:
    """Answers with the length of each key, and remembers what it was asked."""

    def __init__(self) -> None:
        self.calls: list[list[str]] = []
        self.batch: Batch[int] = Batch(self.fetch, lambda: -1)

    async def fetch(self, keys: list[str]) -> Mapping[str, int]:
        self.calls.append(keys)
        await asyncio.sleep(0)
        if "bad" in keys:
            raise ValueError("bad")
        return {key: len(key) for key in keys if key != "missing"}


def run(work: Coroutine[Any, Any, Answer]) -> Answer:
    return asyncio.run(asyncio.wait_for(work, 10))


def test_loads_go_together_each_key_once() -> None:
    async def work() -> tuple[Asked, list[int]]:
        asked = Asked()
        return asked, await now(together(asked.batch.load(key) for key in ("a", "bb", "a", "missing")))

    asked, values = run(work())
    assert values == [1, 2, 1, -1]
    assert asked.calls == [["a", "bb", "missing"]]


@pytest.mark.parametrize("turns", [1, 2])
def test_those_that_come_a_little_later_go_with_them(turns: int) -> None:
    async def later(asked: Asked, key: str, wait: int) -> int:
        for _ in range(wait):
            await asyncio.sleep(0)
        return await now(asked.batch.load(key))

    async def work() -> Asked:
        asked = Asked()
        await asyncio.gather(*(later(asked, "k" * (i + 1), i * turns) for i in range(5)))
        return asked

    assert len(run(work()).calls) == 1


def test_what_is_known_is_given_at_once() -> None:
    async def work() -> None:
        asked = Asked()
        first = asked.batch.load("a")
        assert isinstance(first, asyncio.Future)
        assert asked.batch.load("a") is not first
        assert await first == 1
        assert asked.batch.load("a") == 1
        assert together([asked.batch.load("a"), 7]) == [1, 7]
        assert then(asked.batch.load("a"), lambda value: value + 1) == 2
        assert await now(then(asked.batch.load("bb"), lambda value: asked.batch.load("c" * value * 2))) == 4

    run(work())


def test_an_error_reaches_all_of_its_batch_and_no_other() -> None:
    async def work() -> Asked:
        asked = Asked()
        good = asked.batch.load("good")
        assert await now(good) == 4
        results = await asyncio.gather(
            *(now(asked.batch.load(key)) for key in ("bad", "other", "good")), return_exceptions=True
        )
        assert [type(result) for result in results] == [ValueError, ValueError, int]
        return asked

    assert run(work()).calls == [["good"], ["bad", "other"]]


def test_a_part_that_is_given_up_takes_nothing_from_another() -> None:
    async def work() -> tuple[bool, int]:
        asked = Asked()

        async def waited() -> int:
            return await now(asked.batch.load("abc"))

        first, second = asyncio.create_task(waited()), asyncio.create_task(waited())
        await asyncio.sleep(0)
        first.cancel()
        await asyncio.wait([first])
        return first.cancelled(), await second

    assert run(work()) == (True, 3)
