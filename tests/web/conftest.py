"""Places of their own for tests of pages."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.sites import Sites

HUSHED = Path(__file__).resolve().parents[1] / "api" / "hushed.yaml"
SOURCES = """
sources:
  - {id: open-report, title: Open report, published: 2020-01, publisher: Open Council}
  - {id: hush-report, title: Hush report, published: 2031, access: members}
"""


@pytest.fixture(scope="package")
def with_secrets(tmp_path_factory: pytest.TempPathFactory, sites: Sites) -> Iterator[TestClient]:
    """Return the application over a place with things of every sort that are not public, all called `hush` or Bob."""
    seeds = tmp_path_factory.mktemp("seeds")
    (seeds / "testing.yaml").write_text(HUSHED.read_text("utf-8"), "utf-8")
    (seeds / "areas.yaml").write_text("areas: [{id: testing, name: Testing}]")
    (seeds / "sources.yaml").write_text(SOURCES)
    with sites.over(seeds) as (client, _):
        yield client
