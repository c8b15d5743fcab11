"""One application over the sentinel places for all tests of this folder."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import SEEDS
from tests.sentinel.site import Site
from tests.sites import Sites

PLACES = Path(__file__).parent / "places"


@pytest.fixture(scope="package")
def site(tmp_path_factory: pytest.TempPathFactory, sites: Sites) -> Iterator[Site]:
    """Return the site over the sentinel places, with the project's own saved questions."""
    seeds = tmp_path_factory.mktemp("sentinel") / "places"
    shutil.copytree(PLACES, seeds)
    shutil.copytree(SEEDS / "questions", seeds / "questions")
    with sites.over(seeds) as (client, settings):
        yield Site(client, settings)
