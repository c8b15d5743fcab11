"""The embedded engine's classes as Java reads them fastest (JEP 483), which makes a start of the engine a third cheaper.

`python -m tests.engine_classes` writes them down, once a machine, beside what else is fetched for the tests; where they
are missing, or Java finds them of another engine, an engine starts as it does elsewhere.
"""

import asyncio
import hashlib
import os
import subprocess
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path

from app.record.loading import load_files
from app.settings import Settings
from app.store import embedded_host
from app.store.database import Database
from app.store.embedded import EmbeddedEngine, EngineAddress
from app.store.embedded_state import DATABASE
from app.store.migrations import migrate
from tests.neo4j.fetching import cache_folder

OPTIONS = "ARCADEDB_JVM_ARGS"
"""The variable in which the engine's Java finds more options."""

SEEDS = Path(__file__).resolve().parents[1] / "seeds"
PASSWORD = "of an engine that is gone at once"  # noqa: S105


def archive() -> Path:
    """Return the file of the classes of the engine that is installed here, whether or not it has been written."""
    import arcadedb_embedded
    from arcadedb_embedded.jvm import get_jar_path

    jars = sorted(Path(get_jar_path()).resolve().glob("*.jar"))
    release = Path(arcadedb_embedded.__file__).with_name("jre") / "release"
    parts = [version("arcadedb-embedded"), version("jpype1"), release.read_text("utf-8"), *map(str, jars)]
    parts += [str(jar.stat().st_mtime_ns) for jar in jars]
    return cache_folder() / "arcadedb" / f"classes-{hashlib.sha256(' '.join(parts).encode()).hexdigest()[:16]}.aot"


def use() -> None:
    """Have every engine that starts from now on read the classes from that file, if there is one."""
    if OPTIONS not in os.environ and (file := archive()).exists() and " " not in str(file):
        os.environ[OPTIONS] = f"-XX:AOTCache={file}"


def write(file: Path) -> None:
    """Write the file: an engine works as tests have it work, and Java keeps the classes that this took."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=file.parent) as folder:
        taken, draft = Path(folder, "taken"), Path(folder, "draft")
        _start(folder, f"-XX:AOTMode=record -XX:AOTConfiguration={taken}")
        _start(folder, f"-XX:AOTMode=create -XX:AOTConfiguration={taken} -XX:AOTCache={draft}")
        draft.rename(file)


def _start(folder: str, options: str) -> None:
    environment = os.environ | {"JAVA_TOOL_OPTIONS": "", OPTIONS: options}
    command = [sys.executable, "-m", "tests.engine_classes", folder]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"Java did not write the engine's classes:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")


class Here(EmbeddedEngine):
    """An engine that runs in this process."""

    def __init__(self, folder: Path) -> None:
        """Start it."""
        super().__init__(folder)
        self.server, port = embedded_host.start_database(folder, PASSWORD, "512m")
        self.where = EngineAddress(f"bolt://127.0.0.1:{port}", "root", PASSWORD, DATABASE)

    def acquire(self) -> EngineAddress:
        """Say where it is."""
        return self.where

    def release(self) -> None:
        """Stop it."""
        self.server.stop()


async def work(folder: Path) -> None:
    """Do with an engine what tests do: make the schema, load the project's places."""
    database = Database(Settings(data_dir=folder, neo4j_uri="", read_deadline=60))
    database._embedded = Here(folder)
    await database.open()
    await migrate(database)
    await load_files(database, [SEEDS])
    await database.close()


def main() -> int:
    """Write the file if it is not there; with a folder as argument, be the engine whose classes are taken."""
    if len(sys.argv) > 1:
        asyncio.run(work(Path(sys.argv[1])))
        import jpype

        jpype.shutdownJVM()  # only where it ends in order does Java say which classes it took
    elif not (file := archive()).exists():
        try:
            write(file)
        except RuntimeError as error:  # the tests need it for speed alone
            sys.stderr.write(f"{error}\nEngines start without them.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
