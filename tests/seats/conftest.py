"""One application over the small place, asked in each way."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.names.conftest import Asked
from tests.seats.place import AREAS, SOURCES, place
from tests.sites import Sites


@pytest.fixture(scope="package")
def asked(tmp_path_factory: pytest.TempPathFactory, sites: Sites) -> Iterator[Asked]:
    """Return the application over the place."""
    folder: Path = tmp_path_factory.mktemp("seats")
    for name, text in (("spa", place()), ("areas", AREAS), ("sources", SOURCES)):
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    with sites.over(folder) as (client, settings):
        yield Asked(client, settings)
