"""One application over the small place, asked in each way."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from app.main import create_app
from app.settings import Settings
from tests.names.conftest import Asked
from tests.seats.place import AREAS, SOURCES, place


@pytest.fixture(scope="session")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Asked]:
    """Return the application over the place."""
    folder: Path = tmp_path_factory.mktemp("seats")
    for name, text in (("spa", place()), ("areas", AREAS), ("sources", SOURCES)):
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    settings = Settings(data_dir=tmp_path_factory.mktemp("data"), seeds_dir=folder, neo4j_uri="", read_deadline=15)
    with pytest.MonkeyPatch.context() as patch, TestClient(create_app(settings)) as client:
        # The engine runs already, and what holds it early would do so until the tests end.
        patch.setattr("app.cli._start_engine_early", lambda _: None)
        yield Asked(client, settings)
