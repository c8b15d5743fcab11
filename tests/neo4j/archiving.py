"""Has Java keep the classes of Neo4j as it lays them out in memory: to read and check them anew is half of a start."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.neo4j.fetching import CURRENT, LTS, archive_of, compile_main, java_for, locked
from tests.neo4j.server import SHORT_LIVED, running

SECONDS = 300.0
"""In which a server ends that writes its archive."""


def fetch_for_tests() -> None:
    """Have ready each version that this machine's Java can run, or raise Neo4jMissing if there is none."""
    for version in (LTS, CURRENT):
        if version == LTS or java_for(version):
            compile_main(version)
            archive(version)


def archive(version: str) -> None:
    """Keep what a server loads that is started, filled with the project's own places, and asked; once for each Java."""
    kept = archive_of(version)
    with locked(kept.parent / "archive"):
        if kept.exists():
            return
        draft = kept.with_suffix(".new")
        options = [*SHORT_LIVED, f"-XX:ArchiveClassesAtExit={draft}", "-Xlog:disable"]
        with (
            tempfile.TemporaryDirectory() as folder,
            running(version, Path(folder), java_options=options, stop_limit=SECONDS) as server,
        ):
            here = {
                "PARTNERSHIPS_NEO4J_URI": server.uri,
                "PARTNERSHIPS_NEO4J_PASSWORD": server.password,
                "PARTNERSHIPS_DATA_DIR": str(Path(folder) / "own"),
            }
            asked = [sys.executable, "-m", "app.cli", "gaps", "--area", "bromley"]
            subprocess.run(asked, env=os.environ | here, stdout=subprocess.DEVNULL, check=False)
        if draft.exists():  # a Java that writes none does without
            draft.rename(kept)
