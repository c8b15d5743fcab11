"""An event loop for tests that are no coroutines themselves."""

import asyncio
import threading
from collections.abc import Coroutine
from typing import Any, TypeVar

Answer = TypeVar("Answer")


class Loop:
    """An event loop that lives as long as the test session, for parts that belong to one loop."""

    def __init__(self) -> None:
        self.loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self.loop.run_forever, daemon=True)
        self._thread.start()

    def __call__(self, work: Coroutine[Any, Any, Answer]) -> Answer:
        """Run something to its end and give its answer."""
        return asyncio.run_coroutine_threadsafe(work, self.loop).result(timeout=280)

    def close(self) -> None:
        """Stop the loop."""
        self.loop.call_soon_threadsafe(self.loop.stop)
        self._thread.join(timeout=10)
        self.loop.close()
