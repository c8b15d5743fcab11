"""Loads one place round after round, and says of each round when its change was acknowledged, until somebody ends it.

Run as `python -m tests.store.acknowledging FOLDER ROUND`, with the database's settings in the environment.
"""

import asyncio
import json
import sys
from pathlib import Path

from app.record.loading import load_files
from app.settings import Settings
from app.store.opening import open_database

BODIES = 150


def files_of(folder: Path, number: int) -> list[Path]:
    """Write the place as it is in a round: each body is called after it."""
    area, place = folder / "areas.yaml", folder / "testham.yaml"
    area.write_text("areas: [{id: testham, name: Testham}]", encoding="utf-8")
    said = {"classification": "forum", "kind": "collaboration", "cites": "minutes, p"}
    bodies = [{"id": f"body-{one}", "name": f"Body {one} of round {number}"} | said for one in range(BODIES)]
    whole = {
        "place": "testham",
        "sources": [{"id": "minutes", "title": "Minutes", "published": "2009"}],
        "organizations": bodies,
    }
    place.write_text(json.dumps(whole), encoding="utf-8")
    return [area, place]


async def load_for_ever(folder: Path, number: int) -> None:
    """Load round after round; a line says of each that it is done."""
    async with open_database(Settings()) as database:
        while True:
            await load_files(database, files_of(folder, number))
            sys.stdout.write(f"{number}\n")
            sys.stdout.flush()
            number += 1


if __name__ == "__main__":
    asyncio.run(load_for_ever(Path(sys.argv[1]), int(sys.argv[2])))
