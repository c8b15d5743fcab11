"""Changes one place round after round, and says of each round when it was acknowledged, until somebody ends it.

Run as `python -m tests.store.acknowledging WAY FOLDER ROUND`, with the database's settings in the environment: by loads, or
by drafts, as forms make them.
"""

import asyncio
import json
import sys
import time
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

from app.errors import DatabaseUnavailable
from app.exchange.entries.addresses import Address
from app.record.drafting import apply, known_of
from app.record.drafts import Drafting
from app.record.loading import load_files
from app.settings import Settings
from app.store.database import Database
from app.store.opening import open_database

BODIES = 150
PATIENCE = 300.0
"""Seconds for an engine to start: whether all is whole is asked here, not how soon, however busy the machine is."""


@asynccontextmanager
async def opened(settings: Settings) -> AsyncIterator[Database]:
    """Open the database, again if its engine takes longer to start than the program waits for it."""
    end = time.monotonic() + PATIENCE
    async with AsyncExitStack() as stack:
        while True:
            try:
                database = await stack.enter_async_context(open_database(settings))
                break
            except DatabaseUnavailable:
                if time.monotonic() >= end:
                    raise
                await asyncio.sleep(1)
        yield database


def files_of(folder: Path, number: int) -> list[Path]:
    """Write the place as it is in a round: each body is called after it."""
    area, place = folder / "areas.yaml", folder / "testham.yaml"
    area.write_text("areas: [{id: testham, name: Testham}]", encoding="utf-8")
    said = {"classification": "forum", "kind": "collaboration", "cites": "minutes, p"}
    bodies = [{"id": f"body-{one}", "name": f"Body {one} of round {number}"} | said for one in range(BODIES)]
    whole = {
        "place": "testham",
        "sources": [{"id": "minutes", "title": "Minutes", "published": "2009"}],
        "organizations": bodies,
    }
    place.write_text(json.dumps(whole), encoding="utf-8")
    return [area, place]


async def by_draft(database: Database, number: int) -> None:
    """Call each body after a round by one draft, as a form does."""
    drafting = Drafting(await known_of(database, "testham"))
    for one in range(BODIES):
        address = Address("organization", f"testham/body-{one}")
        drafting.change(address, drafting.now(address) | {"name": f"Body {one} of round {number}"})
    done = await apply(database, drafting.draft(), by="Ann")
    assert done.number


async def change_for_ever(way: str, folder: Path, number: int) -> None:
    """Change the place round after round, which a load begins; a line says of each that it is done."""
    async with opened(Settings()) as database:
        while True:
            if way == "draft" and number > 1:
                await by_draft(database, number)
            else:
                await load_files(database, files_of(folder, number))
            sys.stdout.write(f"{number}\n")
            sys.stdout.flush()
            number += 1


if __name__ == "__main__":
    asyncio.run(change_for_ever(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])))
