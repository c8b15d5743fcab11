"""What every answer is made with: one database, read in bulk, and a catalogue of what seldom changes."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime

from app.services.catalogue import Catalogue
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
    """Give the day an answer is for when none is named."""
    return datetime.now(UTC).date()


async def warm(explorer: Explorer) -> None:
    """Have the database plan the questions' queries once, since the first time is by far the slowest."""
    deadline, explorer.database.deadline = explorer.database.deadline, STARTING_DEADLINE
    try:
        await explorer.catalogue.contents()
        await explorer.database.read("find_represented_posts", of="", on=today(), maxSteps=4, includeProposed=False)
    finally:
        explorer.database.deadline = deadline
