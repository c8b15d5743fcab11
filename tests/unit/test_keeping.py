"""What is kept is made once at a time however many ask, is never of another version, and has its bound."""

import asyncio
import threading
from collections import Counter
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from random import Random

import pytest

from app.reading.keeping import Keeping, Kept, Shelf

FIVE: Shelf[str] = Shelf("five", 5)
LETTERS: Shelf[str] = Shelf("ten letters", 10, len)


class Maker:
    """Makes texts as soon as it may, and counts; fails while it is told to."""

    def __init__(self) -> None:
        self.go, self.begun = asyncio.Event(), asyncio.Event()
        self.made: list[str] = []
        self.error: Exception | None = None

    def __call__(self, text: str) -> Callable[[], Coroutine[None, None, str]]:
        async def make() -> str:
            self.made.append(text)
            self.begun.set()
            await self.go.wait()
            if self.error:
                raise self.error
            return text + "!"

        return make


def test_many_who_ask_at_once_have_it_made_once() -> None:
    async def ask() -> None:
        kept, make = Kept(FIVE), Maker()
        asked = [asyncio.create_task(kept.once("a", 1, make("text"))) for _ in range(50)]
        await make.begun.wait()
        late = asyncio.create_task(kept.once("a", 1, make("again")))
        await asyncio.sleep(0)
        make.go.set()
        found = await asyncio.gather(*asked, late)
        assert {id(each) for each in found} == {id(found[0])}
        assert await kept.once("a", 1, make("later")) is found[0]
        assert make.made == ["text"]

    asyncio.run(ask())


def test_a_failure_is_told_to_all_who_wait_and_tried_again_for_the_next() -> None:
    async def ask() -> None:
        kept, make = Kept(FIVE), Maker()
        make.go.set()
        make.error = ValueError("not this time")
        found = await asyncio.gather(*(kept.once("a", 1, make("text")) for _ in range(3)), return_exceptions=True)
        assert [str(each) for each in found] == ["not this time"] * 3
        assert (make.made, len(kept)) == (["text"], 0)
        make.error = None
        assert await kept.once("a", 1, make("text")) == "text!"

    asyncio.run(ask())


def test_whoever_goes_away_takes_it_from_nobody() -> None:
    async def ask() -> None:
        kept, make = Kept(FIVE), Maker()
        first, second, third = (asyncio.create_task(kept.once("a", 1, make("text"))) for _ in range(3))
        await make.begun.wait()
        first.cancel()
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(second, 0.01)
        with pytest.raises(asyncio.CancelledError):
            await first
        make.go.set()
        assert await third == "text!"
        assert make.made == ["text"]

    asyncio.run(ask())


def test_what_everybody_left_is_there_for_whoever_comes_back() -> None:
    async def ask() -> None:
        kept, make = Kept(FIVE), Maker()
        only = asyncio.create_task(kept.once("a", 1, make("text")))
        await make.begun.wait()
        only.cancel()
        await asyncio.wait([only])
        make.go.set()
        assert await kept.once("a", 1, make("again")) == "text!"
        assert make.made == ["text"]

    asyncio.run(ask())


def test_another_version_is_made_anew_and_stands_in_place_of_the_old() -> None:
    async def ask() -> None:
        kept, make = Kept(FIVE), Maker()
        make.go.set()
        assert await kept.once("a", 1, make("old")) == "old!"
        assert await kept.once("a", 2, make("new")) == "new!"
        assert (len(kept), kept.latest("a"), kept.latest("b")) == (1, "new!", None)

    asyncio.run(ask())


def test_what_is_ready_late_of_an_older_version_does_not_stand_in_place_of_the_newer() -> None:
    async def ask() -> None:
        kept, slow, quick = Kept(FIVE), Maker(), Maker()
        old = asyncio.create_task(kept.once("a", 1, slow("old")))
        await slow.begun.wait()
        quick.go.set()
        assert await kept.once("a", 2, quick("new")) == "new!", "who asks for today's is not given yesterday's"
        slow.go.set()
        assert await old == "old!"
        assert await kept.once("a", 2, quick("again")) == "new!"

    asyncio.run(ask())


def test_there_is_room_for_so_many_and_what_was_not_asked_for_longest_goes_first() -> None:
    async def ask() -> None:
        kept, make = Kept(FIVE), Maker()
        make.go.set()
        for key in "abcde":
            await kept.once(key, 1, make(key))
        await kept.once("a", 1, make("a again"))
        await kept.once("f", 1, make("f"))
        assert (len(kept), kept.weight) == (5, 5)
        assert [kept.latest(key) for key in "abcf"] == ["a!", None, "c!", "f!"]
        assert make.made == list("abcdef")

    asyncio.run(ask())


def test_room_is_measured_as_the_shelf_says() -> None:
    kept = Kept(LETTERS)
    for key, text in (("a", "123456"), ("b", "1234"), ("c", "12345")):
        kept.once_in_thread(key, 1, lambda text=text: text)  # type: ignore[misc]
    assert (kept.latest("a"), kept.latest("b"), kept.weight) == (None, "1234", 9)
    kept.once_in_thread("b", 2, lambda: "12345")
    assert (len(kept), kept.weight) == (2, 10), "what stood there before has made room"
    for text in ("", "12345678901"):
        assert kept.once_in_thread("d", 1, lambda text=text: text) == text  # type: ignore[misc]
    assert (kept.latest("d"), len(kept)) == (None, 2), "what takes no room, or more than there is, is not kept"
    kept.forget()
    assert (len(kept), kept.weight) == (0, 0)


def test_threads_that_ask_at_once_have_it_made_once() -> None:
    kept, go, begun, made = Kept(FIVE), threading.Event(), threading.Event(), Counter[str]()

    def make() -> str:
        made["text"] += 1
        begun.set()
        assert go.wait(20)
        return "text"

    with ThreadPoolExecutor(8) as threads:
        asked = [threads.submit(kept.once_in_thread, "a", 1, make) for _ in range(8)]
        assert begun.wait(20)
        go.set()
        assert [each.result(20) for each in asked] == ["text"] * 8
    assert made == {"text": 1}


def test_a_thread_that_fails_tells_the_others_and_the_next_tries_again() -> None:
    kept, both = Kept(FIVE), threading.Barrier(2)

    def fail() -> str:
        both.wait(20)
        raise OSError("no room")

    with ThreadPoolExecutor(2) as threads:
        first = threads.submit(kept.once_in_thread, "a", 1, fail)
        second = threads.submit(kept.once_in_thread, "b", 1, fail)
        for each in (first, second):
            with pytest.raises(OSError, match="no room"):
                each.result(20)
    assert kept.once_in_thread("a", 1, lambda: "text") == "text"


def test_many_threads_stay_within_the_room_and_never_make_the_same_at_once() -> None:
    kept, under_way, twice = Kept(LETTERS), Counter[str](), list[str]()
    lock = threading.Lock()

    def ask(seed: int) -> None:
        random = Random(seed)
        for _ in range(300):
            key = random.choice("abcdefgh")

            def make(key: str = key) -> str:
                with lock:
                    under_way[key] += 1
                    if under_way[key] > 1:
                        twice.append(key)
                threading.Event().wait(0.0001)
                with lock:
                    under_way[key] -= 1
                return key * (1 + ord(key) % 5)

            assert kept.once_in_thread(key, 1, make)[0] == key

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(ask, range(8)))
    assert not twice
    held = [kept.latest(key) for key in "abcdefgh"]
    assert kept.weight == sum(len(each) for each in held if each) <= 10


def test_closing_breaks_off_what_is_being_made_and_what_has_not_begun() -> None:
    async def ask() -> None:
        keeping, make = Keeping(), Maker()
        begun = asyncio.create_task(keeping[FIVE].once("a", 1, make("a")))
        await make.begun.wait()
        waiting = asyncio.create_task(keeping[FIVE].once("b", 1, make("b")))
        await asyncio.sleep(0)
        await keeping.close()
        await asyncio.wait([begun, waiting], timeout=5)
        assert begun.cancelled()
        assert waiting.cancelled()
        make.go.set()
        assert await keeping[FIVE].once("a", 1, make("anew")) == "anew!"

    asyncio.run(ask())


def test_each_shelf_and_each_keeping_is_its_own() -> None:
    one, other = Keeping(), Keeping()
    twin: Shelf[str] = Shelf("five", 5)
    one[FIVE].once_in_thread("a", 1, lambda: "text")
    assert one[FIVE].latest("a") == "text"
    assert one[twin].latest("a") is None
    assert other[FIVE].latest("a") is None


def test_many_things_are_kept_and_found_at_once() -> None:
    kept = Kept(LETTERS)
    kept.keep_all([("a", "one"), ("b", "three"), ("much", "more than ten"), ("none", "")], 1)
    assert kept.find_all(["b", "much", "a", "none"], 1) == ["three", None, "one", None]
    assert kept.find_all(["a", "b"], 2) == [None, None]
    kept.keep_all([("c", "four")], 2)
    # What was asked for longest ago has made room.
    assert kept.find_all(["a", "c"], 1) == ["one", None]
    assert kept.find_all(["b", "c"], 2) == [None, "four"]
    assert kept.weight == len("one") + len("four")
