"""One truth of how many: whatever says how many bodies, boards or seats a place has says the same number."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import pytest

from tests.sentinel.site import Site
from tests.truth.counts import CHANNELS, Moment, Reader, booklet, compared, compared_field

PLACES = ("bromley", "gloucester", "gloucestershire", "hammersmith-and-fulham")
MOMENTS = (Moment(), Moment(proposed=True), Moment("2008-01-31"), Moment("1990-01-01"))
ACTUAL = tuple(when for when in MOMENTS if not when.proposed)
MOMENTS_OF: Mapping[Reader, Sequence[Moment]] = {
    compared: ACTUAL,
    compared_field: ACTUAL,
    booklet: (MOMENTS[1], MOMENTS[3]),
}
"""Comparisons know no proposals, and a booklet takes its time."""


@pytest.mark.parametrize("place", PLACES)
def test_every_channel_says_the_same_numbers(site: Site, place: str) -> None:
    assert contradictions_of(site, place, MOMENTS, CHANNELS) == {}


def contradictions_of(
    site: Site, place: str, moments: Iterable[Moment], channels: Iterable[Reader]
) -> dict[tuple[str, Moment], dict[str, int]]:
    """Return by what is counted and when what the channels say of it, where they do not say the same."""
    found: dict[tuple[str, Moment], dict[str, int]] = {}
    for when in moments:
        said: defaultdict[str, dict[str, int]] = defaultdict(dict)
        for channel in channels:
            if when in MOMENTS_OF.get(channel, [when]):
                for name, number in channel(site, place, when).items():
                    said[name][channel.__name__] = number
        found |= {(name, when): numbers for name, numbers in said.items() if len(set(numbers.values())) > 1}
    return found
