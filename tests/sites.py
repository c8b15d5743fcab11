"""Sites over places of a test's own: the engine under them is started once a worker, and emptied for whoever is next."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from app.main import create_app
from app.settings import Settings
from app.store.database import Database
from app.store.migrations import migrate
from tests.engines import emptied
from tests.loop import Loop


def engine_in(folder: Path, **more: Any) -> Settings:
    """Return settings for the embedded engine of a folder."""
    return Settings(data_dir=folder, neo4j_uri="", read_deadline=15, **more)


class Sites:
    """Serves places. An engine is held from its first site on, and serves one site at a time."""

    def __init__(self, factory: pytest.TempPathFactory, run: Loop) -> None:
        """Start nothing yet."""
        self._factory, self._run = factory, run
        self._free: list[Database] = []

    @contextmanager
    def over(self, seeds: Path, *, base_url: str = "", **more: Any) -> Iterator[tuple[TestClient, Settings]]:
        """Serve a folder of files until the block ends, and say with which settings."""
        database = self._free.pop() if self._free else self._started()
        try:
            settings = engine_in(database.settings.data_dir, seeds_dir=seeds, base_url=base_url, **more)
            with TestClient(create_app(settings)) as client:
                yield client, settings
        finally:
            self._run(emptied(database))
            self._free.append(database)

    def close(self) -> None:
        """Let the engines go."""
        for database in self._free:
            self._run(database.close())

    def _started(self) -> Database:
        database = Database(engine_in(self._factory.mktemp("data")))
        database.deadline = 60
        self._run(database.open())
        self._run(migrate(database))
        return database
