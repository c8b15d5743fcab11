"""What the database answers on the day before a date, its first and last day, and the day after; on both engines."""

import asyncio
from collections.abc import Iterable, Iterator

import pytest

from app.domain.as_at import AsAt
from app.domain.records import Period
from app.reading.catalogue import Catalogue
from app.reading.explorer import Explorer
from app.settings import Settings
from app.store.database import Database
from app.store.reader import Reader
from app.store.writer import write_data_set
from tests.conftest import Loop
from tests.edges.conftest import BOTH_ENGINES
from tests.edges.dated_answers import CORNERS, Answer, Corner
from tests.edges.days import around
from tests.edges.graph import ALWAYS, Graph
from tests.engines import emptied

pytestmark = BOTH_ENGINES

INSIDE, SINCE, UNTIL = [False, True, True, False], [False, True, True, True], [True, True, True, False]
PERIODS = (
    ("2007", Period("2007", "2007"), INSIDE),
    ("2007-09", Period("2007-09", "2007-09"), INSIDE),
    ("2007-09-14", Period("2007-09-14", "2007-09-14"), INSIDE),
    ("2008-02", Period("2008-02", None), SINCE),
    ("2008-02", Period(None, "2008-02"), UNTIL),
)
"""The date, the period made of it, and what is seen on the four days around the date."""


@pytest.fixture(scope="module")
def explorer(open_engine: Database, engine_settings: Settings, run: Loop) -> Iterator[Explorer]:
    """Return what answers over every corner, in an engine of its own."""
    graph = Graph()
    for number, (make, _) in enumerate(CORNERS.values()):
        for which, (_, period, _) in enumerate(PERIODS):
            make(graph, Corner(f"{number}-{which}"), period, False)
        make(graph, Corner(f"{number}-planned"), ALWAYS, True)
    run(write_data_set(open_engine, graph.facts))
    yield Explorer(engine_settings, open_engine, Reader(open_engine), Catalogue(open_engine))
    run(emptied(open_engine))


@pytest.mark.parametrize("fact", CORNERS)
def test_an_answer_has_a_fact_from_its_first_possible_day_to_its_last(explorer: Explorer, run: Loop, fact: str) -> None:
    number = list(CORNERS).index(fact)
    _, asked = CORNERS[fact]
    wanted, found = {}, {}
    for which, (text, period, seen) in enumerate(PERIODS):
        for answer in asked:
            name = f"{answer.__name__} {period.since} to {period.until}"
            wanted[name] = seen
            at = Corner(f"{number}-{which}")
            found[name] = run(_at(explorer, answer, at, [AsAt(day) for day in around(text)]))
    assert found == wanted


async def _at(explorer: Explorer, answer: Answer, at: Corner, days: Iterable[AsAt]) -> list[bool]:
    return list(await asyncio.gather(*(answer(explorer, at, as_at) for as_at in days)))


NEVER_PROPOSED = {"for whom somebody works", "an absence"}
"""Facts of which no source says that they are only proposed."""


@pytest.mark.parametrize("fact", [fact for fact in CORNERS if fact not in NEVER_PROPOSED])
def test_an_answer_has_what_is_proposed_only_when_that_is_asked_for(explorer: Explorer, run: Loop, fact: str) -> None:
    at, asked = Corner(f"{list(CORNERS).index(fact)}-planned"), CORNERS[fact][1]
    days = [AsAt(around("2007-09-14").first, planned) for planned in (False, True)]
    found = {answer.__name__: run(_at(explorer, answer, at, days)) for answer in asked}
    assert found == {answer.__name__: [False, True] for answer in asked}
