"""What every answer is made with: one database, read in bulk, and a catalogue of what seldom changes."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime

from app.errors import DatabaseTooSlow, DatabaseUnavailable
from app.reading.catalogue import Catalogue
from app.settings import Settings
from app.store.database import STARTING_DEADLINE, Database, open_database
from app.store.reader import Reader


@dataclass(frozen=True, slots=True)
class Explorer:
    """The parts that services, pages and the API share; one a process."""

    settings: Settings
    database: Database
    reader: Reader
    catalogue: Catalogue


@asynccontextmanager
async def open_explorer(settings: Settings) -> AsyncIterator[Explorer]:
    """Open the database and everything over it; DatabaseUnavailable when there is none."""
    async with open_database(settings) as database:
        yield Explorer(settings, database, Reader(database), Catalogue(database))


def today() -> date:
    """Return the day an answer is for when none is named."""
    return datetime.now(UTC).date()


@asynccontextmanager
async def patiently(explorer: Explorer) -> AsyncIterator[None]:
    """Return the database longer to answer, every reader's questions included, while it is young."""
    explorer.database.deadline = max(STARTING_DEADLINE, explorer.settings.read_deadline)
    try:
        yield
    finally:
        explorer.database.deadline = explorer.settings.read_deadline


async def plan_questions(explorer: Explorer) -> None:
    """Have the database plan the largest queries once: a server that just started takes seconds for each.

    A database that does not answer is left to the questions themselves, which say so.
    """
    ask, on = explorer.database.read, today()
    with suppress(DatabaseUnavailable, DatabaseTooSlow):
        await ask("find_represented_posts", of="", on=on, maxSteps=4, includeProposed=False)
        await ask("list_route_steps", ids=[], on=on, includeProposed=False)
        await ask("list_route_people", ids=[], on=on, includeProposed=False)
        await ask("list_route_leads", id="", on=on, includeProposed=False)
        await ask("list_route_seats", ids=[], on=on)
