"""How long it takes to tell how a voice gets from a group to a board."""

import random
import time
from collections.abc import Sequence

from app.domain.as_at import AsAt
from app.questions.routes.ask import find_routes
from app.questions.routes.words import tell_routes
from app.reading.explorer import Explorer, today
from benchmarks.asking import is_about
from benchmarks.measuring import Report

_FROM = {"forum", "charity", "constituency"}
_WARM_UP = 150
"""Questions before timing starts: until then a server compiles what it runs, and takes about twice as long."""
_TO = {"lsp", "partnership_board", "sub_group", "committee"}


async def _pairs(explorer: Explorer, count: int, about: Sequence[str]) -> list[tuple[str, str]]:
    """Choose pairs of a group and a board of one place, the same ones every time."""
    names = (await explorer.catalogue.contents()).names
    rng = random.Random(2)
    starts: dict[str, list[str]] = {}
    ends: dict[str, list[str]] = {}
    for name in names:
        for sorts, found in ((_FROM, starts), (_TO, ends)):
            if name.classification in sorts and is_about(name.id, about):
                found.setdefault(name.id.partition("/")[0], []).append(name.id)
    places = rng.choices(sorted(starts.keys() & ends.keys()), k=count)
    return [(rng.choice(starts[place]), rng.choice(ends[place])) for place in places]


async def measure_routes(explorer: Explorer, rounds: int, report: Report, about: Sequence[str] = ()) -> None:
    """Time routes between a group and a board of one place: most lead sideways or nowhere, which takes longest."""
    found, told, trips = [], [], []
    for number, (start, end) in enumerate(await _pairs(explorer, rounds + _WARM_UP, about)):
        before, begin = explorer.database.round_trips, time.perf_counter()
        await find_routes(explorer, start, end, AsAt(today()))
        middle, walked = time.perf_counter(), explorer.database.round_trips
        await tell_routes(explorer, start, end, AsAt(today()))
        if number >= _WARM_UP:
            found.append(middle - begin)
            told.append(time.perf_counter() - middle)
            trips.append(walked - before)
    report.add("routes: queries of the walk, at most, in six steps", max(trips), "")
    report.add_times("routes: the service", found)
    report.add_times("routes: with every name, as on the page", told)
