"""What the project's own places say, read once for all tests of a worker: nothing in it may be changed."""

from functools import cache
from pathlib import Path

from app.domain.facts import DataSet
from app.exchange.yaml_files import read_files

SEEDS = Path(__file__).resolve().parents[1] / "seeds"


def facts_of(folder: Path = SEEDS) -> DataSet:
    """Return the facts of a folder's files; other folders than the project's own are read each time, since they change."""
    return _kept(folder) if folder.is_relative_to(SEEDS) else read_files([folder]).facts


@cache
def _kept(folder: Path) -> DataSet:
    return read_files([folder]).facts
