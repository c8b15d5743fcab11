"""Which state of the data an answer is made from: the number that each write counts up, and when that was.

A write through any process is seen by the next request of every process, so each request looks. Requests that arrive
together share one look: whoever comes while a look is under way waits for the next, since what is being read may be
what was there before a write that is through by now.
"""

import asyncio
import hashlib
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import NamedTuple

from app.store.database import Database

UNDER_WAY = 2
"""Looks at once: while one waits for the database, the next is written."""


AT_ONCE = 0.001
"""Seconds within which requests have come together, and see the same files."""


class DataVersion(NamedTuple):
    """A state of the data; no two states of any database have the same."""

    number: int
    """How many writes have changed it."""
    moment: int
    """When the last of them was, in milliseconds since 1970 by the database's clock; 0 where that is not recorded."""

    def __str__(self) -> str:
        """Write it as programs are told it."""
        return f"{self.number}-{self.moment:x}"


class _Seen(NamedTuple):
    versions: "Versions"
    version: DataVersion | Exception


_SEEN: ContextVar[_Seen | None] = ContextVar("_SEEN", default=None)
"""What the running request has seen, or what kept it from seeing it."""


class Versions:
    """The versions of one database."""

    def __init__(self, database: Database) -> None:
        """Take the database; nothing is asked yet."""
        self._database = database
        self._coming: asyncio.Task[DataVersion] | None = None
        self._slots = asyncio.Semaphore(UNDER_WAY)

    async def now(self) -> DataVersion:
        """Return the version as this request has seen it, else as it is now; errors as of any read."""
        seen = _SEEN.get()
        if seen is None or seen.versions is not self:
            return await self.look()
        if isinstance(seen.version, Exception):
            raise seen.version
        return seen.version

    async def look(self) -> DataVersion:
        """Return the version as it is at some moment from now on; errors as of any read."""
        coming = self._coming
        if coming is None:
            coming = self._coming = asyncio.create_task(self._look())
            coming.add_done_callback(_looked_at)
        return await asyncio.shield(coming)

    @contextmanager
    def seen(self, version: DataVersion | Exception) -> Iterator[None]:
        """Answer with one version, or fail with one error, all through a block and in what is begun in it."""
        token = _SEEN.set(_Seen(self, version))
        try:
            yield
        finally:
            _SEEN.reset(token)

    async def _look(self) -> DataVersion:
        async with self._slots:
            self._coming = None
            return DataVersion(*await self._database.version())


def _looked_at(task: "asyncio.Task[DataVersion]") -> None:
    """Take note of how a look ended, though everybody who waited for it may be gone."""
    if not task.cancelled():
        task.exception()


def _entries(folder: Path) -> "list[os.DirEntry[str]]":
    try:
        with os.scandir(folder) as found:
            return list(found)
    except OSError:
        return []


class FilesBeside:
    """The stories and questions beside the data files, which are shown as they are written at each moment."""

    def __init__(self, folders: tuple[Path, ...]) -> None:
        """Name the folders; nothing is read yet."""
        self._folders = folders
        self._written: tuple[tuple[str, int, int], ...] | None = None
        self._digest, self._looked = "", 0.0

    def digest(self) -> str:
        """Return what tells one state of the files from any other; read only when one was written since."""
        now = time.monotonic()
        if now < self._looked + AT_ONCE:
            return self._digest
        self._looked = now
        written = tuple(
            sorted(
                (entry.path, (stat := entry.stat()).st_mtime_ns, stat.st_size)
                for folder in self._folders
                for entry in _entries(folder)
                if entry.name.endswith(".yaml")
            )
        )
        if written != self._written:
            digest = hashlib.blake2b(digest_size=8)
            for path in map(Path, (each[0] for each in written)):
                content = path.read_bytes()
                digest.update(f"{path.parent.name}/{path.name} {len(content)} ".encode() + content)
            self._digest, self._written = digest.hexdigest(), written
        return self._digest
