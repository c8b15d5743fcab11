"""What every answer is made with: one database, read in bulk, and a catalogue of what seldom changes."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from app.domain import saved_question, story
from app.domain.clearance import PUBLIC, Clearance
from app.errors import DatabaseTooSlow, DatabaseUnavailable
from app.reading.aside import Aside
from app.reading.catalogue import Catalogue
from app.reading.keeping import Keeping
from app.reading.versions import FilesBeside, Versions
from app.settings import Settings
from app.store.database import STARTING_DEADLINE, Database
from app.store.opening import open_database
from app.store.reader import Reader

MOST_MADE = 12
"""Files that are being made or wait their turn."""
MOST_DRAWN = 24
"""Pictures that are being drawn or wait their turn: some seconds' work."""


@dataclass(frozen=True, slots=True)
class Explorer:
    """The parts that questions, pages and the API share; one a process, and two in one share nothing."""

    settings: Settings
    database: Database
    reader: Reader
    catalogue: Catalogue
    kept: Keeping = field(default_factory=Keeping)
    """What was read, worked out or drawn, for whoever asks next."""
    aside: Aside = field(default_factory=Aside)
    """Threads for what takes the processor for a moment."""
    making: Aside = field(default_factory=lambda: Aside(MOST_MADE))
    """Threads for files that take seconds to make, so that nothing short waits behind them."""
    drawing: Aside = field(default_factory=lambda: Aside(MOST_DRAWN, threads=1))
    """One thread for pictures: two would draw no faster on one interpreter, and keep the event loop waiting longer."""
    clearance: Clearance = PUBLIC
    """What those may read whom it answers: an explorer of a clearance keeps nothing that another looks at."""

    beside: FilesBeside = field(init=False)
    """The stories and questions beside the data files."""

    def __post_init__(self) -> None:
        """Find the folders beside the data files."""
        seeds = self.settings.seeds_dir
        object.__setattr__(self, "beside", FilesBeside((seeds / story.FOLDER, seeds / saved_question.FOLDER)))

    @property
    def versions(self) -> Versions:
        """Which state of the data there is."""
        return self.catalogue.versions

    async def close(self) -> None:
        """Break off what is being made, and drop what is kept; the database stays open."""
        await self.kept.close()
        self.aside.close()
        self.making.close()
        self.drawing.close()


@asynccontextmanager
async def open_explorer(settings: Settings) -> AsyncIterator[Explorer]:
    """Open the database and everything over it; DatabaseUnavailable when there is none."""
    async with open_database(settings) as database:
        kept, aside = Keeping(), Aside()
        explorer = Explorer(settings, database, Reader(database), Catalogue(database, kept, aside), kept, aside)
        try:
            yield explorer
        finally:
            await explorer.close()


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
    """Plan the largest queries once: a server that has just started takes seconds for each.

    A database that does not answer is left to the questions themselves, which say so.
    """
    ask, on = explorer.database.read, today()
    with suppress(DatabaseUnavailable, DatabaseTooSlow):
        await ask("find_represented_posts", of="", on=on, maxSteps=4, includeProposed=False)
        await ask("list_route_steps", ids=[], on=on, includeProposed=False)
        await ask("list_route_people", ids=[], on=on, includeProposed=False)
        await ask("list_route_leads", id="", on=on, includeProposed=False)
        await ask("list_route_seats", ids=[], on=on, includeProposed=False)
