"""A load of 45,000 bodies, with seats, people and lines, stays within the memory that reading files may take."""

import os
import sys
from pathlib import Path

from tests.unit import bounded, hostile_files


def test_forty_five_thousand_bodies_are_loaded_within_the_bound(tmp_path: Path) -> None:
    folder = hostile_files.bodies(tmp_path / "many", 9)
    told = tmp_path / "told"
    child = os.posix_spawn(
        sys.executable,
        [sys.executable, "-m", "app.cli", "load", str(folder)],
        os.environ | {"PARTNERSHIPS_DATA_DIR": str(tmp_path / "data"), "PARTNERSHIPS_NEO4J_URI": ""},
        file_actions=[
            (os.POSIX_SPAWN_OPEN, 1, str(told), os.O_WRONLY | os.O_CREAT, 0o600),
            (os.POSIX_SPAWN_DUP2, 1, 2),
        ],
    )
    _, status, used = os.wait4(child, 0)
    assert os.waitstatus_to_exitcode(status) == 0, told.read_text()
    assert " 0 changed, 0 removed, 0 unchanged." in told.read_text()
    assert used.ru_maxrss / 1024 <= bounded.MEGABYTES
