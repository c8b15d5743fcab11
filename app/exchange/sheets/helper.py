"""Checks parts of a large sheet in a second process, while the first checks the rest: half the time on two processors.

`python -P -m app.exchange.sheets.helper` reads what to check on standard input and writes what came of it, each a
pickle; it ends when nobody writes any more. Whoever asks needs it for nothing: what it does not answer is checked where
it would have been anyway, so one that is killed costs only time.
"""

import contextlib
import os
import pickle
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from queue import SimpleQueue
from typing import IO, Any

from pydantic import BaseModel

from app.exchange.sheets.parts import Around, Part, part_of

WORTH_IT = 5_000
"""Rows of a sheet below which a second process takes longer to start than it spares."""
MEMORY = 300_000_000
"""Bytes of data that the second process may have."""
PART = 500
"""Entries that it has at once, as a part."""
_PATIENCE = 60.0
"""Seconds for a part, which takes a tenth of one."""
_AT_ONCE = 2
"""Parts that it has at once: one that it checks, and the next."""
_PIPE, _SET_PIPE = 1_000_000, 1031
"""Bytes that a pipe may hold, so that neither waits for the other, and the call of Linux that says so."""


class Sent:
    """Entries that are checked elsewhere, packed, until it is known what came of it."""

    def __init__(self, first: int, entries: Sequence[BaseModel]) -> None:
        """Pack some, of which the first has a number in its section."""
        self.first, self.count = first, len(entries)
        self.packed = pickle.dumps(entries, pickle.HIGHEST_PROTOCOL)
        self._answered = threading.Event()
        self._part: Part | None = None

    def answer(self, part: Part | None) -> None:
        """Say what came of them; nothing where they are to be checked elsewhere."""
        self._part = part
        self._answered.set()

    def part(self) -> Part | None:
        """Wait for what came of them; nothing where that is not known in time."""
        self._answered.wait(_PATIENCE)
        part, self._part = self._part, None
        return part

    def entries(self) -> list[BaseModel]:
        """Unpack them."""
        found: list[BaseModel] = pickle.loads(self.packed)  # noqa: S301 - packed above
        return found


class Helper:
    """The second process, as the first has it."""

    def __init__(self, part: int = PART) -> None:
        """Start it; it takes a second until it answers, in which nobody waits for it."""
        self.part = part
        command = [sys.executable, "-P", "-m", __spec__.name]
        where = os.pathsep.join(filter(None, sys.path))
        self._process = subprocess.Popen(  # noqa: S603 - our own program
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=os.environ | {"PYTHONPATH": where},
            bufsize=_PIPE,
        )
        assert self._process.stdin
        assert self._process.stdout
        for pipe in (self._process.stdin, self._process.stdout):
            _widen(pipe)
        self._to_send: SimpleQueue[bytes | None] = SimpleQueue()
        self._waiting: SimpleQueue[Sent | None] = SimpleQueue()
        self.asked = 0
        self.answered = 0
        self._threads = [threading.Thread(target=work, daemon=True) for work in (self._write, self._read)]
        for each in self._threads:
            each.start()

    @property
    def pid(self) -> int:
        """The number of the process."""
        return self._process.pid

    @property
    def is_free(self) -> bool:
        """Tell whether it may have something more to do; one that has ended may not."""
        return self.asked - self.answered < _AT_ONCE and self._process.poll() is None

    def begin(self, around: Around) -> None:
        """Say what holds for the parts that follow."""
        self._to_send.put(pickle.dumps(around, pickle.HIGHEST_PROTOCOL))

    def check(self, first: int, entries: Sequence[BaseModel]) -> Sent:
        """Have entries checked, of which the first has a number in its section."""
        sent = Sent(first, entries)
        self.asked += 1
        self._waiting.put(sent)
        self._to_send.put(pickle.dumps((first, sent.packed), pickle.HIGHEST_PROTOCOL))
        return sent

    def close(self) -> None:
        """End it."""
        self._to_send.put(None)
        self._waiting.put(None)
        self._process.kill()
        self._process.wait()
        for each in self._threads:
            each.join()
        for pipe in (self._process.stdin, self._process.stdout):
            with contextlib.suppress(OSError):  # what is left to write goes nowhere
                pipe.close()  # type: ignore[union-attr]

    def _write(self) -> None:
        assert self._process.stdin
        with contextlib.suppress(OSError, ValueError):
            while (packed := self._to_send.get()) is not None:
                self._process.stdin.write(packed)
                self._process.stdin.flush()

    def _read(self) -> None:
        assert self._process.stdout
        while (sent := self._waiting.get()) is not None:
            part = None
            try:
                part = pickle.load(self._process.stdout)  # noqa: S301 - of our own program
            except (OSError, ValueError, EOFError, pickle.UnpicklingError):
                self._process.kill()
            finally:
                self.answered += 1
                sent.answer(part)


@contextmanager
def helped(rows: int) -> Iterator[Helper | None]:
    """Give a helper for so many rows, where there is a second processor and it is worth it; else nothing."""
    if rows < WORTH_IT or _processors() < 2:
        yield None
        return
    helper = Helper()
    try:
        yield helper
    finally:
        helper.close()


def _processors() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _widen(pipe: IO[Any]) -> None:
    with contextlib.suppress(ImportError, OSError):
        import fcntl

        fcntl.fcntl(pipe.fileno(), _SET_PIPE, 1 << 20)


def _bound() -> None:
    if sys.platform == "linux":
        import resource

        hard = resource.getrlimit(resource.RLIMIT_DATA)[1]
        resource.setrlimit(resource.RLIMIT_DATA, (MEMORY if hard < 0 else min(MEMORY, hard), hard))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main() -> None:
    """Check what is asked until nothing more is."""
    import gc

    _bound()
    gc.disable()
    around: Around | None = None
    into, out = sys.stdin.buffer, sys.stdout.buffer
    with contextlib.suppress(EOFError, BrokenPipeError):
        while True:
            asked = pickle.load(into)  # noqa: S301 - of the process that started this one
            if isinstance(asked, Around):
                around = asked
                continue
            assert around
            first, packed = asked
            part = part_of(around, first, pickle.loads(packed))  # noqa: S301
            pickle.dump(part, out, pickle.HIGHEST_PROTOCOL)
            out.flush()


if __name__ == "__main__":
    main()
