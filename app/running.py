"""How a process that serves shares its processor among threads, and gives memory back to the system.

What the event loop does is short, and what is worked out beside it is not: with Python's five milliseconds a turn the
loop waited for as many turns as there were threads at work, a tenth of a second at times, and now for a fifth of that.
"""

import ctypes
import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

SWITCH = 0.001
"""Seconds after which a thread that works lets another have the interpreter."""
_ARENA_MAX, _ARENAS = -8, 2
"""Of glibc's mallopt: how many pools of memory threads share, where each could have one that is never emptied."""


def prepare() -> None:
    """Set what holds for a whole process, before it starts threads."""
    sys.setswitchinterval(SWITCH)
    if mallopt := getattr(_c_library(), "mallopt", None):
        mallopt(_ARENA_MAX, _ARENAS)


@contextmanager
def without_collecting() -> Iterator[None]:
    """Look for no rubbish meanwhile: of one file nothing refers to itself, and to look through it takes a tenth."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def give_memory_back() -> None:
    """Return to the system what was freed, where the C library can do that: after what took much for a moment."""
    if malloc_trim := getattr(_c_library(), "malloc_trim", None):
        malloc_trim(0)


@cache
def _c_library() -> ctypes.CDLL | None:
    """Return the library that allocates memory: glibc where that is what there is, and None elsewhere."""
    if sys.platform != "linux":
        return None
    try:
        return ctypes.CDLL("libc.so.6")
    except OSError:
        return None
