"""One application over the sentinel places for all tests of this folder."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from app.main import create_app
from app.settings import Settings
from tests.conftest import SEEDS
from tests.sentinel.site import Site

PLACES = Path(__file__).parent / "places"


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Return the site over the sentinel places, with the project's own saved questions."""
    seeds = tmp_path_factory.mktemp("sentinel") / "places"
    shutil.copytree(PLACES, seeds)
    shutil.copytree(SEEDS / "questions", seeds / "questions")
    settings = Settings(data_dir=tmp_path_factory.mktemp("data"), seeds_dir=seeds, neo4j_uri="", read_deadline=15)
    with TestClient(create_app(settings)) as client, pytest.MonkeyPatch.context() as patch:
        # The engine runs already, and what holds it early would do so until the tests end.
        patch.setattr("app.cli._start_engine_early", lambda _: None)
        yield Site(client, settings)
