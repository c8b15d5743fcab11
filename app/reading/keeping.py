"""What was read or worked out, kept for whoever asks next: made once at a time, however many ask at once.

The module that makes a thing declares the shelf for it, which says how much is kept and holds nothing. The explorer
has what stands on the shelves: two explorers share nothing, and what one has kept goes with it.
"""

import asyncio
import threading
from collections import OrderedDict
from collections.abc import Callable, Coroutine, Hashable, Iterable
from concurrent.futures import Future
from dataclasses import dataclass
from functools import partial
from typing import Any, Generic, NamedTuple, TypeVar

Value = TypeVar("Value")


def _one(value: object) -> int:
    return 1


@dataclass(frozen=True, slots=True, eq=False)
class Shelf(Generic[Value]):
    """Where one sort of thing is kept, and how much of it."""

    name: str
    room: int
    """How much may be kept, in the measure of `weigh`."""
    weigh: Callable[[Value], int] = _one
    """How much room a thing takes; what takes none, or more than there is, is not kept. Usually each takes one."""


class _Item(NamedTuple):
    version: Hashable
    value: Any
    weight: int


class _Making(NamedTuple):
    version: Hashable
    outcome: "Future[Any]"


class Kept(Generic[Value]):
    """What stands on one shelf, by key, each with the version of what it was made from; for threads too."""

    def __init__(self, shelf: Shelf[Value]) -> None:
        """Start with nothing."""
        self._shelf = shelf
        self._items: OrderedDict[Hashable, _Item] = OrderedDict()
        self._weight = 0
        self._makings: dict[Hashable, _Making] = {}
        self._tasks: set[asyncio.Task[Value]] = set()
        self._lock = threading.Lock()

    def __len__(self) -> int:
        """Return how many things are kept."""
        return len(self._items)

    @property
    def weight(self) -> int:
        """How much room is taken, in the measure of the shelf."""
        return self._weight

    async def once(self, key: Hashable, version: Hashable, make: Callable[[], Coroutine[Any, Any, Value]]) -> Value:
        """Return what is kept under a key in this version, else what `make` makes, to all who ask meanwhile.

        Whoever goes away does not take it from the others. When `make` fails, all who wait are told, and whoever asks
        next has it tried again.
        """
        with self._lock:
            item = self._find(key, version)
            if item:
                value: Value = item.value
                return value
            outcome, is_new = self._begin(key, version)
        if is_new:
            # The one who begins it is on the loop that it runs on, and needs no way over threads.
            return await asyncio.shield(self._start(key, version, outcome, make))
        made: Value = await asyncio.wrap_future(outcome)
        return made

    def begin(self, key: Hashable, version: Hashable, make: Callable[[], Coroutine[Any, Any, Value]]) -> None:
        """Have a thing made that nobody waits for, unless it is kept in this version, or is being made."""
        with self._lock:
            if self._find(key, version):
                return
            outcome, is_new = self._begin(key, version)
        if is_new:
            self._start(key, version, outcome, make)

    def once_in_thread(self, key: Hashable, version: Hashable, make: Callable[[], Value]) -> Value:
        """Do the same for work that is done in this thread; others who ask for it in theirs wait for this one."""
        with self._lock:
            item = self._find(key, version)
            if item:
                value: Value = item.value
                return value
            outcome, is_new = self._begin(key, version)
        if is_new:
            try:
                self._end(key, version, outcome, make())
            except BaseException as error:
                self._fail(key, outcome, error)
        made: Value = outcome.result()
        return made

    def find(self, key: Hashable, version: Hashable) -> Value | None:
        """Return what is kept under a key in this version."""
        with self._lock:
            item = self._find(key, version)
        return item.value if item else None

    def keep(self, key: Hashable, version: Hashable, value: Value) -> None:
        """Keep what was made already, as far as there is room for it."""
        weight = self._shelf.weigh(value)
        if 0 < weight <= self._shelf.room:
            with self._lock:
                self._put(key, _Item(version, value, weight))

    def find_all(self, keys: Iterable[Hashable], version: Hashable) -> list[Value | None]:
        """Return what is kept under each of many keys in this version, in their order."""
        with self._lock:
            items = [self._find(key, version) for key in keys]
        return [item.value if item else None for item in items]

    def keep_all(self, made: Iterable[tuple[Hashable, Value]], version: Hashable) -> None:
        """Keep many things that were made already, as far as there is room for them."""
        weigh, room = self._shelf.weigh, self._shelf.room
        weighed = [(key, value, weight) for key, value in made if 0 < (weight := weigh(value)) <= room]
        with self._lock:
            for key, value, weight in weighed:
                self._put(key, _Item(version, value, weight))

    def latest(self, key: Hashable) -> Value | None:
        """Return what is kept under a key in whatever version."""
        item = self._items.get(key)
        return item.value if item else None

    def forget(self) -> None:
        """Drop what is kept; what is being made is still made."""
        with self._lock:
            self._items.clear()
            self._weight = 0

    async def close(self) -> None:
        """Break off what is being made by tasks, and drop what is kept."""
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self.forget()

    def _start(
        self,
        key: Hashable,
        version: Hashable,
        outcome: "Future[Any]",
        make: Callable[[], Coroutine[Any, Any, Value]],
    ) -> "asyncio.Task[Value]":
        task = asyncio.create_task(make())
        self._tasks.add(task)
        task.add_done_callback(partial(self._settle, key, version, outcome))
        return task

    def _settle(self, key: Hashable, version: Hashable, outcome: "Future[Any]", task: "asyncio.Task[Value]") -> None:
        self._tasks.discard(task)
        if task.cancelled():
            self._fail(key, outcome, asyncio.CancelledError())
        elif error := task.exception():
            self._fail(key, outcome, error)
        else:
            self._end(key, version, outcome, task.result())

    def _find(self, key: Hashable, version: Hashable) -> _Item | None:
        item = self._items.get(key)
        if item is None or item.version != version:
            return None
        self._items.move_to_end(key)
        return item

    def _begin(self, key: Hashable, version: Hashable) -> "tuple[Future[Any], bool]":
        """Return the outcome to wait for, and whether whoever asks is the one to make it."""
        making = self._makings.get(key)
        if making and making.version == version:
            return making.outcome, False
        outcome: Future[Any] = Future()
        # A running future is not cancelled by one of those who wait for it.
        outcome.set_running_or_notify_cancel()
        self._makings[key] = _Making(version, outcome)
        return outcome, True

    def _end(self, key: Hashable, version: Hashable, outcome: "Future[Any]", value: Value) -> None:
        weight = self._shelf.weigh(value)
        with self._lock:
            # What was begun later is of later data: an older version is given to those who wait for it, not kept.
            if self._stop(key, outcome) and 0 < weight <= self._shelf.room:
                self._put(key, _Item(version, value, weight))
        outcome.set_result(value)

    def _fail(self, key: Hashable, outcome: "Future[Any]", error: BaseException) -> None:
        with self._lock:
            self._stop(key, outcome)
        outcome.set_exception(error)

    def _stop(self, key: Hashable, outcome: "Future[Any]") -> bool:
        """Note that something is made no more; tell whether it was the last that was begun under its key."""
        making = self._makings.get(key)
        if making is None or making.outcome is not outcome:
            return False
        del self._makings[key]
        return True

    def _put(self, key: Hashable, item: _Item) -> None:
        previous = self._items.pop(key, None)
        self._items[key] = item
        self._weight += item.weight - (previous.weight if previous else 0)
        while self._weight > self._shelf.room:
            _, oldest = self._items.popitem(last=False)
            self._weight -= oldest.weight


class Keeping:
    """What one explorer keeps, by the shelf it stands on."""

    def __init__(self) -> None:
        """Start with empty shelves."""
        self._kept: dict[Shelf[Any], Kept[Any]] = {}
        self._lock = threading.Lock()

    def __getitem__(self, shelf: Shelf[Value]) -> Kept[Value]:
        """Return what stands on a shelf."""
        kept = self._kept.get(shelf)
        if kept is None:
            with self._lock:
                kept = self._kept.setdefault(shelf, Kept(shelf))
        return kept

    def __len__(self) -> int:
        """Return how many things are kept, on all shelves."""
        return sum(map(len, self._kept.values()))

    @property
    def shelves(self) -> "tuple[Shelf[Any], ...]":
        """The shelves that something was kept on."""
        return tuple(self._kept)

    async def close(self) -> None:
        """Break off what is being made, and drop what is kept."""
        for kept in list(self._kept.values()):
            await kept.close()
