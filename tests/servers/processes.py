"""A process that says what happens as lines of JSON, read as they come."""

import json
import queue
import subprocess
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any


class Telling:
    """What a process says, line by line."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._lines: queue.Queue[str] = queue.Queue()
        self._reader = threading.Thread(target=self._read, args=(process,), daemon=True)
        self._reader.start()

    def _read(self, process: "subprocess.Popen[str]") -> None:
        assert process.stdout
        for line in process.stdout:
            self._lines.put(line)

    def next(self, seconds: float = 20) -> Any:
        """Return what is said next."""
        return json.loads(self._lines.get(timeout=seconds))

    def is_silent(self, seconds: float = 0.5) -> bool:
        """Tell whether nothing is said for a while."""
        try:
            self._lines.get(timeout=seconds)
        except queue.Empty:
            return True
        return False


@contextmanager
def telling(command: Sequence[str], **more: Any) -> Iterator[Telling]:
    """Run a process until the block ends."""
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, **more) as process:
        try:
            yield Telling(process)
        finally:
            process.terminate()
