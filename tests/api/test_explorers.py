"""What is kept belongs to an explorer: two in a process share nothing, each makes a thing once, and closing ends it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from typing import Any

import pytest
from starlette.testclient import TestClient

from app.api.admitting.admitting import admitted
from app.api.schema.root import SCHEMA
from app.domain.as_at import AsAt
from app.questions.gaps import ask as gaps
from app.questions.gaps.rules import find_gaps
from app.questions.saved_questions.ask import saved_questions
from app.reading import search
from app.reading.explorer import Explorer, open_explorer
from app.reading.keeping import Kept
from app.reading.registers import dated_register, read_register, standing_of
from app.reading.stories import stories_of
from app.reading.timeline import find_changes_dates
from app.settings import Settings
from app.web.pages.stories import check_view
from tests.conftest import Loop

pytestmark = pytest.mark.usefixtures("client")
DAY = AsAt(date(2008, 6, 1))


async def everything_kept(explorer: Explorer) -> dict[str, Any]:
    """Ask for one thing of each sort that is kept without a page."""
    contents = await explorer.catalogue.contents()
    standing = await standing_of(explorer, "gloucester", DAY)
    return {
        "contents": contents,
        "register": await read_register(explorer, "gloucester"),
        "dated register": await dated_register(explorer, "gloucester"),
        "standing": standing,
        "gaps": await gaps.all_gaps(explorer, standing),
        "moments": await find_changes_dates(explorer, "gloucester"),
        "names": await search.spelled_names(explorer.catalogue, contents),
        "questions": await saved_questions(explorer),
        "stories": await stories_of(explorer, contents, check_view),
        "document": await admitted(explorer, SCHEMA._schema, "{ areas { id } }"),
    }


@asynccontextmanager
async def two(settings: Settings) -> AsyncIterator[tuple[Explorer, Explorer]]:
    async with open_explorer(settings) as one, open_explorer(settings) as other:
        yield one, other


def test_two_explorers_in_a_process_share_nothing_that_is_kept(settings: Settings, run: Loop) -> None:
    async def compare() -> None:
        async with two(settings) as (one, other):
            first = await everything_kept(one)
            assert len(other.kept) == 0
            second, again = await everything_kept(other), await everything_kept(one)
        for name, value in first.items():
            assert value, name
            assert again[name] is value, name
            assert second[name] is not value, name

    run(compare())


def test_an_explorer_that_closes_lets_go_of_what_it_kept_and_leaves_others_theirs(
    settings: Settings, run: Loop
) -> None:
    async def close() -> None:
        async with open_explorer(settings) as other:
            kept = (await everything_kept(other))["register"]
            async with open_explorer(settings) as one:
                await everything_kept(one)
                assert len(one.kept) == 10
            assert len(one.kept) == 0
            with pytest.raises(RuntimeError, match="after shutdown"):
                await one.aside(lambda: 1)
            assert (await everything_kept(other))["register"] is kept

    run(close())


def test_twenty_who_ask_a_new_explorer_at_once_read_and_work_out_as_much_as_one(
    settings: Settings, run: Loop, monkeypatch: pytest.MonkeyPatch
) -> None:
    worked_out: list[object] = []

    def noting(standing: Any) -> Any:
        worked_out.append(standing)
        return find_gaps(standing)

    monkeypatch.setattr(gaps, "find_gaps", noting)

    async def ask(explorer: Explorer, times: int) -> int:
        before = explorer.database.round_trips
        found = await asyncio.gather(*(gaps.find_gaps_of(explorer, "gloucester", as_at=DAY) for _ in range(times)))
        assert len({each.sentence for each in found}) == 1
        return explorer.database.round_trips - before

    async def compare() -> None:
        async with two(settings) as (one, other):
            first, again = await ask(one, 1), await ask(one, 1)
            assert first > again, "the first time the register is read"
            # Those who ask together look at the version together, as often as one does, or a time more.
            assert first <= await ask(other, 20) <= first + again
            assert again <= await ask(other, 20) <= 2 * again
        assert len(worked_out) == 2

    run(compare())


def test_the_site_keeps_within_its_bounds(client: TestClient, explorer: Explorer) -> None:
    """Days enough to overflow every shelf of standings, gaps and drawings leave as much as the shelf has room for."""
    for month in range(1, 31):
        on = f"{2004 + month // 12}-{month % 12 + 1:02}-01"
        assert (
            "errors"
            not in client.post(
                "/graphql", json={"query": f'{{ gaps(area: "gloucester", on: "{on}") {{ totalCount }} }}'}
            ).json()
        )
    kept: dict[str, Kept[Any]] = {shelf.name: explorer.kept[shelf] for shelf in explorer.kept.shelves}
    assert (len(kept["standings"]), len(kept["gaps found"])) == (24, 24)
    assert len(kept["registers"]) <= 12
