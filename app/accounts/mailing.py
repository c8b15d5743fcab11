"""Sending letters by the mail server of the settings, beside the requests that cause them.

No request waits for a mail server. A letter that is refused for now is tried again; what cannot be sent is noted in the
log of accounts, without its address, and administrators are told. A process that ends waits a moment for its letters.
"""

import asyncio
from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

import structlog

from app.accounts.letters import Letter
from app.accounts.log import Event, note
from app.errors import PartnershipsError
from app.settings import Settings
from app.store.database import Database

TIMEOUT = 10.0
"""Seconds for each answer of the mail server."""
DEADLINE = 40.0
"""Seconds for one try in all: a server that answers a letter at a time is not waited for."""
WAITS = (10.0, 60.0)
"""Seconds before a letter is tried again."""
MOST_WAITING = 200
"""Letters that are being sent: more are dropped, and that is noted."""
AT_ONCE = 4
CLOSING = 5.0
"""Seconds that a process which ends waits for letters on their way."""
CROWDED = "too many letters are waiting already"
_LOG = structlog.get_logger(__name__)
Writing = Callable[[], Awaitable[Letter | None]]
"""What writes a letter, or finds that there is none to write."""


class Mailer:
    """Sends letters, if the settings name a mail server."""

    def __init__(self, settings: Settings, *, waits: tuple[float, ...] = WAITS) -> None:
        """Take the settings; nothing is connected to yet."""
        self._settings = settings
        self._waits = waits
        self._sending: set[asyncio.Task[None]] = set()
        self._turns = asyncio.Semaphore(AT_ONCE)

    @property
    def is_set_up(self) -> bool:
        """Tell whether letters can be sent at all."""
        return bool(self._settings.smtp_host)

    @property
    def base(self) -> str:
        """Where the site is, as letters say it: as set, and never as somebody asked for it."""
        return self._settings.base_url.rstrip("/")

    @property
    def site(self) -> str:
        """What the site is called in letters."""
        return f"Partnership Explorer at {urlsplit(self.base).netloc}"

    def begin(self, database: Database, writing: Writing) -> None:
        """Write a letter and send it, beside whatever asks for it; how that ends is noted where it ends badly."""
        task = asyncio.get_running_loop().create_task(self._deliver(database, writing, len(self._sending)))
        self._sending.add(task)
        task.add_done_callback(self._sending.discard)

    def post(self, database: Database, letter: Letter) -> None:
        """Send a letter that is written."""

        async def writing() -> Letter:
            return letter

        self.begin(database, writing)

    async def try_once(self, letter: Letter) -> tuple[str, bool]:
        """Send a letter; return why it was not, empty where it was, and whether another try may help."""
        # Imported where it is used: most processes never send a letter.
        from app.accounts import smtp

        try:
            async with asyncio.timeout(DEADLINE):
                await smtp.send(letter, self._settings, TIMEOUT)
        except smtp.FAILURES as error:
            return smtp.reason(error), smtp.may_pass(error)
        return "", False

    async def close(self) -> None:
        """Wait a moment for letters on their way, and give up the rest."""
        if self._sending:
            await asyncio.wait(self._sending, timeout=CLOSING)
        left = list(self._sending)
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)

    async def _deliver(self, database: Database, writing: Writing, waiting: int) -> None:
        try:
            letter = await writing()
            if letter is None:
                return
            why = CROWDED if waiting >= MOST_WAITING else await self._sent(letter)
            if why:
                await _note_failure(database, letter, why)
        except PartnershipsError as error:  # the database is away: the log of the process is what is left
            _LOG.warning("A letter was not sent", reason=error.code)

    async def _sent(self, letter: Letter) -> str:
        """Return why a letter could not be sent, after all tries; empty where it was."""
        why = ""
        for wait in (*self._waits, None):
            async with self._turns:
                why, may_help = await self.try_once(letter)
            if not why or not may_help or wait is None:
                break
            await asyncio.sleep(wait)
        return why


async def _note_failure(database: Database, letter: Letter, why: str) -> None:
    _LOG.warning("A letter was not sent", reason=why)
    await database.write(lambda transaction: note(transaction, Event.LETTER_FAILED, by="", whom=letter.whom, about=why))
