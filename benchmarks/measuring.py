"""Stopwatches, percentiles and a table."""

import statistics
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from types import TracebackType


class Stopwatch:
    """Times a block."""

    seconds = 0.0

    def __enter__(self) -> "Stopwatch":
        self._start = time.perf_counter()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.seconds = time.perf_counter() - self._start


def percentile(values: Sequence[float], share: int) -> float:
    """Return the value below which `share` percent lie."""
    return statistics.quantiles(values, n=100)[share - 1]


@dataclass
class Report:
    """The figures of one engine."""

    engine: str
    rows: list[tuple[str, float, str]] = field(default_factory=list)

    def add(self, what: str, value: float, unit: str) -> None:
        """Note a figure."""
        self.rows.append((what, value, unit))

    def add_times(self, what: str, seconds: Sequence[float]) -> None:
        """Note the middle and the slow end of some times."""
        self.add(f"{what}, p50", percentile(seconds, 50) * 1000, "ms")
        self.add(f"{what}, p95", percentile(seconds, 95) * 1000, "ms")

    def print(self) -> None:
        """Print the table."""
        print(f"\n{self.engine}")
        for what, value, unit in self.rows:
            print(f"  {what:<64}{value:>12,.2f} {unit}")
