"""The site over the project's own places, for all tests of this folder; every question is asked once."""

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from app.settings import Settings
from tests.sentinel.site import Site


@pytest.fixture(scope="session")
def site(client: TestClient, settings: Settings) -> Iterator[Site]:
    """Return the site over the session's application."""
    with pytest.MonkeyPatch.context() as patch:
        # The engine runs already, and what holds it early would do so until the tests end.
        patch.setattr("app.commands.beginning.start_engine_early", lambda: None)
        yield Site(client, settings)
