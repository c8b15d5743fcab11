"""A load of 45,000 bodies, with seats, people and lines, stays within the memory that reading files may take."""

from pathlib import Path

from tests.bounds import bounded, hostile_files


def test_forty_five_thousand_bodies_are_loaded_within_the_bound(tmp_path: Path) -> None:
    folder = hostile_files.bodies(tmp_path / "many", 9)
    code, megabytes, told = bounded.command(
        "load", str(folder), PARTNERSHIPS_DATA_DIR=str(tmp_path / "data"), PARTNERSHIPS_NEO4J_URI=""
    )
    assert code == 0, told
    assert " 0 changed, 0 removed, 0 unchanged." in told
    assert megabytes <= bounded.MEGABYTES
