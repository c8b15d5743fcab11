"""What the project's own places say, read once for all tests of a worker: nothing in it may be changed."""

from functools import cache
from pathlib import Path

from app.domain.facts import DataSet
from app.exchange.yaml_files import read_files

SEEDS = Path(__file__).resolve().parents[1] / "seeds"


@cache
def facts_of(folder: Path = SEEDS) -> DataSet:
    """Return the facts of the project's own files in a folder."""
    assert folder.is_relative_to(SEEDS), "other folders change"
    return read_files([folder]).facts
