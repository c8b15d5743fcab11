"""How often something may be tried: counted in memory, by process, within bounds."""

import time
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address
from math import ceil

from app.errors import TooManyTries

MOST_COUNTED = 20_000
"""Keys that are counted; the one that began first is dropped for the next."""
QUARTER = 15 * 60.0


@dataclass(frozen=True, slots=True)
class Limit:
    """So many tries in so many seconds, of whatever the key names."""

    key: tuple[str, ...]
    most: int
    seconds: float = QUARTER


class Tries:
    """Counts tries in windows of time that begin with the first."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Count nothing yet."""
        self._clock = clock
        self._counted: OrderedDict[tuple[str, ...], tuple[int, float]] = OrderedDict()

    def take(self, limits: Sequence[Limit]) -> None:
        """Count a try before it is made; TooManyTries where a limit is reached, and then it is not counted."""
        waits = [self._wait(limit) for limit in limits]
        if wait := max(waits, default=0.0):
            seconds = ceil(wait)
            raise TooManyTries(f"That was tried too often. Please wait {in_words(seconds)} and try again.", seconds)
        for limit in limits:
            count, ends = self._counted.get(limit.key, (0, 0.0))
            if ends <= self._clock():
                self._counted.pop(limit.key, None)
                count, ends = 0, self._clock() + limit.seconds
            self._counted[limit.key] = (count + 1, ends)
        while len(self._counted) > MOST_COUNTED:
            self._counted.popitem(last=False)

    def forget(self, key: tuple[str, ...]) -> None:
        """Begin anew for a key, since a try was good."""
        self._counted.pop(key, None)

    def _wait(self, limit: Limit) -> float:
        count, ends = self._counted.get(limit.key, (0, 0.0))
        return max(ends - self._clock(), 0.0) if count >= limit.most else 0.0

    def __len__(self) -> int:
        """Return how many keys are counted."""
        return len(self._counted)


def in_words(seconds: int) -> str:
    """Say how long to wait: `a minute`, `12 minutes`."""
    minutes = -(-seconds // 60)
    return "a minute" if minutes == 1 else f"{minutes} minutes"


def network_of(address: str) -> str:
    """Return what is counted as one address: of IPv6 the network of 64 bits, which one household or office has."""
    try:
        read = ip_address(address)
    except ValueError:
        return address[:100]
    if isinstance(read, IPv6Address):
        return str(read.ipv4_mapped) if read.ipv4_mapped else read.exploded[:19]
    return str(read)
