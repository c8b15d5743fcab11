"""Both engines for every test of the store: ArcadeDB as it is embedded, Neo4j 5 LTS and the current release.

A test's `database` is opened on the session's loop and emptied afterwards, so tests do not see each other's data.
Only databases that these fixtures started are ever emptied.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.store.database import Database
from tests.engines import emptied
from tests.loop import Loop


@pytest.fixture
def database(open_engine: Database, run: Loop) -> Iterator[Database]:
    """Return an empty database with its schema."""
    yield open_engine
    run(emptied(open_engine))


@pytest.fixture
def place(tmp_path: Path) -> Callable[..., Path]:
    """Return a way to write a small place's file with its sources and areas beside it."""

    def write(text: str, name: str = "testham") -> Path:
        (tmp_path / "areas.yaml").write_text("areas:\n  - {id: testham, name: Testham}\n  - {id: other, name: Other}\n")
        (tmp_path / "sources.yaml").write_text(
            "sources:\n  - {id: minutes, title: Minutes, published: 2008-01}\n"
            "  - {id: report, title: Report, published: 2010}\n"
        )
        path = tmp_path / f"{name}.yaml"
        path.write_text(f"place: {name}\n{text}")
        return path

    return write
