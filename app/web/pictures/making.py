"""What takes long to make is made in few threads, within a bound of time, and kept for whoever asks next."""

import asyncio
import threading
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from starlette.exceptions import HTTPException

SECONDS = 20.0
MOST_WAITING = 12
MOST_KEPT = 48_000_000
"""Bytes."""

_threads = ThreadPoolExecutor(max_workers=2, thread_name_prefix="making")
_kept: OrderedDict[str, bytes] = OrderedDict()
_keeping = threading.Lock()
_waiting = threading.Semaphore(MOST_WAITING)


async def made(key: str, make: Callable[[], bytes], *, seconds: float = SECONDS) -> bytes:
    """Return what `make` makes, or made before under the same key; 503 when too many ask, or it takes too long.

    What is being made is not stopped: it is there when somebody asks again.
    """
    with _keeping:
        if key in _kept:
            _kept.move_to_end(key)
            return _kept[key]
    if not _waiting.acquire(blocking=False):
        raise _busy("Many are being made at this moment: ask again in a few seconds.")
    future = _threads.submit(_make, key, make)
    future.add_done_callback(lambda _: _waiting.release())
    try:
        return await asyncio.wait_for(asyncio.wrap_future(future), seconds)
    except TimeoutError:
        raise _busy("This takes longer than usual: ask again in a moment, or for a part of it.") from None


def _make(key: str, make: Callable[[], bytes]) -> bytes:
    content = make()
    with _keeping:
        _kept[key] = content
        while len(_kept) > 1 and sum(map(len, _kept.values())) > MOST_KEPT:
            _kept.popitem(last=False)
    return content


def _busy(message: str) -> HTTPException:
    return HTTPException(503, message, {"Retry-After": "5"})
