"""A process that serves lets threads take short turns, and gives back what it does not need."""

import gc
import sys

import psutil
import pytest

from app import running


def test_threads_take_short_turns() -> None:
    before = sys.getswitchinterval()
    try:
        running.prepare()
        assert sys.getswitchinterval() == running.SWITCH < before
    finally:
        sys.setswitchinterval(before)


def test_memory_is_given_back_to_the_system() -> None:
    """What is freed below something that stays is given back where the C library can: 100 MB of it, in small pieces."""
    process = psutil.Process()
    held = [b"x" * 60_000 for _ in range(1_700)]
    kept = [b"y" * 60_000]
    full = process.memory_info().rss
    held.clear()
    running.give_memory_back()
    assert kept
    assert sys.platform != "linux" or process.memory_info().rss < full - 70_000_000


def test_rubbish_is_looked_for_again_afterwards() -> None:
    def fail() -> None:
        with running.without_collecting():
            assert not gc.isenabled()
            with running.without_collecting():
                pass
            assert not gc.isenabled()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert gc.isenabled()
